"""Verbs and nouns that tell who thinks, wants, praises or promises something: views.csv."""

from dataclasses import dataclass

from sijill.extract.en.clauses import clause_subject, subjects
from sijill.extract.en.phrases import after_complements, chunk
from sijill.extract.en.speaking import _is_number
from sijill.extract.en.words import WORDS, bits
from sijill.extract.lexicon import NO_VERBS, Speech, viewing
from sijill.extract.syntax.classes import ADVERB, AUX, CONJ, DET, MODAL, NEGATION, PREP, PRONOUN, RELATIVE, VERB
from sijill.extract.syntax.matching import matches
from sijill.extract.syntax.parts import Phrase
from sijill.extract.syntax.sentence import Sentence
from sijill.extract.syntax.view import View
from sijill.language.tokens import OPENING, POSSESSIVE

ENDS_CONTENT = frozenset("; while although though whereas because \u2014 \u2013".split())
AFTER_COMMA = frozenset("and but who which whom whose where while as after when so".split())
NOBODY_ELSE = frozenset(("there",))
GERUND = frozenset("while after before in by without of for from when".split())
"""Words before a verb in -ing that is told of the subject of the clause: "in defending the deal"."""
TO_DO = "to do"
"""Note of a verb before an infinitive, which is what is wanted, promised, expected."""
LONGEST_ASIDE = 25
"""Tokens between the commas of an aside."""
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
    read: list[View] = []
    for each in found:
        _part_phrase(s, each)
        view = _of_noun(s, each) if each.form == "noun" else _of_verb(s, each, read[-1] if read else None)
        if view is not None and read and view.cue[0] <= read[-1].cue[0]:
            read.pop()
        read += [view] if view is not None else []
    return read


def _part_phrase(s: Sentence, found: Found) -> None:
    """ "Voters want roads": a verb that looks like a noun ends the phrase of its subject."""
    phrase = s.at(found.start)
    if phrase is None or phrase.start == found.start or found.form in NO_VERBS:
        return
    for k in range(found.start, phrase.end):
        s.phrase_of.pop(k, None)
    phrase.end, phrase.head = found.start, found.start - 1
    phrase.capital = s.grammar.is_name(s, phrase.head)


def _is_verb(s: Sentence, found: Found) -> bool:
    j = _before_adverbs(s, found.start)
    before, after = s.low(j), s.low(found.end)
    kind = bits(before)
    contracted = before in POSSESSIVE and bits(s.low(j - 1)) & (PRONOUN | RELATIVE)
    if contracted and found.form != "base":
        return True
    if before in POSSESSIVE or (before.endswith("'s") and found.form != "ing"):
        return False
    helped = bool(kind & (AUX | NEGATION | MODAL)) and before != "to"
    if found.form in ("past", "participle"):
        return helped or not (kind & DET or _describes(s, found, j))
    if found.form == "ing":
        return (not kind & (DET | PREP) or before in GERUND) and after != "of"
    if _is_aim(s, found):
        return _opens_content(s, found.end)
    if kind & (DET | PREP) or before == "" or (found.end == found.start + 1 and not _opens_content(s, found.end)):
        return False
    if s.tokens.words[found.start][:1].isupper() and s.tokens.words[found.end][:1].islower():
        return False
    if found.form == "s":
        name = s.tokens.words[j][:1].isupper() and j > s.start
        return not before.endswith("s") or before == "this" or name or bool(kind & PRONOUN)
    return helped or _is_several(s, j)


def _before_adverbs(s: Sentence, i: int) -> int:
    """The token before the verb at i and its adverbs."""
    j = i - 1
    while j > s.start and bits(s.low(j)) & ADVERB and not bits(s.low(j)) & (DET | PREP | NEGATION):
        j -= 1
    return j


def _describes(s: Sentence, found: Found, j: int) -> bool:
    """ "an internationally accepted rule", "three promised roads": what a noun is said to be."""
    noun = bits(s.low(found.end)) == 0 and s.low(found.end)[:1].isalpha() and s.tokens.words[found.end].islower()
    if not noun or found.end != found.start + 1:
        return False
    aside = s.low(j) == "," and any(s.low(k) == "," for k in range(max(s.start, j - LONGEST_ASIDE), j))
    return not aside and (bool(bits(s.low(j)) & (DET | PREP)) or s.low(j) in ("", ",") or _is_number(s.low(j)))


def _is_several(s: Sentence, j: int) -> bool:
    """Can the word at j end a subject of more than one: "voters", "they", "the mayor and the governor"?"""
    before, kind = s.low(j), bits(s.low(j))
    if before in WORDS.several or (before.endswith("s") and kind == 0):
        return True
    phrase = s.at(j)
    return phrase is not None and phrase.end == j + 1 and s.low(phrase.start - 1) == "and" and kind == 0


