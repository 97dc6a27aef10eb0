"""Where sentences begin and end. Linear; no model.

A sentence ends at . ! ? (all that follow each other, and their closing quotes) before a capital, a digit or a quote,
unless the word before is an abbreviation; at a blank line; and at a line break, except in text that was wrapped at a
fixed width.
"""

from sijill.language.tokens import CLOSING, OPENING, Tokens

ABBREVIATIONS = frozenset(
    "mr mrs ms dr prof gen col lt maj capt sgt brig cpl sen rep gov st no vs jr sr rev hon adm cmdr etc"
    " approx inc ltd co corp dept est"
    " jan feb mar apr jun jul aug sep sept oct nov dec"
    " د ا أ م ش".split()
)
HALVES = frozenset({"a.m", "p.m"})
AFTER_AN_HOUR = frozenset(
    "monday tuesday wednesday thursday friday saturday sunday gmt est edt cst cdt mst mdt pst pdt utc".split()
)
"""Capitals that follow "at 10 p.m." inside a sentence."""
ENDS = frozenset(".!?\u061f\u2026")
ENDS_OR_CLOSES = ENDS | CLOSING
CREDIT = 6
"""Tokens from a bracket to that which opens it, around whose a picture is."""
YEAR = 4
IN_A_DATE = (
    frozenset(
        "january february march april may june july august september october november december"
        " jan feb mar apr jun jul aug sep sept oct nov dec the of".split()
    )
    | AFTER_AN_HOUR
    | {",", "."}
)
BEFORE_A_DATE = frozenset("on in since until from to by before after between and dated during at".split())
WRAPPED_AT = 100
LONGEST = 120
"""Tokens in a sentence. A longer run is cut at its last comma or semicolon: what reads a sentence may cost its
square.
"""


def sentences(tokens: Tokens) -> list[tuple[int, int]]:
    """Token ranges [start, end), in order, covering every token."""
    breaks_line = not is_wrapped(tokens.text)
    found, start = [], 0
    i, n = 0, len(tokens)
    while i < n:
        gap_from = tokens.ends[i]
        if tokens.words[i] in ENDS and _ends_here(tokens, i):
            while i + 1 < n and tokens.words[i + 1] in ENDS_OR_CLOSES and tokens.starts[i + 1] == tokens.ends[i]:
                i += 1
            found.append((start, i + 1))
            start = i + 1
        elif tokens.words[i] == ")" and _ends_a_caption(tokens, i):
            found.append((start, i + 1))
            start = i + 1
        elif i + 1 < n and tokens.starts[i + 1] - gap_from > 0:
            gap = tokens.text[gap_from : tokens.starts[i + 1]]
            if "\n" in gap and (breaks_line or gap.count("\n") > 1):
                found.append((start, i + 1))
                start = i + 1
        i += 1
    if start < n:
        found.append((start, n))
    return [piece for span in found for piece in _pieces(tokens, span)]


def _pieces(tokens: Tokens, span: tuple[int, int]) -> list[tuple[int, int]]:
    start, stop = span
    pieces = []
    while stop - start > LONGEST:
        marks = (
            k + 1 for k in range(start + LONGEST - 1, start + LONGEST // 2, -1) if tokens.words[k] in ",;:\u060c\u061b"
        )
        cut = next(marks, start + LONGEST)
        pieces.append((start, cut))
        start = cut
    return [*pieces, (start, stop)]


def is_wrapped(text: str) -> bool:
    """Was the text broken into lines of a fixed width?"""
    lines = text.split("\n", 400)[:400]
    long = [len(line) for line in lines if len(line) > 40]
    return len(long) >= 4 and max(long) <= WRAPPED_AT


def _ends_here(tokens: Tokens, i: int) -> bool:
    if tokens.words[i] != ".":
        return True
    before = tokens.lows[i - 1] if i else ""
    if i and tokens.ends[i - 1] == tokens.starts[i]:
        if before in ABBREVIATIONS or _initial(tokens, i - 1):
            return before.isalpha() and not before.isascii() and tokens.lows[max(0, i - 2)][0].isdigit()
        if before in HALVES and i + 1 < len(tokens) and tokens.lows[i + 1] in AFTER_AN_HOUR:
            return False
    j = i + 1
    while j < len(tokens) and tokens.words[j] in CLOSING and tokens.starts[j] == tokens.ends[j - 1]:
        j += 1
    if j >= len(tokens):
        return True
    following = tokens.words[j]
    if tokens.starts[j] == tokens.ends[j - 1] and following not in OPENING:
        return following[0].isupper() and len(before) > 2
    return (
        following[0].isupper()
        or following[0].isdigit()
        or following in OPENING
        or not following[0].isalpha()
        or not following.isascii()
    )


def _ends_a_caption(tokens: Tokens, i: int) -> bool:
    """ "A road near Kessa May 4 2031 (Island Post) | Twelve people": the day of a picture and whose it is. Not "on 4
    May 2031 (Sunday)" nor "in May 2031 (Island Post)", which are of what the sentence tells.
    """
    if i + 1 >= len(tokens) or not tokens.words[i + 1][0].isupper():
        return False
    opened = next((k for k in range(i - 1, max(0, i - CREDIT), -1) if tokens.words[k] == "("), None)
    year = tokens.words[opened - 1] if opened is not None else ""
    if opened is None or len(year) != YEAR or not year.isdigit() or not tokens.words[opened + 1][0].isupper():
        return False
    day = opened - 1
    while day > 0 and (tokens.words[day].isdigit() or tokens.lows[day] in IN_A_DATE):
        day -= 1
    return tokens.lows[day] not in BEFORE_A_DATE and AFTER_AN_HOUR.isdisjoint(tokens.lows[opened:i])


def _initial(tokens: Tokens, i: int) -> bool:
    return len(tokens.words[i]) == 1 and tokens.words[i].isupper() and tokens.words[i] != "I"
