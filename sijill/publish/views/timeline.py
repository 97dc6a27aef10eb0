"""How a toll was told over time, as a small drawing: a bar from the lowest to the highest number current on a day."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from sijill.model.finding import TollAt
from sijill.publish import figures
from sijill.publish.pictures.shapes import directed, round_step
from sijill.publish.wording import Wording

WIDTH, HEIGHT = 560, 170
LEAST_BAR = 4
LEFT, RIGHT, TOP, BOTTOM = 44, 30, 16, 30


@dataclass(frozen=True, slots=True, kw_only=True)
class Bar:
    """One day [px], from the lowest number to the highest. open_above, open_below: no bound was claimed there."""

    x: float
    top: float
    bottom: float
    open_above: bool
    open_below: bool
    label: str
    told: str
    labelled: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Chart:
    """A drawing of `width` x `height` [px]; ticks are heights [px] with their number of persons."""

    width: int
    height: int
    left: int
    right: int
    base: int
    bars: list[Bar]
    ticks: list[tuple[float, str]]


def chart(moments: Sequence[TollAt], say: Wording) -> Chart | None:
    """The drawing, or None where fewer than two days are known."""
    dated = [each for each in moments if each.as_of is not None and (each.low is not None or each.high is not None)]
    if len({each.as_of for each in dated}) < 2:
        return None
    days = [figures.ordinal(each.as_of or "") for each in dated]
    greatest = max(max(each.low or 0, each.high or 0) for each in dated)
    step = round_step(greatest)
    top_of_axis = (greatest // step + 1) * step
    across = (WIDTH - LEFT - RIGHT) / max(1, max(days) - min(days))
    base = HEIGHT - BOTTOM

    def height(persons: int) -> float:
        return round(base - persons * (base - TOP) / top_of_axis, 1)

    bars: list[Bar] = []
    for each, number in zip(dated, days, strict=True):
        x = round(LEFT + 14 + (number - min(days)) * (across - 28 / max(1, max(days) - min(days))), 1)
        labelled = not bars or x - max(b.x for b in bars if b.labelled) > 90
        bars.append(_bar(each, x, height, labelled=labelled, say=say))
    return Chart(
        width=WIDTH,
        height=HEIGHT,
        left=LEFT,
        right=WIDTH - RIGHT,
        base=base,
        bars=bars,
        ticks=[(height(number), say.number(number)) for number in range(0, top_of_axis + 1, step)],
    )


def _bar(moment: TollAt, x: float, height: Callable[[int], float], *, labelled: bool, say: Wording) -> Bar:
    low = moment.low if moment.low is not None else 0
    high = moment.high if moment.high is not None else low
    top, bottom = height(high), height(low)
    return Bar(
        x=x,
        top=bottom if bottom - top < LEAST_BAR else top,  # too low to be seen as a bar: a dot
        bottom=bottom,
        open_above=moment.high is None,
        open_below=moment.low is None,
        label=_short(moment.as_of or "", say),
        told=say.bounds(moment.low, moment.high),
        labelled=labelled,
    )


def _short(iso: str, say: Wording) -> str:
    """ "9 March"; the table beside the drawing has the year."""
    return directed(say.day_of_year(iso))
