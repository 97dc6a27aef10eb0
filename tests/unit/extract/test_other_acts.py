"""Abductions, sieges, aid, attacks without a number; means and modality."""

import pytest

from tests.unit.extract.rows import one_claim


@pytest.mark.parametrize(
    ("report", "act", "harm", "number", "actor", "where"),
    [
        ("Column gunmen abducted six teachers in Tarn.", "abduction", "abducted", "6", "Column gunmen", "Tarn"),
        (
            "Thirty students were kidnapped in Tarn by the Red Column.",
            "abduction",
            "abducted",
            "30",
            "the Red Column",
            "Tarn",
        ),
        (
            "Varran forces arrested 45 people in Old Harbour.",
            "detention",
            "detained",
            "45",
            "Varran forces",
            "Old Harbour",
        ),
        ("At least 45 people were detained in Old Harbour.", "detention", "detained", "45", "", "Old Harbour"),
        (
            "The abduction of 30 students by Column gunmen in Tarn shocked the island.",
            "abduction",
            "abducted",
            "30",
            "Column gunmen",
            "Tarn",
        ),
        ("Twelve fishermen went missing in Old Harbour.", "other", "missing", "12", "", "Old Harbour"),
        ("The Red Column is holding 17 aid workers in Tarn.", "detention", "detained", "17", "The Red Column", "Tarn"),
        (
            "Column fighters took 20 villagers hostage in Tarn.",
            "abduction",
            "abducted",
            "20",
            "Column fighters",
            "Tarn",
        ),
        (
            "Column gunmen who abducted six teachers in Tarn released two of them.",
            "abduction",
            "abducted",
            "6",
            "Column gunmen",
            "Tarn",
        ),
    ],
)
def test_people_are_taken(reads_as, report, act, harm, number, actor, where):
    reads_as(report, one_claim(act=act, harm=harm, number=number, actor=actor, where=where))


@pytest.mark.parametrize(
    ("report", "act", "harm", "number", "hedge"),
    [
        ("Fighting has displaced 20,000 people in the north.", "armed_clash", "displaced", "20000", "exact"),
        ("About 3,000 families have fled Kessa.", "displacement", "displaced", "3000", "about"),
        (
            "More than 900 people were forced to flee their homes in Tarn.",
            "displacement",
            "displaced",
            "900",
            "more_than",
        ),
    ],
)
def test_people_are_driven_out(reads_as, report, act, harm, number, hedge):
    reads_as(report, one_claim(act=act, harm=harm, number=number, hedge=hedge))


@pytest.mark.parametrize(
    ("report", "act", "harm", "actor", "where"),
    [
        ("The Varran army has besieged Kessa since March.", "siege", "deprived", "The Varran army", "Kessa"),
        ("Kessa has been under siege by the Red Column since March.", "siege", "deprived", "the Red Column", "Kessa"),
        (
            "The Varran army prevented food and medicine from entering Kessa.",
            "aid_obstruction",
            "deprived",
            "The Varran army",
            "Kessa",
        ),
        (
            "The Red Column blocked an aid convoy from reaching Kessa.",
            "aid_obstruction",
            "deprived",
            "The Red Column",
            "Kessa",
        ),
        ("The Red Column cut off water to Kessa.", "deprivation", "deprived", "The Red Column", "Kessa"),
    ],
)
def test_a_siege_deprives(reads_as, report, act, harm, actor, where):
    reads_as(report, one_claim(act=act, harm=harm, actor=actor, where=where))


@pytest.mark.parametrize(
    ("report", "act", "harm", "actor", "where"),
    [
        ("Ostmark airdropped food and medicine over Kessa.", "aid_delivery", "none", "Ostmark", "Kessa"),
        ("Food was delivered to Kessa by the Harbour Monitor.", "aid_delivery", "none", "the Harbour Monitor", "Kessa"),
    ],
)
def test_aid_is_brought(reads_as, report, act, harm, actor, where):
    reads_as(report, one_claim(act=act, harm=harm, actor=actor, where=where))


