"""The places that words may mean, and what the rest of the report says of where they lie."""

from collections.abc import Mapping
from dataclasses import dataclass, replace

from sijill.language.places.reading import Breadth, Offset
from sijill.model.place import PlaceId


@dataclass(frozen=True, slots=True)
class Candidates:
    """The places that a claim's words may mean, and what the words say of its breadth. `outer`: said to lie in it, or
    `beside` it ("west of X"); `inside`: it is a part of that place (a hospital, a quarter). offset: the claim is that
    far from the place. said: the words that tell it, without the town before ("Sabha" of "the Namar suburb of Sabha").
    """

    name: str
    breadth: Breadth
    ids: tuple[PlaceId, ...]
    outer: PlaceId | None = None
    offset: Offset | None = None
    inside: bool = False
    beside: bool = False
    said: str | None = None


def as_told_before(read: Mapping[str, Candidates]) -> dict[str, Candidates]:
    """ "Sabha", of which the report says elsewhere that it lies in Namar province, where nothing is listed under it."""
    told: dict[str, set[tuple[PlaceId, bool]]] = {}
    for each in read.values():
        if each.name and not each.ids and each.outer is not None:
            told.setdefault(each.name, set()).add((each.outer, each.beside))
    return {
        text: replace(each, outer=outer, beside=beside)
        for text, each in read.items()
        if each.name and not each.ids and each.outer is None and len(told.get(each.name, ())) == 1
        for outer, beside in told[each.name]
    }
