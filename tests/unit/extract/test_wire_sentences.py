"""Whole sentences of wire reports and headlines: every field at once."""

import pytest

from tests.unit.extract.rows import NO_CLAIM, one_claim


@pytest.mark.parametrize(
    ("report", "claims"),
    [
        (
            "KESSA (Island Post) - At least 23 civilians were killed and dozens wounded on Tuesday when "
            "Varran warplanes bombed a crowded market, medics said.",
            """
            act       | harm    | number | hedge    | actor            | where | when    | speaker
            ----------+---------+--------+----------+------------------+-------+---------+--------
            airstrike | killed  | 23     | at_least | Varran warplanes | KESSA | Tuesday | medics
            airstrike | injured |        | vague    | Varran warplanes | KESSA | Tuesday | medics
            """,
        ),
        (
            "A suicide bomber blew himself up at a checkpoint in Old Harbour on Friday, killing at least "
            "11 people and injuring 20 others, police said.",
            """
            act     | harm    | number | hedge    | actor | where       | when   | speaker
            --------+---------+--------+----------+-------+-------------+--------+--------
            bombing | killed  | 11     | at_least |       | Old Harbour | Friday | police
            bombing | injured | 20     | exact    |       | Old Harbour | Friday | police
            """,
        ),
        (
            "Unidentified gunmen shot dead a journalist outside his home in Tarn on Monday.",
            """
            act      | harm   | number | hedge | actor               | where | when   | speaker
            ---------+--------+--------+-------+---------------------+-------+--------+--------
            shooting | killed | 1      | exact | Unidentified gunmen | Tarn  | Monday |
            """,
        ),
        (
            "More than 200 people, most of them women and children, were killed by shelling in Kessa in "
            "August, the Harbour Monitor said.",
            """
            act      | harm   | number | hedge     | actor | where | when   | speaker
            ---------+--------+--------+-----------+-------+-------+--------+--------------------
            shelling | killed | 200    | more_than |       | Kessa | August | the Harbour Monitor
            """,
        ),
        (
            "Clashes between the Varran army and the Red Column in North Tarn left 17 fighters dead on Sunday.",
            """
            act         | harm   | number | hedge | actor                           | where      | when   | speaker
            ------------+--------+--------+-------+---------------------------------+------------+--------+--------
            armed_clash | killed | 17     | exact | the Varran army, the Red Column | North Tarn | Sunday |
            """,
        ),
        (
            "The United Nations said on Thursday that at least 1,400 civilians had been killed in Kessa since January.",
            """
            act     | harm   | number | hedge    | actor | where | when          | speaker
            --------+--------+--------+----------+-------+-------+---------------+-------------------
            killing | killed | 1400   | at_least |       | Kessa | since January | The United Nations
            """,
        ),
        (
            "Ostmark jets carried out 13 raids on Kessa on Monday, killing at least 21 people, according "
            "to the Harbour Monitor.",
            """
            act       | harm   | number | hedge    | actor        | where | when   | speaker
            ----------+--------+--------+----------+--------------+-------+--------+--------------------
            airstrike | killed | 21     | at_least | Ostmark jets | Kessa | Monday | the Harbour Monitor
            """,
        ),
        (
            "Shelling of a school in Tarn by Varran forces on Wednesday killed eight pupils and their "
            "teacher, residents told the Island Post.",
            """
            act      | harm   | number | hedge | actor         | where | when      | speaker
            ---------+--------+--------+-------+---------------+-------+-----------+----------------------------
            shelling | killed | 9      | exact | Varran forces | Tarn  | Wednesday | the Island Post > residents
            """,
        ),
        (
            "Six members of the Red Column and two soldiers died in a gun battle in Tarn.",
            """
            act         | harm   | number | hedge | actor | where | when | speaker
            ------------+--------+--------+-------+-------+-------+------+--------
            armed_clash | killed | 6      | exact |       | Tarn  |      |
            armed_clash | killed | 2      | exact |       | Tarn  |      |
            """,
        ),
        (
            "A roadside bomb hit a bus in Tarn on Saturday, killing nine passengers.",
            """
            act     | harm   | number | hedge | actor | where | when     | speaker
            --------+--------+--------+-------+-------+-------+----------+--------
            bombing | killed | 9      | exact |       | Tarn  | Saturday |
            """,
        ),
        (
            "Nine passengers were killed on Saturday after their bus hit a landmine in Tarn.",
            """
            act     | harm   | number | hedge | actor | where | when     | speaker
            --------+--------+--------+-------+-------+-------+----------+--------
            bombing | killed | 9      | exact |       | Tarn  | Saturday |
            """,
        ),
        (
            "The Varran army's shelling of Kessa killed 14 people on Monday.",
            """
            act      | harm   | number | hedge | actor           | where | when   | speaker
            ---------+--------+--------+-------+-----------------+-------+--------+--------
            shelling | killed | 14     | exact | The Varran army | Kessa | Monday |
            """,
        ),
        (
            "Among those killed in Monday's air strike on Kessa were three nurses.",
            """
            act       | harm   | number | hedge | actor | where | when   | speaker
            ----------+--------+--------+-------+-------+-------+--------+--------
            airstrike | killed | 3      | exact |       | Kessa | Monday |
            """,
        ),
        (
            "Rockets fired from Tarn killed two farmers in Kessa.",
            """
            act      | harm   | number | hedge | actor | where | when | speaker
            ---------+--------+--------+-------+-------+-------+------+--------
            shelling | killed | 2      | exact |       | Kessa |      |
            """,
        ),
        (
            "A man and his wife were killed when a shell landed on their home in Kessa.",
            """
            act      | harm   | number | hedge | actor | where | when | speaker
            ---------+--------+--------+-------+-------+-------+------+--------
            shelling | killed | 2      | exact |       | Kessa |      |
            """,
        ),
        (
            "The Red Column said it had killed 40 soldiers in Tarn.",
            """
            act     | harm   | number | hedge | actor          | where | when | speaker
            --------+--------+--------+-------+----------------+-------+------+---------------
            killing | killed | 40     | exact | The Red Column | Tarn  |      | The Red Column
            """,
        ),
        (
            "The Varran army said its forces killed 40 terrorists in Tarn.",
            """
            act     | harm   | number | hedge | actor           | where | when | speaker
            --------+--------+--------+-------+-----------------+-------+------+----------------
            killing | killed | 40     | exact | The Varran army | Tarn  |      | The Varran army
            """,
        ),
        (
            "The strike killed Orla Finn, 34, a teacher.",
            """
            act       | harm   | number | hedge | actor | where | when | speaker
            ----------+--------+--------+-------+-------+-------+------+--------
            airstrike | killed | 1      | exact |       |       |      |
            """,
        ),
    ],
)
def test_a_lead_of_a_wire_report(reads_as, report, claims):
    reads_as(report, claims)


