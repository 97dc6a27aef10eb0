"""Which language a sentence is in, by its script."""

import pytest

from sijill.language.scripts import language_of
from sijill.language.tokens import tokenize


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Shelling killed 12 people.", "en"),
        ("قتل القصف 12 مدنيا.", "ar"),
        ("قال المتحدث باسم Ostmark Press إن القصف قتل مدنيين", "ar"),
        ("The word قصف means shelling.", "en"),
        ("12 - 15", "en"),
        ("", "en"),
        ("گلوله‌باران چهار غیرنظامی را کشت", None),
        ("گولہ باری میں چار شہری ہلاک ہو گئے", None),
    ],
)
def test_a_sentence_is_in_the_language_of_its_script(text, language):
    tokens = tokenize(text)
    assert language_of(tokens, 0, len(tokens)) == language


def test_one_borrowed_letter_does_not_make_another_language():
    tokens = tokenize("قال مراسل الوكالة في بلدة گرمسان إن القصف قتل أربعة مدنيين وأصاب تسعة آخرين بجروح خطيرة")
    assert language_of(tokens, 0, len(tokens)) == "ar"
