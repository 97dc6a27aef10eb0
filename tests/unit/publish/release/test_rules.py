"""Every field that may only travel coarse has its rule; a field without one stops the release, by name."""

from dataclasses import dataclass
from typing import Annotated

import pytest

from sijill.model.beside.pattern import Pattern
from sijill.model.beside.series import Series
from sijill.model.claim import Claim, Victims
from sijill.model.decision import Reason
from sijill.model.document import Custody, Document
from sijill.model.estimate import Estimate, Overlap
from sijill.model.event import Event, Situation
from sijill.model.finding import (
    Attribution,
    CasualtyRange,
    Contradiction,
    Denial,
    Finding,
    LeftOut,
    Position,
    Stated,
    TollAt,
    Total,
)
from sijill.model.party import Actor, Party
from sijill.model.person import FateAt, Name, Person
from sijill.model.place import Place, PlaceId, PlacePrecision, Where
from sijill.model.release import Release, marks
from sijill.model.release.rules import ReleaseRules
from sijill.model.source import Source, Speaker
from sijill.model.toll import Toll
from sijill.publish.map.outlines import natural_earth
from sijill.publish.material import Material
from sijill.publish.release import rules
from sijill.publish.release.desk import Desk
from sijill.publish.release.unnamed import WITHHELD
from sijill.publish.release.walk import WHOLE, NoRule, let_through

LEAVES = (
    *(Document, Custody, Event, Situation, Finding, Total, CasualtyRange, TollAt, Attribution, Denial, Contradiction),
    *(Reason, Person, FateAt, Name, Place, Party, Source, Overlap, Estimate),
    *(LeftOut, Position, Stated, Series, Pattern),
)
IN_A_CLAIM = (Claim, Victims, Toll, Actor, Speaker)
DESK = Desk(
    material=Material(
        title="x", findings=(), events={}, claims={}, documents={}, texts={}.get, outlines=natural_earth()
    ),
    rules=ReleaseRules(),
    key=b"k" * 32,
)


def unruled(nouns, table):
    return [
        f"{noun.__name__}.{field}"
        for noun in nouns
        if (noun, WHOLE) not in table
        for field, mark in marks(noun).items()
        if mark is Release.COARSE and (noun, field) not in table
    ]


def test_every_coarse_field_of_what_leaves_has_its_rule():
    assert not unruled(LEAVES, rules.table(DESK))


@pytest.mark.parametrize("quoted", [True, False])
def test_every_coarse_field_of_a_claim_has_its_rule(quoted):
    assert not unruled(IN_A_CLAIM, rules.of_claims(DESK, quoted=quoted))


def test_places_that_contradict_each_other_are_told_no_finer_than_places_leave(case):
    paper = case.report("notes.txt", "Four were killed on Mill Street. No, in Tarn.")
    tarn = Place(id=PlaceId("tarn"), name="Tarn")
    site = Where(text="Mill Street, Tarn", place=tarn.id, precision=PlacePrecision.SETTLEMENT)
    far = Where(text="the mill", place=PlaceId("mill"), precision=PlacePrecision.SITE)
    said = [case.says(paper, "Four were killed", where=site), case.says(paper, "in Tarn", where=far)]
    told = Contradiction(
        field="place", claims=tuple(each.id for each in said), values=("Mill Street, Tarn", "the mill")
    )
    desk = Desk(
        material=case.material(places=[tarn]), rules=ReleaseRules(place=PlacePrecision.SETTLEMENT), key=b"k" * 32
    )
    assert let_through(told, rules.table(desk)).values == ("Tarn", WITHHELD)


@dataclass(frozen=True, slots=True, kw_only=True)
class Note:
    words: Annotated[str, Release.COARSE]


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    note: Annotated[Note | None, Release.OPEN] = None
    writer: Annotated[str, Release.NEVER] = "nobody"


def test_a_field_without_a_rule_does_not_leave():
    with pytest.raises(NoRule, match=r"Note\.words"):
        let_through(Page(note=Note(words="x")), {})


def test_never_is_the_default_of_the_field_whatever_it_held():
    assert let_through(Page(writer="Lise"), {}) == Page()


def test_whose_the_fallen_were_leaves_as_the_names_of_parties_leave():
    """A name in which something is hidden is not told."""
    range_ = CasualtyRange(low=4, high=4, policy="range", low_rests_on=(), high_rests_on=())
    groups = {"children": range_, "Harbour Watch": range_, "Guard of @harbour_watch": range_}
    left = let_through(CasualtyRange(policy="range", by_group=groups), rules.table(DESK))
    assert {*left.by_group} == {"children", "Harbour Watch"}
