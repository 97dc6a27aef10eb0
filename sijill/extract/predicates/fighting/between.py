"""Who stands on either side of "between", "with" and "against", after a word for a fight."""

from sijill.extract.syntax.classes import PREP
from sijill.extract.syntax.kinds import is_agent
from sijill.extract.syntax.parts import Phrase
from sijill.extract.syntax.sentence import Sentence

MOST = 6
"""Sides, with those who are told of beside them."""
MOST_BETWEEN = 3
"""Circumstances between a fight and whom it was with."""


def set_between(s: Sentence, first: Phrase | None) -> list[Phrase]:
    """ "between A and B", "between a rival group the Guard and A", "between A as well as B on one hand and C": all
    of them.
    """
    named = _named(s, first) if first is not None else None
    found = s.grammar.coordinated_right(s, named) if named is not None else []
    while found and len(found) < MOST:
        following = _following(s, found[-1])
        if following is None:
            break
        found += s.grammar.coordinated_right(s, following)
    return found


def _named(s: Sentence, phrase: Phrase) -> Phrase | None:
    """The phrase, or where it only describes the name that stands right behind it, without a comma, that name."""
    if is_agent(phrase):
        return phrase
    named = s.at(phrase.end)
    apposed = named is not None and named.start == phrase.end and named.party is not None
    return named if apposed and phrase.count is None else None


def _following(s: Sentence, last: Phrase) -> Phrase | None:
    """The next one told of, behind "as well as", "on one hand and", or a name that a description leads to."""
    k = s.after_aside(s.grammar.after_complements(s, last))
    side = next((len(words) for words in s.sayings.on_one_side if s.reads(k, words)), 0)
    k += side
    k += 1 if side and s.low(k) == "," else 0
    joined = next((len(words) for words in s.sayings.and_also if s.reads(k, words)), 0)
    joined = joined or (1 if s.low(k) in s.words.and_ and s.at(k) is None else 0)
    after = s.at(k + joined) if joined else None
    if after is None or after.start != k + joined:
        return None
    named = _named(s, after)
    return named if side or joined > 1 or named is not after else None


def across(s: Sentence, k: int) -> Phrase | None:
    """Whom the word at k ("with", "against") sets on the other side."""
    other = s.at(k + 1) if s.low(k) in s.words.fought else None
    return other if other is not None and is_agent(other) and not other.pronoun else None


def after_it_broke_out(s: Sentence, k: int) -> int:
    """The token after "that erupted", "broke out", "in Kessa", "on Friday", in any order: what stands between a fight
    and whom it was with.
    """
    k += s.low(k) in s.words.which | s.words.that and s.low(k + 1) in s.words.breaks_out
    for _ in range(MOST_BETWEEN):
        place = s.at(k + 1) if s.kind(k) & PREP else None
        on = k + 1 if s.kind(k) & PREP else k
        time = next((time for time in s.times if time[0] in (k, on)), None)
        if time is not None:
            k = time[1]
        elif place is not None and place.start == k + 1 and place.place is not None:
            k = s.grammar.after_complements(s, place)
        elif s.low(k) in s.words.breaks_out:
            k += 2 if s.low(k + 1) in s.words.particles else 1
    return k
