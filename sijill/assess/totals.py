"""The number that people quote, with everything that it leaves out said beside it."""

from collections import Counter
from collections.abc import Iterable, Sequence

from sijill.model.claim import Harm
from sijill.model.event import EventId
from sijill.model.finding import CasualtyRange, EventStatus, Finding, Total

UNIT = "persons"
DATED = {each: at for at, each in enumerate("hour day week month season year range unknown".split())}
PLACED = {each: at for at, each in enumerate("exact site settlement district province country unknown".split())}


def totals(
    findings: Iterable[Finding],
    *,
    scope: str,
    backlog: int,
    processed_through: str | None,
    as_of: str | None = None,
    policy: str = "range",
) -> list[Total]:
    """One total for each harm in `findings`: each event once however many are accused of it, and nothing that other
    events lie in. What was left out for that is counted in overlaps_removed. Findings of situations have no place here.

    low     sum of what is known at least [persons]; an event without a number adds none and is counted as an event, and
            one that may tell of another event of the scope again is in the high alone
    high    None as soon as one event is open above. Unfounded events are left out.
    backlog documents captured and not read         processed_through   day of the latest document read
    """
    given = list(findings)
    parents = {finding.within for finding in given}
    once: dict[EventId, Finding] = {}
    removed: Counter[Harm] = Counter()
    for finding in given:
        if finding.id in once or finding.id in parents:
            removed.update(list(finding.policies[policy].tolls))
        elif finding.status is not EventStatus.UNFOUNDED:
            once[finding.id] = finding
    again = possible_repeats(once.values())
    harms = {harm for finding in once.values() for harm in finding.policies[policy].tolls}
    return [
        _total(
            [
                (each, each.policies[policy].tolls[harm])
                for each in once.values()
                if harm in each.policies[policy].tolls
            ],
            harm=harm,
            scope=scope,
            as_of=as_of,
            policy=policy,
            removed=removed[harm],
            again=again,
            processed_through=processed_through,
            backlog=backlog,
        )
        for harm in Harm
        if harm in harms
    ]


def possible_repeats(findings: Iterable[Finding]) -> frozenset[EventId]:
    """Those that may tell of another one of these again. The most exactly dated and placed are counted first; of the
    rest each that may repeat one already counted is not counted as sure."""
    kept: set[EventId] = set()
    left = set()
    for each in sorted(findings, key=_exactness):
        if kept.isdisjoint(each.may_repeat):
            kept.add(each.id)
        else:
            left.add(each.id)
    return frozenset(left)


def _exactness(finding: Finding) -> tuple[int, int, EventId]:
    return (DATED.get(finding.when.precision, 9), PLACED.get(finding.where.precision, 9), finding.id)


def _total(
    counted: Sequence[tuple[Finding, CasualtyRange]],
    *,
    harm: Harm,
    scope: str,
    as_of: str | None,
    policy: str,
    removed: int,
    again: frozenset[EventId],
    processed_through: str | None,
    backlog: int,
) -> Total:
    known = [found for _, found in counted if not found.unknown]
    lows = [found.low for event, found in counted if found.low is not None and event.id not in again]
    highs = [found.high for found in known if found.high is not None]
    still_open = len(known) - len(highs)
    grades = Counter(finding.policies[policy].grade.value or "none" for finding, _ in counted)
    return Total(
        scope=scope,
        harm=harm,
        as_of=as_of,
        unit=UNIT,
        low=sum(lows) if lows else None,
        high=sum(highs) if highs and not still_open else None,
        unknown_events=len(counted) - len(known),
        open_events=still_open,
        overlaps_removed=removed,
        grades=dict(sorted(grades.items())),
        processed_through=processed_through,
        backlog=backlog,
        rests_on=tuple(finding.id for finding, _ in counted),
        may_repeat=tuple(event.id for event, found in counted if event.id in again and not found.unknown),
    )
