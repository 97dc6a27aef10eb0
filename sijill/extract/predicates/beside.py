"""Who did what a noun names, by what stands beside the noun: "Graustarkian air strikes", "a police-Column clash"."""

from sijill.extract.predicates.doer import BOTH, Doer
from sijill.extract.syntax.parts import Phrase
from sijill.extract.syntax.sentence import Sentence
from sijill.language.tokens import POSSESSIVE
from sijill.model.claim import Act
from sijill.model.party import Role


def inside(s: Sentence, phrase: Phrase) -> Doer | None:
    """A party, nationality or force beside the noun: "ISIS abductions", "government shelling", "Assad's history"."""
    first, stop = s.grammar.inside(s, phrase)
    for name in phrase.names:
        sort = name.end == name.start + 1 and s.low(name.start) in s.words.no_force_alone
        if name.kind == "party" and not sort and first <= name.start and name.end <= max(stop, phrase.start + 1):
            end = name.end
            while end < stop and (s.low(end),) in s.lexicon.forces:
                end += 1
            start = name.start - 1 if s.low(name.start - 1) in s.words.the and name.start > phrase.start else name.start
            return Doer(start, end, s.name(start, end), Role.DIRECT)
    for i in range(first, min(stop, phrase.end)):
        low = s.low(i)
        force = (low,) in s.lexicon.forces and low not in s.words.no_force_alone
        if force or (_cap_nationality(s, i) and (phrase.cue is not None)):
            start = i - 1 if i > first and s.grammar.is_name(s, i - 1) and force else i
            end = i + 1
            while end < stop and (s.low(end),) in s.lexicon.forces:
                end += 1
            return Doer(start, end, s.name(start, end), Role.DIRECT)
    return None


def both_sides(s: Sentence, phrase: Phrase) -> list[Doer]:
    """ "a police-Column clash": two sides in one word, one of them a known force."""
    fights = (cue.start for cue in s.cues if phrase.start <= cue.start < phrase.end and cue.row.act is Act.ARMED_CLASH)
    for k in range(phrase.start, next(fights, phrase.start)):
        sides = s.tokens.words[k].split("-")
        known = any((side.lower(),) in s.lexicon.forces for side in sides)
        if len(sides) == BOTH and known and all(side.isalpha() and len(side) > 1 for side in sides):
            return [Doer(k, k + 1, side, Role.JOINT) for side in sides]
    return []


def _cap_nationality(s: Sentence, i: int) -> bool:
    return (s.low(i),) in s.lexicon.nationalities and s.low(i + 1) not in POSSESSIVE
