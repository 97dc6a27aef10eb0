"""What is told of a whole country without its name lies in the country of the case."""

from dataclasses import replace

from sijill.model.place import PlacePrecision
from sijill.resolve.scenes.at_home import in_their_country
from tests.unit.resolve.island import KNOWN, claim


def test_the_country_that_is_not_named_is_that_of_the_case():
    told = claim(where="across the country")
    [found] = in_their_country([told], {}, KNOWN.places).values()
    assert (found.place, found.precision, found.text) == ("arv", PlacePrecision.COUNTRY, "across the country")


def test_it_is_left_open_where_the_case_has_several_or_the_words_tell_one_place():
    told = claim(where="across the country")
    assert in_their_country([told], {}, replace(KNOWN.places, home=frozenset())) == {}
    assert in_their_country([claim(where="several areas"), claim()], {}, KNOWN.places) == {}
