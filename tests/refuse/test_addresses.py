"""The gate: which addresses are asked, and that it is the one that was checked which is connected to."""

import threading
from datetime import UTC, datetime
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from ipaddress import ip_address
from typing import ClassVar

import pytest

from sijill.capture.web.address import AddressRefused, Gate, is_public
from sijill.capture.web.exchange import archive
from sijill.capture.web.fetch import NotFetched, fetch
from sijill.capture.web.package import wacz
from sijill.model.document import State
from tests.unit.capture import made
from tests.unit.capture.files import found_in

NAMES = {
    "post.example": ["93.184.215.14"], "rebind.example": ["93.184.215.14", "127.0.0.1"],
    "inside.example": ["10.0.0.7"], "metadata.example": ["169.254.169.254"],
    "six.example": ["2606:2800:21f:cb07:6820:80da:af6b:8b2c"], "lone6.example": ["64:ff9b::7f00:1"],
}  # fmt: skip
HOSTILE = [
    "http://127.0.0.1/", "http://localhost/", "http://LOCALHOST./", "http://127.1/", "http://127.0.1/", "http://0/",
    "http://2130706433/", "http://0x7f000001/", "http://0x7f.1/", "http://017700000001/", "http://0177.0.0.1/",
    "http://00000177.0.0.1/", "http://[::1]/", "http://[::]/", "http://[::ffff:127.0.0.1]/", "http://[::ffff:7f00:1]/",
    "http://[64:ff9b::7f00:1]/", "http://[2002:7f00:1::]/", "http://[2001:0:7f00:1::1]/", "http://[fe80::1]/",
    "http://[fe80::1%25eth0]/", "http://[fc00::1]/", "http://[fec0::1]/", "http://[ff02::1]/", "http://224.0.0.1/",
    "http://255.255.255.255/", "http://0.0.0.0/", "http://169.254.169.254/latest/meta-data/", "http://10.0.0.1/",
    "http://172.16.0.1/", "http://192.168.0.1/", "http://100.64.0.1/", "http://①②⑦.⓪.⓪.①/", "http://127。0。0。1/",
    "http://post.example@127.0.0.1/", "http://127.0.0.1:80@post.example/", "http://post.example:22/",
    "http://post.example\\@127.0.0.1/", "http://127.0.0.1%2f@post.example/", "http://post.example:80+&@127.0.0.1:22/",
    "http://rebind.example/", "http://inside.example/", "http://metadata.example/", "http://lone6.example/",
    "http://127.0.0.1.:80/", "http://printer/", "http://printer.local/", "http://kubernetes.default.svc.internal/",
    "file:///etc/passwd", "gopher://127.0.0.1:6379/_INFO", "ftp://post.example/", "dict://127.0.0.1:11211/",
    "http:///etc/passwd", "http://", "//127.0.0.1/", "http://post.example\t/", "http://post.example/\r\nX: 1",
    "http://[::127.0.0.1]/", "http://[2001:db8::1]/", "http://[2606:2800::5efe:7f00:1]/", "javascript:alert(1)",
    "http://nowhere.example/", "http://127.0.0.1:99999/",
]  # fmt: skip


def look_up(host, port):
    if host not in NAMES:
        raise AddressRefused(address=host, why="its name leads nowhere")
    return NAMES[host]


GATE = Gate(look_up=look_up)


@pytest.mark.parametrize("address", HOSTILE)
def test_a_hostile_address_is_refused_before_anything_is_asked(address):
    with pytest.raises(AddressRefused) as refusal:
        GATE.check(address)
    assert len(str(refusal.value).splitlines()) == 1


def test_there_are_more_than_forty_hostile_forms():
    assert len(set(HOSTILE)) >= 60


