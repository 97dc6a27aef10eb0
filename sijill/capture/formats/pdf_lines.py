"""From glyphs on a page to lines of text.

Lines that run from left to right stand as PDFium orders them. A line with Arabic or Hebrew letters is ordered by where
its letters stand: from right to left, numbers and Latin words in it from left to right (the inverse of what the Unicode
bidirectional algorithm does to show them).
"""

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Sequence
from itertools import pairwise
from math import ceil, floor
from typing import NamedTuple

GAP = 0.28
"""Of the height of a glyph: a wider gap between two is a space."""
TOUCHING = 0.35
"""Of the width of a digit: digits closer than that belong to one number."""
SAME_ROW = 0.5
APART, FAR = 1.3, 3.0
"""Of the usual distance of two lines of the page, and of the height of a line: beyond, a paragraph ends."""
FULL = 0.75
"""Of the width of the widest line around: a shorter line ends a paragraph."""
HYPHENS = "\x02\ufffe"
RIGHT_TO_LEFT = ("R", "AL")
TURNING = re.compile(r"[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc\U00010800-\U00010fff\U0001e800-\U0001efff]")
DIGIT = re.compile(r"[0-9\u0660-\u0669\u06f0-\u06f9]")
LISTED = 10
Box = tuple[int, int, int, int]


class Glyph(NamedTuple):
    """A character with its box [points]. made: put in by PDFium (a space, a line end); turned: not drawn upright."""

    text: str
    left: float
    bottom: float
    right: float
    top: float
    made: bool = False
    turned: bool = False


class Row(NamedTuple):
    """A line as PDFium orders it, with its box; with its glyphs where they have to be put in order."""

    text: str
    box: Box
    glyphs: Sequence[Glyph] = ()


class Line(NamedTuple):
    """A line of text, its box, and what stands between it and the next: a space where a paragraph goes on."""

    text: str
    box: Box
    after: str


