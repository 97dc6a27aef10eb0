"""Of whom a bare number may be told: not of the attacker's own men, nor of those who came to harm in another way."""

from collections.abc import Set as AbstractSet

from sijill.extract.assembly.memory import Telling
from sijill.extract.predicates.draft import Draft
from sijill.extract.syntax.classes import POSSESSIVE, PREP, PRONOUN, RELATIVE, SUBORDINATOR
from sijill.extract.syntax.parts import PARTY, PLACE
from sijill.extract.syntax.sentence import Sentence
from sijill.model.claim import Status

AWAY = PREP | RELATIVE | SUBORDINATOR
"""Words that open what more is said of it: where, when, how."""

WHOSE = POSSESSIVE | PRONOUN


def is_armed(s: Sentence, draft: Draft) -> bool:
    """Fighters, soldiers, policemen; members of a party."""
    phrase = s.at(draft.harmed.start) if draft.harmed is not None else None
    if draft.harmed is None or phrase is None:
        return False
    return phrase.force or phrase.party is not None or draft.harmed.victims.status is Status.COMBATANT


def are_bystanders(s: Sentence, draft: Draft) -> bool:
    """Civilians, people, a number alone: no fighters, and nobody's men ("ten of them", "its workers")."""
    phrase = s.at(draft.harmed.start) if draft.harmed is not None else None
    if draft.harmed is None or phrase is None or phrase.pronoun or phrase.names or is_armed(s, draft):
        return False
    if any(s.kind(k) & WHOSE for k in range(draft.harmed.start, draft.harmed.end)):
        return False
    alone = phrase.count is not None and phrase.head < phrase.count.end
    return alone or (phrase.victim is not None and not phrase.victim.label)


def names_somebody(t: Telling, draft: Draft) -> bool:
    """Does the sentence name a party that does not speak, or say of something whose it is?"""
    s = t.s
    heard = [(voice.start, voice.end) for scope in t.said for voice in scope.voices]
    named = (name for name in s.names if name.kind == PARTY and not any(at <= name.start < end for at, end in heard))
    own = any(s.low(k) in s.words.its for k in range(s.start, s.stop))
    return own or any(s.start <= name.start < s.stop for name in named)


def says_more(t: Telling, draft: Draft, there: AbstractSet[int]) -> bool:
    """ "Ten people were killed in a bus crash", "in Ostmark", "as they fled": elsewhere, or in another way.

    there   the tokens that name the place of the act told of
    """
    s, harmed = t.s, draft.harmed
    heard = {k for scope in t.said for k in range(*scope.cue)}
    heard |= {k for scope in t.said for voice in scope.voices for k in range(voice.start, voice.end)}
    inside = range(harmed.start, harmed.end) if harmed is not None else range(0)
    for k in range(s.start, s.stop):
        if k in heard or k in inside or k in there or not s.kind(k) & AWAY:
            continue
        phrase = s.at(k)
        if not (phrase is not None and phrase.count is not None) and s.low(k) not in s.words.including | s.words.among:
            return True
    placed = any(name.kind == PLACE and name.start not in there and s.start <= name.start < s.stop for name in s.names)
    return placed or names_somebody(t, draft)
