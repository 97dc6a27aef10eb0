"""Policy `acled`: one number, the most conservative; words by a fixed table; blank is not 0.

After ACLED's FAQ on fatalities (a third-party copy was seen); not reviewed by it. "Tens" 10, "dozens" 12, "hundreds"
100. The grade is its source scale: the kinds of voices that were heard.
"""

from sijill.assess.policies.policy import Evidence, Policy
from sijill.assess.policies.rules import Rules, Take, notes, ranges_by
from sijill.assess.policies.vague import Vague
from sijill.model.claim import Stance
from sijill.model.decision import Reason
from sijill.model.finding import Grade
from sijill.model.source import SpeakerKind

RULES = Rules(
    name="acled",
    version=1,
    source="ACLED, FAQ: fatalities (third-party copy), and Codebook: source scale; not reviewed by it",
    vague=Vague(words={"tens": (10, 10), "dozens": (12, 12), "hundreds": (100, 100)}),
    take=Take.LEAST,
)
SCALE = {
    SpeakerKind.LOCAL: "local",
    SpeakerKind.EYEWITNESS: "local",
    SpeakerKind.NGO: "local",
    SpeakerKind.OFFICIAL: "other",
    SpeakerKind.PARTY: "other",
    SpeakerKind.UN: "international",
    SpeakerKind.MEDIA: "media",
    SpeakerKind.SOCIAL: "new media",
}


def grade(evidence: Evidence) -> Grade:
    """Which sorts of voices speak, as its source scale names them: "local-media"."""
    asserting = [each.claim for each in evidence.testimonies if each.claim.stance is Stance.ASSERTS]
    kinds = {claim.speakers[-1].kind if claim.speakers else SpeakerKind.MEDIA for claim in asserting}
    scale = sorted({SCALE[kind] for kind in kinds if kind in SCALE})
    reason = Reason(code="voices_heard", values={"kinds": ", ".join(sorted(kinds))})
    return Grade(value="-".join(scale) or None, reasons=(reason, *notes(RULES, evidence)))


ACLED = Policy(
    name=RULES.name,
    version=RULES.version,
    source=RULES.source,
    ranges=lambda evidence: ranges_by(RULES, evidence),
    grade=grade,
)
