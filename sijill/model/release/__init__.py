"""How far a field may travel. Every field of every noun of the model is marked: a test fails on the one that is not."""

from dataclasses import fields
from enum import StrEnum
from functools import cache
from typing import Any, get_args, get_type_hints

from sijill.errors import SijillError


class Release(StrEnum):
    """open: as it is. coarse: only as its class (a village as its district). never: not outside the house."""

    OPEN = "open"
    COARSE = "coarse"
    NEVER = "never"


class Profile(StrEnum):
    """For whom a bundle is made."""

    INTERNAL = "internal"
    PARTNER = "partner"
    PUBLIC = "public"


class Unmarked(SijillError):
    """A field that does not say how far it may travel."""

    def __init__(self, *, noun: str, field: str) -> None:
        super().__init__(f"{noun}.{field} says nothing of how far it may travel: mark it open, coarse or never")
        self.noun, self.field = noun, field


@cache
def marks(noun: type[Any]) -> dict[str, Release]:
    """Of each field of a noun, how far it may travel, in the order of its declaration. Raises Unmarked."""
    hints = get_type_hints(noun, include_extras=True)
    marked = {}
    for each in fields(noun):
        mark = next((mark for mark in get_args(hints[each.name]) if isinstance(mark, Release)), None)
        if mark is None:
            raise Unmarked(noun=noun.__name__, field=each.name)
        marked[each.name] = mark
    return marked
