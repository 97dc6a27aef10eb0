"""Capture histories: how many persons stand on exactly which lists. What estimation starts from, and names nobody."""

from collections.abc import Iterator

from sijill.model.estimate import Overlap
from sijill.publish.formats.delimited import written


def capture_histories(overlap: Overlap) -> Iterator[bytes] | None:
    """One row a pattern: 1 or 0 for each list, and `count` [persons]. None where fewer than two lists are known."""
    if len(overlap.lists) < 2:
        return None
    rows = [[*map(int, pattern), number] for pattern, number in sorted(overlap.counts.items(), reverse=True)]
    return written([*overlap.lists, "count"], rows)
