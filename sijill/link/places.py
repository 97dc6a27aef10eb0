"""The place of an event: the finest that its claims tell, with the words for what no table has."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import replace

from sijill.language.places.calling import described, lies_in_a_town
from sijill.language.places.reading import tells_a_site
from sijill.language.scripts import ARABIC
from sijill.link.pairs.sketch import DISTRICT, PROVINCE, TOWN, Sketch
from sijill.model.claim import Harm, Stance
from sijill.model.place import Where

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
    """At a place that holds that of the event; at no known one, of people harmed, in the same report."""
    claim = told.claim
    if claim.harm is Harm.FOUND_DEAD or claim.stance is Stance.DENIES or told.unlisted is not None:
        return False
    if named is not None and told.place is not None:
        near = told.document == named.document or told.level >= TOWN
        alike = claim.harm is not Harm.NONE or told.act is named.act
        there = near and alike and told.place in named.ring
    else:
        there = claim.harm is not Harm.NONE and (named is None or told.document == named.document)
    return there and described(claim.where.text) is not None


def _where(members: Sequence[Sketch], named: Sketch | None) -> Where:
    """Where the finest claim says it was; of a place wider than a town, with the words of another claim of its report,
    if they name what no table has ("the village of Sabha" beside "in Namar province").

    named: the finest claim that has a known place
    """
    if named is None:
        told = _told_most(members)
        return told.claim.where if told is not None else _spelled(members)
    if named.unlisted is not None:
        return named.claim.where
    for wide in (*_provinces_of_its_name(members, named), named):
        told = _told_most(each for each in members if each.document == wide.document and _may_lie(each, wide))
        if told is not None or wide.unlisted is not None:
            return wide.claim.where if told is None else replace(wide.claim.where, text=told.claim.where.text)
    return named.claim.where


def _provinces_of_its_name(members: Sequence[Sketch], named: Sketch) -> list[Sketch]:
    """Of a headline "in Brell" over a village of the province of Brell that no table has: claims of the province in its
    report."""
    if named.level != TOWN or named.place_words is None:
        return []
    name, reports = f" {named.place_words} ", {each.document for each in members if each.place == named.place}
    return [
        each
        for each in members
        if each.level == PROVINCE and each.document in reports and name in f" {each.place_words} "
    ]


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
    return *finer, known, named, site is not None and harmed, len((site or "").split())


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
