"""What the words themselves say of how two claims belong together: a part, an answer, a blame for what was told."""

from sijill.language.besides import opens_another
from sijill.language.places.calling import stands_in
from sijill.link.pairs.sketch import Sketch


def compare_bonds(a: Sketch, b: Sketch) -> str | None:
    """What the words themselves say of the relation: a part of it, an answer to it."""
    if b.id == a.claim.because or a.id == b.claim.because:
        return "answers_it"
    left = a.claim.toll.subset_of if a.claim.toll else None
    right = b.claim.toll.subset_of if b.claim.toll else None
    if left == b.id or right == a.id:
        return "part_of_it"
    if left is not None and left == right:
        return "parts_of_one"
    if _echoes(a, b) or _echoes(b, a):
        return "of_the_same_people"
    return "opens_another" if _opens_another(a, b) else None


def _opens_another(a: Sketch, b: Sketch) -> bool:
    """ "Elsewhere the Column killed two in Tarn": beside a place, after something else, and no number of that."""
    first, then = (a, b) if a.begin < b.begin else (b, a)
    if a.document != b.document or then.number is None or then.number == first.number or then.begin == first.begin:
        return False
    return opens_another(then.claim.quote) and stands_in(then.claim.where.text, then.claim.quote)


def _echoes(one: Sketch, other: Sketch) -> bool:
    """ "The mayor blamed the Column", of those of whom the other tells: whom it harmed, how and where is not in its own
    words, but carried over from there."""
    again, told = one.claim, other.claim
    if one.document != other.document or again.toll is not None or again.victims is None or told.victims is None:
        return False
    said = again.victims.text in again.quote or again.victims.text != told.victims.text
    return not said and (again.act, again.harm, again.where) == (told.act, told.harm, told.where)
