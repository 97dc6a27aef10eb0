"""What the tests of capture share: files of invented reports, and reading them."""

from pathlib import Path

from sijill.capture.found import Found
from sijill.capture.read import read
from sijill.capture.tables.table_map import TableMap
from sijill.model.document import Quarantined

CAPTURED = "2031-05-04T12:00:00Z"
MAP = TableMap.parse("text=body,title=headline,source=outlet,published=day")


def found_in(folder: Path, name: str, content: bytes | str, **told: object) -> list[Found | Quarantined]:
    """What `read` finds in a file of that name and content."""
    path = folder / name
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return list(read(path, **({"captured": CAPTURED} | told)))


def only(found: list[Found | Quarantined]) -> Found:
    """The one document there is."""
    (one,) = found
    assert isinstance(one, Found)
    return one


def accepted(found: list[Found | Quarantined]) -> list[Found]:
    return [each for each in found if isinstance(each, Found)]


def quarantined(found: list[Found | Quarantined]) -> list[tuple[str, str]]:
    """Row and reason of what went to quarantine."""
    return [(each.locator, each.reason) for each in found if isinstance(each, Quarantined)]
