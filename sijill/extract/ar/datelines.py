"""Datelines: "Kessa (Agency) - " before the first sentence of a report."""

from sijill.language.tokens import Tokens

DASHES = frozenset("-\u2013\u2014:")
WITHIN = 4
"""Tokens of the text before which a dateline begins."""
LONGEST = 14


def cut(tokens: Tokens, span: tuple[int, int]) -> list[tuple[int, int]]:
    """A sentence, cut in two after a dateline that begins the text: a place, an agency in brackets, a dash."""
    start, stop = span
    if start >= WITHIN:
        return [span]
    for k in range(start + 1, min(stop - 1, start + LONGEST)):
        spaced = tokens.starts[k] > tokens.ends[k - 1] or tokens.words[k - 1] == ")"
        if tokens.words[k] in DASHES and spaced and (tokens.words[k - 1] == ")" or "/" in tokens.words[start:k]):
            return [(start, k + 1), (k + 1, stop)]
    return [span]
