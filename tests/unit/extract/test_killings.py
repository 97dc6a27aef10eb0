"""Killed and injured, in every construction of a news report."""

import pytest

from tests.unit.extract.rows import one_claim


@pytest.mark.parametrize(
    ("report", "act", "harm", "number", "actor", "where"),
    [
        ("The Red Column killed 12 civilians in Kessa.", "killing", "killed", "12", "The Red Column", "Kessa"),
        ("Varran forces shot dead three farmers in Tarn.", "shooting", "killed", "3", "Varran forces", "Tarn"),
        ("Gunmen killed five people in Kessa.", "killing", "killed", "5", "Gunmen", "Kessa"),
        (
            "Ostmark jets bombed a hospital in Old Harbour, killing nine patients.",
            "airstrike",
            "killed",
            "9",
            "Ostmark jets",
            "Old Harbour",
        ),
        ("Air strikes killed 16 people in Kessa.", "airstrike", "killed", "16", "", "Kessa"),
        ("Shelling killed 16 people in Kessa.", "shelling", "killed", "16", "", "Kessa"),
        ("A car bomb killed 18 people in Old Harbour.", "bombing", "killed", "18", "", "Old Harbour"),
        ("Ostmark air strikes killed 16 people in Kessa.", "airstrike", "killed", "16", "Ostmark", "Kessa"),
        (
            "An air strike by the Ostmark air force killed 16 people in Kessa.",
            "airstrike",
            "killed",
            "16",
            "the Ostmark air force",
            "Kessa",
        ),
        (
            "The Red Column executed nine captives in North Tarn.",
            "execution",
            "killed",
            "9",
            "The Red Column",
            "North Tarn",
        ),
        (
            "Column gunmen opened fire on a bus in Tarn, killing seven passengers.",
            "shooting",
            "killed",
            "7",
            "Column gunmen",
            "Tarn",
        ),
        (
            "A mortar round fired by the Red Column killed a girl in Kessa.",
            "shelling",
            "killed",
            "1",
            "the Red Column",
            "Kessa",
        ),
        ("The attack claimed the lives of 11 people in Kessa.", "killing", "killed", "11", "", "Kessa"),
        (
            "Snipers of the Varran army have killed eight people in Kessa.",
            "shooting",
            "killed",
            "8",
            "Snipers of the Varran army",
            "Kessa",
        ),
        (
            "The Varran army and Ostmark forces killed 33 people in Kessa.",
            "killing",
            "killed",
            "33",
            "The Varran army, Ostmark forces",
            "Kessa",
        ),
    ],
)
def test_who_killed_whom_in_the_active_voice(reads_as, report, act, harm, number, actor, where):
    reads_as(report, one_claim(act=act, harm=harm, number=number, actor=actor, where=where))


@pytest.mark.parametrize(
    ("report", "act", "harm", "number", "actor", "where"),
    [
        (
            "Twelve civilians were killed by the Red Column in Kessa.",
            "killing",
            "killed",
            "12",
            "the Red Column",
            "Kessa",
        ),
        (
            "At least 20 people were killed in an air strike on a bakery in Tarn.",
            "airstrike",
            "killed",
            "20",
            "",
            "Tarn",
        ),
        (
            "Four people were killed in shelling by the Varran army on Kessa.",
            "shelling",
            "killed",
            "4",
            "the Varran army",
            "Kessa",
        ),
        ("Six people were killed when Ostmark jets bombed Kessa.", "airstrike", "killed", "6", "Ostmark jets", "Kessa"),
        (
            "Six people were killed when a bomb exploded at a market in Old Harbour.",
            "bombing",
            "killed",
            "6",
            "",
            "Old Harbour",
        ),
        ("Three men were gunned down in Kessa.", "shooting", "killed", "3", "", "Kessa"),
        (
            "Eleven villagers were massacred in Tarn by Column fighters.",
            "killing",
            "killed",
            "11",
            "Column fighters",
            "Tarn",
        ),
        ("Thirty prisoners have reportedly been executed in Tarn.", "execution", "killed", "30", "", "Tarn"),
        ("Two boys were shot and killed in Kessa.", "shooting", "killed", "2", "", "Kessa"),
        ("Two boys were killed by a landmine in Kessa.", "bombing", "killed", "2", "", "Kessa"),
        ("A boy was killed by sniper fire in Kessa.", "shooting", "killed", "1", "", "Kessa"),
        (
            "Seven people died when Varran warplanes struck a market in Old Harbour.",
            "airstrike",
            "killed",
            "7",
            "Varran warplanes",
            "Old Harbour",
        ),
        ("Nine people lost their lives in the bombing of Kessa.", "bombing", "killed", "9", "", "Kessa"),
    ],
)
def test_who_was_killed_by_whom_in_the_passive_voice(reads_as, report, act, harm, number, actor, where):
    reads_as(report, one_claim(act=act, harm=harm, number=number, actor=actor, where=where))


