"""Acts that the words do not tell closely, and those that the next sentence does."""

import pytest

from sijill.extract.document import extract
from sijill.model.claim import Act, Harm
from sijill.model.document import DocumentId
from tests.spec.invented import WORDS


def acts(text):
    claims = extract(DocumentId("doc_1"), text, WORDS).claims
    return [claim.act for claim in claims if claim.harm is Harm.KILLED]


@pytest.mark.parametrize(
    ("text", "act"),
    [
        ("Nine men died in militia raids on the mills of Kessa.", Act.KILLING),
        ("Army strikes on Kessa killed nine men.", Act.KILLING),
        ("Nine men died in army air strikes on Kessa.", Act.AIRSTRIKE),
        ("Strikes by army jets killed nine men in Kessa.", Act.AIRSTRIKE),
        ("Raids by the Varran army killed nine men in Kessa.", Act.AIRSTRIKE),
        ("Coalition strikes on Kessa killed nine men.", Act.AIRSTRIKE),
    ],
)
def test_strikes_of_men_on_foot_may_be_of_any_kind(text, act):
    assert acts(text) == [act]


@pytest.mark.parametrize(
    ("text", "act"),
    [
        ("Two clerks were killed in Kessa by Red Column fire from the outskirts.", Act.KILLING),
        ("Two clerks were killed in Kessa by Red Column fire.", Act.SHOOTING),
        ("Two clerks were killed in Kessa by Red Column fire from a car.", Act.SHOOTING),
        ("Two clerks were killed in Kessa by Red Column machine-gun fire from the outskirts.", Act.SHOOTING),
    ],
)
def test_fire_from_afar_may_be_that_of_guns_or_of_mortars(text, act):
    assert acts(text) == [act]


@pytest.mark.parametrize(
    ("after", "found"),
    [
        ("a judge. He was hanged.", [Act.KILLING, Act.EXECUTION]),
        ("a judge. He was hanged for thefts committed by the Red Column.", [Act.KILLING, Act.EXECUTION]),
        ("as a judge came. He was hanged.", [Act.KILLING]),
    ],
)
def test_who_somebody_was_does_not_part_him_from_how_he_was_killed(after, found):
    claims = extract(DocumentId("doc_1"), f"The brigade killed Anton Berel {after}", WORDS).claims
    told = [claim for claim in claims if claim.harm is Harm.KILLED]
    assert [claim.act for claim in told] == found
    assert {actor.name for claim in told for actor in claim.actors} == {"The brigade"}
    assert all(claim.toll.number == 1 for claim in told)
