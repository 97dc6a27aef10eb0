"""A quotation that runs over several sentences has one voice, wherever it is named."""

import pytest


@pytest.mark.parametrize(
    "report",
    [
        '"Nine people were killed in Kessa. Twelve were wounded," the mayor said.',
        'The mayor said: "Nine people were killed in Kessa. Twelve were wounded."',
        '"It was a massacre," the mayor said. "Nine people were killed in Kessa. Twelve were wounded."',
        "'' Nine people were killed in Kessa. Twelve were wounded,'' the mayor said.".replace("'' N", "''N"),
    ],
)
def test_every_sentence_of_it_is_said_by_whoever_is_named(reads_as, report):
    speaker = "The mayor" if report.startswith("The") else "the mayor"
    reads_as(
        report,
        f"""
        harm    | number | speaker   | stance
        --------+--------+-----------+--------
        killed  | 9      | {speaker} | asserts
        injured | 12     | {speaker} | asserts
        """,
    )


def test_what_follows_the_quotation_is_not_said_by_its_voice(reads_as):
    reads_as(
        'The mayor said: "Nine people were killed in Kessa. Twelve were wounded." Six others died in Tarn.',
        """
        harm    | number | speaker   | stance
        --------+--------+-----------+--------
        killed  | 9      | The mayor | asserts
        injured | 12     | The mayor | asserts
        killed  | 6      |           | asserts
        """,
    )


def test_a_quotation_in_two_halves_is_said_by_one(reads_as):
    reads_as(
        '"Nine people were killed," said the mayor, "and twelve were wounded."',
        """
        harm    | number | speaker   | stance
        --------+--------+-----------+--------
        killed  | 9      | the mayor | asserts
        injured | 12     | the mayor | asserts
        """,
    )


def test_our_guns_are_those_of_whoever_speaks(reads_as):
    reads_as(
        '"Our guns did not fire on the town. It is quiet here," a Varran spokesman said.',
        """
        act      | harm | actor              | speaker            | stance | about      | reach
        ---------+------+--------------------+--------------------+--------+------------+-----------
        shelling | none | a Varran spokesman | a Varran spokesman | denies | occurrence | this_event
        """,
    )


def test_a_denial_of_it_answers_what_was_told(reads_as):
    reads_as(
        "Activists said an air strike killed six people in Kessa. The Varran army denied it.",
        """
        act       | number | speaker         | stance  | about      | reach
        ----------+--------+-----------------+---------+------------+-----------
        airstrike | 6      | Activists       | asserts |            | this_event
        airstrike |        | The Varran army | denies  | occurrence | this_event
        """,
    )


def test_a_claim_taken_back_is_denied(reads_as):
    reads_as(
        "The Harbour Monitor withdrew its claim that nine people were killed in Kessa.",
        """
        harm   | number | speaker             | stance | about      | reach
        -------+--------+---------------------+--------+------------+-----------
        killed | 9      | The Harbour Monitor | denies | occurrence | this_event
        """,
    )
