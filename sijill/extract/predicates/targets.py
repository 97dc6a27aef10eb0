"""What an act was done to: people, places, property. An act verb counts only with what its row of the table asks
for.
"""

from sijill.extract.syntax.circumstances import means_in
from sijill.extract.syntax.kinds import is_people
from sijill.extract.syntax.parts import Cue, Phrase, VerbGroup
from sijill.extract.syntax.sentence import Sentence


def needs_met(s: Sentence, cue: Cue, group: VerbGroup, targets: list[Phrase], *, acted: bool) -> bool:
    """Is there someone or something that did it, and what it was done to?"""
    note = cue.row.note
    if note == "needs weapon":
        return (acted or group.negated) and any(means_in(s, p.start, p.end) for p in targets)
    if note == "needs chemical":
        return acted and any(_names_chemical(s, p) for p in targets)
    if note == "needs property":
        return acted and any(is_property(s, p) for p in targets)
    hit = any(not p.pronoun and (is_people(p) or is_property(s, p)) for p in targets)
    if group.passive and note != "needs target":
        return hit
    return acted and (hit or cue.row.lemma in s.words.acts_by_themselves)


def _names_chemical(s: Sentence, phrase: Phrase) -> bool:
    """ "sarin", "small amounts of sarin"."""
    said = s.tokens.lows[phrase.start : s.grammar.after_complements(s, phrase)]
    return not s.words.chemical.isdisjoint(said)


def is_property(s: Sentence, phrase: Phrase) -> bool:
    """A place, or a thing that people live by."""
    return phrase.place is not None or (
        s.low(phrase.head) in s.words.property or s.low(phrase.head) in s.words.place_words
    )


def struck_people(s: Sentence, phrase: Phrase) -> list[Phrase]:
    """ "attacks on civilians", "civilians are victims of a siege"."""
    inner = s.grammar.complement(s, phrase, s.words.on_against)
    if inner is not None and inner.victim is not None and not inner.force:
        return [inner]
    k = phrase.start - 1
    while s.low(k) in s.words.before_siege:
        k -= 1
    if s.low(k) in s.words.of and s.low(k - 1) in s.words.victims:
        return [p for p in s.phrases if p.end < k - 1 and p.victim is not None and not p.force][-1:]
    return []
