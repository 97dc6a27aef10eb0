"""Victim rows in bulk, normalised once: the columns that blocks and levels compare. Arrow in, Arrow out."""

from collections.abc import Sequence

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from sijill.link.persons.keys import hashed, keys
from sijill.link.persons.names.slots import Slots, family_core, slots
from sijill.link.persons.names.sounds import sound
from sijill.link.persons.names.spelling import words_of
from sijill.link.persons.names.symbols import symbol

NAMES = ("given", "father", "grandfather", "family", "kunya", "mother")
YEAR = 365.25
COMMON, USUAL = 0.01, 0.001
"""Shares of all rows that bear a name, from which on it is called common, or usual; below it is rare."""


def normalised(rows: pa.Table) -> pa.Table:
    """One row for each of `model.person.VictimRow`, in the same order; names in ASCII, days as integers since 1970."""
    rows = _taken_apart(rows)
    columns: dict[str, pa.Array] = {"rec": pa.array(np.arange(rows.num_rows, dtype=np.int64))}
    columns["list"] = hashed(rows.column("list").combine_chunks(), "list")
    for name in NAMES:
        columns |= _name(name, rows.column(name))
    columns["sex"] = rows.column("sex").combine_chunks()
    columns["status"] = pc.replace_with_mask(
        rows.column("status").combine_chunks(),
        pc.equal(rows.column("status").combine_chunks(), "unknown"),
        pa.scalar(None, pa.string()),
    )
    for name in ("region", "place"):
        columns[name] = _folded(rows.column(name))
    columns |= _days(rows)
    return pa.table(columns | keys(columns))


def _taken_apart(rows: pa.Table) -> pa.Table:
    """Whole names into slots where a list gives no columns for them."""
    whole = rows.column("name").combine_chunks()
    if whole.null_count == len(whole):
        return rows
    encoded = whole.dictionary_encode()
    parts = [slots(each) if each is not None else Slots() for each in encoded.dictionary.to_pylist()]
    for name in NAMES[:-1]:
        said = pa.array([getattr(each, name) for each in parts], pa.string()).take(encoded.indices)
        at = rows.schema.get_field_index(name)
        rows = rows.set_column(at, name, pc.coalesce(rows.column(name).combine_chunks(), said))
    return rows


def _name(name: str, column: pa.ChunkedArray) -> dict[str, pa.Array]:
    """Bones, vowels, pattern, letters, symbol and whether Latin; and how often the bones are borne (0 rare .. 2
    common).
    """
    encoded = column.combine_chunks().dictionary_encode()
    core = family_core if name == "family" else _as_one
    words = [core(each) if each is not None else None for each in encoded.dictionary.to_pylist()]
    sounds = [sound(each) if each else None for each in words]
    heard: dict[str, Sequence[object]] = {
        "bones": [each.bones or None if each else None for each in sounds],
        "vowels": [each.vowels if each else None for each in sounds],
        "pattern": [each.pattern if each else None for each in sounds],
        "letters": [each.letters if each else None for each in sounds],
        "symbol": [symbol(each) if each and name != "family" else None for each in words],
        "latin": [each.latin if each else None for each in sounds],
    }
    kinds = {"latin": pa.bool_()}
    made = {
        f"{name}_{part}": pa.array(values, kinds.get(part, pa.string())).take(encoded.indices)
        for part, values in heard.items()
    }
    made[f"{name}_often"] = _often(pc.coalesce(made[f"{name}_symbol"], made[f"{name}_bones"]))
    return made


def with_often(rows: pa.Table) -> pa.Table:
    """Normalised rows with how often each name is borne counted again, among just these rows."""
    for name in NAMES:
        symbol_, bones = (rows.column(f"{name}_{part}").combine_chunks() for part in ("symbol", "bones"))
        at = rows.schema.get_field_index(f"{name}_often")
        rows = rows.set_column(at, f"{name}_often", _often(pc.coalesce(symbol_, bones)))
    return rows


