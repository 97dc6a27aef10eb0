"""What reading one original gives."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from typing import NamedTuple, Protocol

from sijill.capture.content import Content, Unreadable
from sijill.capture.tables.table_map import TableMap
from sijill.model.decision import Doubt
from sijill.model.document import Digest, Document, Particulars, Quarantined, State, Text

SEEN = 200
PARTS, DEPTH = 100_000, 5
LEAST, MOST, TIMES = 200_000_000, 4_000_000_000, 100
"""What an original may unpack to [bytes]: so many times its size, but not less and not more than that."""


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
    """The file that is read: the name it came under, its SHA-256 and its media type.

    locator   "" for the whole file; else the part of it that is read ("member:3")
    """

    name: str
    digest: Digest
    media_type: str
    locator: str = ""

    def at(self, step: str) -> str:
        """The locator of a row or part in it."""
        return f"{self.locator}/{step}" if self.locator else step


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """A document, its text if it has one, what is doubtful about it, and what else its original says of it."""

    document: Document
    text: Text | None = None
    doubts: tuple[Doubt, ...] = ()
    particulars: Particulars = Particulars()


Results = Iterator[Found | Quarantined]


class SeenLine(NamedTuple):
    """A line of words in a picture. box: left, top, right, bottom [pixels]; block: which lines stand together."""

    text: str
    box: tuple[int, int, int, int]
    block: int


class Recognises(Protocol):
    """What reads the words in a picture."""

    @property
    def reader(self) -> str:
        """Engine, version and languages, by which a text that it read is marked."""

    def __call__(self, picture: bytes) -> list[SeenLine] | None:
        """The lines from top to bottom; none where there are no words, None where it was not looked at to the end."""


@dataclass(slots=True, kw_only=True)
class Budget:
    """What may still be unpacked of one original, whatever nests in it [parts, bytes]."""

    parts: int = PARTS
    unpacked: int = LEAST

    @classmethod
    def of(cls, size: int) -> "Budget":
        """For an original of so many bytes."""
        return cls(unpacked=min(MOST, max(LEAST, TIMES * size)))

    def take(self, size: int) -> None:
        """One part more, of so many bytes. Raises Unreadable (too_large)."""
        self.parts -= 1
        self.unpacked -= size
        if self.parts < 0 or self.unpacked < 0:
            raise Unreadable(State.TOO_LARGE, "more parts or bytes than one original may unpack to")


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """An original, or a part of it, while it is read.

    door     what reads a part of it, whatever its kind
    begin    told the locator of each part before it is read, so that a parser that dies there is known by name
    faulty   parts that a parser died of, with the state they end in: they are not opened again
    recognise   what reads words in pictures; None where nothing does
    """

    original: Original
    told: Told
    door: Callable[[Content, "Reading"], Results]
    budget: Budget
    begin: Callable[[str], None] = lambda locator: None
    faulty: Mapping[str, State] = field(default_factory=dict)
    depth: int = 0
    recognise: Recognises | None = None

    def part(self, step: str, name: str, media_type: str) -> "Reading":
        """The reading of a part of it. name: as the file calls it, for people only."""
        inner = Original(
            name=f"{self.original.name} > {name}" if name else self.original.name,
            digest=self.original.digest,
            media_type=media_type,
            locator=self.original.at(step),
        )
        return replace(self, original=inner, depth=self.depth + 1)

    def of(self, media_type: str) -> "Reading":
        """The same, once it is known what it is."""
        return replace(self, original=replace(self.original, media_type=media_type))

    def encoded(self, charset: str | None) -> "Reading":
        """The same, where the file or a server says in which encoding it is."""
        return self if charset is None else replace(self, told=replace(self.told, encoding=charset))

    def telling(self, *, source: str | None = None, published: str | None = None) -> "Reading":
        """The same, where the file itself says who published it or when: that wins over what was told of the batch."""
        told = replace(self.told, source=source or self.told.source, published=published or self.told.published)
        return replace(self, told=told)


def refused(original: Original, locator: str, reason: str, seen: str) -> Quarantined:
    """A row that is not accepted, with the first 200 characters of what was there."""
    shown = seen.encode("utf-8", "backslashreplace").decode()[:SEEN]
    return Quarantined(digest=original.digest, name=original.name, locator=locator, reason=reason, seen=shown)
