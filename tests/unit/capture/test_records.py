"""CSV is read as RFC 4180 has it, in linear time, and every line of the file belongs to exactly one record."""

import csv
import io
import time
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from sijill.capture.tables.dialects import dialect_of
from sijill.capture.tables.lines import Line
from sijill.capture.tables.records import Dialect, fields, records

CELL = st.text(st.sampled_from('ab ,;"\n\r\t'), max_size=6)


RFC = Dialect(delimiter=",")
TICKS = Dialect(delimiter=",", quote="'")
ESCAPES = Dialect(delimiter=",", escapes=True)


def read(text, dialect=RFC):
    return list(records((Line(text=each) for each in io.StringIO(text, newline="\n")), dialect))


def told(text):
    """The dialect of a text, and its records in it."""
    dialect = dialect_of(lambda each: read(text, each), ",")
    return dialect, [each.fields for each in read(text, dialect)]


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
        assert isinstance(fields(line, RFC), str)
    else:
        assert list(fields(line, RFC)) == (expected or [""])


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
    def seconds(lines: int, line: str, dialect: Dialect) -> float:
        started = time.process_time()
        assert len(read(line * lines, dialect)) > 0
        return time.process_time() - started

    for line in ('a,"b\n', 'a",b,"c\n', '"a""\n', 'a"b,"c\n', '",",\n', '"a\\"\n', '"\\\\\n', '\\"a,"\\\n'):
        for dialect in (RFC, ESCAPES, TICKS):
            quoted = line.replace('"', dialect.quote)
            # Other tests' garbage may be collected within one try, and not within three.
            assert any(seconds(5_000, quoted, dialect) < 1 for _ in range(3)), (line, dialect)


@given(st.lists(st.lists(st.text(st.sampled_from("ab ,;'\n\\"), max_size=6), min_size=2, max_size=4), max_size=6))
def test_ticks_as_quotes_are_read_as_the_csv_module_writes_them(rows):
    written = io.StringIO(newline="")
    csv.writer(written, quotechar="'", quoting=csv.QUOTE_ALL).writerows(rows)
    assert [list(each.fields) for each in read(written.getvalue(), TICKS)] == rows


@given(st.lists(st.lists(st.text(st.sampled_from('ab ,"\\'), max_size=6), min_size=2, max_size=4), max_size=6))
def test_escapes_are_read_as_the_csv_module_writes_them(rows):
    written = io.StringIO(newline="")
    csv.writer(written, quoting=csv.QUOTE_ALL, doublequote=False, escapechar="\\").writerows(rows)
    assert [list(each.fields) for each in read(written.getvalue(), ESCAPES)] == rows


def test_a_backslash_that_escapes_nothing_stays():
    assert fields(r'"C:\dir","one\ntwo"', ESCAPES) == ("C:\\dir", "one\\ntwo")
    assert fields(r"a\,b,c", ESCAPES) == ("a,b", "c")


def test_the_dialect_is_told_from_the_records():
    assert told("title,text\n'A, b','He said \"no\"'\n'C','d, e'\n")[1][1:] == [
        ("A, b", 'He said "no"'),
        ("C", "d, e"),
    ]
    assert told('title,text\n"A","He said \\"no\\", twice"\n')[1][1] == ("A", 'He said "no", twice')
    assert told("'title','text'\n'A','b'\n")[0] == TICKS


def test_an_apostrophe_is_no_quote():
    """Names and speech begin with one; only where it stands around every word of every row is it a quote."""
    for text in (
        "title,text\nThe '90s,'tis so\nb,c\n",
        "title,text\nA,'We are here'\nB,'So are we'\n",
        "title,text\n'Abd al-Rahman,killed\n'Ali,wounded\n",
        'title,text\n"A","He said ""no"""\nC:\\dir\\,b\n',
    ):
        assert told(text)[0] == RFC, text
