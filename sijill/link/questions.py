"""What linking refused to guess, each question with the table of points that left it open."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from sijill.link.groups import NO_GROUP, Groups, home_of
from sijill.link.judgements import Judgements
from sijill.link.pairs.score import explained
from sijill.model.claim import ClaimId
from sijill.model.decision import Doubt, Reason, Step, Value, doubt
from sijill.model.event import EventId

MOST_PER_EVENT = 3


def questions(
    groups: Groups, judged: Judgements, *, at: Mapping[ClaimId, int], ids: Sequence[EventId]
) -> tuple[Doubt, ...]:
    """same_event: two events that may be one. unsure: an analyst could not tell. same_against_different: judgements
    that contradict each other. decision_finds_no_pair: a judgement on claims that are no longer there.

    at   where the claims that were judged stand      ids   the events of the founded groups
    """
    home = home_of(groups.founded, len(groups.told))
    asked: dict[int, int] = {}
    found = []
    for left, right, _ in sorted(groups.near, key=lambda each: (-each[2], each[0], each[1])):
        if NO_GROUP in (home[left], home[right]):
            continue
        ends = (home[left], home[right])
        if max(asked.get(end, 0) for end in ends) < MOST_PER_EVENT:
            asked.update({end: asked.get(end, 0) + 1 for end in ends})
            found.append(_pair("same_event", groups, left, right, [ids[end] for end in ends]))
    pairs = [("unsure", at[a], at[b]) for a, b in judged.unsure if a in at and b in at]
    pairs += [("same_against_different", left, right) for left, right in groups.broken]
    for code, *pair in pairs:
        ends_ = [groups.told[end].id if home[end] == NO_GROUP else ids[home[end]] for end in pair]
        found.append(_pair(code, groups, pair[0], pair[1], ends_))
    return (*found, *judged.doubts)


def _pair(code: str, groups: Groups, left: int, right: int, ends: Sequence[str]) -> Doubt:
    """About the two events (the two claims where they are in none), with the closest claims and every row of points."""
    one, other = groups.told[left], groups.told[right]
    link = explained(one, other, linked=False)
    values: dict[str, Value] = {"score": link.score, **{row.code: row.values["points"] for row in link.reasons}}
    asked = doubt(Step.LINK, Reason(code=code, values=values), tuple(sorted(ends)), (link.left, link.right))
    return replace(asked, matters=min(one.number or 0, other.number or 0))
