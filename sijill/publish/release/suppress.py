"""Small numbers of living people are not shown, and cannot be computed from what is.

Primary: a cell between 1 and k - 1. Complementary: where a line (a row or a column whose total is shown) leaves one
cell out, or its hidden cells add up to less than k, its smallest shown cell goes too. Hidden cells join their row and
their column; one that lies on no cycle of such joins can be computed from the totals, so its row loses one more.
Source of the rule: Hundepool et al., Statistical Disclosure Control (2012), chapter 4. A zero is shown: nobody is
in it, unless it must go to protect another.
"""

from collections.abc import Iterable, Mapping

Cell = tuple[str, str]


def suppressed(table: Mapping[Cell, int], k: int) -> dict[Cell, int | None]:
    """The table with None where a number would show fewer than k living people [persons]. O(cells x lines) at worst."""
    hidden = {cell for cell, number in table.items() if 0 < number < k}
    lines = _lines(table)
    while True:
        more = {cell for line in lines if (cell := _to_hide(line, table, hidden, k)) is not None}
        more = more or {cell for bare in _determined(hidden) if (cell := _beside(bare, table, hidden)) is not None}
        if not more:
            break
        hidden |= more
    return {cell: None if cell in hidden else number for cell, number in table.items()}


def _lines(table: Iterable[Cell]) -> list[list[Cell]]:
    rows: dict[str, list[Cell]] = {}
    columns: dict[str, list[Cell]] = {}
    for cell in table:
        rows.setdefault(cell[0], []).append(cell)
        columns.setdefault(cell[1], []).append(cell)
    return [sorted(each) for each in (*rows.values(), *columns.values())]


def _to_hide(line: list[Cell], table: Mapping[Cell, int], hidden: set[Cell], k: int) -> Cell | None:
    """The next cell of a line that must go, None if the line gives nothing away."""
    gone = [cell for cell in line if cell in hidden]
    shown = [cell for cell in line if cell not in hidden]
    if not gone or not shown or (len(gone) > 1 and sum(table[cell] for cell in gone) >= k):
        return None
    return min(shown, key=lambda cell: (table[cell] == 0, table[cell], cell))


def _beside(bare: Cell, table: Mapping[Cell, int], hidden: set[Cell]) -> Cell | None:
    """The smallest shown cell in the row, else in the column, of a cell that can be computed."""
    for axis in (0, 1):
        shown = [cell for cell in table if cell[axis] == bare[axis] and cell not in hidden]
        if shown:
            return min(shown, key=lambda cell: (table[cell] == 0, table[cell], cell))
    return None


def _determined(hidden: set[Cell]) -> list[Cell]:
    """Hidden cells on no cycle of rows and columns: the bridges of a graph, found by leaving each out. O(cells^2)."""
    return [cell for cell in sorted(hidden) if not _joined(hidden - {cell}, cell)]


def _joined(hidden: set[Cell], cell: Cell) -> bool:
    """Are the row and the column of this cell joined by other hidden cells?"""
    beside: dict[tuple[str, str], list[tuple[str, str]]] = {}
    for row, column in hidden:
        beside.setdefault(("row", row), []).append(("column", column))
        beside.setdefault(("column", column), []).append(("row", row))
    wanted, seen = ("column", cell[1]), {("row", cell[0])}
    waiting = list(seen)
    while waiting:
        for each in beside.get(waiting.pop(), ()):
            if each not in seen:
                seen.add(each)
                waiting.append(each)
    return wanted in seen
