"""Policy `snhr`: the killed whom two sources name that do not know each other; unnamed ones only with an image.

After the Syrian Network for Human Rights, Methodology (Arabic, 2013); not reviewed by it. A list of names counts as
many as two origins name at least; one list alone is pending. The images that would show unnamed victims are not read
here: unnamed victims are left out, and that is said.
"""

from collections.abc import Mapping
from dataclasses import replace

from sijill.assess.corroboration import corroboration
from sijill.assess.figure import Figure
from sijill.assess.figures import figures
from sijill.assess.policies.policy import Evidence, Policy
from sijill.assess.policies.ranges import claims_of, range_of, ranges_of
from sijill.model.claim import ClaimId, Harm
from sijill.model.decision import Reason
from sijill.model.finding import CasualtyRange, Grade
from sijill.model.toll import Unit

NAME = "snhr"


def ranges(evidence: Evidence) -> Mapping[Harm, CasualtyRange]:
    """A number of persons named by two origins; unknown where fewer name anybody."""
    made = ranges_of(NAME, evidence, (), range_of)
    return {harm: _named(each, _lists(evidence, harm)) for harm, each in made.items()}


def _named(empty: CasualtyRange, lists: list[Figure]) -> CasualtyRange:
    found = reached_by(lists, 2)
    if found is None:
        return empty
    number, claims = found
    return replace(empty, low=number, high=number, unknown=False, low_rests_on=claims, high_rests_on=claims)


def reached_by(found: list[Figure], origins: int) -> tuple[int, tuple[ClaimId, ...]] | None:
    """The greatest number that so many origins reach, each by the most that it says, and the claims that do."""
    most: dict[str, Figure] = {}
    for each in found:
        if each.low is not None and (each.origin not in most or each.low > (most[each.origin].low or 0)):
            most[each.origin] = each
    ranked = sorted(most.values(), key=lambda each: (-(each.low or 0), each.claims))
    if len(ranked) < origins:
        return None
    number = ranked[origins - 1].low or 0
    return number, claims_of(each for each in ranked if (each.low or 0) >= number)


def _lists(evidence: Evidence, harm: Harm) -> list[Figure]:
    named = {each.claim.id for each in evidence.testimonies if each.claim.toll and each.claim.toll.unit is Unit.NAMED}
    said = figures(evidence.testimonies)
    return [each for each in said if each.harm is harm and not each.interested and named.issuperset(each.claims)]


def grade(evidence: Evidence) -> Grade:
    """Documented once two lists agree on somebody, pending while one names them; else without names."""
    harms = {each.harm for each in figures(evidence.testimonies)}
    lists = [each for harm in harms for each in _lists(evidence, harm)]
    origins = {each.origin for each in lists}
    plain = corroboration(evidence.testimonies, evidence.attribution, evidence.parties)
    value = "documented" if len(origins) >= 2 else "pending" if origins else "without_names"
    reasons = (
        Reason(code="lists_of_names", values={"origins": len(origins)}),
        Reason(code="unnamed_need_an_image", values={}),
    )
    return Grade(value=value, reasons=(*reasons, *plain.reasons))


SNHR = Policy(
    name=NAME,
    version=1,
    source="Syrian Network for Human Rights, Methodology (Arabic, 2013); not reviewed by it",
    ranges=ranges,
    grade=grade,
)
