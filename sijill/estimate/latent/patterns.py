"""The patterns seen, as a tree: each is another with one list more, so that its probability is one product more."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from sijill.estimate.overlap import Cells


@dataclass(frozen=True, slots=True, kw_only=True)
class Patterns:
    """A node for the unseen pattern (0), for each pattern seen, and for those between.

    parent   [M] the node without its last list; before its child       added   [M] that list
    count    [M] persons                                                 lists   J
    """

    parent: NDArray[np.int64]
    added: NDArray[np.int64]
    count: NDArray[np.float64]
    lists: int

    @property
    def n(self) -> int:
        """Persons documented."""
        return int(self.count.sum())


def patterns_of(cells: Cells) -> Patterns:
    """The tree of an overlap. Lists are added in the order in which they hold most patterns, which keeps it small."""
    J = len(cells.lists)
    order = np.argsort(-cells.x.sum(axis=0), kind="stable")
    seen = {tuple(int(j) for j in order if row[j]): int(n) for row, n in zip(cells.x, cells.n, strict=True)}
    nodes = sorted(
        {path[:length] for path in seen for length in range(len(path) + 1)}, key=lambda path: (len(path), path)
    )
    place = {path: m for m, path in enumerate(nodes)}
    return Patterns(
        parent=np.array([place[path[:-1]] for path in nodes]),
        added=np.array([path[-1] if path else 0 for path in nodes]),
        count=np.array([seen.get(path, 0) for path in nodes], dtype=float),
        lists=J,
    )
