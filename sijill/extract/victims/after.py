"""Words after a name that say what became of its bearer: "was killed", "and her two sons were wounded", "died"."""

from sijill.extract.lexicon.people import KIN, PERSON, People
from sijill.extract.syntax.classes import ADVERB, AUX, CONJ, DET, PREP
from sijill.extract.syntax.parts import Cue
from sijill.extract.syntax.sentence import Sentence
from sijill.extract.victims.told import Told, harms, is_passive, of_cue
from sijill.language.numbers import TENS, UNITS

LATER = 6
"""Tokens from one harm to a worse one that is joined to it: "was injured and later died"."""


def told_after(s: Sentence, first: int, end: int, table: People) -> Told | None:
    """The fate that the predicate tells of which the run is the subject."""
    if s.kind(first - 1) & PREP and s.low(first - 1) not in table.sets["opens"]:
        return None
    k = _past_kin(s, end, table)
    comma = s.low(k) == ","
    verb = k
    while verb < s.stop and _is_skipped(s, verb, table):
        verb += 1
    cue = next((c for c in harms(s) if c.start == verb), None)
    if cue is None:
        return _among(s, k, verb, table)
    if s.grammar.befalls(s, cue, (first, end)):
        return _worse(s, cue)
    if cue.row.frame == "dies" or is_passive(s, cue) or _is_participle(s, cue, k, comma=comma):
        return _worse(s, cue)
    return None


def _past_kin(s: Sentence, k: int, table: People) -> int:
    """The token after those who are with the named and have no name: "and her two sons", "with his wife"."""
    while True:
        start = k + 1 if s.low(k) == "," else k
        joins = [form for form in table.joining.get(s.low(start), ()) if s.reads(start, form)]
        if not joins:
            return k
        j = start + len(joins[0])
        while s.kind(j) & DET or s.low(j) in UNITS or s.low(j) in TENS or s.low(j).isdigit():
            j += 1
        if table.word(s.low(j), KIN, PERSON) is None:
            return k
        k = j + 1


def _is_skipped(s: Sentence, k: int, table: People) -> bool:
    return s.low(k) == "," or s.low(k) in table.sets["skips"] or bool(s.kind(k) & (AUX | ADVERB))


def _is_participle(s: Sentence, cue: Cue, k: int, *, comma: bool) -> bool:
    """ "A, reportedly killed in the strike,": after a comma, and without an object of its own."""
    after = s.low(cue.end)
    return comma and cue.verbal and cue.form == "past" and (bool(s.kind(cue.end) & PREP) or after in (",", ".", ""))


def _worse(s: Sentence, cue: Cue) -> Told:
    """ "was injured and later died": what came after."""
    later = next((c for c in harms(s) if cue.end < c.start <= cue.end + LATER and c.row.frame == "dies"), None)
    joined = later is not None and any(s.kind(k) & CONJ for k in range(cue.end, later.start))
    return of_cue(later if later is not None and joined else cue, "subject")


def _among(s: Sentence, k: int, verb: int, table: People) -> Told | None:
    """ "A was among the dead", "A and B were among those killed"."""
    if s.low(verb) not in table.sets["among"] or not any(s.low(j) in s.words.passive for j in range(k, verb)):
        return None
    for j in range(verb + 1, min(s.stop, verb + 6)):
        cue = next((c for c in harms(s) if c.start == j), None)
        if cue is not None:
            return of_cue(cue, "among")
        row = next(iter(table.fates["heading"].get(s.low(j), ())), None)
        if row is not None and len(row.words) == 1:
            return Told(row.fate, f"fate:{row.words[0]}", (verb, j + 1))
    return None
