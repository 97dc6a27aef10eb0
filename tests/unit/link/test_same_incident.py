"""One incident of two reports: told on its day without saying the day, printed a day early, or so rare that its places
are those of one attack."""

from dataclasses import replace

from sijill.link.events import link_events
from sijill.link.pairs.compare import compare_times
from sijill.link.pairs.retold import is_retold
from sijill.link.pairs.sketch import sketch
from sijill.model.place import PlaceId
from tests.unit.link.claims import PLACES, said

NEAR = {"mill": (10.06, 10.08), "weir": (9.95, 10.05), "far": (10.6, 10.6)}
TOWNS = {
    **PLACES,
    **{
        PlaceId(name): replace(PLACES[PlaceId("lisse")], id=PlaceId(name), name=name.title(), lat=lat, lon=lon)
        for name, (lat, lon) in NEAR.items()
    },
}


def link(*claims, published=None):
    days = {claim.document: "2031-05-03" for claim in claims} | (published or {})
    order = {document: at for at, document in enumerate(sorted(days))}
    return link_events(claims, published=days, order=order, places=TOWNS)


def groups(linked):
    return {frozenset(event.claims) for event in linked.events}


def ids(*claims):
    return frozenset(claim.id for claim in claims)


def at_town(claim, name):
    town = TOWNS[PlaceId(name)]
    return replace(claim, where=replace(claim.where, text=town.name, place=town.id, lat=town.lat, lon=town.lon))


def test_news_that_says_no_day_is_of_the_day_on_which_it_was_told():
    dated = said("a", "bombing", number="9")
    news = said("b", "bombing", on=None, number="at least 5")
    assert groups(link(dated, news)) == {ids(dated, news)}
    later = link(dated, news, published={"b": "2031-05-12"})
    assert groups(later) == {ids(dated), ids(news)}


def test_a_report_may_be_printed_a_day_before_what_it_tells():
    dated = sketch(said("a", on="2031-05-04"), PLACES, "2031-05-04")
    early = sketch(said("b", on=None), PLACES, "2031-05-03")
    earlier = sketch(said("b", on=None), PLACES, "2031-05-02")
    assert compare_times(dated, early) == "told_at_once"
    assert compare_times(dated, earlier) == "before_it_began"


def test_ten_and_more_of_two_undated_reports_meet_wherever_their_places_lie():
    quarter = said("a", "execution", number="19", on="2031-05-03", place="harbour")
    town = said("b", "execution", number="at least 19", on=None, place="varna")
    others = [said("c", "execution", at=90 * n, number="2", on=None, place="varna", by=("fre",)) for n in range(9)]
    assert ids(quarter, town) in groups(link(quarter, town, *others))


def test_gas_that_struck_towns_close_by_on_one_day_is_one_attack():
    mill = at_town(said("a", "chemical_attack", number="at least 200"), "mill")
    weir = at_town(said("b", "chemical_attack", number="213"), "weir")
    country = said("c", "chemical_attack", number="up to 300", place="marrow")
    assert groups(link(mill, weir, country)) == {ids(mill, weir, country)}


def test_gas_in_a_far_town_and_shells_on_two_towns_close_by_are_two_incidents():
    mill = at_town(said("a", "chemical_attack", number="at least 200"), "mill")
    far = at_town(said("b", "chemical_attack", number="213"), "far")
    assert groups(link(mill, far)) == {ids(mill), ids(far)}
    mill, weir = at_town(said("a", "shelling", number="4"), "mill"), at_town(said("b", "shelling", number="4"), "weir")
    assert groups(link(mill, weir)) == {ids(mill), ids(weir)}


def test_numbers_of_two_towns_that_cannot_be_one_are_no_rivals():
    """60 dead here and 80 there are 140, not 60 to 80."""
    mill = at_town(said("a", "chemical_attack", number="60"), "mill")
    weir = at_town(said("b", "chemical_attack", number="80"), "weir")
    assert groups(link(mill, weir)) == {ids(mill), ids(weir)}


def test_gas_of_another_month_stays_apart():
    then = said("a", "chemical_attack", number="at least 200")
    month = said("b", "chemical_attack", on="2031-05", number="49", place="eastvale", by=("fre",))
    assert len(link(then, month).events) == 2


def test_gas_told_of_two_towns_is_at_the_area_that_a_report_names_and_at_no_building_of_it():
    mill = at_town(said("a", "chemical_attack", number="at least 200"), "mill")
    varna = said("c", "chemical_attack", number="at least 200")
    area, school = (
        said(name, "chemical_attack", number="at least 200", place="eastvale", place_words=words)
        for name, words in (("b", "Eastvale"), ("d", "a school, Eastvale"))
    )
    (event,) = link(mill, varna, area, school).events
    assert (event.where.place, event.where.text) == ("eastvale", "Eastvale")


def test_an_attack_told_of_three_towns_is_at_the_area_that_reports_name():
    towns = [
        at_town(said(name, "chemical_attack", number="at least 200"), town)
        for name, town in (("a", "mill"), ("b", "weir"))
    ]
    varna = said("c", "chemical_attack", number="at least 200")
    area = said("d", "chemical_attack", number="at least 200", place="eastvale")
    (event,) = link(*towns, varna, area).events
    assert event.where.place == "eastvale"


def test_two_reports_that_print_the_same_words_of_one_number_are_of_one_event():
    """A headline with the agency behind it, over a report that never names the town; not a headline of another day."""
    words = "Masked gunmen kill three in the old harbour"
    bare = said("a", number="3", place=None, by=(), quote=words)
    told = said("b", number="3", by=(), quote=f"{words} AFP")
    beside = [said("b", "killing", "injured", at=at, place="varna", by=(), number=None) for at in (100, 300, 500)]
    other = said("c", number="3", on="2031-05-09", place=None, by=(), quote=words)
    found = groups(link(bare, told, *beside, other, published={"c": "2031-05-09"}))
    assert next(each for each in found if bare.id in each) >= {told.id}
    assert frozenset({other.id}) in found


def test_a_few_words_of_a_few_people_and_words_that_go_on_are_no_retelling():
    short = "A roadside bomb killed two people on 2031-05-03"
    bare = sketch(said("a", "bombing", number="2", place=None, by=(), quote=short), PLACES)
    again = sketch(said("b", "bombing", number="2", place=None, by=(), quote=short), PLACES)
    assert not is_retold(bare, again)
    words = "Masked gunmen kill three in the old harbour"
    told = sketch(said("a", number="3", place=None, by=(), quote=words), PLACES)
    assert is_retold(told, sketch(said("b", number="3", by=(), quote=f"{words} AFP"), PLACES))
    for more in ("outside a shop in Varna", "in Varna"):
        assert not is_retold(told, sketch(said("b", number="3", by=(), quote=f"{words} {more}"), PLACES))
