"""Where a sentence ends: at its mark, at a blank line; not after `Gen.`, and not inside a number."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sijill.language.sentences import sentences
from sijill.language.tokens import tokenize


def split(text):
    tokens = tokenize(text)
    return [tokens.quote(start, stop) for start, stop in sentences(tokens)]


@pytest.mark.parametrize(
    "parts",
    [
        ["Shells fell on Kessa.", "Twelve people died."],
        ["Was it the army?", "Nobody knows!", "The Column denies it."],
        ["Gen. Orso Vahl denied it.", "He was in Tarn."],
        ["Mr. Adan and Dr. Lise Korr were killed."],
        ["J. R. Moss was killed in Tarn."],
        ["The U.S. envoy spoke.", "He left."],
        ["On Aug. 14 shells fell.", "On Sept. 2 they fell again."],
        ["About 1.5 million people fled.", "None returned."],
        ["“We saw 12 bodies.”", "She left."],
        ['He said: "They killed 12."', "She left."],
        ["The No. 2 of the Column was killed."],
        ["It rained in Tarn.", "12 people drowned."],
        ["The toll rose to 45.", "“It is a massacre,” a doctor said."],
        ["Was it the army?!", "They wait...", "Nobody comes."],
        ["A burnt mill near Tarn May 4 2031 (Island Post)", "Shells fell on Kessa."],
        ["Shells fell in 2031 (twice) on Kessa."],
        ["On 4 May 2031 (Sunday) Varran forces shelled Kessa."],
        ["Shells fell on Kessa on 9 May 2031 (Island Post) Guards fled."],
        ["Shells fell on Kessa, 9 May 2031 (Friday) Guards fled."],
        ["The Column (RC) Party denies it."],
    ],
)
def test_sentences_end_where_a_reader_ends_them(parts):
    assert split(" ".join(parts)) == parts


def test_a_headline_ends_at_its_blank_line():
    assert split("Twelve die in Kessa\n\nShells fell on Monday.") == ["Twelve die in Kessa", "Shells fell on Monday."]


def test_text_wrapped_at_a_fixed_width_is_read_across_its_line_breaks():
    line = "The shells that fell on the market of Kessa in the early hours of\n"
    assert len(split(line * 5 + "Monday killed twelve people.")) == 1


@given(st.text(st.sampled_from('ab A.!?"”’ 12\n,…'), max_size=120))
def test_every_token_is_in_exactly_one_sentence(text):
    tokens = tokenize(text)
    covered = [k for start, stop in sentences(tokens) for k in range(start, stop)]
    assert covered == list(range(len(tokens)))
