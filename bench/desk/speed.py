"""How long pages take over 100,000 claims in 20,000 events, and whether 100 requests a second are held."""

import subprocess
import sys
from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass, replace
from itertools import cycle, islice
from pathlib import Path
from statistics import quantiles
from tempfile import TemporaryDirectory
from time import monotonic, sleep

import httpx2

from bench.desk.large import CLAIMS, EVENTS
from bench.measure.row import Row

TIMES, PER_SECOND, FOR, CLIENTS = 60, 100, 20, 8
WORDS = ("bread", "killed", "Belqara", "hospital shells", "executed", "مدينة", "Orrakan", "market flour")


@dataclass(frozen=True, slots=True, kw_only=True)
class Served:
    """A desk that answers. built: seconds that making it took."""

    address: str
    built: int
    claims: int
    events: int
    some_events: Sequence[str]
    some_documents: Sequence[str]


@contextmanager
def large_desk(folder: Path, *, claims: int = CLAIMS, events: int = EVENTS) -> Iterator[Served]:
    """A desk in a process of its own."""
    words = [sys.executable, "-m", "bench.desk.serve", str(folder / "case"), str(claims), str(events)]
    process = subprocess.Popen(words, stdout=subprocess.PIPE, text=True)
    assert process.stdout is not None
    try:
        port, built, number, found = process.stdout.readline().split()
        some_events, some_documents = process.stdout.readline().split(), process.stdout.readline().split()
        yield Served(
            address=f"http://127.0.0.1:{port}",
            built=int(built),
            claims=int(number),
            events=int(found),
            some_events=some_events,
            some_documents=some_documents,
        )
    finally:
        process.terminate()
        process.wait(30)


def measure(*, claims: int = CLAIMS, events: int = EVENTS) -> list[Row]:
    """One row for each kind of page, one for search, one for the load."""
    with TemporaryDirectory() as folder, large_desk(Path(folder), claims=claims, events=events) as desk:
        size = f"{desk.claims:,} claims in {desk.events:,} events"
        pages = {
            "queue": ["/queue"],
            "event": desk.some_events,
            "document": desk.some_documents,
            "list and map of events": [
                "/events",
                "/events?harm=killed&order=toll",
                "/events?open=1",
                "/events?least=100",
            ],
            "documents": ["/documents", "/documents?page=20"],
            "places, parties, sources": ["/places", "/parties", "/sources"],
            "persons": ["/persons"],
            "history": ["/history"],
        }
        rows = [
            Row(
                set="desk",
                measure=f"page: {name}, 95th percentile [ms]",
                value=f"{_slow(desk, paths):.0f}",
                bar="< 150",
            )
            for name, paths in pages.items()
        ]
        found = _slow(desk, [f"/events?words={each}" for each in WORDS])
        rows.append(Row(set="desk", measure="search, 95th percentile [ms]", value=f"{found:.0f}", bar="< 200"))
        held, slow = _held(desk)
        note = f"pages of events and documents; 95th percentile {slow:.0f} ms"
        measured = f"requests a second held for {FOR} s"
        rows.append(Row(set="desk", measure=measured, value=f"{held:.0f}", bar=f">= {PER_SECOND}", note=note))
        return [replace(each, note=", ".join(filter(None, (size, each.note)))) for each in rows]


def _slow(desk: Served, paths: Sequence[str]) -> float:
    """The 95th percentile of one client [ms], after each address was asked for once or ten were."""
    with httpx2.Client(base_url=desk.address, timeout=60) as client:
        for path in paths[:10]:
            client.get(path).raise_for_status()
        took = [_took(client, path) for path in islice(cycle(paths[10:] or paths), TIMES)]
    return quantiles(took, n=20)[-1]


def _took(client: httpx2.Client, path: str) -> float:
    began = monotonic()
    client.get(path).raise_for_status()
    return (monotonic() - began) * 1000


def _held(desk: Served) -> tuple[float, float]:
    """Requests a second over the time that they are asked for at an even pace, and their 95th percentile [ms]."""
    paths = [each for pair in zip(desk.some_events, desk.some_documents, strict=True) for each in pair]
    due = [number / PER_SECOND for number in range(PER_SECOND * FOR)]
    began = monotonic()

    def one(client: httpx2.Client, at: float, path: str) -> float:
        sleep(max(0.0, began + at - monotonic()))
        return _took(client, path)

    with httpx2.Client(base_url=desk.address, timeout=60) as client, ThreadPoolExecutor(CLIENTS) as pool:
        took = list(pool.map(lambda pair: one(client, *pair), zip(due, cycle(paths), strict=False)))
    return len(took) / (monotonic() - began), quantiles(took, n=20)[-1]
