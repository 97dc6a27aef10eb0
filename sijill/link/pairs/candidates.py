"""Pairs worth comparing: claims that share a block. Every block is capped, so the work grows with the claims.

A block larger than the window is sorted by what its claims say (never by who came first) and each claim meets its next
neighbours only; large events hold together through them.
"""

from array import array
from collections import Counter, defaultdict
from collections.abc import Callable, Container, Hashable, Iterator, Sequence
from typing import Any, TypeVar

import numpy as np
import numpy.typing as npt

from sijill.link.pairs.compare import AT_ONCE_DAYS, SLACK_DAYS, TELLING_IN_ONE_REPORT
from sijill.link.pairs.families import RARE
from sijill.link.pairs.retold import opening_words
from sijill.link.pairs.sketch import FINE_DAYS, Sketch
from sijill.model.claim import SAYS_NOT_HOW, Act, Harm
from sijill.model.document import DocumentId

WINDOW = 8
GROUNDED = frozenset({"day", "month", "told"})
"""Kinds of block whose claims are compared by where they are: the second part of their key is the place."""
CELLS = 20  # of a degree: about five kilometres
IN_DOCUMENT = 8
WEEK, MONTH, YEAR = 7, 30, 366
MOST_MONTHS = 13
MOST_STANDING_FOR_OTHERS = 24
MOST_TOLD_TOGETHER = 6
MOST_OF_A_REPORT = 6
MOST_REPORTS = 12
NAMES = 2
"""That two reports must share to be looked at for that alone."""
TOLD_DAYS = 4
Pair = tuple[int, int]
Flat = npt.NDArray[Any]
T = TypeVar("T", int, DocumentId)


def candidates(sketches: Sequence[Sketch]) -> Iterator[Pair]:
    """Pairs of positions in `sketches`, smaller first, each once, in order.

    Pairs are kept as one number each (left * n + right) until all blocks are done: eight bytes, however many there are.
    """
    n, codes = len(sketches), array("Q")
    for kind, ground, members in _blocks(sketches):
        codes.extend(left * n + right for left, right in _PAIRING[kind](sketches, members, ground))
    codes.extend(left * n + right for left, right in _bonds(sketches))
    codes.extend(left * n + right for left, right in _same_people(sketches))
    before = -1
    np.frombuffer(codes, dtype=np.uint64).sort()  # in place: np.unique would take ten times as much
    for code in codes:
        if code == before:
            continue
        before = code
        left, right = divmod(code, n)
        if _meet(sketches[left], sketches[right]):
            yield left, right


def _blocks(sketches: Sequence[Sketch]) -> Iterator[tuple[Hashable, Hashable, list[int]]]:
    """Kind, ground and members of each block with two members and more."""
    kinds, of, members, edges = _sorted_by_key(sketches)
    for which in np.flatnonzero(np.diff(edges) > 1):
        start, end = int(edges[which]), int(edges[which + 1])
        yield (*kinds[int(of[start])], members[start:end].tolist())


def _sorted_by_key(sketches: Sequence[Sketch]) -> tuple[list[tuple[Hashable, Hashable]], Flat, Flat, Flat]:
    """Every kind and ground; for each holder of a key, block after block, the number of these and its position; and
    where blocks begin and end.

    Keys are held as hashes in flat arrays: a table of lists would take a hundred times as much. Two blocks of one hash
    (one in 10^8 for a million claims) would only have more pairs compared.
    """
    hashes, holders, grounds = array("q"), array("I"), array("I")
    known: dict[tuple[Hashable, Hashable], int] = {}
    named, coarse = _grounds_that_meet(sketches)
    for position, sketch in enumerate(sketches):
        for key in keys(sketch, named, coarse):
            hashes.append(hash(key))
            holders.append(position)
            grounds.append(known.setdefault((key[0], key[1] if key[0] in GROUNDED else None), len(known)))
    sorted_by = np.argsort(np.frombuffer(hashes, dtype=np.int64), kind="stable")
    ordered = np.frombuffer(hashes, dtype=np.int64)[sorted_by]
    edges = np.flatnonzero(np.concatenate(([True], ordered[1:] != ordered[:-1], [True]))) if hashes else np.zeros(1)
    members = np.frombuffer(holders, dtype=np.uint32)[sorted_by]
    return list(known), np.frombuffer(grounds, dtype=np.uint32)[sorted_by], members, edges