@pytest.mark.parametrize(
    ("report", "act", "harm", "number", "actor", "where"),
    [
        ("Ostmark jets bombed Kessa.", "airstrike", "none", "", "Ostmark jets", "Kessa"),
        ("The Varran army shelled Kessa.", "shelling", "none", "", "The Varran army", "Kessa"),
        ("Air strikes hit Kessa.", "airstrike", "none", "", "", "Kessa"),
        ("The Red Column seized Old Harbour.", "territorial_control", "none", "", "The Red Column", "Old Harbour"),
        ("The Varran army used chlorine gas in Kessa.", "chemical_attack", "none", "", "The Varran army", "Kessa"),
        ("Column fighters looted shops in Kessa.", "looting", "none", "", "Column fighters", "Kessa"),
        ("Varran warplanes destroyed a school in Kessa.", "destruction", "none", "", "Varran warplanes", "Kessa"),
        ("Varran forces tortured detainees in Old Harbour.", "torture", "none", "", "Varran forces", "Old Harbour"),
        ("Column fighters raped women in Tarn.", "sexual_violence", "none", "", "Column fighters", "Tarn"),
        (
            "The Red Column clashed with Varran forces in Tarn.",
            "armed_clash",
            "none",
            "",
            "The Red Column, Varran forces",
            "Tarn",
        ),
    ],
)
def test_an_act_without_a_number_is_a_claim(reads_as, report, act, harm, number, actor, where):
    reads_as(report, one_claim(act=act, harm=harm, number=number, actor=actor, where=where))


@pytest.mark.parametrize(
    ("report", "act", "number", "means"),
    [
        ("Varran helicopters dropped barrel bombs on Kessa, killing three people.", "airstrike", "3", "barrel bombs"),
        ("The Varran army killed 20 people in Kessa with cluster munitions.", "killing", "20", "cluster munitions"),
        ("A roadside bomb killed three people in Tarn.", "bombing", "3", "roadside bomb"),
    ],
)
def test_the_means_are_as_said(reads_as, report, act, number, means):
    reads_as(report, one_claim(act=act, number=number, means=means))


@pytest.mark.parametrize(
    ("report", "harm", "number", "actor", "said_to_be"),
    [
        (
            "Indiscriminate shelling by the Varran army killed 12 people in Kessa.",
            "killed",
            "12",
            "the Varran army",
            "indiscriminate",
        ),
        (
            "The siege of Kessa by the Varran army amounts to collective punishment.",
            "deprived",
            "",
            "the Varran army",
            "collective punishment",
        ),
    ],
)
def test_what_the_speaker_calls_it_is_kept(reads_as, report, harm, number, actor, said_to_be):
    reads_as(report, one_claim(harm=harm, number=number, actor=actor, said_to_be=said_to_be))


@pytest.mark.parametrize(
    ("report", "act", "harm", "number", "actor", "modality"),
    [
        ("The Red Column threatened to kill 40 hostages.", "killing", "killed", "40", "The Red Column", "threatened"),
        ("The Varran army plans to bomb Kessa.", "bombing", "none", "", "The Varran army", "planned"),
        ("The Varran army regularly shells Kessa.", "shelling", "none", "", "The Varran army", "habitual"),
        ("An assault on Kessa could kill thousands of people.", "killing", "killed", "", "", "hypothetical"),
    ],
)
def test_modality_is_as_said(reads_as, report, act, harm, number, actor, modality):
    reads_as(report, one_claim(act=act, harm=harm, number=number, actor=actor, modality=modality))


@pytest.mark.parametrize(
    ("report", "act", "harm", "number", "actor"),
    [
        ("Thirteen detainees died under torture in Old Harbour.", "torture", "killed", "13", ""),
        (
            "The Varran government executed two men by hanging in Old Harbour.",
            "execution",
            "killed",
            "2",
            "The Varran government",
        ),
        ("Some 4,000 people are besieged in Kessa by the Varran army.", "siege", "deprived", "4000", "the Varran army"),
        ("The Red Column kidnapped an aid worker in Tarn.", "abduction", "abducted", "1", "The Red Column"),
        ("The aid worker Orla Finn was kidnapped in Tarn.", "abduction", "abducted", "1", ""),
    ],
)
def test_prisons_torture_and_executions(reads_as, report, act, harm, number, actor):
    reads_as(report, one_claim(act=act, harm=harm, number=number, actor=actor))


@pytest.mark.parametrize(
    ("report", "claims"),
    [
        (
            "Varran forces detained more than 300 people, including 12 journalists, in Kessa.",
            """
            act       | harm     | number | actor
            ----------+----------+--------+--------------
            detention | detained | 300    | Varran forces
            detention | detained | 12     | Varran forces
            """,
        ),
    ],
)
def test_prisons_torture_and_executions_each_for_itself(reads_as, report, claims):
    reads_as(report, claims)
