"""Imported rows back as the table they came from, cell by cell."""

import csv
from collections.abc import Iterable, Iterator, Mapping, Sequence
from io import StringIO

from sijill.model.dataset import DatasetRow, row_of
from sijill.model.finding import Finding
from sijill.publish.material import Material


def imported(material: Material, finding: Finding, dataset: str) -> DatasetRow | None:
    """The row of a dataset that an event is, if it is nothing else. A release has none: rows say more than it may."""
    if len(finding.documents) != 1 or not material.edition.internal:
        return None
    text = material.texts(finding.documents[0])
    row = row_of(text) if text is not None else None
    return row if row is not None and row.dataset == dataset else None


def rows_of(material: Material, dataset: str) -> Iterator[DatasetRow]:
    """Every imported row of a dataset among the documents, in their order."""
    for document in material.documents if material.edition.internal else ():
        text = material.texts(document)
        row = row_of(text) if text is not None else None
        if row is not None and row.dataset == dataset:
            yield row


def to_table(header: Sequence[str], rows: Iterable[Mapping[str, str]]) -> bytes:
    """CSV as these datasets are published: UTF-8, a comma, a line feed; a column that a row does not have is empty."""
    out = StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(header)
    writer.writerows([row.get(column, "") for column in header] for row in rows)
    return out.getvalue().encode()


def header_of(rows: Iterable[DatasetRow]) -> list[str]:
    """Every column of some rows, in the order in which they came."""
    return list(dict.fromkeys(column for row in rows for column in row.cells))
