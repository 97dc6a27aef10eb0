"""The table that a specification is written in: it fails when a claim is missing, doubled, added or different."""

from dataclasses import replace

import pytest

from sijill.model.claim import Act, Claim, ClaimId, Harm
from sijill.model.document import DocumentId
from sijill.model.party import Actor
from sijill.model.toll import Toll
from tests.spec.tables import compare

TEXT = "85 dead, some say up to 300"
DEAD = Claim(
    id=ClaimId("clm_1"),
    document=DocumentId("doc_1"),
    span=(0, 7),
    quote="85 dead",
    act=Act.KILLING,
    harm=Harm.KILLED,
    toll=Toll(number=85, low=85, high=85, text="85"),
    extractor="rules@1",
)
UP_TO = replace(DEAD, span=(9, 27), quote="some say up to 300", toll=Toll(number=300, high=300, text="up to 300"))
TABLE = """
    low | high | words
    ----+------+--------------------
    85  | 85   | 85 dead
        | 300  | some say up to 300
"""


def test_a_table_that_says_what_was_read_passes_in_any_order():
    compare(TEXT, (DEAD, UP_TO), TABLE)
    compare(TEXT, (UP_TO, DEAD), TABLE)


@pytest.mark.parametrize(
    ("read", "said"),
    [
        ((DEAD,), r"(?m)^-     \| 300"),
        ((DEAD, UP_TO, UP_TO), r"(?m)^\+     \| 300"),
        ((DEAD, replace(UP_TO, toll=None)), r"(?m)^\+     \|      \| some say"),
        ((DEAD, replace(UP_TO, toll=Toll(low=0, high=300, text="up to 300"))), r"(?m)^\+ 0   \| 300"),
    ],
    ids=["missing", "doubled", "without its number", "zero for not said"],
)
def test_anything_else_fails_and_shows_the_difference(read, said):
    with pytest.raises(AssertionError, match=said):
        compare(TEXT, read, TABLE)


def test_a_quote_that_is_not_in_the_text_fails():
    with pytest.raises(AssertionError, match="is not what the text reads"):
        compare(TEXT, (replace(DEAD, span=(1, 8)),), "words\n-----\n85 dead")


def test_a_text_that_holds_no_claim_is_written_as_an_empty_table():
    compare("Nothing happened.", (), "act | harm\n----+-----")
    with pytest.raises(AssertionError, match="wanted and not read"):
        compare(TEXT, (DEAD,), "act | harm\n----+-----")


def test_a_row_of_empty_cells_is_a_claim_that_says_none_of_it():
    compare(TEXT, (replace(DEAD, toll=None),), "low | high\n----+-----\n    |")


def test_a_column_that_does_not_exist_is_refused():
    with pytest.raises(AssertionError, match="no such column"):
        compare(TEXT, (DEAD,), "kiled\n-----\n85")


def test_actors_stand_in_one_cell():
    named = replace(DEAD, actors=(Actor(name="the Varran army"), Actor(name="its allies")))
    compare(TEXT, (named,), "actor | number\n------+---\nthe Varran army, its allies | 85")
