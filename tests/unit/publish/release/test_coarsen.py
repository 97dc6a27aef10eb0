"""Nothing leaves finer than the profile lets it, and what leaves is true."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sijill.model.place import FINEST_FIRST, Place, PlaceId, PlacePrecision, Where
from sijill.model.when import Period, Precision
from sijill.publish.release.coarsen import coarse_age, coarse_period, coarse_place

ISLAND = Place(id=PlaceId("island"), name="Varra", lat=1.0, lon=1.0, kind="country")
VALLEY = Place(id=PlaceId("valley"), name="The Valley", lat=1.1, lon=1.1, kind="province", within=(ISLAND.id,))
SHIRE = Place(
    id=PlaceId("shire"), name="Tarn district", lat=1.2, lon=1.2, kind="district", within=(VALLEY.id, ISLAND.id)
)
TARN = Place(id=PlaceId("tarn"), name="Tarn", lat=1.25, lon=1.25, within=(SHIRE.id, VALLEY.id, ISLAND.id))
CLINIC = Place(
    id=PlaceId("clinic"), name="Tarn clinic", lat=1.2512, lon=1.2534, kind="site", within=(TARN.id, *TARN.within)
)
PLACES = {each.id: each for each in (ISLAND, VALLEY, SHIRE, TARN, CLINIC)}


def at(place):
    return Where(text=place.name, place=place.id, lat=place.lat, lon=place.lon, precision=PlacePrecision(place.kind))


@given(st.sampled_from(sorted(PLACES)), st.sampled_from(FINEST_FIRST))
def test_a_place_is_never_finer_than_the_limit_and_contains_what_it_stands_for(place, limit):
    coarse = coarse_place(at(PLACES[place]), limit, PLACES)
    assert FINEST_FIRST.index(coarse.precision) >= FINEST_FIRST.index(limit)
    assert coarse.place in (place, *PLACES[place].within)
    assert (coarse.lat, coarse.lon) == (PLACES[coarse.place].lat, PLACES[coarse.place].lon)


def test_a_house_is_published_as_its_district_at_the_centre_of_the_district():
    assert coarse_place(at(CLINIC), PlacePrecision.DISTRICT, PLACES) == at(SHIRE)


def test_a_place_in_nothing_that_is_known_is_not_published_at_all():
    assert coarse_place(at(CLINIC), PlacePrecision.DISTRICT, {CLINIC.id: CLINIC}) == Where()


def test_words_for_a_place_that_nobody_resolved_leave_only_where_every_place_does():
    said = Where(text="the house behind the mill")
    assert coarse_place(said, PlacePrecision.DISTRICT, PLACES) == Where()
    assert coarse_place(said, PlacePrecision.EXACT, PLACES) == said


def said_of(place, words, precision=None):
    return replace(at(place), text=words, precision=precision or PlacePrecision(place.kind))


WORDS_FOR_FINE_PLACES = [
    said_of(VALLEY, "the village of Sabha in the Valley"),
    said_of(VALLEY, "Sabha hospital, The Valley province"),
    said_of(VALLEY, "Mill Street, The Valley province"),
    said_of(VALLEY, "The Valley, Mill Street"),
    said_of(VALLEY, "The Valley province, near the house of Ada Orr"),
    said_of(ISLAND, "Varrakesh village"),
    said_of(TARN, "Tarn, Mill Street"),
    said_of(TARN, "Tarn's Mill Street"),
    said_of(TARN, "the Sabha hospital in Tarn"),
    said_of(TARN, "a checkpoint near Tarn", PlacePrecision.DISTRICT),
    said_of(TARN, "Sabha hospital, Tarn", PlacePrecision.DISTRICT),
    replace(said_of(TARN, "12 km east of Tarn", PlacePrecision.DISTRICT), lon=1.36),
    Where(text="14 Mill Street", lat=1.23, lon=1.24),
]


@pytest.mark.parametrize("limit", FINEST_FIRST[2:])
@pytest.mark.parametrize("said", WORDS_FOR_FINE_PLACES, ids=lambda said: said.text)
def test_no_word_or_point_of_a_report_leaves_where_buildings_do_not(said, limit):
    coarse = coarse_place(said, limit, PLACES)
    assert coarse.text in {None, *(each.name for each in PLACES.values())}
    assert coarse.place is None or (coarse.lat, coarse.lon) == (PLACES[coarse.place].lat, PLACES[coarse.place].lon)
    known = coarse.place is None or FINEST_FIRST.index(PLACES[coarse.place].kind) >= FINEST_FIRST.index(limit)
    assert known


@pytest.mark.parametrize("said", WORDS_FOR_FINE_PLACES, ids=lambda said: said.text)
def test_the_words_of_reports_leave_where_buildings_do(said):
    assert coarse_place(said, PlacePrecision.SITE, PLACES).text == said.text


def test_the_surroundings_of_a_town_are_published_as_what_holds_it():
    near = said_of(TARN, "near Tarn", PlacePrecision.DISTRICT)
    assert coarse_place(near, PlacePrecision.DISTRICT, PLACES) == at(SHIRE)
    assert coarse_place(near, PlacePrecision.SETTLEMENT, PLACES) == said_of(TARN, "Tarn", PlacePrecision.DISTRICT)
    far = said_of(TARN, "60 km east of Tarn", PlacePrecision.PROVINCE)
    assert coarse_place(far, PlacePrecision.DISTRICT, PLACES) == at(VALLEY)


def test_a_day_is_published_as_its_month():
    day = Period(start="2032-02-14", end="2032-02-14", precision=Precision.DAY, text="on Saturday")
    assert coarse_period(day, Precision.MONTH) == Period(
        start="2032-02-01", end="2032-02-29", precision=Precision.MONTH
    )
    assert coarse_period(day, Precision.DAY) == day


def test_what_only_the_report_dates_is_known_by_no_month():
    told = Period(start="2032-02-13", end="2032-02-14")
    assert coarse_period(told, Precision.MONTH) == Period(start="2032-02-01", end="2032-02-29")
    assert coarse_period(told, Precision.YEAR).only_reported
    assert coarse_period(told, Precision.DAY) == told


@given(st.dates(), st.integers(0, 500), st.sampled_from([Precision.DAY, Precision.MONTH, Precision.YEAR]))
def test_a_coarse_period_contains_the_period(first, days, limit):
    last = min(date.max, first + timedelta(days=min(days, (date.max - first).days)))
    when = Period(start=first.isoformat(), end=last.isoformat(), precision=Precision.RANGE)
    coarse = coarse_period(when, limit)
    assert coarse.start <= when.start
    assert coarse.end >= when.end


@given(st.tuples(st.integers(0, 110), st.integers(0, 15)))
def test_an_age_leaves_as_a_band_and_a_child_only_as_a_child(age):
    low, high = age[0], age[0] + age[1]
    band = coarse_age((low, high))
    assert band[0] <= low
    assert band[1] >= high
    assert high >= 18 or band == (0, 17)
