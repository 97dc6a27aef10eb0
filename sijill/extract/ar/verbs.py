"""A verb with what goes with it: particles before it, the subject after it, then the object; or the subject first.

"Killed" and "was killed" are spelled alike: a verb that only one noun follows was suffered by those who can suffer it.
"""

from dataclasses import dataclass

from sijill.extract.ar.beside import REACH, bare_after, bare_relative, joined_left, relative
from sijill.extract.ar.words import ATTACHED, WORDS, bits, is_definite
from sijill.extract.lexicon import lexicon
from sijill.extract.syntax.classes import ADVERB, AUX, CONJ, MODAL, NEGATION, RELATIVE, SUBORDINATOR
from sijill.extract.syntax.kinds import alike, is_agent, is_people
from sijill.extract.syntax.parts import Cue, Phrase, SpeechCue, VerbGroup
from sijill.extract.syntax.sentence import Sentence
from sijill.model.claim import Act, Harm

PLURAL = ("وا", "ون")
NO_SUBJECT = ("وا", "ون", "تا")
FEMININE = "ت"
OWNED = {"needs life": WORDS.lives, "needs head": WORDS.heads}
"""Notes of verbs whose object is somebody's: the lives of six, the heads of two."""
ON, AND = "علي", "و"
_FORMS = [(words, row, form) for bucket in lexicon("ar").predicates.values() for words, row, form in bucket]
_PAST = {words for words, _, form in _FORMS if form == "past"}
TWO_SPELLINGS = frozenset(row.lemma for words, row, form in _FORMS if form == "passive" and words not in _PAST)
"""Verbs whose passive is spelled otherwise than the active."""
NUMBER_OF = lexicon("ar").number_of
PASSIVE = frozenset(("passive", "passive_s"))


@dataclass(frozen=True, slots=True)
class Arguments:
    """Of a verb: its subjects and objects, each with what is joined to it; `passive`: the subject suffered it."""

    passive: bool
    subject: tuple[Phrase, ...] = ()
    objects: tuple[Phrase, ...] = ()


def group_from(s: Sentence, j: int) -> int:
    """Where the particles that end before token j begin."""
    while j > s.start and s.at(j - 1) is None and bits(s.low(j - 1)) & (MODAL | NEGATION | AUX | ADVERB):
        j -= 1
    return j


def verb_group(s: Sentence, cue: Cue) -> VerbGroup:
    """Particles right before the verb, and the voice that its form and its arguments make."""
    start = group_from(s, cue.start)
    words = s.tokens.lows[start : cue.start]
    imperfect = cue.form in ("s", "future", "passive_s")
    negated = any(bits(low) & NEGATION for low in words)
    modal = "سوف" if cue.form == "future" else next((low for low in words if low in ("سوف", "لن", "س")), None)
    if modal is None and imperfect:
        modal = next((low for low in s.tokens.lows[start : cue.start] if low in WORDS.supposes), None)
    after = s.tokens.lows[cue.end : min(s.stop, cue.end + 8)]
    past = (
        any(time[2].startswith("since:") for time in s.times) or "لم" in words or any(bits(low) & AUX for low in words)
    )
    never = any(low in WORDS.never for low in after)
    passive = arguments(s, cue.start, cue.end, cue).passive
    return VerbGroup(start, passive, negated, False, modal, False, imperfect and not past, never)


def arguments(s: Sentence, start: int, end: int, cue: Cue | SpeechCue | None) -> Arguments:
    """Subject and object of the verb in tokens [start, end)."""
    form = cue.form if cue is not None else "past"
    frame = cue.row.frame if isinstance(cue, Cue) else ""
    after = bare_after(s, end)
    if isinstance(cue, Cue) and cue.row.note in OWNED:
        return _of_lives(s, start, end, after, words=OWNED[cue.row.note])
    if isinstance(cue, Cue) and cue.row.note == "needs fire":
        return _of_fire(s, end, after)
    if isinstance(cue, Cue) and cue.row.note in ("needs on", "needs control"):
        return _of_fire(s, end, after)
    carried = group_from(s, start) - 1
    if s.low(carried) in WORDS.pronouns and s.at(carried) is None and bits(s.low(carried)) & SUBORDINATOR:
        return _of_a_pronoun(s, carried, after, cue)
    if isinstance(cue, Cue) and frame == "delivers" and after and not is_agent(after[0]) and _is_supplied(s, after[0]):
        return Arguments(True, joined(s, after[:1]))
    if form in PASSIVE:
        return _suffered(s, start, after)
    if form == "ing":
        return _of_participle(s, start, end, after)
    acting = bare_relative(s, start)
    if acting is not None:
        return Arguments(False, (acting,), joined(s, after[:1]))
    left = joined_left(s, group_from(s, start)) if not _opens_clause(s, group_from(s, start)) else None
    if left is not None:
        return _with_subject_first(s, start, left, after, cue)
    told = relative(s, group_from(s, start))
    if told is not None:
        return _of_relative(s, told, after, cue, end)
    if frame == "dies" and len(after) > 1 and _is_named_by(s, after[0], after[1]):
        return Arguments(False, (after[0], *joined(s, after[1:2])[1:]))
    if frame in ("dies", "acts"):
        return Arguments(False, joined(s, after[:1]), joined(s, after[1:2]))
    return _subject_then_object(s, start, end, after, cue)


