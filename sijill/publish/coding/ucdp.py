"""Events as rows of UCDP GED (49 columns, codebook of version 24.1). What is not known is left empty, never guessed.

An imported row is written as it came. Of any other event low, best, high and the deaths of each side are those of
policy `ucdp` where it was run, else the range of reports with its low as best. Ids of UCDP's own lists (conflict,
dyad, sides, countries, grid cells) are UCDP's to give: they stay empty.
"""

from collections.abc import Iterator, Mapping

from sijill.model.claim import Harm
from sijill.model.finding import CasualtyRange, Finding
from sijill.model.place import Place, PlacePrecision
from sijill.publish.coding.rows import to_sheet
from sijill.publish.material import Material

DATASET = "ucdp_ged"
COLUMNS = (
    "id relid year active_year code_status type_of_violence conflict_dset_id conflict_new_id conflict_name dyad_dset_id"
    " dyad_new_id dyad_name side_a_dset_id side_a_new_id side_a side_b_dset_id side_b_new_id side_b number_of_sources"
    " source_article source_office source_date source_headline source_original where_prec where_coordinates"
    " where_description adm_1 adm_2 latitude longitude geom_wkt priogrid_gid country country_id region event_clarity"
    " date_prec date_start date_end deaths_a deaths_b deaths_civilians deaths_unknown best high low gwnoa gwnob"
).split()
SIDES = ("deaths_a", "deaths_b", "deaths_civilians", "deaths_unknown")
WHERE = {
    PlacePrecision.EXACT: "1",
    PlacePrecision.SITE: "1",
    PlacePrecision.SETTLEMENT: "1",
    PlacePrecision.DISTRICT: "3",
    PlacePrecision.PROVINCE: "4",
    PlacePrecision.COUNTRY: "6",
}


def to_ucdp(material: Material) -> Iterator[bytes] | None:
    """Every event with deaths, as a CSV; with the columns of the imported rows where all of them were imported."""
    return to_sheet(
        material, dataset=DATASET, columns=COLUMNS, takes=lambda each: Harm.KILLED in each.tolls, code=_coded
    )


def _coded(finding: Finding, material: Material) -> dict[str, str]:
    told = finding.policies.get("ucdp")
    deaths = (told.tolls if told else finding.tolls).get(Harm.KILLED)
    codes = {
        key: value
        for reason in (told.grade.reasons if told else ())
        if reason.code in ("ucdp_codes", "ucdp_sides")
        for key, value in reason.values.items()
    }
    place = material.places.get(finding.where.place) if finding.where.place else None
    first = finding.documents[0] if finding.documents else None
    document = material.documents.get(first) if first is not None else None
    said = {
        "id": finding.id,
        "year": (finding.when.start or "")[:4],
        "side_a": _party(codes.get("a"), material),
        "side_b": _party(codes.get("b"), material),
        "number_of_sources": finding.independent_sources,
        "source_office": document.source if document else None,
        "source_date": document.published if document else None,
        "source_headline": document.title if document else None,
        "where_prec": codes.get("where_prec") or WHERE.get(finding.where.precision),
        "where_coordinates": place.name if place else finding.where.text,
        "where_description": finding.where.text,
        **_divisions(place, material.places),
        "latitude": finding.where.lat,
        "longitude": finding.where.lon,
        "geom_wkt": _point(finding),
        "event_clarity": codes.get("event_clarity"),
        "date_prec": codes.get("date_prec"),
        "date_start": finding.when.start,
        "date_end": finding.when.end,
        **_deaths(deaths),
    }
    return {column: "" if value is None else str(value) for column, value in said.items()}


def _deaths(deaths: CasualtyRange | None) -> dict[str, int | None]:
    if deaths is None or deaths.unknown:
        return {}
    sides = {side: deaths.by_status[side].best for side in SIDES if side in deaths.by_status}
    best = deaths.best if deaths.best is not None else deaths.low
    return {**sides, "low": deaths.low, "best": best, "high": deaths.high}


def _party(id_: object, material: Material) -> str | None:
    known = next((each for each in material.parties.values() if each.id == id_), None)
    return known.name if known else None


def _divisions(place: Place | None, places: Mapping[str, Place]) -> dict[str, str | None]:
    """The country and its two divisions that hold the place."""
    around = [places[each] for each in (place.id, *place.within) if each in places] if place else []
    by_kind = {each.kind: each.name for each in reversed(around)}
    return {"country": by_kind.get("country"), "adm_1": by_kind.get("province"), "adm_2": by_kind.get("district")}


def _point(finding: Finding) -> str | None:
    where = finding.where
    return None if where.lat is None or where.lon is None else f"POINT ({where.lon:g} {where.lat:g})"
