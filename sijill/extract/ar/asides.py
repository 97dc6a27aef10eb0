"""What an Arabic sentence says in passing between a noun and what goes on with it: ages, and "at least"."""

from sijill.extract.ar.words import WORDS
from sijill.extract.syntax.sentence import Sentence
from sijill.language.ar.numbers import bound_after, read_count


def asides(s: Sentence) -> dict[int, int]:
    """An age, "(9 years)", "aged 34 years", and what bounds a number before it, "at least"."""
    found = {}
    for i in range(s.start + 1, s.stop):
        end = max(_bounded(s, i), _aged(s, i))
        if end > i:
            found[i] = end
        if s.tokens.words[i] == "(":
            close = next((k for k in range(i + 1, min(s.stop, i + 6)) if s.tokens.words[k] == ")"), None)
            if close is not None and s.low(i + 1)[:1].isdigit():
                found[i] = close + 1
    return found


def _bounded(s: Sentence, i: int) -> int:
    """The token after "at least" behind a noun that was counted; i where it stands elsewhere."""
    bound = bound_after(s.tokens, i, s.stop)
    if bound == i:
        return i
    beside = any(read_count(s.tokens, k, s.stop) for k in (i - 1, bound) if k < s.stop)
    return i if beside or any(cue.verbal and cue.end == i for cue in s.cues) else bound


def _aged(s: Sentence, i: int) -> int:
    """The token after "who is 34 years of age"; i where nothing of the kind begins there."""
    count = read_count(s.tokens, i + 3, s.stop) if s.low(i) in WORDS.aged and i + 3 < s.stop else None
    return count.end + 1 if count is not None and s.low(count.end) in WORDS.measures else i
