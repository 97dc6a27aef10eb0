"""The day that a page prints in its own head is that of the report; a date within a sentence is what is told."""

import pytest

from sijill.language.datelines import Order, printed_day, printed_days, printed_order


@pytest.mark.parametrize(
    ("head", "day"),
    [
        ("Shelling kills 12 in Kessa VPA Wednesday 14 May 2031 At least 12 people were killed", "2031-05-14"),
        ("Shelling kills 12\n\nWed May 14 2031 title: Shelling kills 12 in Kessa.", "2031-05-14"),
        ("Wed 14 May 2031 at 1459 VPA - Shelling killed 12 people", "2031-05-14"),
        ("May 14 2031 Shelling kills 12 in Kessa.", "2031-05-14"),
        ("Shelling kills 12\nPublished May 14 2031 Residents look at the rubble", "2031-05-14"),
        ("Shelling kills 12 Posted on May 14 2031 by a correspondent", "2031-05-14"),
        ("14-05-2031 Shelling kills 12 in Kessa.", "2031-05-14"),
        ("Shelling kills 12\n\nLast updated at May 142031 Shelling killed 12 people", "2031-05-14"),
        ("14.05.2031Share on Shelling killed 12 people", "2031-05-14"),
        ("14-05-2031 title: Shelling kills 12 in Kessa.", "2031-05-14"),
        ("Shelling kills 12 World Security 14-05-2031 0742 PM Residents say", "2031-05-14"),
        ("Shelling kills 12 in Kessa Reuters Wednesday 14 May 2031 twelve people were killed", "2031-05-14"),
    ],
)
def test_a_date_that_stands_by_itself_in_the_head_is_printed(head, day):
    assert printed_day(head) == day


@pytest.mark.parametrize(
    "head",
    [
        "Shelling killed 12 people on Wednesday 14 May 2031 In Kessa",
        "The raid of 14 May 2031 on Kessa killed 12 people",
        "14 May 2031 was a day of mourning in Kessa",
        "14 May 2031, shelling killed 12 people in Kessa",
        "Shelling kills 12 VPA Friday 14 May 2031 At least 12 people were killed",  # it was a Wednesday
        "05-06-2031 Shelling kills 12 in Kessa.",  # May or June
        "Shelling killed 12 people on Wednesday.",
        "",
    ],
)
def test_a_date_in_a_sentence_or_one_that_cannot_be_is_not(head):
    assert printed_day(head) is None


def test_only_the_head_is_looked_at():
    assert printed_day("Shelling killed 12 people. " * 40 + "\nWednesday 14 May 2031 ") is None


AMBIGUOUS = "03-04-2031 Shelling kills 12 in Kessa."


def test_figures_that_can_be_exchanged_are_a_day_only_in_the_order_of_their_source():
    assert printed_days(AMBIGUOUS) == ("2031-04-03", "2031-03-04")
    assert printed_day(AMBIGUOUS) is None
    assert printed_day(AMBIGUOUS, Order.DAY_FIRST) == "2031-04-03"
    assert printed_day(AMBIGUOUS, Order.MONTH_FIRST) == "2031-03-04"


def test_a_date_that_may_have_lost_a_figure_is_no_day_in_any_order():
    assert printed_day("6-09-2031 Shelling kills 12 in Kessa.", Order.DAY_FIRST) is None


@pytest.mark.parametrize(
    ("head", "order"),
    [
        ("24-08-2031 Shelling kills 12", Order.DAY_FIRST),
        ("08-24-2031 Shelling kills 12", Order.MONTH_FIRST),
        ("03-04-2031 Shelling kills 12", None),
        ("08-08-2031 Shelling kills 12", None),
        ("24 August 2031 Shelling kills 12", None),
    ],
)
def test_a_head_shows_the_order_of_its_source_where_its_figures_leave_only_one(head, order):
    assert printed_order(head) is order