@pytest.mark.parametrize(
    ("report", "claims"),
    [
        (
            "Air strike kills 12 in Kessa",
            """
            act       | harm   | number | hedge | actor | where | when | speaker
            ----------+--------+--------+-------+-------+-------+------+--------
            airstrike | killed | 12     | exact |       | Kessa |      |
            """,
        ),
        (
            "Car bomb kills at least 30 in Old Harbour",
            """
            act     | harm   | number | hedge    | actor | where       | when | speaker
            --------+--------+--------+----------+-------+-------------+------+--------
            bombing | killed | 30     | at_least |       | Old Harbour |      |
            """,
        ),
        (
            "12 killed in Kessa shelling",
            """
            act      | harm   | number | hedge | actor | where | when | speaker
            ---------+--------+--------+-------+-------+-------+------+--------
            shelling | killed | 12     | exact |       | Kessa |      |
            """,
        ),
        (
            "Dozens dead in Kessa air strike: monitor",
            """
            act       | harm   | number | hedge | actor | where | when | speaker
            ----------+--------+--------+-------+-------+-------+------+--------
            airstrike | killed |        | vague |       | Kessa |      | monitor
            """,
        ),
        (
            "Red Column kills nine villagers in Tarn, army says",
            """
            act     | harm   | number | hedge | actor      | where | when | speaker
            --------+--------+--------+-------+------------+-------+------+--------
            killing | killed | 9      | exact | Red Column | Tarn  |      | army
            """,
        ),
        (
            "Death toll in Kessa blast rises to 19",
            """
            act     | harm   | number | hedge | actor | where | when | speaker
            --------+--------+--------+-------+-------+-------+------+--------
            bombing | killed | 19     | exact |       | Kessa |      |
            """,
        ),
        (
            "Six journalists detained in Old Harbour",
            """
            act       | harm     | number | hedge | actor | where       | when | speaker
            ----------+----------+--------+-------+-------+-------------+------+--------
            detention | detained | 6      | exact |       | Old Harbour |      |
            """,
        ),
        (
            "Kessa shelling kills 12 people",
            """
            act      | harm   | number | hedge | actor | where | when | speaker
            ---------+--------+--------+-------+-------+-------+------+--------
            shelling | killed | 12     | exact |       | Kessa |      |
            """,
        ),
    ],
)
def test_headlines(reads_as, report, claims):
    """No articles, present tense, a voice after a colon."""
    reads_as(report, claims)


@pytest.mark.parametrize(
    "report",
    [
        "Column gunmen free 12 hostages in Tarn",
    ],
)
def test_headlines_and_these_hold_nothing(reads_as, report):
    """No articles, present tense, a voice after a colon."""
    reads_as(report, NO_CLAIM)


@pytest.mark.parametrize(
    ("report", "act", "harm", "number", "actor", "speaker"),
    [
        (
            "On Monday shelling in Kessa killed 12 people the Harbour Monitor said.",
            "shelling",
            "killed",
            "12",
            "",
            "the Harbour Monitor",
        ),
    ],
)
def test_commas_may_be_missing(reads_as, report, act, harm, number, actor, speaker):
    reads_as(report, one_claim(act=act, harm=harm, number=number, actor=actor, speaker=speaker))
