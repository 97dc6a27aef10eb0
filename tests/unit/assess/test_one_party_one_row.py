"""One party under two names, and two that one word would make one."""

import pytest

from sijill.model.party import Actor, Role
from tests.unit.assess.test_attribution import accused
from tests.unit.link.claims import PARTIES, said

PARTY_IDS = set(PARTIES)


def test_units_with_numbers_are_told_apart_by_them():
    one, other = (said("a", "shelling", by=(f"Battalion {n}",), at=n, number="4") for n in (41, 7))
    assert accused(one, other) == ["Battalion 41", "Battalion 7"]


def test_a_unit_with_a_number_is_no_mere_description():
    named, unit = said("a", "shelling", by=("fre",), number="4"), said("a", "shelling", by=("Brigade 7",), at=60)
    assert accused(named, unit) == ["Brigade 7", "fre"]


def test_those_who_fight_for_a_group_that_their_report_names_are_the_group():
    group = said("a", "shelling", by=("the Hawks of Orra",), number="4")
    loyal = said("a", "shelling", by=("Hawks of Orra loyalists",), at=60, number="4")
    assert accused(group, loyal) == ["the Hawks of Orra"]


@pytest.mark.parametrize(
    "words", ["Hawk sympathisers", "former Hawk fighters", "Hawk Valley fighters", "Hawk-linked gunmen"]
)
def test_others_whose_name_begins_so_are_not_the_group(words):
    group, others = said("a", "shelling", by=("the Hawk",), number="4"), said("a", "shelling", by=(words,), at=60)
    assert set(accused(group, others)) == {"the Hawk", words}


def test_those_who_fight_for_a_group_stay_where_another_report_names_it_or_one_claim_tells_of_both():
    loyal = said("a", "shelling", by=("Hawk loyalists",), number="4")
    elsewhere = said("b", "shelling", by=("the Hawks",), at=60, number="4")
    assert set(accused(loyal, elsewhere)) == {"Hawk loyalists", "the Hawks"}
    assert set(accused(said("a", "shelling", by=("the Hawks", "Hawk loyalists"), number="4"))) == {
        "Hawk loyalists",
        "the Hawks",
    }


def test_those_who_fight_for_a_group_of_the_tables_are_the_group_and_those_loyal_to_a_state_are_not_it():
    loyal, others = (said("a", "shelling", by=(f"{PARTIES[p].name} loyalists",), at=60) for p in ("fre", "nor"))
    assert accused(said("a", "shelling", by=("fre",), number="4"), loyal) == ["fre"]
    assert len(accused(said("a", "shelling", by=("nor",), number="4"), others)) == 2


def test_soldiers_who_fought_beside_their_state_against_a_group_are_no_third_side():
    def side(party):
        return Actor(name=party, party=party if party in PARTY_IDS else None, role=Role.JOINT)

    attack = said("a", "armed_clash", by=("fre",), number="90")
    sides = said("a", "armed_clash", by=[side("nor")], at=60, number="90")
    told = said("a", "armed_clash", by=[side("soldiers guards")], at=120, number="90")
    assert accused(attack, sides, told) == ["fre", "nor"]
    assert set(accused(sides, told)) == {"nor", "soldiers guards"}
