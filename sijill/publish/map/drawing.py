"""The map of the overview, drawn by us: one mark a place, no finer than the place is known, and nothing from elsewhere.

A mark is as large as the greatest lowest toll of one event there; tolls of several events are not added up on a map.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from math import sqrt
from statistics import median

from sijill.model.claim import Harm
from sijill.model.finding import Finding
from sijill.model.place import PlacePrecision
from sijill.publish.map.outlines import Shape
from sijill.publish.map.projection import GridLine, Projection, framed, meridians, parallels, scale_bar
from sijill.publish.material import Material
from sijill.publish.wording import Wording, _

WIDTH, HEIGHT = 760, 520
LEAST_RADIUS, MOST_RADIUS = 4.0, 26.0
LEAST_FULL_SIZE = 100
"""The scale's largest mark stands for at least so many persons, and for more where one toll in twenty is larger."""
FURTHEST = 12.0
"""Events further than this from the middle of all events [degrees] are listed and not drawn: they shrink the rest."""
WIDE = {PlacePrecision.DISTRICT: 15.0, PlacePrecision.PROVINCE: 50.0, PlacePrecision.COUNTRY: 150.0}
"""How far an area reaches where its own radius is not known [km]."""
MOST_LABELS = 24
MOST_MARKS = 400
Frame = tuple[float, float, float, float]


@dataclass(frozen=True, slots=True, kw_only=True)
class Mark:
    """One place. radius [px] of the lowest toll, outer [px] of the highest, area [px] of a place that is an area.

    kind   toll | unknown (deaths without a number) | other (no deaths reported)   open: no upper bound
    """

    x: float
    y: float
    radius: float
    outer: float | None
    area: float | None
    kind: str
    open: bool
    name: str
    told: str
    href: str
    shown: tuple[Finding, ...]
    label: tuple[float, float, str] | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Map:
    """A drawing of `width` x `height` [px]; sizes are the circles of the legend: radius [px] and persons.

    dots   the path of points at places beyond the MOST_MARKS with the greatest tolls; smaller: how many these are
    undrawn   areas beyond them, which are not drawn: a point would be finer than they are known
    beside, wide, outside   events that are listed: without coordinates, in an area that fills the frame, far away
    """

    width: int
    height: int
    countries: list[str]
    provinces: list[str]
    meridians: list[GridLine]
    parallels: list[GridLine]
    scale: tuple[int, float]
    marks: list[Mark]
    dots: str
    smaller: int
    undrawn: int
    sizes: list[tuple[float, int]]
    beside: list[Finding]
    wide: list[Finding]
    outside: list[Finding]


def drawn(material: Material) -> Map | None:
    """The map of all findings with coordinates; None where no event has any."""
    placed = [each for each in material.findings if each.where.lat is not None and each.where.lon is not None]
    if not placed:
        return None
    shown = near(placed)
    projection = framed([_point(each) for each in shown], width=WIDTH, height=HEIGHT)
    lows = [low for each in shown if each.where.precision not in WIDE and (low := _low(each)) is not None]
    full = full_size(lows)
    marks = [_mark(each, projection, material, full) for each in _by_place(shown)]
    clear = [each for each in marks if not _too_wide(each)]
    small = clear[MOST_MARKS:]
    drawn_ids = {each.id for each in shown}
    return Map(
        width=WIDTH,
        height=HEIGHT,
        countries=list(paths(material.outlines.countries, projection)),
        provinces=list(paths(material.outlines.provinces, projection)),
        meridians=meridians(projection),
        parallels=parallels(projection),
        scale=scale_bar(projection),
        marks=_labelled(clear[:MOST_MARKS]),
        dots="".join(f"M{each.x:g},{each.y:g}h0" for each in small if each.area is None),
        smaller=sum(each.area is None for each in small),
        undrawn=sum(each.area is not None for each in small),
        sizes=[(_radius(each, full), each) for each in (10, 50, full)],
        beside=[each for each in material.findings if each.where.lat is None or each.where.lon is None],
        wide=[each for mark in marks if _too_wide(mark) for each in mark.shown],
        outside=[each for each in placed if each.id not in drawn_ids],
    )


def full_size(lows: Sequence[int]) -> int:
    """What the largest mark stands for: a round number that 19 of 20 tolls do not exceed, so that one toll of a whole
    war does not shrink all the others."""
    most = sorted(lows)[int(0.95 * (len(lows) - 1))] if lows else 0
    rounds = (base * int(10**power) for power in range(2, 11) for base in (1, 2, 5))
    return next(each for each in rounds if each >= max(LEAST_FULL_SIZE, most))


def _too_wide(mark: Mark) -> bool:
    """An area that fills the frame tells nothing on a map."""
    return mark.area is not None and mark.area > HEIGHT / 2


def near(placed: Sequence[Finding]) -> list[Finding]:
    """Those not further than FURTHEST from the middle of all; all, if that leaves none."""
    middle_lon, middle_lat = (median(axis) for axis in zip(*map(_point, placed), strict=True))
    return [
        each
        for each in placed
        if abs(_point(each)[0] - middle_lon) <= FURTHEST and abs(_point(each)[1] - middle_lat) <= FURTHEST
    ] or list(placed)


