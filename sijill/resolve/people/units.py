"""Units told of after others of the same force, whose name they leave out."""

from collections.abc import Mapping

from sijill.language.folding import fold
from sijill.model.party import PartyId

UNITS = frozenset({"unit", "units"})
MORE = (["another"], ["other"], ["yet", "another"])


def other_units(chosen: Mapping[str, tuple[PartyId, ...]]) -> dict[str, tuple[PartyId, ...]]:
    """ "Another unit", of the one party whose units the document names.

    chosen   the parties of each name
    """
    known = {ids for name, ids in chosen.items() if ids and not UNITS.isdisjoint(fold(name).split())}
    more = [name for name, ids in chosen.items() if not ids and _are_more(fold(name).split())]
    return dict.fromkeys(more, next(iter(known))) if len(known) == 1 else {}


def _are_more(words: list[str]) -> bool:
    return words[-1:] != [] and words[-1] in UNITS and words[:-1] in MORE
