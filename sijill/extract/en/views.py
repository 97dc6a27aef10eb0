"""Verbs and nouns that tell who thinks, wants, praises or promises something: views.csv."""

from dataclasses import dataclass

from sijill.extract.en.clauses import after_complements, clause_subject, subjects
from sijill.extract.en.phrases import chunk
from sijill.extract.en.speaking import _is_number
from sijill.extract.en.words import WORDS, bits
from sijill.extract.lexicon import NO_VERBS, Speech, viewing
from sijill.extract.syntax.classes import ADVERB, AUX, CONJ, DET, MODAL, NEGATION, PREP, PRONOUN
from sijill.extract.syntax.matching import matches
from sijill.extract.syntax.parts import Phrase
from sijill.extract.syntax.sentence import Sentence
from sijill.extract.syntax.view import View
from sijill.language.tokens import OPENING, POSSESSIVE

ENDS_CONTENT = frozenset("; while although though whereas because \u2014 \u2013".split())
AFTER_COMMA = frozenset("and but who which whom whose where while as after when so".split())
NOBODY_ELSE = frozenset("it there i we you one".split())
GERUND = frozenset("while after before in by without of for from when".split())
"""Words before a verb in -ing that is told of the subject of the clause: "in defending the deal"."""
NO_AIM = frozenset("going have has had used".split())
"""Words before "to" and a verb that say when or that it must be, and not what somebody set out to say."""
LONGEST_GROUP = 5
"""Tokens of the auxiliaries and adverbs before a verb."""


@dataclass(frozen=True, slots=True)
class Found:
    """Words of views.csv in tokens [start, end). form: base | s | past | participle | ing | noun."""

    start: int
    end: int
    row: Speech
    form: str


def views(s: Sentence) -> list[View]:
    """Every view of a sentence, left to right. Cost: linear in its words."""

    def accept(i: int, end: int, row: Speech, form: str) -> Found | None:
        found = Found(i, end, row, form)
        return found if form in NO_VERBS or _is_verb(s, found) else None

    found = matches(s.tokens.lows, (s.start, s.stop), viewing("en"), accept)
    if found and not s.phrases:
        chunk(s)
    read = (_of_noun(s, each) if each.form == "noun" else _of_verb(s, each) for each in found)
    return [view for view in read if view is not None]


def _is_verb(s: Sentence, found: Found) -> bool:
    before, after = s.low(found.start - 1), s.low(found.end)
    kind = bits(before)
    if before in POSSESSIVE or (before.endswith("'s") and found.form != "ing"):
        return False
    if found.form in ("past", "participle"):
        describes = bits(after) == 0 and after[:1].isalpha() and s.tokens.words[found.end].islower()
        led = kind & (ADVERB | PREP) or before == "," or _is_number(before)
        return not kind & DET and not (describes and led and found.end == found.start + 1)
    if found.form == "ing":
        return (not kind & (DET | PREP) or before in GERUND) and after != "of"
    if _is_aim(s, found):
        return _opens_content(s, found.end)
    if kind & (DET | PREP) or before == "" or (found.end == found.start + 1 and not _opens_content(s, found.end)):
        return False
    if found.form == "s":
        return not before.endswith("s") or before in ("this", "sanders") or bool(kind & PRONOUN)
    plural = before.endswith("s") and kind == 0
    return bool(kind & MODAL and before != "to") or plural or before in ("they", "we", "i", "you", "people", "who")


def _is_aim(s: Sentence, found: Found) -> bool:
    """ "took the floor to accuse her"."""
    return found.form == "base" and s.low(found.start - 1) == "to" and s.low(found.start - 2) not in NO_AIM


def _opens_content(s: Sentence, k: int) -> bool:
    """Can what is praised, wanted, thought begin here? After a noun there stands a preposition, a mark, a verb."""
    low = s.low(k)
    if low in ("to", "that") or (low and s.tokens.words[k] in OPENING):
        return True
    return low[:1].isalnum() and not bits(low) & (PREP | CONJ | AUX | MODAL)


def _of_verb(s: Sentence, found: Found) -> View | None:
    start = _group_start(s, found.start)
    if found.form == "state" and not any(low in WORDS.passive for low in s.tokens.lows[start : found.start]):
        return None
    passive = found.form in ("past", "participle") and any(
        low in WORDS.passive for low in s.tokens.lows[start : found.start]
    )
    if passive:
        return _passive(s, found, start)
    told_of = (found.form == "ing" and start == found.start) or _is_aim(s, found)
    who = clause_subject(s, start) if told_of else subjects(s, start)
    who = [phrase for phrase in who if phrase.end <= start and _can_think(s, phrase)]
    content = found.end, _content_end(s, found.end)
    if not who or content[0] >= content[1]:
        return None
    end = (
        found.end - 1 if s.low(found.end - 1) == "to" and found.form != "noun" and s.kind(found.end) == 0 else found.end
    )
    return View(
        source=((who[0].start, min(start, after_complements(s, who[-1]))),),
        cue=(start, end),
        content=(end, content[1]),
        stance=found.row.stance,
    )


def _can_think(s: Sentence, phrase: Phrase) -> bool:
    """Somebody else: what a speaker thinks or wants is told by saying it."""
    low = s.low(phrase.start)
    return not phrase.measure and not (phrase.pronoun and low in NOBODY_ELSE)


def _group_start(s: Sentence, i: int) -> int:
    j = i
    while j > max(s.start, i - LONGEST_GROUP) and s.at(j - 1) is None:
        if not bits(s.low(j - 1)) & (AUX | ADVERB | NEGATION | MODAL) or s.low(j - 1) == "to":
            break
        j -= 1
    return j


def _passive(s: Sentence, found: Found, start: int) -> View | None:
    """ "was praised by the mayor"."""
    by = next((k for k in range(found.end, min(found.end + 6, s.stop)) if s.low(k) in WORDS.by), None)
    agent = s.at(by + 1) if by is not None else None
    praised = subjects(s, start)
    if by is None or agent is None or not praised or praised[-1].end > start:
        return None
    return View(
        source=((agent.start, agent.end),),
        cue=(start, by + 1),
        content=(praised[0].start, praised[-1].end),
        stance=found.row.stance,
    )


def _of_noun(s: Sentence, found: Found) -> View | None:
    """ "his criticism of", "the mayor's claim that"."""
    phrase = s.at(found.start)
    if phrase is None:
        return None
    owner = next((k for k in range(phrase.start, found.start) if s.low(k) in POSSESSIVE), None)
    if owner is not None:
        source = phrase.start, owner
    elif s.low(phrase.start) in ("his", "her", "their", "its", "our", "my"):
        source = phrase.start, phrase.start + 1
    else:
        return None
    content = found.end, _content_end(s, found.end)
    if content[0] >= content[1]:
        return None
    return View(source=(source,), cue=(found.start, found.end), content=content, stance=found.row.stance)


def _content_end(s: Sentence, start: int) -> int:
    """To the end of the clause."""
    for k in range(start, s.stop):
        low = s.low(k)
        if low in ENDS_CONTENT or (low == "," and k > start and s.low(k + 1) in AFTER_COMMA):
            return k
        if low in ("and", "but") and bits(low) & CONJ and any(c.start in (k + 1, k + 2) for c in s.speech):
            return k
    return s.stop
