"""Who is accused: parties, not weapons; of the harm, not of what is told beside it."""

from dataclasses import replace

import pytest

from sijill.assess.attribution import attribution
from sijill.assess.testimony import testimony as heard
from sijill.model.party import Actor, Role
from tests.unit.link.claims import PARTIES, documents, said, victims


def accused(*claims, parties=PARTIES):
    told = [heard(each, origins={}, documents=documents(claims), outlets={}) for each in claims]
    return [row.party for row in attribution(told, (), parties) if row.accused_by]


def test_a_weapon_without_more_is_with_what_it_was_done_and_nobody_who_did_it():
    strike = said("a", "airstrike", by=("nor", "Warplanes"), number="4")
    blast = said("a", "bombing", by=("a suicide bomber",), at=60, number="4")
    assert accused(strike, blast) == ["nor"]


def test_men_with_weapons_are_somebody():
    assert accused(said("a", "shooting", by=("three gunmen",), number="4")) == ["three gunmen"]


def test_a_label_told_of_one_and_of_several_is_one_row():
    attack = said("a", "shelling", by=("A terrorist",), number="4")
    again = said("b", "shelling", by=("two terrorists",), number="4")
    assert accused(attack, again) == ["A terrorist"]


def test_another_act_told_beside_the_harm_accuses_nobody_of_it():
    """Eleven died in clashes; that the Free Coast was backed by strikes says nothing of who killed them."""
    clash = said("a", "armed_clash", by=("nor",), number="11")
    beside = said("a", "airstrike", "none", by=("fre",), at=60, number=None)
    assert accused(clash, beside) == ["nor"]


def test_shelling_told_of_an_air_strike_that_killed_accuses_who_shelled():
    strike = said("a", "airstrike", by=(), number="11")
    beside = said("a", "shelling", "none", by=("fre",), at=60, number=None)
    assert accused(strike, beside) == ["fre"]


def of_a_fight(*sides):
    actors = [Actor(name=side, party=side, role=Role.JOINT) for side in sides]
    return said("a", "armed_clash", by=actors, number="63", victims=victims(f"63 fighters of {sides[0]}"))


def test_two_that_lost_fighters_in_one_fight_are_its_sides():
    assert accused(of_a_fight("nor", "fre")) == ["fre", "nor"]


def test_two_allies_that_lost_fighters_in_one_fight_are_one_side_and_who_harmed_them_is_not_said():
    assert accused(of_a_fight("nor", "est")) == []


def test_who_acted_beside_the_harm_is_not_accused_of_it_where_the_report_names_who_harmed():
    harm = said("a", "shelling", by=("fre",), number="11")
    beside = said("a", "shelling", "none", by=("nor",), at=60, number=None)
    assert accused(harm, beside) == ["fre"]


def test_another_report_that_lays_the_same_act_to_somebody_accuses_him():
    harm = said("a", "shelling", by=("fre",), number="11")
    other = said("b", "shelling", "none", by=("nor",), number=None)
    assert accused(harm, other) == ["fre", "nor"]


def test_what_a_party_lays_to_its_enemy_is_an_accusation_whoever_else_is_named():
    harm = said("a", "chemical_attack", by=("nor",), number="11")
    answer = said("a", "chemical_attack", "none", by=("fre",), at=60, number=None, voice=("Norland/official/nor",))
    assert accused(harm, answer) == ["nor", "fre"]


GROUP = [
    "the extremist group",
    "Suspected Islamist militants",
    "gunmen",
    "two armed men",
    "rebels",
    "opposition fighters",
]
STATE = ["soldiers", "police", "government troops", "regime forces"]
ALONE = {**PARTIES, "sol": replace(PARTIES["nor"], id="sol", name="Solland", allies=())}


@pytest.mark.parametrize(("one", "words"), [*(("fre", each) for each in GROUP), *(("sol", each) for each in STATE)])
def test_a_description_beside_the_one_party_of_its_kind_that_the_report_names_is_no_other(one, words):
    named = said("a", "execution", by=(Actor(name=one, party=one),), number="3")
    described = said("a", "execution", by=(words,), at=60, number="3")
    assert accused(named, described, parties=ALONE) == [one]
    assert accused(described) == [words]
    elsewhere = replace(described, document="b")
    assert accused(named, elsewhere, parties=ALONE) == sorted([one, words])


@pytest.mark.parametrize(
    "words", ["unknown gunmen", "unidentified gunmen", "the other armed group", "the other", "others"]
)
def test_that_it_was_nobody_named_is_a_word_on_who_it_was(words):
    named = said("a", "shooting", by=("fre",), number="3")
    assert sorted(accused(named, said("a", "shooting", by=(words,), at=60, number="3"))) == sorted(["fre", words])


def test_soldiers_beside_one_of_two_allies_may_be_the_others():
    named = said("a", "airstrike", by=("est",), number="3")
    assert accused(named, said("a", "airstrike", by=("soldiers",), at=60, number="3")) == ["est", "soldiers"]


def test_rebels_who_fought_the_one_group_that_is_named_are_the_other_side():
    fight = [Actor(name="fre", party="fre", role=Role.JOINT), Actor(name="rebels", role=Role.JOINT)]
    assert accused(said("a", "armed_clash", by=fight, number="9")) == ["fre", "rebels"]


def test_what_one_report_names_takes_no_accusation_from_another():
    harm = said("a", "shelling", by=("nor",), number="11")
    other = said("b", "bombing", "none", by=("fre",), number=None)
    assert accused(harm, other) == ["fre", "nor"]


def test_another_voice_that_lays_the_same_act_to_another_accuses_him():
    harm = said("a", "shelling", by=("nor",), number="11", voice=("residents/local/",))
    other = said("a", "shelling", "none", by=("fre",), at=60, number=None, voice=("a monitor/ngo/",))
    assert accused(harm, other) == ["fre", "nor"]


def test_fighters_beside_the_sides_of_a_fight_that_are_named_are_no_third_side():
    fight = [
        Actor(name=each, party=each if len(each) == 3 else None, role=Role.JOINT) for each in ("fre", "gul", "gunmen")
    ]
    groups = {**PARTIES, "gul": replace(PARTIES["fre"], id="gul", name="Gull Guard")}
    assert accused(said("a", "armed_clash", by=fight, number="9"), parties=groups) == ["fre", "gul"]


def test_a_description_of_fighters_is_not_the_army_that_is_named():
    army = said("a", "shelling", by=("nor",), number="3")
    assert accused(army, said("b", "shelling", by=("militants",), number="3")) == ["militants", "nor"]
