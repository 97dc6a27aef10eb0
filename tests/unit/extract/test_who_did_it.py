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
        ("A mortar fired by the militia kills nine herders in Kessa.", ["the militia"]),
        ("A raid by the army kills nine herders in Kessa.", ["the army"]),
        ("A sniper of the regime kills nine herders in Kessa.", ["A sniper of the regime"]),
        ("An attack on the police kills nine herders in Kessa.", []),
    ],
)
def test_behind_a_force_that_other_words_end_at_a_verb_is_one(text, named):
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


ROUND = (
    "The Varran army on Monday continued its operations across the country. Army units killed nine gunmen in Lisse. "
)


@pytest.mark.parametrize(
    "told",
    [
        "Several gunmen were killed on the road between Kessa and Oskar.",
        "In the village of Kessa other gunmen were killed, the source said.",
        "Other units destroyed a depot. Seven gunmen were killed in Kessa and their cars were destroyed.",
    ],
)
def test_in_a_round_of_one_force_fighters_were_killed_by_it(told):
    assert doers(ROUND + told)[-1] == ["Army units"]


@pytest.mark.parametrize(
    "told",
    [
        "Several men were killed in Kessa.",
        "Several soldiers were killed in Kessa.",
        "Several pro-army gunmen were killed in Kessa.",
        "Several gunmen were killed in a crash in Kessa.",
        "Several gunmen were killed in Kessa by mistake.",
        "Several gunmen were killed in Kessa as a mine went off.",
        "Several gunmen were killed in Kessa last year.",
        "The Harbour Monitor said several gunmen were killed in Kessa.",
        "A source denied that several gunmen were killed in Kessa.",
        "A mine exploded in Kessa. Several gunmen were killed there.",
        "Infighting raged in Kessa. Several gunmen were killed in Oskar.",
        "The Valley Guard attacked Oskar. Several gunmen were killed in Kessa.",
        "Men of the Valley Guard were at the gates of Oskar. Several gunmen were killed in Kessa.",
        "A feud split the gunmen of Oskar. Several gunmen were killed in Oskar.",
        "Several gunmen of the Home Defence were killed in Kessa.",
        "The Ostmark army killed two gunmen in Oskar. Several gunmen were killed in Kessa.",
    ],
)
def test_who_else_may_have_killed_them_is_left_open(told):
    assert doers(ROUND + told)[-1] == []


def test_every_party_may_go_on_with_its_operations():
    """Swap who fights whom: the same."""
    text = (
        "The Red Column on Monday continued its raids across the country. Column gunmen killed two soldiers in Lisse. "
    )
    assert doers(text + "Several soldiers were killed in Kessa.")[-1] == ["Column gunmen"]


def test_without_a_round_nobody_is_named():
    assert doers("In Lisse army units killed nine gunmen. Several gunmen were killed in Kessa.")[-1] == []
