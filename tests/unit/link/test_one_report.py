"""One report goes on about what it told: places that are only described, rough headlines, and parts of a whole."""

from dataclasses import replace

import pytest

from sijill.link.events import link_events
from sijill.link.pairs.compare import compare_places
from sijill.link.pairs.sketch import sketch
from sijill.model.place import PlacePrecision, Where
from sijill.model.toll import Extent
from sijill.model.when import Period
from tests.unit.link.claims import PLACES, said, victims


def link(*claims):
    return link_events(claims, published={"a": "2031-05-05"}, order={"a": 0}, places=PLACES)


def groups(linked):
    return {frozenset(event.claims) for event in linked.events}


def ids(*claims):
    return frozenset(claim.id for claim in claims)


def described(claim, words):
    return replace(claim, where=Where(text=words))


def test_a_place_that_is_only_described_may_be_the_one_that_the_next_sentence_names():
    lead = described(said("a", "airstrike", at=100, number="11"), "a rebel-held village")
    then = said("a", "airstrike", "none", at=240, place="lisse", number=None)
    assert groups(link(lead, then)) == {ids(lead, then)}
    [event] = link(lead, then).events
    assert event.where.place == "lisse"


def test_two_described_places_are_no_evidence_against_each_other_and_names_are():
    one = sketch(described(said("a", at=0), "a village"), PLACES)
    other = sketch(described(said("a", at=90), "the local market"), PLACES)
    named = sketch(described(said("a", at=90), "al-Tarn"), PLACES)
    elsewhere = sketch(described(said("a", at=190), "Old Mill"), PLACES)
    assert compare_places(one, other) is None
    assert compare_places(one, named) is None
    assert compare_places(named, elsewhere) == "other_words"


def test_the_words_of_a_place_may_say_that_it_lies_in_another():
    hills = sketch(
        replace(said("a", at=0, place="upper"), where=replace(said("a", place="upper").where, text="Upper")), PLACES
    )
    town = said("a", at=90, place="lisse")
    inside = sketch(
        replace(town, where=replace(town.where, text="Oldtown in Upper")),
        {**PLACES, "lisse": replace(PLACES["lisse"], within=())},
    )
    assert compare_places(hills, inside) == "said_within"


def test_a_headline_that_names_the_city_near_which_it_happened_is_of_the_report_below():
    headline = said("a", "bombing", at=0, on=None, place="varna", number="60")
    lead = said("a", "bombing", at=80, place="oldtown", number="60")
    near = replace(
        lead, where=replace(lead.where, place="village", lat=10.2, lon=10.2, precision=PlacePrecision.SETTLEMENT)
    )
    village = replace(PLACES["lisse"], id="village", lat=10.2, lon=10.2)
    found = link_events([headline, near], published={"a": None}, order={"a": 0}, places={**PLACES, "village": village})
    assert groups(found) == {ids(headline, near)}
    assert found.events[0].where.place == "village"


def test_a_headline_of_a_far_city_stays_apart():
    headline = said("a", "bombing", at=0, on=None, place="varna", number="60")
    lead = said("a", "bombing", at=80, place="lisse", number="60")
    assert groups(link(headline, lead)) == {ids(headline), ids(lead)}


def test_claims_of_one_report_follow_one_another_though_the_first_and_last_have_little_in_common():
    told = [
        said("a", "shelling", at=400 * n, on="2031-05-04" if n == 0 else None, number=None if n else "12")
        for n in range(3)
    ]
    hurt = said("a", "killing", "injured", at=1300, on=None, number="9")
    assert groups(link(*told, hurt)) == {ids(*told, hurt)}


def test_two_numbers_of_one_voice_keep_two_incidents_of_a_report_apart_whatever_is_told_between():
    first = said("a", "shooting", at=100, by=(), number="3")
    between = said("a", "shooting", "none", at=500, on=None, by=(), number=None)
    second = said("a", "shooting", at=1200, on=None, by=(), number="7")
    assert not any(ids(first, second) <= group for group in groups(link(first, between, second)))


def test_two_numbers_of_two_acts_are_two_incidents_of_one_town_and_day():
    bomb = said("a", "airstrike", at=100, number="8", by=("nor",))
    shells = said("a", "shelling", at=330, number="6", by=("fre",))
    assert groups(link(bomb, shells)) == {ids(bomb), ids(shells)}


def test_a_number_is_not_held_against_the_counts_of_a_sentence_that_add_up_to_it():
    headline = said("a", "airstrike", at=0, on=None, number="18", by=())
    men = said("a", "airstrike", at=80, number="17", by=())
    child = said("a", "airstrike", at=80, number="1", by=(), victims=victims("a child"))
    assert groups(link(headline, men, child)) == {ids(headline, men, child)}


