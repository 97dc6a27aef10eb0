"""The number that people quote, with everything that it leaves out said beside it."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from types import MappingProxyType

from sijill.assess.overlaps import Counted
from sijill.model.claim import Harm
from sijill.model.event import EventId
from sijill.model.finding import CasualtyRange, EventStatus, Finding, LeftOut, Total, Why
from sijill.model.place import Place, PlaceId

UNIT = "persons"
DATED = {each: at for at, each in enumerate("hour day week month season year range unknown".split())}
PLACED = {each: at for at, each in enumerate("exact site settlement district province country unknown".split())}
NO_PLACES: Mapping[PlaceId, Place] = MappingProxyType({})


def totals(
    findings: Iterable[Finding],
    *,
    scope: str,
    backlog: int,
    processed_through: str | None,
    as_of: str | None = None,
    policy: str = "range",
    places: Mapping[PlaceId, Place] = NO_PLACES,
) -> list[Total]:
    """One total for each harm in `findings`: each event once however many are accused of it, nothing that other events
    lie in, and of a number of a wider scope only what it adds to the events in it. What is not added as it stands is
    in left_out. Findings of situations have no place here.

    low     sum of what is known at least [persons]; an event without a number adds none and is counted as an event, and
            one that may tell of another event of the scope again is in the high alone
    high    None as soon as one event is open above. Unfounded events are left out.
    backlog documents captured and not read         processed_through   day of the latest document read
    places  what lies in what
    """
    given = list(findings)
    parents = {finding.within for finding in given}
    once: dict[EventId, Finding] = {}
    removed: list[tuple[Finding, Why]] = []
    for finding in given:
        if finding.id in once or finding.id in parents:
            removed.append((finding, Why.TWICE if finding.id in once else Why.PARENT))
        elif finding.status is not EventStatus.UNFOUNDED:
            once[finding.id] = finding
    again = possible_repeats(once.values())
    harms = {harm for finding in once.values() for harm in finding.policies[policy].tolls}
    return [
        _total(
            tolls_of(harm, once.values(), policy),
            harm=harm,
            scope=scope,
            as_of=as_of,
            policy=policy,
            removed=[
                LeftOut(event=each.id, why=why, low=told.low, high=told.high)
                for each, why in removed
                if (told := each.policies[policy].tolls.get(harm)) is not None
            ],
            again=again,
            places=places,
            processed_through=processed_through,
            backlog=backlog,
        )
        for harm in Harm
        if harm in harms
    ]


def tolls_of(harm: Harm, findings: Iterable[Finding], policy: str) -> list[tuple[Finding, CasualtyRange]]:
    """Findings that tell of the harm, each with what the policy says of it."""
    return [(each, each.policies[policy].tolls[harm]) for each in findings if harm in each.policies[policy].tolls]


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
    removed: Sequence[LeftOut],
    again: frozenset[EventId],
    places: Mapping[PlaceId, Place],
    processed_through: str | None,
    backlog: int,
) -> Total:
    known = [(event, found) for event, found in counted if not found.unknown]
    adds = Counted.of(known, places=places, unsure=again).found
    wider = list(adds.values())
    lows = [
        adds[event.id].adds_low if event.id in adds else found.low
        for event, found in counted
        if found.low is not None and event.id not in again
    ]
    highs = [adds[event.id].adds_high if event.id in adds else found.high for event, found in known]
    still_open = sum(each is None for each in highs)
    grades = Counter(finding.policies[policy].grade.value or "none" for finding, _ in counted)
    return Total(
        scope=scope,
        harm=harm,
        as_of=as_of,
        unit=UNIT,
        low=sum(lows) if lows else None,
        high=sum(each for each in highs if each is not None) if highs and not still_open else None,
        unknown_events=len(counted) - len(known),
        open_events=still_open,
        overlaps_removed=len(removed) + len(wider),
        grades=dict(sorted(grades.items())),
        processed_through=processed_through,
        backlog=backlog,
        rests_on=tuple(finding.id for finding, _ in counted),
        may_repeat=tuple(event.id for event, found in counted if event.id in again and not found.unknown),
        left_out=(*removed, *wider),
    )
