"""2. A number in a report becomes a claim, with its bounds, its victims and what was done."""

import pytest

from tests.unit.extract.rows import one_claim


@pytest.mark.parametrize(
    ("report", "harm", "number", "low", "high", "hedge"),
    [
        ("Twelve people were killed in Kessa.", "killed", "12", "12", "12", "exact"),
        ("At least 12 people were killed in Kessa.", "killed", "12", "12", "", "at_least"),
        ("More than 40 people were killed in Kessa.", "killed", "40", "40", "", "more_than"),
        ("No fewer than six people were killed in Kessa.", "killed", "6", "6", "", "at_least"),
        ("Up to 300 people were killed in Kessa.", "killed", "300", "", "300", "up_to"),
        ("As many as 90 people were killed in Kessa.", "killed", "90", "", "90", "up_to"),
        ("Fewer than ten people were killed in Kessa.", "killed", "10", "", "10", "less_than"),
        ("About 400 people were killed in Kessa.", "killed", "400", "", "", "about"),
        ("Some 30 people were killed in Kessa.", "killed", "30", "", "", "about"),
        ("Nearly 700 people were killed in Kessa.", "killed", "700", "", "", "nearly"),
        ("Thirty or more people were killed in Kessa.", "killed", "30", "30", "", "at_least"),
        ("A hundred or so people were killed in Kessa.", "killed", "100", "", "", "about"),
        ("An estimated 1,200 people were killed in Kessa.", "killed", "1200", "", "", "about"),
    ],
)
def test_a_hedge_bounds_a_number(reads_as, report, harm, number, low, high, hedge):
    """`About` and `nearly` bound nothing; `up to` and `fewer than` bound from above only."""
    reads_as(report, one_claim(harm=harm, number=number, low=low, high=high, hedge=hedge))


@pytest.mark.parametrize(
    ("report", "number", "low", "high", "hedge"),
    [
        ("Between 30 and 40 people were killed in Kessa.", "", "30", "40", "between"),
        ("Shelling killed 10 to 15 people in Tarn.", "", "10", "15", "between"),
        ("Shelling killed 10-15 people in Tarn.", "", "10", "15", "between"),
        ("Eight or nine fishermen were killed in Old Harbour.", "", "8", "9", "between"),
        ("From 50 to 60 people were killed in Tarn.", "", "50", "60", "between"),
    ],
)
def test_a_range_has_both_ends(reads_as, report, number, low, high, hedge):
    reads_as(report, one_claim(number=number, low=low, high=high, hedge=hedge))


@pytest.mark.parametrize(
    ("report", "harm", "number", "low", "high", "hedge", "said"),
    [
        ("Dozens of people were killed in Kessa.", "killed", "", "", "", "vague", "Dozens"),
        ("Shelling killed several people in Kessa.", "killed", "", "", "", "vague", "several"),
        ("Scores were wounded in Kessa.", "injured", "", "", "", "vague", "Scores"),
        ("Tens of thousands of people fled Kessa.", "displaced", "", "", "", "vague", "Tens of thousands"),
        ("Hundreds of civilians have been killed in Tarn.", "killed", "", "", "", "vague", "Hundreds"),
        ("A number of people were killed in Tarn.", "killed", "", "", "", "vague", "A number of"),
    ],
)
def test_a_vague_number_is_kept_as_its_words(reads_as, report, harm, number, low, high, hedge, said):
    """What `dozens` is worth is a policy's business."""
    reads_as(report, one_claim(harm=harm, number=number, low=low, high=high, hedge=hedge, said=said))


@pytest.mark.parametrize(
    ("report", "harm", "number", "low", "high", "victims"),
    [
        ("The Red Column killed civilians in Kessa.", "killed", "", "", "", "civilians"),
        ("Civilians were killed in Kessa.", "killed", "", "", "", "Civilians"),
        ("Shelling killed women and children in Kessa.", "killed", "", "", "", "women and children"),
    ],
)
def test_no_number_is_not_zero(reads_as, report, harm, number, low, high, victims):
    """`People were killed` gives no number; `no one` gives zero only where somebody says so."""
    reads_as(report, one_claim(harm=harm, number=number, low=low, high=high, victims=victims))


