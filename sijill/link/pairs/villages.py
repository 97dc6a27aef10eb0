"""Villages that no table has, known by the town or province beside their names: "the village of Tarn, in Namar"; and
"another district" of a town.
"""

from sijill.language.folding import keys, skeleton
from sijill.link.pairs.sketch import PROVINCE, Sketch

TOWNS = frozenset("town city village بلده مدينه قريه بلدة مدينة قرية".split())
"""Words, folded and not, of a place that is no part of a town."""
ELSEWHERE = frozenset("another other اخر اخري".split())
"""Words, folded, of a place that is not the one told before: "another quarter of the town"."""

NEXT_TO = keys("nearby neighbouring neighboring adjacent adjoining مجاورة مجاور")
"""Words, folded, of a place that lies beside the one told before: "a nearby village"."""


def is_of_a_village(sketch: Sketch) -> bool:
    """Whether what no table has is called a village or a town."""
    return sketch.unlisted is not None and not TOWNS.isdisjoint(sketch.unlisted.split())


def are_two_places(a: Sketch, b: Sketch) -> bool:
    """Whether each has a name that no table has, one of them that of a village, and no name sounds like one of the
    other. Two spellings of one village sound alike."""
    if not (is_of_a_village(a) or is_of_a_village(b)):
        return False
    return are_two_names(a, b)


def are_two_names(a: Sketch, b: Sketch) -> bool:
    """Whether each has a name that no table has, and none of one sounds like one of the other."""
    ours, theirs = _sounds(a), _sounds(b)
    return bool(ours) and bool(theirs) and ours.isdisjoint(theirs)


def are_bare_names(a: Sketch, b: Sketch) -> bool:
    """Whether what no table has is a name alone in both, of no mill or square that may lie in the other."""
    words = [word for each in (a, b) for word in (each.unlisted or "").split()]
    return not any(word.islower() for word in words)


def are_two_villages(a: Sketch, b: Sketch) -> bool:
    """Whether one report tells of two villages that no table has, of two places each in its own province, or of one
    place and "a nearby village", "another part of the city"."""
    if a.document != b.document:
        return False
    if _is_another(a) is not _is_another(b):
        return True
    if not are_two_places(a, b):
        return False
    here = a.place is not None and b.place is not None
    provinces = here and a.level == b.level == PROVINCE and a.place != b.place
    return provinces or (is_of_a_village(a) and is_of_a_village(b))


def _is_another(sketch: Sketch) -> bool:
    words = (sketch.place_words or "").split()
    return words[:1] != ["the"] and not (ELSEWHERE | NEXT_TO).isdisjoint(words[:2])


def is_elsewhere_in_town(a: Sketch, b: Sketch) -> bool:
    """ "Another quarter of the town", after a quarter of it in the same report."""
    first, then = (a, b) if a.begin <= b.begin else (b, a)
    words = (then.place_words or "").split()
    finer = first.place != then.place or first.unlisted is not None
    told_on = a.document == b.document and finer and then.place in first.ring
    return told_on and not ELSEWHERE.isdisjoint(words[:2])


def _sounds(sketch: Sketch) -> frozenset[str]:
    """Of the words written as names; Arabic has no capitals."""
    words = (sketch.unlisted or "").split()
    names = (each for each in words if each not in TOWNS and (not each.islower() or not each.isascii()))
    return frozenset(sound for each in names if (sound := skeleton(each)))
