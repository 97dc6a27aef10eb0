"""People in a release: the dead by name where the rule lets it, the living only as numbers that give nobody away."""

import pytest

from sijill.model.document import DocumentId
from sijill.model.person import Fate, FateAt, Name, Person, PersonId, RowRef
from sijill.model.place import Place, PlaceId, PlacePrecision, Where
from sijill.model.release.rules import Names
from sijill.publish.map.outlines import natural_earth
from sijill.publish.material import Material
from sijill.publish.release.naming import may_be_named
from sijill.publish.views.people import people

PAPER, LETTER = DocumentId("doc_paper"), DocumentId("doc_letter")
TARN = Place(id=PlaceId("tarn"), name="Tarn")
KESSA = Place(id=PlaceId("kessa"), name="Kessa")


def person(number=1, *, fate=Fate.DEAD, age=(30, 30), document=PAPER, place=TARN, events=()):
    return Person(
        id=PersonId(f"psn_{number}"),
        names=(Name(text=f"Adan Korr {number}", script="Latn"),),
        age=age,
        place=Where(text=place.name, place=place.id, precision=PlacePrecision.SETTLEMENT),
        records=(RowRef(list="x", row="1", key=None, document=document),),
        events=events,
        fates=(FateAt(fate=fate),),
    )


def named(who, rule=Names.PUBLISHED_ELSEWHERE, violated=()):
    return may_be_named(who, rule, claims={}, public=[PAPER], violated=set(violated))


def test_the_dead_of_a_public_document_are_named_where_the_rule_says_so():
    assert named(person())
    assert not named(person(), Names.NEVER)
    assert not named(person(document=LETTER))
    assert named(person(document=LETTER), Names.ALL)


@pytest.mark.parametrize("rule", Names)
def test_children_the_living_and_whoever_was_violated_are_never_named(rule):
    assert not named(person(age=(9, 9)), rule)
    assert not named(person(age=(16, 20)), rule)
    assert not named(person(fate=Fate.DETAINED), rule)
    assert not named(person(events=("evt_x",)), rule, violated={"evt_x"})


def view(persons, k=5):
    material = Material(
        title="x",
        findings=(),
        events={},
        claims={},
        documents={},
        texts={}.get,
        places={each.id: each for each in (TARN, KESSA)},
        persons=persons,
        outlines=natural_earth(),
    )
    return people(material, k)


def test_a_small_number_of_living_people_is_not_shown_and_not_left_to_a_sum():
    held = [person(n, fate=Fate.DETAINED, place=TARN if n < 9 else KESSA) for n in range(11)]
    (row,) = view(held).rows
    assert row.numbers == [None, None]
    assert row.total == 11


def test_the_dead_are_counted_as_they_are():
    (row,) = view([person(1), person(2, place=KESSA)]).rows
    assert (row.fate, row.numbers, row.total) == ("dead", [1, 1], 2)
