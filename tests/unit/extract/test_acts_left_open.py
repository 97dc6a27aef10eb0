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


@pytest.mark.parametrize(
    ("text", "act"),
    [
        ("The Guard lost a battle against the Red Column in Kessa where 30 of them were killed.", Act.ARMED_CLASH),
        (
            "The Guard fought no battle in Kessa, the mayor said, and nine men were killed where they lived.",
            Act.KILLING,
        ),
        ("The Guard won a battle in Kessa, shelling the mill where nine men were killed.", Act.KILLING),
    ],
)
def test_where_a_battle_was_fought_people_fell_in_it(text, act):
    assert acts(text)[-1] is act


@pytest.mark.parametrize(
    ("text", "act"),
    [
        ("A rocket bomb killed nine men in Kessa.", Act.SHELLING),
        ("A car bomb killed nine men in Kessa, and rockets were found.", Act.BOMBING),
    ],
)
def test_a_bomb_called_a_rocket_was_fired(text, act):
    assert acts(text) == [act]


@pytest.mark.parametrize(
    ("then", "act"),
    [
        ("The troops killed eight Red Column fighters.", Act.ARMED_CLASH),
        ("The troops also killed eight Red Column fighters in Kessa.", Act.ARMED_CLASH),
        ("The troops also killed eight Red Column fighters in Tarn.", Act.KILLING),
    ],
)
def test_what_was_also_done_elsewhere_is_no_part_of_the_fight(then, act):
    assert acts(f"Varran troops clashed with the Red Column in Kessa, killing 12 gunmen. {then}")[-1] is act
