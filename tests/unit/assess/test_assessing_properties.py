"""What holds for the finding on any set of claims about one event."""

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from sijill.assess.findings import assess_event
from sijill.assess.testimony import later
from sijill.model.claim import About
from sijill.model.event import Event, EventId
from sijill.model.exchange import from_json, to_json
from sijill.model.finding import Finding
from tests.unit.link.claims import PARTIES, PLACES, documents, said, swapped, victims

DAYS = {"a": "2031-05-04", "b": "2031-05-06", "c": "2031-05", "d": None}
VOICES = [(), ("a monitor/ngo",), ("some/anonymous",), ("the ministry/official/nor",), ("the council/official/fre",)]
claims = st.builds(
    said,
    st.sampled_from(sorted(DAYS)),
    st.sampled_from(["killing", "airstrike"]),
    st.sampled_from(["killed", "injured"]),
    at=st.integers(0, 40),
    by=st.sampled_from([(), ("nor",), ("fre",), ("nor", "est")]),
    number=st.sampled_from(
        [None, "0", "3", "12", "40", "at least 12", "up to 40", "about 20", "dozens", "more than 30"]
    ),
    voice=st.sampled_from(VOICES),
    number_is=st.sampled_from([{}, {"extent": "part"}, {"cumulative": True}, {"subset_of": "clm_whole"}]),
    victims=st.sampled_from(
        [
            None,
            victims("people"),
            victims("civilians", status="civilian"),
            victims("fighters", status="combatant"),
            victims("children", groups=("children",)),
            victims("people", counts={"children": (2, 2)}),
        ]
    ),
    stance=st.sampled_from(["asserts", "asserts", "asserts", "accepts_responsibility"]),
)
several = st.lists(claims, min_size=1, max_size=9, unique_by=lambda claim: claim.id)
denials = st.builds(
    said,
    st.just("a"),
    at=st.just(90),
    stance=st.just("denies"),
    by=st.sampled_from([("nor",), ("fre",)]),
    number=st.sampled_from([None, "0", "1", "90"]),
    voice=st.sampled_from(VOICES),
    about=st.sampled_from(list(About)),
)


def assess(these, origins=None):
    held = {name: replace(each, published=DAYS.get(name)) for name, each in documents(these).items()}
    ids = tuple(each.id for each in these)
    event = Event(id=EventId("evt_x"), act=these[0].act, when=these[0].when, where=these[0].where, claims=ids)
    by_id = {each.id: each for each in these}
    return assess_event(event, by_id, origins=origins or {}, documents=held, parties=PARTIES, places=PLACES)


def ranges(finding):
    for toll in finding.tolls.values():
        yield toll
        yield from toll.by_status.values()
        yield from toll.by_group.values()


def bounds(finding):
    return {harm: (toll.low, toll.high, toll.unknown) for harm, toll in finding.tolls.items()}


@given(several)
def test_the_low_is_never_above_the_high(these):
    for toll in ranges(assess(these)):
        assert toll.low is None or toll.high is None or toll.low <= toll.high
        assert all(at.low is None or at.high is None or at.low <= at.high for at in toll.over_time)


@given(several)
def test_every_number_rests_on_claims_of_the_event(these):
    ids = {each.id for each in these}
    for toll in ranges(assess(these)):
        assert bool(toll.low_rests_on) == (toll.low is not None)
        assert toll.high is None or toll.high_rests_on
        assert ids.issuperset(toll.low_rests_on + toll.high_rests_on)


@given(several)
def test_unknown_means_that_nobody_gives_a_number(these):
    for toll in ranges(assess(these)):
        assert toll.unknown == (not toll.low_rests_on and not toll.high_rests_on)


@given(several, denials)
def test_a_denial_never_changes_a_toll(these, denial):
    assert assess([*these, denial]).tolls == assess(these).tolls


@given(several, st.sampled_from(VOICES))
def test_a_copy_of_an_origin_adds_no_independent_source(these, voice):
    one = these[0]
    copy = said("copy", one.act, one.harm, at=7, by=(), voice=voice)
    copy = replace(copy, actors=one.actors, speakers=one.speakers, stance=one.stance)
    origins = {one.id: "agency", copy.id: "agency"}
    before, after = assess(these, origins), assess([*these, copy], origins)
    assert after.independent_sources == before.independent_sources
    counts = {(row.party, row.role): row.independent_accusers for row in before.attribution}
    assert {(row.party, row.role): row.independent_accusers for row in after.attribution} == counts


@given(several)
def test_swapping_two_parties_everywhere_swaps_them_in_the_finding_and_changes_nothing_else(these):
    turned = [replace(swapped(each), id=each.id) for each in these]
    turn = {"nor": "fre", "fre": "nor"}
    parties = {key: replace(each, allies=()) for key, each in PARTIES.items()}
    one, other = (_without_allies(each, parties) for each in (these, turned))
    assert one.tolls == other.tolls
    assert one.policies["range"].grade.value == other.policies["range"].grade.value
    table = {(turn.get(row.party, row.party), row.role): replace(row, party="") for row in one.attribution}
    assert table == {(row.party, row.role): replace(row, party="") for row in other.attribution}


def _without_allies(these, parties):
    held = documents(these)
    ids = tuple(each.id for each in these)
    event = Event(id=EventId("evt_x"), act=these[0].act, when=these[0].when, where=these[0].where, claims=ids)
    by_id = {each.id: each for each in these}
    return assess_event(event, by_id, origins={}, documents=held, parties=parties, places=PLACES)


@given(several)
def test_the_order_of_the_claims_changes_no_bound(these):
    assert bounds(assess(these)) == bounds(assess(these[::-1]))


@given(several)
def test_a_finding_is_written_and_read_back_as_it_was(these):
    found = assess(these)
    assert from_json(Finding, to_json(found)) == found


def test_partial_dates_are_later_only_if_certainly_so():
    assert later("2016-03", "2016-02-14")
    assert not later("2016-02", "2016-02-14")
    assert not later("2016-02-14", "2016-02")
    assert not later(None, "2016")
