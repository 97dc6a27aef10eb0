"""One row of a list: its victim records, with what is odd about them; or why it can be none."""

import csv
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from functools import lru_cache
from hashlib import sha256
from importlib.resources import files

from sijill.capture.lists.dates import EMPTY, Dated, Order, dated
from sijill.capture.lists.list_map import DATES, ListMap, plain
from sijill.capture.lists.naming import nobody, people, perhaps_several, total
from sijill.model.claim import Status
from sijill.model.decision import Reason, Value
from sijill.model.document import DocumentId
from sijill.model.person import Fate, Name, NameParts, RecordId, RowRef, Sex, VictimRecord
from sijill.model.place import Where
from sijill.model.when import Period, Precision

OLDEST = 120
YEARS = range(1880, 2100)
PARTS = ("given", "father", "grandfather", "family", "mother", "kunya")
NUMBER = re.compile(r"\d{1,4}(?:\.0+)?\Z")
RANGE = re.compile(r"(\d{1,3})\s*[-–]\s*(\d{1,3})\Z")
MONTHS_OLD = re.compile(r"(\d{1,2})\s*(?:m|mo|months?|شهر|اشهر|أشهر|شهور)\Z", re.IGNORECASE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Accepted:
    """The records of a row, one a person, and what is odd about it: codes with values."""

    records: tuple[VictimRecord, ...]
    odd: tuple[Reason, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """Where a row stands: the list, the document of this edition, sheet and number."""

    list: str
    document: DocumentId
    row: str


def accepted(
    cells: Mapping[str, str | None], at: Place, mapping: ListMap, orders: Mapping[str, Order]
) -> Accepted | Reason:
    """The records of a row, or the reason why it names nobody. cells: by field."""
    odd: list[Reason] = []
    days = {field: _date(field, cells.get(field), orders, dict(mapping.formats), odd) for field in DATES}
    age, born = _age(cells.get("age"), days["born"], odd)
    if born.first and days["died"].last and born.first > days["died"].last:
        odd.append(_odd("born_after_death", born.first, days["died"].last))
        born = Dated()
    whole = _said(cells.get("name"))
    parts = {field: _said(cells.get(field)) for field in PARTS}
    if whole is None and not any(parts.values()):
        if not any(_said(each) for each in cells.values()):
            return Reason(code="empty_row", values={})
        return Reason(code="no_name", values={"seen": _seen(cells)})
    if total(whole or parts["given"] or ""):
        return Reason(code="total_row", values={"seen": _seen(cells)})
    record = VictimRecord(
        id=RecordId(""),
        names=(),
        kunya=parts["kunya"],
        sex=Sex(sex) if (sex := _valued("sex", cells.get("sex"), odd)) else None,
        age=age,
        born=_written(born),
        died=_period(days["died"], cells.get("died")),
        missing_since=_period(days["missing"], cells.get("missing")),
        place=Where(text=_said(cells.get("place"))),
        region=_said(cells.get("region")),
        status=Status(_valued("status", cells.get("status"), odd) or Status.UNKNOWN),
        fate=Fate(
            _valued("fate", cells.get("fate"), odd)
            or (Fate.MISSING if days["missing"].first and not days["died"].first else Fate.DEAD)
        ),
        cause=_said(cells.get("cause")),
        accused=_said(cells.get("accused")),
        row=RowRef(list=at.list, row=at.row, key=_said(cells.get("key")), document=at.document),
    )
    records = tuple(_each(record, whole, parts))
    odd += [_odd("perhaps_several_persons", name) for name in _unsplit(records)]
    return Accepted(records=records, odd=tuple(odd))


def _each(record: VictimRecord, whole: str | None, parts: Mapping[str, str | None]) -> list[VictimRecord]:
    """A record for everybody whom the cell of the name names; age and sex of several are nobody's. Where names are in
    columns, the given name is that cell, and several share father and family.
    """
    told = people(whole or parts["given"] or "")
    if len(told) < 2:
        return [_of(record, whole, parts)]
    plainer = replace(record, age=None, born=None, sex=None)
    several = []
    for number, each in enumerate(told, start=1):
        key = f"{record.row.key}.{number}" if record.row.key else None
        one = replace(plainer, row=replace(record.row, row=f"{record.row.row}.{number}", key=key))
        mine = dict.fromkeys(PARTS) if whole else {**parts, "given": each}
        several.append(_of(one, each if whole else None, mine))
    return several


def _of(record: VictimRecord, whole: str | None, parts: Mapping[str, str | None]) -> VictimRecord:
    """The record with its name: whole, or in parts, or both."""
    kept = NameParts(**{field: parts[field] for field in PARTS if field != "kunya"}) if any(parts.values()) else None
    said = whole or " ".join(each for field in PARTS[:4] if (each := parts[field])) or (parts["kunya"] or "")
    return _named(record, said, kept, unnamed=_unnamed(whole, parts))


def _unsplit(records: Iterable[VictimRecord]) -> list[str]:
    """Names that are kept as one person's and may be those of several."""
    return [each.names[0].text for each in records if perhaps_several(each.names[0].text)]


def _named(record: VictimRecord, said: str, parts: NameParts | None, *, unnamed: bool) -> VictimRecord:
    named = replace(record, names=(Name(text=said, script=script_of(said)),), parts=parts, unnamed=unnamed)
    return replace(named, id=record_id(named))


def record_id(record: VictimRecord) -> RecordId:
    """By list and key; without a key by what the row says of who it was, so that the same row keeps its id in every
    edition.
    """
    row = record.row
    who = (
        f"key\n{row.key}"
        if row.key
        else "\n".join(
            [
                "said",
                *(name.text for name in record.names),
                str(record.parts),
                record.died.text or "",
                record.place.text or "",
            ]
        )
    )
    return RecordId("rec_" + sha256(f"{row.list}\n{who}".encode()).hexdigest()[:20])


def script_of(text: str) -> str:
    """Arab or Latn, by the letters there are most of."""
    arabic = sum("\u0600" <= letter <= "\u06ff" for letter in text)
    return "Arab" if 2 * arabic > sum(letter.isalpha() for letter in text) else "Latn"


def _unnamed(whole: str | None, parts: Mapping[str, str | None]) -> bool:
    if whole is not None:
        return nobody(whole)
    given = parts["given"]
    return nobody(given) if given is not None else parts["kunya"] is None


def _said(cell: str | None) -> str | None:
    text = (cell or "").strip()
    return None if text.casefold() in EMPTY else text


def _seen(cells: Mapping[str, str | None]) -> str:
    return ", ".join(f"{field}: {cell}" for field, cell in cells.items() if _said(cell))[:200]


def _odd(code: str, *seen: str) -> Reason:
    values: dict[str, Value] = dict(zip(("seen", "against"), seen, strict=False))
    return Reason(code=code, values=values)


def _date(
    field: str, cell: str | None, orders: Mapping[str, Order], formats: Mapping[str, str], odd: list[Reason]
) -> Dated:
    found = dated(cell, orders[field], formats.get(field))
    if found.fault:
        odd.append(_odd(found.fault, cell or "", field))
    elif found.either:
        odd.append(_odd("day_or_month_first", cell or "", field))
    return found


def _age(cell: str | None, born: Dated, odd: list[Reason]) -> tuple[tuple[int, int] | None, Dated]:
    """Years, and the birth where the column of ages holds a year."""
    text = _said(cell)
    if text is None:
        return None, born
    if MONTHS_OLD.match(text):
        return (0, 0), born
    if match := RANGE.match(text):
        low, high = sorted((int(match[1]), int(match[2])))
        return ((low, high), born) if high <= OLDEST else (None, _bad_age(text, odd, born))
    if not NUMBER.match(text):
        return None, _bad_age(text, odd, born)
    number = int(float(text))
    if number in YEARS:
        odd.append(_odd("year_in_age", text))
        return None, born if born.first else Dated(first=f"{number}-01-01", last=f"{number}-12-31")
    return ((number, number), born) if number <= OLDEST else (None, _bad_age(text, odd, born))


def _bad_age(text: str, odd: list[Reason], born: Dated) -> Dated:
    odd.append(_odd("impossible_age", text))
    return born


def _written(born: Dated) -> str | None:
    """ISO as fine as it is known: 1984, 1984-06 or 1984-06-12."""
    if born.first is None or born.last is None:
        return None
    if born.first == born.last:
        return born.first
    return born.first[:7] if born.first[:7] == born.last[:7] else born.first[:4]


def _period(found: Dated, cell: str | None) -> Period:
    if found.first is None or found.last is None:
        return Period(text=_said(cell)) if _said(cell) else Period()
    same_month = found.first[:7] == found.last[:7]
    precision = Precision.DAY if found.first == found.last else Precision.MONTH if same_month else Precision.YEAR
    return Period(start=found.first, end=found.last, precision=precision, text=_said(cell))


@lru_cache(maxsize=1)
def _values() -> dict[tuple[str, str], str]:
    lines = (files(__package__) / "values.csv").read_text(encoding="utf-8").splitlines()
    return {
        (row["field"], plain(word)): row["value"] for row in csv.DictReader(lines) for word in row["words"].split("|")
    }


def _valued(field: str, cell: str | None, odd: list[Reason]) -> str | None:
    text = _said(cell)
    if text is None:
        return None
    value = _values().get((field, plain(text)))
    if value is None:
        odd.append(_odd("unknown_value", text, field))
    return value
