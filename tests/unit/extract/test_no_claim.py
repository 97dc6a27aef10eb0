"""Sentences that harm nobody, however they sound."""

import pytest

from tests.unit.extract.rows import NO_CLAIM, one_claim


@pytest.mark.parametrize(
    "report",
    [
        "Parliament killed the bill in Kessa by 40 votes to 12.",
        "The striker shot wide and Kessa were beaten 3-1.",
        "The team from Tarn executed 12 perfect passes.",
        "Fans were dying to see the 20 new players.",
        "The minister launched an attack on his 14 critics in the press.",
        "Prices exploded in Old Harbour, where bread costs 12 shillings.",
        "The singer took Kessa by storm with 30 songs.",
        "The deadline was missed by 12 days.",
        "Two members of the jury fell ill in Kessa.",
        "The company fired 300 workers in Kessa.",
        "About 200 people work in the port of Old Harbour.",
        "More than 5,000 people live in Tarn.",
        "Doctors in Kessa performed 40 operations on Monday.",
        "Sales hit 12 million in Tarn.",
        "He said the news struck him as odd.",
        "The court will hear 12 witnesses on Tuesday.",
        "The talks died after 12 hours.",
        "The raid on the fridge left two brothers full.",
        "Twelve ships arrived in Old Harbour.",
        "The two sides held 12 hours of talks in Tarn.",
        "Five people were rescued from the rubble in Kessa.",
        "The engine died in Kessa and 40 passengers waited.",
        "The bomb disposal team trained 20 students in Kessa.",
        "The film, shot in Kessa, employed 300 people.",
        "Eleven candidates were shortlisted in Tarn.",
        "The drought killed the crops of 40 farmers.",
    ],
)
def test_a_figure_of_speech_harms_nobody(reads_as, report):
    reads_as(report, NO_CLAIM)


@pytest.mark.parametrize(
    "report",
    [
        "What would a war cost?",
        "Killing civilians is a crime.",
    ],
)
def test_talk_of_killing_in_general_is_no_event(reads_as, report):
    reads_as(report, NO_CLAIM)


@pytest.mark.parametrize(
    ("report", "act", "harm", "number", "words"),
    [
        (
            "Twelve wounded soldiers were treated in Ostmark.",
            "other",
            "injured",
            "12",
            "Twelve wounded soldiers were treated in Ostmark",
        ),
        (
            "Nobody was hurt in the explosion in Kessa.",
            "bombing",
            "injured",
            "0",
            "Nobody was hurt in the explosion in Kessa",
        ),
    ],
)
def test_help_talk_and_plans_harm_nobody(reads_as, report, act, harm, number, words):
    reads_as(report, one_claim(act=act, harm=harm, number=number, words=words))


@pytest.mark.parametrize(
    "report",
    [
        "The Red Column released 12 hostages in Tarn.",
        "Aid agencies evacuated 300 people from Kessa.",
        "The army said it had intercepted a drone over Kessa.",
        "Police defused a car bomb in Old Harbour.",
        "The two sides agreed to a ceasefire in Kessa on Monday.",
        "Thousands of people protested in Old Harbour against the killings.",
        "The army has 30,000 soldiers in the north.",
        "Soldiers were ordered to hold their fire.",
        "The court sentenced three men to 12 years for the theft of a truck.",
        "The parties will hold 12 seats.",
        "Doctors saved 14 patients in Kessa.",
    ],
)
def test_help_talk_and_plans_harm_nobody_and_these_hold_nothing(reads_as, report):
    reads_as(report, NO_CLAIM)
