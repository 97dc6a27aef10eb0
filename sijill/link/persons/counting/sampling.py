"""How sure the number of persons is: partitions drawn from the weights of the pairs, not one alone.

From the groups that stand, row after row is taken out and put back: into a group with the odds that its mean
log-odds to
the members give, or alone with the odds of one. Of two records this is the calibrated chance itself; of more it is a
sampler in the manner of Gibbs whose count is checked against known populations (docs/method/persons.md).
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from math import exp

import numpy as np

from sijill.link.persons.grouping import UNSEEN, Component, Judged, components_of
from sijill.link.persons.weighing import Ints, Pairs

SURE = 12.0
SETTLED = 6.0
"""A row all of whose pairs weigh more than this, for or against, stays where it is: one draw in four hundred would
move it.
"""
BURN = 4


@dataclass(slots=True)
class _Walk:
    """One component under way: its rows, whom each was compared with, the group of each, and the rows that may move."""

    rows: list[int]
    near: list[dict[int, float]]
    group: list[int]
    members: dict[int, list[int]]
    apart: list[set[int]]
    open: list[int]


def sampled(size: int, pairs: Pairs, judged: Judged, group: Ints, *, draws: int, seed: int) -> Iterator[Ints]:
    """`draws` partitions of the rows: for each row the lowest row of its group. group: the one that stands."""
    random = np.random.default_rng(seed)
    single: list[tuple[int, int, float]] = []
    walks: list[_Walk] = []
    for each in components_of(size, pairs, judged):
        if len(each.left) == 1:
            single.append((int(each.left[0]), int(each.right[0]), float(each.weight[0])))
        else:
            walks.append(_begun(each, group, judged))
    left, right = (np.array([pair[side] for pair in single], dtype=np.int64) for side in (0, 1))
    chance = 1 / (1 + np.exp(-np.clip(np.array([pair[2] for pair in single]), -SURE, SURE)))
    for walk in walks:
        for _ in range(BURN):
            _sweep(walk, random)
    for _ in range(draws):
        label = np.arange(size)
        one = random.random(len(left)) < chance
        label[right[one]] = left[one]
        for walk in walks:
            _sweep(walk, random)
            for members in walk.members.values():
                label[[walk.rows[each] for each in members]] = min(walk.rows[each] for each in members)
        yield label


def _begun(component: Component, group: Ints, judged: Judged) -> _Walk:
    rows = sorted({*component.left.tolist(), *component.right.tolist()})
    at = {row: n for n, row in enumerate(rows)}
    near: list[dict[int, float]] = [{} for _ in rows]
    for a, b, weight in zip(component.left.tolist(), component.right.tolist(), component.weight.tolist(), strict=True):
        near[at[a]][at[b]] = near[at[b]][at[a]] = min(SURE, max(-SURE, weight))
    apart: list[set[int]] = [set() for _ in rows]
    for a, b in judged.apart:
        if a in at and b in at:
            apart[at[a]].add(at[b])
            apart[at[b]].add(at[a])
    standing = [int(group[row]) for row in rows]
    members: dict[int, list[int]] = {}
    for n, name in enumerate(standing):
        members.setdefault(name, []).append(n)
    return _Walk(rows=rows, near=near, group=standing, members=members, apart=apart, open=_open(near))


def _open(near: Sequence[dict[int, float]]) -> list[int]:
    return [row for row, each in enumerate(near) if any(abs(weight) < SETTLED for weight in each.values())]


def _sweep(walk: _Walk, random: np.random.Generator) -> None:
    """Every row that may move once taken out and put back."""
    chances = random.random(len(walk.open)).tolist()
    for row, chance in zip(walk.open, chances, strict=True):
        home = walk.group[row]
        walk.members[home].remove(row)
        if not walk.members[home]:
            del walk.members[home]
        names = dict.fromkeys(walk.group[other] for other in walk.near[row])
        options = [
            name for name in names if name in walk.members and not walk.apart[row].intersection(walk.members[name])
        ]
        name = _chosen(options, [_odds(walk, row, walk.members[option]) for option in options], chance)
        if name is None:
            name = _free(walk, row)
        walk.group[row] = name
        walk.members.setdefault(name, []).append(row)


def _odds(walk: _Walk, row: int, members: Sequence[int]) -> float:
    near = walk.near[row]
    return exp(sum(near.get(each, UNSEEN) for each in members) / len(members))


def _chosen(options: Sequence[int], odds: Sequence[float], chance: float) -> int | None:
    """An option by its odds; None for a group of one's own, whose odds are one."""
    left = chance * (1 + sum(odds))
    for option, each in zip(options, odds, strict=True):
        left -= each
        if left < 0:
            return option
    return None


def _free(walk: _Walk, row: int) -> int:
    """A name that no group bears: a row's own, or one of the rows that are together elsewhere."""
    own = walk.rows[row]
    if own not in walk.members:
        return own
    return next(each for each in walk.rows if each not in walk.members)
