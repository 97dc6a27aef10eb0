"""Events over time, and how many were killed: a bin holds what is known to lie in it, and nothing is drawn finer."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date

from sijill.model.claim import Harm
from sijill.model.finding import CasualtyRange, EventStatus, Finding, Total
from sijill.publish.material import Material
from sijill.publish.pictures.bins import Binned, binned
from sijill.publish.pictures.shapes import (
    DEEP,
    LINE,
    REPORTED,
    SOFT,
    WIDTH,
    arrow,
    hatch,
    line,
    linked,
    rect,
    round_step,
    shortened,
    text,
)
from sijill.publish.wording import Wording, _

LEFT, RIGHT, TOP, TALL, LANE = 52, 24, 30, 150, 22


@dataclass(frozen=True, slots=True, kw_only=True)
class Column:
    """One bin of the toll [persons]: the lowest and the highest together, is it open, events without a number."""

    low: int
    high: int
    open: bool
    unknown: int


def timeline(material: Material, top: str) -> tuple[list[str], float] | None:
    """Number of events in each bin; below it the events that are known only by a longer period. top: way to pages."""
    found = binned([each for each in material.findings if each.status is not EventStatus.UNFOUNDED])
    if found is None:
        return None
    counts = [len(each) for each in found.inside]
    axis = _Axis(found, max(counts, default=0))
    bars = [
        rect(axis.x(start) + 1, axis.y(count), axis.x(end) - axis.x(start) - 2, axis.base - axis.y(count), DEEP)
        for start, end, count in zip(found.edges, found.edges[1:], counts, strict=False)
        if count
    ]
    lanes, height = _wider(found, axis, material.say, colour=DEEP, name="hatch-events", top=top, told=_titles)
    return [
        hatch("hatch-events", DEEP),
        *axis.drawn(material.say(_("events"))),
        *bars,
        *axis.days(material.say),
        *lanes,
    ], height


def toll(material: Material, top: str) -> tuple[list[str], float] | None:
    """Killed in each bin, by the events that the total rests on: the sum of the lowest full, of the highest pale."""
    total = next((each for each in material.totals if each.harm is Harm.KILLED), None)
    if total is None:
        return None
    rests_on = frozenset(total.rests_on)
    counted = [each for each in material.findings if each.id in rests_on and Harm.KILLED in each.tolls]
    found = binned(counted)
    if found is None:
        return None
    columns = [column(each, total) for each in found.inside]
    axis = _Axis(found, max((each.high for each in columns), default=0))
    bars: list[str] = []
    for start, end, each in zip(found.edges, found.edges[1:], columns, strict=False):
        left, wide = axis.x(start) + 1, axis.x(end) - axis.x(start) - 2
        if each.high:
            bars.append(
                rect(left, axis.y(each.high), wide, axis.y(each.low) - axis.y(each.high), REPORTED, opacity=0.28)
            )
            bars.append(rect(left, axis.y(each.low), wide, axis.base - axis.y(each.low), REPORTED))
        if each.open:
            bars.append(arrow(left + wide / 2, axis.y(each.high) - 3, up=True))
        if each.unknown:
            bars.append(
                text(
                    left + wide / 2,
                    axis.y(each.high) - (22 if each.open else 6),
                    f"+{each.unknown}?",
                    anchor="middle",
                    size=11,
                    fill=SOFT,
                )
            )
    lanes, height = _wider(found, axis, material.say, colour=REPORTED, name="hatch-toll", top=top, told=_tolls)
    return [
        hatch("hatch-toll", REPORTED),
        *axis.drawn(material.say.harm(Harm.KILLED)),
        *bars,
        *axis.days(material.say),
        *lanes,
    ], height


def column(findings: Sequence[Finding], total: Total) -> Column:
    """What the events of one bin come to in the total: those that may tell of others again are not sure, and a number
    of a wider scope adds what the events in it do not hold."""
    tolls = [(each.id, each.tolls[Harm.KILLED]) for each in findings]
    unsure, adds = frozenset(total.may_repeat), {each.event: each for each in total.left_out}
    low = sum(adds[known].adds_low if known in adds else each.low or 0 for known, each in tolls if known not in unsure)
    high = sum(adds[known].adds_high or 0 if known in adds else _highest(each) for known, each in tolls)
    return Column(
        low=low,
        high=max(low, high),
        open=any(each.high is None and not each.unknown for _, each in tolls),
        unknown=sum(each.unknown for _, each in tolls),
    )


def _highest(killed: CasualtyRange) -> int:
    return killed.high if killed.high is not None else killed.low or 0


class _Axis:
    """From days and numbers to pixels."""

    def __init__(self, found: Binned, greatest: int) -> None:
        self.found, self.base = found, TOP + TALL
        self.step = round_step(max(greatest, 1))
        self.most = (greatest // self.step + 1) * self.step
        self.first, self.last = found.edges[0].toordinal(), found.edges[-1].toordinal()

    def x(self, day: date) -> float:
        share = (day.toordinal() - self.first) / max(1, self.last - self.first)
        return LEFT + share * (WIDTH - LEFT - RIGHT)

    def y(self, number: float) -> float:
        return self.base - number / self.most * TALL

    def drawn(self, unit: str) -> list[str]:
        """Ticks of the numbers."""
        ticks = range(0, self.most + 1, self.step)
        return [
            text(LEFT - 8, TOP - 12, unit, size=12, fill=SOFT),
            *(line(LEFT, self.y(each), WIDTH - RIGHT, self.y(each)) for each in ticks),
            *(text(LEFT - 8, self.y(each) + 4, f"{each:,}", anchor="end", size=12, fill=SOFT) for each in ticks),
        ]

    def days(self, say: Wording) -> list[str]:
        """Names of the bins, as many as have room."""
        starts, unit = self.found.edges[:-1], self.found.unit
        every = max(1, round(len(starts) / 9 + 0.49))
        form: Callable[[date], str] = {
            "day": lambda each: say.day_of_year(each.isoformat()),
            "month": lambda each: say.day(each.isoformat()[:7]),
            "year": lambda each: f"{each.year:04}",
        }[unit]
        shown = [(each, self.found.edges[at + 1]) for at, each in enumerate(starts) if at % every == 0]
        names = [
            text((self.x(each) + self.x(after)) / 2, self.base + 18, form(each), anchor="middle", size=12, fill=SOFT)
            for each, after in shown
        ]
        return [line(LEFT, self.base, WIDTH - RIGHT, self.base, stroke=SOFT), *names]


def _wider(
    found: Binned,
    axis: _Axis,
    say: Wording,
    *,
    colour: str,
    name: str,
    top: str,
    told: Callable[[Sequence[Finding], Wording], str],
) -> tuple[list[str], float]:
    """Under the axis: what is known only by a longer period, as long as that is."""
    lanes = max((each[0] for each in found.wider), default=-1) + 1
    height = axis.base + 34 + LANE * lanes
    parts = []
    for lane, start, end, findings in found.wider:
        y = axis.base + 32 + LANE * lane
        left, right = axis.x(start), max(axis.x(start) + 3, axis.x(end))
        label = told(findings, say)
        bar = rect(left, y, right - left, LANE - 6, f"url(#{name})", edge=colour)
        address = f"{top}events/{findings[0].id}.html" if len(findings) == 1 else f"{top}index.html#events"
        words = shortened(label, 60)
        fits = right - left > 6.2 * len(words) + 12
        room = fits or right + 6.2 * len(words) < WIDTH - 8
        x, anchor = ((left + right) / 2, "middle") if fits else (right + 5, "start") if room else (left - 5, "end")
        back = [rect(x - 3.3 * len(words), y + 1, 6.6 * len(words), LANE - 8, "#ffffff", opacity=0.85)] if fits else []
        parts.append(linked(address, "".join([bar, *back, text(x, y + 12, words, anchor=anchor, size=11)]), label))
    if lanes:
        parts.append(line(LEFT, axis.base + 26, WIDTH - RIGHT, axis.base + 26, stroke=LINE, dash="3 3"))
    return parts, height + 6


def _titles(findings: Sequence[Finding], say: Wording) -> str:
    return findings[0].title if len(findings) == 1 else say.count(len(findings), "event", "events")


def _tolls(findings: Sequence[Finding], say: Wording) -> str:
    if len(findings) == 1:
        return f"{say.figure(findings[0].tolls[Harm.KILLED])}: {findings[0].title}"
    return say.count(len(findings), "event", "events")


def left_out(found: Binned, say: Wording) -> str:
    """What the axis does not show."""
    parts = [
        say.fill(message, events=say.count(len(each), "event", "events"))
        for each, message in (
            (found.earlier, _("{events} long before")),
            (found.later, _("{events} long after")),
            (found.undated, _("{events} without a date")),
            (found.left, _("{events} known only by longer periods, for which there is no room")),
        )
        if each
    ]
    return say(_(", ")).join(parts)
