"""What share of all joins between records of one person linking finds, and how sure that is.

Blocks bring some records of one person never together, weights let some stand apart, and some joins are false. How
these balance was measured on invented wars whose persons are known (`python -m bench.make.found_joins`): with lists
that hear of less, that err more, in many lists and in few. The more lists overlap, the more of a person's records are
there to be missed while false joins stay as many, so the share falls with the joins a row; and it falls as lists grow.
What neither tells is the spread between wars, which is part of every interval.
"""

from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files
from math import log
from statistics import NormalDist

import numpy as np
from numpy.typing import NDArray

from sijill.model.exchange import from_json

TABLE = "found.json"
AT, HALF = 48_000, 0.5
"""The rows, and the joins a row, at which `found` is said."""
LEAST = 0.5
EVENLY = tuple(NormalDist().inv_cdf((n + 0.5) / 100) for n in range(100))
"""Standard normal deviates that are as likely as each other."""


@dataclass(frozen=True, slots=True, kw_only=True)
class FoundJoins:
    """A line through the shares that were seen. Joins: rows less persons.

    found     share of the joins that is found among AT rows, HALF as many of them joins
    denser    how much it falls with each e-fold of joins a row      grown   with each e-fold of rows
    spread    standard deviation between wars
    thinnest  the fewest joins a row that were seen, densest the most; fewest: rows. Beyond them the nearest counts,
              but for more rows, where the line is drawn on
    wars      how many were linked
    """

    found: float
    denser: float
    grown: float
    spread: float
    thinnest: float
    densest: float
    fewest: int
    wars: int

    def share(self, rows: int, joins: int) -> float:
        """The share that is found, on average over wars like these. joins: those that were found."""
        density = min(self.densest, max(self.thinnest, joins / max(rows, 1)))
        size = max(rows, self.fewest)
        return max(LEAST, self.found - self.denser * log(density / HALF) - self.grown * log(size / AT))


@lru_cache(maxsize=1)
def shipped() -> FoundJoins:
    """What was measured for the weights of this version."""
    return from_json(FoundJoins, (files(__package__) / TABLE).read_text(encoding="utf-8"))


def found_share(rows: int, joins: int) -> float:
    """Share of all joins that linking finds, where it found so many among so many rows. Above one: more false joins
    than missed ones.
    """
    return shipped().share(rows, joins)


def drawn_share(rows: int, joins: int, random: np.random.Generator) -> float:
    """One such share as it may be in a war that nobody measured."""
    return max(LEAST, float(random.normal(found_share(rows, joins), shipped().spread)))


def likely_shares(rows: int, joins: int) -> NDArray[np.float64]:
    """All that it may be there, as values that are as likely as each other [len(EVENLY)]."""
    return np.maximum(LEAST, found_share(rows, joins) + shipped().spread * np.array(EVENLY))
