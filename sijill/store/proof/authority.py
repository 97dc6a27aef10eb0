"""Asks a time-stamping authority over HTTP (RFC 3161, section 3.4). Only what a person asked for, and only a hash."""

from http.client import HTTPConnection, HTTPException, HTTPSConnection
from urllib.parse import urlsplit

from sijill.errors import SijillError

QUERY, REPLY = "application/timestamp-query", "application/timestamp-reply"
SECONDS = 20
LARGEST = 256 * 1024


class NotAnAuthority(SijillError):
    """An address that cannot be one."""

    def __init__(self, *, seen: str) -> None:
        super().__init__(f"{seen[:80]!r} is no address of a time-stamping authority: wanted https://... or http://...")
        self.seen = seen


class NoAnswer(SijillError):
    """The authority did not answer, or not with a timestamp."""

    def __init__(self, *, address: str, fault: str) -> None:
        super().__init__(f"{address} did not answer with a timestamp ({fault}): the request waits; ask again later")
        self.address, self.fault = address, fault


def ask_authority(address: str, request: bytes) -> bytes:
    """The reply as it came, DER. No redirect is followed. Raises NotAnAuthority, NoAnswer."""
    parts = urlsplit(address)
    if parts.scheme not in ("http", "https") or not parts.hostname or parts.username:
        raise NotAnAuthority(seen=address)
    kind = HTTPSConnection if parts.scheme == "https" else HTTPConnection
    connection = kind(parts.hostname, parts.port, timeout=SECONDS)
    try:
        target = (parts.path or "/") + (f"?{parts.query}" if parts.query else "")
        connection.request("POST", target, body=request, headers={"Content-Type": QUERY, "Accept": REPLY})
        answer = connection.getresponse()
        body = answer.read(LARGEST + 1)
    except (OSError, HTTPException) as fault:
        raise NoAnswer(address=address, fault=type(fault).__name__) from fault
    finally:
        connection.close()
    if answer.status != 200 or len(body) > LARGEST:
        raise NoAnswer(address=address, fault=f"status {answer.status}, {len(body):,} bytes")
    return body
