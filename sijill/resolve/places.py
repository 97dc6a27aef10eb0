"""Names of places to places, no finer than they were said. What is not exactly one place is a doubt.

An exact folded name decides; of several places with one name the words ("governorate"), the place it is said to lie in,
the country of the case, which of them bears the name first, the other places of the document and a great difference in
size decide, in this order. A name that nothing is listed under is never replaced by one that looks like it: those are
the candidates of its doubt.
"""

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace

from sijill.language.folding import fold
from sijill.language.places.reading import (
    Breadth,
    PlaceWords,
    is_called_a_quarter,
    is_inside,
    read_place_words,
)
from sijill.language.places.together import holding_all, told_between, told_together
from sijill.language.places.words import QUARTERS
from sijill.model.claim import Claim, ClaimId
from sijill.model.decision import Doubt, Reason, Step, doubt
from sijill.model.document import DocumentId
from sijill.model.place import Place, PlaceId, PlacePrecision, Where
from sijill.resolve.alike import alike
from sijill.resolve.knowledge import Gazetteer
from sijill.resolve.scenes.bare_names import land_of, of_provinces, told_again, town_of
from sijill.resolve.scenes.candidates import Candidates, as_told_before
from sijill.resolve.scenes.distances import apart_km, moved, off_km

PRECISION = {
    "exact": PlacePrecision.EXACT,
    "site": PlacePrecision.SITE,
    "settlement": PlacePrecision.SETTLEMENT,
    "district": PlacePrecision.DISTRICT,
    "area": PlacePrecision.DISTRICT,
    "province": PlacePrecision.PROVINCE,
    "country": PlacePrecision.COUNTRY,
}
FINE = frozenset({PlacePrecision.EXACT, PlacePrecision.SITE, PlacePrecision.SETTLEMENT})
KIND_ORDER = ("settlement", "site", "area", "district", "exact", "province", "country")
LARGER = 10
"""A place is meant without further words only if it has this many times the people of every other of its name."""

AROUND = frozenset({"settlement", "province"})
"""Kinds of place that a quarter or building told after them lies in."""

SAME_KM = 25.0
THE_CITY = re.compile(
    r"\b(?:the|this|that|our) (?:\w+ )?(?:city|town|village|market|hospital|clinic|school|mosque|camp|square)\b",
    re.IGNORECASE,
)


def resolve_places(
    claims: Iterable[Claim], gazetteer: Gazetteer, settled: Mapping[str, PlaceId], heading: str = ""
) -> tuple[dict[ClaimId, Where], list[Doubt]]:
    """Where each claim of one document is; one doubt for each name of the document that has not exactly one place.

    settled  folded name -> place id, as decided by analysts; it wins over the gazetteer
    heading  title and source of the document: "the market", in the words of a hospital of the town
    """
    listed = list(claims)
    read = {text: _candidates(text, gazetteer, settled) for text in {c.where.text for c in listed if c.where.text}}
    sure = _sure_provinces(read.values(), gazetteer)
    chosen = {text: _choose(candidates, gazetteer, sure) for text, candidates in read.items()}
    read |= _quarters_of_another_town(read, chosen, gazetteer)
    read |= as_told_before(read)
    chosen |= {text: () for text, candidates in read.items() if not candidates.ids}
    chosen |= _the_city(read, chosen, gazetteer, heading)
    provinces = of_provinces(listed, {text: each.ids for text, each in read.items()}, chosen, gazetteer)
    found: dict[ClaimId, Where] = {}
    open_names: dict[tuple[str, tuple[PlaceId, ...]], list[ClaimId]] = {}
    texts: dict[str, str] = {}
    for claim in listed:
        if not claim.where.text:
            continue
        candidates, ids = read[claim.where.text], provinces.get(claim.id, chosen[claim.where.text])
        if claim.where.lat is not None:
            found[claim.id] = _located(claim.where, ids, gazetteer)
            continue
        found[claim.id] = _where(claim.where.text, candidates, ids, gazetteer)
        if candidates.name and len(ids) != 1:
            open_names.setdefault((candidates.name, ids), []).append(claim.id)
            texts.setdefault(candidates.name, claim.where.text)
    found |= _in_the_town_told(listed, found, read, gazetteer)
    document = listed[0].document if listed else DocumentId("")
    doubts = [
        _ask((document, *about), texts[name], ids or alike(name, gazetteer), known=bool(ids))
        for (name, ids), about in open_names.items()
    ]
    return found, doubts


