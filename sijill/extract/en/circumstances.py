"""When, by what means, in answer to what, and what the speaker calls it."""

from collections.abc import Sequence

from sijill.extract.en.phrases import Phrase, Sentence
from sijill.extract.lexicon import characterisations, words
from sijill.language.dates import Expression

RESPONSE = (
    ("in", "response", "to"),
    ("in", "retaliation", "for"),
    ("in", "revenge", "for"),
    ("to", "avenge"),
    ("in", "reply", "to"),
)


def nearest_time(s: Sentence, times: list[Expression], anchor: tuple[int, int]) -> Expression | None:
    """The time that governs the cue: nearest by clause; one at the head of the sentence governs every clause."""
    best, best_rank = None, (99.0, 0)
    for time in times:
        if _in_a_relative_clause(s, time, anchor):
            continue
        lo, hi = (anchor[1], time[0]) if time[0] >= anchor[1] else (time[1], anchor[0])
        between = s.tokens.lows[lo:hi]
        verbs = sum(1 for c in s.cues if c.verbal and lo <= c.start < hi)
        crossed = (
            sum(1 for low in between if low in (";", "while", "but", "that", "which", "after", "including")) + verbs
        )
        if time[0] <= s.start + 4 and time[0] < anchor[0]:
            crossed = min(crossed, 1)
        rank = (crossed + (0 if time[0] >= anchor[1] else 0.5), abs(time[0] - anchor[0]))
        if rank < best_rank:
            best, best_rank = time, rank
    return best


def _in_a_relative_clause(s: Sentence, time: Expression, anchor: tuple[int, int]) -> bool:
    """ "..., which has had no fuel since February": the time of the clause after the comma, not of what stands
    before.
    """
    between = range(anchor[1], time[0])
    return any(s.low(k) in ("which", "who", "whose") and s.low(k - 1) == "," for k in between)


def means_in(s: Sentence, start: int, stop: int, but_for: Sequence[tuple[int, int]] = ()) -> tuple[int, int] | None:
    """Tokens that name a weapon or method, outside those that name an actor ("helicopters dropped barrel bombs")."""
    table = words("en", "means.csv")
    for i in range(start, stop):
        if any(lo <= i < hi for lo, hi in but_for):
            continue
        for length in (3, 2, 1):
            if i + length <= stop and tuple(s.tokens.lows[i : i + length]) in table:
                return i, i + length
    return None


def called(s: Sentence, start: int, stop: int) -> list[tuple[int, int, str]]:
    """What is said of the act in tokens [start, stop): (start, end, characterisation)."""
    table, found = characterisations("en"), []
    for i in range(start, stop):
        for length in (3, 2, 1):
            said = table.get(tuple(s.tokens.lows[i : i + length])) if i + length <= stop else None
            if said is not None:
                found.append((i, i + length, said))
                break
    return found


def response(s: Sentence) -> tuple[int, Phrase] | None:
    """ "in response to the abductions": (where it begins, the phrase that names what is answered)."""
    if not s.has("response", "retaliation", "revenge", "avenge", "reply"):
        return None
    for i in range(s.start, s.stop - 3):
        for opening in RESPONSE:
            if tuple(s.tokens.lows[i : i + len(opening)]) == opening:
                phrase = s.at(i + len(opening))
                if phrase is not None:
                    return i, phrase
    return None
