"""What an act was done to: people, places, property. An act verb counts only with what its row of the table asks
for.
"""

from sijill.extract.en.circumstances import means_in
from sijill.extract.en.clauses import VerbGroup, is_people
from sijill.extract.en.cues import Cue
from sijill.extract.en.phrases import Phrase, Sentence
from sijill.extract.en.places import PLACE_WORDS

PROPERTY = PLACE_WORDS | frozenset(
    "home homes house houses building buildings property properties shop shops vehicle vehicles infrastructure"
    " residential farmland".split()
)
CHEMICAL = frozenset("chlorine sarin gas chemical mustard nerve vx".split())
BY_THEMSELVES = frozenset("bomb bombard shell besiege".split())


def needs_met(s: Sentence, cue: Cue, group: VerbGroup, targets: list[Phrase], *, acted: bool) -> bool:
    """Is there someone or something that did it, and what it was done to?"""
    note = cue.row.note
    if note == "needs weapon":
        return (acted or group.negated) and any(means_in(s, p.start, p.end) for p in targets)
    if note == "needs chemical":
        return acted and any(low in CHEMICAL for p in targets for low in s.tokens.lows[p.start : p.end])
    if note == "needs property":
        return acted and any(is_property(s, p) for p in targets)
    hit = any(not p.pronoun and (is_people(p) or is_property(s, p)) for p in targets)
    if group.passive and note != "needs target":
        return hit
    return acted and (hit or cue.row.lemma in BY_THEMSELVES)


def is_property(s: Sentence, phrase: Phrase) -> bool:
    """A place, or a thing that people live by."""
    return phrase.place is not None or s.low(phrase.head) in PROPERTY


def struck_people(s: Sentence, phrase: Phrase) -> list[Phrase]:
    """ "attacks on civilians", "civilians are victims of a siege"."""
    inner = s.at(phrase.end + 1) if s.low(phrase.end) in ("on", "against") else None
    if inner is not None and inner.victim is not None and not inner.force:
        return [inner]
    k = phrase.start - 1
    while s.low(k) in ("\u201c", '"', "a"):
        k -= 1
    if s.low(k) == "of" and s.low(k - 1) == "victims":
        return [p for p in s.phrases if p.end < k - 1 and p.victim is not None and not p.force][-1:]
    return []
