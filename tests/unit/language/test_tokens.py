"""Words and marks with their places: nothing of the text is moved, and every token is where it says it is."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sijill.language.tokens import tokenize

TEXTS = st.text(st.one_of(st.characters(), st.sampled_from("killed 12 .,'’\"“”-\n\t[]12،")), max_size=80)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("12 people", ["12", "people"]),
        ("1,304 dead.", ["1,304", "dead", "."]),
        ("1.5 million", ["1.5", "million"]),
        ("a 19-year-old", ["a", "19-year-old"]),
        ("the 14th of June", ["the", "14th", "of", "June"]),
        ("the army's guns", ["the", "army", "'s", "guns"]),
        ("the army’s guns", ["the", "army", "’s", "guns"]),
        ("al-Tarn", ["al-Tarn"]),
        ("the U.S. envoy", ["the", "U.S.", "envoy"]),
        ("“No,” he said", ["“", "No", ",", "”", "he", "said"]),
        ("at 10:30 on", ["at", "10:30", "on"]),
        ("it [continues] to", ["it", "continues", "to"]),
        ("", []),
        ("\n \t", []),
    ],
)
def test_a_text_falls_into_words_numbers_and_marks(text, words):
    assert tokenize(text).words == words


@given(TEXTS)
def test_every_token_reads_in_the_text_as_it_is_and_in_order(text):
    tokens = tokenize(text)
    assert [text[a:b].replace(" ", "") for a, b in zip(tokens.starts, tokens.ends, strict=True)] == tokens.words
    assert all(end <= start for end, start in zip(tokens.ends, tokens.starts[1:], strict=False))
    assert all(start < end for start, end in zip(tokens.starts, tokens.ends, strict=True))


@given(TEXTS)
def test_no_letter_and_no_digit_is_lost(text):
    tokens = tokenize(text)
    covered = {k for a, b in zip(tokens.starts, tokens.ends, strict=True) for k in range(a, b)}
    assert not [c for k, c in enumerate(text) if k not in covered and (c.isalpha() or c.isdigit())]


@pytest.mark.parametrize(
    ("text", "lows"),
    [
        ("near al- Namar hill", ["near", "al-namar", "hill"]),
        ("in al -Namar-held Kessa", ["in", "al-namar-held", "kessa"]),
        ("in Deir ez- Zor", ["in", "deir", "ez-zor"]),
        ("al - Namar", ["al", "-", "namar"]),
        ("as -Namar said", ["as", "-", "namar", "said"]),
        ("Orr et al -The mills", ["orr", "et", "al", "-", "the", "mills"]),
        ("metal- Work", ["metal", "-", "work"]),
        ("al- and el-", ["al", "-", "and", "el", "-"]),
    ],
)
def test_an_article_written_apart_from_its_name_is_one_word_with_it(text, lows):
    assert tokenize(text).lows == lows


def test_a_quote_is_the_text_between_two_tokens_with_all_that_lies_between():
    tokens = tokenize("The  army\nshelled Kessa.")
    assert tokens.quote(1, 3) == "army\nshelled"
    assert tokens.quote(2, 2) == ""