@pytest.mark.parametrize(
    ("report", "act", "harm", "number", "actor", "where"),
    [
        ("Shells fell on Kessa, killing four people.", "shelling", "killed", "4", "", "Kessa"),
        (
            "Varran warplanes struck a market in Kessa, leaving 13 people dead.",
            "airstrike",
            "killed",
            "13",
            "Varran warplanes",
            "Kessa",
        ),
        ("An explosion in Kessa left five people dead.", "bombing", "killed", "5", "", "Kessa"),
        ("The air strike, which killed 14 people, hit a school in Kessa.", "airstrike", "killed", "14", "", "Kessa"),
        (
            "The shelling that killed eight people in Tarn was carried out by the Red Column.",
            "shelling",
            "killed",
            "8",
            "the Red Column",
            "Tarn",
        ),
        ("Eight people killed in Tarn were buried on Sunday.", "killing", "killed", "8", "", "Tarn"),
        ("A drone strike in Kessa killed a driver whose truck carried flour.", "airstrike", "killed", "1", "", "Kessa"),
    ],
)
def test_participles_and_relative_clauses_carry_the_harm_of_an_act(reads_as, report, act, harm, number, actor, where):
    reads_as(report, one_claim(act=act, harm=harm, number=number, actor=actor, where=where))


@pytest.mark.parametrize(
    ("report", "act", "harm", "number", "actor", "where"),
    [
        (
            "The killing of 12 prisoners by the Red Column in Tarn shocked the island.",
            "killing",
            "killed",
            "12",
            "the Red Column",
            "Tarn",
        ),
        ("Protests followed the deaths of four children in Tarn.", "killing", "killed", "4", "", "Tarn"),
        (
            "The execution of nine captives by Column fighters in Tarn drew anger.",
            "execution",
            "killed",
            "9",
            "Column fighters",
            "Tarn",
        ),
        ("The massacre of 40 villagers in North Tarn was filmed.", "killing", "killed", "40", "", "North Tarn"),
        ("An air strike on Kessa resulted in the deaths of three nurses.", "airstrike", "killed", "3", "", "Kessa"),
        ("There were 15 deaths in Kessa.", "killing", "killed", "15", "", "Kessa"),
    ],
)
def test_nouns_name_the_harm_too(reads_as, report, act, harm, number, actor, where):
    reads_as(report, one_claim(act=act, harm=harm, number=number, actor=actor, where=where))


@pytest.mark.parametrize(
    ("report", "act", "harm", "number", "hedge"),
    [
        ("The shelling of Tarn caused 25 casualties.", "shelling", "casualties", "25", "exact"),
    ],
)
def test_the_killed_and_the_injured_are_two_claims_of_one_act(reads_as, report, act, harm, number, hedge):
    reads_as(report, one_claim(act=act, harm=harm, number=number, hedge=hedge))


@pytest.mark.parametrize(
    ("report", "claims"),
    [
        (
            "Shelling killed 5 people and wounded 12 in Tarn.",
            """
            act      | harm    | number | hedge
            ---------+---------+--------+------
            shelling | killed  | 5      | exact
            shelling | injured | 12     | exact
            """,
        ),
        (
            "Eight people were killed and 30 others wounded in shelling of Old Harbour.",
            """
            act      | harm    | number | hedge
            ---------+---------+--------+------
            shelling | killed  | 8      | exact
            shelling | injured | 30     | exact
            """,
        ),
        (
            "A car bomb in Kessa killed at least 18 people and injured more than 40.",
            """
            act     | harm    | number | hedge
            --------+---------+--------+----------
            bombing | killed  | 18     | at_least
            bombing | injured | 40     | more_than
            """,
        ),
        (
            "An explosion in Kessa left five dead and 12 injured.",
            """
            act     | harm    | number | hedge
            --------+---------+--------+------
            bombing | killed  | 5      | exact
            bombing | injured | 12     | exact
            """,
        ),
        (
            "An air strike on Tarn killed 9 people and left dozens wounded.",
            """
            act       | harm    | number | hedge
            ----------+---------+--------+------
            airstrike | killed  | 9      | exact
            airstrike | injured |        | vague
            """,
        ),
        (
            "An air strike on Tarn killed 9 people, wounding 20 others.",
            """
            act       | harm    | number | hedge
            ----------+---------+--------+------
            airstrike | killed  | 9      | exact
            airstrike | injured | 20     | exact
            """,
        ),
        (
            "Shelling in Tarn left 3 dead, 10 wounded and 2 missing.",
            """
            act      | harm    | number | hedge
            ---------+---------+--------+------
            shelling | killed  | 3      | exact
            shelling | injured | 10     | exact
            shelling | missing | 2      | exact
            """,
        ),
    ],
)
def test_the_killed_and_the_injured_are_two_claims_of_one_act_each_for_itself(reads_as, report, claims):
    reads_as(report, claims)
