"""What a policy is: a named, versioned, cited, pure function from the evidence on one event to ranges and a grade."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from sijill.assess.testimony import Testimony
from sijill.model.claim import Harm
from sijill.model.finding import Attribution, CasualtyRange, Grade
from sijill.model.party import Party, PartyId


@dataclass(frozen=True, slots=True, kw_only=True)
class Evidence:
    """What every policy sees of an event. testimonies: the event's own claims, in ledger order."""

    testimonies: Sequence[Testimony]
    attribution: Sequence[Attribution]
    parties: Mapping[PartyId, Party]


@dataclass(frozen=True, slots=True, kw_only=True)
class Policy:
    """Rules after somebody's published method. `source` cites it; `version` changes when any figure could."""

    name: str
    version: int
    source: str
    ranges: Callable[[Evidence], Mapping[Harm, CasualtyRange]]
    grade: Callable[[Evidence], Grade]
