"""Claims on one event that cannot all be right, with what each side says. Nothing is settled here."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from itertools import combinations

from sijill.assess.corroboration import allied
from sijill.assess.figure import Figure, current
from sijill.assess.figures import figures
from sijill.assess.testimony import Testimony
from sijill.model.claim import About, Claim, ClaimId, Harm, Modality, Reach, Stance, Status
from sijill.model.finding import Contradiction
from sijill.model.party import Party, PartyId, Role
from sijill.model.place import Place, PlaceId, PlacePrecision
from sijill.model.toll import Hedge
from sijill.model.when import Precision

FIGHTER_WORDS = (
    "terrorist",
    "militant",
    "fighter",
    "gunm",
    "insurgent",
    "extremist",
    "jihadi",
    "mercenar",
    "combatant",
)
FINE_TIMES = frozenset({Precision.HOUR, Precision.DAY})
FINE_PLACES = frozenset({PlacePrecision.SETTLEMENT, PlacePrecision.SITE, PlacePrecision.EXACT})
LOOSE = frozenset({Hedge.ABOUT, Hedge.NEARLY, Hedge.UP_TO})
ROUND = 10  # "about 400" is not contradicted by what lies within a tenth of it
Side = tuple[str, str, ClaimId]  # what is compared, how it was said, by which claim


def contradictions(
    testimonies: Sequence[Testimony], *, parties: Mapping[PartyId, Party], places: Mapping[PlaceId, Place]
) -> tuple[Contradiction, ...]:
    """In the order number (one for each harm), date, place, perpetrator, status, occurrence."""
    asserted = [
        each.claim
        for each in testimonies
        if each.claim.stance is Stance.ASSERTS and each.claim.modality is Modality.ACTUAL
    ]
    found = [
        *_numbers(testimonies),
        _apart("date", _dates(asserted), lambda a, b: a[:10] != b[:10]),
        _apart("place", _places(asserted), lambda a, b: _two_places(a, b, places)),
        _apart("perpetrator", _accused(asserted), lambda a, b: a != b and not allied(a, b, parties)),
        _apart("status", _statuses(asserted), lambda a, b: a != b),
        _occurrence(testimonies, asserted),
    ]
    return tuple(each for each in found if each is not None)


def _apart(field: str, sides: Iterable[Side], differ: Callable[[str, str], bool]) -> Contradiction | None:
    """One contradiction of all values that differ from some other; each claim once, values in order of first saying.

    Two values of one claim ("both armies") do not contradict each other.
    """
    said: dict[str, tuple[str, list[ClaimId]]] = {}
    for value, words, claim in sides:
        said.setdefault(value, (words, []))[1].append(claim)
    against = {
        value
        for one, other in combinations(said, 2)
        if differ(one, other) and not set(said[one][1]) & set(said[other][1])
        for value in (one, other)
    }
    if not against:
        return None
    claims = dict.fromkeys(claim for value in said if value in against for claim in said[value][1])
    return Contradiction(
        field=field, claims=tuple(claims), values=tuple(said[value][0] for value in said if value in against)
    )


def _numbers(testimonies: Sequence[Testimony]) -> list[Contradiction]:
    """One for each set of numbers of which no two can be right together, each value once."""
    standing = [each for each in current(figures(testimonies)) if not each.part and not each.subset and not each.people]
    out = []
    for harm in Harm:
        said: dict[str, list[Figure]] = {}
        for each in standing:
            if each.harm is harm:
                said.setdefault(_key(each), []).append(each)
        told = _narrowest([members[0] for members in said.values()])
        for together in _at_odds(sorted(told, key=lambda each: (_size(each), _key(each)))):
            claims = dict.fromkeys(claim for value in together for each in said[_key(value)] for claim in each.claims)
            values = tuple(value.text for value in together)
            out.append(Contradiction(field="number", claims=tuple(claims), values=values))
    return out


def _key(figure: Figure) -> str:
    """The number without its words: "31 dead" and "thirty-one" are one value. "up to" claims what "12" does not."""
    return f"{figure.low}/{figure.high}/{figure.hedge if figure.hedge in LOOSE else ''}"


def _size(figure: Figure) -> int:
    return figure.low if figure.low is not None else figure.high or 0


def _narrowest(told: Sequence[Figure]) -> list[Figure]:
    """Without those that another says more exactly: "at least 31" beside 31 adds nothing to what 31 contradicts."""
    return [
        each
        for each in told
        if each.high is not None or not any(other.low == each.low and other.high is not None for other in told)
    ]


def _at_odds(told: Sequence[Figure]) -> list[list[Figure]]:
    """Sets that hold every pair at odds, in each of which every two are. Few and large: the most disputed go first."""
    at_odds = {
        number: {other for other in range(len(told)) if cannot_both(told[number], told[other])}
        for number in range(len(told))
    }
    left = {(a, b) for a, others in at_odds.items() for b in others if a < b}
    found = []
    while left:
        seed = min(left, key=lambda pair: (-len(at_odds[pair[0]]) - len(at_odds[pair[1]]), pair))
        chosen = set(seed)
        for number in sorted(at_odds, key=lambda each: (-len(at_odds[each]), each)):
            if chosen <= at_odds[number]:
                chosen.add(number)
        left -= {(a, b) for a, b in combinations(sorted(chosen), 2)}
        found.append([told[number] for number in sorted(chosen)])
    return found


def cannot_both(one: Figure, other: Figure) -> bool:
    """Ranges that do not meet; or "up to 300", which claims that it may be more than somebody's 85 or "up to 90"."""
    (a_low, a_high), (b_low, b_high) = _loose(one), _loose(other)
    if a_high is not None and b_low is not None and a_high < b_low:
        return True
    if b_high is not None and a_low is not None and b_high < a_low:
        return True
    return _claims_more(one, other) or _claims_more(other, one)


