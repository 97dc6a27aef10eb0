"""3. Who says it: chains of speakers, accusations, denials, acceptances."""

import pytest

from tests.unit.extract.rows import one_claim


@pytest.mark.parametrize(
    ("report", "harm", "number", "speaker", "kind"),
    [
        ("The Harbour Monitor said that 12 people were killed in Kessa.", "killed", "12", "The Harbour Monitor", "ngo"),
        ("Twelve people were killed in Kessa, the Harbour Monitor said.", "killed", "12", "the Harbour Monitor", "ngo"),
        (
            "According to the Harbour Monitor, 12 people were killed in Kessa.",
            "killed",
            "12",
            "the Harbour Monitor",
            "ngo",
        ),
        (
            "Twelve people were killed in Kessa, according to local residents.",
            "killed",
            "12",
            "local residents",
            "local",
        ),
        ("Twelve people were killed in Kessa, witnesses said.", "killed", "12", "witnesses", "eyewitness"),
        (
            "Government raids killed 12 herdsmen in the northern district of Kessa a monitoring group said Tuesday.",
            "killed",
            "12",
            "a monitoring group",
            "ngo",
        ),
        ("Twelve people were killed in Kessa a hill of Tarn said Ada al-Orr.", "killed", "12", "Ada al-Orr", "unknown"),
        ("Twelve people, witnesses said, were killed in Kessa.", "killed", "12", "witnesses", "eyewitness"),
        ("Air strikes killed 12 people in Kessa: monitor", "killed", "12", "monitor", "ngo"),
        ("Monitor: air strikes killed 12 people in Kessa", "killed", "12", "Monitor", "ngo"),
        ("Twelve people were killed in Kessa, reported the Island Post.", "killed", "12", "the Island Post", "media"),
        ("State television reported that 12 people were killed in Kessa.", "killed", "12", "State television", "media"),
        ("The United Nations says 12 people were killed in Kessa.", "killed", "12", "The United Nations", "un"),
        (
            "A doctor in Kessa said he had counted 12 people killed in the shelling.",
            "killed",
            "12",
            "A doctor",
            "local",
        ),
        (
            '"Twelve people were killed in Kessa," said a spokesman for the Varran army.',
            "killed",
            "12",
            "a spokesman for the Varran army",
            "official",
        ),
        (
            '"They killed 12 people in Kessa," a resident told the Island Post.',
            "killed",
            "12",
            "the Island Post > a resident",
            "media > local",
        ),
        ("Twelve people were reportedly killed in Kessa.", "killed", "12", "", ""),
    ],
)
def test_a_voice_is_named_wherever_it_stands(reads_as, report, harm, number, speaker, kind):
    """Before, after or inside what it says."""
    reads_as(report, one_claim(harm=harm, number=number, speaker=speaker, kind=kind))


@pytest.mark.parametrize(
    ("report", "number", "speaker"),
    [
        (
            "The Island Post quoted a doctor as saying that 12 people were killed in Kessa.",
            "12",
            "The Island Post > a doctor",
        ),
        ("A doctor told the Island Post that 12 people were killed in Kessa.", "12", "the Island Post > A doctor"),
        (
            "The Island Post, citing the Harbour Monitor, said 12 people were killed in Kessa.",
            "12",
            "The Island Post > the Harbour Monitor",
        ),
        (
            "Twelve people were killed in Kessa, the Island Post reported, citing witnesses.",
            "12",
            "the Island Post > witnesses",
        ),
    ],
)
def test_voices_are_chained_from_the_outside_in(reads_as, report, number, speaker):
    reads_as(report, one_claim(number=number, speaker=speaker))


def test_two_voices_of_one_sentence_keep_their_own_numbers(reads_as):
    reads_as(
        "The Harbour Monitor said 12 people were killed in Kessa, while witnesses said at least 40 were killed.",
        """
        number | hedge    | speaker
        -------+----------+--------------------
        12     | exact    | The Harbour Monitor
        40     | at_least | witnesses
        """,
    )
    reads_as(
        "The army said 4 people were killed in Kessa, but residents put the death toll at 19.",
        """
        number | hedge | speaker
        -------+-------+----------
        4      | exact | The army
        19     | exact | residents
        """,
    )
    reads_as(
        "The Red Column killed 85 people in Kessa, with some sources saying up to 300 were killed.",
        """
        number | hedge | speaker
        -------+-------+-------------
        85     | exact |
        300    | up_to | some sources
        """,
    )


