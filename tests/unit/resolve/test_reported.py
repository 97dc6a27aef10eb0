"""What a report tells as its news without a time has its day and the one before, and one doubt asks which."""

import pytest

from sijill.extract.document import extract
from sijill.model.claim import Harm
from sijill.model.when import Period, Precision
from sijill.resolve.answered import Answers
from sijill.resolve.claims import resolve_document
from tests.unit.resolve.island import KNOWN, document
from tests.unit.resolve.test_scenes import WEDNESDAY, WORDS

HURT = (Harm.KILLED, Harm.INJURED)
OTHERS = "The council met and spoke of roads and schools until late. " * 8


def read(text, *, published=WEDNESDAY, days=None):
    """(first day, last day) of every count of a report, and the doubts about days not told."""
    claims = extract(document("doc_a").id, text, WORDS)
    readings = {each.claim: each for each in claims.readings}
    told = document("doc_a", published=published)
    answered = Answers(days=days or {})
    done, doubts = resolve_document(told, text, claims.claims, readings, knowledge=KNOWN, answered=answered)
    found = [(each.when.start, each.when.end) for each in done if each.toll is not None]
    return found, [each for each in doubts if each.question.code == "day_not_told"]


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("Shelling killed 12 people in Corvo.", ("2031-05-20", "2031-05-21")),
        ("Gunmen fired on a bus in an attack that killed 12 people in Corvo.", ("2031-05-20", "2031-05-21")),
        ("Twelve people killed in Corvo", ("2031-05-20", "2031-05-21")),
        ("Rebels have killed 12 people in Corvo.", ("2031-05-20", "2031-05-21")),
        ("Shelling killed 12 people in Corvo, a monitor said on Tuesday.", ("2031-05-19", "2031-05-20")),
        (
            "Shelling killed 12 people in Corvo a monitor said on Tuesday contradicting the army.",
            ("2031-05-19", "2031-05-20"),
        ),
    ],
)
def test_news_without_a_time_is_of_the_day_on_which_it_was_told_or_the_day_before(text, days):
    found, [doubt] = read(text)
    assert found == [days]
    assert doubt.candidates == (days[1], days[0])


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("In 2030 the mayor said rebels had killed nine people in Corvo.", "2030-01-01", "2030-12-31"),
        (
            "On Sunday a medic, who said rebels had killed nine people, was shot dead in Corvo.",
            "2031-05-18",
            "2031-05-18",
        ),
    ],
)
def test_what_tells_no_day_of_speaking_is_the_time_of_what_is_told(text, first, last):
    found, doubts = read(text)
    assert (found[-1], doubts) == ((first, last), [])


def test_other_news_reaches_back_to_the_day_of_the_first():
    found, _ = read(f"Shelling killed 12 people in Corvo on Monday. {OTHERS}Gunmen killed three people in Halen.")
    assert found == [("2031-05-19", "2031-05-19"), ("2031-05-19", "2031-05-21")]


ROUND_UP = f"The army went on with its raids on Monday. {OTHERS * 2}"


@pytest.mark.parametrize(
    "told",
    [
        "In the north a unit killed many rebels in Halen.",
        "A large number of rebels were killed in the army's raids on Halen.",
    ],
)
def test_a_round_up_that_tells_of_no_other_day_dates_what_it_tells_of_a_place(told):
    found, [doubt] = read(ROUND_UP + told)
    assert found == [("2031-05-19", "2031-05-21")]
    assert doubt.question.values["time"] == "reported:weekday-0/day-0"


@pytest.mark.parametrize(
    "told",
    [
        "In April rebels burned a mill in Corvo. Officials met. A unit killed many rebels in Halen.",
        "A unit killed many rebels.",
        "A unit has killed many rebels in Halen.",
    ],
)
def test_it_dates_nothing_beside_another_time_nor_what_has_no_place_or_goes_on(told):
    found, doubts = read(ROUND_UP + told)
    assert (found[-1], doubts) == ((None, None), [])


ON_ALL_FRONTS = f"The army continued on Monday its raids across the country. {OTHERS * 2}"


