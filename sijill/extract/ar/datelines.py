"""Datelines: "Kessa (Agency) - " before the first sentence of a report."""

from sijill.extract.ar.words import bits
from sijill.language.tokens import Tokens

DASHES = frozenset("-\u2013\u2014:")
WITHIN = 4
"""Tokens of the text before which a dateline begins."""
LONGEST = 14
NAMES = 9
"""Tokens of a place, an agency and the dashes after them."""


def cut(tokens: Tokens, span: tuple[int, int]) -> list[tuple[int, int]]:
    """A sentence, cut in two after a dateline that begins the text: a place, an agency in brackets, a dash."""
    start, stop = span
    if start >= WITHIN:
        return [span]
    for k in range(start + 1, min(stop - 1, start + LONGEST)):
        spaced = tokens.starts[k] > tokens.ends[k - 1] or tokens.words[k - 1] == ")"
        if tokens.words[k] in DASHES and spaced and (tokens.words[k - 1] == ")" or "/" in tokens.words[start:k]):
            return [(start, k + 1), (k + 1, stop)]
    last = _last_dash(tokens, start, stop)
    return [span] if last is None else [(start, last + 1), (last + 1, stop)]


def _last_dash(tokens: Tokens, start: int, stop: int) -> int | None:
    """ "Kessa - Agency - ": the last of the dashes between which no word of a sentence stands."""
    found = None
    for k in range(start, min(stop - 1, start + NAMES)):
        if tokens.words[k] in DASHES and k > start and tokens.starts[k] > tokens.ends[k - 1]:
            found = k
        elif bits(tokens.lows[k]) or not tokens.lows[k][0].isalpha():
            return found
    return found
