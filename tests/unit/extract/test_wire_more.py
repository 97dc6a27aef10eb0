"""Harm in every shape that a report gives it."""

import pytest


@pytest.mark.parametrize(
    ("report", "claims"),
    [
        (
            "At least 15 people have died in clashes in Tarn.",
            """
            act         | harm   | number | hedge    | actor | where | speaker
            ------------+--------+--------+----------+-------+-------+--------
            armed_clash | killed | 15     | at_least |       | Tarn  |
            """,
        ),
        (
            "Officials put the death toll in Kessa at 31.",
            """
            act     | harm   | number | hedge | actor | where | speaker
            --------+--------+--------+-------+-------+-------+----------
            killing | killed | 31     | exact |       | Kessa | Officials
            """,
        ),
        (
            "The attack in Kessa brought the death toll to 31.",
            """
            act     | harm   | number | hedge | actor | where | speaker
            --------+--------+--------+-------+-------+-------+--------
            killing | killed | 31     | exact |       | Kessa |
            """,
        ),
        (
            "Two more people died of their wounds in Kessa.",
            """
            act     | harm   | number | hedge | actor | where | speaker
            --------+--------+--------+-------+-------+-------+--------
            killing | killed | 2      | exact |       | Kessa |
            """,
        ),
        (
            "A teenager was shot dead by Varran forces in Old Harbour.",
            """
            act      | harm   | number | hedge | actor         | where       | speaker
            ---------+--------+--------+-------+---------------+-------------+--------
            shooting | killed | 1      | exact | Varran forces | Old Harbour |
            """,
        ),
        (
            "Twenty-two bodies were pulled from the rubble in Kessa.",
            """
            act   | harm       | number | hedge | actor | where | speaker
            ------+------------+--------+-------+-------+-------+--------
            other | found_dead | 22     | exact |       | Kessa |
            """,
        ),
        (
            "Fourteen people were killed, nine of them civilians, in an air strike on Kessa.",
            """
            act       | harm   | number | hedge | actor | where | speaker
            ----------+--------+--------+-------+-------+-------+--------
            airstrike | killed | 14     | exact |       | Kessa |
            airstrike | killed | 9      | exact |       | Kessa |
            """,
        ),
        (
            "An improvised explosive device killed two soldiers in Tarn.",
            """
            act     | harm   | number | hedge | actor | where | speaker
            --------+--------+--------+-------+-------+-------+--------
            bombing | killed | 2      | exact |       | Tarn  |
            """,
        ),
        (
            "Sniper fire killed a boy in Kessa.",
            """
            act      | harm   | number | hedge | actor | where | speaker
            ---------+--------+--------+-------+-------+-------+--------
            shooting | killed | 1      | exact |       | Kessa |
            """,
        ),
        (
            "The Red Column stormed a village in Tarn and killed 30 people.",
            """
            act     | harm   | number | hedge | actor          | where | speaker
            --------+--------+--------+-------+----------------+-------+--------
            killing | killed | 30     | exact | The Red Column | Tarn  |
            """,
        ),
        (
            "Gunmen on motorcycles attacked a mosque in Tarn, killing 19 worshippers.",
            """
            act     | harm   | number | hedge | actor  | where | speaker
            --------+--------+--------+-------+--------+-------+--------
            killing | killed | 19     | exact | Gunmen | Tarn  |
            """,
        ),
        (
            "A shell hit a house in Kessa, killing a woman and her three children.",
            """
            act      | harm   | number | hedge | actor | where | speaker
            ---------+--------+--------+-------+-------+-------+--------
            shelling | killed | 4      | exact |       | Kessa |
            """,
        ),
        (
            "Hundreds of people have been killed and thousands displaced in Tarn.",
            """
            act          | harm      | number | hedge | actor | where | speaker
            -------------+-----------+--------+-------+-------+-------+--------
            killing      | killed    |        | vague |       | Tarn  |
            displacement | displaced |        | vague |       | Tarn  |
            """,
        ),
        (
            "The blast killed 12 and wounded 40, 10 of them critically, in Old Harbour.",
            """
            act     | harm    | number | hedge | actor | where       | speaker
            --------+---------+--------+-------+-------+-------------+--------
            bombing | killed  | 12     | exact |       | Old Harbour |
            bombing | injured | 40     | exact |       | Old Harbour |
            bombing | injured | 10     | exact |       | Old Harbour |
            """,
        ),
        (
            "Twelve people lost their lives and 40 were hurt.",
            """
            act     | harm    | number | hedge | actor | where | speaker
            --------+---------+--------+-------+-------+-------+--------
            killing | killed  | 12     | exact |       |       |
            killing | injured | 40     | exact |       |       |
            """,
        ),
        (
            "Four children, two women and an elderly man were killed in Kessa.",
            """
            act     | harm   | number | hedge | actor | where | speaker
            --------+--------+--------+-------+-------+-------+--------
            killing | killed | 4      | exact |       | Kessa |
            killing | killed | 2      | exact |       | Kessa |
            killing | killed | 1      | exact |       | Kessa |
            """,
        ),
        (
            "The raid left behind 14 dead, all civilians, in Kessa.",
            """
            act       | harm   | number | hedge | actor | where | speaker
            ----------+--------+--------+-------+-------+-------+--------
            airstrike | killed | 14     | exact |       | Kessa |
            """,
        ),
        (
            "Chlorine gas killed six people in Kessa.",
            """
            act             | harm   | number | hedge | actor | where | speaker
            ----------------+--------+--------+-------+-------+-------+--------
            chemical_attack | killed | 6      | exact |       | Kessa |
            """,
        ),
        (
            "A chemical attack on Kessa killed more than 80 people.",
            """
            act             | harm   | number | hedge     | actor | where | speaker
            ----------------+--------+--------+-----------+-------+-------+--------
            chemical_attack | killed | 80     | more_than |       | Kessa |
            """,
        ),
        (
            "Some 60 bodies were found in a mass grave in Tarn.",
            """
            act   | harm       | number | hedge | actor | where | speaker
            ------+------------+--------+-------+-------+-------+--------
            other | found_dead | 60     | about |       | Tarn  |
            """,
        ),
        (
            "Barrel bombs dropped by Varran helicopters killed nine people in Kessa.",
            """
            act       | harm   | number | hedge | actor              | where | speaker
            ----------+--------+--------+-------+--------------------+-------+--------
            airstrike | killed | 9      | exact | Varran helicopters | Kessa |
            """,
        ),
        (
            "Forty-one detainees have been tortured to death in Old Harbour.",
            """
            act     | harm   | number | hedge | actor | where       | speaker
            --------+--------+--------+-------+-------+-------------+--------
            torture | killed | 41     | exact |       | Old Harbour |
            """,
        ),
        (
            "The Red Column beheaded two men in Tarn.",
            """
            act       | harm   | number | hedge | actor          | where | speaker
            ----------+--------+--------+-------+----------------+-------+--------
            execution | killed | 2      | exact | The Red Column | Tarn  |
            """,
        ),
        (
            "Varran forces fired on protesters in Old Harbour, killing at least eight.",
            """
            act      | harm   | number | hedge    | actor         | where       | speaker
            ---------+--------+--------+----------+---------------+-------------+--------
            shooting | killed | 8      | at_least | Varran forces | Old Harbour |
            """,
        ),
        (
            "At least eight protesters were killed when Varran forces opened fire in Old Harbour.",
            """
            act      | harm   | number | hedge    | actor         | where       | speaker
            ---------+--------+--------+----------+---------------+-------------+--------
            shooting | killed | 8      | at_least | Varran forces | Old Harbour |
            """,
        ),
        (
            "The Ostmark air force has killed 300 civilians in Kessa, the Harbour Monitor says.",
            """
            act       | harm   | number | hedge | actor                 | where | speaker
            ----------+--------+--------+-------+-----------------------+-------+--------------------
            airstrike | killed | 300    | exact | The Ostmark air force | Kessa | the Harbour Monitor
            """,
        ),
        (
            "Three of the wounded died in hospital in Kessa.",
            """
            act     | harm   | number | hedge | actor | where | speaker
            --------+--------+--------+-------+-------+-------+--------
            killing | killed | 3      | exact |       | Kessa |
            """,
        ),
        (
            "The number of people killed in the shelling of Kessa has reached 45.",
            """
            act      | harm   | number | hedge | actor | where | speaker
            ---------+--------+--------+-------+-------+-------+--------
            shelling | killed | 45     | exact |       | Kessa |
            """,
        ),
        (
            "The Harbour Monitor documented the killing of 61 civilians in Kessa.",
            """
            act     | harm   | number | hedge | actor | where | speaker
            --------+--------+--------+-------+-------+-------+--------------------
            killing | killed | 61     | exact |       | Kessa | The Harbour Monitor
            """,
        ),
        (
            "Residents reported 12 dead in Kessa.",
            """
            act     | harm   | number | hedge | actor | where | speaker
            --------+--------+--------+-------+-------+-------+----------
            killing | killed | 12     | exact |       | Kessa | Residents
            """,
        ),
        (
            "The hospital in Kessa received 14 bodies.",
            """
            act   | harm       | number | hedge | actor | where | speaker
            ------+------------+--------+-------+-------+-------+--------
            other | found_dead | 14     | exact |       | Kessa |
            """,
        ),
        (
            "Kessa was hit by an air strike that killed 12.",
            """
            act       | harm   | number | hedge | actor | where | speaker
            ----------+--------+--------+-------+-------+-------+--------
            airstrike | killed | 12     | exact |       | Kessa |
            """,
        ),
    ],
)
def test_harm_in_every_shape_a_report_gives_it(reads_as, report, claims):
    reads_as(report, claims)
