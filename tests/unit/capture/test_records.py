"""CSV is read as RFC 4180 has it, in linear time, and every line of the file belongs to exactly one record."""

import csv
import io
import time
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from sijill.capture.tables.lines import Line
from sijill.capture.tables.records import fields, records

CELL = st.text(st.sampled_from('ab ,;"\n\r\t'), max_size=6)


def read(text, delimiter=","):
    return list(records((Line(text=each) for each in io.StringIO(text, newline="\n")), delimiter))


@given(st.lists(st.lists(CELL, min_size=2, max_size=4), max_size=6))
def test_whatever_the_csv_module_writes_is_read_back(rows):
    written = io.StringIO(newline="")
    csv.writer(written, quoting=csv.QUOTE_ALL).writerows(rows)
    assert [list(each.fields) for each in read(written.getvalue())] == rows


@given(st.text(st.sampled_from('ab,"'), max_size=20))
def test_one_line_is_split_as_the_strict_csv_module_does(line):
    """Where that module refuses a line, ours names a fault; where it reads it, ours reads the same."""
    try:
        expected = next(csv.reader([line], strict=True), [])
    except csv.Error:
        assert isinstance(fields(line, ","), str)
    else:
        assert list(fields(line, ",")) == (expected or [""])


@given(st.text(st.sampled_from('ab,"\n\r'), max_size=60))
def test_every_line_belongs_to_exactly_one_record(text):
    found = read(text)
    assert all(each.first <= each.last for each in found)
    assert all(before.last < after.first for before, after in pairwise(found))
    assert bare("".join(each.text for each in found)) == bare(text)


def bare(text):
    """Without line ends."""
    return text.replace("\n", "").replace("\r", "")


def test_quotes_without_end_take_linear_time():
    def seconds(lines: int, line: str) -> float:
        started = time.perf_counter()
        assert len(read(line * lines)) > 0
        return time.perf_counter() - started

    for line in ('a,"b\n', 'a",b,"c\n', '"a""\n', 'a"b,"c\n', '",",\n'):
        assert seconds(5_000, line) < 1, line
