"""Timestamps of an authority (RFC 3161) over checkpoints: asked for, queued without a network, kept as they came.

Only the hash of a checkpoint goes out: it tells nothing of what the log holds. A document is never sent or stamped.
"""

from dataclasses import dataclass
from datetime import datetime
from hashlib import sha256

from cryptography.x509 import (
    BasicConstraints,
    Certificate,
    ExtensionNotFound,
    load_der_x509_certificate,
    load_pem_x509_certificates,
)
from sqlalchemy import Connection, func, insert, select

from sijill.errors import SijillError
from sijill.store import schema
from sijill.store.change import Change
from sijill.store.log import Act

ANCHOR = "anchor/1"
SHOWN = 16


class NoStampReader(SijillError):
    """The part of Sijill that reads timestamps is not installed."""

    def __init__(self) -> None:
        super().__init__("timestamps need the extra `timestamps`: install sijill[timestamps], or leave out --timestamp")


class NotAStamp(SijillError):
    """A reply that is no timestamp of this checkpoint."""

    def __init__(self, *, authority: str, fault: str) -> None:
        super().__init__(f"{authority[:80]} gave no timestamp of this checkpoint: {fault}")
        self.authority, self.fault = authority, fault


class NothingWaits(SijillError):
    """A reply, or a file to send, and no request."""

    def __init__(self) -> None:
        super().__init__("no request waits for a timestamp: make one with `sijill seal CASE --timestamp`")


@dataclass(frozen=True, slots=True, kw_only=True)
class Waiting:
    """A request without an answer. note: of the checkpoint over so many records; request: DER."""

    seq: int
    size: int
    authority: str
    request: bytes
    note: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Stamp:
    """An answer that is kept. token: the reply as it came (DER); logged: the place of its log.anchor."""

    size: int
    authority: str
    token: bytes
    note: str
    logged: int


def ask(connection: Connection, *, size: int, note: str, authority: str, at: str) -> None:
    """Queue a request for the checkpoint over so many records, once for each authority."""
    table = schema.requests
    known = select(table.c.seq).where(table.c.size == size, table.c.authority == authority)
    if connection.execute(known).first() is not None:
        return
    last = connection.execute(select(func.max(table.c.seq))).scalar_one()
    row = {"seq": 0 if last is None else last + 1, "size": size, "authority": authority, "at": at}
    connection.execute(insert(table).values(**row, request=request_for(note)))


def waiting(connection: Connection) -> list[Waiting]:
    """Requests that nobody answered yet, the oldest first."""
    asked, points, anchors = schema.requests, schema.checkpoints, schema.anchors
    query = (
        select(asked.c.seq, asked.c.size, asked.c.authority, asked.c.request, points.c.note)
        .join(points, points.c.size == asked.c.size)
        .join(anchors, anchors.c.request == asked.c.seq, isouter=True)
        .where(anchors.c.request.is_(None))
        .order_by(asked.c.seq)
    )
    return [Waiting(**row._mapping) for row in connection.execute(query)]


def stamps(connection: Connection) -> list[Stamp]:
    """Answers that are kept, in order of the checkpoints."""
    asked, points, anchors = schema.requests, schema.checkpoints, schema.anchors
    query = (
        select(asked.c.size, asked.c.authority, anchors.c.token, points.c.note, anchors.c.log.label("logged"))
        .join(asked, asked.c.seq == anchors.c.request)
        .join(points, points.c.size == asked.c.size)
        .order_by(asked.c.size, asked.c.seq)
    )
    return [Stamp(**row._mapping) for row in connection.execute(query)]


def attach(change: Change, asked: Waiting, token: bytes) -> datetime:
    """Keep a reply and log it; the time that it states. Raises NotAStamp."""
    stated = time_of(token, note=asked.note, authority=asked.authority)
    payload = {"size": asked.size, "authority": asked.authority, "token": sha256(token).hexdigest()}
    logged = change.record(Act.LOG_ANCHOR, obj=change.opaque(), versions=(0, 1), payloads={ANCHOR: payload})
    change.add(schema.anchors, request=asked.seq, token=token, at=change.at, log=logged)
    return stated


def request_for(note: str) -> bytes:
    """The DER of a request over the SHA-256 of a note, with a nonce, asking for the certificate."""
    try:
        from rfc3161_client import TimestampRequestBuilder  # noqa: PLC0415  (an extra)
    except ImportError as absent:
        raise NoStampReader from absent
    return (
        TimestampRequestBuilder()
        .data(note.encode())
        .nonce(nonce=True)
        .cert_request(cert_request=True)
        .build()
        .as_bytes()
    )


def time_of(token: bytes, *, note: str, authority: str) -> datetime:
    """The time stated by a reply that is about this note. Raises NotAStamp. Whose signature it is says `vouched`."""
    try:
        from rfc3161_client import PKIStatus, decode_timestamp_response  # noqa: PLC0415  (an extra)
    except ImportError as absent:
        raise NoStampReader from absent
    try:
        reply = decode_timestamp_response(token)
        granted = PKIStatus(reply.status) in (PKIStatus.GRANTED, PKIStatus.GRANTED_WITH_MODS)
        if not granted:
            raise NotAStamp(
                authority=authority, fault=f"it was refused ({', '.join(reply.status_string) or 'no reason'})"
            )
        imprint, stated = reply.tst_info.message_imprint.message, reply.tst_info.gen_time
    except ValueError as fault:
        raise NotAStamp(authority=authority, fault=f"the reply cannot be read ({str(fault)[:80]})") from fault
    if imprint != sha256(note.encode()).digest():
        seen, wanted = imprint.hex()[:SHOWN], sha256(note.encode()).hexdigest()[:SHOWN]
        raise NotAStamp(authority=authority, fault=f"it is of {seen}..., not of {wanted}...")
    return stated


def vouched(token: bytes, *, message: bytes, roots: bytes) -> str | None:
    """Why the reply is not signed by an authority under one of these certificates (PEM or DER); None where it is."""
    from rfc3161_client import VerificationError, VerifierBuilder, decode_timestamp_response  # noqa: PLC0415

    reply, builder = decode_timestamp_response(token), VerifierBuilder()
    pem = roots.lstrip().startswith(b"-----BEGIN")
    for each in load_pem_x509_certificates(roots) if pem else [load_der_x509_certificate(roots)]:
        if each.subject == each.issuer:
            builder = builder.add_root_certificate(each)
        elif _signs_others(each):
            builder = builder.add_intermediate_certificate(each)
        elif not reply.signed_data.certificates:
            builder = builder.tsa_certificate(each)
    try:
        builder.build().verify_message(reply, message)
    except (VerificationError, ValueError) as fault:
        return str(fault)[:120]
    return None


def _signs_others(certificate: Certificate) -> bool:
    """Is it of an authority over authorities, and not of one that stamps?"""
    try:
        constraints = certificate.extensions.get_extension_for_class(BasicConstraints)
    except ExtensionNotFound:
        return False
    return constraints.value.ca
