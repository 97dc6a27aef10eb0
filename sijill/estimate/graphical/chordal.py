"""All chordal graphs on some lists, each by its cliques and separators. Sets of lists are bit masks."""

from dataclasses import dataclass
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray


@dataclass(frozen=True, slots=True, kw_only=True)
class Chordal:
    """Chordal graphs on J lists: 1, 2, 8, 61, 822, 18154 for J = 1 .. 6.

    edges       [G, J (J-1) / 2] in the order of pairs (0,1), (0,2) .. (J-2, J-1)
    weight      [G, 2^J] +1 for each clique, -multiplicity for each separator; the empty set stays 0
    components  [G] cliques less separators that are not empty: parts of the graph that nothing connects
    """

    edges: NDArray[np.bool_]
    weight: NDArray[np.int16]
    components: NDArray[np.int16]


@lru_cache(maxsize=8)
def chordal_graphs(J: int) -> Chordal:
    """Enumerate the labelled chordal graphs on J lists (up to 6: 2^15 graphs are looked at).

    A graph is chordal exactly where a maximum cardinality search gives a perfect elimination order: Tarjan and
    Yannakakis (1984). Its separators are the sets S with  2^|S| - sum over cliques  in the Möbius inverse, which the
    search gives directly: each time a new clique begins, the earlier neighbours of its first list are the separator.
    All graphs are searched at once, one array a list.
    """
    pairs = [(i, k) for i in range(J) for k in range(i + 1, J)]
    graphs = np.arange(1 << len(pairs))
    neighbours = np.zeros((len(graphs), J), dtype=np.int64)
    for p, (i, k) in enumerate(pairs):
        edge = (graphs >> p) & 1
        neighbours[:, i] |= edge << k
        neighbours[:, k] |= edge << i
    perfect, weight = _search(neighbours, J)
    weight = weight[perfect]
    edges = (graphs[perfect, None] >> np.arange(len(pairs)) & 1).astype(bool)
    return Chordal(edges=edges, weight=weight, components=weight.sum(axis=1).astype(np.int16))


def _search(neighbours: NDArray[np.int64], J: int) -> tuple[NDArray[np.bool_], NDArray[np.int16]]:
    """Maximum cardinality search of every graph in step: which are chordal, and their cliques less separators."""
    G = len(neighbours)
    each = np.arange(G)
    visited, perfect = np.zeros(G, dtype=np.int64), np.ones(G, dtype=bool)
    weight = np.zeros((G, 1 << J), dtype=np.int16)
    clique, before = np.zeros(G, dtype=np.int64), np.full(G, -1)
    ones = np.array([mask.bit_count() for mask in range(1 << J)])
    for _ in range(J):
        seen = ones[neighbours & visited[:, None]]
        seen[(visited[:, None] >> np.arange(J)) & 1 == 1] = -1
        chosen = seen.argmax(axis=1)
        earlier, cardinality = neighbours[each, chosen] & visited, seen[each, chosen]
        for j in range(J):
            holds = (earlier >> j) & 1 == 1
            others = earlier & ~(1 << j)
            perfect &= ~holds | (neighbours[:, j] & others == others)
        begins = cardinality <= before
        np.add.at(weight, (each[begins], clique[begins]), 1)
        np.add.at(weight, (each[begins], earlier[begins]), -1)
        clique = earlier | (1 << chosen)
        before = cardinality
        visited |= 1 << chosen
    np.add.at(weight, (each, clique), 1)
    weight[:, 0] = 0
    return perfect, weight
