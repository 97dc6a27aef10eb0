"""Patterns of levels, unpacked and counted: all that a model is trained on."""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray


def unpacked(patterns: NDArray[np.int64], sizes: Sequence[int]) -> NDArray[np.int8]:
    """Levels [patterns, comparisons] of packed patterns."""
    left = patterns.astype(np.int64, copy=True)
    levels = np.empty((len(left), len(sizes)), dtype=np.int8)
    for at, size in enumerate(sizes):
        left, level = np.divmod(left, size)
        levels[:, at] = level
    return levels
