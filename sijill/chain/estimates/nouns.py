"""What passes between the parts of an estimate of a case: its lists, what is computed, fits at rest."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from sijill.model.decision import Doubt, Reason
from sijill.model.document import DocumentId
from sijill.model.estimate import Estimate, Overlap, OverlapCell
from sijill.model.person import Likeness, Person, RowRef, VictimRecord


@dataclass(frozen=True, slots=True, kw_only=True)
class Lists:
    """The lists of a case as an estimate needs them.

    persons   all of the case                       gone      rows that their list withdrew: (list, row)
    names     of the lists, in the order taken      origins   of the documents that lists came from
    records   of the named dead, those that stand               likenesses   of all records that were compared
    accused   of each row: whom it accuses, or a text on the same person (`chain.persons.accusing`)
    """

    persons: Sequence[Person]
    names: tuple[str, ...]
    gone: frozenset[tuple[str, str]]
    origins: dict[DocumentId, str]
    records: Sequence[VictimRecord]
    accused: Mapping[RowRef, frozenset[str]]
    likenesses: Sequence[Likeness]


@dataclass(frozen=True, slots=True, kw_only=True)
class Computed:
    """The panel of the whole case with its checks, then each stratum and their sum; doubts; what the counts rest on."""

    estimates: Sequence[Estimate] = ()
    doubts: Sequence[Doubt] = ()
    overlaps: Sequence[Overlap] = ()
    cells: Sequence[OverlapCell] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class FitAtRest:
    """Draws of each model from one table, under the key of its numbers and of how they were fitted."""

    key: str
    documented: int
    draws: Mapping[str, tuple[float, ...]]
    r_hat: float | None
    refused: Reason | None


Each = Callable[[Callable[[Any], Any], Sequence[Any]], Iterable[Any]]
"""Does a piece of work for each of many things, wherever, and gives the results in their order."""
