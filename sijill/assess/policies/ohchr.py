"""Policy `ohchr`: verified are as many as two independent origins reach; what one alone says beyond that is pending.

After OHCHR, Guidance on Casualty Recording (2019): each casualty is verified by independent, credible sources under the
standard "reasonable grounds to believe"; not reviewed by it. The range is the number verified; `by_status` holds what
is pending corroboration.
"""

from collections.abc import Mapping
from dataclasses import replace

from sijill.assess.corroboration import corroboration
from sijill.assess.figure import Figure, current
from sijill.assess.figures import figures
from sijill.assess.policies.policy import Evidence, Policy
from sijill.assess.policies.ranges import claims_of, range_of, ranges_of
from sijill.assess.policies.snhr import reached_by
from sijill.model.claim import Harm
from sijill.model.decision import Reason
from sijill.model.finding import CasualtyRange, Grade

NAME = "ohchr"
PENDING = "pending"


def ranges(evidence: Evidence) -> Mapping[Harm, CasualtyRange]:
    """low: reached by two origins [persons]; high: the same; pending: how many more one origin gives."""
    made = ranges_of(NAME, evidence, (), range_of)
    return {harm: _verified(each, _credible(evidence, harm)) for harm, each in made.items()}


def _credible(evidence: Evidence, harm: Harm) -> list[Figure]:
    """What is said without interest by voices that say how they know."""
    knows = {each.origin for each in evidence.testimonies if each.says_how}
    said = current(figures(evidence.testimonies))
    return [each for each in said if each.harm is harm and not each.interested and each.origin in knows]


def _verified(empty: CasualtyRange, said: list[Figure]) -> CasualtyRange:
    found, most = reached_by(said, 2), max((each.low or 0 for each in said), default=0)
    number, claims = found or (None, ())
    beyond = most - (number or 0)
    pending = replace(empty, by_group={}, high=beyond, high_rests_on=claims_of(e for e in said if (e.low or 0) == most))
    return replace(
        empty,
        low=number,
        high=number,
        unknown=number is None,
        low_rests_on=claims,
        high_rests_on=claims,
        by_status={PENDING: replace(pending, unknown=False)} if beyond else {},
    )


def grade(evidence: Evidence) -> Grade:
    """Verified if any harm is, else pending corroboration."""
    verified = [
        harm for harm in dict.fromkeys(e.claim.harm for e in evidence.testimonies) if _two_origins(evidence, harm)
    ]
    plain = corroboration(evidence.testimonies, evidence.attribution, evidence.parties)
    reason = Reason(code="reached_by_two_origins", values={"harms": ", ".join(each.value for each in verified)})
    return Grade(value="verified" if verified else "pending", reasons=(reason, *plain.reasons))


def _two_origins(evidence: Evidence, harm: Harm) -> bool:
    return reached_by(_credible(evidence, harm), 2) is not None


OHCHR = Policy(
    name=NAME,
    version=1,
    source="OHCHR, Guidance on Casualty Recording (2019); not reviewed by it",
    ranges=ranges,
    grade=grade,
)
