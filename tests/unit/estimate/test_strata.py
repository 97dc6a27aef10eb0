"""Persons in strata, lists with a scope, traits that are not said."""

import pytest

from sijill.estimate.gates import cautions, refusal
from sijill.estimate.overlap import documented
from sijill.estimate.strata import Held, NotAStratum, by_stratum, imputed
from sijill.model.estimate import ListScope

LISTS = ("hospital", "press", "families")


def held(lists, **traits):
    return Held(lists=frozenset(lists.split()), traits=traits)


PERSONS = [
    held("hospital press", place="Kessa", sex="female"),
    held("press", place="Kessa", sex="male"),
    held("families", place="Tarn", sex="male"),
    held("families press", place="Tarn", sex=None),
    held("hospital", place=None, sex="female"),
]


def test_each_stratum_has_an_overlap_and_whoever_lacks_the_trait_is_in_none():
    found = by_stratum(PERSONS, LISTS, ["place"])
    assert {name: each.counts for name, each in found.items()} == {
        "place=Kessa": {"010": 1, "110": 1},
        "place=Tarn": {"001": 1, "011": 1},
    }


def test_strata_by_two_traits_bear_both():
    assert list(by_stratum(PERSONS, LISTS, ["place", "sex"])) == [
        "place=Kessa, sex=female",
        "place=Kessa, sex=male",
        "place=Tarn, sex=male",
    ]


def test_a_list_that_could_not_see_a_stratum_is_no_list_of_it():
    scopes = [ListScope(list="hospital", sees={"place": ("Kessa",)}, rule="brought to the hospital of Kessa")]
    tarn = by_stratum(PERSONS, LISTS, ["place"], scopes=scopes)["place=Tarn"]
    assert tarn.lists == ("press", "families")
    assert tarn.outside == ("hospital",)
    assert tarn.counts == {"01": 1, "11": 1}
    assert "lists_outside" in {each.code for each in cautions(tarn)}
    assert refusal(tarn).code == "two_lists"


def test_a_scope_by_another_trait_is_no_limit():
    scopes = [ListScope(list="hospital", sees={"sex": ("female",)})]
    assert by_stratum(PERSONS, LISTS, ["place"], scopes=scopes)["place=Tarn"].lists == LISTS


def test_a_stratum_that_one_list_could_see_is_counted_and_refused():
    scopes = [ListScope(list=name, sees={"place": ("Kessa",)}) for name in ("hospital", "press")]
    tarn = by_stratum(PERSONS, LISTS, ["place"], scopes=scopes)["place=Tarn"]
    assert documented(tarn) == 2
    assert refusal(tarn).code == "two_lists"


def test_strata_by_the_lists_themselves_are_refused():
    with pytest.raises(NotAStratum, match="before anybody was listed"):
        by_stratum(PERSONS, LISTS, ["lists"])


def test_a_missing_trait_is_taken_from_somebody_on_the_same_lists():
    persons = [
        *[held("press", place="Kessa")] * 30,
        *[held("families", place="Tarn")] * 30,
        held("press", place=None),
        held("families", place=None),
    ]
    for seed in range(5):
        filled = imputed(persons, ["place"], seed=seed)
        assert [each.traits["place"] for each in filled[-2:]] == ["Kessa", "Tarn"]


def test_imputations_differ_by_seed_and_keep_what_was_said():
    persons = [held("press", place=place) for place in ("Kessa", "Tarn")] * 20 + [held("press", place=None)] * 20
    ways = [[each.traits["place"] for each in imputed(persons, ["place"], seed=seed)] for seed in (1, 1, 2)]
    assert ways[0] == ways[1] != ways[2]
    assert ways[0][:40] == ["Kessa", "Tarn"] * 20


def test_who_did_it_is_never_imputed():
    with pytest.raises(NotAStratum, match="never imputed"):
        imputed([held("press", party=None), held("press", party="Front")], ["party"], seed=0)


def test_a_trait_said_of_nobody_cannot_be_imputed():
    with pytest.raises(NotAStratum, match="said of nobody"):
        imputed([held("press", place=None)], ["place"], seed=0)
