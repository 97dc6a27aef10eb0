"""Voices of every kind, and what kind they are."""

import pytest

from tests.unit.extract.rows import one_claim


@pytest.mark.parametrize(
    ("report", "harm", "number", "actor", "speaker", "kind", "stance"),
    [
        (
            "A spokesman for the Red Column said 12 people were killed in Kessa.",
            "killed",
            "12",
            "",
            "A spokesman for the Red Column",
            "official",
            "asserts",
        ),
        (
            "Local officials say 12 people were killed in Kessa.",
            "killed",
            "12",
            "",
            "Local officials",
            "official",
            "asserts",
        ),
        (
            "Activists said Varran warplanes killed 12 people in Kessa.",
            "killed",
            "12",
            "Varran warplanes",
            "Activists",
            "local",
            "asserts",
        ),
        (
            "A security source said on condition of anonymity that 12 people were killed in Kessa.",
            "killed",
            "12",
            "",
            "A security source",
            "official",
            "asserts",
        ),
        (
            "State media said the Red Column killed 12 people in Kessa.",
            "killed",
            "12",
            "the Red Column",
            "State media",
            "media",
            "asserts",
        ),
        (
            "The Varra Press Agency quoted a military source as saying that the Red Column killed 12 people in Kessa.",
            "killed",
            "12",
            "the Red Column",
            "The Varra Press Agency > a military source",
            "media > official",
            "asserts",
        ),
        (
            "Rescuers said they had recovered 12 bodies in Kessa.",
            "found_dead",
            "12",
            "",
            "Rescuers",
            "local",
            "asserts",
        ),
        (
            "In a statement, the Red Column said it killed 12 soldiers in Kessa.",
            "killed",
            "12",
            "the Red Column",
            "the Red Column",
            "party",
            "asserts",
        ),
        (
            "The UN envoy told reporters that 12 people had been killed in Kessa.",
            "killed",
            "12",
            "",
            "The UN envoy",
            "un",
            "asserts",
        ),
        (
            "The minister said no civilians had been killed in Kessa.",
            "killed",
            "0",
            "",
            "The minister",
            "official",
            "asserts",
        ),
        (
            "A group calling itself the Column claimed responsibility for the killing of 12 people in Kessa.",
            "killed",
            "12",
            "the Column",
            "the Column",
            "party",
            "accepts_responsibility",
        ),
        (
            "Nobody claimed responsibility for the bombing, which killed 12 people in Kessa.",
            "killed",
            "12",
            "",
            "",
            "",
            "asserts",
        ),
    ],
)
def test_voices_of_every_kind(reads_as, report, harm, number, actor, speaker, kind, stance):
    reads_as(report, one_claim(harm=harm, number=number, actor=actor, speaker=speaker, kind=kind, stance=stance))
