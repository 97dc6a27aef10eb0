"""What a casualty recorder makes of the claims of one page that tells of one incident.

Claims dated to other days are background, cumulative tolls are nobody's incident: both are left out. Wholes compete,
parts never do: the policy `range` of the register puts together what is left.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from sijill.assess.figure import Figure
from sijill.assess.figures import figures
from sijill.assess.policies.ranges import range_of
from sijill.assess.testimony import Testimony
from sijill.extract.document import extract
from sijill.language.days import anchor
from sijill.language.vocabulary import Vocabulary
from sijill.model.claim import Claim, Harm, Modality, Stance
from sijill.model.document import DocumentId
from sijill.model.when import Period

PAGE = DocumentId("doc_page")
NO_NAMES = Vocabulary()
DEAD = frozenset({Harm.KILLED, Harm.FOUND_DEAD})
HURT = frozenset({Harm.INJURED})
NEAR = timedelta(days=2)
LONG = 7
"""A period of more days than this dates no incident."""

Bounds = tuple[int | None, int | None]


@dataclass(frozen=True, slots=True)
class Told:
    """A claim and the days it speaks of, None where its words give none that the page can settle.

    own_hand   of one who killed himself: never one of those whom he killed
    """

    claim: Claim
    days: tuple[date, date] | None
    own_hand: bool = False


def told(text: str, published: str | None, *, relative: bool, vocabulary: Vocabulary = NO_NAMES) -> list[Told]:
    """The claims of a page in the order of its words.

    relative   whether `published` is the day of the page, so that "on Monday" is a day; else it only tells the year
    """
    extraction = extract(PAGE, text, vocabulary)
    found = []
    for claim, reading in zip(extraction.claims, extraction.readings, strict=True):
        value = next((part.value for part in reading.parts if part.field == "when" and part.value), None)
        settled = value is not None and (relative or _names_a_day(value))
        own_hand = any(rule.startswith("suicide:") for rule in reading.rules)
        found.append(Told(claim, _days(anchor(value, published)) if value is not None and settled else None, own_hand))
    return found


def _names_a_day(value: str) -> bool:
    """ "2021-03-09", "--03-09" or "evening:2021-03-09": of the day of publication only the year is needed."""
    last = value.rpartition(":")[2]
    return last[:1].isdigit() or last.startswith("--")


def _days(period: Period | None) -> tuple[date, date] | None:
    if period is None or period.start is None or period.end is None:
        return None
    first, last = date.fromisoformat(period.start[:10]), date.fromisoformat(period.end[:10])
    return (first, last) if (last - first).days <= LONG else None


def day_of(page: Iterable[Told], harms: frozenset[Harm]) -> date | None:
    """The day of the incident that a news page tells of: the first that it gives to a harm, else to anything."""
    dated = [each for each in page if each.days is not None]
    of_harm = (each for each in dated if each.claim.harm in harms)
    first = next(of_harm, dated[0] if dated else None)
    return first.days[0] if first is not None and first.days is not None else None


def own(page: Iterable[Told], day: date | None, harms: frozenset[Harm]) -> list[Claim]:
    """What is said to have happened to people in the incident of that day: dated near it, or not dated.

    The first of `harms` stands for all of them: a body found is one of the dead.
    """
    chief = next(harm for harm in Harm if harm in harms)
    return [replace(claim, harm=chief) for claim in of_incident(page, day) if claim.harm in harms]


def of_incident(page: Iterable[Told], day: date | None) -> list[Claim]:
    """What is said to have happened in the incident of that day, to people or not: no background, no denials."""
    near = (each for each in page if each.days is None or day is None or _is_near(each.days, day))
    return [each.claim for each in near if _counts(each.claim)]


def _is_near(days: tuple[date, date], day: date) -> bool:
    return days[0] - NEAR <= day <= days[1] + NEAR


def _counts(claim: Claim) -> bool:
    asserted = claim.stance in (Stance.ASSERTS, Stance.ACCEPTS_RESPONSIBILITY)
    return asserted and claim.modality is Modality.ACTUAL and not (claim.toll is not None and claim.toll.cumulative)


def numbers(claims: Iterable[Claim]) -> list[Figure]:
    """The numbers of these claims, and the sums of those said in one breath ("a man and a woman")."""
    return figures(
        Testimony(
            claim=claim,
            origin=claim.speakers[-1].name if claim.speakers else PAGE,
            says_how=False,
            speaks_for=frozenset(),
            moment=None,
        )
        for claim in claims
    )


def reported(found: Sequence[Figure]) -> Bounds:
    """The range of reports; a bound that nobody gives is the other one."""
    (low, _), (high, _) = range_of(found)
    return (low if low is not None else high), (high if high is not None else low)