def _grounds_that_meet(sketches: Sequence[Sketch]) -> tuple[set[Hashable], set[Hashable]]:
    """Grounds that some claim names itself, and those of claims without a day: nobody meets on any other.

    A claim of a town is of its province and country too; where no claim names these, nobody meets there.
    """
    named: set[Hashable] = set()
    coarse: set[Hashable] = set()
    for sketch in sketches:
        named.update((sketch.place, sketch.town, sketch.place_words))
        if not _fine(sketch):
            coarse.update(_grounds(sketch))
    return named, coarse


def _meet(a: Sketch, b: Sketch) -> bool:
    """Whether the two can be of one time, and are not two rows of one dataset: else no group may hold both, and
    comparing them is idle. Nor is what says neither how nor to whom ("an offensive") compared with another report.
    """
    if a.document != b.document and (
        (a.listed is not None and a.listed == b.listed) or _says_nothing(a) or _says_nothing(b)
    ):
        return False
    return (a.start if a.start > b.start else b.start) - (a.end if a.end < b.end else b.end) <= SLACK_DAYS


def _says_nothing(sketch: Sketch) -> bool:
    return sketch.act is Act.OTHER and sketch.claim.harm is Harm.NONE


def keys(sketch: Sketch, named: Container[Hashable], coarse: Container[Hashable]) -> Iterator[tuple[Hashable, ...]]:
    """The blocks of a claim. Two claims of one event share at least one where either says where or when.

    A claim without a day stands with those told within two days of it.

    named, coarse   as in `_grounds_that_meet`
    """
    yield ("document", sketch.document)
    months = _months(sketch)
    if sketch.number is not None and sketch.number >= (5 if sketch.days is not None else TELLING_IN_ONE_REPORT):
        yield from (("number", sketch.number, sketch.claim.harm, month) for month in months)
    elif sketch.number is not None and (words := opening_words(sketch)):
        yield ("number", words, sketch.number)
    if sketch.act in RARE:
        yield from (("month", sketch.act, month) for month in months)
        if _fine(sketch):
            yield from (("day", sketch.act, day) for day in range(sketch.start, sketch.end + 2))
    for ground in _grounds(sketch):
        if ground not in named and not isinstance(ground, tuple):
            continue
        if ground in coarse and sketch.told is not None and _names(sketch, ground):
            yield ("told", ground, sketch.told // TOLD_DAYS, 0, *_how(sketch))
            yield ("told", ground, (sketch.told + AT_ONCE_DAYS) // TOLD_DAYS, 1, *_how(sketch))
        if sketch.days is not None and sketch.days <= FINE_DAYS:
            yield from (("day", ground, day) for day in range(sketch.start, sketch.end + 2))
        if ground in coarse and sketch.days is not None and sketch.days <= YEAR:
            yield from (("month", ground, month, *_how(sketch)) for month in months)


def _grounds(sketch: Sketch) -> list[Hashable]:
    """The place and all it lies in; of a place without an id its words and where it lies. Of a country none."""
    if sketch.level == 1:
        return []
    grounds: list[Hashable] = [place for place in sketch.ring if place is not None]
    return grounds or ([sketch.place_words, *_cells(sketch)] if sketch.place_words else [])


def _cells(sketch: Sketch) -> tuple[Hashable, ...]:
    """The squares of the globe that a place without an id lies in, in two grids so that neighbours share one."""
    if sketch.lat is None or sketch.lon is None or sketch.level < 4:
        return ()
    north, east = sketch.lat * CELLS, sketch.lon * CELLS
    return ((int(north // 1), int(east // 1)), (int((north + 0.5) // 1), int((east + 0.5) // 1), "shifted"))


def _how(sketch: Sketch) -> tuple[str, ...]:
    return () if sketch.act in SAYS_NOT_HOW else (sketch.family,)


def _months(sketch: Sketch) -> range:
    if sketch.days is None:
        return range(sketch.told // MONTH - 1, sketch.told // MONTH + 1) if sketch.told is not None else range(0)
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
    here = [at for at in members if _names(sketches[at], ground)]
    if here:
        yield from _neighbours(sketches, here)
        chosen = set(here)
        yield from _each_with(here, _one_each(sketches, [at for at in members if at not in chosen]))


def _of_one_month(sketches: Sequence[Sketch], members: list[int], ground: Hashable) -> Iterator[Pair]:
    """Claims dated to a month that name this very place with each other, and with one claim of every day and place in
    it; those of a place in it with one claim of every day here. Two of known days meet in the block of their day."""
    yield from _coarse_with_fine(sketches, members, ground, MOST_STANDING_FOR_OTHERS)


def _told_together(sketches: Sequence[Sketch], members: list[int], ground: Hashable) -> Iterator[Pair]:
    """The same of claims without a day, with those told of in these days."""
    yield from _coarse_with_fine(sketches, members, ground, MOST_TOLD_TOGETHER)


def _coarse_with_fine(sketches: Sequence[Sketch], members: list[int], ground: Hashable, most: int) -> Iterator[Pair]:
    coarse = [at for at in members if not _fine(sketches[at])]
    if not coarse:
        return
    here = [at for at in coarse if _names(sketches[at], ground)]
    chosen = set(here)
    around = [at for at in coarse if at not in chosen]
    fine = [at for at in members if _fine(sketches[at])]
    yield from _neighbours(sketches, here)
    yield from _each_with(here, _one_each(sketches, [*fine, *around])[:most])
    yield from _each_with(around, _one_each(sketches, [at for at in fine if _names(sketches[at], ground)])[:most])


def _names(sketch: Sketch, ground: Hashable) -> bool:
    """Whether this is the place that the claim names; an act so rare that places do not matter is its own ground."""
    return isinstance(ground, tuple) or ground in (sketch.place, sketch.town, sketch.place_words, sketch.act)


def _fine(sketch: Sketch) -> bool:
    return sketch.days is not None and sketch.days <= FINE_DAYS


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


def _following(members: list[T], window: int) -> Iterator[tuple[T, T]]:
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


def _same_people(sketches: Sequence[Sketch]) -> Iterator[Pair]:
    """The first claims that tell of harm in two reports which name the same people, those of one harm."""
    told: dict[DocumentId, list[int]] = defaultdict(list)
    sharing: dict[str, dict[DocumentId, None]] = defaultdict(dict)
    for position, sketch in enumerate(sketches):
        if sketch.people and sketch.claim.harm is not Harm.NONE:
            told[sketch.document].append(position)
            for name in sketch.people:
                sharing[name][sketch.document] = None
    met = Counter(pair for reports in sharing.values() for pair in _following(sorted(reports), MOST_REPORTS))
    for one, other in (pair for pair, names in met.items() if names >= NAMES):
        here = sorted(told[one], key=lambda at: sketches[at].begin)[:MOST_OF_A_REPORT]
        there = sorted(told[other], key=lambda at: sketches[at].begin)[:MOST_OF_A_REPORT]
        yield from _each_with(here, there)


_PAIRING: dict[Hashable, Callable[[Sequence[Sketch], list[int], Hashable], Iterator[Pair]]] = {
    "document": _in_document,
    "day": _of_one_day,
    "number": _neighbours,
    "month": _of_one_month,
    "told": _told_together,
}
