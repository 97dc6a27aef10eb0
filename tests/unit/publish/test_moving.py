"""The data of the map that moves: every event once, as wide as its place and as long as its date is known."""

import json
from dataclasses import replace
from datetime import date

import pytest

from sijill.model.place import Place, PlacePrecision
from sijill.model.when import Period, Precision
from sijill.publish.map.drawing import WIDE
from sijill.publish.map.moving import SETTLEMENT_KM, moving
from sijill.publish.map.outlines import natural_earth
from tests.unit.publish.test_map import at, material, toll


def data(case, *findings, **other):
    code, _ = moving(material(case, findings=list(findings), **other))
    return json.loads(code.partition("const M = ")[2].partition(";\n")[0])


def test_every_event_with_coordinates_is_there_once_and_no_other(case):
    first, second = at(case.findings[0], 1, 1, killed=toll(3)), at(case.findings[1], 1, 1, killed=toll(5, 9))
    nowhere = replace(case.findings[2], where=replace(first.where, lat=None, lon=None))
    found = data(case, first, second, nowhere)
    assert [each[0] for each in found["events"]] == [first.id, second.id]
    assert [each[1] for each in found["events"]] == [0, 0]
    assert len(found["places"]) == 1


@pytest.mark.parametrize(
    ("precision", "own", "km"),
    [
        (PlacePrecision.EXACT, None, 0),
        (PlacePrecision.SITE, 0.3, 0),
        (PlacePrecision.SETTLEMENT, None, SETTLEMENT_KM),
        (PlacePrecision.SETTLEMENT, 4.0, 4.0),
        (PlacePrecision.DISTRICT, None, WIDE[PlacePrecision.DISTRICT]),
        (PlacePrecision.PROVINCE, 70.0, 70.0),
    ],
)
def test_a_place_reaches_as_far_as_it_is_known(case, precision, own, km):
    place = Place(id="p", name="P", kind=precision.value, lat=1.0, lon=1.0, radius_km=own)
    event = at(case.findings[0], 1, 1, killed=toll(3))
    event = replace(event, where=replace(event.where, place="p", precision=precision))
    (found,) = data(case, event, places={"p": place})["places"]
    assert found[4] == km


def test_an_event_of_a_month_lasts_the_month(case):
    month = Period(start="2021-03-01", end="2021-03-31", precision=Precision.MONTH)
    event = replace(at(case.findings[0], 1, 1, killed=toll(3)), when=month)
    found = data(case, event)
    first, last = found["events"][0][3:5]
    assert (last - first, date(1970, 1, 1).toordinal() + first) == (30, date(2021, 3, 1).toordinal())
    assert found["whens"] == ["March 2021"]


def test_no_date_is_no_day_and_no_number_is_not_zero(case):
    event = replace(at(case.findings[0], 1, 1, killed=toll()), when=Period())
    row = data(case, event)["events"][0]
    assert row[3:5] == [None, None]
    assert row[7] == row[10] == -1


def test_words_of_others_cannot_end_the_script(case):
    name = "</script><script>alert(1)</script>"
    event = at(case.findings[0], 1, 1, killed=toll(3))
    event = replace(event, where=replace(event.where, place=None, text=name))
    code, _ = moving(material(case, findings=[event]))
    assert "</script" not in code
    assert data(case, event)["places"][0][0] == name


def test_only_outlines_around_the_events_travel(case):
    event = at(case.findings[0], 34.5, 36.3, killed=toll(3))
    shapes = natural_earth()
    found = data(case, event, outlines=shapes)
    assert 0 < len(found["countries"]) < sum(len(each.rings) for each in shapes.countries) / 5


def test_without_coordinates_there_is_no_map(case):
    assert moving(material(case, findings=[])) is None
