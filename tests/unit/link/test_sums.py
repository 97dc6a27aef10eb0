"""A total of incidents that its report tells is none of its own: nobody is counted twice, and nobody is lost."""

from dataclasses import replace

import pytest

from sijill.link.events import link_events
from sijill.model.decision import Decision, DecisionId
from sijill.model.toll import Extent
from tests.unit.link.claims import PLACES, groups, ids, link, said, victims


def linked(*claims, **more):
    """The events of two reports."""
    return link_events(claims, published={"a": None, "b": None}, order={"a": 0, "b": 1}, places=PLACES, **more)


def judged(one, other, verdict):
    """What an analyst decided on two claims."""
    return Decision(
        id=DecisionId("dec_1"),
        kind="link",
        about=(one.id, other.id),
        value=f'"{verdict}"',
        by="ann",
        at="2031-06-01T00:00:00Z",
        because="the report counts the villages too",
    )


def lead(number="at least 32", **more):
    """What a report tells first: air strikes across the country."""
    return said("a", "airstrike", number=number, **{"at": 0, "place": None, "by": (), **more})


def told(number, at, place, **more):
    """What it tells later of one of them."""
    return said("a", "airstrike", at=at, place=place, number=number, **more)


def test_the_counts_of_two_towns_that_make_up_the_total_are_the_incidents():
    whole, one, other = lead(), told("20", 100, "varna"), told("12", 300, "lisse")
    made = link(whole, one, other)
    assert groups(made) == {ids(one), ids(other)}
    assert made.aside == {whole.id: "sum"}
    assert made.doubts == ()


@pytest.mark.parametrize("words", ["across the country", "in various regions", "في أنحاء البلاد"])
def test_a_total_of_many_places_at_once_is_none_of_its_own(words):
    whole = lead("32", place=words)
    made = link(whole, told("20", 100, "varna"), told("12", 300, "lisse"))
    assert made.aside == {whole.id: "sum"}


def test_a_town_that_no_table_has_may_lie_in_the_province_of_the_total_beside_one_that_does():
    whole = lead(place="upper")
    one, other = told("20", 100, "varna"), told("12", 300, "the town of Sabha")
    assert link(whole, one, other).aside == {whole.id: "sum"}
    assert not link(whole, told("20", 100, "the village of Oskar"), other).aside


def test_the_headline_and_the_wounded_told_with_the_total_go_with_it():
    head, whole = lead("32"), lead(at=60)
    hurt = said("a", "airstrike", "injured", at=60, place=None, by=(), number="dozens")
    one, other = told("20", 200, "varna"), told("12", 400, "lisse")
    also = said("a", "airstrike", "injured", at=420, place="lisse", number="dozens")
    made = link(head, whole, hurt, one, other, also)
    assert made.aside == dict.fromkeys((head.id, whole.id, hurt.id), "sum")
    assert groups(made) == {ids(one), ids(other, also)}


def test_wounded_whom_no_incident_counts_are_not_lost():
    """A number of them stays, if those of the incidents do not reach it."""
    whole, hurt = lead(), said("a", "airstrike", "injured", at=0, place=None, by=(), number="100")
    one, other = told("20", 100, "varna"), told("12", 300, "lisse")
    few = said("a", "airstrike", "injured", at=320, place="lisse", number="15")
    assert hurt.id not in link(whole, hurt, one, other, few).aside
    many = said("a", "airstrike", "injured", at=320, place="lisse", number="115")
    assert hurt.id in link(whole, hurt, one, other, many).aside


@pytest.mark.parametrize(
    ("whole", "one", "other", "aside"),
    [
        ("33", "20", "12", False),
        ("at least 40", "20", "12", False),
        ("at least 30", "20", "12", True),
        ("nearly 34", "20", "12", True),
        ("nearly 50", "20", "12", False),
        ("5", "3", "2", False),
    ],
)
def test_what_the_incidents_do_not_come_to_stays_a_number_of_its_own(whole, one, other, aside):
    claims = lead(whole), told(one, 100, "varna"), told(other, 300, "lisse")
    made = link(*claims)
    assert (made.aside == {claims[0].id: "sum"}) is aside
    near = [doubt.question for doubt in made.doubts if doubt.question.code == "sum_not_exact"]
    assert [dict(each.values) for each in near] == ([{"total": int(whole.split()[-1]), "made": 32}] if aside else [])


def test_a_small_total_is_one_where_the_words_add_others():
    whole, one = lead("9"), told("8", 100, "varna")
    other = said("a", "airstrike", at=300, place="lisse", number="1", victims=victims("1 other man"))
    assert link(whole, one, other).aside == {whole.id: "sum"}


def test_parts_of_one_incident_are_no_incidents():
    """One town and day: the total is the incident."""
    whole = lead(place="varna", on="2031-05-03")
    one, other = told("20", 100, "varna"), told("12", 300, "varna")
    assert link(whole, one, other).aside == {}


