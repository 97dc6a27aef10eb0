"""Policy `airwars`: the lowest to the highest number of civilians by credible sources, closed at both ends.

After Airwars' methodology and the grading texts on its incident pages; not reviewed by it. A single value stands for
both ends; no number is unknown, never 0; people in the plural without a number are 2, "dozens" 12 to 24 (what its
recorders wrote, seen on their pages). Where Airwars itself concludes a number, that is the range.

confirmed    a belligerent accepted responsibility for the act and for harm to people; a declared strike alone is not
discounted   the victims are said, without interest, to have been combatants, and nobody says otherwise
contested, fair, weak   as in corroboration.py; "credible" are all origins that are named and not interested
"""

from dataclasses import replace

from sijill.assess.corroboration import competing, corroboration
from sijill.assess.figures import figures
from sijill.assess.policies.policy import Evidence, Policy
from sijill.assess.policies.rules import Interested, Rules, notes, ranges_by
from sijill.assess.policies.vague import Vague
from sijill.model.claim import Harm, Stance, Status
from sijill.model.decision import Reason
from sijill.model.finding import Grade

RULES = Rules(
    name="airwars",
    version=1,
    source="Airwars, Civilian Casualty Methodology, and the grading texts on its incident pages; not reviewed by it",
    interested=Interested.ALONE,
    civilians=True,
    vague=Vague(
        words={"dozens": (12, 24), "scores": (20, 40), "hundreds": (100, 200), "thousands": (1000, 2000)},
        plural=(2, 2),
    ),
    closed=True,
    concluding=True,
)


def grade(evidence: Evidence) -> Grade:
    """Confirmed, discounted, contested, fair or weak, each with what it was taken from."""
    plain = corroboration(evidence.testimonies, evidence.attribution, evidence.parties)
    reasons = (*plain.reasons, *notes(RULES, evidence))
    accepted = [
        each
        for each in evidence.testimonies
        if each.claim.stance is Stance.ACCEPTS_RESPONSIBILITY and each.claim.harm is not Harm.NONE and each.speaks_for
    ]
    if accepted:
        values = {"claims": len(accepted)}
        return Grade(value="confirmed", reasons=(Reason(code="harm_accepted", values=values), *reasons))
    if _only_combatants(evidence):
        return Grade(value="discounted", reasons=(Reason(code="only_combatants", values={}), *reasons))
    if competing(evidence.attribution, evidence.parties):
        return replace(plain, reasons=reasons)
    credible = len({each.origin for each in evidence.testimonies if _credible(each.claim.stance, each.interested)})
    named = Reason(code="credible_origins", values={"count": credible})
    return Grade(value="fair" if credible >= 2 else "weak", reasons=(named, *reasons))


def _credible(stance: Stance, interested: bool) -> bool:
    return stance in (Stance.ASSERTS, Stance.ACCEPTS_RESPONSIBILITY) and not interested


def _only_combatants(evidence: Evidence) -> bool:
    told = [each.status for each in figures(evidence.testimonies) if not each.interested]
    return bool(told) and set(told) == {Status.COMBATANT}


AIRWARS = Policy(
    name=RULES.name,
    version=RULES.version,
    source=RULES.source,
    ranges=lambda evidence: ranges_by(RULES, evidence),
    grade=grade,
)
