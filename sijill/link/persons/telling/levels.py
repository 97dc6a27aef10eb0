"""What the levels of a pair say in words, as the spec has them."""

from collections.abc import Mapping

from sijill.link.persons.victims import VICTIMS

OTHERWISE = "different"


def told(levels: Mapping[str, int]) -> list[tuple[str, str, int]]:
    """(comparison, words, level) for every comparison of a pair that both sides say something of; no context."""
    rows = []
    for each in VICTIMS.comparisons:
        level = levels.get(each.name)
        if not level:
            continue
        words = next((case.says for case in each.levels if case.value == level), OTHERWISE)
        rows.append((each.name, words, level))
    return rows
