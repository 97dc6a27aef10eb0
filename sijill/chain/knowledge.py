"""What a case knows before it reads: parties, places and sources of its packs, the packaged gazetteer, and hand/.

The tables in hand/ are where people write; the ledger is what is read. A row of hand/ that changed since the last run
becomes a decision, and of the decisions on one row the last wins.
"""

import json
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from hashlib import sha256
from typing import TypeVar

from sijill.case import Case
from sijill.chain.keeping.opening import derived_of, vault_of
from sijill.chain.place_lists import place_lists, places_of
from sijill.language.vocabulary import Vocabulary
from sijill.model.decision import Decision, DecisionId
from sijill.model.exchange import from_json, to_json
from sijill.model.party import Party
from sijill.model.place import Place, PlaceId
from sijill.model.source import Source
from sijill.store.packs import Pack, load_hand, load_pack, merge_packs
from sijill.store.places.gazetteer import add_places, known_countries, load_places, neighbours
from sijill.store.places.joining import join_lists

Row = Party | Place | Source
T = TypeVar("T", Party, Place, Source)
WITHDRAWN = "null"


@dataclass(frozen=True, kw_only=True)
class Known:
    """Every party, place and source that the case knows, the countries it is about, and the words to look for."""

    parties: tuple[Party, ...]
    places: tuple[Place, ...]
    sources: tuple[Source, ...]
    home: tuple[PlaceId, ...]
    vocabulary: Vocabulary

    @cached_property
    def digest(self) -> str:
        """Changes when anything that is known does."""
        return sha256(to_json((self.parties, self.places, self.sources, self.home)).encode()).hexdigest()


def know(case: Case, decisions: Iterable[Decision]) -> Known:
    """Packs in the order of case.toml, then what people decided; a later row stands for an earlier one with its id.

    Raises UnknownPack, BadColumns, BadRow.
    """
    made = list(decisions)
    lists = place_lists(made)
    listed = places_of(lists, vault_of(case), derived_of(case)) if lists else ()
    return known_of(merge_packs([*map(load_pack, case.packs), decided(made)]), listed)


def known_of(packs: Pack, lists: Sequence[Sequence[Place]] = ()) -> Known:
    """What packs know, with the places of their countries from the gazetteer and those of lists."""
    of_lists = {each.within[-1] for places in lists for each in places if each.within}
    named = dict.fromkeys((*packs.countries, *(each.removeprefix("country:") for each in sorted(of_lists))))
    countries = [each for each in named if each in known_countries()]
    places = join_lists(add_places(load_places(countries, beside=neighbours(countries)), packs.places), lists)
    names = dict.fromkeys(name for place in places for name in (place.name, *place.aliases))
    vocabulary = Vocabulary(parties=packs.parties, sources=packs.sources, places=tuple(names))
    home = dict.fromkeys(each.id for each in packs.places if each.kind == "country")
    home.update(dict.fromkeys(sorted(each for each in of_lists if each.startswith("country:"))))
    return Known(parties=packs.parties, places=places, sources=packs.sources, home=tuple(home), vocabulary=vocabulary)


def decided(decisions: Iterable[Decision]) -> Pack:
    """The rows of hand/ as they were last decided; a withdrawn row is gone."""
    made = list(decisions)
    return Pack(parties=_rows(made, Party), places=_rows(made, Place), sources=_rows(made, Source))


def changed_rows(
    case: Case, decisions: Sequence[Decision], *, by: str, at: str
) -> Iterator[tuple[Decision, DecisionId | None]]:
    """A decision for each row of hand/ that is new, changed or gone, with the one it takes the place of.

    by, at   the account that runs the chain, and when   raises   BadColumns, BadRow
    """
    hand = load_hand(case.hand, beside=merge_packs(map(load_pack, case.packs)))
    written: dict[str, Sequence[Row]] = {"party": hand.parties, "place": hand.places, "source": hand.sources}
    for kind, rows in written.items():
        before = _last(decisions, kind)
        now: dict[str, Row] = {str(row.id): row for row in rows}
        for key in [*now, *(each for each in before if each not in now)]:
            value = to_json(now[key]) if key in now else WITHDRAWN
            last = before.get(key)
            if value == (last.value if last else WITHDRAWN):
                continue
            because = (now[key].because if key in now else None) or f"the row was taken out of hand/ ({kind})"
            yield _decision(kind, key, value, last=last, because=because, by=by, at=at), last.id if last else None


def _decision(kind: str, key: str, value: str, *, last: Decision | None, because: str, by: str, at: str) -> Decision:
    """Named after the matter, what it says and what it follows: the same row twice in a row is one decision."""
    said = to_json((kind, key, value, last.id if last else None))
    made = DecisionId("dec_" + sha256(said.encode()).hexdigest()[:20])
    return Decision(id=made, kind=kind, about=(key,), value=value, by=by, at=at, because=because)


def _rows(decisions: Sequence[Decision], row: type[T]) -> tuple[T, ...]:
    last = _last(decisions, row.__name__.lower())
    return tuple(from_json(row, each.value) for each in last.values() if each.value != WITHDRAWN)


def _last(decisions: Iterable[Decision], kind: str) -> dict[str, Decision]:
    """The decision in force on each row. Decisions that settle a name by an id are not rows: they are for `resolve`."""
    rows: dict[str, Decision] = {}
    for each in decisions:
        if each.kind == kind and len(each.about) == 1:
            key = each.about[0]
            if isinstance(json.loads(each.value), dict) or (key in rows and each.value == WITHDRAWN):
                rows[key] = each
    return rows
