"""A count told without a day has the day of its scene, down to places in it and never up; its reading marks it."""

import pytest

from sijill.extract.document import extract
from sijill.language.vocabulary import Vocabulary
from sijill.resolve.claims import resolve_document
from tests.unit.resolve.island import KNOWN, PLACES, document

WORDS = Vocabulary(places=tuple(dict.fromkeys(name for each in PLACES for name in (each.name, *each.aliases))))
WEDNESDAY = "2031-05-21"


def told(text):
    """(number, first day, place) of the counts of one report of that Wednesday, and their readings. What is dated by
    the report alone has no day."""
    read = extract(document("doc_a").id, text, WORDS)
    readings = {each.claim: each for each in read.readings}
    claims, _ = resolve_document(document("doc_a", published=WEDNESDAY), text, read.claims, readings, knowledge=KNOWN)
    counts = [claim for claim in claims if claim.toll is not None]
    days = [None if claim.when.only_reported else claim.when.start for claim in counts]
    return [(claim.toll.number, day, claim.where.place) for claim, day in zip(counts, days, strict=True)], readings


SCENE = "Shelling killed 12 people in {} on Monday. Officials met in the evening. {}"


@pytest.mark.parametrize(
    ("first", "then", "place"),
    [
        ("Corvo", "Three people died in Corvo.", "corvo"),
        ("Brell province", "In Corvo three people were killed.", "corvo"),
        ("Arvania", "In Corvo three people were killed.", "corvo"),
    ],
)
def test_the_day_of_the_scene_reaches_a_later_count_at_its_place_or_in_it(first, then, place):
    found, _ = told(SCENE.format(first, then))
    assert found[-1] == (3, "2031-05-19", place)


@pytest.mark.parametrize(
    ("first", "then"),
    [
        ("Corvo", "In Halen three people were killed."),
        ("Corvo", "In Brell province three people were killed."),
        ("Corvo", "In Arvania 300 people were killed."),
        ("Corvo", "The war is the worst since the siege of Corvo in April. In Brell province three people died."),
        ("Corvo", "An earlier attack killed three people in Corvo."),
        ("Corvo", "The Front has killed three people in Corvo."),
    ],
)
def test_it_reaches_no_other_place_no_wider_one_and_nothing_told_of_before(first, then):
    found, _ = told(SCENE.format(first, then))
    assert found[-1][1] is None


def test_a_headline_and_a_lead_have_the_day_that_is_told_right_after():
    found, readings = told(
        "Shelling kills 12 in Brell province\n\nShelling killed 12 people, the mayor said. "
        "Shells hit Corvo on Monday, killing a family of four."
    )
    assert [day for _, day, _ in found] == ["2031-05-19"] * 3
    assert sum(part.rule == "news time" and part.carried for each in readings.values() for part in each.parts) == 2


@pytest.mark.parametrize(
    "then",
    [
        "The shelling took place on Monday.",
        "The Monday evening attack hit a market.",
        "Monday's shelling hit a market.",
        "Mondays shelling hit a market.",
    ],
)
def test_the_day_of_the_act_that_was_told_dates_it_wherever_it_was(then):
    """Further on than a lead reaches, and although that sentence names no place."""
    found, readings = told(f"Shelling kills 12 in Corvo\n\n{'The council met. ' * 30}{then}")
    assert found[0] == (12, "2031-05-19", "corvo")
    rules = (part.rule for each in readings.values() for part in each.parts if part.field == "scene")
    assert next(rules) == "time of the act"


@pytest.mark.parametrize(
    "between",
    [
        "Shelling killed 30 people in Corvo in April. The shelling took place on Monday.",
        "An attack took place on Monday.",
        "The arrests took place on Monday.",
        "The shelling was part of an offensive that began on Monday.",
        "On another front the shelling took place on Monday.",
    ],
)
def test_it_dates_nothing_beyond_a_count_with_its_own_time_and_no_other_act(between):
    found, _ = told(f"Shelling kills 12 in Corvo\n\n{'The council met. ' * 30}{between}")
    assert found[0] == (12, None, "corvo")


def test_the_act_told_last_has_its_day_where_it_is_told_again():
    found, _ = told(
        "Gunmen killed 12 people in Corvo on Sunday. Shells hit Halen on Monday. The shelling killed three in Corvo."
    )
    assert found[-1] == (3, "2031-05-19", "corvo")


def test_a_place_without_a_name_may_be_the_one_that_is_named_right_after():
    found, _ = told(
        "Shelling kills 12 in a village\n\nOfficials spoke. Shells hit Corvo on Monday, killing a family of four."
    )
    assert [day for _, day, _ in found] == ["2031-05-19"] * 2


def test_other_news_dates_nothing_that_stands_before_it():
    found, _ = told("Shelling killed 12 people in Corvo. Gunmen also killed 26 people in Corvo on Monday.")
    assert [day for _, day, _ in found] == [None, "2031-05-19"]


