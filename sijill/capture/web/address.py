"""Which addresses may be asked: the gate in front of every request.

A page can name any address, and a name can lead anywhere: to this machine, to the office network, to the metadata of a
cloud. So an address is taken apart strictly, every address its name leads to must be public, and the one that was
checked is the one that is connected to (no second look-up). Python alone is not strict enough: 3.11 calls
64:ff9b::7f00:1 (127.0.0.1 behind NAT64), 2002:7f00:1:: (behind 6to4) and 224.0.0.1 global.
"""

import re
import socket
import unicodedata
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from ipaddress import IPv4Address, IPv6Address, IPv6Network, ip_address
from urllib.parse import urlsplit

from sijill.errors import SijillError

Address = IPv4Address | IPv6Address
Resolve = Callable[[str, int], Iterable[str]]
SCHEMES = {"http": 80, "https": 443}
PORTS = frozenset({80, 443, 8080, 8443})
LONGEST = 4000
LABEL = re.compile(r"[a-z0-9](?:[-a-z0-9_]{0,61}[a-z0-9])?")
NUMERIC = re.compile(r"(?:0x[0-9a-f]*|[0-9]+)(?:\.(?:0x[0-9a-f]*|[0-9]+)){0,3}\.?")
UNWANTED = re.compile(r"[\x00-\x20\x7f-\xa0\\<>\"^`{|}]")
LOCAL_NAMES = ("localhost", "local", "localdomain", "internal", "intranet", "home", "lan", "corp", "arpa", "onion")
PUBLIC6 = IPv6Network("2000::/3")
CARRIERS = tuple(
    IPv6Network(each)
    for each in ("2001::/32", "2001:10::/28", "2001:20::/28", "2001:db8::/32", "2002::/16", "3fff::/20")
)
"""Public by their prefix, but made to carry another address (Teredo, 6to4), or of no network."""
ISATAP = (0x00005EFE, 0x02005EFE)


class AddressRefused(SijillError):
    """An address that is not asked, and why."""

    def __init__(self, *, address: str, why: str) -> None:
        super().__init__(f"{_shown(address)} is not asked: {why}")
        self.address, self.why = address, why


@dataclass(frozen=True, slots=True, kw_only=True)
class Target:
    """An address that may be asked: the name and what it led to when it was checked.

    path   with the query, as it is sent
    """

    url: str
    scheme: str
    host: str
    port: int
    path: str
    ip: Address


def resolve(host: str, port: int) -> list[str]:
    """The addresses that the name leads to, as the system finds them."""
    try:
        found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    except (OSError, UnicodeError) as fault:
        raise AddressRefused(address=host, why="its name leads nowhere") from fault
    return [str(each[4][0]) for each in found]


def is_public(ip: Address) -> bool:
    """Is it an address of somebody else's machine on the public network? Stricter than ipaddress.is_global."""
    if not ip.is_global or ip.is_multicast or ip.is_reserved or ip.is_loopback or ip.is_link_local or ip.is_unspecified:
        return False
    if isinstance(ip, IPv4Address):
        return True
    if ip.scope_id is not None or ip not in PUBLIC6 or any(ip in each for each in CARRIERS):
        return False
    return (int(ip) >> 32) & 0xFFFFFFFF not in ISATAP


@dataclass(frozen=True, slots=True, kw_only=True)
class Gate:
    """Checks addresses. The defaults are the rule; tests hand in other look-ups."""

    look_up: Resolve = resolve
    ports: frozenset[int] = PORTS
    public: Callable[[Address], bool] = is_public

    def check(self, address: str) -> Target:
        """The target of an address. Raises AddressRefused."""
        url = address.split("#", 1)[0]
        if len(url) > LONGEST or UNWANTED.search(url):
            raise AddressRefused(address=address, why="it is too long, or has characters that no address has")
        try:
            parts = urlsplit(url)
            port = parts.port
        except ValueError as fault:
            raise AddressRefused(address=address, why="it is no address") from fault
        if parts.scheme not in SCHEMES:
            raise AddressRefused(address=address, why="only http and https are spoken")
        if "@" in parts.netloc:
            raise AddressRefused(address=address, why="it holds a user name")
        port = SCHEMES[parts.scheme] if port is None else port
        if port not in self.ports:
            raise AddressRefused(address=address, why=f"port {port} is not one of the web")
        host = _host(parts.hostname or "", address)
        ip = self._one(host, port, address)
        path = (parts.path or "/") + (f"?{parts.query}" if parts.query else "")
        return Target(url=url, scheme=parts.scheme, host=host, port=port, path=_escaped(path), ip=ip)

    def _one(self, host: str, port: int, address: str) -> Address:
        literal = _literal(host)
        found = [literal] if literal is not None else [ip_address(each) for each in self.look_up(host, port)]
        if not found:
            raise AddressRefused(address=address, why="its name leads nowhere")
        for ip in found:
            if not self.public(ip):
                raise AddressRefused(address=address, why=f"it leads to {ip}, which is not public")
        return found[0]


def _host(host: str, address: str) -> str:
    """The name as it is looked up: lower case, ASCII, no other way to write an address of digits."""
    if not host:
        raise AddressRefused(address=address, why="it names no machine")
    if ":" in host:
        return host
    plain = unicodedata.normalize("NFKC", host).lower().rstrip(".")
    if NUMERIC.fullmatch(plain):
        if plain != host or _literal(plain) is None:
            raise AddressRefused(address=address, why="it writes an address of digits in an unusual way")
        return plain
    try:
        name = plain if plain.isascii() else plain.encode("idna").decode("ascii")
    except UnicodeError as fault:
        raise AddressRefused(address=address, why="its name cannot be looked up") from fault
    labels = name.split(".")
    if len(name) > 253 or not all(LABEL.fullmatch(each) for each in labels):
        raise AddressRefused(address=address, why="its name is none")
    if len(labels) < 2 or labels[-1] in LOCAL_NAMES or NUMERIC.fullmatch(labels[-1]):
        raise AddressRefused(address=address, why="its name is one of this machine or network")
    return name


def _literal(host: str) -> Address | None:
    try:
        return ip_address(host)
    except ValueError:
        return None


def _escaped(path: str) -> str:
    return "".join(each if each.isascii() else "".join(f"%{byte:02X}" for byte in each.encode()) for each in path)


def _shown(address: str) -> str:
    return "".join(each if each.isprintable() else repr(each)[1:-1] for each in address[:120])
