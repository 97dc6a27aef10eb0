"""Known names that look like one that nothing is listed under: they are asked, never taken."""

from rapidfuzz.fuzz import ratio

from sijill.language.folding import skeleton
from sijill.model.place import PlaceId
from sijill.resolve.knowledge import Gazetteer

ALIKE = 60.0
"""Similarity of folded names (0 to 100) from which one with the same skeleton is proposed."""

PROPOSED = 5


def alike(name: str, gazetteer: Gazetteer) -> tuple[PlaceId, ...]:
    """Places whose name has the same consonants, the most similar first."""
    scored: dict[PlaceId, float] = {}
    for key, place in gazetteer.by_skeleton.get(skeleton(name), ()):
        scored[place] = max(scored.get(place, 0.0), ratio(key, name) if key.isascii() == name.isascii() else ALIKE)
    best = sorted((each for each in scored if scored[each] >= ALIKE), key=lambda each: (-scored[each], each))
    return tuple(best[:PROPOSED])
