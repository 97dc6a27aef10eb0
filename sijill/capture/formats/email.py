"""Mail, and web pages that a browser saved as MHTML: the message itself, then its attachments and frames."""

import re
from collections.abc import Iterator
from datetime import UTC
from email import message_from_bytes, policy
from email.errors import MessageError
from email.message import Message
from email.utils import parsedate_to_datetime

from sijill.capture.content import Content, Unreadable, held
from sijill.capture.dates import Published, published
from sijill.capture.documents import lined, undecodable, with_text, without_text
from sijill.capture.formats.html import page
from sijill.capture.found import Found, Reading, Results
from sijill.model.document import Embedded, Particulars, Provenance, State

READER = "sijill.email/1"
KEPT = ("From", "Sender", "Reply-To", "To", "Cc", "Date", "Subject", "Message-ID", "In-Reply-To", "List-Id", "Received")
FAULTS = (MessageError, ValueError, LookupError, AttributeError, TypeError, RecursionError)
NESTING = 50
HTML_PARTS = ("text/html", "application/xhtml+xml")
BREAK = re.compile(r"[\r\n\t ]+")


def email_documents(content: Content, reading: Reading) -> Results:
    """The message as one document, each attachment as another."""
    message = _parsed(held(content))
    said = tuple(_headers(message))
    body = _body(message)
    yield _message(message, body, reading, said)
    for number, part in enumerate(_leaves(message)):
        if part is not body and _is_attachment(part, body):
            name = _file_name(part)
            inner = reading.part(f"part:{number}", name, part.get_content_type())
            reading.budget.take(0)
            yield from reading.door(_payload(part), inner)


def mhtml_documents(content: Content, reading: Reading) -> Results:
    """The page as one document, each frame of it as another. Pictures and styles stay in the original."""
    message = _parsed(held(content))
    pages = [(number, each) for number, each in enumerate(_leaves(message)) if each.get_content_type() in HTML_PARTS]
    if not pages:
        raise Unreadable(State.NO_TEXT, "no page in it")
    saved = tuple(_saved(message))
    for at, (number, part) in enumerate(pages):
        inner = reading if at == 0 else reading.part(f"part:{number}", _file_name(part), "text/html")
        inner = (
            inner.of("text/html").encoded(part.get_content_charset())
            if at
            else inner.encoded(part.get_content_charset())
        )
        yield page(_payload(part), inner, provenance=saved)


def _parsed(data: bytes) -> Message:
    try:
        return message_from_bytes(data, policy=policy.compat32)
    except FAULTS as fault:
        raise Unreadable(State.CORRUPT, str(fault)) from fault


def _message(message: Message, body: Message | None, reading: Reading, said: tuple[Embedded, ...]) -> Found:
    title, date = _first(said, "Subject"), _date(message, reading)
    particulars = Particulars(embedded=said)
    if body is None:
        return without_text(reading, State.NO_TEXT, particulars)
    data, charset = _payload(body), body.get_content_charset()
    if body.get_content_type() in HTML_PARTS:
        found = page(data, reading.encoded(charset))
        text = found.text.text if found.text else ""
        if found.text is None and found.document.state is not State.NO_TEXT:
            return found
    else:
        try:
            text = _decoded(data, charset, reading)
        except UnicodeDecodeError as fault:
            return undecodable(reading, at=fault.start, seen=fault.reason, encoding=charset or "utf-8")
    joined = f"{title}\n\n{text}" if title and text.strip() else text
    return with_text(reading, joined, reader=READER, title=title, published=date, particulars=particulars)


def _decoded(data: bytes, charset: str | None, reading: Reading) -> str:
    for name in (charset, "utf-8", reading.told.encoding):
        try:
            if name is not None:
                return lined(data.decode(name))
        except (UnicodeDecodeError, LookupError):
            continue
    return data.decode("utf-8")


def _leaves(message: Message) -> Iterator[Message]:
    """The parts that hold no parts, in order; a message in the message is one of them."""
    stack = [(message, 0)]
    while stack:
        part, depth = stack.pop()
        inner = part.get_payload() if part.is_multipart() else None
        if isinstance(inner, list) and part.get_content_type() != "message/rfc822" and depth < NESTING:
            stack.extend((each, depth + 1) for each in reversed(inner) if isinstance(each, Message))
        else:
            yield part


def _body(message: Message) -> Message | None:
    """The first plain text that is no attachment, else the first page."""
    written = [each for each in _leaves(message) if not _attached(each)]
    plain = (each for each in written if each.get_content_type() == "text/plain")
    pages = (each for each in written if each.get_content_type() in HTML_PARTS)
    return next(plain, None) or next(pages, None)


def _attached(part: Message) -> bool:
    return (part.get_content_disposition() or "") == "attachment" or bool(_file_name(part))


def _is_attachment(part: Message, body: Message | None) -> bool:
    """The other form of the same words (text/html beside text/plain) is none."""
    return _attached(part) or body is None or part.get_content_type() not in ("text/plain", *HTML_PARTS)


def _payload(part: Message) -> bytes:
    if part.get_content_type() == "message/rfc822":
        inner = part.get_payload()
        first = inner[0] if isinstance(inner, list) and inner else None
        return first.as_bytes() if isinstance(first, Message) else b""
    try:
        data = part.get_payload(decode=True)
    except FAULTS as fault:
        raise Unreadable(State.CORRUPT, str(fault)) from fault
    return data if isinstance(data, bytes) else b""


def _headers(message: Message) -> Iterator[Embedded]:
    for name in KEPT:
        for value in message.get_all(name, [])[:50]:
            yield Embedded(name=name, value=_words(value), source="header")


def _words(value: object) -> str:
    """A header in words: encoded ones (=?utf-8?...) decoded, on one line."""
    from email.header import decode_header, make_header  # noqa: PLC0415

    try:
        read = str(make_header(decode_header(str(value))))
    except FAULTS:
        read = str(value)
    return BREAK.sub(" ", read)[:2000].encode("utf-8", "replace").decode()


def _date(message: Message, reading: Reading) -> Published | None:
    """The day on which it says it was sent, in UTC; None where it does not, or not credibly."""
    try:
        sent = parsedate_to_datetime(str(message.get("Date", "")))
        day = (sent.astimezone(UTC) if sent.tzinfo else sent).date().isoformat()
    except (*FAULTS, OverflowError):
        return None
    read = published(day, captured=reading.told.captured)
    return read if read.date else None


def _saved(message: Message) -> Iterator[Provenance]:
    address = message.get("Snapshot-Content-Location") or message.get("Content-Location")
    if address or message.get("Date"):
        yield Provenance(
            action="saved",
            at=_words(message.get("Date", ""))[:60],
            by=_words(message.get("From", "a browser"))[:500],
            note=f"address {_words(address or '')}",
        )


def _file_name(part: Message) -> str:
    try:
        return _words(part.get_filename() or "")[:300]
    except FAULTS:
        return ""


def _first(said: tuple[Embedded, ...], name: str) -> str | None:
    return next((each.value for each in said if each.name == name), None)
