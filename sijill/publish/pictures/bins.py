"""Time in bins: an event stands in a bin only if the whole of its period lies there; else it is drawn as long as it is.

The bins are days, months or years, whichever are at most sixty. What lies far from all the rest is counted, not drawn.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from statistics import median, quantiles

from sijill.model.finding import Finding
from sijill.model.when import Period

DAYS, MONTHS = 45, 60 * 31
LEAST_WINDOW = 366
"""Events are drawn within three interquartile ranges of the median, and at least so many days of it."""
LANES = 8


@dataclass(frozen=True, slots=True, kw_only=True)
class Binned:
    """Findings on an axis of time.

    unit     day | month | year              edges    first day of each bin, and the day after the last
    inside   of each bin, the findings whose period lies within it
    wider    first day, last day and findings of each period that reaches over several bins, in lanes from above
    left     findings whose period would need more lanes
    earlier, later, undated   findings that are not drawn
    """

    unit: str
    edges: tuple[date, ...]
    inside: tuple[tuple[Finding, ...], ...]
    wider: tuple[tuple[int, date, date, tuple[Finding, ...]], ...]
    left: tuple[Finding, ...]
    earlier: tuple[Finding, ...]
    later: tuple[Finding, ...]
    undated: tuple[Finding, ...]


def binned(findings: Sequence[Finding]) -> Binned | None:
    """The findings on an axis; None where no period has both its edges."""
    dated = [each for each in findings if each.when.start and each.when.end]
    if not dated:
        return None
    first, last = _window([_days(each.when) for each in dated])
    earlier = [each for each in dated if _days(each.when)[0] < first]
    later = [each for each in dated if _days(each.when)[0] >= first and _days(each.when)[1] > last]
    off = {each.id for each in (*earlier, *later)}
    drawn = [each for each in dated if each.id not in off]
    edges, unit = _edges([_days(each.when) for each in drawn])
    inside: list[list[Finding]] = [[] for _ in edges[1:]]
    wide: dict[tuple[date, date], list[Finding]] = {}
    for each in drawn:
        start, end = _days(each.when)
        at = max(index for index, edge in enumerate(edges) if edge <= start)
        if end < edges[at + 1]:
            inside[at].append(each)
        else:
            wide.setdefault((start, end), []).append(each)
    wider, left = _lanes(wide)
    return Binned(
        unit=unit,
        edges=tuple(edges),
        inside=tuple(map(tuple, inside)),
        wider=tuple(wider),
        left=tuple(left),
        earlier=tuple(earlier),
        later=tuple(later),
        undated=tuple(each for each in findings if not (each.when.start and each.when.end)),
    )


def _days(when: Period) -> tuple[date, date]:
    return date.fromisoformat((when.start or "")[:10]), date.fromisoformat((when.end or "")[:10])


def _window(periods: Sequence[tuple[date, date]]) -> tuple[date, date]:
    """First and last day that are drawn."""
    middles = sorted((start.toordinal() + end.toordinal()) / 2 for start, end in periods)
    middle = median(middles)
    low, _, high = quantiles(middles, n=4) if len(middles) > 1 else (middle, middle, middle)
    reach = max(LEAST_WINDOW, 3 * (high - low))
    first = max(date.min.toordinal(), int(middle - reach))
    return date.fromordinal(first), date.fromordinal(min(date.max.toordinal(), int(middle + reach) + 1))


def _edges(periods: Sequence[tuple[date, date]]) -> tuple[list[date], str]:
    first, last = min(start for start, _ in periods), max(end for _, end in periods)
    days = (last - first).days + 1
    unit = "day" if days <= DAYS else "month" if days <= MONTHS else "year"
    edges = [_floor(first, unit)]
    while edges[-1] <= last:
        edges.append(_next(edges[-1], unit))
    return edges, unit


def _floor(day: date, unit: str) -> date:
    return day if unit == "day" else day.replace(day=1) if unit == "month" else day.replace(month=1, day=1)


def _next(day: date, unit: str) -> date:
    if unit == "day":
        return day + timedelta(days=1)
    if unit == "month":
        return date(day.year + day.month // 12, day.month % 12 + 1, 1)
    return day.replace(year=day.year + 1)


def _lanes(
    wide: dict[tuple[date, date], list[Finding]],
) -> tuple[list[tuple[int, date, date, tuple[Finding, ...]]], list[Finding]]:
    """Each period in the first lane that is free where it begins."""
    ends: list[date] = []
    placed: list[tuple[int, date, date, tuple[Finding, ...]]] = []
    left: list[Finding] = []
    for (start, end), findings in sorted(wide.items(), key=lambda each: (each[0][0], each[0][1])):
        lane = next((at for at, last in enumerate(ends) if last < start), len(ends))
        if lane == LANES:
            left += findings
            continue
        ends[lane : lane + 1] = [end]
        placed.append((lane, start, end, tuple(findings)))
    return placed, left
