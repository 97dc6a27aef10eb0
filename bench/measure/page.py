"""What a casualty recorder makes of the claims of one page that tells of one incident.

Claims dated to other days are background, cumulative tolls are nobody's incident: both are left out. Wholes compete,
parts never do: the policy `range` of the register puts together what is left.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from sijill.assess.figures import Figure, figures
from sijill.assess.policies.range_of_reports import range_of
from sijill.assess.testimony import Testimony
from sijill.extract.document import extract
from sijill.language.days import anchor
from sijill.language.vocabulary import Vocabulary
from sijill.model.claim import Claim, Harm, Modality, Stance
from sijill.model.document import DocumentId
from sijill.model.when import Period

PAGE = DocumentId("doc_page")
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


def told(text: str, published: str | None, *, relative: bool) -> list[Told]:
    """The claims of a page in the order of its words.

    relative   whether `published` is the day of the page, so that "on Monday" is a day; else it only tells the year
    """
    extraction = extract(PAGE, text, Vocabulary())
    found = []
    for claim, reading in zip(extraction.claims, extraction.readings, strict=True):
        value = next((part.value for part in reading.parts if part.field == "when" and part.value), None)
        settled = value is not None and (relative or value[0].isdigit() or value.startswith("--"))
        own_hand = any(rule.startswith("suicide:") for rule in reading.rules)
        found.append(Told(claim, _days(anchor(value, published)) if value is not None and settled else None, own_hand))
    return found


def _days(period: Period | None) -> tuple[date, date] | None:
    if period is None or period.start is None or period.end is None:
        return None
    first, last = date.fromisoformat(period.start[:10]), date.fromisoformat(period.end[:10])
    return (first, last) if (last - first).days <= LONG else None


def day_of(page: Iterable[Told], harms: frozenset[Harm]) -> date | None:
    """The day of the incident that a news page tells of: the first that it gives to a harm."""
    return next((each.days[0] for each in page if each.days is not None and each.claim.harm in harms), None)


def own(page: Iterable[Told], day: date | None, harms: frozenset[Harm]) -> list[Claim]:
    """What is said to have happened to people in the incident of that day: dated near it, or not dated.

    The first of `harms` stands for all of them: a body found is one of the dead.
    """
    chief = next(harm for harm in Harm if harm in harms)
    near = (each for each in page if each.days is None or day is None or _is_near(each.days, day))
    return [replace(each.claim, harm=chief) for each in near if each.claim.harm in harms and _counts(each.claim)]


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


def _is_list(figure: Figure) -> bool:
    """People named: a least number, and where the page begins with it what it concludes."""
    return figure.part and (figure.low or 0) > 1


def reported(found: Sequence[Figure]) -> Bounds:
    """The range of reports; a bound that nobody gives is the other one."""
    (low, _), (high, _) = range_of(found)
    return (low if low is not None else high), (high if high is not None else low)


def concluded(found: Sequence[Figure]) -> Bounds | None:
    """What the page itself concludes: the first whole that it tells in its own voice; None where it tells none.

    The number of those it begins by naming is the least. A bound that it leaves open is taken from what others say.
    """
    wholes = [each for each in found if not each.subset and (not each.part or _is_list(each))]
    lead = next((each for each in wholes if each.origin == PAGE), None)
    if lead is None or not any(each.origin == PAGE and not each.part for each in wholes):
        return None
    lead = replace(lead, high=None) if lead.part else lead
    wholes = [each for each in wholes if not each.part]
    low, high = max(
        ((each.low, each.high) for each in wholes if each.span == lead.span and each.low is not None),
        key=lambda bounds: bounds[0] or 0,
        default=(lead.low, lead.high),
    )
    if high is None:
        high = max((each.high for each in wholes if each.high is not None and each.high >= (low or 0)), default=low)
    if low is None:
        low = max((each.low for each in wholes if each.low is not None and each.low <= (high or 0)), default=high)
    return low, high