def _as_one(name: str) -> str:
    return "".join(words_of(name))


def _often(names: pa.Array) -> pa.Array:
    """2 for a common name, 1 for a usual one, 0 for a rare one, by its share of the rows that have one."""
    encoded = names.dictionary_encode()
    at = encoded.indices.fill_null(-1).to_numpy(zero_copy_only=False)
    counted = np.bincount(at[at >= 0], minlength=max(len(encoded.dictionary), 1))
    share = counted / max(1, counted.sum())
    level = (share >= COMMON).astype(np.int8) + (share >= USUAL).astype(np.int8)
    return pa.array(np.where(at >= 0, level[np.maximum(at, 0)], 0).astype(np.int8))


def _folded(column: pa.ChunkedArray) -> pa.Array:
    encoded = column.combine_chunks().dictionary_encode()
    folded = [" ".join(words_of(each)) or None if each is not None else None for each in encoded.dictionary.to_pylist()]
    return pa.array(folded, pa.string()).take(encoded.indices)


def _days(rows: pa.Table) -> dict[str, pa.Array]:
    """Edges of death and birth. A birth that only an age gives follows from the death, or stays an age."""
    died_from, died_to = (_day(rows.column(name)) for name in ("died_from", "died_to"))
    born_from, born_to = (_day(rows.column(name)) for name in ("born_from", "born_to"))
    age = pc.cast(rows.column("age").combine_chunks(), pa.float64()).to_numpy(zero_copy_only=False)
    exact = (born_from == born_to) & ~np.isnan(born_from)
    born_from = np.where(np.isnan(born_from), died_from - (age + 1) * YEAR, born_from)
    born_to = np.where(np.isnan(born_to), died_to - age * YEAR, born_to)
    age = np.where(np.isnan(age), np.floor((died_from - born_to) / YEAR), age)
    edges = {"died_from": died_from, "died_to": died_to, "born_from": born_from, "born_to": born_to, "age": age}
    made = {name: pa.array(np.floor(days), from_pandas=True).cast(pa.int32()) for name, days in edges.items()}
    made["born_exactly"] = pa.array(exact)
    for name in ("died", "born"):
        made |= _slips(name, rows.column(f"{name}_from"), rows.column(f"{name}_to"))
    made["month"] = _month(rows.column("died_from"), rows.column("died_to"))
    return made


def _slips(name: str, start: pa.ChunkedArray, end: pa.ChunkedArray) -> dict[str, pa.Array]:
    """The day with day and month the other way round, where that is a day, and day and month alone: of exact dates."""
    exact = pc.if_else(pc.equal(start.combine_chunks(), end.combine_chunks()), start.combine_chunks(), None)
    year, month, day = (pc.utf8_slice_codeunits(exact, *at) for at in ((0, 4), (5, 7), (8, 10)))
    turned = pc.if_else(pc.less_equal(day, "12"), pc.binary_join_element_wise(year, day, month, "-"), None)
    turned = pc.if_else(pc.not_equal(day, month), turned, None)
    return {
        f"{name}_turned": pc.cast(pc.cast(turned, pa.date32()), pa.int32()),
        f"{name}_day": pc.binary_join_element_wise(month, day, "-"),
    }


def _day(column: pa.ChunkedArray) -> np.ndarray:
    days = pc.cast(pc.cast(column.combine_chunks(), pa.date32()), pa.int32())
    return np.asarray(pc.cast(days, pa.float64()).to_numpy(zero_copy_only=False))


def _month(start: pa.ChunkedArray, end: pa.ChunkedArray) -> pa.Array:
    """Year and month where both edges lie in one."""
    first, last = (pc.utf8_slice_codeunits(each.combine_chunks(), 0, 7) for each in (start, end))
    return pc.if_else(pc.equal(first, last), first, pa.scalar(None, pa.string()))
