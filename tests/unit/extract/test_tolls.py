"""Which of the numbers of a sentence are the toll, and of what."""

import pytest

from tests.unit.extract.rows import one_claim


@pytest.mark.parametrize(
    ("report", "claims"),
    [
        (
            "The Red Column killed four civilians and three soldiers in Tarn.",
            """
            harm   | number | victims        | status
            -------+--------+----------------+----------
            killed | 4      | four civilians | civilian
            killed | 3      | three soldiers | combatant
            """,
        ),
        (
            "Three women and two children were killed in Tarn.",
            """
            harm   | number | victims      | status
            -------+--------+--------------+---------
            killed | 3      | Three women  | unknown
            killed | 2      | two children | civilian
            """,
        ),
        (
            "A nurse, two drivers and a guard were killed in Tarn.",
            """
            harm   | number | victims     | status
            -------+--------+-------------+---------
            killed | 1      | A nurse     | civilian
            killed | 2      | two drivers | unknown
            killed | 1      | a guard     | unknown
            """,
        ),
    ],
)
def test_groups_counted_apart_are_claims_apart(reads_as, report, claims):
    reads_as(report, claims)


@pytest.mark.parametrize(
    ("report", "act", "harm", "number", "unit", "where"),
    [
        ("The bodies of nine men were found in Tarn.", "other", "found_dead", "9", "bodies", "Tarn"),
        ("Rescuers recovered 14 bodies from the rubble in Kessa.", "other", "found_dead", "14", "bodies", "Kessa"),
        (
            "A mass grave holding 60 bodies was discovered in North Tarn.",
            "other",
            "found_dead",
            "60",
            "bodies",
            "North Tarn",
        ),
        ("Two journalists were found dead in Old Harbour.", "other", "found_dead", "2", "bodies", "Old Harbour"),
    ],
)
def test_bodies_are_found_and_not_killed(reads_as, report, act, harm, number, unit, where):
    reads_as(report, one_claim(act=act, harm=harm, number=number, unit=unit, where=where))


@pytest.mark.parametrize(
    ("report", "act", "harm", "number", "directness"),
    [
        ("Eleven people have starved to death in Kessa.", "deprivation", "killed", "11", "indirect"),
        ("Six infants died of hunger in besieged Kessa.", "deprivation", "killed", "6", "indirect"),
        ("Four patients died from lack of medicine in Kessa.", "deprivation", "killed", "4", "indirect"),
    ],
)
def test_a_death_by_hunger_is_indirect(reads_as, report, act, harm, number, directness):
    reads_as(report, one_claim(act=act, harm=harm, number=number, directness=directness))


@pytest.mark.parametrize(
    ("report", "harm", "number"),
    [
        ("Three shells killed 12 people in Kessa.", "killed", "12"),
        ("A 19-year-old man was killed in Kessa.", "killed", "1"),
        ("Twelve people were killed 30 kilometres north of Kessa.", "killed", "12"),
        ("Twelve people were killed in two air strikes on Kessa.", "killed", "12"),
        ("Orla Finn, 34, was killed in Kessa.", "killed", "1"),
        ("Four days of shelling killed 12 people in Kessa.", "killed", "12"),
        ("The 14th Brigade killed 12 people in Kessa.", "killed", "12"),
        ("In 2031, shelling killed 12 people in Kessa.", "killed", "12"),
        ("The attack at 10:30 killed 12 people in Kessa.", "killed", "12"),
        ("Not one person was killed in Kessa.", "killed", "0"),
        ("No civilians were killed in the air strike on Kessa.", "killed", "0"),
    ],
)
def test_numbers_beside_the_toll_are_not_the_toll(reads_as, report, harm, number):
    """Ages, distances, days, weapons, vehicles and dates are no people."""
    reads_as(report, one_claim(harm=harm, number=number))


@pytest.mark.parametrize(
    ("report", "claims"),
    [
        (
            "The air strike destroyed 40 houses and killed two people in Kessa.",
            """
            harm   | number
            -------+-------
            none   |
            killed | 2
            """,
        ),
        (
            "A shell killed one person and wounded two in Kessa.",
            """
            harm    | number
            --------+-------
            killed  | 1
            injured | 2
            """,
        ),
    ],
)
def test_numbers_beside_the_toll_are_not_the_toll_each_for_itself(reads_as, report, claims):
    reads_as(report, claims)
