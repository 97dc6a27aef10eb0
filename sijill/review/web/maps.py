"""Small maps on the packaged outlines: nothing is asked of anybody else, nothing is drawn finer than it is known."""

from collections.abc import Sequence
from dataclasses import dataclass

from markupsafe import Markup

from sijill.publish.map.drawing import paths
from sijill.publish.map.outlines import Outlines
from sijill.publish.map.projection import framed

WIDTH, HEIGHT = 460, 320
RADIUS_KM = {"district": 15.0, "province": 50.0, "country": 150.0}


@dataclass(frozen=True, slots=True, kw_only=True)
class Mark:
    """One place on a drawing [px]. area: how far it reaches where it is no point."""

    x: float
    y: float
    area: float | None
    name: str
    href: str | None
    size: float
    open: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Located:
    """A drawing with its frame, so that a point that is dragged on it has degrees again.

    across, down   degrees of longitude and latitude for one pixel
    """

    width: int
    height: int
    countries: list[Markup]
    provinces: list[Markup]
    marks: list[Mark]
    west: float
    north: float
    across: float
    down: float


def located(
    points: Sequence[tuple[float, float, str]],
    outlines: Outlines,
    *,
    within: str = "",
    hrefs: Sequence[str | None] = (),
    sizes: Sequence[tuple[float, bool]] = (),
    size: tuple[int, int] = (WIDTH, HEIGHT),
) -> Located | None:
    """The points (longitude, latitude, name) on a map that shows them all; None without points."""
    if not points:
        return None
    width, height = size
    projection = framed([(lon, lat) for lon, lat, _name in points], width=width, height=height)
    reach = RADIUS_KM.get(within)
    marks = []
    for at, (lon, lat, name) in enumerate(points):
        x, y = projection(lon, lat)
        radius, is_open = sizes[at] if sizes else (6.0, False)
        marks.append(
            Mark(
                x=x,
                y=y,
                area=projection.pixels(reach) if reach is not None else None,
                name=name,
                href=hrefs[at] if hrefs else None,
                size=radius,
                open=is_open,
            )
        )
    return Located(
        width=width,
        height=height,
        countries=[Markup(each) for each in paths(outlines.countries, projection)],  # noqa: S704  digits of ours
        provinces=[Markup(each) for each in paths(outlines.provinces, projection)],  # noqa: S704
        marks=marks,
        west=projection.west,
        north=projection.north,
        across=1 / (projection.scale * projection.narrowing),
        down=1 / projection.scale,
    )
