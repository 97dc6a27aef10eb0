"""A count told without a day has the day of its scene, down to places in it and never up; its reading marks it."""

import pytest

from sijill.extract.document import extract
from sijill.language.vocabulary import Vocabulary
from sijill.resolve.claims import resolve_document
from tests.unit.resolve.island import KNOWN, PLACES, document

WORDS = Vocabulary(places=tuple(dict.fromkeys(name for each in PLACES for name in (each.name, *each.aliases))))
WEDNESDAY = "2031-05-21"


def told(text):
    """(number, first day, place) of the counts of one report of that Wednesday, and their readings."""
    read = extract(document("doc_a").id, text, WORDS)
    readings = {each.claim: each for each in read.readings}
    claims, _ = resolve_document(document("doc_a", published=WEDNESDAY), text, read.claims, readings, knowledge=KNOWN)
    counts = [claim for claim in claims if claim.toll is not None]
    return [(claim.toll.number, claim.when.start, claim.where.place) for claim in counts], readings


SCENE = "Shelling killed 12 people in {} on Monday. Officials met in the evening. {}"


@pytest.mark.parametrize(
    ("first", "then", "place"),
    [
        ("Corvo", "Another three people died in Corvo.", "corvo"),
        ("Brell province", "In Corvo three people were killed.", "corvo"),
        ("Arvania", "In Corvo three people were killed.", "corvo"),
    ],
)
def test_the_day_of_the_scene_reaches_a_later_count_at_its_place_or_in_it(first, then, place):
    found, _ = told(SCENE.format(first, then))
    assert found[-1] == (3, "2031-05-19", place)


@pytest.mark.parametrize(
    ("first", "then"),
    [
        ("Corvo", "In Halen three people were killed."),
        ("Corvo", "In Brell province three people were killed."),
        ("Corvo", "In Arvania 300 people were killed."),
        ("Corvo", "The war is the worst since the siege of Corvo in April. In Brell province three people died."),
        ("Corvo", "An earlier attack killed three people in Corvo."),
        ("Corvo", "The Front has killed three people in Corvo."),
    ],
)
def test_it_reaches_no_other_place_no_wider_one_and_nothing_told_of_before(first, then):
    found, _ = told(SCENE.format(first, then))
    assert found[-1][1] is None


def test_a_headline_and_a_lead_have_the_day_that_is_told_right_after():
    found, readings = told(
        "Shelling kills 12 in Brell province\n\nShelling killed 12 people, the mayor said. "
        "The shells hit Corvo on Monday, killing a family of four."
    )
    assert [day for _, day, _ in found] == ["2031-05-19"] * 3
    assert sum(part.rule == "news time" and part.carried for each in readings.values() for part in each.parts) == 2


def test_news_of_elsewhere_told_meanwhile_has_the_day_of_the_news():
    found, _ = told(SCENE.format("Corvo", "Meanwhile in Halen three people were killed."))
    assert found[-1] == (3, "2031-05-19", "halen")


def test_a_part_has_the_day_of_its_whole():
    found, _ = told("Shelling killed 12 people in Corvo on Monday. Officials met. Four of them were children.")
    assert found[-1] == (4, "2031-05-19", "corvo")


def test_a_month_is_no_day_of_a_scene():
    found, _ = told("Shelling killed 12 people in Corvo in April. Officials met. Three people died in Corvo.")
    assert [day for _, day, _ in found] == ["2031-04-01", None]


def test_what_is_carried_is_marked_in_the_reading():
    _, readings = told(SCENE.format("Corvo", "Another three people died in Corvo."))
    marked = [part for each in readings.values() for part in each.parts if part.field == "scene"]
    assert [(part.rule, part.carried) for part in marked] == [("time of the scene", True)]
