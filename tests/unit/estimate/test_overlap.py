"""Overlaps of lists: what may be done to one without changing what it says."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sijill.estimate.overlap import (
    NotAnOverlap,
    documented,
    fingerprint,
    held_out,
    merged,
    on_both,
    on_each,
    on_so_many,
    overlap_of,
    overlap_of_persons,
    without,
)

LISTS = ("hospital", "press", "families")
SMALL = overlap_of({"100": 5, "010": 7, "001": 4, "110": 3, "111": 2}, LISTS)
PATTERNS = [f"{mask:03b}" for mask in range(1, 8)]
tables = st.dictionaries(st.sampled_from(PATTERNS), st.integers(0, 50)).map(lambda counts: overlap_of(counts, LISTS))


def test_persons_and_the_lists_that_hold_them_become_counts_by_pattern():
    persons = [["hospital"], ["press", "hospital"], ["hospital", "press"], ["families"]]
    assert overlap_of_persons(persons, LISTS).counts == {"001": 1, "100": 1, "110": 2}


def test_a_person_on_no_list_was_not_counted():
    assert overlap_of_persons([[], ["press"]], LISTS).counts == {"010": 1}
    with pytest.raises(NotAnOverlap, match="5 persons on no list"):
        overlap_of({"000": 5}, LISTS)


@given(tables)
def test_those_on_each_list_are_those_alone_and_those_shared(overlap):
    f = on_so_many(overlap)
    assert sum(f) == documented(overlap)
    assert sum(on_each(overlap).values()) == sum(k * number for k, number in enumerate(f))
    assert sum(on_both(overlap).values()) == sum(k * (k - 1) // 2 * number for k, number in enumerate(f))


@given(tables)
def test_merging_two_lists_loses_nobody(overlap):
    joined = merged(overlap, [["hospital", "press"]])
    assert joined.lists == ("hospital+press", "families")
    assert documented(joined) == documented(overlap)
    both = sum(number for pattern, number in overlap.counts.items() if pattern[:2] != "00" and pattern[2] == "1")
    assert on_both(joined) == {("hospital+press", "families"): both}


@given(tables)
def test_leaving_a_list_out_loses_only_those_whom_it_alone_holds(overlap):
    assert documented(without(overlap, "press")) == documented(overlap) - overlap.counts.get("010", 0)


@given(tables)
def test_a_list_held_out_is_a_population_of_known_size(overlap):
    known, among = held_out(overlap, "press")
    assert known == on_each(overlap)["press"]
    assert documented(among) == known - overlap.counts.get("010", 0)


@given(tables)
def test_a_fingerprint_does_not_depend_on_what_lists_are_called(overlap):
    renamed = overlap_of(overlap.counts, ("a", "b", "c"))
    assert fingerprint(renamed) == fingerprint(overlap)


def test_a_fingerprint_does_not_depend_on_the_order_of_columns_and_tells_counts_apart():
    turned = overlap_of({pattern[::-1]: number for pattern, number in SMALL.counts.items()}, LISTS[::-1])
    assert fingerprint(turned) == fingerprint(SMALL)
    assert fingerprint(overlap_of({**SMALL.counts, "111": 3}, LISTS)) != fingerprint(SMALL)


@pytest.mark.parametrize(
    ("counts", "lists", "said"),
    [
        ({"1": 3}, ("press",), "1 list; an estimate needs lists that overlap"),
        ({"11": -1}, ("a", "b"), "pattern 11 has count -1"),
        ({"11": 1.5}, ("a", "b"), "pattern 11 has count 1.5"),
        ({"1x": 1}, ("a", "b"), "pattern '1x'"),
        ({"11": 1}, ("a", "a"), "two lists are called 'a'"),
        ({"1" * 13: 1}, tuple("abcdefghijklm"), "13 lists"),
    ],
)
def test_an_overlap_that_contradicts_itself_is_refused(counts, lists, said):
    with pytest.raises(NotAnOverlap, match=said.replace("(", r"\(")):
        overlap_of(counts, lists)


def test_a_list_that_is_to_be_merged_must_be_there():
    with pytest.raises(NotAnOverlap, match="'radio' is to be merged"):
        merged(SMALL, [["press", "radio"]])