@pytest.mark.parametrize(
    ("told", "days"),
    [
        ("In the north an army unit killed nine rebels in Halen.", ("2031-05-19", "2031-05-19")),
        ("Nine rebels were killed in the army's raids on Halen.", ("2031-05-19", "2031-05-19")),
        ("The militia killed nine rebels in Halen.", ("2031-05-19", "2031-05-21")),
        ("The army has killed nine rebels in Halen.", (None, None)),
        (
            "On Tuesday the army burned a mill in Corvo. Officials met. Army units killed nine rebels in Halen.",
            ("2031-05-19", "2031-05-21"),
        ),
    ],
)
def test_where_a_force_went_on_in_many_places_what_it_did_in_each_is_of_that_day(told, days):
    found, doubts = read(ON_ALL_FRONTS + told)
    assert found == [days]
    assert bool(doubts) == (days[0] != days[1])


@pytest.mark.parametrize(
    "lead",
    [
        "The army continued on Monday its raids on the port.",
        "The army went back on Monday to the provinces after its raids.",
        "The army continued its raids across the country, a spokesman said on Monday.",
    ],
)
def test_of_one_place_or_with_a_day_of_speaking_the_lead_dates_nothing_so(lead):
    found, _ = read(f"{lead} {OTHERS * 2}Army units killed nine rebels in Halen.")
    assert found[-1] != ("2031-05-19", "2031-05-19")


def dated(text):
    """(first day, last day) of everybody harmed, with or without a number."""
    claims = extract(document("doc_a").id, text, WORDS)
    readings = {each.claim: each for each in claims.readings}
    done, _ = resolve_document(
        document("doc_a", published=WEDNESDAY), text, claims.claims, readings, knowledge=KNOWN, answered=Answers()
    )
    return [(each.when.start, each.when.end) for each in done if each.harm in HURT]


@pytest.mark.parametrize(
    "text",
    [
        "The envoy met ministers in Halen on Tuesday. Farmers have been killed in Corvo by jets, he told them.",
        "Thousands marched in Halen on Tuesday. Farmers were shot dead in Corvo, their banners recalled.",
        "A court in Corvo heard doctors on Tuesday. Guards killed prisoners in Halen. Soldiers shot doctors in Corvo.",
        "A clerk spoke of the war. Farmers were killed in Corvo, he added, and nobody cared.",
    ],
)
def test_what_somebody_recalls_of_people_without_a_number_is_no_news(text):
    assert set(dated(text)) == {(None, None)}


def test_people_without_any_number_are_dated_so_but_not_those_who_were_told_of_before():
    assert dated(f"{ROUND_UP}A unit killed rebels in Halen.") == [("2031-05-19", "2031-05-21")]
    assert dated(f"{ROUND_UP}A unit killed the rebels in Halen.") == [(None, None)]


@pytest.mark.parametrize(
    "text",
    [
        "An earlier attack killed 12 people in Corvo.",
        "Shelling did not kill 12 people in Corvo.",
        f"{OTHERS}Gunmen killed three people in Halen.",
        "Shelling killed 12 people in Corvo on Monday. Officials met. Rebels have killed 300 people.",
        "The Front has displaced 300 people in Corvo since March. Officials met. Rebels have killed 30 people.",
        "The mayor met a worker kidnapped in Corvo.",
        "A court jailed a colonel who killed 12 people in Corvo.",
        "A memorial for 12 people killed in Corvo was opened.",
        "Twelve people killed in Corvo were buried.",
        "Officials spoke of the bombing that killed 12 people in Corvo.",
        "The mayor mourned the 12 people killed in Corvo.",
    ],
)
def test_what_was_before_further_on_or_goes_on_from_a_longer_time_stays_open(text):
    found, doubts = read(text)
    assert (found[-1], doubts) == ((None, None), [])


def test_a_report_whose_day_is_not_known_leaves_it_open():
    assert read("Shelling killed 12 people in Corvo.", published="2031-05") == ([(None, None)], [])


def test_an_analyst_says_which_day_it_was():
    _, [doubt] = read("Shelling killed 12 people in Corvo.")
    day = Period(start="2031-05-18", end="2031-05-18", precision=Precision.DAY)
    found, doubts = read("Shelling killed 12 people in Corvo.", days={doubt.question.values["time"]: day})
    assert (found, doubts) == ([("2031-05-18", "2031-05-18")], [])


@pytest.mark.parametrize(
    ("then", "days"),
    [
        ("A second bomb killed three people in Halen.", ("2031-05-20", "2031-05-21")),
        ("The Front has killed 40 people in Halen.", (None, None)),
        ("Earlier gunmen killed three people in Halen.", (None, None)),
    ],
)
def test_where_no_time_is_told_at_all_what_follows_the_news_is_news(then, days):
    found, _ = read(f"Shelling killed 12 people in Corvo. {OTHERS}{then}")
    assert found == [("2031-05-20", "2031-05-21"), days]
