"""Which language a text is in: by its script and a few of its commonest words."""

import re

HEAD = 1500
ENGLISH = "the of and to in a was were that for on by with from at is said have has"
ARABIC = "في من على أن إلى عن التي الذي هذا هذه ما لا مع كان قال بعد قبل بين أو ان الى و لم قد إن"
COMMON = {"en": frozenset(ENGLISH.split()), "ar": frozenset(ARABIC.split())}
ARABIC_LETTERS = re.compile(r"[\u0600-\u06ff\u0750-\u077f\ufb50-\ufdff\ufe70-\ufefc]+")
LATIN_LETTERS = re.compile(r"[A-Za-z]+")
SHARE = 0.05


def tongue(text: str) -> str:
    """ "en", "ar", or "und" where script and words do not say so. Looks at the first 1,500 characters."""
    head = text[:HEAD]
    language = "en" if head.isascii() or _letters(LATIN_LETTERS, head) >= _letters(ARABIC_LETTERS, head) else "ar"
    words = head.casefold().split()
    known = sum(map(COMMON[language].__contains__, words))
    return language if known > 0 and known >= SHARE * len(words) else "und"


def _letters(of: re.Pattern[str], text: str) -> int:
    return sum(map(len, of.findall(text)))
