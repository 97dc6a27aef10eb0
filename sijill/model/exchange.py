"""Records as JSON and back, byte for byte.

The declaration of a dataclass is its format: field order is key order, `None` is null, an enum is its value, a tuple is
an array, a field declared `float` is written as one (0.0, not 0) whoever filled it. Reading is strict: an unknown key,
a missing key or a value of another type is refused by name. A class whose exported shape differs from its fields
declares `to_plain` and `from_plain`.
"""

import json
import types
from collections.abc import Mapping
from dataclasses import fields, is_dataclass
from enum import Enum
from functools import lru_cache
from math import isfinite
from typing import Any, Literal, TypeVar, Union, get_args, get_origin, get_type_hints

from sijill.errors import SijillError

T = TypeVar("T")
FLOATS = (float, float | None)
WRITER = json.JSONEncoder(ensure_ascii=False, allow_nan=False, separators=(", ", ": "))


class NotThisRecord(SijillError):
    """A JSON value that does not have the declared shape."""

    def __init__(self, *, where: str, seen: object, wanted: str) -> None:
        super().__init__(f"{where}: saw {str(seen)[:80]!r}, wanted {wanted}")
        self.where, self.wanted = where, wanted


def to_json(record: object) -> str:
    """One line of JSON. No NaN, no infinity; text stays as written (not escaped to ASCII)."""
    return WRITER.encode(to_plain(record))


def from_json(kind: type[T], line: str) -> T:
    """The record that `to_json` wrote. Raises NotThisRecord, naming the key."""
    try:
        value = json.loads(line, parse_constant=_refuse_constant)
    except json.JSONDecodeError as fault:
        raise NotThisRecord(where=_name(kind), seen=line, wanted=f"one line of JSON ({fault.msg})") from fault
    record: T = from_plain(kind, value)
    return record


def to_plain(value: Any) -> Any:
    """Dicts, lists, strings and finite numbers only."""
    if value is None or type(value) in (str, int, bool):
        return value
    if isinstance(value, tuple | list):
        return [to_plain(each) for each in value]
    if isinstance(value, float):
        _must(isfinite(value), "a number", value, "a finite number")
        return value
    if isinstance(value, Enum):
        return value.value
    if hasattr(value, "to_plain"):
        return value.to_plain()
    if is_dataclass(value):
        return {name: _plain_field(value, name, kind) for name, kind in shape(type(value))}
    if isinstance(value, Mapping):
        return {str(to_plain(key)): to_plain(each) for key, each in value.items()}
    raise NotThisRecord(where=type(value).__name__, seen=value, wanted="a record, an enum, text, a number or a list")


def from_plain(kind: Any, value: Any, where: str = "") -> Any:
    """The inverse of `to_plain` for a declared type."""
    kind = getattr(kind, "__supertype__", kind)
    where = where or _name(kind)
    origin = get_origin(kind)
    if origin in (Union, types.UnionType):
        return _one_of(get_args(kind), value, where)
    if origin is tuple:
        return _tuple(get_args(kind), value, where)
    if origin is not None and issubclass(origin, Mapping):
        key_kind, value_kind = get_args(kind)
        _must(isinstance(value, dict), where, value, "an object")
        return {from_plain(key_kind, k, where): from_plain(value_kind, v, f"{where}.{k}") for k, v in value.items()}
    if isinstance(kind, type) and issubclass(kind, Enum):
        _must(value in {each.value for each in kind}, where, value, " | ".join(str(each.value) for each in kind))
        return kind(value)
    if is_dataclass(kind):
        return kind.from_plain(value) if hasattr(kind, "from_plain") else _dataclass(kind, value, where)
    return _scalar(kind, value, where)


def _plain_field(record: Any, name: str, kind: Any) -> Any:
    value = getattr(record, name)
    if value is None or kind not in FLOATS:
        return to_plain(value)
    _must(isfinite(value), f"{type(record).__name__}.{name}", value, "a finite number")
    return float(value)


def _dataclass(kind: Any, value: Any, where: str) -> Any:
    _must(isinstance(value, dict), where, value, "an object")
    declared = shape(kind)
    names = {name for name, _ in declared}
    for key in value:
        _must(key in names, f"{where}.{key}", key, "one of " + ", ".join(sorted(names)))
    for name, _ in declared:
        _must(name in value, f"{where}.{name}", "nothing", "a value or null")
    return kind(**{name: from_plain(hint, value[name], f"{where}.{name}") for name, hint in declared})


def _one_of(kinds: tuple[Any, ...], value: Any, where: str) -> Any:
    if value is None and type(None) in kinds:
        return None
    real = [kind for kind in kinds if kind is not type(None)]
    for kind in real[:-1]:
        try:
            return from_plain(kind, value, where)
        except NotThisRecord:
            continue
    return from_plain(real[-1], value, where)


def _tuple(kinds: tuple[Any, ...], value: Any, where: str) -> tuple[Any, ...]:
    _must(isinstance(value, list), where, value, "an array")
    if len(kinds) == 2 and kinds[1] is Ellipsis:
        return tuple(from_plain(kinds[0], each, f"{where}[{i}]") for i, each in enumerate(value))
    _must(len(value) == len(kinds), where, value, f"{len(kinds)} values")
    pairs = zip(kinds, value, strict=True)
    return tuple(from_plain(kind, each, f"{where}[{i}]") for i, (kind, each) in enumerate(pairs))


def _scalar(kind: Any, value: Any, where: str) -> Any:
    if kind is float:
        number = isinstance(value, int | float) and not isinstance(value, bool)
        _must(number and isfinite(value), where, value, "a number")
        return float(value)
    if kind is int:
        _must(isinstance(value, int) and not isinstance(value, bool), where, value, "a whole number")
        return value
    if get_origin(kind) is Literal:
        _must(value in get_args(kind), where, value, str(get_args(kind)))
        return value
    _must(isinstance(value, kind), where, value, kind.__name__)
    return value


def shape(kind: Any) -> tuple[tuple[str, Any], ...]:
    """The fields of a record in order, each with its declared type."""
    return _declared(kind)


@lru_cache(maxsize=256)
def _declared(kind: type) -> tuple[tuple[str, Any], ...]:
    hints = get_type_hints(kind)
    return tuple((each.name, hints[each.name]) for each in fields(kind))


def _name(kind: Any) -> str:
    return getattr(kind, "__name__", str(kind))


def _must(holds: bool, where: str, seen: object, wanted: str) -> None:
    if not holds:
        raise NotThisRecord(where=where, seen=seen, wanted=wanted)


def _refuse_constant(name: str) -> None:
    raise NotThisRecord(where="JSON", seen=name, wanted="a finite number")
