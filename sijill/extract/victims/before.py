"""Words before a name that say what became of its bearer: "killed", "the death of", "including", "identified as"."""

from sijill.extract.lexicon.people import People
from sijill.extract.syntax.classes import PREP
from sijill.extract.syntax.mention import Mention
from sijill.extract.syntax.sentence import Sentence
from sijill.extract.victims.told import Told, harms, is_passive, of_cue

REACH = 24
"""Tokens from a harm to the "including" or colon that lists whom it befell."""


def told_before(s: Sentence, run: list[Mention], table: People, before: Told | None) -> Told | None:
    """The fate that words before the run tell; `before`: what the sentence before told."""
    t = run[0].start
    apart = t
    while apart > s.start and s.low(apart - 1) in table.sets["apposes"] | {"("}:
        apart -= 1
    return (
        _words(s, apart, table)
        or _object(s, apart, run[0].end)
        or _named_as(s, apart, table, before)
        or _included(s, apart, table)
        or _inverted(s, t)
        or (_listed(s, run, apart, table) if apart < t else None)
    )


def _words(s: Sentence, t: int, table: People) -> Told | None:
    """A row of the table that ends there."""
    for row in table.fates["before"].get(s.low(t - 1), ()):
        start = t - len(row.words)
        if start >= s.start and tuple(s.tokens.lows[start:t]) == row.words:
            return Told(row.fate, f"fate:{' '.join(row.words)}", (start, t))
    return None


def _object(s: Sentence, t: int, end: int) -> Told | None:
    """ "killed A": the object of an active verb of harm."""
    for cue in harms(s):
        if cue.verbal and s.grammar.befalls(s, cue, (t, end)):
            return of_cue(cue, "object")
    return None


def _named_as(s: Sentence, t: int, table: People, before: Told | None) -> Told | None:
    """ "identified as A": of one of whom the sentence, or the one before it, told."""
    start = table.ending_at("identifies", s.tokens.lows, s.start, t)
    if start is None:
        return None
    harm = next((c for c in reversed(harms(s)) if c.start < t), None)
    if harm is not None:
        return Told(of_cue(harm, "").fate, "identified as", (start, t))
    if before is not None:
        return Told(before.fate, "identified as", (start, t))
    dead = next((k for k in range(s.start, t) if s.low(k) in table.sets["dead"]), None)
    row = next(iter(table.fates["heading"].get(s.low(dead), ())), None) if dead is not None else None
    return Told(row.fate, "identified as", (start, t)) if row is not None else None


def _included(s: Sentence, t: int, table: People) -> Told | None:
    """ "seven people were killed, including A"."""
    start = table.ending_at("includes", s.tokens.lows, s.start, t)
    near = [c for c in harms(s) if start is not None and c.end <= start <= c.end + REACH]
    if start is None or not near:
        return None
    between = range(near[-1].end, start)
    if any(c.start in between for c in s.speech) or any(s.low(k) in table.sets["against"] for k in between):
        return None
    return of_cue(near[-1], "including")


def _inverted(s: Sentence, t: int) -> Told | None:
    """ "Also killed in the strike were A and B"."""
    if s.low(t - 1) not in s.words.passive:
        return None
    for cue in harms(s):
        fronted = cue.start - s.start < 3 or s.low(cue.start - 1) in ("also", "those", "among")
        if cue.form == "past" and cue.end < t and fronted and not is_passive(s, cue):
            return of_cue(cue, "inverted")
    return None


def _listed(s: Sentence, run: list[Mention], t: int, table: People) -> Told | None:
    """ "the names of those killed: A (12), B and C": after a colon or dash, a harm and no other voice between."""
    told = len(run) > 1 or run[0].age is not None or run[0].relation is not None
    near = [c for c in harms(s) if c.end <= t <= c.end + REACH]
    if not told or not near or s.low(t) == ",":
        return None
    if any(c.start in range(near[-1].end, t) for c in s.speech):
        return None
    if any(s.low(k) in table.sets["against"] for k in range(near[-1].end, t) if s.kind(k) & PREP):
        return None
    return of_cue(near[-1], "listed after")
