"""4. Where and when, as said; what the sentence leaves out carries over from the one before."""

import pytest

from tests.unit.extract.rows import one_claim


@pytest.mark.parametrize(
    ("report", "number", "where", "when"),
    [
        ("Shelling killed 12 people in Kessa on Monday.", "12", "Kessa", "Monday"),
        ("On 14 August 2031, shelling killed 12 people in Kessa.", "12", "Kessa", "14 August 2031"),
        ("Shelling killed 12 people in Kessa last month.", "12", "Kessa", "last month"),
        ("Shelling killed 12 people in Kessa in August 2031.", "12", "Kessa", "August 2031"),
        ("In Old Harbour, 12 people were killed yesterday.", "12", "Old Harbour", "yesterday"),
        ("Three weeks ago, shelling killed 12 people in North Tarn.", "12", "North Tarn", "Three weeks ago"),
        ("Shelling killed 12 people in Kessa in early March.", "12", "Kessa", "early March"),
        ("KESSA (VPA) - Shelling killed 12 people on Monday.", "12", "KESSA", "Monday"),
        ("Monday's shelling of Kessa killed 12 people.", "12", "Kessa", "Monday"),
        ("Shelling in Kessa killed 12 people between 14 and 16 August.", "12", "Kessa", "14 and 16 August"),
        ("Two days of shelling killed 12 people in Kessa.", "12", "Kessa", "Two days of"),
        ("The raid comes two days after shelling killed 12 people in Kessa.", "12", "Kessa", "two days after"),
    ],
)
def test_a_claim_holds_the_place_and_time_as_said(reads_as, report, number, where, when):
    reads_as(report, one_claim(number=number, where=where, when=when))


@pytest.mark.parametrize(
    ("report", "number", "where", "when", "speaker"),
    [
        (
            "The Harbour Monitor said on Saturday that 12 people were killed in Kessa.",
            "12",
            "Kessa",
            "",
            "The Harbour Monitor",
        ),
        (
            "The Harbour Monitor said on Saturday that 12 people were killed in Kessa on Friday.",
            "12",
            "Kessa",
            "Friday",
            "The Harbour Monitor",
        ),
        (
            "On Saturday the Harbour Monitor quoted a medic as saying that rebels had killed 12 people in Kessa.",
            "12",
            "Kessa",
            "",
            "the Harbour Monitor > a medic",
        ),
        (
            "On Saturday the Harbour Monitor said that 12 people were killed in Kessa.",
            "12",
            "Kessa",
            "Saturday",
            "the Harbour Monitor",
        ),
        (
            "Twelve people were killed in Kessa, the Harbour Monitor said on Saturday.",
            "12",
            "Kessa",
            "",
            "the Harbour Monitor",
        ),
        (
            "Twelve people were killed in Kessa on Friday, the Harbour Monitor said on Saturday.",
            "12",
            "Kessa",
            "Friday",
            "the Harbour Monitor",
        ),
        (
            "On Sunday the Harbour Monitor said that Friday's shelling killed 12 people in Kessa.",
            "12",
            "Kessa",
            "Friday",
            "the Harbour Monitor",
        ),
    ],
)
def test_the_day_of_speaking_is_not_the_day_of_the_act(reads_as, report, number, where, when, speaker):
    reads_as(report, one_claim(number=number, where=where, when=when, speaker=speaker))


@pytest.mark.parametrize(
    ("report", "number", "where", "speaker"),
    [
        ("A hospital in Tarn said 12 people were killed in Kessa.", "12", "Kessa", "A hospital"),
        ("Speaking in Old Harbour, the minister said 12 people were killed in Kessa.", "12", "Kessa", "the minister"),
    ],
)
def test_the_place_of_the_speaker_is_not_the_place_of_the_act(reads_as, report, number, where, speaker):
    reads_as(report, one_claim(number=number, where=where, speaker=speaker))


def test_each_number_keeps_its_own_place_and_time(reads_as):
    reads_as(
        "Shelling killed 12 people in Kessa on Monday and nine people in Tarn on Tuesday.",
        """
        number | where | when
        -------+-------+--------
        12     | Kessa | Monday
        9      | Tarn  | Tuesday
        """,
    )
    reads_as(
        "Shelling killed 12 people in Kessa. Nine people were killed in Tarn.",
        """
        number | where | when
        -------+-------+-----
        12     | Kessa |
        9      | Tarn  |
        """,
    )


def test_place_and_time_carry_over_to_the_next_sentence(reads_as):
    reads_as(
        "Shelling killed 12 people in Kessa on Monday. Forty people were wounded.",
        """
        harm    | number | where | when
        --------+--------+-------+-------
        killed  | 12     | Kessa | Monday
        injured | 40     | Kessa | Monday
        """,
    )
    reads_as(
        "A doctor said that soldiers stationed in Tarn fired shells that came down in Kessa, killing three people. "
        "Seven others were wounded.",
        """
        harm    | number | where
        --------+--------+------
        killed  | 3      | Kessa
        injured | 7      | Kessa
        """,
    )
    reads_as(
        "Shells fell on Kessa on Monday. Twelve people were killed.",
        """
        harm   | number | where | when
        -------+--------+-------+-------
        none   |        | Kessa | Monday
        killed | 12     | Kessa | Monday
        """,
    )
