"""Bulletins and the incidents in them: whoever is in several reports is in the total once."""

from itertools import combinations

from hypothesis import given, settings
from hypothesis import strategies as st

from sijill.assess.findings import assess_event
from sijill.assess.totals import totals
from sijill.model.claim import Status, Victims
from sijill.model.event import Event, EventId
from sijill.model.finding import Why
from tests.unit.link.claims import PARTIES, PLACES, documents, said

MAY = "2031-05"


def found(name, number, *, place="varna", on="2031-05-03", act="killing", by=(), victims=None):
    """The finding on an event that one claim makes."""
    claim = said(name, act, number=number, place=place, on=on, by=by, victims=victims)
    event = Event(id=EventId(f"evt_{name}"), act=claim.act, when=claim.when, where=claim.where, claims=(claim.id,))
    held = documents([claim])
    return assess_event(event, {claim.id: claim}, origins={}, documents=held, parties=PARTIES, places=PLACES)


def total(*findings):
    (summed,) = totals(findings, scope="Marrow", backlog=0, processed_through=None, places=PLACES)
    return summed


def bounds(*findings):
    summed = total(*findings)
    return summed.low, summed.high


def test_a_month_of_a_province_adds_what_its_days_do_not_hold():
    month = found("m", "120", place="upper", on=MAY)
    summed = total(month, found("a", "12"), found("b", "9", place="lisse", on="2031-05-20"))
    (left,) = summed.left_out
    assert (summed.low, summed.high, summed.overlaps_removed) == (120, 120, 1)
    assert (left.event, left.why, left.low, left.high) == (month.id, Why.WIDER, 120, 120)
    assert (left.counted_low, left.counted_high, left.adds_low, left.adds_high) == (21, 21, 99, 99)
    assert set(left.inside) == {"evt_a", "evt_b"}


def test_days_that_hold_more_than_their_month_stay_as_they_are():
    assert bounds(found("m", "10", place="upper", on=MAY), found("a", "12")) == (12, 12)


def test_what_lies_elsewhere_or_at_another_time_is_added():
    elsewhere = found("a", "5", place="varna", on="2031-06-02")
    assert bounds(found("m", "120", place="upper", on=MAY), elsewhere) == (125, 125)


def test_a_wider_number_that_may_be_one_incident_is_in_the_high_whole():
    """ "30 killed in Eastvale on 3 May" may hold the 12 of Varna, and may be another strike in that district."""
    district = found("d", "30", place="eastvale", act="airstrike")
    summed = total(district, found("a", "12", act="airstrike"))
    assert (summed.low, summed.high) == (30, 42)
    assert summed.left_out[0].perhaps == ("evt_a",)


def test_those_whom_others_killed_or_who_died_otherwise_are_not_in_a_number():
    by_nor = found("m", "120", place="upper", on=MAY, by=("nor",), act="airstrike")
    others = found("a", "12", by=("fre",), act="airstrike"), found("b", "7", act="execution")
    assert bounds(by_nor, *others) == (139, 139)


def test_fighters_are_not_among_civilians():
    civilians = Victims(text="civilians", status=Status.CIVILIAN)
    fighters = Victims(text="fighters", status=Status.COMBATANT)
    month = found("m", "120", place="upper", on=MAY, victims=civilians)
    assert bounds(month, found("a", "12", victims=fighters)) == (132, 132)
    assert bounds(month, found("a", "12", victims=civilians)) == (120, 120)
    assert bounds(month, found("a", "12")) == (120, 132), "people of whom nobody says what they were"


def test_an_open_bulletin_leaves_the_total_open():
    assert bounds(found("m", "at least 120", place="upper", on=MAY), found("a", "12")) == (120, None)


def test_what_two_bulletins_that_only_meet_have_in_common_is_taken_off_no_high():
    weeks = found("w", "40", place="upper", on=MAY), found("v", "50", place="marrow", on="2031-05-03")
    low, high = bounds(*weeks)
    assert (low, high) == (50, 90)


def test_the_order_of_events_changes_nothing():
    these = [found("m", "120", place="upper", on=MAY), found("y", "150", place="marrow", on="2031"), found("a", "12")]
    assert {bounds(*order) for order in (these, these[::-1], these[1:] + these[:1])} == {(150, 150)}


TOWNS = ("varna", "lisse")
ALL = ("varna", "lisse", "eastvale", "upper", "marrow")
people = st.lists(st.tuples(st.sampled_from(TOWNS), st.integers(1, 9)), max_size=25)
scopes = st.lists(
    st.tuples(st.sampled_from(ALL), st.sampled_from([MAY, "2031", *(f"2031-05-0{n}" for n in (1, 2, 3))]))
)
blur = st.sampled_from([("", 0), ("at least ", -2), ("up to ", 3)])


@settings(max_examples=150)
@given(people, scopes, st.lists(st.tuples(st.sampled_from(TOWNS), st.integers(1, 9), blur), max_size=8), st.data())
def test_true_reports_bound_everybody_whom_they_count(dead, wide, narrow, data):
    """Theorem: if every report is true, those counted in any of them are no fewer than the low and no more than the
    high of the total, however their scopes lie across each other."""
    counted, these = set(), []
    everybody = [(at, town, f"2031-05-0{day}") for at, (town, day) in enumerate(dead)]
    for place, on in dict.fromkeys(wide):
        of_it = [p for p in everybody if place in (p[1], *PLACES[p[1]].within) and p[2].startswith(on)]
        if on != MAY and len(on) > 7 and place in TOWNS:
            continue
        counted.update(of_it)
        these.append(found(f"w{len(these)}", str(len(of_it)), place=place, on=on))
    taken = set()
    for town, day, (hedge, by) in narrow:
        left = [p for p in everybody if p[1] == town and p[2] == f"2031-05-0{day}" and p not in taken]
        some = left[: data.draw(st.integers(0, len(left)))]
        if some:
            taken.update(some)
            counted.update(some)
            number = f"{hedge}{max(0, len(some) + by)}"
            these.append(found(f"n{len(these)}", number, place=town, on=f"2031-05-0{day}"))
    if these:
        summed = total(*these)
        assert (summed.low or 0) <= len(counted)
        assert summed.high is None or len(counted) <= summed.high


def test_numbers_of_one_scope_are_of_different_incidents():
    """That they are one incident is what linking is there to say, and `may_repeat` where it does not know."""
    for one, other in combinations((found("a", "12"), found("b", "30"), found("c", "5")), 2):
        summed = total(one, other)
        assert summed.overlaps_removed == 0
