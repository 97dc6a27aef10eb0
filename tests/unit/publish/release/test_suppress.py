"""A small number of living people is not shown, and cannot be computed from what is."""

from fractions import Fraction
from itertools import product

from hypothesis import given
from hypothesis import strategies as st

from sijill.publish.release.suppress import suppressed

ROWS, COLUMNS = "abcd", "wxyz"
TABLES = st.lists(st.integers(0, 12), min_size=16, max_size=16).map(
    lambda numbers: dict(zip(product(ROWS, COLUMNS), numbers, strict=True))
)


def rank(rows):
    """Of a matrix of integers, by fractions."""
    rows, found = [[Fraction(each) for each in row] for row in rows], 0
    for column in range(len(rows[0]) if rows else 0):
        pivot = next((i for i in range(found, len(rows)) if rows[i][column]), None)
        if pivot is None:
            continue
        rows[found], rows[pivot] = rows[pivot], rows[found]
        for i in range(len(rows)):
            if i != found and rows[i][column]:
                factor = rows[i][column] / rows[found][column]
                rows[i] = [a - factor * b for a, b in zip(rows[i], rows[found], strict=True)]
        found += 1
    return found


def can_be_computed(cell, hidden):
    """Is the cell a combination of the totals of rows and columns, all shown cells taken off?"""
    lines = [[int(each[axis] == key) for each in hidden] for axis, keys in ((0, ROWS), (1, COLUMNS)) for key in keys]
    return rank([*lines, [int(each == cell) for each in hidden]]) == rank(lines)


@given(TABLES)
def test_no_cell_below_five_is_shown_and_none_can_be_computed_from_the_totals(table):
    out = suppressed(table, 5)
    hidden = [cell for cell, number in out.items() if number is None]
    assert all(number is None or number == 0 or number >= 5 for number in out.values())
    assert not [cell for cell in hidden if can_be_computed(cell, hidden)]


@given(TABLES)
def test_what_is_shown_is_what_was_counted(table):
    assert all(number in (None, table[cell]) for cell, number in suppressed(table, 5).items())


def test_a_table_without_small_numbers_is_shown_whole():
    table = {("a", "x"): 5, ("a", "y"): 0, ("b", "x"): 40, ("b", "y"): 7}
    assert suppressed(table, 5) == table
