"""Events as a sheet of incidents in Airwars' terms: minimum and maximum of each harm and group, grade, belligerents.

Numbers are those of policy `airwars`, "rules after Airwars, not reviewed by it"; where it was not run, there is no
sheet.
"""

from collections.abc import Iterator

from sijill.model.claim import Harm
from sijill.model.finding import CasualtyRange, Finding, accused
from sijill.publish.coding.rows import to_sheet
from sijill.publish.material import Material

DATASET = POLICY = "airwars"
GROUPS = ("children", "women", "men")
COLUMNS = [
    *"code date location latitude longitude belligerent strike_type".split(),
    *(f"{stem}_{end}" for stem in ("killed", "injured", *GROUPS) for end in ("min", "max")),
    "grading",
]


def to_airwars(material: Material) -> Iterator[bytes] | None:
    """The sheet; None where the policy was not run and no such sheet was imported."""
    return to_sheet(material, dataset=DATASET, columns=COLUMNS, takes=lambda each: POLICY in each.policies, code=_coded)


def _coded(finding: Finding, material: Material) -> dict[str, str]:
    told = finding.policies[POLICY]
    killed, injured = told.tolls.get(Harm.KILLED), told.tolls.get(Harm.INJURED)
    names = {str(each.id): each.name for each in material.parties.values()}
    said = {
        "code": finding.id,
        "date": finding.when.start,
        "location": material.where(finding.where),
        "latitude": finding.where.lat,
        "longitude": finding.where.lon,
        "belligerent": ", ".join(names.get(each, each) for each in accused(finding.attribution)),
        "strike_type": finding.act.value,
        **_ends("killed", killed),
        **_ends("injured", injured),
        "grading": told.grade.value,
    }
    for group in GROUPS:
        said |= _ends(group, killed.by_group.get(group) if killed else None)
    return {column: "" if value is None else str(value) for column, value in said.items()}


def _ends(stem: str, found: CasualtyRange | None) -> dict[str, int | None]:
    return {f"{stem}_min": found.low if found else None, f"{stem}_max": found.high if found else None}
