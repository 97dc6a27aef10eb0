"""The number that people quote, with everything that it leaves out said beside it."""

from collections import Counter
from collections.abc import Iterable, Sequence

from sijill.model.claim import Harm
from sijill.model.event import EventId
from sijill.model.finding import CasualtyRange, EventStatus, Finding, Total

UNIT = "persons"


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

    low     sum of what is known at least [persons]; an event without a number adds none and is counted as an event
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
            processed_through=processed_through,
            backlog=backlog,
        )
        for harm in Harm
        if harm in harms
    ]


def _total(
    counted: Sequence[tuple[Finding, CasualtyRange]],
    *,
    harm: Harm,
    scope: str,
    as_of: str | None,
    policy: str,
    removed: int,
    processed_through: str | None,
    backlog: int,
) -> Total:
    known = [found for _, found in counted if not found.unknown]
    lows = [found.low for found in known if found.low is not None]
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
    )
