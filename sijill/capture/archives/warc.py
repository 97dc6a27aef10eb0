"""Web archives (WARC, ARC): each response is a document, under the address it was asked for at.

Digests are computed again and compared with those recorded. warcio tells a difference only by a mark on the record, so
the mark is read: a response that is not what was archived is kept and not read.
"""

from collections.abc import Iterator
from typing import Any

from warcio.archiveiterator import ArchiveIterator
from warcio.exceptions import ArchiveLoadFailed

from sijill.capture.archives.carrying import carrying
from sijill.capture.content import Content, Unreadable, opened, size_of
from sijill.capture.documents import question, without_text
from sijill.capture.formats.packages import MEMBER
from sijill.capture.found import Found, Reading, Results, refused
from sijill.capture.walk import printable
from sijill.model.document import Embedded, Particulars, Provenance, State

READ = ("response", "resource")
KNOWN = (*READ, "request", "metadata", "revisit", "warcinfo", "conversion", "continuation", "arc_header")
FAULTS = (ArchiveLoadFailed, OSError, EOFError, ValueError, KeyError, IndexError, AttributeError, TypeError)
INFO, WORDS = 64_000, 2000


def warc_documents(content: Content, reading: Reading) -> Results:
    """The responses and resources in their order; where the file breaks off, the rest is named."""
    number, found, software = 0, 0, "web archive"
    with opened(content) as stream:
        try:
            records = ArchiveIterator(stream, check_digests=True, ensure_http_headers=False)
            for record in records:
                number += 1
                if record.rec_type == "warcinfo":
                    software = _software(record.content_stream().read(INFO)) or software
                if record.rec_type not in KNOWN:
                    seen = f"record {number} says to be {printable(str(record.rec_type))[:60]}"
                    yield refused(reading.original, reading.original.at(f"record:{number}"), "broken_archive", seen)
                if record.rec_type in READ:
                    found += 1
                    yield from _record(record, number, reading, software)
            if records.offset < size_of(content):  # warcio ends without a word where a head of a record breaks off
                seen = f"the archive breaks off after record {number}"
                yield refused(reading.original, reading.original.at("rest"), "broken_archive", seen)
        except FAULTS as fault:
            if not found:
                raise Unreadable(State.CORRUPT, str(fault)) from fault
            seen = f"the archive breaks off after record {number}: {fault}"
            yield refused(reading.original, reading.original.at("rest"), "broken_archive", seen)
    if not found:
        yield without_text(reading, State.NO_TEXT)


def _record(record: Any, number: int, reading: Reading, software: str) -> Results:
    address = printable(record.rec_headers.get_header("WARC-Target-URI") or "")[:WORDS]
    media_type, charset = _media_type(record)
    inner = reading.part(f"record:{number}", address, media_type).encoded(charset)
    said = tuple(_headers(record))
    data = record.content_stream().read(MEMBER + 1)
    rest = record.raw_stream.read() if len(data) <= MEMBER else b""
    reading.budget.take(len(data) + len(rest))
    passed = getattr(record.digest_checker, "passed", None)
    provenance = (_archived(record, passed, software),)
    if len(data) > MEMBER:
        yield without_text(inner, State.TOO_LARGE, Particulars(embedded=said, provenance=provenance))
    elif passed is False or getattr(record.raw_stream, "limit", 0) > 0:
        yield _altered(inner, record, Particulars(embedded=said, provenance=provenance))
    elif _leads_on(record):
        yield without_text(inner, State.NO_TEXT, Particulars(embedded=said, provenance=provenance))
    else:
        doubts = tuple(_doubts(record, inner))
        yield from carrying(reading.door(data, inner), provenance, embedded=said, doubts=doubts)


def _altered(reading: Reading, record: Any, particulars: Particulars) -> Found:
    """A response whose bytes are not those that were archived, or not all of them."""
    short = f"{record.raw_stream.limit} bytes are missing; " if getattr(record.raw_stream, "limit", 0) > 0 else ""
    seen = (short + "; ".join(map(str, getattr(record.digest_checker, "problems", ()))))[:WORDS]
    document = without_text(reading, State.CORRUPT, particulars).document
    return Found(
        document=document, doubts=(question(reading.original, "digest_differs", seen=seen),), particulars=particulars
    )


def _software(info: bytes) -> str:
    """What made the archive, as it says."""
    lines = info.decode("utf-8", "replace").splitlines()
    said = next((line for line in lines if line.lower().startswith("software:")), "")
    return printable(said.partition(":")[2].strip())[:500]


def _archived(record: Any, passed: bool | None, software: str) -> Provenance:
    digest = record.rec_headers.get_header("WARC-Payload-Digest") or record.rec_headers.get_header("WARC-Block-Digest")
    unchecked = "digest not checked" if digest else "no digest recorded"
    checked = {True: "digest checked", False: "digest differs", None: unchecked}[passed]
    return Provenance(
        action="archived",
        at=printable(record.rec_headers.get_header("WARC-Date") or record.rec_headers.get_header("archive-date") or "")[
            :60
        ],
        by=software,
        note=printable(f"{digest or ''} {checked}".strip())[:WORDS],
    )


def _headers(record: Any) -> Iterator[Embedded]:
    if record.http_headers is not None:
        yield Embedded(name="status", value=printable(record.http_headers.statusline or "")[:WORDS], source="http")
        for name in ("Content-Type", "Date", "Last-Modified", "Location", "Server"):
            if value := record.http_headers.get_header(name):
                yield Embedded(name=name, value=printable(value)[:WORDS], source="http")
    for name in ("WARC-Record-ID", "WARC-IP-Address"):
        if value := record.rec_headers.get_header(name):
            yield Embedded(name=name, value=printable(value)[:WORDS], source="warc")


def _leads_on(record: Any) -> bool:
    """Is it a redirection? It says where to go, whatever words stand in it."""
    code = record.http_headers.get_statuscode() if record.http_headers is not None else None
    return code is not None and str(code).startswith("3")


def _doubts(record: Any, reading: Reading) -> Iterator[Any]:
    """An answer that is no page (a failure) is asked about, whatever words stand in it."""
    code = record.http_headers.get_statuscode() if record.http_headers is not None else None
    if code is not None and not str(code).startswith("2"):
        yield question(reading.original, "not_a_success", status=printable(str(code))[:20])


def _media_type(record: Any) -> tuple[str, str | None]:
    headers = record.http_headers if record.http_headers is not None else record.rec_headers
    said = headers.get_header("Content-Type") or ""
    media_type, _, parameters = said.partition(";")
    charset = parameters.partition("charset=")[2].strip(" \"';") or None
    return printable(media_type.strip().lower())[:200], charset