def test_a_pronoun_speaks_for_the_last_voice(reads_as):
    reads_as(
        "Mira Oldan, a spokeswoman for the Harbour Monitor, said 12 people were killed in Kessa. She "
        "said 40 others were wounded.",
        """
        number | speaker
        -------+-----------
        12     | Mira Oldan
        40     | Mira Oldan
        """,
    )
    reads_as(
        "The Harbour Monitor said 12 people were killed in Kessa. The group added that 40 others were wounded.",
        """
        number | speaker
        -------+--------------------
        12     | The Harbour Monitor
        40     | The Harbour Monitor
        """,
    )
    reads_as(
        "The Harbour Monitor said 12 people were killed in Kessa. It said nine people were killed in Tarn.",
        """
        number | speaker
        -------+--------------------
        12     | The Harbour Monitor
        9      | The Harbour Monitor
        """,
    )
    reads_as(
        "The Harbour Monitor said 12 people were killed in Kessa. Shelling killed nine people in Tarn.",
        """
        number | speaker
        -------+--------------------
        12     | The Harbour Monitor
        9      |
        """,
    )


@pytest.mark.parametrize(
    ("report", "act", "harm", "number", "actor", "speaker", "stance"),
    [
        (
            "The Varran government accused the Red Column of killing 12 people in Kessa.",
            "killing",
            "killed",
            "12",
            "the Red Column",
            "The Varran government",
            "asserts",
        ),
        (
            "The Red Column accused the Varran army of shelling Kessa.",
            "shelling",
            "none",
            "",
            "the Varran army",
            "The Red Column",
            "asserts",
        ),
        (
            "Residents blamed the Varran army for an air strike that killed 12 people in Kessa.",
            "airstrike",
            "killed",
            "12",
            "the Varran army",
            "Residents",
            "asserts",
        ),
        (
            "The Varran army was accused of killing 12 people in Kessa.",
            "killing",
            "killed",
            "12",
            "The Varran army",
            "",
            "asserts",
        ),
        (
            "The air strike, which killed 12 people in Kessa, was blamed on Ostmark.",
            "airstrike",
            "killed",
            "12",
            "Ostmark",
            "",
            "asserts",
        ),
        (
            "The Harbour Monitor said the Red Column was behind the killing of 12 people in Kessa.",
            "killing",
            "killed",
            "12",
            "the Red Column",
            "The Harbour Monitor",
            "asserts",
        ),
    ],
)
def test_an_accusation_names_the_accused(reads_as, report, act, harm, number, actor, speaker, stance):
    reads_as(report, one_claim(act=act, harm=harm, number=number, actor=actor, speaker=speaker, stance=stance))