@pytest.mark.parametrize(
    ("report", "number", "low", "high"),
    [
        ("One hundred and twenty-five people were killed in Kessa.", "125", "125", "125"),
        ("The Red Column killed two dozen villagers in Tarn.", "24", "24", "24"),
        ("A dozen people were killed in Tarn.", "12", "12", "12"),
        ("1,304 people were killed in Kessa.", "1304", "1304", "1304"),
        ("Over 1.5 million people have been displaced in the north.", "1500000", "1500000", ""),
        ("A woman was killed in Kessa.", "1", "1", "1"),
        ("A couple of fishermen were killed in Old Harbour.", "2", "2", "2"),
        ("Half a dozen people were killed in Tarn.", "6", "6", "6"),
    ],
)
def test_numbers_are_read_in_every_way_they_are_written(reads_as, report, number, low, high):
    reads_as(report, one_claim(number=number, low=low, high=high))


@pytest.mark.parametrize(
    ("report", "number", "low", "high"),
    [
        ("A family of six was killed in Kessa.", "6", "6", "6"),
        ("Five members of one family were killed in Kessa.", "5", "5", "5"),
        ("A father and his two sons were killed in Kessa.", "3", "3", "3"),
        ("A mother and her child were killed in Old Harbour.", "2", "2", "2"),
        ("A husband and wife were killed in Tarn.", "2", "2", "2"),
    ],
)
def test_a_family_is_counted(reads_as, report, number, low, high):
    """Kin named one by one are one number, summed inside the sentence."""
    reads_as(report, one_claim(number=number, low=low, high=high))


@pytest.mark.parametrize(
    ("report", "harm", "number", "hedge", "extent", "part_of", "groups"),
    [
        ("The dead in Kessa included 7 women.", "killed", "7", "exact", "part", "", "women"),
    ],
)
def test_a_subset_is_a_claim_of_its_own_and_part_of_the_whole(
    reads_as, report, harm, number, hedge, extent, part_of, groups
):
    reads_as(report, one_claim(harm=harm, number=number, hedge=hedge, extent=extent, part_of=part_of, groups=groups))


def test_a_subset_is_a_claim_of_its_own_and_part_of_the_whole_each_for_itself(reads_as):
    reads_as(
        "At least 20 people, including five children, were killed in Kessa.",
        """
        harm   | number | hedge    | extent | part of | groups
        -------+--------+----------+--------+---------+---------
        killed | 20     | at_least | whole  |         | children
        killed | 5      | exact    | part   | yes     | children
        """,
    )
    reads_as(
        "Shelling killed 14 civilians in Tarn, among them three women and two children.",
        """
        harm   | number | hedge | extent | part of | groups
        -------+--------+-------+--------+---------+----------------
        killed | 14     | exact | whole  |         | women, children
        killed | 3      | exact | part   | yes     | women
        killed | 2      | exact | part   | yes     | children
        """,
    )
    reads_as(
        "Nine people were killed in Tarn, four of them children.",
        """
        harm   | number | hedge | extent | part of | groups
        -------+--------+-------+--------+---------+---------
        killed | 9      | exact | whole  |         | children
        killed | 4      | exact | part   | yes     | children
        """,
    )
    reads_as(
        "Nine people were killed in Kessa. Four of them were children.",
        """
        harm   | number | hedge | extent | part of | groups
        -------+--------+-------+--------+---------+---------
        killed | 9      | exact | whole  |         |
        killed | 4      | exact | part   | yes     | children
        """,
    )


@pytest.mark.parametrize(
    ("report", "number", "victims", "status", "inferred", "label"),
    [
        ("Shelling killed 12 civilians in Kessa.", "12", "12 civilians", "civilian", "", ""),
        ("Shelling killed 12 people in Kessa.", "12", "12 people", "unknown", "", ""),
        ("The Varran army killed 30 terrorists in Tarn.", "30", "30 terrorists", "unknown", "", "terrorists"),
        ("The Red Column killed four soldiers in Tarn.", "4", "four soldiers", "combatant", "", ""),
        ("Shelling killed three children in Kessa.", "3", "three children", "civilian", "yes", ""),
        ("Shelling killed 22 people, mostly civilians, in Kessa.", "22", "22 people", "mixed", "", ""),
        ("Shelling killed 22 people in Kessa, all of them civilians.", "22", "22 people", "civilian", "", ""),
        ("Varran forces killed 15 Column fighters in Tarn.", "15", "15 Column fighters", "combatant", "", ""),
    ],
)
def test_the_status_of_victims_is_as_said(reads_as, report, number, victims, status, inferred, label):
    """A label is kept and settles nothing; children and medics are civilians by inference."""
    reads_as(report, one_claim(number=number, victims=victims, status=status, inferred=inferred, label=label))


