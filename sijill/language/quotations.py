"""What stands between quotation marks. A quotation ends with its mark or with its paragraph; linear in the text."""

from sijill.language.sentences import is_wrapped
from sijill.language.tokens import Tokens

OPEN, CLOSE, EITHER = "\u201c\u00ab\u201e", "\u201d\u00bb", '"'
MARKS = frozenset(OPEN + CLOSE + EITHER + "'")
TWICE = "'"
"""Written twice without a space it is a quotation mark ("''")."""


def quotations(tokens: Tokens) -> list[tuple[int, int]]:
    """Token ranges [start, end), marks included, in order; what is quoted inside a quotation is part of it."""
    found: list[tuple[int, int]] = []
    opened: int | None = None
    by_line = not is_wrapped(tokens.text)
    for i, word in enumerate(tokens.words):
        if opened is not None and _new_paragraph(tokens, i, by_line=by_line):
            found.append((opened, i))
            opened = None
        mark = _mark(tokens, i) if word in MARKS else None
        if mark is None:
            continue
        if opened is None:
            opened = i if mark != "close" else None
        elif mark != "open":
            found.append((opened, i + 1))
            opened = None
    if opened is not None:
        found.append((opened, len(tokens)))
    return found


def _mark(tokens: Tokens, i: int) -> str | None:
    """open | close | either, where token i is a quotation mark."""
    word = tokens.words[i]
    if word in OPEN:
        return "open"
    if word in CLOSE:
        return "close"
    if word == EITHER or _is_doubled(tokens, i):
        width = 1 if word == EITHER else 2
        return _side(tokens, i, i + width)
    return None


def _is_doubled(tokens: Tokens, i: int) -> bool:
    twin = i + 1 < len(tokens) and tokens.words[i] == tokens.words[i + 1] == TWICE
    return twin and tokens.ends[i] == tokens.starts[i + 1]


def _side(tokens: Tokens, i: int, after: int) -> str:
    """A straight mark opens after a space and before a word, closes the other way round; else either."""
    text, start, end = tokens.text, tokens.starts[i], tokens.ends[after - 1]
    spaced_before = start == 0 or text[start - 1].isspace() or text[start - 1] in "([\u2014\u2013-"
    spaced_after = end >= len(text) or text[end].isspace()
    if spaced_before and not spaced_after:
        return "open"
    return "close" if spaced_after and not spaced_before else "either"


def _new_paragraph(tokens: Tokens, i: int, *, by_line: bool) -> bool:
    gap = tokens.text[tokens.ends[i - 1] : tokens.starts[i]]
    return "\n" in gap and (by_line or gap.count("\n") > 1)
