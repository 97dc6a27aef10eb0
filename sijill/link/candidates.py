"""Pairs worth comparing: claims that share a block. Every block is capped, so the work grows with the claims.

A block larger than the window is sorted by what its claims say (never by who came first) and each claim meets its next
neighbours only; large events hold together through them.
"""

from collections import defaultdict
from collections.abc import Callable, Hashable, Iterator, Sequence

from sijill.link.families import SAYS_NOT_HOW
from sijill.link.sketch import FINE_DAYS, Sketch

WINDOW = 8
IN_DOCUMENT = 8
WEEK, MONTH, YEAR = 7, 30, 366
MOST_MONTHS = 13
MOST_STANDING_FOR_OTHERS = 24
Pair = tuple[int, int]


def candidates(sketches: Sequence[Sketch]) -> list[Pair]:
    """Pairs of positions in `sketches`, smaller first, each once."""
    blocks: dict[tuple[Hashable, ...], list[int]] = defaultdict(list)
    for position, sketch in enumerate(sketches):
        for key in keys(sketch):
            blocks[key].append(position)
    pairs: set[Pair] = set()
    for key, members in blocks.items():
        if len(members) > 1:
            pairs.update(_PAIRING[key[0]](sketches, members, key[1]))
    pairs.update(_bonds(sketches))
    return list(pairs)


def keys(sketch: Sketch) -> Iterator[tuple[Hashable, ...]]:
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


def _in_document(sketches: Sequence[Sketch], members: list[int], _: Hashable = None) -> Iterator[Pair]:
    """Each with those that follow it in the text."""
    return _following(sorted(members, key=lambda at: (sketches[at].begin, sketches[at].id)), IN_DOCUMENT)


def _neighbours(sketches: Sequence[Sketch], members: list[int], _: Hashable = None) -> Iterator[Pair]:
    """Each with its next neighbours in what they say."""
    return _following(sorted(members, key=lambda at: _order(sketches[at])), WINDOW)


def _of_one_day(sketches: Sequence[Sketch], members: list[int], ground: Hashable) -> Iterator[Pair]:
    """Claims that name this very place with each other, and with one claim of every place that lies in it."""
    here = [at for at in members if ground in (sketches[at].place, sketches[at].town, sketches[at].place_words)]
    if here:
        yield from _neighbours(sketches, here)
        chosen = set(here)
        yield from _each_with(here, _one_each(sketches, [at for at in members if at not in chosen]))


def _of_one_month(sketches: Sequence[Sketch], members: list[int], _: Hashable) -> Iterator[Pair]:
    """Claims dated to a month with each other, and with one claim of every day and place. Two of known days meet in
    the block of their day."""
    coarse = [at for at in members if (sketches[at].days or 0) > FINE_DAYS]
    if coarse:
        fine = [at for at in members if (sketches[at].days or 0) <= FINE_DAYS]
        yield from _neighbours(sketches, coarse)
        yield from _each_with(coarse, _one_each(sketches, fine))


def _one_each(sketches: Sequence[Sketch], members: list[int]) -> list[int]:
    """One claim for every day and place, the same whoever came first."""
    first: dict[tuple[object, ...], int] = {}
    for at in sorted(members, key=lambda at: sketches[at].id):
        first.setdefault((sketches[at].start, sketches[at].town or sketches[at].place), at)
    return [first[key] for key in sorted(first, key=str)][:MOST_STANDING_FOR_OTHERS]


def _each_with(these: list[int], those: list[int]) -> Iterator[Pair]:
    for left in these:
        for right in those:
            yield (min(left, right), max(left, right))


def _following(members: list[int], window: int) -> Iterator[Pair]:
    for index, left in enumerate(members):
        for right in members[index + 1 : index + 1 + window]:
            yield (left, right) if left < right else (right, left)


def _order(sketch: Sketch) -> tuple[object, ...]:
    return (sketch.start, sketch.end, sketch.family, sketch.place or "", sketch.number or 0, sketch.id)


def _bonds(sketches: Sequence[Sketch]) -> Iterator[Pair]:
    at = {sketch.id: position for position, sketch in enumerate(sketches)}
    for position, sketch in enumerate(sketches):
        whole = sketch.claim.toll.subset_of if sketch.claim.toll else None
        other = at.get(whole) if whole else None  # type: ignore[call-overload]
        if other is not None and other != position:
            yield (min(position, other), max(position, other))


_PAIRING: dict[Hashable, Callable[[Sequence[Sketch], list[int], Hashable], Iterator[Pair]]] = {
    "document": _in_document,
    "day": _of_one_day,
    "number": _neighbours,
    "month": _of_one_month,
}
