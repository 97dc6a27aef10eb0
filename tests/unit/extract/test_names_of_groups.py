"""Groups whose names begin with the word for an army, or stand twice."""

import pytest

from sijill.extract.document import extract
from sijill.language.vocabulary import Vocabulary
from sijill.model.document import DocumentId
from sijill.model.party import Party, PartyId

KNOWN = Vocabulary(
    places=("Kessa", "Tarn"),
    parties=(
        Party(
            id=PartyId("varra"),
            name="Varra",
            aliases=("Varran army", "the army", "army", "President Blum"),
            kind="state",
        ),
        Party(id=PartyId("column"), name="Red Column", aliases=("REDCO", "Kolona"), kind="armed_group"),
    ),
)


def read(text: str):
    """Who did it, and how many were harmed, by the one claim that counts."""
    [claim] = [claim for claim in extract(DocumentId("doc_a"), text, KNOWN).claims if claim.toll is not None]
    return [actor.name for actor in claim.actors], claim.toll.number if claim.toll is not None else None


@pytest.mark.parametrize(
    ("words", "name"),
    [
        ("The rebel Army of Faith", "The rebel Army of Faith"),
        ("The Army of Faith", "The Army of Faith"),
        ("The army of Faith", "The army"),
        ("The Army of Tarn", "The Army"),
        ("The Army of President Blum", "The Army"),
    ],
)
def test_an_army_with_a_name_is_not_that_of_the_state(words, name):
    assert read(f"{words} detained nine nurses in Kessa.") == ([name], 9)


@pytest.mark.parametrize(
    ("words", "number"),
    [
        ("At least 14 REDCO (Kolona) gunmen", 14),
        ("REDCO (Kolona) said 14 gunmen", 14),
        ("The 14 gunmen of REDCO (Kolona)", 14),
    ],
)
def test_another_name_in_brackets_parts_no_number_from_those_whom_it_counts(words, number):
    assert read(f"{words} were killed in an air strike on Kessa.")[1] == number
