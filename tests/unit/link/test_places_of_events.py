"""An event is where the finest of its claims says, with the words for what no table has."""

import pytest

from sijill.link.events import link_events
from tests.unit.link.claims import PLACES, said


def told(*claims):
    return link_events(claims, published={"a": "2031-05-04"}, order={"a": 0}, places=PLACES)


def test_an_event_has_the_words_for_a_quarter_beside_the_town_that_others_name():
    town = said("a", "shelling", number="4")
    quarter = said("a", "shelling", at=100, number="4", place_words="the Sabha quarter")
    (event,) = told(town, quarter).events
    assert (event.where.place, event.where.text) == ("varna", "the Sabha quarter")


@pytest.mark.parametrize(
    ("place", "text"),
    [("upper", "the village of Sabha"), ("marrow", "the village of Sabha"), ("varna", "Varna")],
)
def test_a_village_that_no_table_has_lies_in_the_province_of_its_event_and_in_no_town(place, text):
    wide = said("a", "shelling", place=place, number="14")
    village = said("a", "shelling", at=80, place="the village of Sabha", number="14")
    (event,) = told(wide, village).events
    assert (event.where.place, event.where.text, event.where.precision) == (place, text, wide.where.precision)
