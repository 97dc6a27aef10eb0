"""The nouns as Arrow tables, for bulk: one column a field, nested records as structs.

A mapping is stored as a list of key and value in its own order, so that a table gives back the record byte for byte.
A field of a recursive or free shape (findings) is stored as the JSON of `exchange`.
"""

import types
from collections.abc import Iterable, Mapping
from dataclasses import fields, is_dataclass
from enum import Enum
from functools import lru_cache
from typing import Any, TypeVar, Union, get_args, get_origin, get_type_hints

import pyarrow as pa

from sijill.model.exchange import from_json, from_plain, to_json, to_plain
from sijill.model.finding import CasualtyRange, PolicyFinding

T = TypeVar("T")
AS_JSON = (CasualtyRange, PolicyFinding)


@lru_cache(maxsize=64)
def schema(kind: type) -> pa.Schema:
    """The Arrow schema of a noun."""
    hints = get_type_hints(kind)
    return pa.schema([pa.field(each.name, _arrow(hints[each.name])) for each in fields(kind)])  # type: ignore[arg-type]


def to_table(kind: type[T], records: Iterable[T]) -> pa.Table:
    """Rows in the order given."""
    hints = get_type_hints(kind)
    columns: dict[str, list[Any]] = {name: [] for name in hints if name in {f.name for f in fields(kind)}}  # type: ignore[arg-type]
    for record in records:
        for name, column in columns.items():
            column.append(_pack(hints[name], getattr(record, name)))
    return pa.table(columns, schema=schema(kind))


def from_table(kind: type[T], table: pa.Table) -> list[T]:
    """The records that `to_table` stored. Columns that the noun does not have are left alone."""
    hints = get_type_hints(kind)
    names = [each.name for each in fields(kind)]  # type: ignore[arg-type]
    columns = [[_unpack(hints[name], value) for value in table.column(name).to_pylist()] for name in names]
    return [kind(**dict(zip(names, row, strict=True))) for row in zip(*columns, strict=True)]


def _arrow(kind: Any) -> pa.DataType:
    kind = _plain_kind(kind)
    origin = get_origin(kind)
    if kind in AS_JSON:
        return pa.string()
    if origin is tuple:
        return pa.list_(_arrow(get_args(kind)[0]))
    if origin is not None and issubclass(origin, Mapping):
        key, value = get_args(kind)
        return pa.list_(pa.struct([("key", _arrow(key)), ("value", _arrow(value))]))
    if is_dataclass(kind):
        hints = get_type_hints(kind)
        return pa.struct([(each.name, _arrow(hints[each.name])) for each in fields(kind)])
    return {int: pa.int64(), float: pa.float64(), bool: pa.bool_()}.get(kind, pa.string())


def _pack(kind: Any, value: Any) -> Any:
    kind = _plain_kind(kind)
    if value is None:
        return None
    if kind in AS_JSON:
        return to_json(value)
    origin = get_origin(kind)
    if origin is tuple:
        args = get_args(kind)
        return [_pack(args[0], each) for each in value]
    if origin is not None and issubclass(origin, Mapping):
        key, inner = get_args(kind)
        return [{"key": _pack(key, k), "value": _pack(inner, v)} for k, v in value.items()]
    if is_dataclass(kind):
        hints = get_type_hints(kind)
        return {each.name: _pack(hints[each.name], getattr(value, each.name)) for each in fields(kind)}
    if kind is str and not isinstance(value, str):
        return to_json(value)
    return to_plain(value)


def _unpack(kind: Any, value: Any) -> Any:
    kind = _plain_kind(kind)
    if value is None:
        return None
    if kind in AS_JSON:
        return from_json(kind, value)
    origin = get_origin(kind)
    if origin is tuple:
        return tuple(_unpack(get_args(kind)[0], each) for each in value)
    if origin is not None and issubclass(origin, Mapping):
        key, inner = get_args(kind)
        return {_unpack(key, each["key"]): _unpack(inner, each["value"]) for each in value}
    if is_dataclass(kind):
        hints = get_type_hints(kind)
        return kind(**{name: _unpack(hints[name], each) for name, each in value.items()})  # type: ignore[operator]
    return kind(value) if isinstance(kind, type) and issubclass(kind, Enum) else from_plain(kind, value)


@lru_cache(maxsize=512)
def _plain_kind(kind: Any) -> Any:
    """Without NewType, Optional and Annotated. A union of scalars is stored as text."""
    kind = getattr(kind, "__supertype__", kind)
    if get_origin(kind) in (Union, types.UnionType):
        real = [each for each in get_args(kind) if each is not type(None)]
        return _plain_kind(real[0]) if len(real) == 1 else str
    return kind
