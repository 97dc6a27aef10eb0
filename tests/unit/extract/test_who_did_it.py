"""Who did it, where a comma is lost or only the sentences around name the doer."""

import pytest

from sijill.extract.document import extract
from sijill.model.claim import Harm
from sijill.model.document import DocumentId
from tests.spec.invented import WORDS


def doers(text, harm=Harm.KILLED):
    claims = extract(DocumentId("doc_1"), text, WORDS).claims
    return [[actor.name for actor in claim.actors] for claim in claims if claim.harm is harm]


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("Nine gunmen died during the army raids the mayor told the Island Post.", ["army"]),
        ("Nine gunmen died amid the rebels raids on the hill the mayor said.", ["rebels"]),
        ("In the south the army raids a mill, killing nine men.", ["the army"]),
        ("By the river the militia raids a mill and kills nine men.", ["the militia"]),
    ],
)
def test_raids_of_a_force_after_a_preposition_are_no_verb(text, named):
    assert doers(text) == [named]


@pytest.mark.parametrize(
    ("text", "named"),
    [
        (
            "In the hills of the northern district of Kessa battalions of the militia killed nine guards.",
            ["battalions of the militia"],
        ),
        ("Near the village of Kessa rebels wounded two and killed nine guards.", ["rebels"]),
        ("On Monday the head of the district of Kessa police killed nine men.", []),
        ("In the north the village of Kessa rebels killed nine men.", []),
    ],
)
def test_a_force_behind_a_place_that_opens_the_sentence_acts(text, named):
    assert doers(text) == [named]
