"""The site of what was done stands before its place, which is known as finely as before."""

import pytest

from sijill.model.claim import Part, Reading
from sijill.resolve.places import resolve_places
from sijill.resolve.scenes.sites import at_their_sites
from tests.unit.resolve.island import KNOWN, claim


@pytest.mark.parametrize(
    ("where", "text"),
    [
        ("the town of Corvo", "a school, the town of Corvo"),
        ("a school in Corvo", "a school in Corvo"),
        ("the Oskar market, Corvo", "the Oskar market, Corvo"),
        (None, "a school"),
    ],
)
def test_the_site_stands_before_the_words_of_the_place_unless_these_tell_one(where, text):
    told = claim(where=where)
    part = Part(field="site", start=2, end=3, rule="site", value="a school")
    wheres, _ = resolve_places([told], KNOWN.places, {})
    placed = at_their_sites([told], wheres, {told.id: Reading(claim=told.id, rules=(), parts=(part,))})
    found, before = placed.get(told.id, wheres.get(told.id, told.where)), wheres.get(told.id, told.where)
    assert found.text == text
    assert (found.place, found.precision) == (before.place, before.precision)
