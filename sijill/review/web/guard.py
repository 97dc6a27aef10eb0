"""What every request passes and every answer carries: no other host, no other site, no script but ours, nothing stored.

A request that changes something must come from a page of this desk. Browsers say where a request comes from
(Sec-Fetch-Site); an older one says its Origin; a program that says neither has no cookie of somebody else to send.
"""

from collections.abc import Callable, Collection
from time import monotonic
from urllib.parse import urlsplit

from starlette.datastructures import Headers, MutableHeaders
from starlette.responses import PlainTextResponse
from starlette.types import ASGIApp, Message, Receive, Scope, Send

SAFE = ("GET", "HEAD", "OPTIONS")
POLICY = "; ".join(
    (
        "default-src 'none'",
        "script-src 'self'",
        "style-src 'self'",
        "img-src 'self'",
        "media-src 'self'",
        "font-src 'self'",
        "connect-src 'self'",
        "form-action 'self'",
        "frame-src 'none'",
        "frame-ancestors 'none'",
        "base-uri 'none'",
        "object-src 'none'",
        "require-trusted-types-for 'script'",
        "trusted-types default",
    )
)
HEADERS = {
    "Content-Security-Policy": POLICY,
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Referrer-Policy": "no-referrer",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": "camera=(), microphone=(), geolocation=(), browsing-topics=()",
    "X-Robots-Tag": "noindex, nofollow",
}
LARGEST_FORM = 1 << 20
"""Bytes that a request may bring; nothing that is decided is longer."""
PER_SECOND, AT_ONCE = 200.0, 600.0
"""Requests that one address may make [1/s], and how many of them in one burst."""


class Guard:
    """The outermost layer of the desk."""

    def __init__(self, app: ASGIApp, *, hosts: Collection[str], clock: Callable[[], float] = monotonic) -> None:
        self._app, self._hosts, self._pace = app, frozenset(hosts), Pace(PER_SECOND, AT_ONCE, clock)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        headers = Headers(scope=scope)
        client = scope.get("client")
        refused = self._refused(scope["method"], headers, client[0] if client else "")

        async def guarded(message: Message) -> None:
            if message["type"] == "http.response.start":
                answer = MutableHeaders(scope=message)
                for name, value in HEADERS.items():
                    answer.setdefault(name, value)
                answer.setdefault("Cache-Control", "no-store")
            await send(message)

        if refused is not None:
            await PlainTextResponse(refused[1], status_code=refused[0])(scope, receive, guarded)
        else:
            await self._app(scope, receive, guarded)

    def _refused(self, method: str, headers: Headers, client: str) -> tuple[int, str] | None:
        host = headers.get("host", "")
        name = host.rsplit(":", 1)[0] if not host.endswith("]") else host
        if name.lower() not in self._hosts:
            return 421, "This desk does not answer under that name."
        if not self._pace.allows(client):
            return 429, "Too many requests from this address; wait a moment."
        length = headers.get("content-length", "0")
        if not length.isdigit() or int(length) > LARGEST_FORM:
            return 413, "Larger than anything that is decided here."
        if method not in SAFE and not _from_here(headers, host):
            return 403, "This request came from another site, and was not followed."
        return None


class Pace:
    """How often somebody may do something: so many at once, and then so many a second."""

    def __init__(self, per_second: float, at_once: float, clock: Callable[[], float] = monotonic) -> None:
        self._rate, self._most, self._clock = per_second, at_once, clock
        self._left: dict[str, tuple[float, float]] = {}

    def allows(self, who: str) -> bool:
        """Count one more."""
        moment = self._clock()
        left, since = self._left.get(who, (self._most, moment))
        left = min(self._most, left + (moment - since) * self._rate)
        if len(self._left) > 10_000:
            self._left.clear()
        self._left[who] = (left - 1 if left >= 1 else left, moment)
        return left >= 1


def _from_here(headers: Headers, host: str) -> bool:
    site = headers.get("sec-fetch-site")
    if site is not None:
        return site == "same-origin"
    origin = headers.get("origin")
    return origin is None or urlsplit(origin).netloc == host
