"""What linking refused to guess, each question with the table of points that left it open."""

from dataclasses import replace

from sijill.link.groups import Groups
from sijill.link.judgements import Judgements
from sijill.link.pairs.score import explained
from sijill.model.decision import Doubt, Reason, Step, Value, doubt
from sijill.model.event import event_id

MOST_PER_EVENT = 3


def questions(groups: Groups, judged: Judgements) -> tuple[Doubt, ...]:
    """same_event: two events that may be one. unsure: an analyst could not tell. same_against_different: judgements
    that contradict each other. decision_finds_no_pair: a judgement on claims that are no longer there."""
    home = {at: group[0] for group in groups.founded for at in group}
    asked: dict[int, int] = {}
    found = []
    for left, right, _ in sorted(groups.near, key=lambda each: (-each[2], each[0], each[1])):
        if left not in home or right not in home:
            continue
        ends = (home[left], home[right])
        if max(asked.get(end, 0) for end in ends) < MOST_PER_EVENT:
            asked.update({end: asked.get(end, 0) + 1 for end in ends})
            found.append(_pair("same_event", groups, left, right, home))
    at = {sketch.id: position for position, sketch in enumerate(groups.told)}
    unsure = [(at[a], at[b]) for a, b in judged.unsure if a in at and b in at]
    found += [_pair("unsure", groups, left, right, home) for left, right in unsure]
    found += [_pair("same_against_different", groups, left, right, home) for left, right in groups.broken]
    return (*found, *judged.doubts)


def _pair(code: str, groups: Groups, left: int, right: int, home: dict[int, int]) -> Doubt:
    """About the two events (the two claims where they are in none), with the closest claims and every row of points."""
    link = explained(groups.told[left], groups.told[right], linked=False)
    values: dict[str, Value] = {"score": link.score, **{row.code: row.values["points"] for row in link.reasons}}
    ends = tuple(event_id(groups.told[home[end]].id) if end in home else groups.told[end].id for end in (left, right))
    asked = doubt(Step.LINK, Reason(code=code, values=values), tuple(sorted(ends)), (link.left, link.right))
    numbers = [groups.told[end].number or 0 for end in (left, right)]
    return replace(asked, matters=min(numbers))
