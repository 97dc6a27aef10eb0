"""What crosses between the reading process and its parent: bounded JSON, checked value by value.

The child is not believed: it names no digest and no id, the parent makes those from what it knows itself.
"""

import json
from collections.abc import Mapping
from typing import Any

from sijill.capture.documents import question, written
from sijill.capture.found import SEEN, Found, Original, Told
from sijill.errors import SijillError
from sijill.model.decision import Doubt
from sijill.model.document import (
    Digest,
    Document,
    Embedded,
    Particulars,
    Provenance,
    Quarantined,
    Region,
    State,
    document_id,
)

FRAME = 400_000_000
"""Bytes of one message at most."""
WORDS, LOCATOR, TEXT = 20_000, 500, 60_000_000
PARTICULARS = 2_000_000
Plain = dict[str, Any]


class Garbled(SijillError):
    """A reading process that answered in no known form."""

    def __init__(self, *, seen: str) -> None:
        super().__init__(f"a reading process answered {seen[:80]!r}, which is no result of reading")


def encoded(result: Found | Quarantined) -> Plain:
    """A result as the child tells it."""
    if isinstance(result, Quarantined):
        return {"q": [result.locator, result.reason, result.seen, result.name]}
    document, said = result.document, result.particulars
    told: Plain = {
        "d": [document.locator, document.name, document.media_type, document.title, document.source],
        "w": [document.published, document.language, document.state.value],
    }
    if result.text is not None:
        told["t"] = [result.text.text, result.text.reader]
    if result.doubts:
        told["?"] = [[each.question.code, dict(each.question.values)] for each in result.doubts]
    if said.regions:
        told["r"] = [
            [each.start, each.end, each.page, each.box, each.image, each.sheet, each.row, each.column]
            for each in said.regions
        ]
    if said.embedded:
        told["e"] = [[each.name, each.value, each.source] for each in said.embedded]
    if said.provenance:
        told["p"] = [[each.action, each.at, each.by, each.note] for each in said.provenance]
    return told


def decoded(told: Plain, digest: Digest, name: str, batch: Told) -> Found | Quarantined:
    """What the child told of the original with this digest. Raises Garbled."""
    try:
        return _quarantined(told["q"], digest, name) if "q" in told else _found(told, digest, name, batch)
    except (KeyError, TypeError, ValueError, AttributeError) as fault:
        raise Garbled(seen=json.dumps(told)[:80]) from fault


def _quarantined(told: list[Any], digest: Digest, name: str) -> Quarantined:
    locator, reason, seen, inner = told
    return Quarantined(
        digest=digest,
        name=_name(inner, name),
        locator=_words(locator, LOCATOR),
        reason=_words(reason, 40),
        seen=_words(seen, SEEN),
    )


def _found(told: Plain, digest: Digest, name: str, batch: Told) -> Found:
    locator, inner, media_type, title, source = told["d"]
    published, language, state = told["w"]
    original = Original(
        name=_name(inner, name),
        digest=digest,
        media_type=_words(media_type, 200),
        locator=_words(locator, LOCATOR),
    )
    document = Document(
        id=document_id(digest, original.locator),
        name=original.name,
        digest=digest,
        locator=original.locator,
        media_type=original.media_type,
        title=_maybe(title),
        source=_maybe(source),
        published=_maybe(published, 10),
        captured=batch.captured,
        language=_maybe(language, 10),
        state=State(state),
    )
    text = written(document.id, _words(told["t"][0], TEXT), reader=_words(told["t"][1], 60)) if "t" in told else None
    if (text is not None) != (document.state is State.OK):
        raise ValueError(state)
    return Found(
        document=document,
        text=text,
        doubts=tuple(_doubt(original, *each) for each in told.get("?", ())),
        particulars=_particulars(told) if told.keys() & {"r", "e", "p"} else Particulars(),
    )


def _particulars(told: Plain) -> Particulars:
    regions, embedded, provenance = (told.get(key, ()) for key in "rep")
    if len(regions) + len(embedded) + len(provenance) > PARTICULARS:
        raise ValueError(len(regions))
    return Particulars(
        regions=tuple(_region(*each) for each in regions),
        embedded=tuple(
            Embedded(name=_words(name, 200), value=_words(value), source=_words(source, 200))
            for name, value, source in embedded
        ),
        provenance=tuple(
            Provenance(action=_words(action, 40), at=_words(at, 60), by=_words(by, 500), note=_words(note))
            for action, at, by, note in provenance
        ),
    )


def _region(start: Any, end: Any, page: Any, box: Any, *rest: Any) -> Region:
    image, sheet, row, column = rest
    return Region(
        start=_number(start),
        end=_number(end),
        page=None if page is None else _number(page),
        box=None if box is None else _box(*box),
        image=None if image is None else Digest(_words(image, 64)),
        sheet=_maybe(sheet),
        row=None if row is None else _number(row),
        column=_maybe(column),
    )


def _box(left: Any, bottom: Any, right: Any, top: Any) -> tuple[int, int, int, int]:
    return _number(left), _number(bottom), _number(right), _number(top)


def _doubt(original: Original, code: str, values: Mapping[str, object]) -> Doubt:
    kept = {
        _words(key, 40): _words(value, 2000) if isinstance(value, str) else value
        for key, value in values.items()
        if value is None or isinstance(value, str | int | float)
    }
    return question(original, _words(code, 40), **kept)


def _words(value: Any, limit: int = WORDS) -> str:
    if type(value) is not str or len(value) > limit:
        raise ValueError(type(value).__name__)
    value.encode()  # half a character is no text
    return value


def _maybe(value: Any, limit: int = WORDS) -> str | None:
    return None if value is None else _words(value, limit)


def _name(inner: Any, outer: str) -> str:
    """The name of the original, or of a part of it: the child may only add to it."""
    said = _words(inner)
    return said if said.startswith(outer) else f"{outer} > {said}"


def _number(value: Any) -> int:
    if type(value) is not int:
        raise ValueError(type(value).__name__)
    return value
