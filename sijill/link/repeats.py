"""Which events may tell of another one again: an undated "twelve dead in X" may be any twelve dead in X.

Such an event is kept, because nobody may throw a report away; but a total must not count it as sure. What a vague event
could repeat is any event of a place and time that it could mean, a kind of act that goes with its own, and a number of
the same harm that could be its number. Near misses and pairs judged `unsure` may be repeats too, dated or not.
"""

from collections import defaultdict
from collections.abc import Hashable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from sijill.link.pairs.compare import DEAD, compare_places
from sijill.link.pairs.families import FAMILY, MAY_BE_ONE
from sijill.link.pairs.levels import TWO_PLACES
from sijill.link.pairs.sketch import FAR_FUTURE, FAR_PAST, FINE_DAYS, Sketch
from sijill.model.claim import SAYS_NOT_HOW, Act
from sijill.model.toll import Extent

FEWEST = 3
"""Persons. One or two dead are in too many reports to say anything."""

MOST = 24
"""Events looked at in one block."""

Counted = tuple[str, int]


@dataclass(frozen=True, slots=True)
class _Told:
    """A group as far as repeating matters. when: first and last day that it could be; placed: its finest claim."""

    first: int
    last: int
    vague: bool
    placed: Sketch
    acts: frozenset[Act]
    numbers: frozenset[Counted]
    bounds: Mapping[str, tuple[int, int]]


def repeats(
    sketches: Sequence[Sketch], groups: Sequence[Sequence[int]], asked: Iterable[tuple[int, int]]
) -> list[tuple[int, ...]]:
    """For each group, those that it may repeat or that may repeat it, by their numbers, in order.

    groups   of positions in `sketches`      asked   pairs of groups that are too close to tell
    """
    told, blocks = _blocks(sketches, groups)
    pairs = {tuple(sorted(pair)) for pair in asked}
    pairs.update(pair for members in blocks.values() for pair in _met(members, told))
    found: dict[int, set[int]] = defaultdict(set)
    for one, other in pairs:
        found[one].add(other)
        found[other].add(one)
    return [tuple(sorted(found[at])) if at in found else () for at in range(len(groups))]


def _blocks(
    sketches: Sequence[Sketch], groups: Sequence[Sequence[int]]
) -> tuple[dict[int, _Told], dict[Hashable, list[int]]]:
    """The groups that share a key with a vague one, and who holds each such key: of all others nothing is kept."""
    wanted: set[Hashable] = set()
    for members in groups:
        each = _told([sketches[at] for at in members])
        if each.vague:
            wanted.update(_keys(each))
    told: dict[int, _Told] = {}
    blocks: dict[Hashable, list[int]] = defaultdict(list)
    for number, members in enumerate(groups if wanted else ()):
        each = _told([sketches[at] for at in members])
        for key in _keys(each):
            if key in wanted:
                told[number] = each
                blocks[key].append(number)
    return told, blocks


def _met(members: Sequence[int], told: Mapping[int, _Told]) -> Iterator[tuple[int, int]]:
    """Each vague group of a block with the others, as many as MOST, that it may be."""
    for one in members:
        if not told[one].vague:
            continue
        partners = (other for other in members if other != one and _may_be_one(told[one], told[other]))
        for _, other in zip(range(MOST), partners, strict=False):
            yield (min(one, other), max(one, other))


def _told(members: Sequence[Sketch]) -> _Told:
    timed = [each for each in members if each.days is not None]
    days = min((each.days or 0 for each in timed), default=None)
    placed = max(members, key=lambda each: (each.level, each.place is not None, each.id))
    numbers: set[Counted] = set()
    bounds: dict[str, tuple[int, int]] = {}
    for each in members:
        toll = each.claim.toll
        if toll is None or toll.extent is Extent.PART or toll.subset_of or each.number is None:
            continue
        harm = "dead" if each.claim.harm in DEAD else each.claim.harm.value
        numbers.add((harm, each.number))
        low, high = bounds.get(harm, (each.number, each.number))
        bounds[harm] = (min(low, each.low or each.number), max(high, each.high or each.number))
    finest = [each for each in timed if each.days == days]
    reported = max((each.told for each in members if each.told is not None), default=FAR_FUTURE)
    return _Told(
        first=min((each.start for each in finest), default=FAR_PAST),
        last=max((each.end for each in finest), default=reported),
        vague=days is None or days > FINE_DAYS or placed.level < 3,
        placed=placed,
        acts=frozenset(each.act for each in members),
        numbers=frozenset(numbers),
        bounds=bounds,
    )


def _keys(each: _Told) -> Iterator[Hashable]:
    yield from (("number", *counted) for counted in sorted(each.numbers) if counted[1] >= FEWEST)
    if each.placed.level >= 3:
        ground = each.placed.town or each.placed.place or each.placed.place_words
        yield from (("place", ground, harm) for harm, (_, high) in sorted(each.bounds.items()) if high >= FEWEST)


def _may_be_one(one: _Told, other: _Told) -> bool:
    if one.first > other.last or other.first > one.last:
        return False
    if compare_places(one.placed, other.placed) in TWO_PLACES:
        return False
    return _acts_agree(one.acts, other.acts) and _numbers_agree(one, other)


def _acts_agree(one: frozenset[Act], other: frozenset[Act]) -> bool:
    if one & other or one & SAYS_NOT_HOW or other & SAYS_NOT_HOW:
        return True
    return any(FAMILY[a] == FAMILY[b] or frozenset((FAMILY[a], FAMILY[b])) in MAY_BE_ONE for a in one for b in other)


def _numbers_agree(one: _Told, other: _Told) -> bool:
    """The same number of one harm; or, where the place is one, ranges that meet."""
    if any(counted[1] >= FEWEST for counted in one.numbers & other.numbers):
        return True
    if one.placed.level < 3 or other.placed.level < 3:
        return False
    both = one.bounds.keys() & other.bounds.keys()
    meets = (one.bounds[h][0] <= other.bounds[h][1] and other.bounds[h][0] <= one.bounds[h][1] for h in both)
    return bool(both) and all(meets)
