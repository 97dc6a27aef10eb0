"""Sentences that lean on earlier ones; old events told again; what is only feared."""

import pytest

from tests.unit.extract.rows import NO_CLAIM, one_claim


@pytest.mark.parametrize(
    ("report", "act", "harm", "number", "actor", "where", "when"),
    [
        (
            "Varran forces entered Tarn on Monday. Nine villagers were killed.",
            "killing",
            "killed",
            "9",
            "",
            "Tarn",
            "Monday",
        ),
    ],
)
def test_later_sentences_lean_on_earlier_ones(reads_as, report, act, harm, number, actor, where, when):
    reads_as(report, one_claim(act=act, harm=harm, number=number, actor=actor, where=where, when=when))


@pytest.mark.parametrize(
    ("report", "claims"),
    [
        (
            "Column gunmen attacked Tarn on Monday. They killed nine villagers.",
            """
            act     | harm   | number | actor         | where | when
            --------+--------+--------+---------------+-------+-------
            other   | none   |        | Column gunmen | Tarn  | Monday
            killing | killed | 9      | Column gunmen | Tarn  | Monday
            """,
        ),
        (
            "Ostmark jets bombed Kessa on Monday. The strikes killed 12 people.",
            """
            act       | harm   | number | actor        | where | when
            ----------+--------+--------+--------------+-------+-------
            airstrike | none   |        | Ostmark jets | Kessa | Monday
            airstrike | killed | 12     | Ostmark jets | Kessa | Monday
            """,
        ),
        (
            "An air strike hit a market in Kessa on Monday. At least 12 people were killed.",
            """
            act       | harm   | number | actor | where | when
            ----------+--------+--------+-------+-------+-------
            airstrike | none   |        |       | Kessa | Monday
            airstrike | killed | 12     |       | Kessa | Monday
            """,
        ),
        (
            "The Red Column killed nine villagers in Tarn on Monday. The army shelled Kessa.",
            """
            act      | harm   | number | actor          | where | when
            ---------+--------+--------+----------------+-------+-------
            killing  | killed | 9      | The Red Column | Tarn  | Monday
            shelling | none   |        | The army       | Kessa |
            """,
        ),
        (
            "The Red Column killed nine villagers in Tarn. Shelling killed three people in Kessa.",
            """
            act      | harm   | number | actor          | where | when
            ---------+--------+--------+----------------+-------+-----
            killing  | killed | 9      | The Red Column | Tarn  |
            shelling | killed | 3      |                | Kessa |
            """,
        ),
    ],
)
def test_later_sentences_lean_on_earlier_ones_each_for_itself(reads_as, report, claims):
    reads_as(report, claims)


@pytest.mark.parametrize(
    ("report", "act", "harm", "number", "where", "when", "modality"),
    [
        (
            "In August 2029 the Red Column executed about 700 people in Tarn.",
            "execution",
            "killed",
            "700",
            "Tarn",
            "August 2029",
            "actual",
        ),
        (
            "Two years ago an air strike killed 40 people in Kessa.",
            "airstrike",
            "killed",
            "40",
            "Kessa",
            "Two years ago",
            "actual",
        ),
        (
            "Twelve fishermen are missing, presumed dead, in Old Harbour.",
            "other",
            "missing",
            "12",
            "Old Harbour",
            "",
            "actual",
        ),
        ("The Red Column vowed to attack Kessa.", "other", "none", "", "Kessa", "", "threatened"),
    ],
)
def test_old_events_told_again_and_events_only_feared(reads_as, report, act, harm, number, where, when, modality):
    reads_as(report, one_claim(act=act, harm=harm, number=number, where=where, when=when, modality=modality))


@pytest.mark.parametrize(
    "report",
    [
        "An attempt to kill the governor failed in Kessa.",
    ],
)
def test_old_events_told_again_and_events_only_feared_and_these_hold_nothing(reads_as, report):
    reads_as(report, NO_CLAIM)
