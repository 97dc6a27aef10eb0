"""Who did what a noun of action names, and the verb that a noun is governed by: "by", "led to", "threatened"."""

from sijill.extract.ar.beside import acts_on, hangs_on
from sijill.extract.ar.words import ATTACHED, WORDS, bits
from sijill.extract.syntax.classes import ADVERB, CONJ, DET, PREP, RELATIVE
from sijill.extract.syntax.kinds import is_agent, is_people
from sijill.extract.syntax.parts import Cue, Phrase
from sijill.extract.syntax.sentence import Sentence

TANWIN = "ا"
"""The ending of an indefinite noun and of its adjective: "an armed clash", and no clash of an armed man."""
HAND, BEFORE, OF, FOR = frozenset("يد ايدي".split()), "قبل", "من", "ل"
GOVERNING = (
    *(WORDS.caused, WORDS.holding, WORDS.causing, WORDS.leaving, WORDS.light, WORDS.undergoes),
    *(WORDS.brought_about, WORDS.threats, WORDS.plans, WORDS.foils),
)
"""Verbs that say what an act brought about, that it was done, is meant, or to whom."""


def governed_by(s: Sentence, start: int, prepositions: frozenset[str], stop: int) -> Phrase | None:
    """The first phrase after one of these prepositions; for "by" also who stands right after the act."""
    if prepositions is not WORDS.by:
        return s.after_any(start, prepositions, stop)
    owner = _owner(s, start)
    if owner is not None:
        return owner
    done = _carried_out_by(s, start, stop)
    if done is not None:
        return done
    within = False
    for k in range(start, min(stop, s.stop) - 1):
        within = within or any(s.reads(k, words) for words in s.sayings.subsets)
        if within and not (s.low(k) in HAND or s.low(k) == BEFORE):
            continue
        if s.at(k) is None and s.low(k) in prepositions and (found := _agent_after(s, k, start)) is not None:
            return found
    return None


def _owner(s: Sentence, start: int) -> Phrase | None:
    """ "the bombing of the army", "the killing by X of Y": who stands right after a noun of action."""
    acted, owner = s.at(start - 1), s.at(start)
    if acted is None or acted.cue is None or owner is None or owner.start != start or not is_agent(owner):
        return None
    if not hangs_on(s, acted, owner) or owner.count is not None or s.low(owner.end - 1) in ATTACHED:
        return None
    if s.low(acted.end - 1).endswith(TANWIN) and s.low(owner.head).endswith(TANWIN):
        return None
    if acted.cue.row.frame == "act":
        return owner if not (owner.victim is not None and owner.party is None and not _is_acting(s, owner)) else None
    beyond = s.at(owner.end)
    follows = beyond is not None and beyond.start == owner.end and is_people(beyond)
    return owner if follows and beyond is not None and acts_on(s, owner, beyond) else None


def _carried_out_by(s: Sentence, start: int, stop: int) -> Phrase | None:
    """ "raids that X carried out", "a raid carried out by X": the verb points back to the act by a pronoun."""
    for k in range(start, min(stop, s.stop) - 1):
        low = s.low(k)
        if s.at(k) is None and (low in WORDS.carried_out or low in WORDS.done_by):
            at = k + 2 if s.low(k + 1) in ATTACHED else k + 1
            phrase = s.at(at)
            if at > k + 1 and (phrase is None or phrase.start != at) and s.low(at + 1):
                return Phrase(k, k + 1, k, None, (), None, False, None, True, False)
            back = at > k + 1 or low in WORDS.done_by or low.endswith(("ها", "ه"))
            if back and phrase is not None and phrase.start == at and is_agent(phrase):
                return phrase
    return None


def _is_acting(s: Sentence, phrase: Phrase) -> bool:
    return (s.low(phrase.head),) in s.lexicon.forces


def _agent_after(s: Sentence, k: int, start: int) -> Phrase | None:
    """Who did it after the preposition at k: "at the hand of", "by", "by bullets of", "by a raid of", an act "of"."""
    low, phrase = s.low(k), s.at(k + 1)
    if phrase is None or phrase.start != k + 1:
        return None
    if low in HAND:
        return phrase
    if low == BEFORE:
        return phrase if s.low(k - 1) == OF else None
    if low == FOR:
        near = k - start <= 4 and s.at(start - 1) is not None and not _is_elsewhere(s, start, k)
        return phrase if near and is_agent(phrase) and phrase.count is None else None
    if phrase.cue is not None and phrase.cue.row.frame == "act":
        inner = s.at(phrase.end)
        own = inner is not None and s.low(inner.end - 1) in ATTACHED
        if (
            inner is not None
            and not own
            and inner.start == phrase.end
            and is_agent(inner)
            and hangs_on(s, phrase, inner)
        ):
            return inner
        following = s.at(phrase.end + 1) if s.low(phrase.end) == FOR else None
        return following if following is not None and is_agent(following) else None
    return phrase if is_agent(phrase) and low != FOR and not phrase.pronoun else None


def _is_elsewhere(s: Sentence, start: int, stop: int) -> bool:
    """ "an explosion near an office of the police": is another noun between the act and whose that noun is?"""
    return any(s.at(k) is not None or s.kind(k) & PREP for k in range(start, stop))


def verb_before(s: Sentence, phrase: Phrase) -> int:
    """The token of the verb that the phrase is an object of, also by a preposition: "led to", "resulted in"."""
    k = phrase.start - 1
    for _ in range(14):
        if k < s.start:
            return k
        inner = s.at(k)
        if inner is not None:
            k = inner.start - 1
            continue
        low = s.low(k)
        noun = low in WORDS.light and bool(bits(s.low(k - 1)) & PREP)
        if not noun and any(low in words for words in GOVERNING):
            return k
        if noun:
            k -= 1
            continue
        time = s.time_ending_at(k + 1)
        if time is not None:
            k = time[0] - 1
            continue
        if bits(low) & CONJ and s.at(k - 1) is not None and s.at(k + 1) is not None and low == "و":
            k -= 1
            continue
        if not bits(low) & (PREP | ADVERB | DET) and low not in ATTACHED:
            return phrase.start - 1
        k -= 1
    return phrase.start - 1


def intends(s: Sentence, cue: Cue, start: int) -> str:
    """The word of threat or plan that governs what begins at token `start`; "" where none does."""
    for k in range(start - 1, max(s.start - 1, start - 12), -1):
        low = s.low(k)
        if low in WORDS.threats or low in WORDS.plans or (low in WORDS.warns and cue.form == "future"):
            return low
        if s.at(k) is None and (low in (",", ":", ";") or bits(low) & RELATIVE or low in WORDS.while_):
            return ""
        if any(c.verbal and c.start == k for c in s.cues) or any(c.start == k for c in s.speech):
            return ""
    return ""
