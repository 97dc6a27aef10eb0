"""Harm in every shape that a report gives it; sentences that lean on earlier ones.."""


def test_harm_in_every_shape_a_report_gives_it(reads_as):
    reads_as(
        "At least 15 people have died in clashes in Tarn.",
        """
        act         | harm   | number | hedge    | actor | where | speaker
        ------------+--------+--------+----------+-------+-------+--------
        armed_clash | killed | 15     | at_least |       | Tarn  |
        """,
    )
    reads_as(
        "Fifteen people were reported killed in Kessa.",
        """
        act     | harm   | number | hedge | actor | where | speaker
        --------+--------+--------+-------+-------+-------+--------
        killing | killed | 15     | exact |       | Kessa |
        """,
    )
    reads_as(
        "Fifteen people were confirmed dead in Kessa.",
        """
        act     | harm   | number | hedge | actor | where | speaker
        --------+--------+--------+-------+-------+-------+--------
        killing | killed | 15     | exact |       | Kessa |
        """,
    )
    reads_as(
        "Officials put the death toll in Kessa at 31.",
        """
        act     | harm   | number | hedge | actor | where | speaker
        --------+--------+--------+-------+-------+-------+----------
        killing | killed | 31     | exact |       | Kessa | Officials
        """,
    )
    reads_as(
        "Two more people died of their wounds in Kessa.",
        """
        act     | harm   | number | hedge | actor | where | speaker
        --------+--------+--------+-------+-------+-------+--------
        killing | killed | 2      | exact |       | Kessa |
        """,
    )
    reads_as(
        "A teenager was shot dead by Varran forces in Old Harbour.",
        """
        act      | harm   | number | hedge | actor         | where       | speaker
        ---------+--------+--------+-------+---------------+-------------+--------
        shooting | killed | 1      | exact | Varran forces | Old Harbour |
        """,
    )
    reads_as(
        "Twenty-two bodies were pulled from the rubble in Kessa.",
        """
        act   | harm       | number | hedge | actor | where | speaker
        ------+------------+--------+-------+-------+-------+--------
        other | found_dead | 22     | exact |       | Kessa |
        """,
    )
    reads_as(
        "Fourteen people were killed, nine of them civilians, in an air strike on Kessa.",
        """
        act       | harm   | number | hedge | actor | where | speaker
        ----------+--------+--------+-------+-------+-------+--------
        airstrike | killed | 14     | exact |       | Kessa |
        airstrike | killed | 9      | exact |       | Kessa |
        """,
    )
    reads_as(
        "An improvised explosive device killed two soldiers in Tarn.",
        """
        act     | harm   | number | hedge | actor | where | speaker
        --------+--------+--------+-------+-------+-------+--------
        bombing | killed | 2      | exact |       | Tarn  |
        """,
    )
    reads_as(
        "Sniper fire killed a boy in Kessa.",
        """
        act      | harm   | number | hedge | actor | where | speaker
        ---------+--------+--------+-------+-------+-------+--------
        shooting | killed | 1      | exact |       | Kessa |
        """,
    )
    reads_as(
        "The Red Column stormed a village in Tarn and killed 30 people.",
        """
        act     | harm   | number | hedge | actor          | where | speaker
        --------+--------+--------+-------+----------------+-------+--------
        killing | killed | 30     | exact | The Red Column | Tarn  |
        """,
    )
    reads_as(
        "Gunmen on motorcycles attacked a mosque in Tarn, killing 19 worshippers.",
        """
        act     | harm   | number | hedge | actor  | where | speaker
        --------+--------+--------+-------+--------+-------+--------
        killing | killed | 19     | exact | Gunmen | Tarn  |
        """,
    )
    reads_as(
        "Hundreds of people have been killed and thousands displaced in Tarn.",
        """
        act          | harm      | number | hedge | actor | where | speaker
        -------------+-----------+--------+-------+-------+-------+--------
        killing      | killed    |        | vague |       | Tarn  |
        displacement | displaced |        | vague |       | Tarn  |
        """,
    )
    reads_as(
        "The blast killed 12 and wounded 40, 10 of them critically, in Old Harbour.",
        """
        act     | harm    | number | hedge | actor | where       | speaker
        --------+---------+--------+-------+-------+-------------+--------
        bombing | killed  | 12     | exact |       | Old Harbour |
        bombing | injured | 40     | exact |       | Old Harbour |
        bombing | injured | 10     | exact |       | Old Harbour |
        """,
    )
    reads_as(
        "Twelve people lost their lives and 40 were hurt.",
        """
        act     | harm    | number | hedge | actor | where | speaker
        --------+---------+--------+-------+-------+-------+--------
        killing | killed  | 12     | exact |       |       |
        killing | injured | 40     | exact |       |       |
        """,
    )
    reads_as(
        "Four children, two women and an elderly man were killed in Kessa.",
        """
        act     | harm   | number | hedge | actor | where | speaker
        --------+--------+--------+-------+-------+-------+--------
        killing | killed | 4      | exact |       | Kessa |
        killing | killed | 2      | exact |       | Kessa |
        killing | killed | 1      | exact |       | Kessa |
        """,
    )
    reads_as(
        "A chemical attack on Kessa killed more than 80 people.",
        """
        act             | harm   | number | hedge     | actor | where | speaker
        ----------------+--------+--------+-----------+-------+-------+--------
        chemical_attack | killed | 80     | more_than |       | Kessa |
        """,
    )
    reads_as(
        "Some 60 bodies were found in a mass grave in Tarn.",
        """
        act   | harm       | number | hedge | actor | where | speaker
        ------+------------+--------+-------+-------+-------+--------
        other | found_dead | 60     | about |       | Tarn  |
        """,
    )
    reads_as(
        "Barrel bombs dropped by Varran helicopters killed nine people in Kessa.",
        """
        act       | harm   | number | hedge | actor              | where | speaker
        ----------+--------+--------+-------+--------------------+-------+--------
        airstrike | killed | 9      | exact | Varran helicopters | Kessa |
        """,
    )
    reads_as(
        "Forty-one detainees have been tortured to death in Old Harbour.",
        """
        act     | harm   | number | hedge | actor | where       | speaker
        --------+--------+--------+-------+-------+-------------+--------
        torture | killed | 41     | exact |       | Old Harbour |
        """,
    )
    reads_as(
        "The Red Column beheaded two men in Tarn.",
        """
        act       | harm   | number | hedge | actor          | where | speaker
        ----------+--------+--------+-------+----------------+-------+--------
        execution | killed | 2      | exact | The Red Column | Tarn  |
        """,
    )
    reads_as(
        "The Ostmark air force has killed 300 civilians in Kessa, the Harbour Monitor says.",
        """
        act       | harm   | number | hedge | actor                 | where | speaker
        ----------+--------+--------+-------+-----------------------+-------+--------------------
        airstrike | killed | 300    | exact | The Ostmark air force | Kessa | the Harbour Monitor
        """,
    )
    reads_as(
        "Three of the wounded died in hospital in Kessa.",
        """
        act     | harm   | number | hedge | actor | where | speaker
        --------+--------+--------+-------+-------+-------+--------
        killing | killed | 3      | exact |       | Kessa |
        """,
    )
    reads_as(
        "The Harbour Monitor documented the killing of 61 civilians in Kessa.",
        """
        act     | harm   | number | hedge | actor | where | speaker
        --------+--------+--------+-------+-------+-------+--------------------
        killing | killed | 61     | exact |       | Kessa | The Harbour Monitor
        """,
    )
    reads_as(
        "Residents reported 12 dead in Kessa.",
        """
        act     | harm   | number | hedge | actor | where | speaker
        --------+--------+--------+-------+-------+-------+----------
        killing | killed | 12     | exact |       | Kessa | Residents
        """,
    )
    reads_as(
        "The hospital in Kessa received 14 bodies.",
        """
        act   | harm       | number | hedge | actor | where | speaker
        ------+------------+--------+-------+-------+-------+--------
        other | found_dead | 14     | exact |       | Kessa |
        """,
    )
    reads_as(
        "Kessa was hit by an air strike that killed 12.",
        """
        act       | harm   | number | hedge | actor | where | speaker
        ----------+--------+--------+-------+-------+-------+--------
        airstrike | killed | 12     | exact |       | Kessa |
        """,
    )


def test_later_sentences_lean_on_earlier_ones(reads_as):
    reads_as(
        "Column gunmen attacked Tarn on Monday. They killed nine villagers.",
        """
        act     | harm   | number | actor         | where | when
        --------+--------+--------+---------------+-------+-------
        other   | none   |        | Column gunmen | Tarn  | Monday
        killing | killed | 9      | Column gunmen | Tarn  | Monday
        """,
    )
    reads_as(
        "The Red Column killed nine villagers in Tarn on Monday. The army shelled Kessa.",
        """
        act      | harm   | number | actor          | where | when
        ---------+--------+--------+----------------+-------+-------
        killing  | killed | 9      | The Red Column | Tarn  | Monday
        shelling | none   |        | The army       | Kessa |
        """,
    )
    reads_as(
        "The Red Column killed nine villagers in Tarn. Shelling killed three people in Kessa.",
        """
        act      | harm   | number | actor          | where | when
        ---------+--------+--------+----------------+-------+-----
        killing  | killed | 9      | The Red Column | Tarn  |
        shelling | killed | 3      |                | Kessa |
        """,
    )