def test_two_days_of_one_town_stay_with_their_total():
    """Linking may take two counts of one town for one, whatever their days: the total holds more than what is left."""
    one, other = told("25", 100, "varna", on="2031-05-03"), told("23", 300, "varna", on="2031-05-02")
    both = said("a", "airstrike", at=0, place=None, by=(), on=None, number="nearly 50")
    assert link(both, one, other).aside == {}


def test_a_town_told_twice_keeps_the_total_an_event():
    """20 and eight of one town may be joined to 8 to 20: four elsewhere and these do not make 32."""
    claims = lead("32"), told("20", 100, "varna"), told("8", 200, "varna"), told("4", 300, "lisse")
    assert link(*claims).aside == {}


def test_a_number_of_one_town_is_no_total_of_another():
    whole, one, other = lead("36", place="varna"), told("24", 100, "varna"), told("12", 300, "lisse")
    assert link(whole, one, other).aside == {}


def test_another_report_of_one_town_keeps_its_number():
    """The same 32 people of a report that tells one town are no total of two."""
    whole, one, other = lead(), told("20", 100, "varna"), told("12", 300, "lisse")
    there = said("b", "airstrike", place="varna", number="32")
    assert there.id not in linked(whole, one, other, there).aside
    again = said("b", "airstrike", place=None, by=(), number="32")
    assert linked(whole, one, other, again).aside == dict.fromkeys((whole.id, again.id), "sum")


def test_parts_of_a_total_go_with_it_wherever_they_stand():
    whole, one, other = lead(), told("20", 200, "varna"), told("12", 300, "lisse")
    few = said(
        "a",
        "airstrike",
        at=600,
        place=None,
        by=(),
        number="5",
        number_is={"extent": Extent.PART, "subset_of": whole.id},
    )
    assert few.id in link(whole, one, other, few).aside


def test_bodies_are_not_the_killed_of_a_total():
    """They were found, on that day or of another: who was killed is told by the total alone."""
    whole = lead("45")
    one = said("a", "airstrike", "found_dead", at=100, place="varna", number="25")
    other = said("a", "airstrike", "found_dead", at=300, place="lisse", number="20")
    assert link(whole, one, other).aside == {}


def test_an_accusation_is_not_set_aside_with_its_total():
    whole = lead(by=("fre",))
    one, other = told("20", 100, "varna", by=()), told("12", 300, "lisse", by=())
    assert link(whole, one, other).aside == {}


def test_wounded_of_another_town_are_not_those_of_the_total():
    whole, hurt = lead(), said("a", "airstrike", "injured", at=0, place=None, by=(), number="120")
    one, other = told("20", 100, "varna"), told("12", 300, "lisse")
    soldiers = said("a", "bombing", "injured", at=400, place="oldtown", number="several")
    assert hurt.id not in link(whole, hurt, one, other, soldiers).aside


def test_an_analyst_keeps_a_total_that_holds_others():
    whole, one, other = lead("at least 30"), told("20", 100, "varna"), told("12", 300, "lisse")
    assert linked(whole, one, other, decisions=[judged(whole, one, "different")]).aside == {}


@pytest.mark.parametrize(
    "more",
    [
        {"place": "oldtown"},
        {"on": "2031-04-01"},
        {"by": ("fre",)},
        {"victims": victims("rebels", status="combatant")},
    ],
)
def test_a_total_of_another_place_day_party_or_kind_of_people_holds_nothing(more):
    people = {"victims": victims("civilians", status="civilian")}
    whole = lead(**{**people, **more})
    one, other = told("20", 100, "upper", **people), told("12", 300, "lisse", **people)
    assert link(whole, one, other).aside == {}


def test_others_who_were_wounded_are_others_than_the_dead():
    """A smaller number of them in the same town is told of those before it."""
    whole = said("a", "airstrike", "injured", place=None, by=(), number="17")
    one = said("a", "airstrike", "injured", at=100, number="14")
    again = said("a", "airstrike", "injured", at=200, number="13", victims=victims("13 others"))
    other = said("a", "airstrike", "injured", at=300, place="lisse", number="3")
    assert link(whole, one, again, other).aside == {whole.id: "sum"}


def test_a_headline_that_names_the_places_of_two_incidents_counts_both():
    head = lead("23", place="eastvale", quote="23 killed in Marrows Varna Lisse")
    inside, other = told("at least 14", 100, "varna"), told("9", 300, "lisse")
    outside = {**PLACES, "lisse": replace(PLACES["lisse"], within=("upper", "marrow"))}
    made = link_events((head, inside, other), published={"a": None}, order={"a": 0}, places=outside)
    assert made.aside == {head.id: "sum"}
    silent = replace(head, quote="23 killed in Marrows Varna")
    assert link_events((silent, inside, other), published={"a": None}, order={"a": 0}, places=outside).aside == {}
