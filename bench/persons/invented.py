"""Lists made by the generator that stands beside the sets: 19 columns, the person behind each row among them."""

import subprocess
import sys
from calendar import monthrange
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

import numpy as np
import pyarrow as pa
import pyarrow.parquet as pq
from numpy.typing import NDArray

from sijill.model.arrow import schema
from sijill.model.person import VictimRow

GENERATOR = "tools/gen_victims.py"
SEX = {"m": "male", "f": "female"}


@dataclass(frozen=True, slots=True)
class Known:
    """Rows as link takes them, and the person behind each."""

    rows: pa.Table
    persons: NDArray[np.int64]

    @property
    def true(self) -> int:
        """Persons who stand on a list."""
        return len(np.unique(self.persons))


def generator(data: Path) -> Path | None:
    """The generator, beside the folder of sets."""
    path = data.resolve().parent / GENERATOR
    return path if path.is_file() else None


def made(script: Path, rows: int, seed: int) -> Known:
    """Lists of so many rows."""
    with TemporaryDirectory() as folder:
        out = Path(folder) / "rows.parquet"
        subprocess.run([sys.executable, str(script), str(rows), str(out), str(seed)], check=True, capture_output=True)
        return known(pq.read_table(out))


def known(table: pa.Table) -> Known:
    """The generator's columns as victim rows; a month is known to its month, a birth on the first of January to its
    year.
    """
    nothing = pa.nulls(table.num_rows, pa.string())
    died = table.column("dod").to_pylist()
    month = [each == "month" for each in table.column("dod_prec").to_pylist()]
    born = table.column("dob").to_pylist()
    year = [each is not None and each.endswith("-01-01") for each in born]
    kunya = [each.split(" ", 1)[1] if each else None for each in table.column("kunya").to_pylist()]
    columns = {
        "id": table.column("unique_id"),
        "list": table.column("source"),
        **{name: table.column(name) for name in ("given", "father", "grandfather", "family", "place", "status", "age")},
        "kunya": pa.array(kunya, pa.string()),
        "name": nothing,
        "mother": nothing,
        "sex": pa.array([SEX.get(each) for each in table.column("sex").to_pylist()], pa.string()),
        "born_from": pa.array(born, pa.string()),
        "born_to": pa.array([f"{b[:4]}-12-31" if y else b for b, y in zip(born, year, strict=True)], pa.string()),
        "died_from": pa.array([f"{d[:7]}-01" if m else d for d, m in zip(died, month, strict=True)], pa.string()),
        "died_to": pa.array([_month_end(d) if m else d for d, m in zip(died, month, strict=True)], pa.string()),
        "region": table.column("gov"),
    }
    wanted = schema(VictimRow)
    rows = pa.table([columns[name] for name in wanted.names], schema=wanted)
    return Known(rows, table.column("person_id").to_numpy())


def _month_end(day: str) -> str:
    year, month = int(day[:4]), int(day[5:7])
    return f"{day[:7]}-{monthrange(year, month)[1]:02}"
