"""A record of a named victim as a person: with the day, the place and the events of its claim as they were resolved."""

from dataclasses import replace

from sijill.extract.document import extract
from sijill.link.persons.persons import person_of
from sijill.model.document import DocumentId
from sijill.model.event import EventId
from sijill.model.person import Fate
from sijill.model.place import PlaceId, Where
from sijill.model.when import Period
from tests.spec.invented import WORDS


def read(text):
    return extract(DocumentId("doc_unit"), text, WORDS)


def test_a_person_has_day_place_and_events_of_the_resolved_claim():
    found = read("Shells killed Ada Holm (40) in Kessa on Monday.")
    (record,), (claim,) = found.victims, [each for each in found.claims if each.harm == "killed"]
    resolved = replace(
        claim,
        when=Period(start="2031-05-05", end="2031-05-05", text="Monday"),
        where=Where(text="Kessa", place=PlaceId("kessa")),
        as_of="2031-05-06",
    )
    person = person_of([record], {claim.id: resolved}, {claim.id: [EventId("evt_1")]})
    assert (person.died.start, person.place.place, person.events, person.age) == (
        "2031-05-05",
        "kessa",
        ("evt_1",),
        (40, 40),
    )
    assert [(fate.fate, fate.as_of, fate.claim) for fate in person.fates] == [(Fate.DEAD, "2031-05-06", claim.id)]
    assert person.records == (record.row,)


def test_the_wounded_have_no_day_of_death():
    found = read("Ada Holm was wounded in Kessa on Monday.")
    (record,) = found.victims
    person = person_of([record], {claim.id: claim for claim in found.claims}, {})
    assert (person.died, person.events) == (Period(), ())


def test_a_record_without_a_claim_is_a_person_all_the_same():
    (record,) = read("The funeral of Ada Holm was held.").victims
    person = person_of([record], {}, {})
    assert (person.names[0].text, person.place, person.events) == ("Ada Holm", Where(), ())
