"""Which language a text is in: by its script and its commonest words; where they are not plain, by py3langid."""

import re
from functools import cache
from io import BytesIO
from typing import Any

HEAD = 1500
ENGLISH = "the of and to in a was were that for on by with from at is said have has"
ARABIC = "في من على أن إلى عن التي الذي هذا هذه ما لا مع كان قال بعد قبل بين أو ان الى و لم قد إن"
COMMON = {"en": frozenset(ENGLISH.split()), "ar": frozenset(ARABIC.split())}
ARABIC_LETTERS = re.compile(r"[\u0600-\u06ff\u0750-\u077f\ufb50-\ufdff\ufe70-\ufefc]+")
LATIN_LETTERS = re.compile(r"[A-Za-z]+")
LETTERS = re.compile(r"[^\W\d_]+")
SHARE, PLAIN = 0.05, 0.2
"""Of the words: so many common ones may be of the language, so many are."""
NO_LANGUAGE = "zxx"
ENOUGH, CERTAIN = 100, 0.9
"""Letters that py3langid is given at least, and the probability it must reach."""


def tongue(text: str) -> str:
    """The code of the language ("en", "ar", "fr"), or "und" where nothing says so. Looks at the first 1,500
    characters.
    """
    head = text[:HEAD]
    language = "en" if head.isascii() or _letters(LATIN_LETTERS, head) >= _letters(ARABIC_LETTERS, head) else "ar"
    words = head.casefold().split()
    known = sum(map(COMMON[language].__contains__, words))
    if known > 0 and known >= PLAIN * len(words):
        return language
    told = _told_apart(head) if _letters(LETTERS, head) >= ENOUGH else None
    return told or (language if known > 0 and known >= SHARE * len(words) else "und")


def _told_apart(head: str) -> str | None:
    language, probability = _identifier().classify(head)
    return str(language) if probability >= CERTAIN and language != NO_LANGUAGE else None


@cache
def _identifier() -> Any:
    from py3langid import langid, modelio  # noqa: PLC0415  (seldom needed, slow to load)

    modelio.tempfile = _InMemory  # it unpacks its model into a file; a reading process may write none
    return langid.LanguageIdentifier.from_model_file(langid.MODEL_FILE, norm_probs=True)


class _InMemory:
    """Stands in for the module tempfile."""

    @staticmethod
    def TemporaryFile(suffix: str) -> BytesIO:  # noqa: N802  (as it is called there)
        return BytesIO()


def _letters(of: re.Pattern[str], text: str) -> int:
    return sum(map(len, of.findall(text)))
