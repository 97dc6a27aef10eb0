"""Whoever speaks as the text names them: with a title, an office in brackets and all that stands in commas behind the
name. Claims keep the short name.
"""

from sijill.extract.syntax.classes import RELATIVE
from sijill.extract.syntax.sentence import Sentence
from sijill.language.tokens import CLOSING, OPENING

LONGEST = 40
"""Tokens of what is told of a speaker between two commas."""
LONGEST_NAME = 8
"""Tokens of a name, its title and its initials."""


def in_full(s: Sentence, source: tuple[int, int], cue: range) -> tuple[int, int]:
    """Tokens [start, end) of a source with what belongs to it, up to the cue where that follows."""
    if not cue or not s.cased:
        return source
    start = _with_title(s, source[0])
    if source[1] <= cue.start:
        return start, cue.start if _is_described(s, source[1], cue.start) else source[1]
    return (start, _described_behind(s, source[1])) if source[0] == cue.stop else (start, source[1])


def _with_title(s: Sentence, start: int) -> int:
    """ "Mr. Name", "Rep. Name X. Surname": the tokens before that are capitals, or the full stop of an abbreviation."""
    k = start
    while k - 1 > s.start and start - k < LONGEST_NAME and s.low(k - 1) == "." and _is_capital(s, k - 2):
        k -= 2
        while k - 1 >= s.start and _is_capital(s, k - 1):
            k -= 1
    return k


def _is_capital(s: Sentence, k: int) -> bool:
    return s.start <= k and s.tokens.words[k][:1].isupper()


def _is_described(s: Sentence, start: int, stop: int) -> bool:
    """ ", a surgeon,", "(Tarn)", "who ran the clinic": does all between a name and its verb tell who that is?"""
    if not 0 < stop - start <= LONGEST or any(s.tokens.words[k] in OPENING | CLOSING for k in range(start, stop)):
        return False
    opens, closes = s.low(start), s.low(stop - 1)
    if opens in ("(", ","):
        return closes in (")", ",")
    return (opens == "." and s.tokens.words[start - 1][-1:].isalpha() and closes in (")", ",")) or (
        bool(s.kind(start) & RELATIVE)
    )


def _described_behind(s: Sentence, end: int) -> int:
    """ "said Name, a surgeon at the clinic.": to the end of the aside, or of the sentence."""
    k = end
    if s.low(k) == "(":
        k = next((i + 1 for i in range(k, min(s.stop, k + LONGEST_NAME)) if s.low(i) == ")"), k)
    if s.low(k) != "," and not s.kind(k) & RELATIVE:
        return k
    stop = next((i for i in range(k + 1, s.stop) if s.tokens.words[i] in OPENING | CLOSING), s.stop)
    while stop > k and (s.low(stop - 1) in (",", ".", "") or s.tokens.words[stop - 1] in OPENING | CLOSING):
        stop -= 1
    return stop if stop - k <= LONGEST else end
