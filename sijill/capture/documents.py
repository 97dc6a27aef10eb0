"""From what was read to the document that is recorded."""

from hashlib import sha256

from sijill.capture.dates import Published
from sijill.capture.found import Found, Original, Reading, Told
from sijill.capture.tongue import tongue
from sijill.capture.walk import on_one_line, printable
from sijill.model.decision import Doubt, Reason, Step, doubt
from sijill.model.document import Digest, Document, DocumentId, Particulars, State, Text, document_id

TITLE = 500
BLANK = " \t\r\n\f\v\u00a0\u200b\ufeff"


def without_text(reading: Reading, state: State, particulars: Particulars = Particulars()) -> Found:
    """A document of which no text was read, in the state that says why."""
    return Found(document=described(reading.original, reading.told, state), particulars=particulars)


def with_text(
    reading: Reading,
    text: str,
    *,
    reader: str,
    title: str | None = None,
    published: Published | None = None,
    source: str | None = None,
    particulars: Particulars = Particulars(),
) -> Found:
    """A document with its text as it was read; without one if there are no words in it.

    published, source   as the document itself says: they win over what was told of the batch
    """
    original, told = reading.original, reading.told
    if not text.strip(BLANK):
        return without_text(reading, State.NO_TEXT, particulars)
    read = published or Published(date=None)
    document = Document(
        id=document_id(original.digest, original.locator),
        name=original.name,
        digest=original.digest,
        locator=original.locator,
        media_type=original.media_type,
        title=_title(title),
        source=printable(source.strip()) if source and source.strip() else told.source,
        published=read.date if read != Published(date=None) else told.published,
        captured=told.captured,
        language=tongue(text),
    )
    return Found(document=document, text=written(document.id, text, reader=reader), particulars=particulars)


def described(
    original: Original, told: Told, state: State, *, title: str | None = None, language: str | None = None
) -> Document:
    """The document of an original or of a part of it."""
    return Document(
        id=document_id(original.digest, original.locator),
        name=original.name,
        digest=original.digest,
        locator=original.locator,
        media_type=original.media_type,
        title=title,
        source=told.source,
        published=told.published,
        captured=told.captured,
        language=language,
        state=state,
    )


def written(document: DocumentId, text: str, *, reader: str) -> Text:
    """The text as it is kept, under the digest of its UTF-8."""
    return Text(document=document, text=text, reader=reader, digest=Digest(sha256(text.encode()).hexdigest()))


def lined(text: str) -> str:
    """Line ends as \\n. Nothing else is changed."""
    return text.replace("\r\n", "\n")


def question(original: Original, code: str, **values: str | int | float | bool | None) -> Doubt:
    """A doubt of capture about the document."""
    about = document_id(original.digest, original.locator)
    return doubt(Step.CAPTURE, Reason(code=code, values=values), (about,))


def undecodable(reading: Reading, *, at: int | None, seen: str, encoding: str) -> Found:
    """A text whose bytes are not in the encoding it is said to be in: kept, and asked about."""
    original = reading.original
    asked = question(original, "bad_encoding", name=on_one_line(original.name), at=at, seen=seen, encoding=encoding)
    return Found(document=described(original, reading.told, State.CORRUPT), doubts=(asked,))


def _title(title: str | None) -> str | None:
    words = " ".join((title or "").split())[:TITLE]
    return words.encode("utf-8", "replace").decode() or None
