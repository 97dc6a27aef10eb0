"""A chat or channel that Telegram exported as JSON: each message is a document. Files it names are names."""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import Any

from sijill.capture.dates import Published, published
from sijill.capture.documents import with_text
from sijill.capture.found import Reading, Results, refused
from sijill.capture.walk import printable
from sijill.model.document import Embedded, Particulars

READER = "sijill.telegram/1"
CHATS = frozenset(
    "public_channel private_channel public_supergroup private_supergroup private_group personal_chat bot_chat"
    " saved_messages".split()
)
KEPT = ("from", "from_id", "author", "forwarded_from", "reply_to_message_id", "edited", "file", "photo", "media_type")
KEPT_OF_PLACES = ("latitude", "longitude")
Json = Mapping[str, Any]


def is_export(value: object) -> bool:
    """Is this JSON value an exported chat, or an export of several?"""
    return any(True for _ in _chats(value))


def telegram_documents(value: Json, reading: Reading) -> Results:
    """The messages in their order. One without words is in quarantine, as a row of a table is."""
    for at, chat in enumerate(_chats(value), start=1):
        inside = reading if chat is value else _within(reading, f"chat:{at}")
        yield from _messages(chat, inside.telling(source=_plain(chat.get("name"))))


def _messages(chat: Json, reading: Reading) -> Results:
    for number, message in enumerate(chat["messages"], start=1):
        inner = _within(reading, f"message:{number}")
        locator = inner.original.locator
        if not isinstance(message, dict):
            yield refused(inner.original, locator, "not_an_object", str(message)[:200])
            continue
        text = _text(message)
        if not text.strip():
            seen = _plain(message.get("action")) or _plain(message.get("media_type")) or "a message without words"
            yield refused(inner.original, locator, "no_text", seen)
            continue
        said = tuple(_said(message))
        yield with_text(
            inner, text, reader=READER, published=_sent(message, reading), particulars=Particulars(embedded=said)
        )


def _chats(value: object) -> Iterator[Json]:
    if not isinstance(value, dict):
        return
    if isinstance(value.get("messages"), list) and value.get("type") in CHATS:
        yield value
        return
    chats = value.get("chats")
    listed = chats.get("list") if isinstance(chats, dict) else None
    for each in listed if isinstance(listed, list) else ():
        if isinstance(each, dict) and isinstance(each.get("messages"), list):
            yield each


def _text(message: Json) -> str:
    """Words and entities (links, mentions) one after the other."""
    text = message.get("text")
    parts = text if isinstance(text, list) else [text]
    words = (each if isinstance(each, str) else each.get("text") if isinstance(each, dict) else "" for each in parts)
    return printable("".join(word for word in words if isinstance(word, str)))


def _sent(message: Json, reading: Reading) -> Published | None:
    read = published(_plain(message.get("date"))[:10] or None, captured=reading.told.captured)
    return read if read.date else None


def _said(message: Json) -> Iterator[Embedded]:
    yield Embedded(name="id", value=_plain(message.get("id")), source="telegram")
    if message.get("date"):
        yield Embedded(name="date", value=_plain(message["date"]), source="telegram")
    for name in KEPT:
        if message.get(name):
            yield Embedded(name=name, value=_plain(message[name]), source="telegram")
    place = message.get("location_information")
    for name in KEPT_OF_PLACES:
        if isinstance(place, dict) and name in place:
            yield Embedded(name=name, value=_plain(place[name]), source="telegram:location")


def _within(reading: Reading, step: str) -> Reading:
    return replace(reading, original=replace(reading.original, locator=reading.original.at(step)))


def _plain(value: object) -> str:
    return "" if value is None else printable(str(value)[:2000])
