"""What reading one original gives."""

from dataclasses import dataclass

from sijill.capture.table_map import TableMap
from sijill.model.decision import Doubt
from sijill.model.document import Digest, Document, Quarantined, Text

SEEN = 200


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """What the person who adds says about the files.

    captured   UTC, ISO 8601: when they were added
    source     who published them                          published   2016, 2016-02 or 2016-02-14
    mapping    which columns of a table hold what          encoding    of files that are not Unicode
    A row's own source and date win over what was told.
    """

    captured: str
    source: str | None = None
    published: str | None = None
    mapping: TableMap | None = None
    encoding: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Original:
    """The file that is read: the name it came under, its SHA-256 and its media type."""

    name: str
    digest: Digest
    media_type: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """A document, its text if it has one, and what is doubtful about it."""

    document: Document
    text: Text | None = None
    doubts: tuple[Doubt, ...] = ()


def refused(original: Original, locator: str, reason: str, seen: str) -> Quarantined:
    """A row that is not accepted, with the first 200 characters of what was there."""
    shown = seen.encode("utf-8", "backslashreplace").decode()[:SEEN]
    return Quarantined(digest=original.digest, name=original.name, locator=locator, reason=reason, seen=shown)
