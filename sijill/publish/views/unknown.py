"""What is not known of an event, said plainly: a gap that nobody names is taken for an answer."""

from sijill.model.claim import Harm
from sijill.model.finding import Finding
from sijill.publish import words
from sijill.publish.material import Material


def unknowns(finding: Finding, material: Material) -> list[str]:
    """Sentences, most telling first; none where nothing is missing that we know of."""
    told = [each for harm, toll in finding.tolls.items() if (each := _of_toll(harm, toll.unknown, toll.high))]
    if not finding.attribution:
        told.append("No report says who did it.")
    elif all(row.independent_accusers == 0 for row in finding.attribution):
        told.append("Nobody independent of the parties says who did it.")
    if finding.when.start is None:
        told.append("No report gives a day that can be dated.")
    if finding.where.lat is None:
        told.append("The place could not be put on a map.")
    if finding.independent_sources < 2:
        told.append("No two independent sources report it.")
    withheld = sum(1 for each in finding.claims if each in material.claims and material.claims[each].span == (0, 0))
    if withheld:
        told.append(f"The words of {withheld} of its claims are withheld to protect their sources.")
    return told


def _of_toll(harm: Harm, unknown: bool, high: int | None) -> str:
    name = words.FORM_OF_HARM[harm].lower()
    if unknown:
        return f"No report gives a number of people {name}."
    return f"No report gives an upper limit for those {name}." if high is None else ""
