"""Tables of persons that are no victims: linked without labels by the weights of Fellegi and Sunter, thresholds and
all.
"""

import csv
from pathlib import Path

import numpy as np
import pyarrow as pa
import pyarrow.parquet as pq

from bench.persons.scores import Scores, scored
from sijill.link.persons.grouping import NOTHING, grouped
from sijill.link.persons.learning.fellegi_sunter import fitted
from sijill.link.persons.learning.patterns import unpacked
from sijill.link.persons.spec import Block, Comparison, Level, LinkSpec
from sijill.link.persons.weighing import by_chance, kept, prepare, weigh
from sijill.store.engines.duck import DuckEngine


def text(name: str) -> Comparison:
    """Two texts in one column: the same, a letter or two apart, or one the beginning of the other."""
    left, right = f"l.{name}", f"r.{name}"
    return Comparison(
        name=name,
        size=5,
        levels=(
            Level(value=0, when=f"{left} is null or {right} is null", says="not said by both"),
            Level(value=4, when=f"{left} = {right}", says="the same"),
            Level(value=3, when=f"levenshtein({left}, {right}) <= 1", says="one letter apart"),
            Level(
                value=2,
                when=f"levenshtein({left}, {right}) <= 3"
                f" or starts_with({left}, {right}) or starts_with({right}, {left})",
                says="near",
            ),
        ),
    )


def whole(name: str) -> Comparison:
    """The same value or another one."""
    return Comparison(
        name=name,
        size=3,
        levels=(
            Level(value=0, when=f"l.{name} is null or r.{name} is null", says="not said by both"),
            Level(value=2, when=f"l.{name} = r.{name}", says="the same"),
        ),
    )


def blocks(*on: tuple[str, ...], cap: int = 200) -> tuple[Block, ...]:
    """One block for each tuple of columns."""
    return tuple(Block(name=", ".join(each), on=each, cap=cap) for each in on)


REGISTER = LinkSpec(
    name="register",
    version=1,
    blocks=blocks(
        ("given", "family"), ("family", "year"), ("given", "year"), ("given", "month", "day"),
        ("family", "month", "day"),
        ("year", "month", "day"), ("left(family, 3)", "left(given, 2)"),
    ),
    comparisons=(text("given"), text("family"), whole("year"), whole("month"), whole("day")),
)  # fmt: skip
HISTORICAL = LinkSpec(
    name="historical",
    version=1,
    blocks=blocks(
        ("given", "family"), ("family", "born"), ("given", "born"), ("born", "postcode"), ("postcode", "given"),
        ("postcode", "family"), ("family", "birth_place"), ("left(family, 4)", "left(given, 2)", "occupation"),
        ("born", "birth_place"), ("whole_name", "birth_place"), ("left(whole_name, 6)", "left(born, 4)"),
        cap=60,
    ),
    comparisons=(
        text("given"), text("family"), text("born"), text("birth_place"), text("postcode"), whole("occupation"),
    ),
)  # fmt: skip


def linked(rows: pa.Table, persons: np.ndarray, spec: LinkSpec) -> Scores:
    """Groups by the package's own threshold, against the persons."""
    with DuckEngine() as engine:
        counted = prepare(rows, spec, engine)
        chance = by_chance(rows.num_rows, spec, engine)
        drawn = (unpacked(chance.patterns, spec.sizes), chance.pairs)
        levels = unpacked(counted.patterns, spec.sizes)
        model = fitted(levels, counted.pairs, drawn, spec, rows=rows.num_rows)
        pairs = kept(counted, weigh(counted, spec, model), engine)
    return scored(grouped(rows.num_rows, pairs, NOTHING), persons)


def register(path: Path) -> Scores:
    """RLdata500: 500 rows of a German register."""
    with path.open(encoding="utf-8") as stream:
        rows = list(csv.DictReader(stream))
    columns = {"given": "fname_c1", "family": "lname_c1", "year": "by", "month": "bm", "day": "bd"}
    table = pa.table(
        {
            "rec": pa.array(range(len(rows)), pa.int64()),
            **{
                name: pa.array([row[said].lower() or None for row in rows], pa.string())
                for name, said in columns.items()
            },
        }
    )
    return linked(table, np.array([int(row["identity"]) for row in rows]), REGISTER)


def historical(path: Path) -> Scores:
    """Historical figures with errors."""
    said = pq.read_table(path)
    columns = {
        "given": "first_name",
        "family": "surname",
        "whole_name": "full_name",
        "born": "dob",
        "birth_place": "birth_place",
        "postcode": "postcode_fake",
        "occupation": "occupation",
    }
    table = pa.table(
        {
            "rec": pa.array(np.arange(said.num_rows)),
            **{name: said.column(column).combine_chunks() for name, column in columns.items()},
        }
    )
    _, persons = np.unique(said.column("cluster").to_pylist(), return_inverse=True)
    return linked(table, persons.astype(np.int64), HISTORICAL)
