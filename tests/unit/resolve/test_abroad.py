"""Forces without a name, in another country, are not those of the case."""

from dataclasses import replace

import pytest

from sijill.model.place import PlaceId, Where
from sijill.resolve.parties import resolve_parties
from sijill.resolve.scenes.abroad import theirs_abroad
from tests.unit.resolve.island import KNOWN, claim

TEXT = "In Ostara a minister said troops and gunmen had fought near Halen, ten people dead. "
PARTIES = KNOWN.parties


def party_of(words, place, text=TEXT, knowledge=KNOWN):
    told = replace(claim(actors=(words,), start=len(text) - 10), where=Where(place=PlaceId(place)))
    names = {**PARTIES.by_name, "government forces": ("arvania",), "army": ("arvania",)}
    actors, _ = resolve_parties([told], replace(PARTIES, by_name=names), {})
    assert [each.party for each in actors[told.id]] == ["arvania"]
    found = theirs_abroad([told], actors, {}, text, knowledge.places)
    return [each.party for each in found.get(told.id, actors[told.id])]


@pytest.mark.parametrize("words", ["government forces", "The army"])
def test_forces_of_no_name_are_not_those_of_the_case_in_a_country_that_is_named(words):
    assert party_of(words, "halen-abroad") == [None]
    assert party_of(words, "ost") == [None]


def test_they_are_at_home_by_name_and_where_no_other_country_is_named():
    assert party_of("government forces", "halen") == ["arvania"]
    assert party_of("the Arvanian army", "halen-abroad") == ["arvania"]
    assert party_of("government forces", "halen-abroad", TEXT.replace("Ostara", "Calder")) == ["arvania"]
    of_none = replace(KNOWN, places=replace(KNOWN.places, home=frozenset()))
    assert party_of("government forces", "halen-abroad", knowledge=of_none) == ["arvania"]
