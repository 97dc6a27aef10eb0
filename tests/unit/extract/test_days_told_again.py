"""Days that another sentence or the second half of one tells, and days that date nothing."""

import pytest

from sijill.extract.document import extract
from sijill.model.claim import Harm
from sijill.model.document import DocumentId
from tests.spec.invented import WORDS

TAKEN = "Gunmen abducted the teacher Anton Berel in Kessa province. "


def told(text, harm=Harm.KILLED):
    """(number, value of its time) of those harmed so."""
    read = extract(DocumentId("doc_1"), text, WORDS)
    parts = {each.claim: {part.field: part.value for part in each.parts} for each in read.readings}
    found = [claim for claim in read.claims if claim.harm is harm]
    fields = ("when", "scene", "report")
    return [
        (claim.toll.number if claim.toll else None, next((v for f in fields if (v := parts[claim.id].get(f))), None))
        for claim in found
    ]


@pytest.mark.parametrize(
    ("again", "day"),
    [
        ("The monitor said Berel was abducted on Friday.", "weekday-4"),
        ("The monitor said Anton was abducted on Friday.", None),
        ("The monitor said Orlan was abducted on Friday.", None),
    ],
)
def test_one_who_is_named_again_by_the_last_name_was_taken_on_that_day(again, day):
    filler = "The council met. " * 70
    assert told(filler + TAKEN + again, Harm.ABDUCTED)[0][1] == day


def test_who_is_named_again_counts_one():
    assert told(TAKEN + "The monitor said Berel was abducted on Friday.", Harm.ABDUCTED)[1] == (1, "weekday-4")


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Three were shot dead on Monday and two on Tuesday.", [(3, "weekday-0"), (2, "weekday-1")]),
        ("Three were shot dead in Kessa on Monday and two clerks on Tuesday were paid.", [(3, "weekday-0")]),
    ],
)
def test_a_verb_is_said_once_for_two_days(text, found):
    assert told(text) == found


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("A clip shows the murder of three clerks in Kessa.", None),
        ("Footage purporting to show the killing of three clerks in Kessa was published.", None),
        ("The police report the murder of three clerks in Kessa.", "reported:day-0"),
    ],
)
def test_what_pictures_show_was_done_on_whatever_day(text, day):
    assert told(text) == [(3, day)]


def test_the_day_on_which_a_toll_rose_dates_nothing_after_it():
    text = (
        "On Monday air raids killed 12 in Mirash. On Tuesday the toll of the raids rose to 15."
        " Nine bodies were found in Mirash."
    )
    assert told(text, Harm.FOUND_DEAD) == [(9, "weekday-0")]


@pytest.mark.parametrize(
    ("below", "year"),
    [
        ("\n\nThe writer lives in Mirash. Gunmen killed five clerks in Tarn.", None),
        ("\n\n- Gunmen killed five clerks in Tarn.", "2019"),
        ("\n- Gunmen killed five clerks in Tarn.", "2019"),
        ("\n- The town was shut. Gunmen killed five clerks in Tarn.", "2019"),
    ],
)
def test_text_below_an_empty_line_is_not_of_the_year_above_a_list(below, year):
    above = "The council met. " * 70 + "\n\n* 2019: - The Red Column killed 12 villagers in Kessa."
    assert told(above + below) == [(12, "2019"), (5, year)]
