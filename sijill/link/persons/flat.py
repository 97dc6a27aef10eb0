"""Victim records as flat rows for comparing in bulk. What a claim knows better than the record comes from the claim."""

from calendar import monthrange
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from sijill.language.folding import fold
from sijill.link.persons.names.slots import Slots, slots
from sijill.model.claim import Claim, ClaimId
from sijill.model.person import Fate, VictimRecord, VictimRow
from sijill.model.place import Place
from sijill.model.when import Period, Precision

COARSE = (Precision.YEAR, Precision.RANGE, Precision.UNKNOWN, Precision.SEASON)


@dataclass(frozen=True, slots=True, kw_only=True)
class KnownPlaces:
    """Places by their folded names, where a name has one place only; and the province that each lies in."""

    named: Mapping[str, str]
    province: Mapping[str, str]

    def place(self, text: str | None) -> str | None:
        """The id of the place of this name; the text itself where it is not known."""
        return None if text is None else self.named.get(fold(text), text)

    def region(self, place: str | None) -> str | None:
        """The province of a place; the place itself where none is known, so that two records of one village can
        meet.
        """
        return None if place is None else self.province.get(place, place)


def known_places(places: Iterable[Place]) -> KnownPlaces:
    """From the gazetteer of a case."""
    every = list(places)
    kinds = {each.id: each.kind for each in every}
    found: dict[str, set[str]] = {}
    province: dict[str, str] = {}
    for each in every:
        for name in (each.name, *each.aliases):
            found.setdefault(fold(name), set()).add(each.id)
        if (within := next((outer for outer in each.within if kinds.get(outer) == "province"), None)) is not None:
            province[each.id] = within
    return KnownPlaces(named={name: ids.pop() for name, ids in found.items() if len(ids) == 1}, province=province)


def flat(record: VictimRecord, claims: Mapping[ClaimId, Claim], places: KnownPlaces) -> VictimRow:
    """One record. claims: resolved, of those records that come from texts.

    A record of a text counts as of a list of its own, its document: who is named twice in one text is two persons
    there.
    """
    claim = claims.get(record.claim) if record.claim is not None else None
    dead = record.fate is Fate.DEAD
    died = record.died if claim is None else claim.when if dead else Period()
    where = record.place if claim is None else claim.where
    place = where.place or places.place(where.text)
    region = places.place(record.region) if record.region is not None else places.region(place)
    parts, named = record.parts, slots(record.names[0].text) if record.names else Slots()
    born_from, born_to = _born(record.born)
    first, last = _edges(died)
    given = parts if parts is not None else named
    return VictimRow(
        id=record.id,
        list=record.row.list if record.span is None else str(record.row.document),
        given=given.given,
        father=given.father,
        grandfather=given.grandfather,
        family=given.family,
        kunya=record.kunya or named.kunya,
        mother=parts.mother if parts is not None else None,
        sex=record.sex,
        age=sum(record.age) // 2 if record.age else None,
        born_from=born_from,
        born_to=born_to,
        died_from=first,
        died_to=last,
        region=region,
        place=place if place != region else None,
        status=record.status,
    )


def _edges(died: Period) -> tuple[str | None, str | None]:
    """Both edges as days; None where the period is no finer than a year: it tells nobody apart."""
    if died.start is None or died.end is None or died.precision in COARSE:
        return None, None
    return died.start[:10], died.end[:10]


def _born(born: str | None) -> tuple[str | None, str | None]:
    """ "1984" -> 1984-01-01, 1984-12-31. The first of January alone is what registers write for a year."""
    if born is None:
        return None, None
    if len(born) == 4 or born[5:] == "01-01":
        return f"{born[:4]}-01-01", f"{born[:4]}-12-31"
    if len(born) == 7:
        return f"{born}-01", f"{born}-{monthrange(int(born[:4]), int(born[5:]))[1]:02}"
    return born, born