def _is_aim(s: Sentence, found: Found) -> bool:
    """ "took the floor to accuse her"."""
    return found.form == "base" and s.low(found.start - 1) == "to" and s.low(found.start - 2) not in NO_AIM


def _opens_content(s: Sentence, k: int) -> bool:
    """Can what is praised, wanted, thought begin here? After a noun there stands a preposition, a mark, a verb."""
    low = s.low(k)
    if low in ("to", "that") or (low and s.tokens.words[k] in OPENING):
        return True
    return low[:1].isalnum() and not bits(low) & (PREP | CONJ | AUX | MODAL)


def _of_verb(s: Sentence, found: Found, before: View | None) -> View | None:
    start = _group_start(s, found.start)
    if found.form == "state" and not any(low in WORDS.passive for low in s.tokens.lows[start : found.start]):
        return None
    passive = found.form in ("past", "participle") and any(
        low in WORDS.passive for low in s.tokens.lows[start : found.start]
    )
    if passive:
        return _passive(s, found, start)
    source = _thinker(s, found, start, before)
    content = found.end, _content_end(s, found.end)
    if source is None or content[0] >= content[1]:
        return None
    end = _end(s, found)
    start = _set_out(s, start)
    return View(
        source=source,
        cue=(start, end),
        content=(end, content[1]),
        stance=found.row.stance,
    )


def _end(s: Sentence, found: Found) -> int:
    """Without the word that opens the content: "expects to", "afraid that"."""
    infinitive = found.row.note == TO_DO or (found.row.note in NO_VERBS and bits(s.low(found.end)) & (AUX | VERB))
    last = s.low(found.end - 1)
    return found.end - 1 if last == "that" or (last == "to" and infinitive) else found.end


def _set_out(s: Sentence, start: int) -> int:
    """ "continued to call for", "went on to say": where the verb begins that says how it came to be said."""
    if s.low(start - 1) != "to" and s.low(start) != "to":
        return start
    k = start - (2 if s.low(start) != "to" else 1)
    k -= 1 if s.low(k) in ("on", "out", "off") else 0
    return _group_start(s, k) if s.low(k) in WORDS.sets_out and s.at(k) is None else start


def _thinker(s: Sentence, found: Found, start: int, before: View | None) -> tuple[tuple[int, int], ...] | None:
    """Who thinks, wants, praises: the subject; of a verb that "and" joins to the one before, who did the first."""
    if bits(s.low(start - 1)) & RELATIVE and s.at(start - 1) is None and not _is_aim(s, found):
        return ((start - 1, start),)
    told_of = (found.form == "ing" and start == found.start) or _is_aim(s, found)
    who = clause_subject(s, start) if told_of else subjects(s, start)
    who = [phrase for phrase in who if phrase.end <= start and _can_think(s, phrase)]
    if who:
        return ((who[0].start, min(start, after_complements(s, who[-1]))),)
    joined = s.low(start - 1) in ("and", "but", ",")
    return before.source if before is not None and joined else None


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
    """ "was praised by the mayor"; "is expected to leave", "was viewed as": by whom is not said."""
    by = next((k for k in range(found.end, min(found.end + 6, s.stop)) if s.low(k) in WORDS.by), None)
    agent = s.at(by + 1) if by is not None else None
    praised = subjects(s, start)
    if not praised or praised[-1].end > start:
        return None
    content = praised[0].start, praised[-1].end
    if by is not None and agent is not None:
        return View(source=((agent.start, agent.end),), cue=(start, by + 1), content=content, stance=found.row.stance)
    return View(source=(), cue=(start, _end(s, found)), content=content, stance=found.row.stance)


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
        return _of_nobody(s, found, phrase)
    end = _end(s, found)
    content = end, _content_end(s, end)
    if content[0] >= content[1]:
        return None
    return View(source=(source,), cue=(found.start, end), content=content, stance=found.row.stance)


def _of_nobody(s: Sentence, found: Found, phrase: Phrase) -> View | None:
    """ "amid growing fears of": whose they are is not said."""
    end = _end(s, found)
    content = end, _content_end(s, end)
    if content[0] >= content[1]:
        return None
    return View(source=(), cue=(phrase.start, end), content=content, stance=found.row.stance)


def _content_end(s: Sentence, start: int) -> int:
    """To the end of the clause."""
    for k in range(start, s.stop):
        low = s.low(k)
        if low in ENDS_CONTENT or (low == "," and k > start and s.low(k + 1) in AFTER_COMMA):
            return k
        if low in ("and", "but") and bits(low) & CONJ and any(c.start in (k + 1, k + 2) for c in s.speech):
            return k
    return s.stop
