"""What each party says itself, and what recurs over events."""

from dataclasses import replace

import pytest

from sijill.assess.findings import assess_event
from sijill.assess.patterns import patterns
from sijill.assess.testimony import testimony as heard
from sijill.model.beside.pattern import Recurs
from sijill.model.claim import About, Harm, Modality, Reach, Stance
from sijill.model.event import Event, EventId
from tests.unit.link.claims import PARTIES, PLACES, documents, said, victims

ARMY, RIVAL = ("a spokesman/official/nor",), ("a commander/party/fre",)


def finding(*claims, published, beside=(), place="varna"):
    """An event of these claims. published: {document: day}."""
    held = {n: replace(each, published=published.get(n)) for n, each in documents([*claims, *beside]).items()}
    first = claims[0]
    event = Event(
        id=EventId("evt_" + first.id[4:]),
        act=first.act,
        when=first.when,
        where=first.where,
        claims=tuple(each.id for each in claims),
        beside=tuple(each.id for each in beside),
    )
    by_id = {each.id: each for each in [*claims, *beside]}
    return assess_event(event, by_id, origins={}, documents=held, parties=PARTIES, places=PLACES)


def test_a_party_has_its_position_day_by_day_with_the_numbers_it_concedes():
    accusation = said("a", number="40", voice=("the monitor/ngo",))
    denial = said("b", stance="denies", about=About.HARM, voice=ARMY)
    concedes = said("c", number="12", by=(), voice=ARMY)
    found = finding(concedes, accusation, denial, published={"b": "2031-05-04", "c": "2031-05-09"})
    (army,) = found.positions
    assert army.party == "nor"
    assert [(each.day, each.stance, each.low, each.concedes) for each in army.stated] == [
        ("2031-05-04", Stance.DENIES, None, False),
        ("2031-05-09", Stance.ASSERTS, 12, True),
    ]


def test_a_number_laid_to_the_other_side_concedes_nothing():
    found = finding(
        said("a", number="40", voice=("the monitor/ngo",)),
        said("b", number="12", by=("fre",), voice=ARMY),
        published={},
    )
    assert [each.concedes for position in found.positions for each in position.stated] == [False]


def test_fighters_that_it_says_it_killed_are_a_boast():
    rebels = victims("fighters", status="combatant")
    found = finding(
        said("a", number="40", voice=("the monitor/ngo",)),
        said("b", number="12", victims=rebels, voice=ARMY),
        said("b", number="12", victims=victims("terrorists", label="terrorists"), voice=ARMY, at=60),
        published={},
    )
    assert [s.concedes for position in found.positions for s in position.stated] == [False, False]


def test_who_lays_the_event_to_others_concedes_no_number_of_it():
    found = finding(
        said("a", number="40", voice=("the monitor/ngo",)),
        said("b", number="12", by=(), voice=ARMY),
        said("b", number=None, by=("fre",), voice=ARMY, at=60),
        published={},
    )
    assert [s.concedes for position in found.positions for s in position.stated] == [False, False]


def test_whoever_is_not_accused_concedes_nothing_and_those_who_are_no_party_have_no_position():
    found = finding(
        said("a", number="40", voice=("the monitor/ngo",)), said("b", number="12", by=(), voice=RIVAL), published={}
    )
    assert [(each.party, [s.concedes for s in each.stated]) for each in found.positions] == [("fre", [False])]


def test_positions_are_the_same_for_every_party():
    """Swap the two: what one conceded, the other does."""

    def of(army, rival):
        found = finding(
            said("a", number="40", by=(army,), voice=("the monitor/ngo",)),
            said("b", number="12", by=(), voice=(f"a voice/official/{army}",)),
            said("c", number="30", by=(army,), voice=(f"a voice/official/{rival}",)),
            published={},
        )
        swap = {army: "one", rival: "two"}
        return {swap[each.party]: [(s.low, s.concedes) for s in each.stated] for each in found.positions}

    assert of("nor", "fre") == of("fre", "nor") == {"one": [(12, True)], "two": [(30, False)]}


def test_general_words_are_in_a_position_with_their_reach():
    general = said("b", stance="denies", about=About.INTENT, reach=Reach.GENERAL, voice=ARMY)
    found = finding(said("a", number="40"), beside=(general,), published={})
    assert [s.reach for each in found.positions for s in each.stated] == [Reach.GENERAL]


def strikes(*days, place="varna", by=("nor",), act="airstrike", number="5"):
    claims = [said(f"{act}{place}{day}{by}", act, on=day, place=place, by=by, number=number) for day in days]
    return [finding(each, published={}) for each in claims], {each.id: each for each in claims}


def test_an_act_at_one_place_laid_to_one_party_three_times_in_a_season_is_a_pattern():
    events, claims = strikes("2031-05-03", "2031-05-20", "2031-07-01")
    (found,) = patterns(events, claims, places=PLACES)
    assert (found.kind, found.party, found.act, found.place) == (Recurs.REPEATED, "nor", "airstrike", "varna")
    assert (found.when.start, found.when.end, len(found.events)) == ("2031-05-03", "2031-07-01", 3)
    assert (found.killed_low, found.killed_high, found.independent) == (15, 15, 3)


@pytest.mark.parametrize(
    "days", [("2031-05-03", "2031-05-20"), ("2031-05-03", "2031-05-20", "2031-12-01")], ids=["two", "a season apart"]
)
def test_two_are_no_pattern(days):
    events, claims = strikes(*days)
    assert patterns(events, claims, places=PLACES) == []


def test_a_street_counts_to_its_town_and_an_open_number_leaves_the_sum_open():
    events, claims = strikes("2031-05-03", "2031-05-04")
    more, other = strikes("2031-05-05", place="harbour", number="at least 2")
    (found,) = patterns([*events, *more], claims | other, places=PLACES)
    assert (found.place, found.killed_low, found.killed_high) == ("varna", 12, None)


def test_protected_objects_are_told_wherever_they_are_hit():
    events, claims = [], {}
    for day, place in (("2031-05-03", "the hospital of Varna"), ("2031-08-03", "a clinic"), ("2032-01-03", "مستشفى")):
        these, those = strikes(day, place=place)
        events, claims = [*events, *these], claims | those
    (found,) = patterns(events, claims, places=PLACES)
    assert (found.kind, found.objects, len(found.events)) == (Recurs.PROTECTED, ("hospital",), 3)


def test_what_a_party_says_that_it_will_do_is_stated_and_not_what_others_say_of_it():
    own = said("a", "siege", "none", modality=Modality.PLANNED, voice=ARMY)
    told = said("b", "siege", "none", modality=Modality.PLANNED, voice=RIVAL)
    spoken = [heard(each, origins={}, documents=documents([own, told]), outlets={}) for each in (own, told)]
    (found,) = patterns([], {}, places=PLACES, spoken=spoken)
    assert (found.kind, found.party, found.claims) == (Recurs.STATED, "nor", (own.id,))


def test_an_event_without_killed_has_no_part_in_the_sum():
    events, claims = strikes("2031-05-03", "2031-05-04", "2031-05-05", number=None)
    (found,) = patterns(events, claims, places=PLACES)
    assert (found.killed_low, found.killed_high, found.unknown) == (None, None, 3), "no number is not zero"
    assert all(Harm.KILLED in each.tolls for each in events)
