"""The nouns as Arrow tables, for bulk: one column a field, nested records as structs.

A mapping is stored as a list of key and value in its own order, so that a table gives back the record byte for byte.
A field of a recursive or free shape (a finding; a value that is text or a number) is stored as the JSON of `exchange`.
"""

import types
from collections.abc import Callable, Iterable, Mapping
from dataclasses import is_dataclass
from enum import Enum
from functools import lru_cache
from typing import Any, TypeVar, Union, get_args, get_origin

import pyarrow as pa

from sijill.model.decision import Value
from sijill.model.exchange import from_json, shape, to_json
from sijill.model.finding import CasualtyRange, PolicyFinding

T = TypeVar("T")
Cell = Callable[[Any], Any]
AS_JSON = (CasualtyRange, PolicyFinding, Value)
COLUMN = {int: pa.int64(), float: pa.float64(), bool: pa.bool_()}


def schema(kind: Any) -> pa.Schema:
    """The Arrow schema of a noun."""
    return _schema(kind)


@lru_cache(maxsize=64)
def _schema(kind: Any) -> pa.Schema:
    return pa.schema([pa.field(name, _arrow(hint)) for name, hint in shape(kind)])


def to_table(kind: type[T], records: Iterable[T]) -> pa.Table:
    """Rows in the order given."""
    rows = list(records)
    columns = {name: list(map(_packer(hint), (getattr(row, name) for row in rows))) for name, hint in shape(kind)}
    return pa.table(columns, schema=schema(kind))


def from_table(kind: type[T], table: pa.Table) -> list[T]:
    """The records that `to_table` stored. Columns that the noun does not have are left alone."""
    names = [name for name, _ in shape(kind)]
    columns = [list(map(_unpacker(hint), table.column(name).to_pylist())) for name, hint in shape(kind)]
    return [kind(**dict(zip(names, row, strict=True))) for row in zip(*columns, strict=True)]


def _arrow(kind: Any) -> pa.DataType:
    kind = _plain_kind(kind)
    if kind in AS_JSON:
        return pa.string()
    if get_origin(kind) is tuple:
        return pa.list_(_arrow(get_args(kind)[0]))
    if _is_mapping(kind):
        key, value = get_args(kind)
        return pa.list_(pa.struct([("key", _arrow(key)), ("value", _arrow(value))]))
    if _is_record(kind):
        return pa.struct([(name, _arrow(hint)) for name, hint in shape(kind)])
    return COLUMN.get(kind, pa.string())


@lru_cache(maxsize=512)
def _packer(kind: Any) -> Cell:
    """The function that makes a cell of a value of this declared type; made once for each type, called once a cell."""
    kind = _plain_kind(kind)
    if kind in AS_JSON:
        return _or_null(to_json)
    if get_origin(kind) is tuple:
        each = _packer(get_args(kind)[0])
        return _or_null(lambda value: [each(inner) for inner in value])
    if _is_mapping(kind):
        key, inner = (_packer(part) for part in get_args(kind))
        return _or_null(lambda value: [{"key": key(k), "value": inner(v)} for k, v in value.items()])
    if _is_record(kind):
        parts = tuple((name, _packer(hint)) for name, hint in shape(kind))
        return _or_null(lambda value: {name: pack(getattr(value, name)) for name, pack in parts})
    return _or_null(lambda value: value.value) if _is_enum(kind) else _as_it_is


@lru_cache(maxsize=512)
def _unpacker(kind: Any) -> Cell:
    """The inverse of `_packer`."""
    kind = _plain_kind(kind)
    if kind in AS_JSON:
        return _or_null(lambda value: from_json(kind, value))
    if get_origin(kind) is tuple:
        each = _unpacker(get_args(kind)[0])
        return _or_null(lambda value: tuple(each(inner) for inner in value))
    if _is_mapping(kind):
        key, inner = (_unpacker(part) for part in get_args(kind))
        return _or_null(lambda value: {key(pair["key"]): inner(pair["value"]) for pair in value})
    if _is_record(kind):
        parts = tuple((name, _unpacker(hint)) for name, hint in shape(kind))
        return _or_null(lambda value: kind(**{name: unpack(value[name]) for name, unpack in parts}))
    return _or_null(kind) if _is_enum(kind) else _as_it_is


def _or_null(cell: Cell) -> Cell:
    return lambda value: None if value is None else cell(value)


def _as_it_is(value: Any) -> Any:
    return value


def _is_record(kind: Any) -> bool:
    return is_dataclass(kind)


def _is_enum(kind: Any) -> bool:
    return isinstance(kind, type) and issubclass(kind, Enum)


def _is_mapping(kind: Any) -> bool:
    origin = get_origin(kind)
    return isinstance(origin, type) and issubclass(origin, Mapping)


def _plain_kind(kind: Any) -> Any:
    """Without NewType and Optional. An id or a name as said (`PartyId | str`) is text."""
    kind = getattr(kind, "__supertype__", kind)
    if get_origin(kind) in (Union, types.UnionType) and kind != Value:
        real = {_plain_kind(each) for each in get_args(kind) if each is not type(None)}
        return real.pop() if len(real) == 1 else Value
    return kind
