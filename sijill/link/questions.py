"""What linking refused to guess, each question with the table of points that left it open."""

from collections.abc import Sequence
from dataclasses import replace

from sijill.link.groups import NO_GROUP, Groups, home_of
from sijill.link.judgements import Judgements
from sijill.link.pairs.score import explained
from sijill.model.decision import Doubt, Reason, Step, Value, doubt
from sijill.model.event import event_id

MOST_PER_EVENT = 3


def questions(groups: Groups, judged: Judgements) -> tuple[Doubt, ...]:
    """same_event: two events that may be one. unsure: an analyst could not tell. same_against_different: judgements
    that contradict each other. decision_finds_no_pair: a judgement on claims that are no longer there."""
    home = home_of(groups.founded, len(groups.told))
    asked: dict[int, int] = {}
    found = []
    for left, right, _ in sorted(groups.near, key=lambda each: (-each[2], each[0], each[1])):
        if NO_GROUP in (home[left], home[right]):
            continue
        ends = (home[left], home[right])
        if max(asked.get(end, 0) for end in ends) < MOST_PER_EVENT:
            asked.update({end: asked.get(end, 0) + 1 for end in ends})
            found.append(_pair("same_event", groups, left, right, home))
    at = judged.positions(groups.told)
    unsure = [(at[a], at[b]) for a, b in judged.unsure if a in at and b in at]
    found += [_pair("unsure", groups, left, right, home) for left, right in unsure]
    found += [_pair("same_against_different", groups, left, right, home) for left, right in groups.broken]
    return (*found, *judged.doubts)


def _pair(code: str, groups: Groups, left: int, right: int, home: Sequence[int]) -> Doubt:
    """About the two events (the two claims where they are in none), with the closest claims and every row of points."""
    link = explained(groups.told[left], groups.told[right], linked=False)
    values: dict[str, Value] = {"score": link.score, **{row.code: row.values["points"] for row in link.reasons}}
    ends = sorted(_called(groups, end, home) for end in (left, right))
    asked = doubt(Step.LINK, Reason(code=code, values=values), tuple(ends), (link.left, link.right))
    numbers = [groups.told[end].number or 0 for end in (left, right)]
    return replace(asked, matters=min(numbers))


def _called(groups: Groups, at: int, home: Sequence[int]) -> str:
    """The event of a claim, by its founder; the claim itself where it is in none."""
    return groups.told[at].id if home[at] == NO_GROUP else event_id(groups.told[groups.founded[home[at]][0]].id)
