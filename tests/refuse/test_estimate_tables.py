"""Overlap tables that are none: one sentence each, with the line, and no number."""

import json

import pytest

from sijill.model.estimate import Estimate
from sijill.model.exchange import from_plain
from tests.acceptance.command_line import sijill

GOOD = "a,b,c,count\n1,0,0,40\n0,1,0,30\n0,0,1,35\n1,1,0,12\n1,0,1,15\n0,1,1,9\n1,1,1,6\n"


def estimated(tmp_path, text, *more):
    table = tmp_path / "table.csv"
    table.write_bytes(text.encode() if isinstance(text, str) else text)
    return sijill("estimate", table, "--no-checks", *more)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("", "line 1: columns none; one of them must be `count`"),
        ("a,b,n\n1,1,3\n", "line 1: columns a, b, n; one of them must be `count`"),
        ("a,b,count\n1,1,-3\n", "line 2: count is '-3'; a whole number"),
        ("a,b,count\n1,1,2.5\n", "line 2: count is '2.5'; a whole number"),
        ("a,b,count\n1,1,many\n", "line 2: count is 'many'; a whole number"),
        ("a,b,count\n1,1,3\n1,0,2\n1,1,4\n", "line 4: pattern 11 a second time"),
        ("a,b,year,count\n1,1,1999,3\n", "line 2: year is '1999'; a list is 0 or 1"),
        ("a,count\n1,3\n", "1 list; an estimate needs lists that overlap"),
        ("a,b,count\n1,1,0\n", "nobody is on any list"),
        ("a,b,count\n", "nobody is on any list"),
        ("a,b,count\n0,0,7\n1,1,3\n", "7 persons on no list"),
        ("a,b,count\n1,1\n", "line 2: 2 cells; 3, as in the header"),
        ("a,a,count\n1,1,3\n", "two lists are called 'a'"),
        ("a,,count\n1,1,3\n", "a column without a name"),
        (b"a,b,count\n\xff\xfe,1,3\n", "not UTF-8 text"),
        ("a,b,count\n1,1,99999999999999\n", "count is '99999999999999'"),
    ],
)
def test_a_table_that_is_none_is_refused_in_one_sentence(tmp_path, text, said):
    ended = estimated(tmp_path, text)
    assert ended.code == 2
    assert ended.out == ""
    assert said in ended.err and ended.err.count("\n") == 1


def test_totals_that_do_not_add_up_are_refused(tmp_path):
    ended = estimated(tmp_path, GOOD, "--total", "150")
    assert "the counts add up to 147; 150 were announced" in ended.err


def test_a_table_that_is_not_there_is_refused(tmp_path):
    assert "nothing.csv" in sijill("estimate", tmp_path / "nothing.csv").err


def test_lists_to_be_merged_must_be_there(tmp_path):
    assert "'z' is to be merged" in estimated(tmp_path, GOOD, "--merge", "a+z").err


def test_two_lists_are_estimated_by_no_model_and_the_reason_is_said(tmp_path):
    ended = estimated(tmp_path, "a,b,count\n1,0,40\n0,1,30\n1,1,12\n", "--format", "json")
    assert ended.code == 0
    headline, pair = (from_plain(Estimate, each) for each in json.loads(ended.out))
    assert headline.refused.code == "two_lists" and headline.median is None
    assert pair.lists == ("a", "b") and pair.model == "chapman"


def test_the_records_are_those_of_the_design_with_the_range_first(tmp_path):
    ended = estimated(tmp_path, GOOD, "--format", "json", "--picture", str(tmp_path / "drawn.svg"))
    headline, *others = (from_plain(Estimate, each) for each in json.loads(ended.out))
    assert headline.model == "range_over_models" and headline.documented == 147
    assert {each.model for each in others} >= {"latent_classes", "decomposable_graphs", "log_linear", "chapman"}
    assert (tmp_path / "drawn.svg").read_text().startswith("<svg")