def _opens_clause(s: Sentence, start: int) -> bool:
    return start == s.start or bool(s.kind(start - 1) & (CONJ | SUBORDINATOR) and s.at(start - 1) is None)


def joined(s: Sentence, phrases: list[Phrase]) -> tuple[Phrase, ...]:
    """Each phrase with those joined to it."""
    return tuple(each for phrase in phrases for each in s.grammar.coordinated_right(s, phrase))


def _of_lives(s: Sentence, start: int, end: int, after: list[Phrase], *, words: frozenset[str]) -> Arguments:
    """ "reaped the lives of six": the object is whose lives they are."""
    at = next((k for k in range(end, min(s.stop, end + REACH)) if s.low(k) in words), None)
    whose = s.at(at + 1) if at is not None else None
    inner = s.at(at) if at is not None else None
    if whose is inner and inner is not None:
        whose = s.at(inner.end)
    subject = [p for p in after if at is None or p.end <= at][:1]
    told = (relative(s, group_from(s, start)) or bare_relative(s, start)) if not subject else None
    subject = subject or [p for p in (told or joined_left(s, group_from(s, start)),) if p is not None]
    if not subject and words is WORDS.heads and whose is not None:
        return Arguments(True, joined(s, [whose]))
    return Arguments(False, joined(s, subject), joined(s, [whose]) if whose is not None else ())


def _of_fire(s: Sentence, end: int, after: list[Phrase]) -> Arguments:
    """ "X opened fire on Y", "X took hold of Y": the object stands after "on"."""
    on = next((k for k in range(end, min(s.stop, end + REACH)) if s.low(k) == ON and s.at(k) is None), s.stop)
    target = s.at(on + 1)
    subject = [p for p in after if p.end <= on][:1]
    if subject and not is_agent(subject[0]) and s.low(subject[0].start) in WORDS.fire:
        subject = []
    return Arguments(False, joined(s, subject), joined(s, [target]) if target is not None else ())


def _is_supplied(s: Sentence, phrase: Phrase) -> bool:
    lows = s.tokens.lows
    return any((lows[k],) in s.lexicon.supplies for k in range(phrase.start, phrase.end))


def _suffered(s: Sentence, start: int, after: list[Phrase]) -> Arguments:
    left = joined_left(s, group_from(s, start)) if not _opens_clause(s, group_from(s, start)) else None
    told = relative(s, group_from(s, start)) if left is None else None
    found = after[:1] if after and _can_suffer(after[0]) else []
    chosen = [told] if told is not None else [left] if left is not None else found or after[:1]
    return Arguments(True, joined(s, [p for p in chosen if p is not None]))


def _can_suffer(phrase: Phrase) -> bool:
    return is_people(phrase) or phrase.capital or phrase.place is not None or phrase.count is not None


def _of_participle(s: Sentence, start: int, end: int, after: list[Phrase]) -> Arguments:
    """A noun of action with a verb's meaning, "targeting X": what follows is the object; of two, the second."""
    adjacent = [p for p in after if p.start - end <= 2]
    if (
        len(after) > 1
        and is_agent(after[0])
        and after[0].start == end
        and (is_people(after[1]) or after[1].place or _is_thing(s, after[1]))
    ):
        return Arguments(False, joined(s, after[:1]), joined(s, after[1:2]))
    return Arguments(False, (), joined(s, adjacent[:1]))


