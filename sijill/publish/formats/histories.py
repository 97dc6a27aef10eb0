"""Capture histories: on which lists each person stands, and how many share a pattern. What estimation starts from."""

from collections import Counter
from collections.abc import Mapping, Sequence

from sijill.publish.formats.delimited import written

MOST_LISTS = 16


def capture_histories(lists_of: Mapping[str, frozenset[str]]) -> bytes | None:
    """One row a pattern: 1 or 0 for each list, and `count` [persons]. None where fewer than two lists are known.

    lists_of   person -> lists that hold the person; only patterns are written, never who has one
    """
    lists = named_lists(lists_of)
    if not 2 <= len(lists) <= MOST_LISTS:
        return None
    counts = Counter(tuple(int(each in held) for each in lists) for held in lists_of.values() if held)
    return written([*lists, "count"], [[*pattern, number] for pattern, number in sorted(counts.items(), reverse=True)])


def named_lists(lists_of: Mapping[str, frozenset[str]]) -> Sequence[str]:
    """Every list that holds somebody, the largest first."""
    sizes = Counter(each for held in lists_of.values() for each in held)
    return sorted(sizes, key=lambda each: (-sizes[each], each))
