"""Several lists of one invented population, with the person behind every row: for the demonstration, tests and
simulations.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from math import exp, log
from random import Random

from sijill.demo.lists.names import SPELLINGS
from sijill.demo.lists.population import PLAIN, Dead, World, population
from sijill.demo.lists.writing import Row, Style, written

LISTS = (
    Style(
        name="Registry",
        arabic=True,
        heard=0.55,
        father=0.9,
        grandfather=0.35,
        mother=0.3,
        family=0.97,
        kunya=0.05,
        born=0.55,
        age=0.65,
        exact=0.9,
        ligatures=0.1,
    ),
    Style(name="Monitors", arabic=True, kunya=0.2, born=0.05, age=0.7, repeats=0.05, fighters=0.5, dates="burial"),
    Style(
        name="Archive",
        arabic=False,
        spelling=SPELLINGS[2],
        heard=0.35,
        father=0.5,
        grandfather=0.05,
        born=0.1,
        age=0.65,
        exact=0.75,
        unnamed=0.02,
    ),
    Style(
        name="Newsroom",
        arabic=False,
        spelling=SPELLINGS[1],
        heard=0.2,
        father=0.2,
        grandfather=0.0,
        family=0.85,
        kunya=0.4,
        born=0.0,
        age=0.5,
        exact=0.6,
        dates="report",
        women=-0.3,
        repeats=0.04,
    ),
)
HELD_BACK = {"belqara": 0.2, "kessa": 0.2, "tamrin": -0.5, "oshal": -0.9}
"""By how much a region is heard of more or less than others, on the log-odds scale."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Lists:
    """Rows in no order of persons, and the population that they speak of."""

    rows: tuple[Row, ...]
    dead: tuple[Dead, ...]

    @property
    def documented(self) -> int:
        """Persons who stand on a list at all."""
        return len({row.person for row in self.rows})


def generated(persons: int, seed: int, styles: Sequence[Style] = LISTS, world: World = PLAIN) -> Lists:
    """The lists that `styles` make of a population. Capture differs by region, sex, status and person: lists depend."""
    dead = population(persons, seed, world)
    random = Random(f"{seed} lists")
    rows: list[Row] = []
    of: dict[str, list[Row]] = {}
    for style in styles:
        mine = list(_heard(dead, style, random, len(rows)))
        if style.copies is not None:
            taken = [row for row in of[style.copies] if random.random() < style.copied]
            mine += [replace(row, list=style.name, row=len(rows) + len(mine) + n) for n, row in enumerate(taken)]
        of[style.name] = mine
        rows += mine
    random.shuffle(rows)
    return Lists(rows=tuple(rows), dead=tuple(dead))


def _heard(dead: Sequence[Dead], style: Style, random: Random, first: int) -> Iterator[Row]:
    leaning = log(style.heard / (1 - style.heard))
    number = first
    for person in dead:
        at = leaning + person.known + HELD_BACK.get(person.region, 0.0)
        at += style.fighters * person.combatant + style.women * (person.sex == "female")
        if random.random() < 1 / (1 + exp(-at)):
            yield written(person, style, number, random)
            number += 1
            while random.random() < style.repeats:
                yield written(person, style, number, random)
                number += 1


def next_edition(
    rows: Sequence[Row], seed: int, *, added: Sequence[Row] = (), changed: int = 3, vanished: int = 2
) -> tuple[Row, ...]:
    """A newer edition of a list: some rows gone, some with an age or a status put right, some new."""
    random = Random(f"{seed} edition")
    left = sorted(rows, key=lambda each: each.row)
    gone = set(random.sample(range(len(left)), vanished))
    kept = [row for at, row in enumerate(left) if at not in gone]
    for at in random.sample(range(len(kept)), changed):
        kept[at] = replace(kept[at], age=(kept[at].age or 30) + 1)
    return (*kept, *added)