def _with_subject_first(
    s: Sentence, start: int, left: Phrase, after: list[Phrase], cue: Cue | SpeechCue | None
) -> Arguments:
    """ "X bombed the town"; "twelve people were killed": without an object the subject of a harm suffered it."""
    subject = _joined_before(s, left, group_from(s, start))
    harms = isinstance(cue, Cue) and cue.row.harm is not Harm.NONE and cue.row.frame == "verb"
    object_ = next((p for p in after[:1] if not isinstance(cue, Cue) or _takes(s, cue, p)), None)
    if harms and object_ is None and not (left.cue is not None and left.cue.row.frame == "act"):
        return Arguments(True, subject)
    return Arguments(False, subject, joined(s, [object_]) if object_ is not None else ())


def _joined_before(s: Sentence, phrase: Phrase, verb: int) -> tuple[Phrase, ...]:
    """The phrase and those joined to it before the verb at token `verb`, whose subject the last of them is too:
    "eleven civilians and four policemen were killed".
    """
    found = s.grammar.coordinated_right(s, phrase)
    k = s.after_aside(s.grammar.after_complements(s, found[-1]))
    last = s.at(k + 1) if s.low(k) == AND and s.at(k) is None else None
    if last is not None and last.start == k + 1 and alike(last, phrase):
        beyond = s.after_aside(s.grammar.after_complements(s, last))
        found += [last] if beyond <= verb and all(s.at(j) is None for j in range(beyond, verb)) else []
    return tuple(found)


def _takes(s: Sentence, cue: Cue, phrase: Phrase) -> bool:
    """Can the phrase be the object of the verb?"""
    if phrase.measure and cue.row.harm is not Harm.NONE:
        return False
    besieged = cue.row.act is Act.SIEGE and (phrase.place is not None or _is_thing(s, phrase))
    return (
        besieged
        or cue.row.harm is Harm.NONE
        or is_people(phrase)
        or phrase.count is not None
        or phrase.capital
        or phrase.victim is not None
    )


def _of_relative(s: Sentence, told: Phrase, after: list[Phrase], cue: Cue | SpeechCue | None, end: int) -> Arguments:
    """ "the bombing that killed five"; "that X carried out": who follows is the subject if the verb points back."""
    back = s.low(end) in ATTACHED
    if back:
        return Arguments(False, joined(s, after[:1]), (told,))
    harms = isinstance(cue, Cue) and cue.row.harm is not Harm.NONE and cue.row.frame == "verb"
    if harms and not after and not (told.cue is not None and told.cue.row.frame == "act"):
        return Arguments(True, (told,))
    return Arguments(False, (told,), joined(s, after[:1]))


def _subject_then_object(
    s: Sentence, start: int, end: int, after: list[Phrase], cue: Cue | SpeechCue | None
) -> Arguments:
    if not after:
        return Arguments(False)
    first, second = after[0], after[1] if len(after) > 1 else None
    if isinstance(cue, SpeechCue) and first.cue is not None and first.cue.row.frame in ("noun", "act", "toll"):
        return Arguments(False, (unsaid(start, end),), joined(s, [first]))
    if not isinstance(cue, Cue):
        return Arguments(False, joined(s, [first]), joined(s, [second]) if second is not None else ())
    if cue.row.harm is Harm.NONE or cue.row.frame != "verb":
        return _acted(s, start, end, first, second)
    plural = s.low(end - 1).endswith(NO_SUBJECT)
    if second is not None and _is_named_by(s, first, second):
        people = (first, *joined(s, [second])[1:])
        return Arguments(False, (unsaid(start, end),), people) if _is_active(cue) else Arguments(True, people)
    if (
        second is not None
        and _takes(s, cue, second)
        and (is_agent(first) or first.cue is not None or is_people(first) or first.capital)
    ):
        return Arguments(False, joined(s, [first]), joined(s, [second]))
    if (first.cue is not None and first.cue.row.frame == "act") or _shares_object(s, first, cue):
        return Arguments(False, joined(s, [first]))
    active = plural or _is_active(cue) or _is_object(s, first) or _differs(s, end - 1, first)
    if active or (not is_agent(first) and _goes_on(s, start, cue)):
        return Arguments(False, (unsaid(start, end),), joined(s, [first]))
    return Arguments(True, joined(s, [first]))


def _is_named_by(s: Sentence, first: Phrase, second: Phrase) -> bool:
    """ "The soldier Omar Brandt": a name after one person with the article says who that is, not whom they killed."""
    one = first.count is None and NUMBER_OF.get((s.low(first.head),)) == 1 and is_definite(s.low(first.head))
    return one and second.person and second.count is None and second.victim is None