def lines(rows: Sequence[Row]) -> list[Line]:
    """The lines of a page, in PDFium's order."""
    read = [(_ordered(row.glyphs) if row.glyphs else row.text.rstrip(" "), row.box, row.text) for row in rows]
    kept = [(text, box, ordered) for text, box, ordered in read if text.strip()]
    widest = max((box[2] - box[0] for _, box, _ in kept), default=0)
    steps = sorted(box[1] - following[1] for (_, box, _), (_, following, _) in pairwise(kept) if box[1] > following[1])
    usual = steps[len(steps) // 2] if steps else 0
    after = [_between(box, following, said, (widest, usual)) for (_, box, said), (_, following, _) in pairwise(kept)]
    return [Line(text, box, gap) for (text, box, _), gap in zip(kept, [*after, ""], strict=False)]


def rows_of(glyphs: Sequence[Glyph]) -> list[Row]:
    """The rows of glyphs, as PDFium ends its lines."""
    rows = [row for row in _rows(glyphs) if any(not each.made and not each.text.isspace() for each in row)]
    texts = ["".join(each.text for each in row) for row in rows]
    return [Row(text, _box(row), row if turns(text) else ()) for text, row in zip(texts, rows, strict=True)]


def turns(text: str) -> bool:
    """Does it hold a letter that is written from right to left?"""
    return TURNING.search(text) is not None


def numbers_apart(digits: Sequence[tuple[int, Glyph]]) -> list[dict[str, str | int]]:
    """Numbers that PDFium's order and the places on the page read differently; none where both agree.

    digits   of the page, with their places in PDFium's order
    """
    upright = [(at, each) for at, each in digits if not each.turned]
    ordered, standing = Counter(_in_order(upright)), Counter(_as_standing(each for _, each in upright))
    if ordered == standing:
        return []
    only, other = ordered - standing, standing - ordered
    return [{"as_ordered": _listed(only), "as_standing": _listed(other)}]


def _listed(numbers: Counter[str]) -> str:
    return " ".join(sorted(numbers.elements())[:LISTED])


def _in_order(digits: Sequence[tuple[int, Glyph]]) -> list[str]:
    found, last = list[str](), -2
    for at, each in digits:
        if at == last + 1:
            found[-1] += each.text
        else:
            found.append(each.text)
        last = at
    return found


def _as_standing(digits: Iterable[Glyph]) -> list[str]:
    """Digits of a row that touch each other, from left to right. O(n log n)."""
    found, row = list[str](), list[Glyph]()
    for each in sorted(digits, key=lambda glyph: (-(glyph.top + glyph.bottom), glyph.left)):
        if row and abs(_middle(row[0]) - _middle(each)) > SAME_ROW * (row[0].top - row[0].bottom):
            found += _touching(row)
            row = []
        row.append(each)
    return found + _touching(row)


def _touching(row: list[Glyph]) -> list[str]:
    found, right = list[str](), None
    for each in sorted(row, key=lambda glyph: glyph.left):
        if right is not None and each.left - right < TOUCHING * (each.right - each.left):
            found[-1] += each.text
        else:
            found.append(each.text)
        right = each.right
    return found


def _rows(glyphs: Sequence[Glyph]) -> list[list[Glyph]]:
    """As PDFium ends its lines."""
    rows: list[list[Glyph]] = [[]]
    for each in glyphs:
        if each.text in "\r\n":
            if rows[-1]:
                rows.append([])
        else:
            rows[-1].append(each)
    return rows


def _ordered(row: Sequence[Glyph]) -> str:
    """From right to left, by where the letters stand; numbers and Latin words in it from left to right."""
    drawn = [each for each in row if not each.made and not each.text.isspace() and each.text not in HYPHENS]
    marks = [each for each in drawn if unicodedata.category(each.text) == "Mn"]
    letters = sorted((each for each in drawn if unicodedata.category(each.text) != "Mn"), key=lambda glyph: glyph.left)
    clusters = _with_marks(letters, marks)
    seen = list[str]()
    for at, each in enumerate(letters):
        if at and each.left - letters[at - 1].right > GAP * max(each.top - each.bottom, 1.0):
            seen.append(" ")
        seen.append(clusters[at])
    return _logical(seen)


def _with_marks(letters: Sequence[Glyph], marks: Sequence[Glyph]) -> list[str]:
    """Each letter as it is written today (not in the shapes of print), with the marks that stand over it."""
    clusters = [_unshaped(each.text) for each in letters]
    for mark in marks:
        if letters:
            middle = (mark.left + mark.right) / 2
            nearest = min(range(len(letters)), key=lambda at: abs((letters[at].left + letters[at].right) / 2 - middle))
            clusters[nearest] += mark.text
    return clusters


def _logical(seen: Sequence[str]) -> str:
    """What was seen from left to right, in the order in which it is read."""
    reversed_ = list(reversed(seen))
    found, at = list[str](), 0
    while at < len(reversed_):
        end = _run(reversed_, at)
        found += reversed(reversed_[at:end]) if end > at else [reversed_[at]]
        at = max(end, at + 1)
    return "".join(found)


def _run(words: Sequence[str], at: int) -> int:
    """The end of the run from left to right that begins here; `at` if none does."""
    end, latin = at, False
    for place in range(at, len(words)):
        kind = unicodedata.bidirectional(words[place][0])
        if kind in RIGHT_TO_LEFT:
            break
        if kind == "L":
            latin = True
        if kind in ("L", "EN", "AN"):
            if place > end > at and not latin and not _joined(words, end, place):
                break
            end = place + 1
        elif place == at:
            return at
        elif kind in ("WS", "B", "S") and not latin and not _latin_follows(words, place):
            break
    return end


def _joined(words: Sequence[str], end: int, place: int) -> bool:
    """Does one mark, as in 1,200 or 12/3, stand between two digits?"""
    return (place - end == 1 and words[end] in ".,:/\u066b\u066c") or (
        words[end] in "-+" and "0" <= words[place] <= "9"
    )


def _latin_follows(words: Sequence[str], place: int) -> bool:
    for word in words[place:]:
        kind = unicodedata.bidirectional(word[0])
        if kind == "L":
            return True
        if kind in RIGHT_TO_LEFT:
            return False
    return False


def _between(box: Box, following: Box, said: str, measures: tuple[int, int]) -> str:
    """Does the paragraph go on? Then a space, or nothing after a hyphen that only ends the line."""
    if said[-1:] in HYPHENS:
        return ""
    widest, usual = measures
    step = box[1] - following[1]
    apart = step <= 0 or step > APART * usual or step > FAR * max(1, box[3] - box[1])
    return "\n" if apart or box[2] - box[0] < FULL * widest else " "


def _box(row: Sequence[Glyph]) -> Box:
    drawn = [each for each in row if not each.made]
    return (
        floor(min(each.left for each in drawn)),
        floor(min(each.bottom for each in drawn)),
        ceil(max(each.right for each in drawn)),
        ceil(max(each.top for each in drawn)),
    )


def _unshaped(letter: str) -> str:
    """The letter of a shape of print (U+FB50 to U+FEFC): a ligature gives both of its letters."""
    if "\ufb50" <= letter <= "\ufdff" or "\ufe70" <= letter <= "\ufefc":
        return unicodedata.normalize("NFKC", letter)
    return letter


def _middle(glyph: Glyph) -> float:
    return (glyph.top + glyph.bottom) / 2
