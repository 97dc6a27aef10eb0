"""Events as an HXL table (Humanitarian Exchange Language 1.1): a row of hashtags under the header.

Documented minimum and maximum have tags of their own; empty is "not said", never zero. Source: hxlstandard.org.
"""

from collections.abc import Callable, Iterator
from itertools import chain

from sijill.model.claim import Harm
from sijill.model.finding import Finding
from sijill.publish.formats.column import Cell
from sijill.publish.formats.delimited import written
from sijill.publish.material import Material

Read = Callable[[Finding, Material], Cell]


def _toll(harm: Harm, end: str) -> Read:
    def read(finding: Finding, material: Material) -> Cell:
        found = finding.tolls.get(harm)
        value: int | None = getattr(found, end) if found is not None else None
        return value

    return read


def _place(finding: Finding, material: Material) -> Cell:
    return material.where(finding.where)


COLUMNS: tuple[tuple[str, str, Read], ...] = (
    ("event", "#event+id", lambda f, _: f.id),
    ("title", "#event+name", lambda f, _: f.title),
    ("act", "#event+type", lambda f, _: f.act.value),
    ("from", "#date+start", lambda f, _: f.when.start),
    ("to", "#date+end", lambda f, _: f.when.end),
    ("place", "#loc+name", _place),
    ("latitude", "#geo+lat", lambda f, _: f.where.lat),
    ("longitude", "#geo+lon", lambda f, _: f.where.lon),
    ("place precision", "#geo+precision", lambda f, _: f.where.precision.value),
    ("killed, at least", "#affected+killed+min", _toll(Harm.KILLED, "low")),
    ("killed, at most", "#affected+killed+max", _toll(Harm.KILLED, "high")),
    ("injured, at least", "#affected+injured+min", _toll(Harm.INJURED, "low")),
    ("injured, at most", "#affected+injured+max", _toll(Harm.INJURED, "high")),
    ("independent sources", "#meta+sources+num", lambda f, _: f.independent_sources),
    ("status", "#status", lambda f, _: f.status.value),
)


def to_hxl(material: Material) -> Iterator[bytes]:
    """Header, hashtags, and one row an event."""
    rows = ([read(each, material) for _, _, read in COLUMNS] for each in material.findings)
    return written([name for name, _, _ in COLUMNS], chain([[tag for _, tag, _ in COLUMNS]], rows))
