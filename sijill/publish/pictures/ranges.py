"""The ranges of reports of single events: from the lowest number to the highest, open where nobody gives a limit."""

from collections.abc import Callable
from math import log1p

from sijill.model.claim import Harm
from sijill.model.finding import CasualtyRange, Finding
from sijill.publish.material import Material
from sijill.publish.pictures.shapes import (
    LEFT,
    LINE,
    REPORTED,
    RIGHT,
    SOFT,
    WIDTH,
    arrow,
    dot,
    line,
    line_in,
    linked,
    rect,
    round_step,
    shortened,
    text,
)

MOST, ROW, TOP = 25, 25, 26
SPREAD = 20
"""Where the greatest number is more than so many times the median, the axis is logarithmic, of one person more."""


def of_events(material: Material) -> list[Finding]:
    """The events that are drawn: those with the greatest numbers of killed, the greatest first."""
    told = [each for each in material.findings if Harm.KILLED in each.tolls and not each.tolls[Harm.KILLED].unknown]
    return sorted(told, key=lambda each: (-_greatest(each), each.id))[:MOST]


def logarithmic(findings: list[Finding]) -> bool:
    """Do a few numbers dwarf all the others?"""
    numbers = sorted(_greatest(each) for each in findings)
    return bool(numbers) and numbers[-1] > SPREAD * max(1, numbers[len(numbers) // 2])


def ranges(material: Material, top: str) -> tuple[list[str], float] | None:
    """A row for each event. top: the way to the pages."""
    findings = of_events(material)
    if not findings:
        return None
    most, log = max(_greatest(each) for each in findings), logarithmic(findings)
    x = _scale(most, log=log)
    base = TOP + ROW * len(findings)
    ticks = [0, *(10**power for power in range(10) if 10**power <= most * 1.1)] if log else []
    ticks = ticks or list(range(0, int(most * 1.08) + 1, round_step(most)))
    parts = [line(x(each), TOP - 4, x(each), base, stroke=LINE) for each in ticks]
    parts += [text(x(each), base + 16, f"{each:,}", anchor="middle", size=12, fill=SOFT) for each in ticks]
    for at, each in enumerate(findings):
        y = TOP + ROW * at + ROW / 2
        told = material.say.figure(each.tolls[Harm.KILLED])
        inside = _row(each.tolls[Harm.KILLED], y, x)
        name = text(LEFT - 10, y + 4, shortened(_label(each, material), 36), anchor="end", size=12)
        parts.append(linked(f"{top}events/{each.id}.html#killed", name + inside, f"{each.title}: {told}"))
    return parts, base + 26


def _label(finding: Finding, material: Material) -> str:
    told = material.say(", ").join(
        each for each in (material.where(finding.where), material.say.period(finding.when)) if each
    )
    return line_in(material.say.language, told)


def _row(killed: CasualtyRange, y: float, x: Callable[[float], float]) -> str:
    low, high = killed.low, killed.high
    if low is not None and low == high:
        return dot(x(low), y, 5, fill=REPORTED)
    start, end = x(low if low is not None else 0), x(high if high is not None else low or 0)
    parts = [rect(start, y - 4, end - start, 8, REPORTED, opacity=0.85 if low is not None else 0.28)]
    if low is not None:
        parts.append(dot(start, y, 5, fill=REPORTED))
    if high is not None:
        parts.append(dot(end, y, 5, fill="#ffffff" if low is None else REPORTED, edge=REPORTED))
    else:
        parts.append(arrow(end + 7, y, up=False))
    return "".join(parts)


def _greatest(finding: Finding) -> int:
    killed = finding.tolls[Harm.KILLED]
    return max(killed.low or 0, killed.high or 0)


def _scale(most: int, *, log: bool) -> Callable[[float], float]:
    wide = WIDTH - LEFT - RIGHT - 24
    if log:
        return lambda persons: LEFT + wide * log1p(persons) / log1p(most * 1.05)
    return lambda persons: LEFT + wide * persons / max(1.0, most * 1.05)
