"""Scored pairs to groups: average linkage, the best pair of groups first, behind a guard.

A merge is refused where an analyst judged `different`, where it would hold two rows of one dataset of events, where
the days of the whole group no longer meet, or where two of its places cannot be one. So a vague claim never holds two
distinct events together. A vague group that fits two groups equally well, which cannot be one, joins neither and
becomes a question. What an analyst judged `same` is joined after all that, whatever days and places say.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from heapq import heapify, heappop, heappush

from sijill.link.counted import counted_apart
from sijill.link.pairs.bonds import compare_bonds, compare_breaths
from sijill.link.pairs.compare import (
    SLACK_DAYS,
    compare_headlines,
    compare_places,
    compare_times,
    compare_tolls,
    in_one_cloud,
)
from sijill.link.pairs.families import RARE
from sijill.link.pairs.levels import KNOWN_APART
from sijill.link.pairs.retold import is_retold
from sijill.link.pairs.score import ASK, JOIN, MARGIN
from sijill.link.pairs.sketch import FINE_DAYS, Sketch
from sijill.link.pairs.villages import is_of_a_village

OF_ONE_TIME = frozenset({"same_day", "same_days", "told_that_day", "told_at_once"})
SURE_BONDS = frozenset({"part_of_it", "of_the_same_people"})
LEAST_IN_ONE_REPORT = 1.0
"""Mean points of two groups of one report that hold a pair of JOIN or more: a report goes on about what it told, and
its sentences lose sight of each other, so that their mean is lower than that of the sentences which follow each other.
"""
MOST_PLACES = 12
MOST_COUNTS = 24
Count = tuple[object, ...]
COUNTED_AGAIN, IN_ONE_REPORT, RETOLD, IN_TWO_REPORTS = range(4)
NO_ROWS: dict[str, str] = {}
Scored = tuple[int, int, float]


PAIRS = 1 << 24  # more than any two groups share


def tally(points: float) -> int:
    """One pair and its score as a number that adds up exactly, in any order: tenths of points and, below, the pairs."""
    return round(points * 10) * PAIRS + 1


def mean(tallies: int) -> float:
    """The mean score of the pairs in a sum of tallies."""
    tenths, pairs = divmod(tallies, PAIRS)
    return tenths / pairs / 10


@dataclass(frozen=True, slots=True)
class Grouping:
    """The groups as positions; `near`: pairs of claims of two groups that were close to joining, with their score."""

    groups: list[list[int]]
    near: list[Scored]
    broken: list[tuple[int, int]]


@dataclass(slots=True)
class _Group:
    members: list[int]
    latest_start: int
    earliest_end: int
    places: dict[str, Sketch]
    apart_from: set[int]
    vague: bool
    rare: bool  # holds an act so rare that neighbouring towns are no other incident
    counts: dict[Count, Sketch]  # one claim for each number that is told in its way
    rows: dict[str, str]  # dataset -> the row of it that is in the group
    beside: dict[int, int] = field(default_factory=dict)  # other group -> tally of the pairs compared between


def cluster(
    sketches: Sequence[Sketch],
    scored: Iterable[Scored],
    *,
    same: Iterable[tuple[int, int]] = (),
    different: Iterable[tuple[int, int]] = (),
) -> Grouping:
    """Groups of positions. `same` joins last, whole group with whole group, so that nobody is left behind by it;
    where `different` forbids it the pair is returned as broken."""
    together, apart, broken = settled(same, different)
    work = _Work(sketches, apart)
    close = work.merge_all(scored)
    broken += [pair for pair in together if not work.force(*pair)]
    return Grouping(groups=[group.members for group in work.groups.values()], near=work.near(close), broken=broken)


def settled(
    same: Iterable[tuple[int, int]], different: Iterable[tuple[int, int]]
) -> tuple[list[tuple[int, int]], list[tuple[int, int]], list[tuple[int, int]]]:
    """The judgements `same` that can stand, all that is different by them, and those that a `different` forbids.

    What is different from one of a chain of `same` is different from each of it.
    """
    ring: dict[int, set[int]] = {}
    apart: dict[int, set[int]] = {}
    for left, right in different:
        apart.setdefault(left, set()).add(right)
        apart.setdefault(right, set()).add(left)
    together, broken = [], []
    for left, right in same:
        one, other = ring.setdefault(left, {left}), ring.setdefault(right, {right})
        if any(apart.get(each, set()) & other for each in one):
            broken.append((left, right))
            continue
        together.append((left, right))
        one |= other
        ring.update(dict.fromkeys(other, one))
    implied = {
        (a, b)
        for left, others in apart.items()
        for right in others
        for a in ring.get(left, {left})
        for b in ring.get(right, {right})
    }
    return together, sorted(implied), broken


class _Work:
    """The groups as they stand while merging; forgotten when it is done."""

    def __init__(self, sketches: Sequence[Sketch], different: Iterable[tuple[int, int]]) -> None:
        self.sketches = sketches
        self.of = list(range(len(sketches)))
        self.groups = {position: _alone(position, sketch) for position, sketch in enumerate(sketches)}
        for left, right in different:
            self.groups[left].apart_from.add(right)
            self.groups[right].apart_from.add(left)

    def force(self, left: int, right: int) -> bool:
        """Join by judgement, whatever the days and places say."""
        a, b = self.of[left], self.of[right]
        if a == b:
            return True
        if self.judged_apart(a, b):
            return False
        self._join(a, b)
        return True

    def merge_all(self, scored: Iterable[Scored]) -> list[Scored]:
        """Join, first what one report counts again, then within each report, then the best mean first, until none
        reaches JOIN.

        Returns the pairs of claims that score ASK or more. A headline and the count that it stands over are one,
        whatever the claims beside that count have in common with the headline: no mean is asked of them.
        The queue holds pairs of claims and the mean of their groups when last looked at: one that fell since goes back
        with its new mean. Ties are settled by what the claims say, never by who came first.
        """
        close = [pair for pair in scored if self._note(*pair)]
        queue = [self._queued(left, right, points) for left, right, points in close if self._joins(left, right, points)]
        heapify(queue)
        while queue:
            rank, points, one, other, left, right = heappop(queue)
            a, b = self.of[left], self.of[right]
            if a == b:
                continue
            if rank == COUNTED_AGAIN:
                if self._may(a, b):
                    self._join(a, b)
                continue
            now = self._mean(a, b)
            if rank == IN_ONE_REPORT:
                if now >= LEAST_IN_ONE_REPORT and self._fits(a, b) and not self._counted_apart(a, b, near=now >= JOIN):
                    self._join(a, b)
            elif rank == RETOLD:
                if self._may(a, b) and not self._counted_apart(a, b, near=True):
                    self._join(a, b)
            elif now < -points:
                if now >= _least(self.sketches[left], self.sketches[right]):
                    heappush(queue, (rank, -now, one, other, left, right))
            elif self._fits(a, b) and not self._counted_apart(a, b, near=True):
                self._join(a, b)
        return close

    def _joins(self, left: int, right: int, points: float) -> bool:
        """From JOIN; what one report counts again, and a part with its whole, already from ASK."""
        one, other = self.sketches[left], self.sketches[right]
        return points >= JOIN or compare_tolls(one, other) == "told_again" or compare_bonds(one, other) == "part_of_it"

    def _queued(self, left: int, right: int, points: float) -> tuple[int, float, str, str, int, int]:
        """First what one report tells of one incident; then the best scores."""
        one, other = self.sketches[left], self.sketches[right]
        rank = IN_TWO_REPORTS if one.document != other.document else IN_ONE_REPORT
        if rank == IN_ONE_REPORT and _surely_one(one, other):
            rank = COUNTED_AGAIN
        if rank == IN_TWO_REPORTS and is_retold(one, other):
            rank = RETOLD
        return (rank, -points, *self._names(left, right), left, right)

    def judged_apart(self, a: int, b: int) -> bool:
        """Whether any `different` stands between two groups."""
        small, large = self.groups[a], self.groups[b]
        if len(large.apart_from) < len(small.apart_from):
            small, large = large, small
        return bool(small.apart_from) and any(
            self.of[position] == self.of[large.members[0]] for position in small.apart_from
        )

    def _note(self, left: int, right: int, points: float) -> bool:
        """Count a pair towards the mean of its groups. True if it is close enough to be asked about."""
        a, b = self.of[left], self.of[right]
        if a == b:
            return False
        one = tally(points)
        for x, y in ((a, b), (b, a)):
            beside = self.groups[x].beside
            beside[y] = beside.get(y, 0) + one
        return points >= ASK

    def _mean(self, a: int, b: int) -> float:
        return mean(self.groups[a].beside[b])

    def _names(self, left: int, right: int) -> tuple[str, str]:
        one, other = self.sketches[left].id, self.sketches[right].id
        return (one, other) if one < other else (other, one)

    def _may(self, a: int, b: int) -> bool:
        one, two = self.groups[a], self.groups[b]
        if self.judged_apart(a, b) or any(two.rows.get(name, row) != row for name, row in one.rows.items()):
            return False
        if max(one.latest_start, two.latest_start) - min(one.earliest_end, two.earliest_end) > SLACK_DAYS:
            return False
        cloud = one.rare and two.rare
        return not any(
            compare_places(left, right) in KNOWN_APART and not (cloud and in_one_cloud(left, right))
            for left in one.places.values()
            for right in two.places.values()
            if _ground(left) != _ground(right)
        )

    def _fits(self, a: int, b: int) -> bool:
        """Whether two groups can be one, and neither has a second choice as good."""
        return self._may(a, b) and not self._torn(a, b) and not self._torn(b, a)

    def _counted_apart(self, a: int, b: int, *, near: bool) -> bool:
        """Whether one report tells of two incidents in the two."""
        return counted_apart(self.groups[a].counts.values(), self.groups[b].counts.values(), near=near)

    def _torn(self, vague: int, other: int) -> bool:
        """A vague group with a second choice as good as `other`, which `other` cannot be."""
        group = self.groups[vague]
        if not group.vague:
            return False
        least = max(self._mean(vague, other) - MARGIN, ASK)
        rivals = (each for each, tallies in group.beside.items() if each != other and mean(tallies) >= least)
        return any(self._may(vague, each) and not self._may(each, other) for each in rivals)

    def _join(self, a: int, b: int) -> None:
        """The smaller group moves into the larger."""
        if len(self.groups[a].members) + len(self.groups[a].beside) < len(self.groups[b].members) + len(
            self.groups[b].beside
        ):
            a, b = b, a
        kept, gone = self.groups[a], self.groups.pop(b)
        for position in gone.members:
            self.of[position] = a
        kept.members.extend(gone.members)
        kept.latest_start = max(kept.latest_start, gone.latest_start)
        kept.earliest_end = min(kept.earliest_end, gone.earliest_end)
        kept.apart_from |= gone.apart_from
        kept.vague = kept.vague and gone.vague
        kept.rare = kept.rare or gone.rare
        kept.rows = {**gone.rows, **kept.rows} if gone.rows else kept.rows
        for place, sketch in gone.places.items():
            if len(kept.places) < MOST_PLACES:
                kept.places.setdefault(place, sketch)
        for count, sketch in gone.counts.items():
            if len(kept.counts) < MOST_COUNTS:
                kept.counts.setdefault(count, sketch)
        self._inherit(a, kept, b, gone)

    def _inherit(self, a: int, kept: _Group, b: int, gone: _Group) -> None:
        """What was scored between a group that is gone and its neighbours now counts for the group it joined."""
        kept.beside.pop(b, None)
        gone.beside.pop(a, None)
        for other, between in gone.beside.items():
            beside = self.groups[other].beside
            del beside[b]
            beside[a] = kept.beside[other] = kept.beside.get(other, 0) + between

    def near(self, best: Iterable[Scored]) -> list[Scored]:
        """The best pair of claims for each two groups that stayed apart."""
        found: dict[tuple[int, int], Scored] = {}
        for left, right, points in best:
            a, b = sorted((self.of[left], self.of[right]))
            if a == b or self.judged_apart(a, b) or self._mean(a, b) < ASK:
                continue
            if (a, b) not in found or points > found[(a, b)][2]:
                found[(a, b)] = (left, right, points)
        return list(found.values())


def _least(one: Sketch, other: Sketch) -> float:
    """The mean that two groups need who hold this pair of two reports: less where both tell of so rare an act at one
    time, for what else they say has little in common."""
    rare = one.act is other.act and one.act in RARE and compare_times(one, other) in OF_ONE_TIME
    return LEAST_IN_ONE_REPORT if rare else JOIN


def _surely_one(one: Sketch, other: Sketch) -> bool:
    """A headline and what it stands over, a number told twice, a part and its whole, the dead and the wounded of one
    breath."""
    counted = compare_tolls(one, other) == "told_again" or compare_bonds(one, other) in SURE_BONDS
    return counted or bool(compare_headlines(one, other) or compare_breaths(one, other))


def _count(sketch: Sketch) -> Count | None:
    if sketch.claim.toll is None:
        return None
    told = (sketch.document, sketch.begin, sketch.claim.harm, sketch.voice)
    return (*told, sketch.number, sketch.low, sketch.high, sketch.act, sketch.parties)


def _ground(sketch: Sketch) -> str:
    """The place; with the name of a village that no table has, which is no other of the same province; none for what is
    told of everywhere."""
    if sketch.everywhere:
        return ""
    return f"{sketch.place} {sketch.unlisted}" if is_of_a_village(sketch) else str(sketch.place)


def _alone(position: int, sketch: Sketch) -> _Group:
    return _Group(
        members=[position],
        latest_start=sketch.start,
        earliest_end=sketch.end,
        places={_ground(sketch): sketch} if (sketch.place and sketch.level > 1) or sketch.everywhere else {},
        apart_from=set(),
        counts={count: sketch} if (count := _count(sketch)) else {},
        rows={sketch.listed: sketch.document} if sketch.listed else NO_ROWS,
        rare=sketch.act in RARE,
        vague=sketch.vague or (sketch.days or FINE_DAYS + 1) > FINE_DAYS,
    )
