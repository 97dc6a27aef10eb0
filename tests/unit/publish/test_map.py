"""The map: nothing finer than it is known, no mark that tells more than the reports, no other's data under it."""

from dataclasses import replace
from math import pi
from pathlib import Path

import pytest

from sijill.model.claim import Harm
from sijill.model.finding import CasualtyRange
from sijill.model.place import PlacePrecision, Where
from sijill.publish.map import drawing
from sijill.publish.map.build_outlines import delta, thinned
from sijill.publish.map.outlines import Outlines, natural_earth, of_packs
from sijill.publish.map.projection import framed, scale_bar
from sijill.publish.material import Material


def material(case, **other):
    given = {
        "title": "t",
        "findings": case.findings,
        "events": {},
        "claims": case.claims,
        "documents": {},
        "texts": case.texts.get,
        "places": {each.id: each for each in case.more["places"]},
        "outlines": Outlines(),
    }
    return Material(**{**given, **other})


def at(finding, lat, lon, **tolls):
    where = Where(text="x", lat=lat, lon=lon, precision=PlacePrecision.SETTLEMENT)
    return replace(finding, where=where, tolls={Harm(name): each for name, each in tolls.items()})


def toll(low=None, high=None):
    return CasualtyRange(low=low, high=high, unknown=low is None and high is None, policy="range")


def marks(case, *findings):
    return drawing.drawn(material(case, findings=list(findings))).marks


def test_an_event_known_only_by_its_province_is_an_area_as_wide_as_the_province(case):
    found = drawing.drawn(material(case))
    strike = next(each for each in found.marks if each.name == "Azelan")
    projection = framed(
        [(-126.42, -45.72), (-126.2, -45.65), (-127.05, -46.28)], width=drawing.WIDTH, height=drawing.HEIGHT
    )
    assert strike.area == pytest.approx(projection.pixels(70.0), rel=0.02)
    assert next(each for each in found.marks if each.name == "Belqara").area is None


def test_no_number_is_a_hollow_mark_and_no_deaths_another(case):
    deaths, none = marks(
        case, at(case.findings[0], 1, 1, killed=toll()), at(case.findings[1], 1.5, 1, abducted=toll(120, 120))
    )
    assert sorted([deaths.kind, none.kind]) == ["other", "unknown"]


def test_an_open_range_is_marked_open_and_a_closed_one_has_its_highest(case):
    open_, closed = marks(
        case, at(case.findings[0], 1, 1, killed=toll(77)), at(case.findings[1], 1.5, 1, killed=toll(10, 40))
    )
    assert (open_.open, open_.outer) == (True, None)
    assert (closed.open, closed.outer is not None and closed.outer > closed.radius) == (False, True)


def test_tolls_of_several_events_at_one_place_are_not_added_up(case):
    pair = [replace(at(each, 1, 1, killed=toll(50, 50)), id=f"evt_{n}") for n, each in enumerate(case.findings[:2])]
    (both,) = marks(case, *pair)
    (one,) = marks(case, pair[0])
    assert (len(both.shown), both.radius) == (2, one.radius)


def test_the_area_of_a_mark_goes_with_the_number(case):
    def area(persons):
        (mark,) = marks(case, at(case.findings[0], 1, 1, killed=toll(persons, persons)))
        return pi * (mark.radius - drawing.LEAST_RADIUS) ** 2

    assert area(80) / area(20) == pytest.approx(4, rel=0.05)


def test_an_event_without_coordinates_is_listed_and_not_drawn(case):
    found = drawing.drawn(material(case))
    assert [each.id for each in found.beside] == ["evt_ombrel"]


def test_an_event_far_from_the_others_is_listed_and_does_not_shrink_them(case):
    near = [replace(at(case.findings[0], 1 + n / 10, 1, killed=toll(5, 5)), id=f"evt_{n}") for n in range(4)]
    far = replace(at(case.findings[0], 60, 100, killed=toll(5, 5)), id="evt_far")
    found = drawing.drawn(material(case, findings=[*near, far]))
    assert [each.id for each in found.outside] == ["evt_far"]
    assert len(found.marks) == 4


