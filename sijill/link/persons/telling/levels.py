"""What the levels of a pair say in words: as the spec has them, and what the other pairs of its rows did to it."""

from collections.abc import Mapping

from sijill.link.persons.learning.company import reached
from sijill.link.persons.victims import VICTIMS

OTHERWISE = "different"
ALONE, TOGETHER, NONE = "alone", "beside these", "none to speak of"
RIVALS = "rows of one list compete with this one, at odds of {} or more"
FRIENDS = "third records that are both: {} or more, by their chances"
STRANGERS = "third records that are one and not the other: {} or more, by their chances"
COMPANY = (
    ("rivals", RIVALS, "fewer_rivals"),
    ("friends", FRIENDS, None),
    ("strangers", STRANGERS, "fewer_strangers"),
)
"""Levels by their names, the words, and the level of the side that has less."""
LEAST = 0.1


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


def told_beside(company: Mapping[str, int]) -> list[tuple[str, str]]:
    """(rivals, friends or strangers, words) of a pair that was weighed beside the others of its rows."""
    rows = []
    for name, words, fewer in COMPANY if company else ():
        most, least = _amount(company[name]), _amount(company[fewer]) if fewer else None
        other = f"; from the other side {least}" if least else ""
        rows.append((name, words.format(most) + other if most else NONE))
    return rows


def _amount(level: int) -> str | None:
    value = reached(level) or 0.0
    return f"{value:,.0f}" if value >= 10 else f"{value:.2g}" if value >= LEAST else None