def _claims_more(one: Figure, other: Figure) -> bool:
    limit = other.hedge in (Hedge.EXACT, Hedge.UP_TO, Hedge.LESS_THAN) and other.high is not None
    return limit and one.hedge is Hedge.UP_TO and (one.high or 0) > (other.high or 0)


def _loose(figure: Figure) -> tuple[int | None, int | None]:
    """Its bounds, a rounded number with a tenth of room (nearly: below only)."""
    if figure.hedge not in (Hedge.ABOUT, Hedge.NEARLY) or figure.low is None or figure.high is None:
        return figure.low, figure.high
    room = max(1, figure.low // ROUND)
    return figure.low - room, figure.high + (room if figure.hedge is Hedge.ABOUT else 0)


def _dates(asserted: Iterable[Claim]) -> list[Side]:
    return [
        (each.when.start, each.when.text or each.when.start, each.id)
        for each in asserted
        if each.when.start and each.when.precision in FINE_TIMES and each.harm is not Harm.FOUND_DEAD
    ]


def _places(asserted: Iterable[Claim]) -> list[Side]:
    return [
        (each.where.place, each.where.text or each.where.place, each.id)
        for each in asserted
        if each.where.place and each.where.precision in FINE_PLACES and each.harm is not Harm.FOUND_DEAD
    ]


def _two_places(one: str, other: str, places: Mapping[PlaceId, Place]) -> bool:
    a, b = places.get(PlaceId(one)), places.get(PlaceId(other))
    nested = (a is not None and other in a.within) or (b is not None and one in b.within)
    return one != other and not nested


def _accused(asserted: Iterable[Claim]) -> list[Side]:
    return [
        (actor.party, actor.name, each.id)
        for each in asserted
        for actor in each.actors
        if actor.party and actor.role is not Role.COLLECTIVE
    ]


def _statuses(asserted: Sequence[Claim]) -> list[Side]:
    """Civilians, combatants, or a word for fighters: the label is kept as said and settles nothing.

    A report that counts both ("4 civilians and 6 fighters") speaks of two groups and contradicts nobody.
    """
    out: list[Side] = []
    documents: dict[str, set[str]] = {}
    for each in asserted:
        if each.victims is None or (each.toll is not None and each.toll.subset_of):
            continue
        if each.victims.status in (Status.CIVILIAN, Status.COMBATANT):
            out.append((each.victims.status.value, each.victims.status.value, each.id))
        elif each.victims.label and any(word in each.victims.label.casefold() for word in FIGHTER_WORDS):
            out.append((Status.COMBATANT.value, each.victims.label, each.id))
        else:
            continue
        documents.setdefault(each.document, set()).add(out[-1][0])
    both = {each.id for each in asserted if len(documents.get(each.document, ())) > 1}
    return [side for side in out if side[2] not in both]


def _occurrence(testimonies: Sequence[Testimony], asserted: Sequence[Claim]) -> Contradiction | None:
    denied = [
        each.claim
        for each in testimonies
        if each.claim.stance is Stance.DENIES
        and each.claim.reach is Reach.THIS_EVENT
        and each.claim.about in (About.OCCURRENCE, About.ACT, About.HARM)
    ]
    if not denied or not asserted:
        return None
    return Contradiction(
        field="occurrence",
        claims=tuple(each.id for each in [*asserted, *denied]),
        values=(Stance.ASSERTS.value, Stance.DENIES.value),
    )
