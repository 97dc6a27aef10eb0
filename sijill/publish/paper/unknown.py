"""What is not known of an event, said plainly: a gap that nobody names is taken for an answer."""

from sijill.model.claim import Harm
from sijill.model.finding import Finding
from sijill.publish.material import Material
from sijill.publish.wording import Wording, _


def unknowns(finding: Finding, material: Material) -> list[str]:
    """Sentences, most telling first; none where nothing is missing that we know of."""
    say = material.say
    told = [each for harm, toll in finding.tolls.items() if (each := _of_toll(harm, toll.unknown, toll.high, say))]
    if not finding.attribution:
        told.append(say(_("No report says who did it.")))
    elif all(row.independent_accusers == 0 for row in finding.attribution):
        told.append(say(_("Nobody independent of the parties says who did it.")))
    if finding.when.start is None:
        told.append(say(_("No report gives a day that can be dated.")))
    if finding.where.lat is None:
        told.append(say(_("The place could not be put on a map.")))
    if finding.independent_sources < 2:
        told.append(say(_("No two independent sources report it.")))
    withheld = sum(1 for each in finding.claims if each in material.claims and material.claims[each].span == (0, 0))
    if withheld:
        claims = say.count(withheld, "claim", "claims")
        told.append(say.fill(_("To protect their sources the words of {claims} are withheld."), claims=claims))
    return told


def _of_toll(harm: Harm, unknown: bool, high: int | None, say: Wording) -> str:
    if unknown:
        return say.fill(_("{harm}: no report gives a number."), harm=say.harm(harm))
    return say.fill(_("{harm}: no report gives an upper limit."), harm=say.harm(harm)) if high is None else ""
