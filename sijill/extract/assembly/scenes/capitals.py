"""Which town "the capital" is: the one of that kind that was named last."""

from sijill.extract.assembly.memory import Memory, Telling, remembered
from sijill.extract.syntax.parts import Spot
from sijill.extract.syntax.sentence import Sentence
from sijill.model.claim import Claim, Part, Stance

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


def stay_in_the_capital(t: Telling) -> None:
    """What "the capital" was told to be the place of goes on there, where nothing of the sentence was elsewhere."""
    capital, wheres = t.memory.capital, {claim.where.text for claim in t.made.values() if _has_place(claim)}
    if capital is None or len(wheres) != 1 or not t.s.has(t.s.words.capital_words):
        return
    spot = next((spot for spot in t.spots if spot.text in wheres and not spot.named), None)
    if spot is not None and capital_parts(t, spot):
        t.memory.place = remembered(t, spot.start, spot.end, capital, capital)


def _has_place(claim: Claim) -> bool:
    return claim.where.text is not None and claim.stance is not Stance.DENIES


def _is_said_whose(s: Sentence, spot: Spot) -> bool:
    around = range(max(s.start, spot.start - 2), min(s.stop, spot.end + 2))
    raised = any(
        s.cased and s.tokens.words[k][0].isupper()
        for k in around
        if k > s.start and s.low(k + 1) in s.words.capital_words
    )
    part = any(
        s.low(k) in OF_A_PART and s.low(k + 1) not in s.words.of for k in around
    )  # not "a district of the capital"
    return raised or part or any((s.low(k),) in s.lexicon.nationalities for k in around)


def _named(s: Sentence) -> str | None:
    """The last capital that the sentence names."""
    said = (s.text(name.start, name.end) for name in reversed(s.names))
    return next((name for name in said if name.lower() in s.words.capitals), None)
