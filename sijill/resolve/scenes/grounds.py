"""The place of a headline or lead that says only what sort of place it was, or which country, and leaves the name to a
sentence soon after.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace

from sijill.language.folding import fold
from sijill.language.places.calling import around, described
from sijill.language.places.reading import is_inside, read_place_words
from sijill.model.claim import Claim, ClaimId, Part, Reading
from sijill.model.place import Place, PlaceId, PlacePrecision, Where, coarseness, km_between
from sijill.resolve.knowledge import Gazetteer
from sijill.resolve.places import SAME_KM, lies_in, words_at

TOLD_AGAIN = "told again"
"""The rule of extract by which a place stands for one that was carried over from a sentence before."""
THE_CAPITAL = "the capital"
"""The rule of extract by which "the capital" is the one named last."""
CAPITAL = (fold("capital"), fold("العاصمة"))


def on_their_ground(
    claims: Iterable[Claim],
    wheres: Mapping[ClaimId, Where],
    readings: Mapping[ClaimId, Reading],
    gazetteer: Gazetteer,
    settled: Mapping[str, PlaceId],
) -> dict[ClaimId, Where]:
    """For claims of no known place, or of a wider one: the one that the reading names as their ground, if that lies in
    theirs and no other that does is named; for one carried over, that at which they are told again. What was said of
    it ("a hospital") stays as it was said.
    """
    placed = {}
    for claim in claims:
        found = where = wheres.get(claim.id, claim.where)
        for part in _grounds(claim, readings):
            inner = words_at(part.value or "", gazetteer, settled)
            if part.rule == TOLD_AGAIN and inner.place is not None:
                found = inner
                break
            if part.rule == THE_CAPITAL and inner.place not in (None, found.place) and found.place is not None:
                found = Where(text=found.text)  # not in the town told before
            if _may_be(found, inner, gazetteer):
                found = _within(found, inner)
            elif _may_be(where, inner, gazetteer) and not _may_be(inner, found, gazetteer) and _differ(inner, found):
                found = where
                break
        if found is not where:
            placed[claim.id] = found
    return placed


def _grounds(claim: Claim, readings: Mapping[ClaimId, Reading]) -> Iterator[Part]:
    for part in readings[claim.id].parts if claim.id in readings else ():
        if part.field == "ground" and part.value is not None:
            yield part


def _differ(one: Where, other: Where) -> bool:
    return (one.place, one.text) != (other.place, other.text)


def _within(where: Where, inner: Where) -> Where:
    """The inner place; an unlisted one lies in the wider one."""
    if inner.place is not None:
        told = where.place is None and where.text and not read_place_words(where.text).names  # not "near Sarkland"
        return replace(inner, text=where.text) if told and not _says_less(where.text or "", inner.text or "") else inner
    return replace(where, text=inner.text)


def _says_less(told: str, inner: str) -> bool:
    """ "An eastern province", of what was "on the outskirts of Corvo": no building or quarter."""
    return bool(around(inner, "settlement")[0]) and not described(told) and not is_inside(read_place_words(told))


def _may_be(where: Where, inner: Where, gazetteer: Gazetteer) -> bool:
    """Is the inner place a finer one in the other?"""
    if where.lat is not None and where.place is None:
        return False
    if where.place is None:
        names = read_place_words(where.text).names if where.text is not None else ()
        return not names or any(_names_no_town(name, gazetteer) for name in names)
    outer = gazetteer.by_id[where.place]
    if inner.place is None:
        part = is_inside(read_place_words(inner.text or ""))
        return outer.kind == "province" or (outer.kind == "settlement" and part)
    ground = gazetteer.by_id[inner.place]
    if outer.id in ground.within:
        return True
    finer = coarseness(inner.precision) < coarseness(where.precision) and ground.id != outer.id
    if not (finer or _may_be_the_province(where, outer, ground, gazetteer)) or outer.kind != "settlement":
        return False
    around = where.precision is PlacePrecision.DISTRICT and km_between((outer.lat, outer.lon), (ground.lat, ground.lon))
    return lies_in(ground, outer) or bool(around and around <= SAME_KM)


def _may_be_the_province(where: Where, outer: Place, ground: Place, gazetteer: Gazetteer) -> bool:
    """ "12 killed in Brell" may tell of the province: the name alone does not say."""
    bare = fold(where.text or "") == fold(outer.name) and ground.id != outer.id and ground.kind == "settlement"
    named_so = {
        each for each in gazetteer.by_name.get(fold(outer.name), ()) if gazetteer.by_id[each].kind == "province"
    }
    return bare and not named_so.isdisjoint(ground.within)


def _names_no_town(name: str, gazetteer: Gazetteer) -> bool:
    """ "Near Sarkland" is not in Sarkland, and "the Sarkish capital" names none: their place is not known."""
    return fold(name).endswith(CAPITAL) or any(
        gazetteer.by_id[each].kind == "country" for each in gazetteer.by_name.get(fold(name), ())
    )
