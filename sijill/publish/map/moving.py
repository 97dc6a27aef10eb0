"""The map that moves: the events as columns of indices, with the outlines around them, above one classic script.

The script stands in the page itself, so that it runs from a file: browsers load no module from there, and nothing is
asked of anybody. Words are said here, in the language of the page; the script only chooses among them.
"""

from collections.abc import Iterable, Sequence
from datetime import date
from pathlib import Path

from markupsafe import Markup

from sijill.model.claim import Harm
from sijill.model.finding import Finding
from sijill.model.place import PlacePrecision
from sijill.model.when import Period
from sijill.publish.map.drawing import WIDE, full_size, near
from sijill.publish.map.outlines import STEPS_PER_DEGREE, Box, Shape
from sijill.publish.material import Material
from sijill.publish.quotes import visible
from sijill.publish.render import inlined
from sijill.publish.wording import Wording, _

SCRIPT = Path(__file__).parents[1] / "templates" / "map.js"
EPOCH = date(1970, 1, 1).toordinal()
AROUND = 1.5
"""How far the outlines reach beyond the events: so many times their extent to each side."""
LEAST_AROUND = 3.0
SETTLEMENT_KM = 1.0
"""How far a town or village reaches where its own radius is not known [km]: close by it is no point either."""
TOLL, UNKNOWN, OTHER = 0, 1, 2
WORDS = {
    "canvas": _("Map of the events. The places in view are listed after it."),
    "keys": _("Drag or use the arrow keys to move, + and - to come closer or go away, 0 to see all."),
    "filter": _("Choose what is shown"),
    "period": _("Period"),
    "from": _("from"),
    "to": _("to"),
    "undated": _("without a date"),
    "act": _("What happened"),
    "precision": _("How exactly the place is known"),
    "shown": _("{shown} of {all} events with coordinates are shown."),
    "beyond": _("{number} of them are known only by a period that reaches beyond the one chosen."),
    "inview": _("Places in view: {places}"),
    "more": _("{number} more places: come closer, or choose less."),
    "narrow": _("{number} more events here: choose less."),
    "nothing": _("Nothing lies in view."),
    "closer": _("Closer"),
    "away": _("Further away"),
    "home": _("See all"),
    "km": _("km"),
}
Rings = list[list[int]]


class Told:
    """Each thing that is said once, and its number."""

    def __init__(self) -> None:
        self.known: dict[str, int] = {}

    def __call__(self, said: str) -> int:
        return self.known.setdefault(visible(said), len(self.known))


def moving(material: Material) -> tuple[Markup, str] | None:
    """The script with its data, and its SHA-256 for the policy of the page; None where no event has coordinates."""
    placed = [each for each in material.findings if each.where.lat is not None and each.where.lon is not None]
    if not placed:
        return None
    return inlined(_data(placed, material), "M", SCRIPT)


def _data(placed: Sequence[Finding], material: Material) -> dict[str, object]:
    say, close = material.say, {each.id for each in near(placed)}
    acts, precisions, whens, tolls = Told(), Told(), Told(), Told()
    for precision in PlacePrecision:  # from the finest, whatever comes first in time
        if any(each.where.precision is precision for each in placed):
            precisions(say.plain(precision))
    places: dict[tuple[object, ...], list[object]] = {}
    numbers: dict[tuple[object, ...], int] = {}
    rows = []
    for each in placed:
        key = (each.where.lat, each.where.lon, each.where.precision)
        if key not in places:
            numbers[key] = len(places)
            places[key] = [visible(_name(each, material)), *_degrees(each), precisions(say.plain(each.where.precision))]
            places[key] += [_reach(each, material), int(each.id in close)]
        said = (acts(say.plain(each.act)), whens(say.period(each.when)), tolls(_tolls(each, say)))
        rows.append(_row(each, numbers[key], *said))
    box = _around([_degrees(each) for each in near(placed)])
    vague = [say.plain(each) for each in (*WIDE, PlacePrecision.UNKNOWN)]
    return {
        "words": {name: say(message) for name, message in WORDS.items()},
        "acts": list(acts.known),
        "precisions": list(precisions.known),
        "areas": [precisions.known[each] for each in vague if each in precisions.known],
        "whens": list(whens.known),
        "tolls": list(tolls.known),
        "places": list(places.values()),
        "events": rows,
        "full": full_size([low for each in placed if (low := _killed(each)[0]) >= 0]),
        "countries": _rings(material.outlines.countries, box),
        "provinces": _rings(material.outlines.provinces, box),
        "dated": _span([each.when for each in placed]),
    }


