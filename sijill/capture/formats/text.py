"""Plain text and Markdown: the file is the text."""

import re

from sijill.capture.content import Content, Unreadable, held, size_of
from sijill.capture.documents import lined, undecodable, with_text, without_text
from sijill.capture.found import Reading, Results
from sijill.capture.survey import survey
from sijill.model.document import State

READER = "sijill.text/1"
TEXT_LIMIT = 50_000_000
HEADING = re.compile(r"^#{1,6}[ \t]+([^\n]+)", re.MULTILINE)


def text_document(content: Content, reading: Reading) -> Results:
    """The whole file, in its encoding, with `\\r\\n` as `\\n`. The first heading of Markdown is the title."""
    seen = survey(content, encoding=reading.told.encoding)
    if seen.binary:
        yield without_text(reading, State.UNSUPPORTED)
        return
    if size_of(content) > TEXT_LIMIT:
        raise Unreadable(State.TOO_LARGE, f"a text of more than {TEXT_LIMIT} bytes")
    encoding = seen.encoding or "utf-8"
    try:
        text = lined(held(content, TEXT_LIMIT).decode(encoding))
    except UnicodeDecodeError as fault:
        at = seen.bad_at if encoding.startswith("utf-8") else fault.start
        yield undecodable(reading, at=at, seen=fault.reason, encoding=encoding)
        return
    heading = HEADING.search(text) if reading.original.media_type == "text/markdown" else None
    yield with_text(reading, text, reader=READER, title=heading[1].rstrip(" \t#") if heading else None)