def test_what_is_counted_in_the_country_and_in_a_town_by_two_numbers_is_a_total_and_a_part():
    total = said("a", "airstrike", at=0, place="marrow", number="at least 44")
    town = said("a", "airstrike", at=90, number="15")
    assert groups(link(total, town)) == {ids(total), ids(town)}
    same = said("a", "airstrike", at=90, number="44")
    assert groups(link(total, same)) == {ids(total, same)}


def test_a_town_that_nothing_lists_is_another_than_the_listed_one_and_a_quarter_may_be_a_part_of_it():
    listed = sketch(said("a", at=0), PLACES)
    assert compare_places(listed, sketch(described(said("a", at=90), "the town of Tarn"), PLACES)) == "other_words"
    assert compare_places(listed, sketch(described(said("a", at=90), "the Tarn quarter"), PLACES)) == "not_listed"


def test_people_harmed_in_a_far_town_are_no_mention_of_what_a_headline_tells():
    head = described(said("a", at=0, number="14"), "the Hills")
    told = said("a", at=100, number="14")
    elsewhere = said("a", at=300, on=None, place="lisse", number=None, quote="many were killed in Lisse")
    linked = link(head, told, elsewhere)
    assert linked.aside == {elsewhere.id: "mention_alone"}
    denied = said("a", at=300, on=None, place=None, number=None, stance="denies")
    assert link(head, told, denied).aside == {}


def test_a_village_near_a_town_is_no_quarter_of_it_and_no_other_village():
    quarter = said("a", "shelling", at=100, number="21", place_words="the Tarn district in Varna")
    village = said("b", "shelling", at=100, number="21", place_words="the village of Oskar, west of Varna")
    again = said("c", "shelling", at=100, number="21", place_words="al-Oskar village west of Varna")
    linked = link_events((quarter, village, again), published={}, order={"a": 0, "b": 1, "c": 2}, places=PLACES)
    assert groups(linked) == {ids(quarter), ids(village, again)}


def test_what_is_told_of_many_places_at_once_is_of_none_of_them():
    town = said("a", "shelling", at=100, number="14")
    whole = said(
        "a", "shelling", "injured", at=300, place="marrow", place_words="across the country, Marrow", number="50"
    )
    assert groups(link(town, whole)) == {ids(town), ids(whole)}
    vague = said("a", "shelling", at=300, place="marrow", place_words="in several provinces, Marrow", number="dozens")
    assert link(town, vague).aside == {vague.id: "mention_alone"}


NEWS = Period(start="2031-05-02", end="2031-05-03")
"""The day of the report and the one before: no words tell it."""


def news(*words, at=900, number="dozens", **more):
    """Told by the way, of nobody knows how many, with the days of its report."""
    return replace(said(*words, at=at, number=number, **more), when=NEWS)


def test_people_of_whom_nobody_knows_how_many_are_an_event_where_the_news_names_their_place():
    here = news("a", place="lisse")
    village = news("a", place="upper", place_words="the village of Oskar in Upper")
    unlisted = news("a", place="Oskar")
    for alone in (here, village, unlisted):
        assert groups(link(alone)) == {ids(alone)}


@pytest.mark.parametrize(
    "claim", [news("a", place="upper"), news("a", place=None), news("a", at=0), said("a", on=None, number="dozens")]
)
def test_they_are_none_without_a_place_of_their_own_in_a_headline_or_where_it_is_no_news(claim):
    assert link(claim).aside == {claim.id: "mention_alone"}


def test_a_day_that_words_tell_may_be_that_of_remembering_them():
    quote = "on 3 May villagers lit lamps for the many people killed in Oskar"
    lamps = said("a", at=900, place="Oskar", number="dozens", quote=quote)
    assert link(lamps).aside == {lamps.id: "mention_alone"}


def test_some_of_those_told_of_are_none():
    some = news("a", place="Oskar")
    some = replace(some, toll=replace(some.toll, extent=Extent.PART))
    assert link(some).aside == {some.id: "mention_alone"}


def test_they_are_not_those_of_another_place_that_their_report_names():
    town, village = said("a", at=700, number="40"), news("a", place="Oskar")
    assert groups(link(town, village)) == {ids(town), ids(village)}
    other = news("a", at=1000, place="Sabha")
    assert groups(link(village, other)) == {ids(village), ids(other)}


def test_a_village_that_no_table_has_is_a_place_and_not_the_next_one():
    village = said("a", on=None, place="Oskar", number="3", at=700)
    town = said("a", on=None, number="7", at=760, quote="seven in Varna")
    assert groups(link(village, town)) == {ids(village), ids(town)}


def test_who_owns_to_an_attack_and_counts_its_dead_tells_of_an_event():
    owned = said("a", number="10", stance="accepts_responsibility", by=("fre",))
    assert groups(link(owned)) == {ids(owned)}
    bare = said("a", number=None, stance="accepts_responsibility", by=("fre",))
    assert link(bare).aside == {bare.id: "mention_alone"}
