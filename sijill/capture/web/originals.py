"""Addresses as originals: each is asked through the gate, and what is captured is the archive of the exchange."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from importlib.metadata import version
from pathlib import Path

from sijill.capture.walk import Spotted
from sijill.capture.web.address import AddressRefused, Gate
from sijill.capture.web.exchange import archive
from sijill.capture.web.fetch import Clock, NotFetched, Step, fetch
from sijill.capture.web.package import wacz

WARC = "application/warc"


@dataclass(frozen=True, slots=True, kw_only=True)
class Unfetched:
    """An address that was not to be had, and why."""

    name: str
    why: str


class Fetching:
    """Asks addresses one after the other. keep: remember the exchanges, so that they can be packed for replay."""

    def __init__(self, *, gate: Gate, clock: Clock, progress: Callable[[str], None], keep: bool = False) -> None:
        self._gate, self._clock, self._progress, self._keep = gate, clock, progress, keep
        self._archives, self._pages = dict[str, bytes](), list[Step]()

    def originals(self, addresses: Iterable[str]) -> Iterator[Spotted | Unfetched]:
        """The archive of each exchange under its address; for an address that is not to be had, why."""
        for address in addresses:
            self._progress(address)
            try:
                steps = fetch(address, gate=self._gate, clock=self._clock)
            except (AddressRefused, NotFetched) as refusal:
                yield Unfetched(name=address, why=str(refusal))
                continue
            data = archive(steps, software=f"sijill/{version('sijill')}")
            if self._keep:
                self._archives[f"{len(self._archives) + 1:04}.warc.gz"] = data
                self._pages.append(steps[-1])
            yield Spotted(path=Path(address), name=address, content=data, media_type=WARC)

    def packed(self) -> bytes:
        """All exchanges so far as one WACZ file."""
        created = self._clock().isoformat(timespec="seconds")
        return wacz(self._archives, self._pages, software=f"sijill/{version('sijill')}", created=created)