def _quarters_of_another_town(
    read: Mapping[str, Candidates], chosen: Mapping[str, tuple[PlaceId, ...]], gazetteer: Gazetteer
) -> dict[str, Candidates]:
    """ "The Harbour district" in a report of Kessa alone, where only a place of another province is listed under the
    name: quarters of one name are many, and this one is not listed. So is the bare name of it in the same report."""
    told = {text: gazetteer.by_id[ids[0]] for text, ids in chosen.items() if len(ids) == 1}
    names = {
        candidates.name
        for text, candidates in read.items()
        if candidates.name
        and candidates.outer is None
        and text in told
        and is_called_a_quarter(text)
        and _is_elsewhere(candidates.name, told, read)
    }
    return {
        text: replace(candidates, ids=(), offset=None, inside=True)
        for text, candidates in read.items()
        if candidates.name in names and candidates.outer is None
    }


def _is_elsewhere(name: str, told: Mapping[str, Place], read: Mapping[str, Candidates]) -> bool:
    """Does the place of this name share no province with the others of the report?"""
    own = [place for text, place in told.items() if read[text].name == name]
    others = [place for text, place in told.items() if read[text].name != name and place.kind != "country"]
    around = {each for place in others for each in {place.id} | _provinces(place)} | {c.outer for c in read.values()}
    return bool(others) and not any({place.id, *_provinces(place)} & around for place in own)


def _in_the_town_told(
    listed: list[Claim], found: Mapping[ClaimId, Where], read: Mapping[str, Candidates], gazetteer: Gazetteer
) -> dict[ClaimId, Where]:
    """A quarter or building that nothing is listed under, "the Harbour district" after "in Kessa": the town, else the
    province, told last before it, no finer than that; so a part of "the city". Its name stays a doubt.
    """
    inner: dict[ClaimId, Where] = {}
    told: Where = Where()
    ids: tuple[PlaceId, ...] = ()
    held: PlaceId | None = None  # the town of a known quarter told since
    for claim in sorted(listed, key=lambda each: each.span):
        where = found.get(claim.id)
        if where is None or (where.lat is not None and where.place is None):
            continue
        if where.place is not None and gazetteer.by_id[where.place].kind in AROUND:
            told, ids, held = where, read[claim.where.text or ""].ids, None
        elif where.place is not None:
            held = town_of(where.place, gazetteer) or held
        elif told.place is not None and where.place is None:
            text = where.text or ""
            again = told_again(text, told.place, ids, gazetteer)
            if again is not None or read[text].inside:
                town = held if read[text].name else None
                at = gazetteer.by_id[again or town or told.place]
                widen = again is not None or (town is None and told.precision not in FINE)
                inner[claim.id] = place_at(text, at, widen=widen)
    return inner


def _the_city(
    read: Mapping[str, Candidates], chosen: Mapping[str, tuple[PlaceId, ...]], gazetteer: Gazetteer, heading: str
) -> dict[str, tuple[PlaceId, ...]]:
    """ "The city", "the market": the settlement, if the document names one and leaves none in doubt. A document that
    names no place at all may be headed by the name of one."""
    named = {ids[0] for text, ids in chosen.items() if len(ids) == 1 and read[text].breadth is not Breadth.AROUND}
    in_doubt = any(c.name and len(chosen[text]) != 1 and not (c.inside and c.outer) for text, c in read.items())
    if not named and not in_doubt:
        named = _headed_by(heading, gazetteer)
    settlements = tuple(each for each in named if gazetteer.by_id[each].kind == "settlement")
    if len(settlements) != 1 or in_doubt:
        return {}
    return {text: settlements for text, candidates in read.items() if not candidates.name and THE_CITY.search(text)}