def test_a_toll_of_a_whole_country_is_listed_and_sets_no_scale(case):
    town = at(case.findings[0], 1, 1, killed=toll(100, 100))
    wide = replace(
        at(case.findings[1], 1.2, 1.2, killed=toll(200_000, 200_000)),
        where=Where(text="x", place="big", lat=1.2, lon=1.2, precision=PlacePrecision.COUNTRY),
    )
    places = {"big": replace(case.more["places"][0], id="big", radius_km=600.0)}
    found = drawing.drawn(material(case, findings=[town, wide], places=places))
    assert [each.id for each in found.wide] == [wide.id]
    assert found.sizes[-1] == (drawing.MOST_RADIUS, 100)


def test_one_enormous_toll_does_not_shrink_all_others(case):
    towns = [
        replace(at(case.findings[0], 1 + n / 20, 1, killed=toll(30 + n, 30 + n)), id=f"evt_{n}") for n in range(40)
    ]
    enormous = replace(at(case.findings[0], 1, 2, killed=toll(200_000, 200_000)), id="evt_war")
    found = drawing.drawn(material(case, findings=[*towns, enormous]))
    assert found.sizes[-1] == (drawing.MOST_RADIUS, 100)
    assert max(each.radius for each in found.marks) == drawing.MOST_RADIUS


def test_without_any_coordinates_there_is_no_map(case):
    assert drawing.drawn(material(case, findings=[case.findings[1]])) is None


def test_every_event_lies_inside_the_frame(case):
    assert all(
        0 <= each.x <= drawing.WIDTH and 0 <= each.y <= drawing.HEIGHT for each in drawing.drawn(material(case)).marks
    )


def test_names_on_the_map_do_not_cover_each_other(case):
    crowd = [replace(at(case.findings[0], 1 + n / 50, 1 + n / 80, killed=toll(5, 5)), id=f"evt_{n}") for n in range(30)]
    labels = [each.label for each in marks(case, *crowd) if each.label]
    assert 0 < len(labels) < 30
    assert len(set(labels)) == len(labels)


def test_a_name_covers_no_mark(case):
    long = Where(text="a place with a long name", lat=1, lon=1, precision=PlacePrecision.SETTLEMENT)
    alone = replace(at(case.findings[0], 1, 1, killed=toll(5, 5)), where=long)
    (mark,) = marks(case, alone)
    assert mark.label[2] == "start"
    left, _ = sorted(marks(case, alone, at(case.findings[1], 1, 1.4, killed=toll(5, 5))), key=lambda each: each.x)
    assert left.label[2] != "start", "its name on the right would lie over the other mark"


def test_a_degree_of_latitude_is_111_km_on_the_scale_bar():
    projection = framed([(0.0, 0.0), (0.0, 10.0)], width=760, height=520)
    km, pixels = scale_bar(projection)
    degree = projection(0, 0)[1] - projection(0, 1)[1]
    assert km / pixels == pytest.approx(111.2 / degree, rel=0.01)


def test_east_and_north_are_as_far_as_they_are_on_the_ground():
    projection = framed([(-1.0, 60.0), (1.0, 60.0)], width=760, height=520)
    (x0, y0), (x1, y1) = projection(0, 60), projection(1, 60.5)
    assert (x1 - x0) == pytest.approx(y0 - y1, rel=0.01), "at 60 degrees a degree of longitude is half as long"


def test_nothing_real_lies_under_the_invented_island():
    island = of_packs(["demo"]).countries[0].rings[0].box
    for shape in natural_earth().countries:
        for ring in shape.rings:
            apart = (
                ring.box[0] > island[2] or ring.box[2] < island[0] or ring.box[1] > island[3] or ring.box[3] < island[1]
            )
            assert apart or shape.name in {"Antarctica"}, shape.name


def test_a_pack_without_outlines_brings_none():
    assert of_packs(["syria"]) == Outlines()


def test_the_shipped_outlines_are_small():
    assert Path(drawing.__file__).with_name("outlines.json").stat().st_size < 300_000


def test_thinning_keeps_what_is_further_off_than_the_tolerance():
    line = [(0.0, 0.0), (1.0, 0.01), (2.0, 0.5), (3.0, 0.01), (4.0, 0.0)]
    assert thinned(line, 0.1) == [(0.0, 0.0), (1.0, 0.01), (2.0, 0.5), (3.0, 0.01), (4.0, 0.0)]
    assert thinned(line[:2] + line[3:], 0.1) == [(0.0, 0.0), (4.0, 0.0)]


def test_a_ring_is_stored_as_differences_in_hundredths_of_a_degree():
    assert delta([(1.0, 2.0), (1.5, 2.0), (1.5, 1.75)]) == [100, 200, 50, 0, 0, -25]
