"""Words that name several places ("the towns of Kessa and Tarn in Namar province"), and the place that holds them."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from sijill.language.places.words import PROVINCE_WORDS
from sijill.model.place import Place, PlaceId

_JOINS = re.compile(r"(?:,\s*)?\s(?:and|or|as well as)\s+(?:in\s+|on\s+)?|\s(?:و|أو\s)(?=\S)", re.IGNORECASE)
_OUTER = re.compile(r",\s*| (?:in|inside|within|في) ")
_ALL = {"provinces": "province", "governorates": "governorate", "محافظتي": "محافظة", "محافظات": "محافظة"}
""" "The provinces of A and B": each of them is one."""


@dataclass(frozen=True, slots=True)
class Together:
    """names: two and more. outer: what the last is said to lie in. said: the words without that."""

    names: tuple[str, ...]
    outer: str | None
    said: str


def told_together(text: str) -> Together | None:
    """The names of a list; None where words name one place."""
    joins = list(_JOINS.finditer(text))
    if not joins:
        return None
    tail = text[joins[-1].end() :]
    outer = _OUTER.search(tail)
    last = tail[: outer.start()] if outer else tail
    firsts = [part for said in _JOINS.split(text[: joins[-1].start()]) for part in said.split(",")]
    names = [part.strip() for part in (*firsts, last) if part.strip()]
    kind = next((one for many, one in _ALL.items() if many in text.split()), None)
    if kind is not None:
        names = [name if PROVINCE_WORDS & set(name.split()) else f"{kind} of {_bare(name)}" for name in names]
    said = text[: joins[-1].end()] + last
    return Together(tuple(names), tail[outer.end() :] if outer else None, said)


def told_between(text: str) -> tuple[str, str] | None:
    """The two of "the road between Kessa and Tarn"; None where words name no place between two."""
    start, _, rest = text.partition(" between ") if " between " in text else text.partition(" بين ")
    several = told_together(rest) if start and rest else None
    if several is None or len(several.names) != 2:
        return None
    one, other = (name if several.outer is None else f"{name}, {several.outer}" for name in several.names)
    return one, other


def _bare(name: str) -> str:
    """Without the kind that all have."""
    words = [word for word in name.split() if word not in _ALL]
    return " ".join(words[words.index("of") + 1 :] if "of" in words else words)


def holding_all(places: Sequence[Place], by_id: Mapping[PlaceId, Place]) -> Place | None:
    """The smallest known place that all lie in, or are."""
    chains = [(place.id, *place.within) for place in places]
    shared = (each for each in chains[0] if all(each in chain for chain in chains)) if chains else iter(())
    return next((by_id[each] for each in shared if each in by_id), None)
