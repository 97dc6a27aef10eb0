"""Strata of a case: by whom the rows of the lists accuse, by what is said, and by what has to be imputed."""

from dataclasses import replace

import numpy as np
import pytest

from sijill.chain.estimates.listed import Linkages, held_of
from sijill.chain.estimates.nouns import Lists
from sijill.chain.estimates.replicated import Case, of_strata, stratified
from sijill.chain.persons.accusing import accusations, accused, bearers
from sijill.estimate.fits import Fit
from sijill.estimate.panel import IN_RANGE, Effort
from sijill.link.persons.persons import person_of
from sijill.model.claim import Act, Actor, Claim, ClaimId, Harm, Stance
from sijill.model.document import DocumentId
from sijill.model.estimate import Estimating
from sijill.model.party import Party, PartyId
from sijill.model.person import Likeness, Name, RecordId, RowRef, Sex, VictimRecord

NAMES = ("Registry", "Monitors", "Families")
PARTIES = (
    Party(id=PartyId("pty_front"), name="the Front", aliases=("Northern Front",)),
    Party(id=PartyId("pty_council"), name="the Council", aliases=("the militia",)),
    Party(id=PartyId("pty_guard"), name="the Guard", aliases=("the militia",)),
)


CLAIM = Claim(
    id=ClaimId("clm_0"),
    document=DocumentId("doc_text"),
    span=(0, 4),
    quote="said",
    act=Act.KILLING,
    harm=Harm.KILLED,
    extractor="rules@1",
)


GUARD, FRONT = Actor(name="the Guard", party="pty_guard"), Actor(name="the Front", party="pty_front")


def record(of, row, accused=None, sex=None):
    return VictimRecord(
        id=RecordId(f"rec_{of}{row}"),
        names=(Name(text=f"Person {row}", script="Latn"),),
        sex=sex,
        row=RowRef(list=of, row=str(row), key=None, document=DocumentId(f"doc_{of}")),
        accused=accused,
    )


def lists(*records, likenesses=()):
    persons = [person_of([each], {}, {}) for each in records]
    return Lists(
        persons=persons,
        names=NAMES,
        gone=frozenset(),
        origins={},
        records=records,
        likenesses=likenesses,
        accused=accusations(persons, records, {}, PARTIES),
    )


def parties(found):
    return [each.traits["party"] for each in found]


def test_what_a_text_says_of_a_person_is_said_of_every_row_of_it():
    """One row and one claim of a text, which are one person; a claim that denies accuses nobody."""
    claims = {
        claim.id: claim
        for claim in (
            replace(CLAIM, id=ClaimId("clm_1"), actors=(GUARD,)),
            replace(CLAIM, id=ClaimId("clm_2"), actors=(FRONT,), stance=Stance.DENIES),
        )
    }
    row = record("Registry", 1, accused="the Front")
    told = [replace(record("a text", n), claim=each) for n, each in enumerate(claims)]
    persons = [person_of([row, told[0]], claims, {}), person_of([told[1]], claims, {})]
    assert accusations(persons, [row], claims, PARTIES) == {row.row: {"pty_front", "pty_guard"}}
    assert [accused(each, claims, bearers(PARTIES)) for each in told] == [{"pty_guard"}, frozenset()]


def test_whom_a_row_accuses_is_a_party_by_any_of_its_names_or_stays_as_said():
    found = lists(
        record("Registry", 1, accused="northern front"),
        record("Registry", 2, accused="unknown gunmen"),
        record("Registry", 3),
    )
    assert parties(Linkages(found).at(0.0)) == ["pty_front", "unknown gunmen", None]
    assert parties([held_of(each, found) for each in found.persons]) == ["pty_front", "unknown gunmen", None]


def test_a_name_that_two_parties_bear_is_nobodys():
    assert parties(Linkages(lists(record("Registry", 1, accused="the militia"))).at(0.0)) == ["the militia"]


@pytest.mark.parametrize(("other", "party"), [("the Front", "pty_front"), (None, "pty_front"), ("the Guard", None)])
def test_a_person_whose_rows_accuse_several_is_in_no_stratum_of_a_party(other, party):
    one, two = record("Registry", 1, accused="the Front"), record("Monitors", 1, accused=other)
    same = Likeness(left=one.id, right=two.id, odds=20.0, together=True, worth=0.0, levels={})
    (held,) = Linkages(lists(one, two, likenesses=[same])).at(0.0)
    assert held.lists == {"Registry", "Monitors"}
    assert held.traits["party"] == party


def case(by):
    return Case(names=NAMES, joined=(), settings=Estimating(by=by), effort=Effort())


def test_a_party_is_never_imputed_and_whoever_has_none_is_counted_beside():
    accused = [record("Registry", n, accused="the Front") for n in range(4)]
    silent = [record("Monitors", n) for n in range(10, 13)]
    found = Linkages(lists(*accused, *silent)).at(0.0)
    strata = stratified(case(("party",)), found, [found, found])
    assert {name: each.counts for name, each in strata.standing.items()} == {"party=pty_front": {"100": 4}}
    assert strata.aside == 3


def test_what_else_is_not_said_is_drawn_anew_for_every_linkage():
    said = [record("Registry", n, sex=Sex.FEMALE if n % 2 else Sex.MALE) for n in range(40)]
    silent = [record("Registry", n) for n in range(50, 90)]
    found = Linkages(lists(*said, *silent)).at(0.0)
    strata = stratified(case(("sex",)), found, [found] * 6)
    women = [each.counts["100"] for each in strata.replicates["sex=female"]]
    assert len(set(women)) > 1 and all(20 <= each <= 60 for each in women)
    men = [each.counts["100"] for each in strata.replicates["sex=male"]]
    assert {one + other for one, other in zip(women, men, strict=True)} == {80}
    assert strata.aside == 0


def fitted(tables, effort):
    """Every model says that there are twice as many."""
    found = [sum(each.counts.values()) for each in tables]
    return [Fit(documented=n, draws={model: np.full(1000, 2.0 * n) for model in IN_RANGE}) for n in found]


def test_documented_is_counted_as_records_are_linked_now_and_a_sum_says_who_is_in_no_stratum():
    accused = [record("Registry", n, accused="the Front" if n < 4 else "the Guard") for n in range(9)]
    found = Linkages(lists(*accused, record("Monitors", 9))).at(0.0)
    strata = stratified(case(("party",)), found, [found[1:]] * 2)
    estimates = of_strata(case(("party",)), strata, NAMES, fitted)
    headlines = {each.stratum: each for each in estimates if each.model == "range_over_models"}
    assert {name: each.documented for name, each in headlines.items()} == {
        "party=pty_front": 4,
        "party=pty_guard": 5,
        "sum of strata": 9,
    }
    assert headlines["sum of strata"].diagnostics["in_no_stratum"] == 1
    assert headlines["sum of strata"].range_over_models == (16.0, 16.0)
