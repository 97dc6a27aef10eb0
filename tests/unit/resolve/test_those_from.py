"""Who "the gunmen" were, where the report told before from which groups they came."""

from dataclasses import replace

import pytest

from sijill.model.claim import Victims
from sijill.model.party import Party, PartyId
from sijill.resolve.knowledge import index_parties
from sijill.resolve.parties import resolve_parties
from sijill.resolve.scenes.those_from import of_both_groups
from tests.unit.resolve.island import PARTIES, claim

KNOWN = index_parties(
    [*PARTIES, Party(id=PartyId("gull"), name="Gull Guard", aliases=("the Guard",), kind="armed_group")]
)


def meant(words, *harmed):
    fell = [
        replace(claim(actors=("the Arvanian army",), start=20 * i), victims=Victims(text=each))
        for i, each in enumerate(harmed)
    ]
    fought = claim(actors=(words,), start=200)
    actors, _ = resolve_parties([*fell, fought], KNOWN, {})
    found = {**actors, **of_both_groups([*fell, fought], actors, KNOWN)}
    assert all([each.party for each in found[one.id]] == ["arvania"] for one in fell)
    return [each.party for each in found[fought.id]]


def test_they_are_of_both_groups_that_were_named():
    assert meant("the militants", "30 militants from the Gull Guard and the Tolmen Front") == ["gull", "tolmen"]


@pytest.mark.parametrize(
    ("words", "harmed"),
    [
        ("the extremists", ["30 militants from the Gull Guard and the Tolmen Front"]),
        ("militants", ["30 militants from the Gull Guard and the Tolmen Front"]),
        ("the militants", ["30 militants from Corvo and Brell"]),
        ("the militants", ["30 villagers from the Gull Guard and the Tolmen Front"]),
    ],
)
def test_other_words_and_those_from_a_town_are_nobody_named(words, harmed):
    assert meant(words, *harmed) == [None]
