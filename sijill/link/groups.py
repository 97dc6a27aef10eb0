"""Claims in their groups: those of one event, and mentions that join nothing."""

from collections.abc import Iterable, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass

from sijill.link.cluster import Scored
from sijill.link.judgements import Judgements
from sijill.link.pairs.candidates import candidates
from sijill.link.pairs.score import JOIN, score
from sijill.link.pairs.sketch import Sketch
from sijill.link.parts import Scores, cluster_parts
from sijill.model.claim import ClaimId

MOST_PER_GROUP = 5
"""Near misses kept of one group: more than anybody asks about."""


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
    scored: Scores
    near: list[Scored]
    broken: list[tuple[int, int]]


def groups_of(told: Sequence[Sketch], *, founders: AbstractSet[ClaimId], judged: Judgements) -> Groups:
    """Candidates, scores, clusters. `founders`: the claims that can be an event by themselves."""
    at = {sketch.id: position for position, sketch in enumerate(told)}
    scored = Scores()
    for left, right in candidates(told):
        scored.add(left, right, score(told[left], told[right]))
    grouping = cluster_parts(
        told,
        scored,
        same=[(at[a], at[b]) for a, b in judged.same if a in at and b in at],
        different=[(at[a], at[b]) for a, b in judged.different if a in at and b in at],
    )
    gathered = _with_mentions(told, grouping.groups, scored, founders=founders, judged=judged)
    groups = sorted((sorted(group) for group in gathered), key=lambda group: group[0])
    founded: list[list[int]] = []
    unfounded: list[list[int]] = []
    for group in groups:
        (founded if any(told[each].id in founders for each in group) else unfounded).append(group)
    return Groups(
        told=told,
        founded=founded,
        unfounded=unfounded,
        scored=scored,
        near=_closest(grouping.near, {at: number for number, group in enumerate(groups) for at in group}),
        broken=grouping.broken,
    )


def _closest(near: Sequence[Scored], home: Mapping[int, int]) -> list[Scored]:
    """Of the pairs that nearly joined the closest, as long as neither group has had MOST_PER_GROUP."""
    had: dict[int, int] = {}
    kept = []
    for left, right, points in sorted(near, key=lambda each: (-each[2], each[0], each[1])):
        ends = (home[left], home[right])
        if ends[0] != ends[1] and max(had.get(end, 0) for end in ends) < MOST_PER_GROUP:
            had.update({end: had.get(end, 0) + 1 for end in ends})
            kept.append((left, right, points))
    return sorted(kept)


def _with_mentions(
    told: Sequence[Sketch],
    groups: Sequence[list[int]],
    scored: Scores,
    *,
    founders: AbstractSet[ClaimId],
    judged: Judgements,
) -> list[list[int]]:
    """A denial or a mention that stands alone joins the event of the one claim of its own document that it fits best:
    it speaks of that claim, and need not fit what others say. Not where two events fit it equally."""
    home = {at: number for number, group in enumerate(groups) for at in group}
    founded = {number for number, group in enumerate(groups) if any(told[at].id in founders for at in group)}
    best: dict[int, dict[int, float]] = {}
    for left, right, points in scored:
        for one, other in ((left, right), (right, left)):
            alone = home[one] not in founded and len(groups[home[one]]) == 1
            if alone and home[other] in founded and points >= JOIN and told[one].document == told[other].document:
                fits = best.setdefault(one, {})
                fits[home[other]] = max(points, fits.get(home[other], points))
    gathered = [list(group) for group in groups]
    for one, fits in best.items():
        most = max(fits.values())
        chosen = [number for number, points in fits.items() if points == most]
        if len(chosen) == 1 and not _apart(told[one].id, (told[at].id for at in groups[chosen[0]]), judged):
            gathered[chosen[0]].append(one)
            gathered[home[one]].remove(one)
    return [group for group in gathered if group]


def _apart(claim: ClaimId, others: Iterable[ClaimId], judged: Judgements) -> bool:
    """Whether an analyst judged this claim different from any of the others."""
    return any((min(claim, other), max(claim, other)) in judged.different for other in others)
