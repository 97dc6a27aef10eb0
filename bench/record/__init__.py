"""The record under test: what it loses, what it notices, how fast it is. Needs no data: `python -m bench.record`.

Cuts of power and failing writes need strace; the team's ledger a PostgreSQL server, which is started for it.
"""

import tempfile
from collections.abc import Callable, Iterable
from pathlib import Path

from bench.measure.row import Row
from bench.record import failing, kills, power, secrets, servers, speed, tampering, writers
from sijill.store.postgres import PostgresDatabase
from sijill.store.vault import Vault

SET = "invented"


def run(data: Path) -> list[Row]:
    """Every figure. `data` is not looked at."""
    return [row for part in PARTS.values() for row in part()]


def _kills() -> Iterable[Row]:
    with servers.postgresql(durable=True) as server:
        for name, place in (("a file", None), ("PostgreSQL", server)):
            seen = kills.kill(200 if place is None else 50, server=place)
            yield Row(
                set=SET,
                measure=f"kill -9 x {seen.kills}, ledger in {name}",
                value=f"{seen.lost} lost",
                bar="0 lost",
                note=f"of {seen.acknowledged:,} acknowledged; {seen.without_evidence} rows without evidence,"
                f" {seen.faults} faults of log or rows",
            )


def _power() -> Iterable[Row]:
    seen, lied = power.cut(1_000), power.cut(200, honest=False)
    yield Row(
        set=SET,
        measure=f"{seen.cuts:,} simulated power cuts",
        value=f"{seen.with_loss} with loss, {seen.corrupt} corrupt",
        bar="0, 0",
        note=f"of a run of {seen.acknowledged} acknowledged things; the control, a disk that ignores syncs:"
        f" {lied.with_loss} of {lied.cuts} with loss, {lied.corrupt} corrupt",
    )


def _failing() -> Iterable[Row]:
    for name, seen in (("disk full", failing.full(10)), ("n-th write, sync or rename fails", failing.failing(2, 30))):
        yield Row(
            set=SET,
            measure=f"{name}, {seen.runs} runs",
            value=f"{seen.corrupt} corrupt, {seen.lost} lost",
            bar="0, 0",
            note=f"of {seen.acknowledged:,} acknowledged",
        )


def _tampering() -> Iterable[Row]:
    found, missed = tampering.found_of(10_000)
    yield Row(
        set=SET, measure="10,000 tamperings", value=f"{found:,} found", bar="10,000", note=str(dict(missed) or "")
    )


def _writers() -> Iterable[Row]:
    with servers.postgresql(durable=True) as server, tempfile.TemporaryDirectory() as name:
        for what in ("a file", "PostgreSQL"):
            folder = Path(name) / what
            folder.mkdir()
            place = servers.make_place(server, "writers") if what == "PostgreSQL" else None
            home = folder / "ledger.db" if place is None else PostgresDatabase(address=place)
            seen = writers.write(home, Vault(folder / "vault"), writers=50, each=40)
            yield Row(
                set=SET,
                measure=f"50 writers x 40 decisions, ledger in {what}",
                value=f"{seen.lost} lost",
                bar="0 of 2,000",
                note=f"{seen.conflicts:,} times one was shown both and looked again; {seen.faults} faults",
            )


def _speed() -> Iterable[Row]:
    with tempfile.TemporaryDirectory() as name:
        for part in ("log", "documents"):
            (Path(name) / part).mkdir()
        of_log = speed.log_of(Path(name) / "log", 1_000_000)
        documents = speed.captured(Path(name) / "documents", 20_000)
    told = f"{of_log.records:,} records"
    yield Row(set=SET, measure="append to the log", value=f"{of_log.appended:,.0f} records/s", bar="5,000", note=told)
    yield Row(set=SET, measure="record documents, with text", value=f"{documents:,.0f} records/s", bar="5,000")
    yield Row(set=SET, measure=f"verify {told}", value=f"{of_log.checked:.1f} s", bar="10 s")
    yield Row(set=SET, measure="verify, peak of memory", value=f"{of_log.peak:.0f} MB")


def _secrets() -> Iterable[Row]:
    files, found = secrets.measured(500)
    yield Row(
        set=SET,
        measure=f"500 secrets in an encrypted case, {files:,} files searched",
        value=f"{len(found)} files tell one",
        bar="0",
    )


PARTS: dict[str, Callable[[], Iterable[Row]]] = {
    "kills": _kills,
    "power": _power,
    "failing": _failing,
    "tampering": _tampering,
    "writers": _writers,
    "speed": _speed,
    "secrets": _secrets,
}
