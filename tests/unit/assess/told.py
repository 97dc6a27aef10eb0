"""From the words of a report to what is found, all that it tells taken for one event."""

from sijill.assess.findings import assess_event
from sijill.extract.document import extract
from sijill.model.claim import Harm
from sijill.model.document import DocumentId
from sijill.model.event import Event, EventId
from tests.spec.invented import PARTIES, WORDS
from tests.unit.link.claims import documents


def found_in(text):
    """The finding of the one event."""
    claims = extract(DocumentId("doc_1"), text, WORDS).claims
    first = next(each for each in claims if each.harm is Harm.KILLED)
    event = Event(
        id=EventId("evt"), act=first.act, when=first.when, where=first.where, claims=tuple(each.id for each in claims)
    )
    known = {each.id: each for each in PARTIES}
    by_id = {each.id: each for each in claims}
    return assess_event(event, by_id, origins={}, documents=documents(claims), parties=known, places={})


def killed_by_group(text):
    """Group or party: low and high of those killed."""
    return {name: (each.low, each.high) for name, each in found_in(text).tolls[Harm.KILLED].by_group.items()}


def parties_by_role(text):
    """Party: its role, of those that are accused."""
    return {row.party: row.role.value for row in found_in(text).attribution if row.accused_by}
