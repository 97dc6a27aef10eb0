""" "The brigade", "the militia" as who did it: the one that was called so by its name before."""

from dataclasses import replace

from sijill.extract.assembly.memory import Memory, Remembered, Telling
from sijill.extract.predicates.doer import Doer
from sijill.extract.predicates.draft import Draft
from sijill.extract.syntax.parts import Phrase
from sijill.extract.syntax.sentence import Sentence

FAR = 8
"""Sentences back to where it was named."""


def by_its_name(t: Telling, draft: Draft) -> None:
    """Whoever is only called "the brigade", by the name that was told with that word."""
    if t.memory.bodies:
        draft.doers = [_named(t, doer) for doer in draft.doers]


def _named(t: Telling, doer: Doer) -> Doer:
    first, _, word = doer.name.lower().partition(" ")
    body = t.memory.bodies.get(word) if first in t.s.words.definite else None
    known = body is not None and t.number - body.sentence <= FAR
    return replace(doer, name=body.text) if body is not None and known else doer


def forget_bodies(s: Sentence, memory: Memory) -> None:
    """Where another is told of ("an army brigade", "a rival militia"), the brigade is no longer the one of before."""
    for word in _told(s) if memory.bodies else ():
        memory.bodies.pop(word, None)


def keep_bodies(s: Sentence, memory: Memory, number: int) -> None:
    """Remember "the Kessa brigade" as the brigade, where its sentence tells of no other."""
    told = _told(s)
    for phrase in s.phrases if told else ():
        if told.count(s.low(phrase.head)) == 1 and _is_a_name(s, phrase):
            start, end = s.tokens.starts[phrase.start], s.tokens.ends[phrase.head]
            name = s.name(phrase.start, phrase.end)
            memory.bodies[s.low(phrase.head)] = Remembered(name, "", start, end, number)


def _told(s: Sentence) -> list[str]:
    """The words for bodies, but where "the brigade" is all that is said of one."""
    if not s.has(s.words.like_a_body):
        return []
    found = (k for k in range(s.start, s.stop) if s.low(k) in s.words.like_a_body)
    return [s.low(k) for k in found if s.low(k - 1) not in s.words.definite]


def _is_a_name(s: Sentence, phrase: Phrase) -> bool:
    """A name with a capital beside the word for what it is, and nothing that is counted or struck."""
    raised = any(s.grammar.is_name(s, k) and s.low(k).isalpha() for k in range(phrase.start + 1, phrase.head))
    return raised and s.cased and phrase.head == phrase.end - 1 and phrase.count is None and phrase.cue is None
