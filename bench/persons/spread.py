"""The same persons on Spark: on this machine, on a cluster of two workers on it, and with one of them killed.

Each run is a process of its own: `python -m bench.persons.spread ROWS.parquet MASTER`. It links by DuckDB first and
says whether Spark gave the same groups, pairs and weights to the last bit.
"""

import os
import signal
import socket
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path
from tempfile import TemporaryDirectory
from time import monotonic, perf_counter, sleep

import numpy as np
import pyarrow.parquet as pq

from bench.measure.row import Row
from bench.persons.invented import generator, known
from sijill.link.persons.learning.model import Guarded, shipped
from sijill.link.persons.linking import LinkedRows, link_rows
from sijill.model.exchange import from_json, to_json
from sijill.store.engines.duck import DuckEngine
from sijill.store.engines.spark import LOCAL, SparkEngine

SIZES, CLUSTERED = (10_000, 50_000, 200_000), 50_000
WORKERS, MEMORY, HOST = 2, "2g", "127.0.0.1"
JOINING = 10.0
"""Seconds that workers get to report to their master."""
KILLED_AFTER = 0.5
"""Share of the time of an undisturbed run after which a worker is killed."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Run:
    """Seconds by the wall, the start of a session apart; same: whether Spark gave what DuckDB gave, bit for bit."""

    rows: int
    duckdb: float
    start: float
    spark: float
    same: bool


def measured(path: Path, master: str) -> Run:
    """Link the rows of a file on both engines."""
    lists, model = known(pq.read_table(path)), Guarded(forest=shipped().forest)
    began = perf_counter()
    with DuckEngine() as engine:
        local = link_rows(lists.rows, engine, model)
    duckdb, began = perf_counter() - began, perf_counter()
    with SparkEngine(master=master) as engine:
        start, began = perf_counter() - began, perf_counter()
        print("begun", flush=True)
        spread = link_rows(lists.rows, engine, model)
    return Run(
        rows=lists.rows.num_rows,
        duckdb=duckdb,
        start=start,
        spark=perf_counter() - began,
        same=same(local, spread),
    )


def same(one: LinkedRows, other: LinkedRows) -> bool:
    """To the last bit."""
    names = ("left", "right", "pattern", "weight")
    pairs = all(np.array_equal(getattr(one.pairs, name), getattr(other.pairs, name)) for name in names)
    return pairs and np.array_equal(one.group, other.group)


def spread(data: Path) -> list[Row]:
    """Every size on this machine; one of them on a cluster, undisturbed and with a worker killed."""
    script = generator(data)
    if script is None or find_spec("pyspark") is None:
        return []
    rows = []
    with TemporaryDirectory() as folder:
        for size in SIZES:
            path = Path(folder) / f"{size}.parquet"
            subprocess.run([sys.executable, str(script), str(size), str(path), "1"], check=True, capture_output=True)
            rows.append(told("on " + LOCAL, alone(path, LOCAL)))
        path = Path(folder) / f"{CLUSTERED}.parquet"
        with cluster() as (master, _):
            whole = alone(path, master)
        rows.append(told("on a cluster of two workers", whole))
        with cluster() as (master, workers):
            rows.append(told("a worker killed", alone(path, master, kill=workers[0], after=KILLED_AFTER * whole.spark)))
    return rows


def told(how: str, run: Run) -> Row:
    """One run as a row."""
    ended = "the same persons, pairs and weights as DuckDB" if run.same else "OTHER persons than DuckDB"
    return Row(
        set="persons",
        measure=f"{run.rows:,} rows by Spark, {how}, seconds",
        value=f"{run.spark:.0f}",
        note=f"{ended}; DuckDB {run.duckdb:.1f} s; start of the session {run.start:.0f} s more",
    )


def alone(path: Path, master: str, *, kill: "subprocess.Popen[bytes] | None" = None, after: float = 0.0) -> Run:
    """The same in a process of its own. kill: a worker to kill with all it started, so many seconds after the begin."""
    command = [sys.executable, "-m", "bench.persons.spread", str(path), master]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True) as process:
        lines = iter(process.stdout or ())
        for line in lines:
            if line.strip() == "begun":
                break
        if kill is not None:
            sleep(after)
            if process.poll() is not None:
                raise RuntimeError("the run was over before a worker was killed")
            os.killpg(kill.pid, signal.SIGKILL)
        said = [*lines]
    return from_json(Run, said[-1])


@contextmanager
def cluster() -> Iterator[tuple[str, list["subprocess.Popen[bytes]"]]]:
    """A standalone master and its workers, of one core each; all ended afterwards."""
    port = _free_port()
    master = f"spark://{HOST}:{port}"
    started: list[subprocess.Popen[bytes]] = []
    with TemporaryDirectory() as folder:
        try:
            started.append(_begun("master.Master", "--port", str(port)))
            _wait_for(port)
            options = ("--work-dir", folder, "--cores", "1", "--memory", MEMORY, master)
            started.extend(_begun("worker.Worker", *options) for _ in range(WORKERS))
            sleep(JOINING)
            yield master, started[1:]
        finally:
            for each in started:
                if each.poll() is None:
                    os.killpg(each.pid, signal.SIGTERM)
                each.wait()


def _begun(what: str, *options: str) -> "subprocess.Popen[bytes]":
    """A part of the cluster in a group of processes of its own, with what it starts."""
    import pyspark  # noqa: PLC0415  (an extra, and slow to load)

    home = Path(pyspark.__file__).parent
    command = [str(home / "bin" / "spark-class"), f"org.apache.spark.deploy.{what}", "--host", HOST, "--webui-port"]
    return subprocess.Popen(
        [*command, "0", *options],
        env=os.environ | {"SPARK_HOME": str(home), "SPARK_LOCAL_IP": HOST},
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        start_new_session=True,
    )


def _free_port() -> int:
    with socket.socket() as one:
        one.bind((HOST, 0))
        return int(one.getsockname()[1])


def _wait_for(port: int) -> None:
    until = monotonic() + 60
    while monotonic() < until:
        try:
            socket.create_connection((HOST, port), timeout=1).close()
        except OSError:
            sleep(0.5)
        else:
            return
    raise TimeoutError(f"no master on port {port} after a minute")


if __name__ == "__main__":
    print(to_json(measured(Path(sys.argv[1]), sys.argv[2])))
