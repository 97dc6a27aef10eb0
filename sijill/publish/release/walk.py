"""A noun field by field: open as it is, coarse by its rule, never not at all."""

from collections.abc import Callable, Mapping
from dataclasses import MISSING, fields, is_dataclass
from functools import cache
from typing import Any, TypeVar

from sijill.errors import SijillError
from sijill.model.release import Release, marks

T = TypeVar("T")
Coarsener = Callable[[Any, Any], Any]
"""(value of the field, the noun as the house knows it) -> what leaves."""
PLAIN = frozenset({str, int, float, bool, type(None)})
"""What holds no noun."""
WHOLE = ""
"""Stands for the field of a rule that makes a whole noun coarse: a place, a date."""


class NoRule(SijillError):
    """A field that may only travel coarse, and no rule says what that is."""

    def __init__(self, *, noun: str, field: str) -> None:
        super().__init__(f"{noun}.{field} is marked coarse, but no rule of release says how it is made so")
        self.noun, self.field = noun, field


def let_through(noun: T, rules: Mapping[tuple[type[Any], str], Coarsener]) -> T:
    """The noun as it may leave, and every noun in it. Raises NoRule, Unmarked."""
    kind: type[Any] = type(noun)
    if (kind, WHOLE) in rules:
        return rules[kind, WHOLE](noun, noun)  # type: ignore[no-any-return]
    left: dict[str, Any] = {}
    for name, mark in marks(kind).items():  # type: ignore[arg-type]
        value = getattr(noun, name)
        if mark is Release.NEVER:
            left[name] = _withheld(kind, name)  # type: ignore[arg-type]
        elif mark is Release.COARSE:
            if (kind, name) not in rules:
                raise NoRule(noun=kind.__name__, field=name)
            left[name] = rules[kind, name](value, noun)
        else:
            left[name] = value if type(value) in PLAIN else _inside(value, rules)
    return kind(**left)  # type: ignore[no-any-return]


def _inside(value: Any, rules: Mapping[tuple[type[Any], str], Coarsener]) -> Any:
    if is_dataclass(value) and not isinstance(value, type):
        return let_through(value, rules)
    if isinstance(value, tuple):
        return tuple(_inside(each, rules) for each in value)
    if isinstance(value, Mapping):
        return {key: _inside(each, rules) for key, each in value.items()}
    return value


@cache
def _withheld(kind: type[Any], name: str) -> Any:
    """What stands in a field that nobody may see: its default, else an empty text."""
    declared = next(each for each in fields(kind) if each.name == name)
    if declared.default is not MISSING:
        return declared.default
    return declared.default_factory() if declared.default_factory is not MISSING else ""