def _point(finding: Finding) -> tuple[float, float]:
    return (finding.where.lon or 0.0, finding.where.lat or 0.0)


def _low(finding: Finding) -> int | None:
    killed = finding.tolls.get(Harm.KILLED)
    return killed.low if killed is not None else None


def _by_place(findings: Iterable[Finding]) -> list[list[Finding]]:
    """Events at one point and precision together; the greatest tolls first, so that small marks lie on top."""
    found: dict[tuple[object, ...], list[Finding]] = {}
    for each in findings:
        found.setdefault((each.where.lat, each.where.lon, each.where.precision), []).append(each)
    return sorted(found.values(), key=lambda group: -max((_low(each) or 0) for each in group))


def named_here(group: Sequence[Finding], material: Material) -> str | None:
    """The name of a place on the map: what its words name in it only where all its events say the same."""
    said = {material.where(each.where) for each in group}
    place = material.places.get(group[0].where.place or "")
    return said.pop() if len(said) == 1 or place is None else material.place_name(place)


def _mark(group: Sequence[Finding], projection: Projection, material: Material, full: int) -> Mark:
    where = group[0].where
    x, y = projection(*_point(group[0]))
    deaths = [each.tolls[Harm.KILLED] for each in group if Harm.KILLED in each.tolls]
    lows = [each.low for each in deaths if each.low is not None]
    highs = [each.high for each in deaths if each.high is not None]
    low, high = max(lows, default=None), max(highs, default=None)
    place = material.places.get(where.place or "")
    name = named_here(group, material) or material.say(_("place without a name"))
    area = WIDE.get(where.precision)
    if area is not None and place is not None and place.radius_km is not None:
        area = place.radius_km
    return Mark(
        x=x,
        y=y,
        radius=LEAST_RADIUS + 1 if low is None else _radius(low, full),
        outer=min(44.0, _radius(high, full)) if high is not None and high > (low or 0) else None,
        area=None if area is None else max(8.0, projection.pixels(area)),
        kind="other" if not deaths else "unknown" if low is None and high is None else "toll",
        open=any(each.high is None and not each.unknown for each in deaths),
        name=name,
        told=_told(group, material.say),
        href=f"events/{group[0].id}.html" if len(group) == 1 else "#events",
        shown=tuple(group),
    )


def _told(group: Sequence[Finding], say: Wording) -> str:
    if len(group) > 1:
        return say.count(len(group), "event", "events")
    tolls = [f"{say.harm(harm)}: {say.figure(each)}" for harm, each in group[0].tolls.items() if harm is not Harm.NONE]
    return "; ".join([say.period(group[0].when), *tolls])


def _radius(persons: int, full: int) -> float:
    """The area of a circle goes with the number of persons."""
    return round(LEAST_RADIUS + (MOST_RADIUS - LEAST_RADIUS) * sqrt(min(persons, full) / full), 1)


def paths(shapes: Iterable[Shape], projection: Projection) -> Iterable[str]:
    """The parts of the shapes that lie in the frame, as paths of a drawing."""
    for shape in shapes:
        rings = [ring for ring in shape.rings if projection.shows(ring.box)]
        if rings:
            lines = [" ".join(f"{x:g},{y:g}" for x, y in (projection(*each) for each in ring.points)) for ring in rings]
            yield "".join(f"M{line}Z" for line in lines)


def _labelled(marks: Sequence[Mark]) -> list[Mark]:
    """Names beside the largest marks, where they cover no mark and no other name and do not leave the frame."""
    taken: list[Frame] = [_frame(each) for each in marks]
    named: list[Mark] = []
    for mark in marks:
        full = len(taken) - len(marks) >= MOST_LABELS
        spot = None if full else next((each for each in _spots(mark) if _free(each[1], taken)), None)
        if spot is not None:
            taken.append(spot[1])
        named.append(mark if spot is None else replace(mark, label=spot[0]))
    return named


def _frame(mark: Mark) -> Frame:
    reach = max(mark.radius, mark.outer or 0)
    return mark.x - reach, mark.y - reach, mark.x + reach, mark.y + reach


def _spots(mark: Mark) -> Iterable[tuple[tuple[float, float, str], Frame]]:
    """Right, left, below: where the text starts, and the frame it takes [px]."""
    width, reach = 7.2 * len(mark.name) + 4, max(mark.radius, mark.outer or 0) + 5
    yield (mark.x + reach, mark.y + 4, "start"), (mark.x + reach, mark.y - 10, mark.x + reach + width, mark.y + 8)
    yield (mark.x - reach, mark.y + 4, "end"), (mark.x - reach - width, mark.y - 10, mark.x - reach, mark.y + 8)
    low = mark.y + reach + 11
    yield (mark.x, low, "middle"), (mark.x - width / 2, low - 12, mark.x + width / 2, low + 5)


def _free(frame: Frame, taken: Iterable[Frame]) -> bool:
    left, top, right, bottom = frame
    inside = left >= 2 and right <= WIDTH - 2 and top >= 2 and bottom <= HEIGHT - 2
    return inside and all(right < t[0] or left > t[2] or bottom < t[1] or top > t[3] for t in taken)