def _headed_by(heading: str, gazetteer: Gazetteer) -> set[PlaceId]:
    """Settlements of the countries of the case whose name, of one word, stands in a heading."""
    found = set()
    for word in re.findall(r"[^\W\d_]{4,}", heading):
        ids = gazetteer.by_name.get(fold(word), ()) if word[0].isupper() or not word.isascii() else ()
        own = [each for each in ids if not gazetteer.home or gazetteer.home & {each, *gazetteer.by_id[each].within}]
        if len(own) == 1 and gazetteer.by_id[own[0]].kind == "settlement":
            found.add(own[0])
    return found


def words_at(text: str, gazetteer: Gazetteer, settled: Mapping[str, PlaceId]) -> Where:
    """Where these words are, read without a document around them."""
    candidates = _candidates(text, gazetteer, settled)
    return _where(text, candidates, _choose(candidates, gazetteer, frozenset()), gazetteer)


def _candidates(text: str, gazetteer: Gazetteer, settled: Mapping[str, PlaceId]) -> Candidates:
    whole = fold(text)
    for key in (whole, whole.removeprefix("the ")):
        ids = _listed(key, gazetteer, settled)
        if ids:
            return Candidates(key, Breadth.AS_NAMED, ids)
    between = _between(text, gazetteer, settled)
    if between is not None:
        return between
    several = _holding(text, gazetteer, settled)
    if several is not None:
        return Candidates("", Breadth.AS_NAMED, (several.id,))
    words = read_place_words(text)
    outer, beside = _outer(words, gazetteer, settled)
    for name in words.names:
        ids = _listed(fold(name), gazetteer, settled)
        if ids and not _elsewhere(ids, outer, words.kinds, gazetteer):
            town = _its_town(ids, outer, words.kinds, gazetteer)
            if words.within is not None and town is not None:
                quarter = words.within.strip()
                found = _candidates(quarter, gazetteer, settled)
                return replace(found, breadth=Breadth.AS_NAMED, outer=found.outer or town, said=quarter)
            return Candidates(fold(name), words.breadth, ids, outer, words.offset)
    name = fold(words.names[-1]) if words.names else ""
    inside = is_inside(words)
    land = None if inside or outer is not None else land_of(words.names, gazetteer)
    if land is not None:
        return Candidates("", Breadth.AS_NAMED, (land,))
    return Candidates(name, words.breadth, (), outer, inside=inside, beside=beside)


def _between(text: str, gazetteer: Gazetteer, settled: Mapping[str, PlaceId]) -> Candidates | None:
    """ "The road between Kessa and Tarn" is around the first that is known; around none of two far from each other,
    which is in what holds both."""
    read = [_candidates(each, gazetteer, settled) for each in told_between(text) or ()]
    known = [ids[0] for each in read if len(ids := _choose(each, gazetteer, frozenset())) == 1]
    places = [place for each in known if (place := gazetteer.by_id[each]).kind != "country"]
    if not places:
        return None
    if len(places) == 2 and apart_km(*places) > 2 * SAME_KM:
        holding = holding_all(places, gazetteer.by_id)
        return Candidates("", Breadth.AS_NAMED, (holding.id,)) if holding is not None else None
    return Candidates(fold(places[0].name), Breadth.AROUND, (places[0].id,))


def _holding(text: str, gazetteer: Gazetteer, settled: Mapping[str, PlaceId]) -> Place | None:
    """ "The towns of Kessa and Tarn": the place that holds those of them that are known; of others beside them what
    they are said to lie in, else the town of a known quarter, else the province. None where no name is known.
    """
    told = told_together(text)
    if told is None:
        return None
    words = [name if told.outer is None else f"{name}, {told.outer}" for name in told.names]
    read = [_candidates(each, gazetteer, settled) for each in words]
    known = [ids[0] if len(ids := _choose(each, gazetteer, frozenset())) == 1 else None for each in read]
    places = [gazetteer.by_id[each] for each in known if each is not None]
    shared = holding_all(places, gazetteer.by_id)
    parts = any(each.breadth is Breadth.PART for each in read if each.ids)  # "the Harbour and other parts of Kessa"
    if shared is None or parts or len(places) == len(known):
        return shared
    outer = next((each.outer for each in read if each.outer is not None), None)
    wider = [gazetteer.by_id[each] for each in (shared.id, *shared.within)]
    kind = "settlement" if shared.kind == "site" else "province"
    return gazetteer.by_id[outer] if outer is not None else next((each for each in wider if each.kind == kind), shared)


