"""From the words of a report to the parts of the range of those killed."""

from sijill.assess.findings import assess_event
from sijill.extract.document import extract
from sijill.model.claim import Harm
from sijill.model.document import DocumentId
from sijill.model.event import Event, EventId
from tests.spec.invented import PARTIES, WORDS
from tests.unit.link.claims import documents


def killed_by_group(text):
    """Group or party: low and high of those killed, all that the text tells taken for one event."""
    claims = extract(DocumentId("doc_1"), text, WORDS).claims
    first = next(each for each in claims if each.harm is Harm.KILLED)
    event = Event(
        id=EventId("evt"), act=first.act, when=first.when, where=first.where, claims=tuple(each.id for each in claims)
    )
    known = {each.id: each for each in PARTIES}
    by_id = {each.id: each for each in claims}
    found = assess_event(event, by_id, origins={}, documents=documents(claims), parties=known, places={})
    return {name: (each.low, each.high) for name, each in found.tolls[Harm.KILLED].by_group.items()}
