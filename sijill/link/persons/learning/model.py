"""The model that weighs pairs of victim records where nobody has judged any yet: trained on invented wars, at rest
as JSON.

`python -m bench.make.person_weights` made it, from the worlds of `sijill.demo.lists`. Above it stands one guard that no
training may undo: those who share father, family, day and place and bear different given names are kin, not one person.
"""

from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files

import numpy as np
from numpy.typing import NDArray

from sijill.errors import SijillError
from sijill.link.persons.learning.boosting import Forest
from sijill.link.persons.learning.scoring import scores
from sijill.link.persons.victims import VICTIMS
from sijill.link.persons.weighing import Floats
from sijill.model.exchange import from_json

TABLE = "weights.json"
KIN = -6.0
"""Log-odds that the guard leaves to a pair of kin."""
ALIKE, SAME_PLACE, SAME_DAYS = 4, 3, 6


class WeightsOfAnotherSpec(SijillError):
    """Weights that were trained on other comparisons than those of this version."""

    def __init__(self, *, seen: str, wanted: str) -> None:
        super().__init__(
            f"the weights were trained for the comparisons {seen[:12]}, this version compares {wanted[:12]}:"
            " train them again"
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Weights:
    """A forest and the digest of the spec whose levels it reads.

    missed, spread   share of persons that sampled partitions count too many because no block brought their records
                     together: over invented worlds, and how it differs between them (standard deviation)
    """

    spec: str
    forest: Forest
    missed: float = 0.0
    spread: float = 0.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Guarded:
    """A forest under the guard of kin."""

    forest: Forest

    def weigh(self, levels: NDArray[np.int8]) -> Floats:
        """Log-odds; at most KIN for kin who died together."""
        odds = scores(self.forest, levels)
        return np.where(kin(levels), np.minimum(odds, KIN), odds)


def kin(levels: NDArray[np.int8]) -> NDArray[np.bool_]:
    """Pairs of different given names with one father, one family, one place and one day."""
    at = {name: levels[:, n] for n, name in enumerate(VICTIMS.names)}
    together = (at["place"] >= SAME_PLACE) & (at["died"] >= SAME_DAYS)
    return np.asarray((at["given"] == 1) & (at["father"] >= ALIKE) & (at["family"] >= ALIKE) & together)


@lru_cache(maxsize=1)
def shipped() -> Weights:
    """The weights that come with this version. Raises WeightsOfAnotherSpec."""
    return checked(from_json(Weights, (files(__package__) / TABLE).read_text(encoding="utf-8")))


def checked(weights: Weights) -> Weights:
    """The same, if they were trained for the comparisons of this version."""
    if weights.spec != VICTIMS.digest:
        raise WeightsOfAnotherSpec(seen=weights.spec, wanted=VICTIMS.digest)
    return weights
