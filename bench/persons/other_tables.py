"""Tables of persons that are no victims: linked without labels by the weights of Fellegi and Sunter, thresholds and
all.
"""

import csv
from pathlib import Path

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.parquet as pq

from bench.persons.scores import Scores, scored
from sijill.link.persons.grouping import NOTHING, grouped
from sijill.link.persons.keys import hashed
from sijill.link.persons.learning.fellegi_sunter import fitted
from sijill.link.persons.learning.patterns import unpacked
from sijill.link.persons.spec import Block, Comparison, Level, LinkSpec
from sijill.link.persons.weighing import by_chance, kept, prepare, weigh
from sijill.store.engines.duck import DuckEngine


def compared(name: str, same: int, *others: Level) -> Comparison:
    """Two values of one column: not said by both, the same (the highest level), or one of the others between."""
    left, right = f"l.{name}", f"r.{name}"
    return Comparison(
        name=name,
        size=same + 1,
        levels=(
            Level(value=0, when=f"{left} is null or {right} is null", says="not said by both"),
            Level(value=same, when=f"{left} = {right}", says="the same"),
            *others,
        ),
    )


def text(name: str) -> Comparison:
    """Two texts in one column: the same, a letter or two apart, or one the beginning of the other."""
    left, right = f"l.{name}", f"r.{name}"
    near = f"levenshtein({left}, {right}) <= 3 or starts_with({left}, {right}) or starts_with({right}, {left})"
    return compared(
        name,
        4,
        Level(value=3, when=f"levenshtein({left}, {right}) <= 1", says="one letter apart"),
        Level(value=2, when=near, says="near"),
    )


def whole(name: str) -> Comparison:
    """The same value or another one."""
    return compared(name, 2)


def birth(name: str) -> Comparison:
    """Two dates as text: the same, a digit apart or two turned round, of one year, of years that look alike."""
    left, right = f"l.{name}", f"r.{name}"
    return compared(
        name,
        5,
        Level(value=4, when=f"levenshtein({left}, {right}) <= 1", says="a digit apart"),
        Level(value=3, when=f"left({left}, 4) = left({right}, 4)", says="the same year"),
        Level(value=2, when=f"right({left}, 5) = right({right}, 5)", says="the same day and month"),
    )


def code(name: str, district: str) -> Comparison:
    """Two postal codes: the same, a letter apart, of one district."""
    return compared(
        name,
        4,
        Level(value=3, when=f"levenshtein(l.{name}, r.{name}) <= 1", says="a letter apart"),
        Level(value=2, when=f"l.{district} = r.{district}", says="of one district"),
    )


def rest(name: str) -> Comparison:
    """Two whole names: how much of the longer one would have to change."""
    left, right = f"l.{name}", f"r.{name}"
    distance = f"levenshtein({left}, {right})"
    longer = f"greatest(length({left}), length({right}))"
    return compared(
        name,
        5,
        Level(value=4, when=f"{distance} * 8 <= {longer}", says="an eighth of it at most"),
        Level(value=3, when=f"{distance} * 3 <= {longer}", says="a third of it at most"),
        Level(value=2, when=f"{distance} * 2 <= {longer}", says="half of it at most"),
    )


def blocks(*on: str, cap: int = 200) -> tuple[Block, ...]:
    """One block for each "column, column"; "column:3" is its first three letters."""
    return tuple(
        Block(name=each, on=tuple("key_" + key.replace(":", "_") for key in each.split(", ")), cap=cap) for each in on
    )


def with_keys(rows: pa.Table, spec: LinkSpec) -> pa.Table:
    """The rows with the keys that the blocks ask for, each column of a role of its own."""
    for key in sorted({each for block in spec.blocks for each in block.name.split(", ")}):
        column, _, letters = key.partition(":")
        values = rows.column(column).combine_chunks()
        if letters:
            values = pc.utf8_slice_codeunits(values, 0, int(letters))
        rows = rows.append_column("key_" + key.replace(":", "_"), hashed(values, key))
    return rows


REGISTER = LinkSpec(
    name="register",
    version=2,
    blocks=blocks(
        "given, family", "family, year", "given, year", "given, month, day", "family, month, day", "year, month, day",
        "family:3, given:2",
    ),
    comparisons=(text("given"), text("family"), whole("year"), whole("month"), whole("day")),
)  # fmt: skip
HISTORICAL = LinkSpec(
    name="historical",
    version=2,
    blocks=blocks(
        "given, family", "family, born", "given, born", "born, postcode", "postcode, given", "postcode, family",
        "family, birth_place", "family:4, given:2, occupation", "born, birth_place", "whole_name, birth_place",
        "whole_name:6, born:4", "family, district", "given, district, born:4", "family:3, given:1, born:4",
        "family:3, birth_place", "postcode, born:4", "given, family:2, birth_place", "family, born:4",
        "postcode, given:1", "born, given:1", "born, family:1", "postcode, occupation", "given, occupation, district",
        "born", "postcode", "family:4, given:2", "whole_name:8", "family:3, district", "given:3, district, occupation",
        "given:3, born:4, birth_place", "family, occupation, birth_place", "family, given:1", "born:7, given:2",
        cap=100,
    ),
    comparisons=(
        text("given"), text("family"), birth("born"), text("birth_place"), code("postcode", "district"),
        whole("occupation"), rest("whole_name"),
    ),
)  # fmt: skip


def linked(rows: pa.Table, persons: np.ndarray, spec: LinkSpec) -> Scores:
    """Groups by the package's own threshold, against the persons."""
    rows = with_keys(rows, spec)
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
    district = pc.utf8_rtrim(pc.utf8_slice_codeunits(table.column("postcode").combine_chunks(), 0, 4), " ")
    table = table.append_column("district", district)
    _, persons = np.unique(said.column("cluster").to_pylist(), return_inverse=True)
    return linked(table, persons.astype(np.int64), HISTORICAL)
