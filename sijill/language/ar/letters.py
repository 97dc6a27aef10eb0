"""One form for the many spellings of an Arabic word: vowel marks and tatweel removed, forms of alef and yeh made one.

Final ta marbuta and the hamza of a middle or last letter stay: they tell words apart ("killers" and "killed him").
"""

import re
import unicodedata

LETTER = "\u0620-\u063f\u0641-\u064a\u066e\u066f\u0671-\u06d3\u06fa-\u06ff\ufb50-\ufdff\ufe70-\ufefc"
MARK = "\u064b-\u065f\u0670\u0640\u06d6-\u06ed"
"""Vowel marks, and the tatweel that stretches a word."""
SCRIPT = re.compile(f"[{LETTER}]")
_SHAPED = re.compile("[\ufb50-\ufdff\ufe70-\ufefc]")
_DIGITS = {0x0660 + n: str(n) for n in range(10)} | {0x06F0 + n: str(n) for n in range(10)}
_FORMS = str.maketrans("أإآٱىیکہھ", "ااااييكهه")
_PLAIN = {
    **_FORMS,
    **_DIGITS,
    **dict.fromkeys([*range(0x064B, 0x0660), 0x0670, 0x0640, *range(0x06D6, 0x06EE)]),
    0x066C: ",",
    0x066B: ".",
    0x060C: ",",
    0x061B: ";",
    0x061F: "?",
}


def fold_word(word: str) -> str:
    """The key of a word: أُصيبَ -> اصيب, قتلـى -> قتلي, ١٢ -> 12. Latin letters become lower case."""
    if _SHAPED.search(word):
        word = unicodedata.normalize("NFKC", word)
    return word.translate(_PLAIN).lower()


def offsets(word: str, low: str) -> list[int]:
    """Where in `word` each letter of its key begins, and last its length."""
    if len(word) == len(low):
        return list(range(len(word) + 1))
    starts = [i for i, letter in enumerate(word) for _ in fold_word(letter)]
    return [*starts, len(word)]
