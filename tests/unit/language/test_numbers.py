"""Numbers of people as English says them; never one that the words do not hold."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sijill.language.numbers import read_count
from sijill.language.tokens import tokenize

ONES = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen"
    " seventeen eighteen nineteen"
).split()
TENS = "- - twenty thirty forty fifty sixty seventy eighty ninety".split()


def read(words):
    tokens = tokenize(words + " people")
    count = read_count(tokens, 0, len(tokens))
    return count and (count.number, count.upper, str(count.hedge), tokens.quote(count.start, count.end))


def spelled(n):
    if n < 20:
        return ONES[n]
    if n < 100:
        return TENS[n // 10] + ("-" + ONES[n % 10] if n % 10 else "")
    if n < 1000:
        return ONES[n // 100] + " hundred" + (" and " + spelled(n % 100) if n % 100 else "")
    return spelled(n // 1000) + " thousand" + (" " + spelled(n % 1000) if n % 1000 else "")


@given(st.integers(1, 999_999))
def test_a_number_in_words_is_the_number(n):
    assert read(spelled(n)) == (n, None, "exact", spelled(n))


@given(st.integers(1, 999_999))
def test_a_number_in_words_without_and_is_the_number(n):
    assert read(spelled(n).replace(" and ", " "))[0] == n


@given(st.integers(1, 9_999_999))
def test_digits_are_the_number_with_and_without_commas(n):
    assert read(str(n))[0] == read(f"{n:,}")[0] == n


@pytest.mark.parametrize(
    ("words", "number", "upper", "hedge"),
    [
        ("at least 77", 77, None, "at_least"),
        ("at least seventy-seven", 77, None, "at_least"),
        ("no fewer than six", 6, None, "at_least"),
        ("up to 300", 300, None, "up_to"),
        ("at least 11 and up to 15", 11, 15, "between"),
        ("at least 11, but no more than 15", 11, 15, "between"),
        ("at least 11 and 15", 11, None, "at_least"),
        ("as many as 90", 90, None, "up_to"),
        ("no more than 4", 4, None, "up_to"),
        ("more than 1,200", 1200, None, "more_than"),
        ("over a hundred", 100, None, "more_than"),
        ("fewer than ten", 10, None, "less_than"),
        ("about 400", 400, None, "about"),
        ("approximately 400", 400, None, "about"),
        ("some 400", 400, None, "about"),
        ("an estimated 400", 400, None, "about"),
        ("nearly 700", 700, None, "nearly"),
        ("almost a thousand", 1000, None, "nearly"),
        ("close to 50", 50, None, "nearly"),
        ("a total of 12", 12, None, "exact"),
        ("another 12", 12, None, "exact"),
        ("thirty or more", 30, None, "at_least"),
        ("forty or so", 40, None, "about"),
        ("between 30 and 40", 30, 40, "between"),
        ("from 30 to 40", 30, 40, "between"),
        ("10 to 15", 10, 15, "between"),
        ("10-15", 10, 15, "between"),
        ("10–15", 10, 15, "between"),
        ("eight or nine", 8, 9, "between"),
        ("two dozen", 24, None, "exact"),
        ("a dozen", 12, None, "exact"),
        ("a couple of", 2, None, "exact"),
        ("2.5 million", 2_500_000, None, "exact"),
        ("12 thousand", 12_000, None, "exact"),
        ("dozens of", None, None, "vague"),
        ("several", None, None, "vague"),
        ("hundreds of", None, None, "vague"),
        ("tens of thousands of", None, None, "vague"),
        ("a few", None, None, "vague"),
        ("some", None, None, "vague"),
        ("dozens and dozens of", None, None, "vague"),
        ("at least 20 or 30", 20, 30, "between"),
    ],
)
def test_a_hedge_a_range_and_a_vague_word_are_read(words, number, upper, hedge):
    assert read(words)[:3] == (number, upper, hedge)


@pytest.mark.parametrize("words", ["the", "no", "none of the", "army", "about", "an", "over the", "-", "up to", "half"])
def test_what_is_no_number_gives_none(words):
    assert read(words) is None or read(words)[0] is None


SMALL = (
    "hundred thousand million and a dozen of to or at least 12 1,304 between about no one - half some more 40".split()
)
WORDS = st.lists(st.sampled_from([*ONES, *TENS[2:], *SMALL]), min_size=1, max_size=9)


@given(WORDS)
def test_a_count_never_reaches_past_its_words_and_a_range_never_falls(words):
    tokens = tokenize(" ".join(words))
    for i in range(len(tokens)):
        count = read_count(tokens, i, len(tokens))
        if count is not None:
            assert i == count.start < count.end <= len(tokens)
            assert count.upper is None or count.number < count.upper


@given(
    st.lists(st.sampled_from("the army of people killed dead village rose fell on no about at up".split()), max_size=8)
)
def test_no_number_is_read_where_no_number_stands(words):
    tokens = tokenize(" ".join(words))
    found = [read_count(tokens, i, len(tokens)) for i in range(len(tokens))]
    assert all(count is None or count.number is None for count in found)
