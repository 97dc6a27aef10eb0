"""Voices, accusations and denials in longer sentences."""

import pytest

from tests.unit.extract.rows import NO_CLAIM, one_claim


@pytest.mark.parametrize(
    ("report", "act", "harm", "number", "actor", "speaker", "stance"),
    [
        (
            '"Varran warplanes killed 12 people in Kessa," the Harbour Monitor said in a statement.',
            "airstrike",
            "killed",
            "12",
            "Varran warplanes",
            "the Harbour Monitor",
            "asserts",
        ),
        (
            '"At least 12 people were killed in Kessa," said Ivo Marn, head of the Harbour Monitor.',
            "killing",
            "killed",
            "12",
            "",
            "Ivo Marn",
            "asserts",
        ),
        (
            'The minister said: "The Red Column killed 12 people in Kessa."',
            "killing",
            "killed",
            "12",
            "The Red Column",
            "The minister",
            "asserts",
        ),
    ],
)
def test_quoted_speech_belongs_to_who_is_quoted(reads_as, report, act, harm, number, actor, speaker, stance):
    reads_as(report, one_claim(act=act, harm=harm, number=number, actor=actor, speaker=speaker, stance=stance))


@pytest.mark.parametrize(
    ("report", "claims"),
    [
        (
            "Ivo Marn of the Harbour Monitor said 12 people were killed in Kessa. He added that 40 "
            "others were wounded.",
            """
            number | speaker
            -------+--------------------------------
            12     | Ivo Marn of the Harbour Monitor
            40     | Ivo Marn of the Harbour Monitor
            """,
        ),
        (
            "The Harbour Monitor said 12 people were killed in Kessa. The monitor said nine people were "
            "killed in Tarn.",
            """
            number | speaker
            -------+--------------------
            12     | The Harbour Monitor
            9      | The Harbour Monitor
            """,
        ),
        (
            "Twelve people were killed in Kessa, the Harbour Monitor said, adding that nine others were wounded.",
            """
            number | speaker
            -------+--------------------
            12     | the Harbour Monitor
            9      | the Harbour Monitor
            """,
        ),
    ],
)
def test_pronouns_and_groups_stand_for_who_was_named(reads_as, report, claims):
    reads_as(report, claims)


@pytest.mark.parametrize(
    ("report", "claims"),
    [
        (
            "The Varran army denied carrying out the air strike that killed 12 people in Kessa.",
            """
            act       | harm   | actor           | speaker         | stance | about          | reach
            ----------+--------+-----------------+-----------------+--------+----------------+-----------
            airstrike | killed | The Varran army | The Varran army | denies | responsibility | this_event
            """,
        ),
        (
            "The Varran army denied it was behind the shelling of Kessa.",
            """
            act      | harm | actor           | speaker         | stance | about          | reach
            ---------+------+-----------------+-----------------+--------+----------------+-----------
            shelling | none | The Varran army | The Varran army | denies | responsibility | this_event
            """,
        ),
        (
            "The Varran army denied targeting civilians in Kessa.",
            """
            act   | harm | actor           | speaker         | stance | about  | reach
            ------+------+-----------------+-----------------+--------+--------+-----------
            other | none | The Varran army | The Varran army | denies | intent | this_event
            """,
        ),
        (
            "The Varran government denies using chemical weapons.",
            """
            act             | harm | actor                 | speaker               | stance | about          | reach
            ----------------+------+-----------------------+-----------------------+--------+----------------+--------
            chemical_attack | none | The Varran government | The Varran government | denies | responsibility | general
            """,
        ),
        (
            "The Red Column said it had nothing to do with the bombing of Kessa.",
            """
            act     | harm | actor          | speaker        | stance | about          | reach
            --------+------+----------------+----------------+--------+----------------+-----------
            bombing | none | The Red Column | The Red Column | denies | responsibility | this_event
            """,
        ),
        (
            "A Varran army spokesman dismissed reports of an air strike on Kessa.",
            """
            act       | harm | actor | speaker                 | stance | about      | reach
            ----------+------+-------+-------------------------+--------+------------+-----------
            airstrike | none |       | A Varran army spokesman | denies | occurrence | this_event
            """,
        ),
        (
            "The Varran army denied reports that 12 people were killed in Kessa.",
            """
            act     | harm   | actor | speaker         | stance | about      | reach
            --------+--------+-------+-----------------+--------+------------+-----------
            killing | killed |       | The Varran army | denies | occurrence | this_event
            """,
        ),
    ],
)
def test_denials_of_each_kind(reads_as, report, claims):
    reads_as(report, claims)


@pytest.mark.parametrize(
    "report",
    [
        "The Varran army neither confirmed nor denied shelling Kessa.",
    ],
)
def test_denials_of_each_kind_and_these_hold_nothing(reads_as, report):
    reads_as(report, NO_CLAIM)


@pytest.mark.parametrize(
    ("report", "act", "harm", "number", "actor", "speaker", "stance"),
    [
        (
            "Residents accused Varran forces of executing nine men in Tarn.",
            "execution",
            "killed",
            "9",
            "Varran forces",
            "Residents",
            "asserts",
        ),
        (
            "The Harbour Monitor blamed the attack, which killed 12 people in Kessa, on the Red Column.",
            "killing",
            "killed",
            "12",
            "the Red Column",
            "The Harbour Monitor",
            "asserts",
        ),
        (
            "The Red Column is accused of abducting six teachers in Tarn.",
            "abduction",
            "abducted",
            "6",
            "The Red Column",
            "",
            "asserts",
        ),
        (
            "Suspected Column gunmen killed nine villagers in Tarn.",
            "killing",
            "killed",
            "9",
            "Suspected Column gunmen",
            "",
            "asserts",
        ),
        (
            "The Varran government held the Red Column responsible for the killing of nine villagers in Tarn.",
            "killing",
            "killed",
            "9",
            "the Red Column",
            "The Varran government",
            "asserts",
        ),
        (
            "Both sides blamed each other for the shelling that killed 12 people in Kessa.",
            "shelling",
            "killed",
            "12",
            "",
            "",
            "asserts",
        ),
        (
            "The Red Column accused Ostmark jets of bombing a hospital in Kessa.",
            "airstrike",
            "none",
            "",
            "Ostmark jets",
            "The Red Column",
            "asserts",
        ),
    ],
)
def test_accusations(reads_as, report, act, harm, number, actor, speaker, stance):
    reads_as(report, one_claim(act=act, harm=harm, number=number, actor=actor, speaker=speaker, stance=stance))
