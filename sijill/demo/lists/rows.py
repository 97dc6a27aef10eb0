"""Invented rows as victim rows: what a list would have become once its columns are understood."""

from calendar import monthrange
from collections.abc import Sequence
from datetime import date

from sijill.demo.lists.writing import Row
from sijill.model.claim import Status
from sijill.model.person import RecordId, Sex, VictimRow


def victim_rows(rows: Sequence[Row]) -> list[VictimRow]:
    """One victim row each, in the same order."""
    return [victim_row(each) for each in rows]


def victim_row(row: Row) -> VictimRow:
    """Edges of days instead of days with their precision."""
    died_to = row.died
    if row.died and row.month:
        day = date.fromisoformat(row.died)
        died_to = day.replace(day=monthrange(day.year, day.month)[1]).isoformat()
    born_to = row.born[:5] + "12-31" if row.born and row.born_year_only else row.born
    return VictimRow(
        id=RecordId(f"{row.list}:{row.row}"),
        list=row.list,
        given=row.given,
        father=row.father,
        grandfather=row.grandfather,
        family=row.family,
        kunya=row.kunya,
        mother=row.mother,
        sex=Sex(row.sex) if row.sex else None,
        age=row.age,
        born_from=row.born,
        born_to=born_to,
        died_from=row.died,
        died_to=died_to,
        region=row.region,
        place=row.place,
        status=Status(row.status),
    )
