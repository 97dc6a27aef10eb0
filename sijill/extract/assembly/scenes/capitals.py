"""Which town "the capital" is: the one of that kind that was named last."""

from sijill.extract.assembly.memory import Memory, Telling
from sijill.extract.syntax.parts import Spot
from sijill.extract.syntax.sentence import Sentence
from sijill.model.claim import Part

OF_A_PART = frozenset("provincial district state regional county المحافظة المقاطعة الولاية الإقليم".split())
"""Beside "capital": that of a part of a country."""


def capital_parts(t: Telling, spot: Spot) -> list[Part]:
    """ "The capital", "a district of the capital": the ground of what is told there. Not of "the Ruritanian capital" or
    "the provincial capital", which need not be the one named last."""
    s = t.s
    if not any(s.low(k) in s.words.capital_words for k in range(spot.start, spot.end)) or _is_said_whose(s, spot):
        return []
    value = _named(s) or t.memory.capital
    start, end = s.tokens.starts[spot.start], s.tokens.ends[spot.end - 1]
    return [Part(field="ground", start=start, end=end, rule="the capital", value=value, carried=True)] if value else []


def remember_capital(memory: Memory, s: Sentence) -> None:
    """Keep the capital named last."""
    memory.capital = _named(s) or memory.capital


def _is_said_whose(s: Sentence, spot: Spot) -> bool:
    around = range(max(s.start, spot.start - 2), min(s.stop, spot.end + 2))
    raised = any(
        s.cased and s.tokens.words[k][0].isupper()
        for k in around
        if k > s.start and s.low(k + 1) in s.words.capital_words
    )
    return raised or any((s.low(k),) in s.lexicon.nationalities or s.low(k) in OF_A_PART for k in around)


def _named(s: Sentence) -> str | None:
    """The last capital that the sentence names."""
    said = (s.text(name.start, name.end) for name in reversed(s.names))
    return next((name for name in said if name.lower() in s.words.capitals), None)
