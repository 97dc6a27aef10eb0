"""What is known of a conflict, indexed by folded name: built once, used for every document."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import TypeVar

from sijill.language.folding import fold, skeleton, without_possessive
from sijill.model.party import Party, PartyId
from sijill.model.place import Place, PlaceId
from sijill.model.source import Source, SourceId
from sijill.resolve.words import FORCE, NAMED_ORGANISATIONS

Id = TypeVar("Id")
SHORTEST = 4
"""Letters of an adjective that an ending may be taken off."""


@dataclass(frozen=True, kw_only=True)
class Gazetteer:
    """Places by folded name; by skeleton once a name is not found.

    home   ids of the countries that the case is about: a name that is in one of them is not looked for elsewhere
    """

    by_id: Mapping[PlaceId, Place]
    by_name: Mapping[str, tuple[PlaceId, ...]]
    home: frozenset[PlaceId] = frozenset()

    @cached_property
    def by_skeleton(self) -> Mapping[str, tuple[tuple[str, PlaceId], ...]]:
        """(folded name, place) by the consonants of the name; two consonants at least."""
        found: dict[str, list[tuple[str, PlaceId]]] = defaultdict(list)
        for key, ids in self.by_name.items():
            found[skeleton(key)].extend((key, each) for each in ids)
        return {sound: tuple(pairs) for sound, pairs in found.items() if len(sound) > 1}


@dataclass(frozen=True, slots=True, kw_only=True)
class PartyNames:
    """Parties by folded alias; `adjectives` name a party only together with a word of FORCE ("Ruritanian")."""

    by_id: Mapping[PartyId, Party]
    by_name: Mapping[str, tuple[PartyId, ...]]
    adjectives: Mapping[str, tuple[PartyId, ...]]


@dataclass(frozen=True, slots=True, kw_only=True)
class SourceNames:
    """Sources by folded alias; `short` by one word that may stand for a name said in full."""

    by_id: Mapping[SourceId, Source]
    by_name: Mapping[str, tuple[SourceId, ...]]
    short: Mapping[str, tuple[SourceId, ...]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Knowledge:
    """Everything that the per-document part of `resolve` looks names up in."""

    places: Gazetteer
    parties: PartyNames
    sources: SourceNames


@dataclass(frozen=True, slots=True, kw_only=True)
class Settled:
    """What analysts decided: folded name -> id. It wins over everything that is known."""

    places: Mapping[str, PlaceId] = field(default_factory=dict)
    parties: Mapping[str, PartyId] = field(default_factory=dict)
    sources: Mapping[str, SourceId] = field(default_factory=dict)


NOTHING_SETTLED = Settled()


def index_knowledge(
    *,
    parties: Iterable[Party] = (),
    sources: Iterable[Source] = (),
    places: Iterable[Place] = (),
    home: Iterable[PlaceId] = (),
) -> Knowledge:
    """Index the rows of packs, hand/ and gazetteer. `home`: countries of the case ("country:SY"), () for none."""
    return Knowledge(
        places=index_places(places, home=home), parties=index_parties(parties), sources=index_sources(sources)
    )


def index_places(places: Iterable[Place], *, home: Iterable[PlaceId] = ()) -> Gazetteer:
    """A gazetteer of these places. Of one name the candidates stand in order of id."""
    by_id = {place.id: place for place in sorted(places, key=lambda place: place.id)}
    by_name: dict[str, dict[PlaceId, None]] = defaultdict(dict)
    for place in by_id.values():
        for name in (place.name, *place.aliases):
            key = fold(name)
            if key:
                by_name[key][place.id] = None
    names = {key: tuple(ids) for key, ids in by_name.items()}
    return Gazetteer(by_id=by_id, by_name=names, home=frozenset(home))


def index_parties(parties: Iterable[Party]) -> PartyNames:
    """Parties by alias. "Ruritanian forces" among the aliases makes "Ruritanian" an adjective of that party.

    In Arabic the adjective stands last.
    """
    by_id = {party.id: party for party in sorted(parties, key=lambda party: party.id)}
    by_name: dict[str, dict[PartyId, None]] = defaultdict(dict)
    adjectives: dict[str, dict[PartyId, None]] = defaultdict(dict)
    for party in by_id.values():
        for alias in (party.name, *party.aliases):
            key = party_key(alias)
            by_name[key][party.id] = None
            before, _, last = key.rpartition(" ")
            if before and last in FORCE:
                adjectives[before][party.id] = None
            first, _, after = key.partition(" ")
            if after and first in FORCE and not key.isascii():
                adjectives[masculine(after)][party.id] = None
    return PartyNames(by_id=by_id, by_name=_listed(by_name), adjectives=_listed(adjectives))


def index_sources(sources: Iterable[Source]) -> SourceNames:
    """Sources by alias, and by the words of their names that are long enough to stand for them."""
    by_id = {source.id: source for source in sorted(sources, key=lambda source: source.id)}
    by_name: dict[str, dict[SourceId, None]] = defaultdict(dict)
    short: dict[str, dict[SourceId, None]] = defaultdict(dict)
    for source in by_id.values():
        for alias in (source.name, *source.aliases):
            key = party_key(alias)
            by_name[key][source.id] = None
            for word in _short_forms(alias):
                short[word][source.id] = None
    return SourceNames(by_id=by_id, by_name=_listed(by_name), short=_listed(short))


def _short_forms(alias: str) -> list[str]:
    """The last word of a name of capitalised words (a surname), and the word that stands for an organisation."""
    written, folded = alias.split(), fold(alias).split()
    if len(written) < 2 or len(folded) < 2:
        return []
    name = (
        all(word[0].isupper() or word.startswith(("al-", "de", "da", "von")) for word in written)
        and "-based" not in alias
    )
    last = [folded[-1]] if name and len(folded[-1]) > 3 else []
    return list(dict.fromkeys([*last, *(word for word in folded if word in NAMED_ORGANISATIONS)]))


def masculine(adjective: str) -> str:
    """A folded Arabic adjective without the ending that agrees with "forces"."""
    return adjective.removesuffix("ه") if len(adjective) > SHORTEST else adjective


def party_key(name: str) -> str:
    """The folded name of a party or source, without `the` and possessive `'s`."""
    key = fold(without_possessive(name))
    return key.removeprefix("the ") or key


def _listed(index: Mapping[str, Mapping[Id, None]]) -> dict[str, tuple[Id, ...]]:
    return {key: tuple(ids) for key, ids in index.items()}
