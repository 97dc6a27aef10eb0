"""Asking an address, through the gate: the exchange as it went, redirections and all.

Every step is checked anew and connected to by the address that was checked. Nothing is sent but the request: no cookie,
no proxy of the environment, no name of the user. Sizes are counted while the answer comes.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta
from urllib.parse import urljoin

import httpx2

from sijill.capture.web.address import AddressRefused, Gate, Target
from sijill.errors import SijillError

Clock = Callable[[], datetime]
STEPS = 10
BODY = 100_000_000
HEADERS = 64_000
SECONDS = 120
QUIET = 20.0
REDIRECTS = (301, 302, 303, 307, 308)
AGENT = "Mozilla/5.0 (compatible; sijill; evidence capture)"


class NotFetched(SijillError):
    """An address that was asked and gave no answer that can be kept."""

    def __init__(self, *, address: str, why: str) -> None:
        super().__init__(f"{address[:120]} could not be fetched: {why}")
        self.address, self.why = address, why


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """One request and its answer. body: as it came, compressed if it was."""

    target: Target
    at: datetime
    request: tuple[tuple[str, str], ...]
    status: int
    reason: str
    headers: tuple[tuple[str, str], ...]
    body: bytes


def fetch(address: str, *, gate: Gate, clock: Clock) -> tuple[Step, ...]:
    """The steps from the address to the page it leads to. Raises AddressRefused, NotFetched."""
    steps, begun = list[Step](), clock()
    with httpx2.Client(trust_env=False, follow_redirects=False, timeout=QUIET, http2=False) as client:
        while len(steps) < STEPS:
            target = gate.check(address)
            steps.append(_step(client, target, clock, until=begun + timedelta(seconds=SECONDS)))
            onward = next((value for name, value in steps[-1].headers if name.lower() == "location"), None)
            if steps[-1].status not in REDIRECTS or onward is None:
                return tuple(steps)
            address = urljoin(target.url, onward)
    raise NotFetched(address=address, why=f"it leads on more than {STEPS} times")


def _step(client: httpx2.Client, target: Target, clock: Clock, *, until: datetime) -> Step:
    request = _request(client, target)
    at = clock()
    try:
        response = client.send(request, stream=True)
        try:
            _demand_the_checked(response, target)
            return Step(
                target=target,
                at=at,
                request=_pairs(request.headers),
                status=response.status_code,
                reason=response.reason_phrase,
                headers=_pairs(response.headers),
                body=_body(response, target, clock, until),
            )
        finally:
            response.close()
    except (httpx2.HTTPError, httpx2.InvalidURL, httpx2.StreamError, OSError) as fault:
        raise NotFetched(address=target.url, why=str(fault) or type(fault).__name__) from fault


def _request(client: httpx2.Client, target: Target) -> httpx2.Request:
    """To the address that was checked, with the name in the header and in the certificate that is asked for."""
    literal = f"[{target.ip}]" if target.ip.version == 6 else str(target.ip)
    usual = target.port == {"http": 80, "https": 443}[target.scheme]
    named = f"[{target.host}]" if ":" in target.host else target.host
    return client.build_request(
        "GET",
        f"{target.scheme}://{literal}:{target.port}{target.path}",
        headers={
            "Host": named if usual else f"{named}:{target.port}",
            "User-Agent": AGENT,
            "Accept": "text/html,application/xhtml+xml,application/pdf,*/*;q=0.8",
            "Accept-Encoding": "gzip",
        },
        extensions={"sni_hostname": target.host},
    )


def _demand_the_checked(response: httpx2.Response, target: Target) -> None:
    stream = response.extensions.get("network_stream")
    peer = stream.get_extra_info("server_addr") if stream is not None else None
    if peer is not None and str(peer[0]) != str(target.ip):
        raise AddressRefused(address=target.url, why=f"{peer[0]} answered where {target.ip} was asked")


def _body(response: httpx2.Response, target: Target, clock: Clock, until: datetime) -> bytes:
    if sum(len(name) + len(value) for name, value in response.headers.raw) > HEADERS:
        raise NotFetched(address=target.url, why="its headers are too long")
    body = bytearray()
    for chunk in response.iter_raw():
        body += chunk
        if len(body) > BODY:
            raise NotFetched(address=target.url, why=f"the answer is larger than {BODY:,} bytes")
        if clock() > until:
            raise NotFetched(address=target.url, why=f"it took longer than {SECONDS} seconds")
    return bytes(body)


def _pairs(headers: httpx2.Headers) -> tuple[tuple[str, str], ...]:
    return tuple((name.decode("latin-1"), value.decode("latin-1")) for name, value in headers.raw)
