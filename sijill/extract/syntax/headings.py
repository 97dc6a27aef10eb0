"""Titles of other reports, which a page prints below its own text: "Related Blast in Market Leaves Nine Dead"."""

from sijill.extract.syntax.sentence import Sentence

LEAD = 900
"""Code points after which no headline of the report itself is looked for."""
WORDS = 10
"""Words of more than LITTLE letters, of which MOST have a capital in a run of titles."""
LITTLE, MOST = 3, 0.75


def is_of_other_reports(s: Sentence) -> bool:
    """Whether far down in a text nearly every word after the first has a capital, and so have half of the words of
    violence and every verb of it. Not a list of names after "were killed", nor words in capitals throughout."""
    if not s.cased or s.tokens.starts[s.start] < LEAD:
        return False
    first = next((k for k in range(s.start, s.stop) if s.tokens.words[k][0].isalpha()), s.stop)
    words = [word for word in s.tokens.words[first + 1 : s.stop] if word[0].isalpha() and len(word) > LITTLE]
    if len(words) < WORDS or sum(map(_has_a_capital, words)) < MOST * len(words):
        return False
    cues = [(cue.verbal, _has_a_capital(s.tokens.words[cue.start])) for cue in s.cues if cue.start > first]
    verbs = all(capital for verbal, capital in cues if verbal)
    return verbs and bool(cues) and 2 * sum(capital for _, capital in cues) >= len(cues)


def _has_a_capital(word: str) -> bool:
    return word[0].isupper() and not word.isupper()
