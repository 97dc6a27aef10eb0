"""Who lays an act to whom, and who owns to it: nobody is made to admit what others did."""

import pytest

from sijill.extract.document import extract
from sijill.model.claim import Stance
from sijill.model.document import DocumentId
from tests.spec.invented import WORDS


@pytest.mark.parametrize(
    ("report", "speaker"),
    [
        ("Activists said the Varran army was responsible for the attack that killed six people in Kessa.", "Activists"),
        ("The Varran army was blamed for the attack that killed six people in Kessa.", ""),
        ("The Varran army was blamed by residents for the attack that killed six people in Kessa.", "residents"),
        ("Residents attributed the attack that killed six people in Kessa to the Varran army.", "Residents"),
    ],
)
def test_whoever_is_held_responsible_is_the_actor(reads_as, report, speaker):
    army = "the Varran army" if "the Varran" in report else "The Varran army"
    reads_as(
        report,
        f"""
        act     | harm   | number | actor  | speaker   | stance
        --------+--------+--------+--------+-----------+--------
        killing | killed | 6      | {army} | {speaker} | asserts
        """,
    )


def test_a_page_without_commas_keeps_its_voice(reads_as):
    reads_as(
        "Mortar fire wounded three people in Tarn VPA said blaming bandits.",
        """
        harm    | number | actor   | speaker | stance
        --------+--------+---------+---------+--------
        injured | 3      |         | VPA     | asserts
        injured |        | bandits | VPA     | asserts
        """,
    )


@pytest.mark.parametrize(
    "report",
    [
        "The Harbour Monitor acknowledged that the Red Column had killed nine farmers.",
        "The Varran government acknowledged that the Red Column had killed nine farmers.",
        "Officials acknowledged that the Red Column had killed nine farmers.",
    ],
)
def test_nobody_admits_what_others_did(reads_as, report):
    reads_as(
        report,
        f"""
        harm   | number | actor          | speaker                             | stance
        -------+--------+----------------+-------------------------------------+--------
        killed | 9      | the Red Column | {report.partition(" acknow")[0]} | asserts
        """,
    )


def test_a_strike_is_owned_to_and_deaths_are_denied(reads_as):
    reads_as(
        "The army acknowledged the strike on Kessa but denied that civilians had been killed.",
        """
        act       | harm   | actor    | speaker  | stance                 | about      | reach
        ----------+--------+----------+----------+------------------------+------------+-----------
        airstrike | none   | The army | The army | accepts_responsibility | act        | this_event
        killing   | killed |          | The army | denies                 | occurrence | this_event
        """,
    )


def test_a_denial_does_not_reach_what_is_added_of_the_place(reads_as):
    reads_as(
        "The army denied that it had deliberately targeted the market in Kessa, where nine people were killed.",
        """
        harm   | number | speaker  | stance
        -------+--------+----------+--------
        none   |        | The army | denies
        killed | 9      |          | asserts
        """,
    )


def test_what_follows_a_contrast_is_another_voice(reads_as):
    reads_as(
        "The Red Column put the toll in Kessa at 120, while television said 15 people were killed.",
        """
        number | speaker        | stance
        -------+----------------+--------
        120    | The Red Column | asserts
        15     | television     | asserts
        """,
    )


LATER = "Shops had opened after the long feast of the harvest. " * 5


def denials(text):
    return [
        claim.act.value for claim in extract(DocumentId("doc_a"), text, WORDS).claims if claim.stance is Stance.DENIES
    ]


def test_a_late_denial_beside_another_act_is_of_that_act():
    """ "Rejected the claims" answers no bomb that nobody is accused of where the same sentence tells of gas."""
    bomb = f"A car bomb killed four people in Tarn on Monday. {LATER}The Varran government, "
    assert denials(f"{bomb}which spoke of gas attacks by rebels, rejected the claims.") == []
    assert denials(f"{bomb}blamed for the bombing, rejected the claims.") == ["bombing"]
    assert denials(f"{bomb.replace(LATER, '')}which spoke of gas attacks by rebels, rejected the claims.") == [
        "bombing"
    ]
    accused = bomb.replace("A car bomb killed", "The Varran army shelled and killed")
    assert denials(f"{accused}which spoke of gas attacks by rebels, rejected the claims.") == ["shelling"]
