"""How linking grows: 50,000, 200,000 and 1,000,000 rows, and a list of 1,000 added to them; time, memory and F1.

Each size runs in a process of its own, so that memory is that of the one run:
`python -m bench.persons.scale ROWS.parquet`.
"""

import resource
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from time import perf_counter, process_time

import pyarrow.parquet as pq

from bench.measure.row import Row
from bench.persons.invented import generator, known
from bench.persons.scores import scored
from sijill.link.persons.adding import added
from sijill.link.persons.learning.model import Guarded, shipped
from sijill.link.persons.linking import link_rows
from sijill.model.exchange import from_json, to_json
from sijill.store.engines.duck import DuckEngine

SET = "persons"
SIZES, ADDED = (50_000, 200_000, 1_000_000), 1_000


BARS = {"seconds": "180", "memory": "6", "adding": "10"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Run:
    """Seconds by the wall and of processors, peak memory [GB] with that of the rows alone, and what came out.

    adding   seconds to add the last 1,000 rows to the others; equal: whether it ended where linking at once does
    """

    rows: int
    seconds: float
    cpu: float
    memory: float
    data: float
    f1: float
    cubed: float
    count: float
    looked_at: float
    adding: float
    equal: bool


def measured(path: Path) -> Run:
    """Link the rows of a file without labels, then all but the last, and these added."""
    lists = known(pq.read_table(path))
    model, size = Guarded(forest=shipped().forest), lists.rows.num_rows
    held, began, cpu = _peak(), perf_counter(), process_time()
    with DuckEngine() as engine:
        linked = link_rows(lists.rows, engine, model)
    seconds, cpu, memory = perf_counter() - began, process_time() - cpu, _peak()
    found = scored(linked.group, lists.persons)
    with DuckEngine() as engine:
        base = link_rows(lists.rows.slice(0, size - ADDED), engine, model)
    began = perf_counter()
    with DuckEngine() as engine:
        grown = added(base, lists.rows.slice(size - ADDED), engine, model)
    return Run(
        rows=size,
        seconds=seconds,
        cpu=cpu,
        memory=memory,
        data=held,
        f1=found.f1,
        cubed=found.cubed,
        count=found.count,
        looked_at=linked.pairs.looked_at / size,
        adding=perf_counter() - began,
        equal=bool((grown.group == linked.group).all()),
    )


def _peak() -> float:
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1e6


def alone(path: Path) -> Run:
    """The same in a process of its own."""
    said = subprocess.run(
        [sys.executable, "-m", "bench.persons.scale", str(path)], check=True, capture_output=True, text=True
    )
    return from_json(Run, said.stdout.splitlines()[-1])


def scale(data: Path) -> list[Row]:
    """Every size, on lists of seed 1."""
    script = generator(data)
    if script is None:
        return []
    rows = []
    for size in SIZES:
        with TemporaryDirectory() as folder:
            path = Path(folder) / "rows.parquet"
            subprocess.run([sys.executable, str(script), str(size), str(path), "1"], check=True, capture_output=True)
            rows += told(alone(path))
    return rows


def told(run: Run) -> list[Row]:
    """The rows of one size."""
    name = f"{run.rows:,} rows"
    bar = BARS if run.rows >= max(SIZES) else {}
    added_note = "the same persons as linking all at once" if run.equal else "OTHER persons than linking all at once"
    return [
        _row(f"{name}, seconds", f"{run.seconds:.0f}", bar.get("seconds", ""), f"{run.cpu:.0f} of processors"),
        _row(f"{name}, peak memory, GB", f"{run.memory:.1f}", bar.get("memory", ""), f"{run.data:.1f} of it the rows"),
        _row(
            f"{name}, F1, no labels",
            f"{run.f1:.3f}",
            "",
            f"B-cubed {run.cubed:.3f}, groups {run.count:+.1%}, {run.looked_at:.1f} pairs a row",
        ),
        _row(f"{name}, {ADDED:,} more added, seconds", f"{run.adding:.1f}", bar.get("adding", ""), added_note),
    ]


def _row(measure: str, value: str, bar: str, note: str) -> Row:
    return Row(set=SET, measure=measure, value=value, bar=bar, note=note)


if __name__ == "__main__":
    print(to_json(measured(Path(sys.argv[1]))))
