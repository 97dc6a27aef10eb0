"""The output of Bellingcat's auto-archiver: the post it archived, and its hashes and time-stamp tokens as provenance.

Its record is a JSON object of status, metadata and media. What it says is kept as its claim; where the files lie beside
it, in one ZIP file or in a folder (loose.py), the hashes are computed again.
"""

import json
from collections.abc import Iterator, Mapping, Sequence
from hashlib import sha3_512, sha256
from typing import Any
from zipfile import ZipFile, ZipInfo

from sijill.capture.content import Unreadable
from sijill.capture.dates import published
from sijill.capture.documents import with_text
from sijill.capture.formats.packages import member
from sijill.capture.found import Found, Reading
from sijill.capture.walk import printable
from sijill.model.document import Embedded, Particulars, Provenance

READER = "sijill.auto-archiver/1"
BY = "auto-archiver"
ARCHIVED, HASHED, TIMESTAMPED = "archived", "hashed", "timestamped"
RECORD = 5_000_000
MEDIA, WORDS = 2000, 2000
ALGORITHMS = {"SHA-256": sha256, "SHA3-512": sha3_512}
Json = Mapping[str, Any]


def is_record(value: object) -> bool:
    """Is this JSON value one of its records?"""
    if not isinstance(value, dict) or not isinstance(value.get("media"), list) or "status" not in value:
        return False
    return isinstance(value.get("metadata"), dict) and isinstance(value["metadata"].get("url"), str)


def record_document(record: Json, reading: Reading) -> Found:
    """The post: title and content as archived, with everything that was done to its files."""
    said = record["metadata"]
    title, content = _words(said.get("title")), _words(said.get("content"), 10_000_000)
    at = published(_words(said.get("timestamp"))[:19] or None, captured=reading.told.captured)
    embedded = [Embedded(name="address", value=_words(said["url"]), source="auto-archiver:metadata")]
    text = f"{title}\n\n{content}" if title and title not in content[:300] else content or title
    return with_text(
        reading,
        text,
        reader=READER,
        title=title or None,
        published=at if at.date else None,
        particulars=Particulars(embedded=tuple(embedded), provenance=(_archived(record), *_done(record))),
    )


def custody_of(archive: ZipFile, infos: Sequence[ZipInfo]) -> dict[str, tuple[Provenance, ...]]:
    """What its records in a ZIP file say of the other members, hashes and tokens computed again."""
    by_name = {each.filename.replace("\\", "/").rpartition("/")[2]: each for each in reversed(infos)}
    found: dict[str, tuple[Provenance, ...]] = {}
    for info in infos:
        record = _record(archive, info)
        for media in _media(record) if record is not None else ():
            there = by_name.get(_file(media))
            if record is not None and there is not None:
                told = (_archived(record), *_checked(archive, there, media), *_tokens(archive, there, media, by_name))
                found[there.filename] = (*found.get(there.filename, ()), *told)
    return found


def _record(archive: ZipFile, info: ZipInfo) -> Json | None:
    if not info.filename.lower().endswith(".json") or info.file_size > RECORD:
        return None
    try:
        value = json.loads(member(archive, info, limit=RECORD))
    except (Unreadable, ValueError, RecursionError):
        return None
    return value if is_record(value) else None


def _archived(record: Json) -> Provenance:
    said = record["metadata"]
    note = f"{_words(record['status'])}; address {_words(said['url'])}"
    return Provenance(action=ARCHIVED, at=_words(said.get("_processed_at"), 60), by=BY, note=note[:WORDS])


def _done(record: Json) -> Iterator[Provenance]:
    """Hashes and tokens as the record lists them."""
    at = _words(record["metadata"].get("_processed_at"), 60)
    for media in _media(record):
        if digest := _words(_properties(media).get("hash")):
            yield Provenance(action=HASHED, at=at, by=BY, note=f"{_file(media)} {digest}")
        for token in _token_files(media):
            authority = _words(_properties(token).get("tsa"), 500)
            note = f"{_file(token)} over {_file(media)}"
            yield Provenance(action=TIMESTAMPED, at=at, by=authority or BY, note=note[:WORDS])


def _checked(archive: ZipFile, there: ZipInfo, media: Json) -> Iterator[Provenance]:
    name, _, recorded = _words(_properties(media).get("hash")).partition(":")
    if not recorded or name not in ALGORITHMS:
        return
    try:
        seen = ALGORITHMS[name](member(archive, there)).hexdigest()
    except Unreadable as end:
        seen = f"not computed, {end.state.value}"
    verdict = "checked" if seen == recorded.lower() else f"differs: {seen}"
    yield Provenance(action=HASHED, at="", by=BY, note=f"{name}:{recorded} {verdict}"[:WORDS])


def _tokens(archive: ZipFile, there: ZipInfo, media: Json, by_name: Mapping[str, ZipInfo]) -> Iterator[Provenance]:
    """Time-stamp tokens over this member: does the token hold its digest? Its signature is not judged here."""
    for token in _token_files(media):
        lies = by_name.get(_file(token))
        verdict = "the token is not here"
        try:
            if lies is not None:
                holds = sha256(member(archive, there)).digest() in member(archive, lies, limit=RECORD)
                verdict = "the token holds its digest" if holds else "the token does not hold its digest"
        except Unreadable as end:
            verdict = f"not computed, {end.state.value}"
        authority = _words(_properties(token).get("tsa"), 500)
        yield Provenance(action=TIMESTAMPED, at="", by=authority or BY, note=f"{_file(token)}: {verdict}"[:WORDS])


def _media(record: Json) -> Iterator[Json]:
    return (each for each in record["media"][:MEDIA] if isinstance(each, dict))


def _token_files(media: Json) -> Iterator[Json]:
    listed = _properties(media).get("timestamp_authority_files")
    return (each for each in listed if isinstance(each, dict)) if isinstance(listed, list) else iter(())


def _properties(media: Json) -> Json:
    said = media.get("properties")
    return said if isinstance(said, dict) else {}


def _file(media: Json) -> str:
    name = media.get("_key") or media.get("key") or media.get("filename") or ""
    return _words(name).replace("\\", "/").rpartition("/")[2]


def _words(value: object, limit: int = WORDS) -> str:
    return "" if value is None else printable(str(value)[:limit])
