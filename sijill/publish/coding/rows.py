"""Imported rows back as the table they came from, cell by cell."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

from sijill.model.dataset import DatasetRow, row_of
from sijill.model.finding import Finding
from sijill.publish.formats.delimited import lines
from sijill.publish.material import Material


def to_sheet(
    material: Material,
    *,
    dataset: str,
    columns: Sequence[str],
    takes: Callable[[Finding], bool],
    code: Callable[[Finding, Material], Mapping[str, str]],
) -> Iterator[bytes] | None:
    """The events of a material in the columns of a dataset; None where there is none to tell.

    takes   is it an event that this dataset codes?        code   its cells; a row that was imported leaves as it came
    """
    told = [(each, imported(material, each, dataset)) for each in material.findings]
    told = [(each, row) for each, row in told if row is not None or takes(each)]
    if not told:
        return None
    as_they_came = all(row is not None for _, row in told)
    header = header_of(rows_of(material, dataset)) if as_they_came else columns
    return to_table(header, (row.cells if row is not None else code(each, material) for each, row in told))


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


def to_table(header: Sequence[str], rows: Iterable[Mapping[str, str]]) -> Iterator[bytes]:
    """CSV as these datasets are published: UTF-8, a comma, a line feed; a column that a row does not have is empty.

    No cell is a formula: what would be begins with an apostrophe.
    """
    return lines(header, ([row.get(column, "") for column in header] for row in rows), end="\n")


def header_of(rows: Iterable[DatasetRow]) -> list[str]:
    """Every column of some rows, in the order in which they came."""
    return list(dict.fromkeys(column for row in rows for column in row.cells))