def test_news_of_elsewhere_told_meanwhile_has_the_day_of_the_news():
    found, _ = told(SCENE.format("Corvo", "Meanwhile in Halen three people were killed."))
    assert found[-1] == (3, "2031-05-19", "halen")


@pytest.mark.parametrize(
    "then",
    [
        "Another three people were killed in Halen.",
        "Shelling also killed three people in Halen.",
        "Also in Halen three people were killed.",
        "The shelling came as gunmen killed three people in Halen.",
    ],
)
def test_news_that_goes_on_from_what_was_told_has_its_day_at_any_place(then):
    found, _ = told(SCENE.format("Corvo", then))
    assert found[-1] == (3, "2031-05-19", "halen")


def test_a_count_that_goes_on_from_one_of_its_own_sentence_has_no_day_of_another():
    found, _ = told(SCENE.format("Corvo", "Gunmen in Halen killed three people and wounded another five."))
    assert [day for _, day, _ in found] == ["2031-05-19", None, None]


def test_a_number_told_again_has_the_day_that_it_is_told_with():
    found, readings = told(
        "Shelling kills 14 people\n\nThe mayor spoke. The shells killed 14 people on Monday in Corvo."
    )
    assert [day for _, day, _ in found] == ["2031-05-19"] * 2
    assert [part.rule for each in readings.values() for part in each.parts if part.field == "scene"][
        -1
    ] == "same number"


@pytest.mark.parametrize(
    "report",
    [
        "In Halen 14 people died. Officials met. Shelling killed 14 people in Corvo on Monday.",
        f"Fourteen people died. {'The council met. ' * 60}Shelling killed 14 people in Corvo on Monday. "
        "Gunmen killed 14 people in Halen on Sunday.",
        "Fourteen people died. The council met. Shelling also killed 9 people in Corvo on Monday.",
        "Fourteen people died. Earlier attacks killed 14 people in Corvo on Monday.",
        "Fourteen people died. Shelling killed 14 people in Corvo in April.",
        f"In Tal Harun nine people died. {'The council met. ' * 30}Shelling killed nine people in Corvo on Monday.",
    ],
)
def test_a_number_of_another_place_of_two_days_of_before_or_of_few_people_is_not_told_again(report):
    assert told(report)[0][0][1] is None


@pytest.mark.parametrize(
    ("between", "day"),
    [
        ("The rebels have held Corvo since April. Officials met.", "2031-05-19"),
        ("The rebels took Corvo in 2029. Officials met.", "2031-05-19"),
        ("In April shelling killed 30 people in Corvo. Officials met.", None),
        ("In 2029 shelling killed 30 people in Corvo. Officials met.", None),
        ("An earlier siege had kept food from Corvo this year. Officials met.", "2031-05-19"),
    ],
)
def test_the_day_of_the_scene_lasts_over_longer_times_at_which_nobody_was_harmed(between, day):
    found, _ = told(SCENE.format("Corvo", between + " Three people died in Corvo."))
    assert found[-1] == (3, day, "corvo")


def test_a_part_has_the_day_of_its_whole():
    found, _ = told("Shelling killed 12 people in Corvo on Monday. Officials met. Four of them were children.")
    assert found[-1] == (4, "2031-05-19", "corvo")


def test_a_month_is_no_day_of_a_scene():
    found, _ = told("Shelling killed 12 people in Corvo in April. Officials met. Three people died in Corvo.")
    assert [day for _, day, _ in found] == ["2031-04-01", None]


def test_what_is_carried_is_marked_in_the_reading():
    _, readings = told(SCENE.format("Corvo", "Three people died in Corvo."))
    marked = [part for each in readings.values() for part in each.parts if part.field == "scene"]
    assert [(part.rule, part.carried) for part in marked] == [("time of the scene", True)]


def test_more_of_what_was_earlier_this_month_has_the_month_up_to_the_report():
    more = "Another 110 gunmen were killed in Halen."
    found, _ = told(f"Earlier this month some 50 gunmen were killed in Corvo. {more}")
    assert found[-1] == (110, "2031-05-01", "halen")


def test_some_of_those_told_before_were_harmed_at_that_time_wherever():
    """Also where a word of the sentence is that of the perfect, and nothing is told in it."""
    found, _ = told(
        "Shelling killed 35 rebels in Corvo on Monday. At least 22 of the rebels were killed in Halen, where the Front"
        " has its offices."
    )
    assert found == [(35, "2031-05-19", "corvo"), (22, "2031-05-19", "halen")]


def test_the_fighting_has_gone_on_since_it_was_launched():
    found, readings = told(
        "Rebels pushed into Corvo in an offensive launched on Monday. The fighting killed 20 people."
    )
    assert [day for _, day, _ in found] == ["2031-05-19"]
    [carried] = [part for reading in readings.values() for part in reading.parts if part.field in ("when", "scene")]
    assert (carried.value, carried.carried) == ("since:weekday-0", True)