@pytest.mark.parametrize(
    ("report", "act", "harm", "number", "hedge", "where"),
    [
        ("The death toll from the air strike on Kessa rose to 45.", "airstrike", "killed", "45", "exact", "Kessa"),
        ("The death toll in Kessa has risen to at least 31.", "killing", "killed", "31", "at_least", "Kessa"),
        ("The death toll in Tarn climbed from 12 to 19 overnight.", "killing", "killed", "19", "exact", "Tarn"),
        (
            "The toll of the shelling of the docks and the quay beside the old bridge in the eastern part of Kessa"
            " climbed to 52.",
            "shelling",
            "killed",
            "52",
            "exact",
            "the eastern part of Kessa",
        ),
        ("The mayor raised to 30 the number of dead in Tarn.", "killing", "killed", "30", "exact", "Tarn"),
        ("The number of policemen killed in Kessa grew to 71.", "killing", "killed", "71", "exact", "Kessa"),
        ("The number of women wounded in Kessa climbed to 33.", "other", "injured", "33", "exact", "Kessa"),
        (
            "The number of people killed or injured in Kessa rose to 90.",
            "killing",
            "casualties",
            "90",
            "exact",
            "Kessa",
        ),
        ("Thirty lives were lost in the shelling of Tarn.", "shelling", "killed", "30", "exact", "Tarn"),
        ("Ten rebels were killed as they tried to storm Tarn.", "armed_clash", "killed", "10", "exact", "Tarn"),
        ("The toll of the shelling of Tarn was revised down to 7 from 11.", "shelling", "killed", "7", "exact", "Tarn"),
    ],
)
def test_an_update_gives_the_new_number(reads_as, report, act, harm, number, hedge, where):
    reads_as(report, one_claim(act=act, harm=harm, number=number, hedge=hedge, where=where))


@pytest.mark.parametrize(
    ("report", "number", "victims"),
    [
        ("The Red Column lost at least 28 fighters in Tarn.", "28", "The Red Column lost at least 28 fighters"),
        ("In Kessa it lost six of its soldiers.", "6", "six of its soldiers"),
    ],
)
def test_the_people_whom_a_side_lost_were_killed_and_nobody_is_said_to_have_done_it(reads_as, report, number, victims):
    """Villages that it lost were not, and the words for the dead say whose they were."""
    reads_as(report, one_claim(harm="killed", number=number, victims=victims, status="combatant", actor=""))


def test_those_told_with_a_state_of_their_own_are_not_of_whom_they_stand_beside(reads_as):
    report = "Doctors in Kessa saw casualties, with some 64 hurt."
    reads_as(report, one_claim(harm="injured", number="64", victims="some 64"))


def test_a_quotation_may_open_right_after_the_verb(reads_as):
    report = 'The strike on Tarn killed "at least 18 fighters", a monitor said.'
    reads_as(report, one_claim(harm="killed", number="18", hedge="at_least"))


@pytest.mark.parametrize(
    "report",
    [
        "The army kills and wounds 20 rebels in Tarn.",
        "Army Kills & Wounds 20 Rebels in Tarn",
        "20 rebels killed & wounded in Tarn",
    ],
)
def test_one_number_of_killed_and_wounded_is_of_neither_alone(reads_as, report):
    reads_as(report, one_claim(harm="casualties", number="20"))


@pytest.mark.parametrize(
    ("report", "number", "hedge", "cumulative"),
    [
        ("More than 5,000 people have been killed since the conflict began in 2019.", "5000", "more_than", "yes"),
        ("At least 62 people have been killed in Tarn since January.", "62", "at_least", "yes"),
        ("So far this year, 210 fishermen have been abducted.", "210", "exact", "yes"),
        ("The war has killed 40,000 people.", "40000", "exact", "yes"),
    ],
)
def test_a_running_total_is_cumulative(reads_as, report, number, hedge, cumulative):
    reads_as(report, one_claim(number=number, hedge=hedge, cumulative=cumulative))
