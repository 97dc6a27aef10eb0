"""Claims in their groups: those of one event, and mentions that join nothing."""

from array import array
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from sijill.language.places.calling import stands_in
from sijill.link.bearing import is_aftermath, is_left_of, tell_how
from sijill.link.cluster import Scored
from sijill.link.counted import counted_apart
from sijill.link.judgements import Judgements
from sijill.link.pairs.bonds import SURELY_APART, compare_bonds
from sijill.link.pairs.candidates import candidates
from sijill.link.pairs.compare import compare_places
from sijill.link.pairs.score import JOIN, score
from sijill.link.pairs.sketch import Sketch
from sijill.link.parts import Gathered, Scores, cluster_parts, in_order
from sijill.model.claim import Harm, Stance

NO_GROUP = -1
MOST_PER_GROUP = 5
"""Near misses kept of one group: more than anybody asks about."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Groups:
    """Positions in `told` (ledger order), each group in ledger order, groups by their earliest claim.

    founded     groups that are an event       unfounded   mentions that join nothing, and aftermaths
    scored      the pairs compared             near        the closest pair of each two groups that nearly joined
    broken      pairs judged `same` that a judgement `different` keeps apart
    """

    told: Sequence[Sketch]
    founded: Gathered
    unfounded: Gathered
    scored: Scores
    near: list[Scored]
    broken: list[tuple[int, int]]


def groups_of(told: Sequence[Sketch], *, founders: Sequence[int], judged: Judgements) -> Groups:
    """Candidates, scores, clusters. `founders`: for each claim 1 if it can be an event by itself, else 0."""
    at = judged.positions(told)
    different = [(at[a], at[b]) for a, b in judged.different if a in at and b in at]
    scored = Scores()
    for left, right in candidates(told):
        scored.add(left, right, score(told[left], told[right]))
    parted = cluster_parts(
        told,
        scored,
        same=[(at[a], at[b]) for a, b in judged.same if a in at and b in at],
        different=different,
    )
    home = _with_mentions(told, parted.home, scored, founders=founders, different=different)
    founded, unfounded = Gathered(), Gathered()
    explained = tell_how(told, founders)
    for _, group in in_order(home):
        members = [told[each] for each in group]
        left = is_aftermath(members) and is_left_of(members, explained)
        (founded if any(founders[each] for each in group) and not left else unfounded).add(group)
    return Groups(
        told=told,
        founded=founded,
        unfounded=unfounded,
        scored=scored,
        near=_closest(parted.near, home),
        broken=parted.broken,
    )


def home_of(groups: Iterable[Iterable[int]], n: int) -> Sequence[int]:
    """For each of n positions the number of its group; NO_GROUP where it is in none."""
    home = array("i", [NO_GROUP]) * n
    for number, group in enumerate(groups):
        for at in group:
            home[at] = number
    return home


def _closest(near: Sequence[Scored], home: Sequence[int]) -> list[Scored]:
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
    home: "array[int]",
    scored: Scores,
    *,
    founders: Sequence[int],
    different: Sequence[tuple[int, int]],
) -> "array[int]":
    """A denial or a mention that stands alone joins the event of the one claim of its own document that it fits best:
    it speaks of that claim, and need not fit what others say. Not where two events fit it equally, nor where its own
    words name a place apart from that of the claims of its report."""
    founded, company = bytearray(len(told)), bytearray(len(told))  # of a home: holds a founder; is one of several
    for at, first in enumerate(home):
        founded[first] |= founders[at]
        company[first] |= at != first
    best: dict[int, dict[int, float]] = {}
    for left, right, points in scored:
        for one, other in ((left, right), (right, left)):
            alone = not founded[home[one]] and not company[home[one]]
            if alone and founded[home[other]] and points >= JOIN and told[one].document == told[other].document:
                fits = best.setdefault(one, {})
                fits[home[other]] = max(points, fits.get(home[other], points))
    moved = home[:]
    for one, fits in best.items():
        most = max(fits.values())
        chosen = [first for first, points in fits.items() if points == most]
        if (
            len(chosen) == 1
            and not _apart(one, chosen[0], home, different)
            and not _elsewhere(one, chosen[0], told, home)
        ):
            moved[one] = chosen[0]
    return _from_the_first(moved)


def _from_the_first(home: "array[int]") -> "array[int]":
    """The same groups, each called by the first that is in it now."""
    first = array("i", [NO_GROUP]) * len(home)
    for at, group in enumerate(home):
        if first[group] == NO_GROUP:
            first[group] = at
    return array("I", (first[group] for group in home))


def _elsewhere(one: int, group: int, told: Sequence[Sketch], home: Sequence[int]) -> bool:
    """Whether it tells of people harmed, or in its own words of a place, apart from all that its report tells of the
    event; or counts people of another incident, or is a fight beside gas."""
    claim = told[one].claim
    here = [told[at] for at, first in enumerate(home) if first == group and told[at].document == told[one].document]
    if any(compare_bonds(told[one], each) in SURELY_APART for each in here):
        return True
    harms = claim.stance is Stance.ASSERTS and claim.harm is not Harm.NONE
    if not harms and not stands_in(claim.where.text, claim.quote):
        return False
    if claim.toll is not None and counted_apart([told[one]], here, near=True):
        return True
    placed = [compare_places(told[one], each) for each in here if each.place is not None]
    return bool(placed) and all(level == "apart" for level in placed)


def _apart(one: int, group: int, home: Sequence[int], different: Iterable[tuple[int, int]]) -> bool:
    """Whether an analyst judged this claim different from any of the group."""
    return any(one in pair and group in (home[pair[0]], home[pair[1]]) for pair in different)
