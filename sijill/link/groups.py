"""Claims in their groups, and the links that explain why each is where it is."""

from collections.abc import Iterator, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass

from sijill.link.candidates import candidates
from sijill.link.cluster import Scored, cluster
from sijill.link.judgements import Judgements
from sijill.link.score import explained, score
from sijill.link.sketch import Sketch
from sijill.model.claim import ClaimId
from sijill.model.event import Link


@dataclass(frozen=True, slots=True, kw_only=True)
class Groups:
    """Positions in `told` (ledger order), each group in ledger order, groups by their earliest claim.

    founded     groups that are an event       unfounded   mentions that join nothing
    scored      the pairs compared             near        the closest pair of each two groups that nearly joined
    broken      pairs judged `same` that a judgement `different` keeps apart
    """

    told: Sequence[Sketch]
    founded: list[list[int]]
    unfounded: list[list[int]]
    scored: list[Scored]
    near: list[Scored]
    broken: list[tuple[int, int]]


def groups_of(told: Sequence[Sketch], *, founders: AbstractSet[ClaimId], judged: Judgements) -> Groups:
    """Candidates, scores, clusters. `founders`: the claims that can be an event by themselves."""
    at = {sketch.id: position for position, sketch in enumerate(told)}
    scored = [(left, right, score(told[left], told[right])) for left, right in candidates(told)]
    grouping = cluster(
        told,
        scored,
        same=[(at[a], at[b]) for a, b in judged.same if a in at and b in at],
        different=[(at[a], at[b]) for a, b in judged.different if a in at and b in at],
    )
    groups = sorted((sorted(group) for group in grouping.groups), key=lambda group: group[0])
    founded: list[list[int]] = []
    unfounded: list[list[int]] = []
    for group in groups:
        (founded if any(told[each].id in founders for each in group) else unfounded).append(group)
    return Groups(
        told=told,
        founded=founded,
        unfounded=unfounded,
        scored=scored,
        near=sorted(grouping.near),
        broken=grouping.broken,
    )


def links_of(groups: Groups) -> Iterator[Link]:
    """For each claim of an event but its first, the pair that speaks most for its being there; then the near misses."""
    home = {at: number for number, group in enumerate(groups.founded) for at in group}
    best: dict[int, tuple[float, int]] = {}
    for left, right, points in groups.scored:
        if left in home and home[left] == home.get(right):
            for one, other in ((left, right), (right, left)):
                if one not in best or (points, -other) > best[one]:
                    best[one] = (points, -other)
    for group in groups.founded:
        pairs = {(at, -best[at][1] if at in best else group[0]) for at in group[1:]}
        for left, right in sorted({(min(pair), max(pair)) for pair in pairs}):
            yield explained(groups.told[left], groups.told[right], linked=True)
    for left, right, _ in groups.near:
        if left in home and right in home:
            yield explained(groups.told[left], groups.told[right], linked=False)
