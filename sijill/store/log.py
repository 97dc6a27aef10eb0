"""The log: what happened to the record, as leaves of a Merkle tree (RFC 6962).

A record is the RFC 8785 (JCS) bytes of a JSON object; its place in the log is its leaf index. What a record speaks of
stands beside the log as a payload, and the record holds only a salted commitment to it: a record can be shown to a
court with its proof and reveals nothing else, and a payload can be erased without breaking the tree.
What the log does not prove: that the input was honest, or that everything was put in.
"""

import re
from dataclasses import dataclass
from enum import StrEnum
from hashlib import sha256
from json import dumps
from typing import Any

from sijill.errors import SijillError

VERSION = 1
LARGEST_RECORD = 16 * 1024
SALT_BYTES = 32
AUTHOR = re.compile(r"u:[0-9a-f]{8}|sys:[a-z][a-z0-9_.-]{0,40}")
COMMITMENT = b"sijill/commit/v1\n"


class Act(StrEnum):
    """Everything that can be recorded. The list is closed: a new verb is a new version of the log."""

    LOG_OPEN = "log.open"
    CAPTURE_ADD = "capture.add"
    CAPTURE_FIXITY = "capture.fixity"
    EXTRACT_RUN = "extract.run"
    RESOLVE_DECIDE = "resolve.decide"
    LINK_DECIDE = "link.decide"
    ASSESS_DECIDE = "assess.decide"
    ESTIMATE_RUN = "estimate.run"
    REVIEW_DECIDE = "review.decide"
    PUBLISH_RELEASE = "publish.release"
    ACCESS_EXPORT = "access.export"
    ACCESS_GRANT = "access.grant"
    LOG_KEY = "log.key"
    LOG_ANCHOR = "log.anchor"
    LOG_ERASE = "log.erase"
    CLOCK_JUMP = "clock.jump"


class UnknownAuthor(SijillError):
    """A change by nobody that the log can name."""

    def __init__(self, *, by: str) -> None:
        super().__init__(
            f"a change by {by[:60]!r}: the log knows u:<8 hex digits> (from Ledger.account) and sys:<name>"
        )
        self.by = by


class RecordTooLarge(SijillError):
    """A log record beyond 16 KiB: what is long belongs into a payload."""

    def __init__(self, *, seq: int, size: int) -> None:
        super().__init__(
            f"log record {seq} has {size} bytes, at most {LARGEST_RECORD} are allowed: put it into a payload"
        )
        self.seq, self.size = seq, size


class LogOutOfOrder(SijillError):
    """A record that does not stand where it says."""

    def __init__(self, *, at: int, says: int) -> None:
        super().__init__(
            f"the log record at place {at} says it is number {says}: the log was tampered with; restore a backup"
        )
        self.at, self.says = at, says


@dataclass(frozen=True, slots=True, kw_only=True)
class Commitment:
    """A payload as the log names it. commitment: hex; kind: "<schema>/<version>"."""

    commitment: str
    kind: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One record.

    at        ISO 8601 by this machine's clock: a claim, never used for order
    obj       opaque random id of the thing changed, never a digest of evidence
    versions  of that thing, before and after
    settings  SHA-256 of the settings in force, hex
    """

    seq: int
    at: str
    by: str
    act: Act
    obj: str
    versions: tuple[int, int]
    payloads: tuple[Commitment, ...]
    software: str
    settings: str


def record(entry: Entry) -> bytes:
    """The bytes that are hashed, kept and shown. Raises UnknownAuthor, RecordTooLarge.

    The form of RFC 8785: with plain keys and without floats that is JSON without spaces in the order of the keys.
    """
    checked_author(entry.by)
    fields: dict[str, Any] = {
        "v": VERSION,
        "seq": entry.seq,
        "ts": entry.at,
        "by": entry.by,
        "act": entry.act.value,
        "obj": entry.obj,
        "ver": list(entry.versions),
        "pay": [{"c": each.commitment, "t": each.kind} for each in entry.payloads],
        "sw": entry.software,
        "cfg": entry.settings,
    }
    written = dumps(fields, sort_keys=True, separators=(",", ":"), ensure_ascii=False).encode()
    if len(written) > LARGEST_RECORD:
        raise RecordTooLarge(seq=entry.seq, size=len(written))
    return written


def checked_author(by: str) -> str:
    """The author, if the log can name it."""
    if not AUTHOR.fullmatch(by):
        raise UnknownAuthor(by=by)
    return by


def commitment(salt: bytes, payload: bytes) -> str:
    """Binds the log to a payload that nobody can guess from the log: the salt is 32 random bytes kept beside it."""
    return sha256(COMMITMENT + salt + payload).hexdigest()
