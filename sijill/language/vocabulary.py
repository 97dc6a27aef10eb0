"""The names a case knows: what extract looks for and resolve identifies. Built by the chain from packs, hand/ and
gazetteer.
"""

from dataclasses import dataclass
from functools import cached_property
from hashlib import sha256

from sijill.model.exchange import to_json
from sijill.model.party import Party, PartyId
from sijill.model.source import Source


@dataclass(frozen=True, kw_only=True)
class Vocabulary:
    """Parties and sources with their aliases, and place names of the case's countries in every spelling."""

    parties: tuple[Party, ...] = ()
    sources: tuple[Source, ...] = ()
    places: tuple[str, ...] = ()

    def __hash__(self) -> int:
        """That of the digest: a vocabulary is long, and asked for with every document."""
        return hash(self.digest)

    @cached_property
    def armed_groups(self) -> frozenset[PartyId]:
        """The parties that are no state's."""
        return frozenset(each.id for each in self.parties if is_armed_group(each))

    @cached_property
    def digest(self) -> str:
        """Changes when any name does: part of the content key of everything read with it."""
        return sha256(to_json((self.parties, self.sources, self.places)).encode()).hexdigest()


def is_armed_group(party: Party) -> bool:
    """Whether it is one that "the militants" or "rebels" may stand for."""
    return party.kind == "armed_group"
