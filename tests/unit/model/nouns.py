"""Every noun of model/, and any number of examples of each, drawn from its declaration."""

import importlib
import pkgutil
import types
from collections.abc import Mapping
from dataclasses import fields, is_dataclass
from enum import Enum
from typing import Union, get_args, get_origin, get_type_hints

from hypothesis import strategies as st

import sijill.model
from sijill.model.finding import CasualtyRange
from sijill.model.toll import Toll
from sijill.model.when import Period

MODULES = [importlib.import_module(f"sijill.model.{each.name}") for each in pkgutil.iter_modules(sijill.model.__path__)]
NOUNS = sorted(
    {
        each
        for module in MODULES
        for each in vars(module).values()
        if is_dataclass(each) and each.__module__ == module.__name__
    },
    key=lambda noun: noun.__name__,
)

people = st.none() | st.integers(0, 10**12)
texts = st.text(max_size=4)


def periods():
    edges = st.none() | st.dates().map(str) | st.datetimes().map(lambda each: each.isoformat(timespec="minutes"))
    hints = get_type_hints(Period)
    return st.builds(
        lambda edge, **rest: Period(**edge, **rest),
        edge=st.tuples(edges, edges).map(in_order),
        precision=of(hints["precision"]),
        text=of(hints["text"]),
    )


def in_order(edges):
    start, end = edges
    if start and end and start > end:
        start, end = end, start
    return {"start": start, "end": end}


def tolls():
    hints = {name: hint for name, hint in get_type_hints(Toll).items() if name not in ("number", "low", "high")}
    bounds = st.tuples(people, people).map(
        lambda pair: sorted(pair) if None not in pair else list(pair),
    )
    return st.builds(
        lambda bounds, **rest: Toll(low=bounds[0], high=bounds[1], **rest),
        bounds=bounds,
        number=people,
        **{name: of(hint) for name, hint in hints.items()},
    )


def ranges(depth=1):
    """A range holds ranges by status and by group; two floors are enough."""
    inner = st.dictionaries(texts, ranges(depth - 1), max_size=2) if depth else st.just({})
    hints = {
        name: of(hint) for name, hint in get_type_hints(CasualtyRange).items() if name not in ("by_status", "by_group")
    }
    return st.builds(CasualtyRange, **hints, by_status=inner, by_group=inner)


def of(kind):
    """Examples of a declared type."""
    kind = getattr(kind, "__supertype__", kind)
    origin, args = get_origin(kind), get_args(kind)
    if origin in (Union, types.UnionType):
        return st.one_of(*map(of, args))
    if origin is tuple and args[-1] is Ellipsis:
        return st.lists(of(args[0]), max_size=2).map(tuple)
    if origin is tuple:
        return st.tuples(*map(of, args))
    if origin is not None and issubclass(origin, Mapping):
        return st.dictionaries(of(args[0]), of(args[1]), max_size=2)
    if issubclass(kind, Enum):
        return st.sampled_from(kind)
    if is_dataclass(kind):
        return records(kind)
    return {
        str: texts,
        int: st.integers(-(2**62), 2**62),
        float: st.floats(allow_nan=False, allow_infinity=False),
        bool: st.booleans(),
        type(None): st.none(),
    }[kind]


def records(noun):
    """Examples of a noun that keep its invariants."""
    special = {Period: periods, Toll: tolls, CasualtyRange: ranges}
    if noun in special:
        return special[noun]()
    hints = get_type_hints(noun)
    return st.builds(noun, **{each.name: of(hints[each.name]) for each in fields(noun)})
