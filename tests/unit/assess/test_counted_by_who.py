"""People told of by who they are are no number of their group: of a couple, one is a woman."""

import pytest

from sijill.assess.findings import assess_event
from sijill.extract.document import extract
from sijill.model.claim import Harm
from sijill.model.document import DocumentId
from sijill.model.event import Event, EventId
from tests.spec.invented import WORDS
from tests.unit.link.claims import documents


def women(text):
    """Low and high of the women killed, all that the text tells taken for one event; None where nothing is said."""
    claims = extract(DocumentId("doc_1"), text, WORDS).claims
    first = next(each for each in claims if each.harm is Harm.KILLED)
    event = Event(
        id=EventId("evt"), act=first.act, when=first.when, where=first.where, claims=tuple(each.id for each in claims)
    )
    by_id = {each.id: each for each in claims}
    found = assess_event(event, by_id, origins={}, documents=documents(claims), parties={}, places={})
    group = found.tolls[Harm.KILLED].by_group.get("women")
    return None if group is None else (group.low, group.high)


@pytest.mark.parametrize(
    "couple",
    [
        "Adem Rosta and his wife Marta were killed in Kessa on Monday.",
        "Adem Rosta was killed along with his wife Marta in Kessa.",
    ],
)
def test_a_couple_is_not_two_women(couple):
    assert women(couple) is None


def test_a_couple_is_no_rival_of_a_number_of_women():
    assert women(
        "Shelling killed 19 people in Kessa on Monday, among them three women. Adem Rosta was killed along with his"
        " wife Marta."
    ) == (3, 3)


def test_women_who_are_counted_are():
    assert women("Two women and five children were killed in Kessa on Monday.") == (2, 2)
