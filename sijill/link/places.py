"""The place of an event: the finest that its claims tell, with the words for what no table has."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import replace

from sijill.language.folding import fold
from sijill.language.places.calling import around, described, lies_in_a_town, stands_in
from sijill.language.places.reading import tells_a_site
from sijill.language.places.together import told_together
from sijill.language.scripts import ARABIC
from sijill.link.pairs.compare import HEADLINE
from sijill.link.pairs.sketch import DISTRICT, PROVINCE, TOWN, Sketch
from sijill.model.claim import Act, Harm, Stance
from sijill.model.place import Where
from sijill.model.toll import Extent

VAGUE_PARTS = frozenset("areas parts several some مناطق أجزاء عدة".split())
FIRST_ARABIC = chr(ARABIC.start)


def where_of(members: Sequence[Sketch], named: Sketch | None) -> Where:
    """Where the finest claim says it was, with the building or camp that another claim of its report tells of ("a
    market" beside "in Varna")."""
    where, told = _where(members, named), [each for each in members if _tells_a_site_there(each, named)]
    if not told or tells_a_site(where.text or ""):
        return where
    site = max(told, key=lambda each: (each.claim.harm is not Harm.NONE, each.level, -each.begin, each.id))
    words = described(site.claim.where.text)
    return replace(where, text=f"{words}, {where.text}" if where.text is not None else words)


def _tells_a_site_there(told: Sketch, named: Sketch | None) -> bool:
    """At a place that holds that of the event; at no known one, of people harmed, in the same report. Not where a part
    of them was harmed ("two of them at the bridge")."""
    claim = told.claim
    if claim.harm is Harm.FOUND_DEAD or claim.stance is Stance.DENIES or told.unlisted is not None:
        return False
    if claim.toll is not None and claim.toll.extent is Extent.PART:
        return False
    if named is not None and told.place is not None:
        near = told.document == named.document or told.level >= TOWN
        alike = claim.harm is not Harm.NONE or told.act in (named.act, Act.OTHER)
        there = near and alike and told.place in named.ring
    else:
        there = claim.harm is not Harm.NONE and (named is None or told.document == named.document)
    return there and described(claim.where.text) is not None


def _where(members: Sequence[Sketch], named: Sketch | None) -> Where:
    """Where the finest claim says it was; of a place wider than a town, with the words of another claim of its report,
    if they name what no table has ("the village of Sabha" beside "in Namar province"), or say where in it or around it.

    named: the finest claim that has a known place
    """
    if named is None:
        told = _told_most(members)
        return told.claim.where if told is not None else _spelled(members)
    if named.unlisted is not None:
        counted = _told_most(each for each in members if each.document == named.document and each.number is not None)
        if counted is None or named.claim.harm is not Harm.NONE or not lies_in_a_town(counted.claim.where.text):
            return named.claim.where
        return replace(named.claim.where, text=counted.claim.where.text)
    for wide in (*_provinces_of_its_name(members, named), named):
        told = _told_most(each for each in members if each.document == wide.document and _may_lie(each, wide))
        if told is not None or wide.unlisted is not None:
            return wide.claim.where if told is None else replace(wide.claim.where, text=told.claim.where.text)
    return _where_in_it(members, named)


def _where_in_it(members: Sequence[Sketch], named: Sketch) -> Where:
    """ "Western Varna", "outside Varna", "the west of Upper province" say more than the name, where claims of people
    harmed tell one part of it, not two; else those of the act in a report that names it."""
    area = _area_below_headline(members, named)
    if area is not None:
        return area.claim.where
    told = [each for each in members if _is_part_of(each, named)]
    of_it = {(each.document, each.act) for each in members if each.claim.harm is not Harm.NONE}
    parts = [each for each in told if each.claim.harm is not Harm.NONE]
    parts = parts or [each for each in told if (each.document, each.act) in of_it and _stands_beside(each)]
    words = {around(each.claim.where.text or "", _kind(named))[0] for each in parts}
    first = min(parts, key=lambda each: (each.begin, each.id), default=named)
    return first.claim.where if len(words) == 1 else named.claim.where


def _area_below_headline(members: Sequence[Sketch], named: Sketch) -> Sketch | None:
    """ "Raids kill 12 in Varna" over reports of raids around it: the area that they tell most, if it has a name of its
    own. None where a report itself names the town."""
    around = [each for each in members if each.level == DISTRICT and each.claim.harm is not Harm.NONE]
    body = any(each.begin >= HEADLINE for each in members if each.place == named.place and each.level == TOWN)
    if named.level != TOWN or body or named.begin >= HEADLINE:
        return None
    reports = {each.document for each in around if each.place == named.place}
    times = Counter(each.place for each in around)
    most = max(around, key=lambda each: (times[each.place], -each.begin, each.id), default=None)
    return most if reports and most is not None and most.place != named.place else None


def _is_part_of(told: Sketch, named: Sketch) -> bool:
    text, level = told.claim.where.text or "", DISTRICT if named.level == TOWN else named.level
    if (told.place, told.level) != (named.place, level) or told.unlisted is not None:
        return False
    before = around(text, _kind(named))[0].casefold().split()
    return bool(before) and VAGUE_PARTS.isdisjoint(before) and told.claim.stance is not Stance.DENIES


def _stands_beside(told: Sketch) -> bool:
    return stands_in(told.claim.where.text, told.claim.quote)


def _kind(named: Sketch) -> str:
    return "settlement" if named.level == TOWN else "province"


def _provinces_of_its_name(members: Sequence[Sketch], named: Sketch) -> list[Sketch]:
    """Of a headline "in Brell" over a village of the province of Brell that no table has: claims of the province in its
    report."""
    if named.level != TOWN or named.place_words is None:
        return []
    name, reports = f" {named.place_words} ", {each.document for each in members if each.place == named.place}
    return [
        each
        for each in members
        if each.level == PROVINCE
        and each.document in reports
        and name in f" {each.place_words} "
        and not _lists(each.claim.where.text or "", name)
    ]


def _lists(text: str, name: str) -> bool:
    """ "The towns of Brell and Sabha", of Brell: it names both, and no province."""
    several = told_together(text)
    return several is not None and any(name in f" {fold(each)} " for each in several.names)


def fineness(sketch: Sketch) -> tuple[int, bool, bool, bool, bool, int]:
    """How fine the place of a claim is, with what its words name in it: a quarter is finer than its town, a village
    that no table has finer than its province and not than a known town; "a school" than what it stands in, where nobody
    was only found. Of words in two scripts those in that of the tables come first.
    """
    around_town = sketch.level == DISTRICT and sketch.town == sketch.place
    text, named = sketch.claim.where.text or "", sketch.unlisted is not None
    site = described(text) if sketch.claim.harm is not Harm.FOUND_DEAD else None
    known, harmed = text[:1] < FIRST_ARABIC, sketch.claim.harm is not Harm.NONE
    finer = sketch.level + (named and around_town), named or site is not None
    return *finer, known, named, (named or site is not None) and harmed, len((site or "").split())


def _told_most(members: Iterable[Sketch]) -> Sketch | None:
    """Of the claims whose words name a place that nothing is listed under, one of the name told most."""
    named = [each for each in members if each.level == 0 and each.unlisted and each.claim.stance is not Stance.DENIES]
    times = Counter(each.unlisted for each in named)
    return max(
        named,
        key=lambda each: (each.claim.harm is not Harm.NONE, times[each.unlisted], -each.begin, each.id),
        default=None,
    )


def _may_lie(told: Sketch, wide: Sketch) -> bool:
    """A province may hold any place that is told of; a town holds quarters and buildings."""
    return wide.level < TOWN or (wide.level == TOWN and lies_in_a_town(told.claim.where.text))


def _spelled(members: Sequence[Sketch]) -> Where:
    return next((each.claim.where for each in members if each.claim.where.text), Where())
