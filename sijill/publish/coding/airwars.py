"""Events as a sheet of incidents in Airwars' terms: minimum and maximum of each harm and group, grade, belligerents.

Numbers are those of policy `airwars`, "rules after Airwars, not reviewed by it"; where it was not run, there is no
sheet.
"""

from collections.abc import Iterator

from sijill.model.claim import Harm
from sijill.model.finding import CasualtyRange, Finding
from sijill.publish.coding.rows import header_of, imported, rows_of, to_table
from sijill.publish.material import Material

DATASET = POLICY = "airwars"
GROUPS = ("children", "women", "men")
COLUMNS = [
    *"code date location latitude longitude belligerent strike_type".split(),
    *(f"{stem}_{end}" for stem in ("killed", "injured", *GROUPS) for end in ("min", "max")),
    "grading",
]


def to_airwars(material: Material) -> bytes | None:
    """The sheet; None where the policy was not run and no such sheet was imported."""
    rows = list(_rows(material))
    own = list(rows_of(material, DATASET))
    header = header_of(own) if own and len(own) == len(rows) else COLUMNS
    return to_table(header, rows) if rows else None


def _rows(material: Material) -> Iterator[dict[str, str]]:
    for finding in material.findings:
        row = imported(material, finding, DATASET)
        if row is not None:
            yield dict(row.cells)
        elif POLICY in finding.policies:
            yield _coded(finding, material)


def _coded(finding: Finding, material: Material) -> dict[str, str]:
    told = finding.policies[POLICY]
    killed, injured = told.tolls.get(Harm.KILLED), told.tolls.get(Harm.INJURED)
    place = material.places.get(finding.where.place) if finding.where.place else None
    accused = [str(row.party) for row in finding.attribution if row.accused_by or row.accepted_by]
    names = {str(each.id): each.name for each in material.parties.values()}
    said = {
        "code": finding.id,
        "date": finding.when.start,
        "location": place.name if place else finding.where.text,
        "latitude": finding.where.lat,
        "longitude": finding.where.lon,
        "belligerent": ", ".join(names.get(each, each) for each in accused),
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