@pytest.mark.parametrize(("address", "host", "path"), [
    ("https://post.example/orrin?day=3#top", "post.example", "/orrin?day=3"),
    ("http://POST.example", "post.example", "/"), ("http://six.example:8080/a", "six.example", "/a"),
    ("https://post.example/قرية", "post.example", "/%D9%82%D8%B1%D9%8A%D8%A9"),
    ("http://93.184.215.14/", "93.184.215.14", "/"),
])  # fmt: skip
def test_a_public_address_is_let_through_with_the_one_it_leads_to(address, host, path):
    target = GATE.check(address)
    assert (target.host, target.path) == (host, path)
    assert is_public(target.ip)


@pytest.mark.parametrize("ip", ["64:ff9b::7f00:1", "2002:7f00:1::", "224.0.0.1", "::ffff:8.8.8.8", "192.0.2.1"])
def test_what_python_calls_global_is_not_enough(ip):
    assert not is_public(ip_address(ip))


class Pages(BaseHTTPRequestHandler):
    """A small site, with ways that lead out of it."""

    asked: ClassVar[list[tuple[str, str]]] = []

    def do_GET(self):
        self.asked.append((self.headers["Host"], self.path))
        moved = {"/moved": "/orrin", "/inward": "http://10.0.0.1/", "/round": "/round", "/local": "http://localhost/x"}
        body = b"x" * 300_000 if self.path == "/large" else made.PAGE.encode()
        self.send_response(302 if self.path in moved else 200)
        if self.path in moved:
            self.send_header("Location", moved[self.path])
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *said):
        pass


@pytest.fixture
def site():
    """The address of the site under a public name; the gate of these tests lets this one machine through."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), Pages)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    port, Pages.asked[:] = server.server_address[1], []
    here = {"site.example": ["127.0.0.1"]}
    gate = Gate(
        look_up=lambda host, at: here[host] if host in here else look_up(host, at),
        ports=frozenset({port, 80}),
        public=lambda ip: str(ip) == "127.0.0.1" or is_public(ip),
    )
    yield f"http://site.example:{port}", gate
    server.shutdown()
    server.server_close()


def clock():
    return datetime(2031, 5, 4, 12, tzinfo=UTC)


def test_what_is_kept_of_an_address_is_the_exchange_and_it_reads_as_the_page(site, tmp_path):
    address, gate = site
    steps = fetch(f"{address}/moved", gate=gate, clock=clock)
    assert [(each.status, each.target.path) for each in steps] == [(302, "/moved"), (200, "/orrin")]
    assert Pages.asked[-1][0] == address.removeprefix("http://")
    moved, page = found_in(tmp_path, "a.warc.gz", archive(steps, software="sijill/test"))
    assert (moved.document.state, page.document.state) == (State.NO_TEXT, State.OK)
    assert made.REPORT in page.text.text and page.document.name.endswith(f"{address}/orrin")
    (archived,) = page.particulars.provenance
    assert (archived.at, archived.by) == ("2031-05-04T12:00:00Z", "sijill/test") and "checked" in archived.note


@pytest.mark.parametrize("way", ["/inward", "/local"])
def test_a_redirection_into_the_own_network_is_not_followed(site, way):
    address, gate = site
    with pytest.raises(AddressRefused):
        fetch(f"{address}{way}", gate=gate, clock=clock)


def test_a_redirection_without_end_is_given_up(site):
    address, gate = site
    with pytest.raises(NotFetched, match="leads on"):
        fetch(f"{address}/round", gate=gate, clock=clock)


def test_an_answer_that_grows_too_large_is_given_up_while_it_comes(site, monkeypatch):
    address, gate = site
    monkeypatch.setattr("sijill.capture.web.fetch.BODY", 100_000)
    with pytest.raises(NotFetched, match="larger than"):
        fetch(f"{address}/large", gate=gate, clock=clock)


def test_exchanges_are_packed_as_wacz_and_read_back(site, tmp_path):
    address, gate = site
    steps = fetch(f"{address}/orrin", gate=gate, clock=clock)
    packed = wacz({"0001.warc.gz": archive(steps, software="sijill/test")}, steps[-1:], software="s", created="2031")
    (page,) = found_in(tmp_path, "a.wacz", packed)
    assert made.REPORT in page.text.text
    assert page.particulars.provenance[0].note == "the seal of the list fits"
