"""Whom, where, when and with what a text names, listed in the case or not."""

from itertools import pairwise

import pytest

from sijill.extract.naming.mentions import mentions
from sijill.language.vocabulary import Vocabulary
from tests.spec.invented import WORDS

NOBODY = Vocabulary()


def read(text, vocabulary=NOBODY):
    """kind -> the words, in the order of the text"""
    found = {}
    for one in mentions(text, vocabulary):
        found.setdefault(str(one.kind), []).append(text[one.start : one.end])
    return found


@pytest.mark.parametrize(
    ("text", "party"),
    [
        ("The Orrak Liberation Front took the road.", "Orrak Liberation Front"),
        ("Fighters of the 7th Orrak Brigade fled.", "Fighters"),
        ("The Ministry of Health of Orrak gave no figure.", "Ministry of Health of Orrak"),
        ("It was told to the Orrak Observatory (OO).", "Orrak Observatory"),
        ("The WRTC confirmed it.", "WRTC"),
        ("The regime denied it.", "The regime"),
        ("Syrian forces left.", "Syrian forces"),
        ("Kenya condemned the raid.", "Kenya"),
        ("Moscow denied it.", "Moscow"),
    ],
)
def test_a_body_that_no_table_lists_is_told_by_its_words(text, party):
    assert party in read(text)["party"]


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("Two died in Orrak.", "Orrak"),
        ("The city of Orrak was quiet.", "The city of Orrak"),
        ("Rain fell on Mount Orrak.", "Mount Orrak"),
        ("Planes left Moscow.", "Moscow"),
        ("They fled from Kenya.", "Kenya"),
        ("Two died in Orrak. Later Orrak was quiet.", "Orrak"),
        ("They hid in the library.", "the library"),
    ],
)
def test_a_place_that_no_table_lists_is_told_by_what_governs_it(text, place):
    assert place in read(text)["place"]


def test_a_place_once_told_is_one_wherever_it_stands():
    assert read("Orrak was quiet. Two died in Orrak.")["place"] == ["Orrak", "Orrak"]


def test_listed_names_are_what_the_case_says():
    found = read("The Red Column shelled Kessa.", WORDS)
    assert (found["party"], found["place"]) == (["The Red Column"], ["Kessa"])


def test_people_of_no_party_are_told_apart():
    assert read("Civilians and doctors left; Kenyans stayed.")["people"] == ["Civilians", "doctors", "Kenyans"]


def test_one_person_is_no_party():
    assert "party" not in read("A commander and a soldier met the president of Orrak.")


def test_weapons_are_told_by_their_words():
    assert read("They fired a rocket-propelled grenade and mortar shells.")["means"] == [
        "rocket-propelled grenade",
        "mortar shells",
    ]


def test_times_are_told_but_not_now_nor_daily():
    assert read("On Monday they fired for three days; now they fire daily.")["time"] == ["Monday", "three days"]


def test_no_mention_overlaps_another_of_the_same_kind():
    text = "The Ministry of Health of Orrak and the Orrak Liberation Front met in Orrak on Monday with the UN."
    found = mentions(text, WORDS)
    assert all(a.end <= b.start for kind in {one.kind for one in found} for a, b in pairs(found, kind))


def pairs(found, kind):
    of_kind = [one for one in found if one.kind is kind]
    return pairwise(of_kind)