def _shares_object(s: Sentence, first: Phrase, cue: Cue) -> bool:
    """ "killed the army and wounded fourteen", as Arabic has it: both did the army, to the fourteen."""
    k = s.grammar.after_complements(s, first)
    if not is_agent(first) or first.count is not None or s.low(k) != AND:
        return False
    twin = next((c for c in s.cues if c.verbal and c.start == k + 1 and c.row.frame == "verb"), None)
    if twin is None or twin.row.harm is Harm.NONE or s.low(twin.end - 1)[-1:] != s.low(cue.end - 1)[-1:]:
        return False
    beyond = arguments(s, twin.start, twin.end, twin)
    return not beyond.passive and bool(beyond.objects)


def _goes_on(s: Sentence, start: int, cue: Cue) -> bool:
    """ "The army killed two and arrested five": after "and", in the same form, by whoever did the first to others."""
    if s.low(start - 1) != AND or start - 1 <= s.start:
        return False
    before = next((c for c in reversed(s.cues) if c.verbal and c.end < start), None)
    if before is None or before.row.frame != "verb" or before.form != cue.form:
        return False
    if any(s.low(k) == "," or s.kind(k) & (RELATIVE | SUBORDINATOR) for k in range(before.end, start)):
        return False
    told = arguments(s, before.start, before.end, before)
    return not told.passive and bool(told.objects) and any(is_agent(each) for each in told.subject)


def _is_active(cue: Cue) -> bool:
    """Of "wounded" and "was wounded" two spellings are known, and this is the first."""
    return cue.form == "past" and cue.row.lemma in TWO_SPELLINGS


def _of_a_pronoun(s: Sentence, at: int, after: list[Phrase], cue: Cue | SpeechCue | None) -> Arguments:
    """ "that it had executed four": who is told of stands in the word for "that"."""
    harms = isinstance(cue, Cue) and cue.row.harm is not Harm.NONE and cue.row.frame == "verb"
    first = after[0] if after else None
    named = first is not None and (is_agent(first) and first.count is None)
    if first is not None and (not harms or named) and len(after) > 1 and named:
        return Arguments(False, joined(s, [first]), joined(s, after[1:2]))
    return Arguments(False, (unsaid(at, at + 1),), joined(s, after[:1]))


def _acted(s: Sentence, start: int, end: int, first: Phrase, second: Phrase | None) -> Arguments:
    """An act that names no harm: its subject, then what it was done to; a place alone is what it was done to."""
    plural = s.low(end - 1).endswith(NO_SUBJECT)
    doer = is_agent(first) or first.cue is not None or (second is not None and not plural)
    if doer and not plural:
        return Arguments(False, joined(s, [first]), joined(s, [second]) if second is not None else ())
    if plural or is_people(first) or first.place is not None or _is_thing(s, first):
        return Arguments(False, (unsaid(start, end),), joined(s, [first]))
    return Arguments(False, joined(s, [first]))


def _is_thing(s: Sentence, phrase: Phrase) -> bool:
    low = s.low(phrase.head)
    return low in WORDS.property or low in WORDS.place_words or (is_definite(low) and low[2:] in WORDS.place_words)


def unsaid(start: int, end: int) -> Phrase:
    """A verb that carries its subject in its form: whoever was told of before."""
    return Phrase(start, end, start, None, (), None, False, None, True, False)


def _is_object(s: Sentence, phrase: Phrase) -> bool:
    """Is the noun in the case of an object: "civilians" as an object, "a shepherd" with tanwin?"""
    if phrase.head < 0:
        return False
    low = s.low(phrase.head)
    singular = phrase.count is None and low.endswith("ا") and (low[:-1],) in lexicon("ar").victims
    return singular or (
        phrase.count is None
        and phrase.victim is not None
        and phrase.victim.plural
        and low.endswith("ين")
        and (low[:-2] + "ون",) in lexicon("ar").victims
    )


def _differs(s: Sentence, verb: int, phrase: Phrase) -> bool:
    """A feminine verb before men: its subject was told of before ("three shells were fired and killed 12 people")."""
    low = s.low(verb)
    noun = phrase.victim
    if not low.endswith(FEMININE) or noun is None or noun.group == "women" or low in ("مات",):
        return False
    return (
        phrase.count is not None
        and phrase.count.number is not None
        and not s.low(phrase.head).endswith(("ة", "ات", "تان", "تين"))
    )
