"""The language of a text: plain ones by their common words, others by py3langid, and none where nothing says so."""

import pytest

from sijill.capture.tongue import tongue

MANY = 3


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Nine people were killed in the village of Orrin, the mayor said.", "en"),
        ("قال شهود إن تسعة أشخاص قتلوا في قرية أورين.", "ar"),
        ("Neuf personnes ont été tuées dans le village d'Orrin, selon le maire. " * MANY, "fr"),
        ("Dokuz kişi Orrin köyünde öldürüldü, belediye başkanı cuma günü söyledi. " * MANY, "tr"),
        ("نه نفر در روستای اورین کشته شدند، شاهدان عینی به خبرنگاران گفتند. " * MANY, "fa"),
        ("Kolme ihmista sai surmansa kylassa", "und"),
        ("12 34 56 // 78", "und"),
        ("x" * 300, "und"),
    ],
)
def test_a_text_is_in_the_language_that_its_words_say(text, language):
    assert tongue(text) == language
