"""What a sentence says became of the persons it names.

Words before them ("killed", "the death of", "identified as"), words after them ("was killed", "'s funeral"), and the
company of another of whom it is said ("along with her husband B"). Who speaks and who did it is no victim.
"""

from sijill.extract.lexicon.people import People
from sijill.extract.syntax.classes import ADVERB, AUX
from sijill.extract.syntax.mention import Mention
from sijill.extract.syntax.sentence import Sentence
from sijill.extract.victims.after import told_after
from sijill.extract.victims.before import told_before
from sijill.extract.victims.told import Told
from sijill.language.tokens import POSSESSIVE

NEAR = 8
"""Tokens from a word for a suspect to the name."""
MOSTLY, MANY = 0.6, 3
"""Share of a line of a list that its names are; names in one line that are a list without anything else."""
LISTED, COLONS = "listed", (":", "：")


def fates(s: Sentence, runs: list[list[Mention]], table: People, before: Told | None) -> list[Told | None]:
    """One for each run. `before`: what the sentence before said, for lists and for "identified as"."""
    told: list[Told | None] = []
    for run in runs:
        told.append(_fate(s, run, table, before, last=next((each for each in reversed(told) if each), None)))
    if before is not None and runs and not any(told) and _is_list(s, runs, before):
        told = [Told(before.fate, LISTED, before.words) for _ in runs]
    return told


def _fate(s: Sentence, run: list[Mention], table: People, before: Told | None, *, last: Told | None) -> Told | None:
    first, end = run[0].start, run[-1].end
    if s.low(end) in POSSESSIVE:
        return _possessed(s, end, table)
    if _is_voice(s, first, end, table) or _is_suspect(s, first, table):
        return None
    return told_before(s, run, table, before) or told_after(s, first, end, table) or _in_company(s, first, last, table)


def _possessed(s: Sentence, genitive: int, table: People) -> Told | None:
    """ "A's death", "A's funeral"."""
    for row in table.fates["possessed"].get(s.low(genitive + 1), ()):
        return Told(row.fate, f"fate:{' '.join(row.words)}", (genitive, genitive + 2))
    return None


def _is_voice(s: Sentence, first: int, end: int, table: People) -> bool:
    """Does the run speak, or is it said to have done something?"""
    after = end + 1 if s.low(end) == "," else end
    while s.kind(after) & (ADVERB | AUX):
        after += 1
    spoken = any(c.start == after or c.end == first for c in s.speech)
    return spoken or s.low(first - 1) in table.sets["against"]


def _is_suspect(s: Sentence, first: int, table: People) -> bool:
    return any(s.low(k) in table.sets["suspect"] for k in range(max(s.start, first - NEAR), first))


def _in_company(s: Sentence, first: int, last: Told | None, table: People) -> Told | None:
    """ "A was killed along with her husband B", "A was killed, as was B"."""
    if last is None:
        return None
    joined = table.ending_at("joins", s.tokens.lows, s.start, first) if s.low(first - 1) not in ("and", "و") else None
    start = joined if joined is not None else table.ending_at("likewise", s.tokens.lows, s.start, first)
    return Told(last.fate, "in company", (start, first)) if start is not None else None


def _is_list(s: Sentence, runs: list[list[Mention]], before: Told) -> bool:
    """Nothing but names, in a line of a list. Who stands alone under a report may be its author or whom to call: a
    line is one of a list after a colon or a line of the list, with a number or a dash before it, an age, or many names.
    """
    mentions = [m for run in runs for m in run]
    if sum(m.end - m.start for m in mentions) < MOSTLY * (s.stop - s.start) or s.cues or s.speech:
        return False
    led = before.rule == LISTED or (s.start > 0 and s.tokens.lows[s.start - 1] in COLONS)
    marked = mentions[0].start > s.start and all(not s.low(k).isalpha() for k in range(s.start, mentions[0].start))
    return led or marked or len(mentions) >= MANY or any(m.age for m in mentions)
