"""A population of invented dead: families, events, days, places, and how likely a list is to have heard of each."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from random import Random

from sijill.demo.lists.names import Known, chosen, falling, family_names, given_names

REGIONS = (
    "kessa",
    "belqara",
    "tamrin",
    "oshal",
    "daruma",
    "veshti",
    "halwan",
    "orsina",
    "mirata",
    "qelb",
    "sandara",
    "upper lakes",
)
_REGION_WEIGHTS = falling(len(REGIONS), 0.9)
PLACES = 28
_PLACE_WEIGHTS = falling(PLACES, 0.8)
FIRST = date(2031, 3, 1)


@dataclass(frozen=True, slots=True, kw_only=True)
class World:
    """What a population is like: days it spans, how large events get, how often kin die together, how the war
    begins.
    """

    days: int = 2200
    tail: float = 1.2
    alone: float = 0.45
    together: float = 0.22
    steep: float = 0.9


@dataclass(frozen=True, slots=True, kw_only=True)
class Dead:
    """One invented person, as he or she was."""

    person: int
    event: int
    given: Known
    father: Known
    grandfather: Known
    mother: Known
    family: Known
    sex: str
    born: date
    died: date
    region: str
    place: str
    combatant: bool
    kunya: Known | None
    known: float


PLAIN = World()


def population(size: int, seed: int, world: World = PLAIN) -> list[Dead]:
    """`size` persons, event by event. known: a leaning on the log-odds scale to be on any list at all."""
    random = Random(seed)
    return [person for person, _ in zip(_people(random, world), range(size), strict=False)]


def _people(random: Random, world: World) -> Iterator[Dead]:
    men, women = given_names()
    families = family_names()
    weights = (falling(len(men), world.steep), falling(len(women), world.steep * 0.8), falling(len(families), 0.8))
    number = event = 0
    while True:
        event += 1
        size = 1 if random.random() < world.alone else min(int(random.paretovariate(world.tail)), 400)
        died = FIRST + timedelta(days=int(world.days * random.betavariate(2, 3)))
        region = random.choices(REGIONS, cum_weights=_REGION_WEIGHTS)[0]
        place = f"{region} {random.choices(range(PLACES), cum_weights=_PLACE_WEIGHTS)[0] + 1}"
        left = size
        while left > 0:
            kin = random.randint(2, 7) if size > 1 and random.random() < world.together else 1
            family = chosen(families, weights[2], random)
            father, grandfather, mother = (
                chosen(men, weights[0], random),
                chosen(men, weights[0], random),
                chosen(women, weights[1], random),
            )
            taken: set[str] = set()
            for nth in range(min(kin, left)):
                male = random.random() < (0.55 if kin > 1 else 0.85)
                head = kin > 1 and nth == 0
                given = father if head else _other(men if male else women, weights[0 if male else 1], taken, random)
                taken.add(given.arabic)
                age = _age(random, head=head, kin=kin > 1)
                yield Dead(
                    person=number,
                    event=event,
                    given=given,
                    father=grandfather if head else father,
                    grandfather=chosen(men, weights[0], random) if head else grandfather,
                    mother=chosen(women, weights[1], random) if head else mother,
                    family=family,
                    sex="male" if male or head else "female",
                    born=died - timedelta(days=int(age * 365.25)),
                    died=died,
                    region=region,
                    place=place,
                    combatant=kin == 1 and male and 17 < age < 45 and random.random() < 0.35,
                    kunya=chosen(men, weights[0], random)
                    if (male or head) and age > 20 and random.random() < 0.35
                    else None,
                    known=random.gauss(0, 0.5),
                )
                number += 1
            left -= min(kin, left)


def _other(names: tuple[Known, ...], weights: list[float], taken: set[str], random: Random) -> Known:
    """A name that no sister or brother has."""
    for _ in range(6):
        found = chosen(names, weights, random)
        if found.arabic not in taken:
            break
    return found


def _age(random: Random, *, head: bool, kin: bool) -> float:
    if head:
        return random.uniform(28, 65)
    return random.uniform(0, 24) if kin else min(95.0, max(0.0, random.gauss(28, 14)))
