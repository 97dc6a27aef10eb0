"""Pairs worth comparing: claims that share a block. Every block is capped, so the work grows with the claims.

A block larger than the window is sorted by what its claims say (never by who came first) and each claim meets its next
neighbours only; large events hold together through them.
"""

from collections import defaultdict
from collections.abc import Hashable, Iterator, Sequence

from sijill.link.families import SAYS_NOT_HOW
from sijill.link.sketch import FINE_DAYS, Sketch

WINDOW = 8
IN_DOCUMENT = 12
WEEK, MONTH, YEAR = 7, 30, 366
MOST_MONTHS = 13
Pair = tuple[int, int]


def candidates(sketches: Sequence[Sketch]) -> list[Pair]:
    """Pairs of positions in `sketches`, smaller first, each once."""
    blocks: dict[Hashable, list[int]] = defaultdict(list)
    for position, sketch in enumerate(sketches):
        for key in keys(sketch):
            blocks[key].append(position)
    pairs: set[Pair] = set()
    for key, members in blocks.items():
        window = IN_DOCUMENT if isinstance(key, tuple) and key[0] == "document" else WINDOW
        pairs.update(_neighbours(sketches, members, window, in_document=window == IN_DOCUMENT))
    pairs.update(_bonds(sketches))
    return list(pairs)


def keys(sketch: Sketch) -> Iterator[Hashable]:
    """The blocks of a claim. Two claims of one event share at least one where either says where or when."""
    yield ("document", sketch.document)
    grounds: list[Hashable] = [place for place in sketch.ring if place is not None]
    if not grounds and sketch.place_words:
        grounds = [sketch.place_words]
    if sketch.days is None:
        return
    if sketch.number is not None and sketch.number >= 5:
        yield from (("number", sketch.number, sketch.claim.harm, month) for month in _months(sketch))
    if sketch.level == 1:
        return
    for ground in grounds:
        if sketch.days <= FINE_DAYS:
            yield from (("day", ground, day) for day in range(sketch.start, sketch.end + 2))
        if sketch.days <= YEAR:
            yield from (("month", ground, month, *_how(sketch)) for month in _months(sketch))


def _how(sketch: Sketch) -> tuple[str, ...]:
    return () if sketch.act in SAYS_NOT_HOW else (sketch.family,)


def _months(sketch: Sketch) -> range:
    first, last = sketch.start // MONTH, sketch.end // MONTH
    return range(first, min(last, first + MOST_MONTHS) + 1)


def _neighbours(sketches: Sequence[Sketch], members: list[int], window: int, *, in_document: bool) -> Iterator[Pair]:
    if len(members) > window:
        members = sorted(members, key=lambda at: _order(sketches[at], in_document=in_document))
    for index, left in enumerate(members):
        for right in members[index + 1 : index + 1 + window]:
            yield (left, right) if left < right else (right, left)


def _order(sketch: Sketch, *, in_document: bool) -> tuple[object, ...]:
    if in_document:
        return (sketch.begin, sketch.finish, sketch.id)
    return (sketch.start, sketch.end, sketch.family, sketch.place or "", sketch.number or 0, sketch.id)


def _bonds(sketches: Sequence[Sketch]) -> Iterator[Pair]:
    at = {sketch.id: position for position, sketch in enumerate(sketches)}
    for position, sketch in enumerate(sketches):
        whole = sketch.claim.toll.subset_of if sketch.claim.toll else None
        other = at.get(whole) if whole else None  # type: ignore[call-overload]
        if other is not None and other != position:
            yield (min(position, other), max(position, other))
