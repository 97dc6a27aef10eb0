"""Whatever is read as a time can be asked for its days, with and without a day of publication, without an error."""

from itertools import product

import pytest

from sijill.language.dates import read_time
from sijill.language.days import anchor
from sijill.language.tokens import tokenize

LEADS = (
    "the past|the last|the next|over the past|in the last|the past two|the last three|a few|last|next|this|"
    "the following|the previous|since last|the coming|early|late|mid|the end of the|every|each|several|"
    "the first two|two"
).split("|")
UNITS = (
    "minute minutes hour hours day days week weeks weekend weekends fortnight month months quarter quarters year years"
    " decade decades century season summer winter Friday March morning night"
).split()
TAILS = ("", "ago", "earlier", "later", "before", "after", "of 2014", "of March", "from now")


@pytest.mark.parametrize("lead", LEADS)
def test_words_of_time_in_any_order_are_dated_or_left_open(lead):
    for unit, tail in product(UNITS, TAILS):
        tokens = tokenize(f"{lead} {unit} {tail} .")
        for i in range(len(tokens)):
            time = read_time(tokens, i, len(tokens))
            if time is not None:
                for published in ("2014-08-20", None):
                    anchor(time[2], published)
