"""Running tolls stand beside the totals; bodies that were found are no more dead."""

from dataclasses import replace

from sijill.assess.findings import assess_event
from sijill.assess.remains import remains_of
from sijill.assess.running import series_of
from sijill.assess.testimony import testimony as heard
from sijill.assess.totals import totals
from sijill.model.claim import Harm
from sijill.model.event import Event, EventId
from sijill.model.toll import Extent
from tests.unit.assess.test_overlaps import found
from tests.unit.link.claims import PARTIES, PLACES, documents, said

MONITOR = ("a monitor/ngo",)
SINCE = {"on": "2031", "place": "upper", "by": (), "number_is": {"cumulative": True}}


def series(claims, findings=(), *, published, origins=None):
    """Series of these running tolls. published: {document: day}."""
    held = {name: replace(each, published=published[name]) for name, each in documents(claims).items()}
    told = [heard(each, origins=origins or {}, documents=held, outlets={}) for each in claims]
    return series_of(told, findings, places=PLACES, unsure={})


def of_one(*claims):
    return {each.id: "source:monitor" for each in claims}


def test_the_bulletins_of_one_issuer_are_one_series_and_the_last_stands():
    april, may = said("a", number="900", **SINCE), said("b", number="1200", **SINCE)
    (made,) = series([may, april], published={"a": "2031-04-30", "b": "2031-05-31"}, origins=of_one(april, may))
    assert [(each.as_of, each.low) for each in made.bulletins] == [("2031-04-30", 900), ("2031-05-31", 1200)]
    assert (made.low, made.high, made.as_of, made.cumulative, made.revised) == (1200, 1200, "2031-05-31", True, False)
    assert (made.when.start, made.when.end) == ("2031-01-01", "2031-05-31")


def test_a_later_bulletin_that_says_less_revises():
    first, then = said("a", number="900", **SINCE), said("b", number="850", **SINCE)
    (made,) = series([first, then], published={"a": "2031-04-30", "b": "2031-05-31"}, origins=of_one(first, then))
    assert (made.revised, made.low) == (True, 850)


def test_two_issuers_are_two_series():
    one, other = said("a", number="900", **SINCE), said("b", number="400", **SINCE)
    made = series([one, other], published={"a": "2031-04-30", "b": "2031-04-30"}, origins={one.id: "x", other.id: "y"})
    assert sorted(each.low for each in made) == [400, 900]


def test_a_series_says_what_the_total_holds_of_it():
    toll = said("s", number="100", **SINCE)
    events = found("a", "12"), found("b", "at least 9", place="lisse"), found("c", "5", on="2031-07-01")
    (made,) = series([toll], events, published={"s": "2031-05-31"})
    assert (made.counted_low, made.counted_high, made.adds_low, made.adds_high) == (21, 12, 79, 88)
    assert set(made.inside) == {"evt_a", "evt_b"}, "what came after the bulletin is not in it"


def test_a_place_that_its_words_do_not_name_is_no_scope():
    toll = said("s", number="100", quote="100 people were killed since January", **SINCE)
    (made,) = series([toll], [found("a", "12")], published={"s": "2031-05-31"})
    assert (made.where.place, made.inside, made.adds_low) == (None, (), 100)


def test_a_part_of_a_running_toll_is_no_series():
    part = said("s", number="17", **SINCE | {"number_is": {"cumulative": True, "extent": Extent.PART}})
    assert series([part], published={"s": "2031-05-31"}) == []


def dead_and_found():
    """An event of 12 killed and 9 bodies found."""
    claims = said("a", number="12"), said("a", "other", "found_dead", number="9", at=90, by=())
    event = Event(
        id=EventId("evt_x"),
        act=claims[0].act,
        when=claims[0].when,
        where=claims[0].where,
        claims=tuple(each.id for each in claims),
    )
    by_id = {each.id: each for each in claims}
    told = assess_event(event, by_id, origins={}, documents=documents(claims), parties=PARTIES, places=PLACES)
    return told, by_id


def test_the_found_are_counted_by_themselves():
    event, _ = dead_and_found()
    summed = {each.harm: each.low for each in totals([event], scope="", backlog=0, processed_through=None)}
    assert summed == {Harm.KILLED: 12, Harm.FOUND_DEAD: 9}


def test_remains_name_the_killed_whom_they_may_be():
    event, claims = dead_and_found()
    earlier, later_, elsewhere = (
        found("e", "5", on="2031-05-01"),
        found("l", "5", on="2031-05-09"),
        found("o", "5", place="lisse", on="2031-05-01"),
    )
    held = claims | {each.claims[0]: said("z") for each in (earlier, later_, elsewhere)}
    (made,) = remains_of([event, earlier, later_, elsewhere], held, places=PLACES)
    assert (made.event, made.minimum_individuals, made.perhaps) == (event.id, 9, ("evt_x", "evt_e"))
    assert [claims[each].harm for each in made.claims] == [Harm.FOUND_DEAD]