def _row(each: Finding, place: int, act: int, when: int, toll: int) -> list[object]:
    """id, place, act, first day, last day, when, toll, lowest killed or -1, open above, kind, highest killed or -1."""
    low, is_open, kind = _killed(each)
    killed = each.tolls.get(Harm.KILLED)
    high = -1 if killed is None or killed.high is None else killed.high
    days = _day(each.when.start), _day(each.when.end)
    return [each.id, place, act, *days, when, toll, low, int(is_open), kind, high]


def _killed(finding: Finding) -> tuple[int, bool, int]:
    killed = finding.tolls.get(Harm.KILLED)
    if killed is None:
        return -1, False, OTHER
    low = -1 if killed.low is None else killed.low
    return low, killed.high is None and not killed.unknown, UNKNOWN if killed.low is killed.high is None else TOLL


def _tolls(finding: Finding, say: Wording) -> str:
    told = [f"{say.harm(harm)}: {say.figure(each)}" for harm, each in finding.tolls.items() if harm is not Harm.NONE]
    return "; ".join(told) or say(_("no harm to people"))


def _name(finding: Finding, material: Material) -> str:
    return material.where(finding.where) or material.say(_("place without a name"))


def _degrees(finding: Finding) -> tuple[float, float]:
    """Longitude and latitude to a hundred-thousandth of a degree, about a metre."""
    return round(finding.where.lon or 0.0, 5), round(finding.where.lat or 0.0, 5)


def _reach(finding: Finding, material: Material) -> float:
    """How far the place reaches from its centre [km]; 0 where it is a point."""
    precision, place = finding.where.precision, material.places.get(finding.where.place or "")
    otherwise = WIDE.get(precision, SETTLEMENT_KM if precision is PlacePrecision.SETTLEMENT else 0.0)
    return round(place.radius_km, 1) if otherwise and place is not None and place.radius_km else otherwise


def _day(iso: str | None) -> int | None:
    """Days since 1970."""
    return None if iso is None else date.fromisoformat(iso[:10]).toordinal() - EPOCH


def _span(periods: Iterable[Period]) -> list[str]:
    """First and last day of all; two empty words where nothing is dated."""
    days = [edge[:10] for each in periods for edge in (each.start, each.end) if edge is not None]
    return [min(days), max(days)] if days else ["", ""]


def _around(points: Sequence[tuple[float, float]]) -> Box:
    lons, lats = zip(*points, strict=True)
    x = max(LEAST_AROUND, AROUND * (max(lons) - min(lons)))
    y = max(LEAST_AROUND, AROUND * (max(lats) - min(lats)))
    return min(lons) - x, min(lats) - y, max(lons) + x, max(lats) + y


def _rings(shapes: Iterable[Shape], box: Box) -> Rings:
    """The rings that reach into the box, each as differences in hundredths of a degree."""
    west, south, east, north = box
    return [
        _steps(ring.points)
        for shape in shapes
        for ring in shape.rings
        if ring.box[0] <= east and ring.box[2] >= west and ring.box[1] <= north and ring.box[3] >= south
    ]


def _steps(points: Sequence[tuple[float, float]]) -> list[int]:
    steps, x, y = [], 0, 0
    for lon, lat in points:
        now_x, now_y = round(lon * STEPS_PER_DEGREE), round(lat * STEPS_PER_DEGREE)
        steps += [now_x - x, now_y - y]
        x, y = now_x, now_y
    return steps
