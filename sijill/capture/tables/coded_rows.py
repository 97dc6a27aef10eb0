"""Tables that are known datasets of coded events: no map is needed, every column is kept, what cannot be is asked."""

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import UTC, datetime

from sijill.capture.dates import published
from sijill.capture.documents import written
from sijill.capture.found import Found, Original, Results, Told, refused
from sijill.capture.tables.rows import Row
from sijill.model.dataset import DatasetRow
from sijill.model.decision import Doubt, Reason, Step, doubt
from sijill.model.document import Document, DocumentId, document_id

READER = "sijill.dataset/1"
KNOWN: Mapping[str, frozenset[str]] = {
    "ucdp_ged": frozenset(
        {"type_of_violence", "where_prec", "event_clarity", "deaths_civilians", "low", "best", "high"}
    ),
    "acled": frozenset({"event_id_cnty", "event_date", "sub_event_type", "actor1", "fatalities"}),
    "airwars": frozenset({"killed_min", "killed_max", "belligerent", "grading"}),
}
NAME = {"ucdp_ged": "UCDP GED", "acled": "ACLED", "airwars": "Airwars"}
KEY = {"ucdp_ged": "id", "acled": "event_id_cnty", "airwars": "code"}
DAY = re.compile(r"\d{4}-\d\d-\d\d")
DEATHS = ("deaths_a", "deaths_b", "deaths_civilians", "deaths_unknown")
Cells = Mapping[str, str]


def dataset_of(columns: Sequence[str]) -> str | None:
    """The dataset whose columns these are, if it is one that is known and no column stands twice."""
    held = frozenset(columns)
    return next((name for name, needed in KNOWN.items() if needed <= held and len(held) == len(columns)), None)


def coded_documents(rows: Iterable[Row], original: Original, told: Told, *, dataset: str) -> Results:
    """One document a row, with its columns as its text; rows that have a fault are refused with it."""
    for row in rows:
        locator = original.at(f"row:{row.number}")
        if row.cells is None or row.fault:
            yield refused(original, locator, row.fault or "bad_row", row.seen)
            continue
        cells = {column: str(value) for column, value in row.cells.items()}
        yield _document(cells, original, told, locator=locator, dataset=dataset)


def _document(cells: Cells, original: Original, told: Told, *, locator: str, dataset: str) -> Found:
    id_ = document_id(original.digest, locator)
    name = f"{NAME[dataset]} {cells.get(KEY[dataset], '').removesuffix('.0')}".strip()
    document = Document(
        id=id_,
        name=original.name,
        digest=original.digest,
        locator=locator,
        media_type=original.media_type,
        title=name,
        source=told.source or NAME[dataset],
        published=told.published or published(PUBLISHED[dataset](cells), captured=told.captured).date,
        captured=told.captured,
    )
    text = DatasetRow(dataset=dataset, cells=cells).text()
    found = violations(dataset, cells)
    doubts = (_ask(id_, name, found),) if found else ()
    return Found(document=document, text=written(id_, text, reader=READER), doubts=doubts)


def _ask(document: DocumentId, name: str, found: Sequence[str]) -> Doubt:
    question = Reason(code="row_contradicts_itself", values={"name": name, "violations": "; ".join(found)})
    return doubt(Step.CAPTURE, question, (document,))


def violations(dataset: str, cells: Cells) -> list[str]:
    """What a row says against its own codebook."""
    return [said for said, holds in CHECKS[dataset] if not holds(cells)]


def _number(cells: Cells, column: str) -> float | None:
    try:
        return float(cells.get(column, ""))
    except ValueError:
        return None


def _in_order(cells: Cells, *columns: str) -> bool:
    known = [each for each in (_number(cells, column) for column in columns) if each is not None]
    return known == sorted(known)


def _best_is_sum(cells: Cells) -> bool:
    best, parts = _number(cells, "best"), [_number(cells, each) for each in DEATHS]
    return best is None or None in parts or best == sum(each or 0 for each in parts)


def _on_earth(cells: Cells) -> bool:
    north, east = _number(cells, "latitude"), _number(cells, "longitude")
    return north is None or east is None or (-90 <= north <= 90 and -180 <= east <= 180)


def _dates_in_order(cells: Cells) -> bool:
    return cells.get("date_start", "")[:10] <= (cells.get("date_end") or cells.get("date_start", ""))[:10]


def _coded(column: str, low: int, high: int) -> Callable[[Cells], bool]:
    def holds(cells: Cells) -> bool:
        value = _number(cells, column)
        return value is None or (low <= value <= high and value == int(value))

    return holds


Check = tuple[str, Callable[[Cells], bool]]
CHECKS: Mapping[str, tuple[Check, ...]] = {
    "ucdp_ged": (
        ("low > best or best > high", lambda cells: _in_order(cells, "low", "best", "high")),
        ("best is not the sum of the four kinds of deaths", _best_is_sum),
        ("date_start after date_end", _dates_in_order),
        ("coordinates outside of the earth", _on_earth),
        ("where_prec is not 1 to 7", _coded("where_prec", 1, 7)),
        ("date_prec is not 1 to 5", _coded("date_prec", 1, 5)),
        ("type_of_violence is not 1 to 3", _coded("type_of_violence", 1, 3)),
        ("event_clarity is not 1 or 2", _coded("event_clarity", 1, 2)),
    ),
    "acled": (
        ("coordinates outside of the earth", _on_earth),
        ("geo_precision is not 1 to 3", _coded("geo_precision", 1, 3)),
        ("time_precision is not 1 to 3", _coded("time_precision", 1, 3)),
        ("fatalities is no whole number", _coded("fatalities", 0, 10**9)),
    ),
    "airwars": (
        ("killed_min > killed_max", lambda cells: _in_order(cells, "killed_min", "killed_max")),
        ("injured_min > injured_max", lambda cells: _in_order(cells, "injured_min", "injured_max")),
        ("coordinates outside of the earth", _on_earth),
    ),
}


def _ucdp_published(cells: Cells) -> str | None:
    """The latest day of its sources, else the last of the event."""
    days = DAY.findall(cells.get("source_date", ""))
    return max(days, default=None) or cells.get("date_end", "")[:10]


def _acled_published(cells: Cells) -> str | None:
    """The day of its time stamp (seconds since 1970)."""
    stamp = _number(cells, "timestamp")
    return None if stamp is None else datetime.fromtimestamp(stamp, UTC).date().isoformat()


PUBLISHED: Mapping[str, Callable[[Cells], str | None]] = {
    "ucdp_ged": _ucdp_published,
    "acled": _acled_published,
    "airwars": lambda cells: cells.get("date"),
}
