"""Days told of another clause: from them on, in the days after them, or the day itself."""

import pytest

from sijill.extract.document import extract
from sijill.model.claim import Harm
from sijill.model.document import DocumentId
from tests.spec.invented import WORDS


def days(text):
    """Number of killed -> value of its time, said or carried."""
    read = extract(DocumentId("doc_1"), text, WORDS)
    parts = {each.claim: {part.field: part.value for part in each.parts} for each in read.readings}
    killed = [claim for claim in read.claims if claim.harm is Harm.KILLED and claim.toll is not None]
    return {claim.toll.number: parts[claim.id].get("when", parts[claim.id].get("scene")) for claim in killed}


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("Gunmen shot dead the nine clerks they abducted on Monday.", "since:weekday-0"),
        ("Gunmen killed nine clerks at the mill they attacked on Monday.", "weekday-0"),
        ("Nine clerks were killed in the raid they launched on Monday.", "weekday-0"),
    ],
)
def test_those_who_were_taken_on_a_day_died_no_earlier(text, day):
    assert days(text) == {9: day}


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("The army launched an offensive against the Red Column on Monday. It killed nine clerks.", "weekday-0"),
        ("Nine clerks were killed as the army launched an operation in Kessa on Monday.", "weekday-0"),
        ("The army began an operation in Kessa on Monday, killing nine clerks.", "weekday-0"),
        ("Clashes broke out on Monday and killed nine clerks.", "weekday-0"),
        ("The army launched an offensive on Mirash on Monday. Nine clerks have been killed.", "since:weekday-0"),
        ("The army began an operation in Kessa on Monday, killing nine clerks so far.", "since:weekday-0"),
        ("Fighting that began on Monday has killed nine clerks in Kessa.", "since:weekday-0"),
        ("The Red Column killed nine clerks in an offensive launched on Monday.", "since:weekday-0"),
        ("The army launched an offensive in Kessa last week. Nine clerks have been killed.", "since:week-1"),
        ("قتل تسعة موظفين في اشتباكات اندلعت يوم الاثنين في كيسا.", "since:weekday-0"),
    ],
)
def test_what_an_offensive_cost_runs_on_only_where_it_is_told_so_far(text, day):
    assert days(text) == {9: day}


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("Gunmen killed nine clerks in Kessa over the days that followed the truce on Monday.", "from:7:day:weekday-0"),
        ("Gunmen killed nine clerks in Kessa in the weeks after a truce on Monday.", "from:4:week:weekday-0"),
        ("Nine clerks were killed in Kessa days after a truce was signed on Monday.", "after:weekday-0"),
        ("Nine clerks died weeks after they were wounded on Monday.", "after:weekday-0"),
    ],
)
def test_days_after_a_day_are_some_time_later_and_the_days_after_it_are_all_of_them(text, day):
    assert days(text) == {9: day}


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("The Valley Guard shot dead nine clerks after Monday's attack by the Red Column.", "after:weekday-0"),
        ("After Monday's assault, Varran forces killed nine clerks.", "after:weekday-0"),
        ("Nine clerks were shot dead by police after Monday's bombing.", "after:weekday-0"),
        ("Shelling killed nine clerks after Monday's attack.", "after:weekday-0"),
        ("Nine clerks died after Monday's bombing.", "weekday-0"),
        ("After Monday's bombing killed nine clerks, police arrested 12.", "weekday-0"),
        ("Nine clerks were killed and 12 arrested after Monday's bombing.", "weekday-0"),
        ("Nine clerks were killed after Monday's assault on Tarn.", "weekday-0"),
    ],
)
def test_what_somebody_did_after_an_act_is_of_a_later_time_than_it(text, day):
    assert days(text) == {9: day}


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("بعد هجوم الاثنين قصفت القوات الفارانية كيسا وقتلت 9 مدنيين.", "after:weekday-0"),
        ("قتل 9 مدنيين في قصف على كيسا بعد هجوم يوم الاثنين.", "after:weekday-0"),
        ("قتل 9 مدنيين في هجوم الاثنين على كيسا.", "weekday-0"),
        ("قتل 9 مدنيين بعد هجوم الاثنين على كيسا.", "weekday-0"),
    ],
)
def test_what_came_after_an_act_is_of_a_later_time_in_arabic_too(text, day):
    assert days(text) == {9: day}


@pytest.mark.parametrize(
    ("text", "day"),
    [
        (
            "Nine clerks died in Kessa. The mill was hit in the raid on the road to Tarn Mirror reported on Monday.",
            None,
        ),
        ("Nine clerks died in Kessa. The raid on the mill was reported on Monday.", "weekday-0"),
        ("Nine clerks were killed in Kessa reported on Monday.", "weekday-0"),
    ],
)
def test_the_day_on_which_a_name_reported_it_is_that_of_the_report(text, day):
    assert days(text) == {9: day}
