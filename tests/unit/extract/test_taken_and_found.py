"""People taken by somebody and found dead later: both are told, each on its day."""

import pytest

from sijill.extract.document import extract
from sijill.model.document import DocumentId
from tests.spec.invented import WORDS


def told(text):
    """(harm, number, value of its time) of each claim."""
    read = extract(DocumentId("doc_1"), text, WORDS)
    parts = {each.claim: {part.field: part.value for part in each.parts} for each in read.readings}
    return [(c.harm.value, c.toll.number if c.toll else None, parts[c.id].get("when")) for c in read.claims]


@pytest.mark.parametrize(
    "text",
    [
        "Seven bakers seized on Monday by masked men were found dead on Thursday in Kessa.",
        "Seven bakers, seized by the army on Monday, were found dead in Kessa on Thursday.",
        "Seven bakers who were detained on Monday by the Red Column were later found dead on Thursday.",
    ],
)
def test_people_who_were_taken_and_found_dead_are_found_dead_too(text):
    assert told(text) == [("detained", 7, "weekday-0"), ("found_dead", 7, "weekday-3")]


@pytest.mark.parametrize(
    "text",
    [
        "Seven bakers seized by masked men on Monday were not found dead.",
        "Seven bakers seized by masked men on Monday may be found dead.",
        "Seven bakers were killed by masked men and were found dead in Kessa.",
        "Masked men seized seven dead bakers in Kessa.",
        "Rumours that seven bakers seized by masked men on Monday were found dead in Kessa proved false.",
        "Seven bakers seized on Monday by masked men were feared found dead on Thursday in Kessa.",
        "Seven bakers seized on Monday by masked men were found dead or alive on Thursday in Kessa.",
        "Seven bakers seized on Monday were, contrary to what was said, found alive and none found dead.",
    ],
)
def test_nobody_is_found_dead_who_was_not_found_so_or_whose_death_is_told(text):
    assert "found_dead" not in {each[0] for each in told(text)}


@pytest.mark.parametrize(
    "text",
    [
        "The body of a baker abducted on Monday was found on Thursday in Kessa.",
        "The body of a baker who was abducted on Monday was found on Thursday in Kessa.",
    ],
)
def test_bodies_of_people_who_were_taken_are_found_when_they_are_found(text):
    assert ("found_dead", 1, "weekday-3") in told(text)


@pytest.mark.parametrize(
    "text",
    [
        "The bodies of seven bakers killed on Monday were found on Thursday in Kessa.",
        "The bodies of seven bakers seized on Monday were burnt before a rifle was found on Thursday.",
        "The bodies of seven bakers seized on Monday were not found on Thursday.",
    ],
)
def test_bodies_of_the_killed_and_what_is_not_found_keep_the_first_day(text):
    assert ("found_dead", 7, "weekday-3") not in told(text)