def _elsewhere(ids: tuple[PlaceId, ...], outer: PlaceId | None, kinds: frozenset[str], gazetteer: Gazetteer) -> bool:
    """Is the name borne only by places far from what its words say that it lies in, or by countries where it is that of
    a quarter or street? Then it is another, unlisted."""
    places = [gazetteer.by_id[each] for each in ids]
    if not QUARTERS.isdisjoint(kinds) and all(place.kind == "country" for place in places):
        return True
    if outer is None or gazetteer.by_id[outer].kind == "country":
        return False
    around = gazetteer.by_id[outer]
    return not any(lies_in(place, around) or apart_km(place, around) <= SAME_KM for place in places)


def _its_town(
    ids: tuple[PlaceId, ...], outer: PlaceId | None, kinds: frozenset[str], gazetteer: Gazetteer
) -> PlaceId | None:
    """ "The Namar suburb of Sabha": the town, if that is named first and its quarter second."""
    if outer is None or QUARTERS.isdisjoint(kinds):
        return None
    quarter, towns = gazetteer.by_id[outer], [gazetteer.by_id[each] for each in ids if each != outer]
    larger = (
        town.id
        for town in towns
        if town.kind == "settlement"
        and (town.id in quarter.within or (town.population or 0) >= LARGER * (quarter.population or 1))
    )
    return next(larger, None) if quarter.kind in ("settlement", "site") else None


def _listed(key: str, gazetteer: Gazetteer, settled: Mapping[str, PlaceId]) -> tuple[PlaceId, ...]:
    """Settled first. A name that is listed only without its last s has lost an apostrophe ("Ruritanias capital")."""
    if key in settled:
        return (settled[key],)
    return gazetteer.by_name.get(key) or (gazetteer.by_name.get(key[:-1], ()) if key.endswith("s") else ())


def _outer(words: PlaceWords, gazetteer: Gazetteer, settled: Mapping[str, PlaceId]) -> tuple[PlaceId | None, bool]:
    """The one place that another is said to lie in, and whether only beside it ("west of X"); None if it is not named
    or not clear. Of a quarter that nothing lists, what that lies in: "a street in the Sabha quarter, Namar".
    """
    if words.within is None or fold(words.within) == "":
        return None, False
    candidates = _candidates(words.within, gazetteer, settled)
    ids = _choose(candidates, gazetteer, frozenset())
    if not ids and candidates.outer is not None:
        return candidates.outer, candidates.beside or not candidates.inside
    if len(ids) != 1:
        return None, False
    quarter = gazetteer.by_id[ids[0]].kind == "site" and is_called_a_quarter(words.within)
    return ids[0], candidates.breadth is not Breadth.AS_NAMED and not quarter


def _choose(candidates: Candidates, gazetteer: Gazetteer, provinces: frozenset[PlaceId]) -> tuple[PlaceId, ...]:
    """The candidates that are left after every rule, best first. One is an answer; more is a doubt."""
    left = candidates.ids
    if candidates.outer is not None:
        outer = gazetteer.by_id[candidates.outer]
        left = _kept(left, lambda place: lies_in(place, outer), gazetteer)
    rural = candidates.breadth is Breadth.PROVINCE
    left = _kept(left, lambda place: (place.kind == "province") == rural, gazetteer)
    home = gazetteer.home
    left = _kept(left, lambda place: place.id in home or not home.isdisjoint(place.within), gazetteer)
    left = _kept(left, lambda place: fold(place.name) == candidates.name, gazetteer)
    if len(left) > 1:
        left = _kept(left, lambda place: not provinces.isdisjoint(place.within), gazetteer)
    left = tuple(sorted(left, key=lambda each: _rank(gazetteer.by_id[each])))
    return left[:1] if len(left) > 1 and _much_larger(left, gazetteer) else left


