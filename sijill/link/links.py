"""The links that explain why each claim is where it is, made when somebody asks: most are never looked at."""

from array import array
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import overload

from sijill.link.groups import NO_GROUP, Groups, home_of
from sijill.link.pairs.score import explained
from sijill.link.pairs.sketch import Sketch
from sijill.model.claim import Claim
from sijill.model.event import Link


@dataclass(frozen=True, slots=True)
class DrawnAnew(Sequence[Sketch]):
    """Sketches made when somebody asks: those of all claims take more memory than anything that is asked of them."""

    claims: Sequence[Claim] = field(repr=False)
    draw: Callable[[Claim], Sketch] = field(repr=False)

    def __len__(self) -> int:
        return len(self.claims)

    @overload
    def __getitem__(self, at: int) -> Sketch: ...

    @overload
    def __getitem__(self, at: slice) -> Sequence[Sketch]: ...

    def __getitem__(self, at: int | slice) -> Sketch | Sequence[Sketch]:
        if isinstance(at, slice):
            return [self.draw(claim) for claim in self.claims[at]]
        return self.draw(self.claims[at])


@dataclass(frozen=True, slots=True)
class Links(Sequence[Link]):
    """Links in order: of the first `linked` the two claims are of one event, the others are near misses."""

    sketches: DrawnAnew = field(repr=False)
    left: Sequence[int]
    right: Sequence[int]
    linked: int

    def __len__(self) -> int:
        return len(self.left)

    @overload
    def __getitem__(self, at: int) -> Link: ...

    @overload
    def __getitem__(self, at: slice) -> Sequence[Link]: ...

    def __getitem__(self, at: int | slice) -> Link | Sequence[Link]:
        if isinstance(at, slice):
            return [self[each] for each in range(*at.indices(len(self)))]
        at = range(len(self))[at]
        left, right = (self.sketches[each[at]] for each in (self.left, self.right))
        return explained(left, right, linked=at < self.linked)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Sequence) and len(self) == len(other) and all(map(_same, self, other))

    __hash__ = None  # type: ignore[assignment]


def _same(one: Link, other: object) -> bool:
    return one == other


def links_of(groups: Groups, draw: Callable[[Claim], Sketch]) -> Links:
    """For each claim of an event but its first, the pair that speaks most for its being there; then the near misses.

    draw   the sketch of a claim, which is not kept once linking is done
    """
    home = home_of(groups.founded, len(groups.told))
    best = _best(groups, home)
    left, right = array("I"), array("I")
    for group in groups.founded:
        pairs = {(at, best[at] if best[at] != NO_GROUP else group[0]) for at in group[1:]}
        for one, other in sorted({(min(pair), max(pair)) for pair in pairs}):
            left.append(one)
            right.append(other)
    linked = len(left)
    for one, other, _ in groups.near:
        if home[one] != NO_GROUP and home[other] != NO_GROUP:
            left.append(one)
            right.append(other)
    return Links(DrawnAnew([each.claim for each in groups.told], draw), left, right, linked)


def _best(groups: Groups, home: Sequence[int]) -> Sequence[int]:
    """For each claim the one of its event that it fits best, of several the earliest."""
    best, most = array("i", [NO_GROUP]) * len(home), array("d", [0.0]) * len(home)
    for left, right, points in groups.scored:
        if home[left] == NO_GROUP or home[left] != home[right]:
            continue
        for one, other in ((left, right), (right, left)):
            if best[one] == NO_GROUP or points > most[one] or (points == most[one] and other < best[one]):
                best[one], most[one] = other, points
    return best