def test_a_denial_says_what_it_is_about(reads_as):
    reads_as(
        "The Varran army denied killing 12 people in Kessa.",
        """
        act     | harm   | number | actor           | speaker         | stance | about          | reach
        --------+--------+--------+-----------------+-----------------+--------+----------------+-----------
        killing | killed | 12     | The Varran army | The Varran army | denies | responsibility | this_event
        """,
    )
    reads_as(
        "The Varran army denied that 12 people were killed in Kessa.",
        """
        act     | harm   | number | actor | speaker         | stance | about      | reach
        --------+--------+--------+-------+-----------------+--------+------------+-----------
        killing | killed | 12     |       | The Varran army | denies | occurrence | this_event
        """,
    )
    reads_as(
        "The Red Column denied responsibility for the killing of 12 people in Kessa.",
        """
        act     | harm   | number | actor          | speaker        | stance | about          | reach
        --------+--------+--------+----------------+----------------+--------+----------------+-----------
        killing | killed | 12     | The Red Column | The Red Column | denies | responsibility | this_event
        """,
    )
    reads_as(
        "The Varran army denied that it had bombed Kessa.",
        """
        act     | harm | number | actor           | speaker         | stance | about      | reach
        --------+------+--------+-----------------+-----------------+--------+------------+-----------
        bombing | none |        | The Varran army | The Varran army | denies | occurrence | this_event
        """,
    )
    reads_as(
        "The Varran government said its forces never target civilians.",
        """
        act   | harm | number | actor                 | speaker               | stance | about  | reach
        ------+------+--------+-----------------------+-----------------------+--------+--------+--------
        other | none |        | The Varran government | The Varran government | denies | intent | general
        """,
    )
    reads_as(
        "The Varran government said its forces had never deliberately killed civilians.",
        """
        act     | harm   | number | actor                 | speaker               | stance | about  | reach
        --------+--------+--------+-----------------------+-----------------------+--------+--------+--------
        killing | killed |        | The Varran government | The Varran government | denies | intent | general
        """,
    )
    reads_as(
        "The Varran army rejected claims that its warplanes bombed Kessa on Monday.",
        """
        act       | harm | number | actor           | speaker         | stance | about      | reach
        ----------+------+--------+-----------------+-----------------+--------+------------+-----------
        airstrike | none |        | The Varran army | The Varran army | denies | occurrence | this_event
        """,
    )
    reads_as(
        "The Red Column denied any involvement in the abduction of six teachers in Tarn.",
        """
        act       | harm     | number | actor          | speaker        | stance | about          | reach
        ----------+----------+--------+----------------+----------------+--------+----------------+-----------
        abduction | abducted | 6      | The Red Column | The Red Column | denies | responsibility | this_event
        """,
    )
    reads_as(
        "Nobody was killed in Kessa, the Varran army said.",
        """
        act     | harm   | number | actor | speaker         | stance  | about | reach
        --------+--------+--------+-------+-----------------+---------+-------+-----------
        killing | killed | 0      |       | the Varran army | asserts |       | this_event
        """,
    )
    reads_as(
        "The hospital said it had received no dead.",
        """
        act     | harm   | number | actor | speaker      | stance  | about | reach
        --------+--------+--------+-------+--------------+---------+-------+-----------
        killing | killed | 0      |       | The hospital | asserts |       | this_event
        """,
    )
    reads_as(
        "The Varran army did not bomb Kessa, a spokesman said.",
        """
        act     | harm | number | actor           | speaker     | stance | about      | reach
        --------+------+--------+-----------------+-------------+--------+------------+-----------
        bombing | none |        | The Varran army | a spokesman | denies | occurrence | this_event
        """,
    )
    reads_as(
        "The Red Column denied that the 12 people killed in Kessa were civilians.",
        """
        act     | harm   | number | actor | speaker        | stance | about  | reach
        --------+--------+--------+-------+----------------+--------+--------+-----------
        killing | killed | 12     |       | The Red Column | denies | status | this_event
        """,
    )
    reads_as(
        "The Varran army disputed the figure of 40 people killed in Kessa.",
        """
        act     | harm   | number | actor | speaker         | stance | about  | reach
        --------+--------+--------+-------+-----------------+--------+--------+-----------
        killing | killed | 40     |       | The Varran army | doubts | number | this_event
        """,
    )


def test_an_acceptance_names_its_speaker_as_actor(reads_as):
    reads_as(
        "The Red Column claimed responsibility for the car bomb that killed 12 people in Kessa.",
        """
        act     | harm   | number | actor          | speaker        | stance                 | about
        --------+--------+--------+----------------+----------------+------------------------+---------------
        bombing | killed | 12     | The Red Column | The Red Column | accepts_responsibility | responsibility
        """,
    )
    reads_as(
        "The Varran army admitted killing 12 people in Kessa.",
        """
        act     | harm   | number | actor           | speaker         | stance                 | about
        --------+--------+--------+-----------------+-----------------+------------------------+---------------
        killing | killed | 12     | The Varran army | The Varran army | accepts_responsibility | responsibility
        """,
    )
    reads_as(
        "No group has claimed responsibility for the car bomb that killed 12 people in Kessa.",
        """
        act     | harm   | number | actor | speaker | stance  | about
        --------+--------+--------+-------+---------+---------+------
        bombing | killed | 12     |       |         | asserts |
        """,
    )
    reads_as(
        "The Varran army acknowledged that its shelling had killed 12 people in Kessa.",
        """
        act      | harm   | number | actor           | speaker         | stance                 | about
        ---------+--------+--------+-----------------+-----------------+------------------------+---------------
        shelling | killed | 12     | The Varran army | The Varran army | accepts_responsibility | responsibility
        """,
    )


@pytest.mark.parametrize(
    ("report", "number", "speaker", "stance", "about"),
    [
        (
            "The Island Post questioned whether 12 people were killed in Kessa.",
            "12",
            "The Island Post",
            "doubts",
            "occurrence",
        ),
        ("Residents doubted that 12 people were killed in Kessa.", "12", "Residents", "doubts", "occurrence"),
    ],
)
def test_a_doubt_is_no_denial(reads_as, report, number, speaker, stance, about):
    reads_as(report, one_claim(number=number, speaker=speaker, stance=stance, about=about))


@pytest.mark.parametrize("end", ["", ", the hospital said"])
def test_a_number_that_a_report_calls_false_is_denied(reads_as, end):
    report = f"Reports that 120 people died in Kessa are false{end}."
    reads_as(report, one_claim(number="120", stance="denies", about="number"))
