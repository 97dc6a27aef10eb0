"""The exchange with a server as a web archive (WARC 1.1): what is kept of an address is what was sent and what came."""

from collections.abc import Sequence
from datetime import UTC, datetime
from io import BytesIO

from warcio.statusandheaders import StatusAndHeaders
from warcio.warcwriter import WARCWriter

from sijill.capture.web.fetch import Step

HOP = ("transfer-encoding", "connection", "keep-alive")
"""Headers of the transport: the body is kept as it is without them."""


def archive(steps: Sequence[Step], *, software: str) -> bytes:
    """A compressed archive: who made it, then request and response of every step, each with its digest."""
    stream = BytesIO()
    writer = WARCWriter(stream, gzip=True, warc_version="1.1")
    made = {"software": software, "format": "WARC File Format 1.1"}
    writer.write_record(writer.create_warcinfo_record("exchange.warc.gz", made))
    for step in steps:
        marked = {"WARC-IP-Address": str(step.target.ip), "WARC-Date": _instant(step.at)}
        response = writer.create_warc_record(
            step.target.url,
            "response",
            payload=BytesIO(step.body),
            length=len(step.body),
            http_headers=_headers(f"{step.status} {step.reason}".strip(), step.headers, body=len(step.body)),
            warc_headers_dict=marked,
        )
        request = writer.create_warc_record(
            step.target.url,
            "request",
            payload=BytesIO(b""),
            http_headers=StatusAndHeaders(f"GET {step.target.path} HTTP/1.1", list(step.request), is_http_request=True),
            warc_headers_dict=marked,
        )
        writer.write_request_response_pair(request, response)
    return stream.getvalue()


def _headers(status: str, headers: Sequence[tuple[str, str]], *, body: int) -> StatusAndHeaders:
    kept = [(name, value) for name, value in headers if name.lower() not in (*HOP, "content-length")]
    return StatusAndHeaders(status, [*kept, ("Content-Length", str(body))], protocol="HTTP/1.1")


def _instant(moment: datetime) -> str:
    return moment.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
