"""Which language a run of words is in, told by its script. No model: what is not English or Arabic is told apart only
by letters that those two do not write.
"""

from sijill.language.tokens import Tokens

ARABIC = range(0x0600, 0x0700)
FOREIGN = frozenset(
    "\u067e\u0686\u0698\u06af\u06a9\u06cc\u06c1\u06be\u06d2\u0679\u0688\u0691\u06ba\u06d5\u06ce\u06c6\u06b5\u0695\u06c7\u06d0"
)
"""Letters of Persian, Urdu, Kurdish, Pashto and Uyghur that Arabic does not write."""
MANY = 0.04


def language_of(tokens: Tokens, start: int, stop: int) -> str | None:
    """ "ar" where half of the letters of tokens [start, stop) are Arabic, "en" where less; None for a language that
    shares the script of Arabic and not its letters.
    """
    if start >= stop:
        return "en"
    text = tokens.text[tokens.starts[start] : tokens.ends[stop - 1]]
    if text.isascii():
        return "en"
    letters = [c for c in text if c.isalpha()]
    arabic = [c for c in letters if ord(c) in ARABIC]
    if 2 * len(arabic) < len(letters) or not arabic:
        return "en"
    foreign = sum(1 for c in arabic if c in FOREIGN)
    return None if foreign > MANY * len(arabic) else "ar"
