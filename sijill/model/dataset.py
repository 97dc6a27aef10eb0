"""A row of a dataset that codes events, kept as it is: every column, in order, as text that claims can point into."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Annotated

from sijill.model.release import Release

MARK = "row of dataset: "
_WRITTEN = str.maketrans({"\\": "\\\\", "\n": "\\n", "\r": "\\r"})
_READ = {"\\\\": "\\", "\\n": "\n", "\\r": "\r"}


@dataclass(frozen=True, slots=True, kw_only=True)
class DatasetRow:
    """One coded event of somebody's dataset. cells: column -> what stands in it, nothing changed.

    dataset   ucdp_ged | acled | airwars
    """

    dataset: Annotated[str, Release.OPEN]
    cells: Annotated[Mapping[str, str], Release.NEVER]

    def text(self) -> str:
        """One line a column, under a line that names the dataset. `row_of` reads it back."""
        lines = [f"{column}: {value.translate(_WRITTEN)}" for column, value in self.cells.items()]
        return "\n".join([MARK + self.dataset, *lines]) + "\n"


def row_of(text: str) -> DatasetRow | None:
    """The row that `DatasetRow.text` wrote; None for any other text."""
    if not text.startswith(MARK):
        return None
    head, *lines = text.removesuffix("\n").split("\n")
    pairs = (line.partition(": ") for line in lines)
    cells = {column: _plain(value) for column, _, value in pairs}
    return DatasetRow(dataset=head.removeprefix(MARK), cells=cells)


def spans_of(text: str) -> dict[str, tuple[int, int]]:
    """Where the line of each column stands, code points [start, end)."""
    found, at = {}, 0
    for line in text.split("\n"):
        column, colon, _ = line.partition(": ")
        if colon and at:
            found[column] = (at, at + len(line))
        at += len(line) + 1
    return found


def _plain(value: str) -> str:
    if "\\" not in value:
        return value
    out, at = [], 0
    while at < len(value):
        pair = value[at : at + 2]
        out.append(_READ.get(pair, value[at]))
        at += 2 if pair in _READ else 1
    return "".join(out)
