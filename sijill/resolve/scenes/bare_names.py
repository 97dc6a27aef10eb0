"""Whether the bare name of a town that its province bears too is that of the province."""

from collections.abc import Iterable, Mapping

from sijill.language.folding import fold
from sijill.language.places.calling import said_again
from sijill.language.places.reading import read_place_words
from sijill.language.places.words import OF_CITIES
from sijill.model.claim import Claim, ClaimId
from sijill.model.place import PlaceId
from sijill.resolve.knowledge import Gazetteer

HEADLINE = 120
"""Code points of a text in which a headline begins."""

Ids = tuple[PlaceId, ...]


def of_provinces(
    claims: Iterable[Claim], ids: Mapping[str, Ids], chosen: Mapping[str, Ids], gazetteer: Gazetteer
) -> dict[ClaimId, Ids]:
    """ "12 killed in Brell" in a headline, over a report of the province of Brell or a village in it: the province
    holds both. So does "in Brell" where the report said "Brell province" last, not "the city of Brell" or its quarter.

    ids     what each text may mean
    chosen  what it was taken for
    """
    provinces = _of_one_name(ids, chosen, gazetteer)
    headed = {text: found for text in provinces if (found := _headed(text, provinces, chosen, gazetteer))}
    wide: dict[ClaimId, Ids] = {}
    last: dict[PlaceId, bool] = {}
    for claim in sorted((each for each in claims if each.where.text), key=lambda each: each.span):
        text = claim.where.text or ""
        if claim.span[0] < HEADLINE and text in headed:
            wide[claim.id] = headed[text]
        elif text in provinces and last.get(provinces[text]) and _is_bare(text):
            wide[claim.id] = (provinces[text],)
        for province in set(provinces.values()):
            said = _says_which(text, province, ids, chosen, gazetteer)
            last[province] = last.get(province, False) if said is None else said
    return wide


def told_again(text: str, last: PlaceId, ids: Ids, gazetteer: Gazetteer) -> PlaceId | None:
    """ "Another quarter of the town" after "in Brell", which was taken for the province: the town. "The west of the
    province" after "in the town of Brell": the province. None where the words do not go back to what was told.

    last  the place told last       ids  what its words may mean
    """
    kind = next((each for each in ("settlement", "province") if said_again(text, each)), None)
    place = gazetteer.by_id[last]
    if kind is None or place.kind == kind:
        return last if kind is not None else None
    towns = (each for each in ids if last in gazetteer.by_id[each].within)
    around = towns if kind == "settlement" else (each for each in place.within if each in gazetteer.by_id)
    found = [each for each in around if gazetteer.by_id[each].kind == kind]
    return found[0] if len(found) == 1 else None


def _of_one_name(ids: Mapping[str, Ids], chosen: Mapping[str, Ids], gazetteer: Gazetteer) -> dict[str, PlaceId]:
    """Texts taken for a town to the province that bears the name too and holds it."""
    found = {}
    for text, candidates in ids.items():
        named = [each for each in candidates if gazetteer.by_id[each].kind == "province"]
        town = chosen[text][0] if len(chosen[text]) == 1 and chosen[text][0] in candidates else None
        within = gazetteer.by_id[town].within if town is not None else ()
        holding = [each for each in named if each in within]
        if len(holding) == 1:
            found[text] = holding[0]
    return found


def _headed(text: str, provinces: Mapping[str, PlaceId], chosen: Mapping[str, Ids], gazetteer: Gazetteer) -> Ids:
    """The province, where the report tells of it or of another place in it."""
    province, town = provinces[text], chosen[text]
    told = [gazetteer.by_id[ids[0]] for ids in chosen.values() if len(ids) == 1 and ids != town]
    return (province,) if any(province in (place.id, *place.within) for place in told) else ()


def _says_which(
    text: str, province: PlaceId, ids: Mapping[str, Ids], chosen: Mapping[str, Ids], gazetteer: Gazetteer
) -> bool | None:
    """True of "Brell province", False of "the city of Brell" or a quarter of it, None of what tells neither."""
    if len(chosen.get(text, ())) != 1:
        return None
    place = gazetteer.by_id[chosen[text][0]]
    if place.id == province:
        return True
    towns = {each for each in ids.get(text, ()) if province in gazetteer.by_id[each].within}
    city = place.id in towns and place.kind == "settlement" and not read_place_words(text).kinds.isdisjoint(OF_CITIES)
    return False if city or _is_in_the_town(place.within, province, gazetteer) else None


def _is_in_the_town(within: Iterable[PlaceId], province: PlaceId, gazetteer: Gazetteer) -> bool:
    name = fold(gazetteer.by_id[province].name)
    holding = (gazetteer.by_id[each] for each in within if each in gazetteer.by_id)
    return any(place.kind == "settlement" and fold(place.name) in name for place in holding)


def _is_bare(text: str) -> bool:
    return [fold(text)] == [fold(each) for each in read_place_words(text).names[-1:]]


def town_of(place: PlaceId, gazetteer: Gazetteer) -> PlaceId | None:
    """The town that a quarter is in."""
    around = (gazetteer.by_id[each] for each in gazetteer.by_id[place].within if each in gazetteer.by_id)
    return next((each.id for each in around if each.kind == "settlement"), None)


def land_of(names: Iterable[str], gazetteer: Gazetteer) -> PlaceId | None:
    """ "A Ruritanian village" lies in Ruritania: the country whose name, with n or i after it, is the first word. A
    hospital or quarter may be called after any country."""
    for name in names:
        first = fold(name.partition(" ")[0])
        ids = gazetteer.by_name.get(first[:-1], ()) if first[-1:] in ("n", "i") and first[:-1] else ()
        found = [each for each in ids if gazetteer.by_id[each].kind == "country"]
        if len(found) == 1:
            return found[0]
    return None