def _kept(ids: tuple[PlaceId, ...], keeps: Callable[[Place], bool], gazetteer: Gazetteer) -> tuple[PlaceId, ...]:
    """Those for which a rule holds; all of them if it holds for none."""
    return tuple(each for each in ids if keeps(gazetteer.by_id[each])) or ids


def lies_in(place: Place, outer: Place) -> bool:
    """Within it, or within the province that bears the name of the town that was said ("X, Aleppo")."""
    if outer.id in place.within or outer.id == place.id:
        return True
    return outer.kind in ("settlement", "area") and bool(_provinces(outer) & _provinces(place))


def _provinces(place: Place) -> set[PlaceId]:
    """What it lies in, the widest (its country) left out."""
    return set(place.within[:-1])


def _sure_provinces(read: Iterable[Candidates], gazetteer: Gazetteer) -> frozenset[PlaceId]:
    """Provinces of the places of the document whose name has one place only."""
    sure = [_choose(each, gazetteer, frozenset()) for each in read]
    places = [gazetteer.by_id[ids[0]] for ids in sure if len(ids) == 1]
    return frozenset(
        each for place in places for each in ((place.id,) if place.kind == "province" else tuple(_provinces(place)))
    )


def _much_larger(ids: tuple[PlaceId, ...], gazetteer: Gazetteer) -> bool:
    people = [gazetteer.by_id[each].population or 0 for each in ids]
    return people[0] > 0 and all(people[0] >= LARGER * other for other in people[1:]) and all(people)


def _rank(place: Place) -> tuple[int, int, str]:
    kind = KIND_ORDER.index(place.kind) if place.kind in KIND_ORDER else len(KIND_ORDER)
    return (-(place.population or 0), kind, place.id)


def _where(text: str, candidates: Candidates, ids: tuple[PlaceId, ...], gazetteer: Gazetteer) -> Where:
    text = candidates.said or text
    if len(ids) == 1:
        place = gazetteer.by_id[ids[0]]
        if place.kind == "country" and candidates.breadth is Breadth.AROUND:
            return Where(text=text)  # "near Ostara" is not in Ostara
        found = place_at(text, place, widen=_wider(place, candidates.breadth))
        return moved(found, candidates.offset) if candidates.offset else found
    if candidates.outer is not None:
        outer = gazetteer.by_id[candidates.outer]
        inside = candidates.inside or outer.kind == "site"  # no village lies in a quarter
        return place_at(text, outer, widen=candidates.beside or not inside)
    return Where(text=text)


def _located(where: Where, ids: tuple[PlaceId, ...], gazetteer: Gazetteer) -> Where:
    """A place told with its coordinates stays where it was told to be. It is the known one of its name if that lies
    near; its name need not be known.
    """
    near = [each for each in ids if off_km(where, gazetteer.by_id[each]) <= SAME_KM]
    return replace(where, place=near[0]) if len(near) == 1 else where


def _wider(place: Place, breadth: Breadth) -> bool:
    """Around it, or a part of a whole settlement, is its district. "The suburb of X" is X where X is a suburb."""
    if breadth is Breadth.PART:
        return place.kind == "settlement"
    return breadth is not Breadth.AS_NAMED


def place_at(text: str, place: Place, *, widen: bool) -> Where:
    """These words at that place, no finer than its kind; widened: no finer than a district."""
    precision = PRECISION.get(place.kind, PlacePrecision.UNKNOWN)
    if widen and precision in FINE:
        precision = PlacePrecision.DISTRICT
    return Where(text=text, place=place.id, lat=place.lat, lon=place.lon, precision=precision)


def _ask(about: tuple[str, ...], text: str, candidates: tuple[PlaceId, ...], *, known: bool) -> Doubt:
    question = Reason(code="which_place" if known else "unknown_place", values={"name": text})
    return doubt(Step.RESOLVE, question, about, candidates)
