"""What a policy is: a named, versioned, cited, pure function from the evidence on one event to ranges and a grade."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field

from sijill.assess.testimony import Testimony
from sijill.model.claim import Harm
from sijill.model.finding import Attribution, CasualtyRange, Grade
from sijill.model.party import Party, PartyId
from sijill.model.place import Where
from sijill.model.when import Period


@dataclass(frozen=True, slots=True, kw_only=True)
class Evidence:
    """What every policy sees of an event. testimonies: the event's own claims, in ledger order.

    when, where   of the event       around   the place is named as its surroundings: it is no finer than its district
    """

    testimonies: Sequence[Testimony]
    attribution: Sequence[Attribution]
    parties: Mapping[PartyId, Party]
    when: Period = field(default_factory=Period)
    where: Where = field(default_factory=Where)
    around: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Policy:
    """Rules after somebody's published method. `source` cites it; `version` changes when any figure could."""

    name: str
    version: int
    source: str
    ranges: Callable[[Evidence], Mapping[Harm, CasualtyRange]]
    grade: Callable[[Evidence], Grade]
