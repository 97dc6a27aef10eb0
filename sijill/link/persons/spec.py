"""LinkSpec: what is compared, which pairs are looked at, which levels a comparison has. One table, versioned by its
hash.

Written once, in the SQL of one dialect, and compiled to the dialect of an engine (`compiled.py`). Everything that a
pair
is judged by is a small integer, so that two engines cannot differ by a rounding.
"""

from dataclasses import dataclass
from hashlib import sha256

from sijill.model.exchange import to_json


@dataclass(frozen=True, slots=True, kw_only=True)
class Block:
    """Rows that agree on all of these keys are looked at as pairs; a larger group than `cap` says too little.

    on       columns of numbers (`keys.hashed`), all of them said
    either   columns of which one of a row must agree with one of the other row, beside those of `on`
    """

    name: str
    on: tuple[str, ...]
    cap: int
    either: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Level:
    """A case of a comparison: SQL over the rows `l` and `r`, and what it says in words. value: the integer it gives."""

    value: int
    when: str
    says: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Comparison:
    """Cases in order, the first that holds; 0 where a side says nothing. size: one more than the greatest value.

    context   it describes the pair (how large the event, which scripts) and is no agreement; it has no weight of its
              own
    """

    name: str
    levels: tuple[Level, ...]
    otherwise: int = 1
    size: int
    context: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Crowd:
    """How many rows share these expressions with a row, as a number of steps: thresholds [rows] that it reaches."""

    name: str
    on: tuple[str, ...]
    steps: tuple[int, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class LinkSpec:
    """How the rows of one kind are linked."""

    name: str
    version: int
    blocks: tuple[Block, ...]
    comparisons: tuple[Comparison, ...]
    crowds: tuple[Crowd, ...] = ()

    @property
    def digest(self) -> str:
        """SHA-256 of all that decides anything, hex: the words in which a level is told are left out."""
        compared = [
            (each.name, each.size, each.otherwise, [(level.value, level.when) for level in each.levels])
            for each in self.comparisons
        ]
        return sha256(to_json((self.name, self.version, self.blocks, compared, self.crowds)).encode()).hexdigest()

    @property
    def sizes(self) -> tuple[int, ...]:
        """Values that each comparison can take."""
        return tuple(each.size for each in self.comparisons)

    @property
    def names(self) -> tuple[str, ...]:
        return tuple(each.name for each in self.comparisons)


def levels_of(pattern: int, sizes: tuple[int, ...]) -> tuple[int, ...]:
    """The levels that a pattern is packed of (mixed radix, the first comparison lowest)."""
    found = []
    for size in sizes:
        pattern, level = divmod(pattern, size)
        found.append(level)
    return tuple(found)
