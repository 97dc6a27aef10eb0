"""The pages that only a release has: search, people, parties, what stands beside the events, pictures, how it was made,
and the data.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from sijill.model.release.rules import ReleaseRules
from sijill.publish.material import Material
from sijill.publish.pictures.gallery import Picture
from sijill.publish.quotes import Quotes
from sijill.publish.render import page
from sijill.publish.sealed import Sealed
from sijill.publish.search.files import search_files
from sijill.publish.soundness import Refused
from sijill.publish.views.beside import beside
from sijill.publish.views.conformance import conformance
from sijill.publish.views.making import making
from sijill.publish.views.parties import parties
from sijill.publish.views.people import people
from sijill.publish.wording import Wording, _

WHAT = {
    "README.md": _("data dictionary in words"),
    "register.sqlite": _("all tables in one SQLite file, as Datasette opens it"),
    "datapackage.json": _("the CSV files as a Frictionless data package"),
    "csv-metadata.json": _("the CSV files as CSV on the Web"),
    "catalogue.jsonld": _("the release as a DCAT dataset"),
    "provenance.jsonld": _("where everything comes from: W3C PROV, CASE/UCO"),
    "events.jsonl": _("events as records"),
    "claims.jsonl": _("claims as records"),
    "series.jsonl": _("running tolls as records"),
    "patterns.jsonl": _("what recurs, as records"),
    "entities.ftm.json": _("people, organisations, places and events for FollowTheMoney"),
    "events.hxl.csv": _("events with the tags of the Humanitarian Exchange Language"),
    "events.ucdp_ged.csv": _("events in the columns of UCDP GED"),
    "events.acled.csv": _("events in the columns of ACLED"),
    "events.airwars.csv": _("events in the columns of Airwars"),
    "events.geo.parquet": _("events with their places as GeoParquet"),
    "capture_histories.csv": _("how many persons stand on which lists"),
}
FORM_OF_KIND = {
    "pdf": _("dossier on paper"),
    "csv": _("table"),
    "parquet": _("table as Parquet"),
    "geojson": _("places of events"),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class FileRow:
    """A file of the release."""

    name: str
    what: str
    size: str


def site(
    material: Material,
    rules: ReleaseRules,
    *,
    refused: Sequence[Refused],
    data: Mapping[str, Sealed],
    pictures: Sequence[Picture],
    made_with: str,
) -> Iterator[tuple[str, bytes]]:
    """Each page by name. data: the other files of the release; pictures: of this language; made_with: the version of
    Sijill.
    """
    told: dict[str, Any] = {"case": material.title, "edition": material.edition, "say": material.say, "top": ""}
    yield from search_files(material, told)
    yield "people.html", page("people.html", here="people.html", view=people(material, rules.k), **told)
    yield "parties.html", page("parties.html", here="parties.html", view=parties(material), **told)
    view = beside(material, Quotes(material))
    yield "beside.html", page("beside.html", here="beside.html", view=view, **told)
    yield "pictures.html", page("pictures.html", here="pictures.html", pictures=pictures, **told)
    made, items = making(material, rules, refused), conformance(material, rules)
    yield "method.html", page("method.html", here="method.html", view=made, items=items, **told)
    files = [FileRow(name=name, what=_what(name, material.say), size=_size(data[name].size)) for name in sorted(data)]
    yield "data.html", page("data.html", here="data.html", files=files, version=made_with, **told)


def _what(name: str, say: Wording) -> str:
    """What a file is; of a table, its name and form."""
    bare = name.rpartition("/")[2]
    stem, _dot, kind = bare.rpartition(".")
    if bare in WHAT:
        return say(WHAT[bare])
    return say.fill(_("{table}: {form}"), table=stem.replace("_", " "), form=say(FORM_OF_KIND.get(kind, kind)))


def _size(size: int) -> str:
    """In bytes, kB or MB, to two figures."""
    for unit, many in (("MB", 1_000_000), ("kB", 1_000)):
        if size >= many:
            return f"{size / many:.3g} {unit}"
    return f"{size} B"
