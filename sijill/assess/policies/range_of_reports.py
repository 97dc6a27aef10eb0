"""Policy `range`: the lowest to the highest of what is currently asserted. The default display.

source   Every Casualty, Standards for Casualty Recording (2016), p. 25: disagreement is shown as a numerical range from
         the lowest to the highest credible figure. The bounds of hedged numbers: design, section 5.
"""

from collections.abc import Mapping

from sijill.assess.corroboration import corroboration
from sijill.assess.figures import figures
from sijill.assess.policies.policy import Evidence, Policy
from sijill.assess.policies.ranges import range_of, ranges_of
from sijill.model.claim import Harm
from sijill.model.finding import CasualtyRange, Grade

NAME = "range"


def ranges(evidence: Evidence) -> Mapping[Harm, CasualtyRange]:
    """Everything that is asserted now, of this event alone."""
    return ranges_of(NAME, evidence, figures(evidence.testimonies), range_of)


def grade(evidence: Evidence) -> Grade:
    """Every Casualty asks for corroboration and names no scale: that of corroboration.py is shown."""
    return corroboration(evidence.testimonies, evidence.attribution, evidence.parties)


RANGE = Policy(
    name=NAME,
    version=1,
    source="Every Casualty, Standards for Casualty Recording (2016), p. 25; not reviewed by it",
    ranges=ranges,
    grade=grade,
)
