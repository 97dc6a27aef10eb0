"""Who is accused, and of what a voice disclaims responsibility."""

from dataclasses import replace

from sijill.extract.assembly.scope import WITHHELD, Scope
from sijill.extract.assembly.speakers import group_start
from sijill.extract.assembly.stances import is_open
from sijill.extract.assembly.voices import Voice, voice_of
from sijill.extract.predicates.actors import doers, is_section
from sijill.extract.predicates.doer import Doer
from sijill.extract.syntax.classes import ADVERB, MODAL, NEGATION, RELATIVE, SUBORDINATOR
from sijill.extract.syntax.kinds import is_agent
from sijill.extract.syntax.parts import Phrase, SpeechCue
from sijill.extract.syntax.sentence import Sentence
from sijill.language.tokens import OPENING
from sijill.model.claim import Stance


def held_responsible(s: Sentence) -> list[Scope]:
    """ "A held B responsible for the killing", "B was responsible for it": B is accused."""
    laid = s.words.responsible | s.words.behind | s.words.guilty | s.words.took_part
    to_blame = s.words.to_blame
    if not (s.has(laid) or s.has(to_blame)):
        return []
    found = [
        _responsible_at(s, i)
        for i in range(s.start, s.stop)
        if s.low(i) in laid or (s.low(i) in to_blame and is_to_blame(s, i))
    ]
    return [scope for scope in found if scope is not None]


def is_to_blame(s: Sentence, at: int) -> bool:
    """ "Were to blame for it", "is also to blame": of whom it is said, and not who says it."""
    if s.low(at) not in s.words.to_blame or s.low(at - 1) not in s.words.to:
        return False
    k = at - 2
    while k > s.start and s.at(k) is None and s.kind(k) & (ADVERB | NEGATION):
        k -= 1
    return s.low(k) in s.words.passive


def _responsible_at(s: Sentence, at: int) -> Scope | None:
    target = s.at(at - 1)
    if target is not None and s.low(target.start - 1) in s.words.held and is_agent(target):
        verb = target.start - 1
        voices = [v for p in s.grammar.subjects(s, group_start(s, verb)) if (v := voice_of(s, p, None)) is not None]
        named = tuple(doers(s, s.grammar.coordinated_left(s, target), None))
        if any(s.kind(k) & NEGATION for k in range(group_start(s, verb), verb)):
            return Scope(at, s.stop, (), Stance.ASSERTS, (verb, verb + 1), "hold responsible", WITHHELD)
        stop = s.stop if (bare := _bare(s, at)) is None else bare
        start = at if bare is None else bare
        return Scope(start, stop, tuple(voices), Stance.ASSERTS, (verb, verb + 1), "hold responsible", "accuse", named)
    first = at - 1 if s.low(at) in s.words.to_blame else at
    group = group_start(s, first)
    linking = range(group, first)
    shared = s.low(at) in s.words.took_part
    bare = None if shared or s.low(at) in s.words.guilty else _bare(s, at)
    after = at + 1 if s.low(at) in s.words.behind else at + 2
    after = after if bare is None else bare
    leads = s.words.guilty_of if shared or s.low(at) in s.words.guilty else s.words.for_ | s.words.behind
    if (bare is None and s.low(after - 1) not in leads) or (_lacks_copula(s, group, first) and not shared):
        return None
    opened = s.tokens.lows[max(s.start, s.grammar.clause_start(s, group) - 1) : group]
    if any(s.kind(k) & MODAL for k in linking) or not s.words.if_.isdisjoint(opened):
        return None
    held = [p for p in s.grammar.subjects(s, group) if is_agent(p) and s.low(p.start) not in s.words.possessives]
    held = [] if any(is_open(s, p.start) for p in held) else held
    named = tuple(doers(s, [p for p in held if not p.pronoun], None))
    cue = (group, after)
    if not named:
        return None
    stop = s.stop if bare is None else bare
    if any(s.kind(k) & NEGATION for k in linking):
        limited = any(s.low(k) in s.words.partly for k in linking)
        return None if limited else Scope(after, stop, (), Stance.DENIES, cue, "responsible", "responsibility", named)
    return Scope(after, stop, (), Stance.ASSERTS, cue, "responsible", "accuse", named)


def _bare(s: Sentence, at: int) -> int | None:
    """The token after "responsible", "to blame for it", "behind it", where no more is said: it was told before."""
    led = s.low(at + 1) in s.words.for_
    of_it = at + 2 if led else at + 1
    end = of_it + 1 if s.low(of_it) in s.words.it else at + 1
    needs = led or s.low(at) in s.words.behind
    if needs and s.low(of_it) not in s.words.it:
        return None
    return end if end >= s.stop or s.low(end) in s.words.ends_bare_count else None


def _lacks_copula(s: Sentence, group: int, at: int) -> bool:
    """Where the language says "was": does it not?"""
    return bool(s.words.passive) and s.words.passive.isdisjoint(s.tokens.lows[group:at])


def of_responsibility(s: Sentence, cue: SpeechCue, voices: tuple[Voice, ...] | list[Voice]) -> bool:
    """ "denied responsibility for", "denied any involvement in", "denied being behind"."""
    end = max([cue.end, *(voice.end for voice in voices if voice.start == cue.end)])
    said = s.tokens.lows[end : end + 4]
    return any(low in s.words.responsibility for low in said) and s.low(end) not in s.words.that


def accusation(s: Sentence, cue: SpeechCue, voices: tuple[Voice, ...], last: Voice | None = None) -> Scope | None:
    """ "accused X of killing", "blamed the attack on X", "attributed it to X": X is the actor of all that follows."""
    if s.low(cue.end) in s.words.accused_of:
        return accused(s, cue)
    if (end := _each_other(s, cue)) is not None:
        return _mutual(s, cue, end, tuple(voices))
    target = _target(s, cue)
    if target is None and s.grammar.speakers(s, cue) is not None:
        return accused(s, cue, last)
    if target is not None and s.low(target.start) in s.words.nobody:
        return None
    late = _laid_to(s, cue, target) if target is not None and cue.row.note != "accuse" else None
    if late is not None and s.low(late.start) in s.words.nobody:
        return None
    if late is not None:
        named = tuple(doers(s, s.grammar.coordinated_right(s, late), None))
        return _accusing(s, cue, cue.end, voices, named)
    if cue.row.note == "attribute":
        return None
    named_first = _named_as_accused(s, target) if target is not None else []
    start = _end_of_accused(s, named_first[-1]) if named_first else cue.end
    return _accusing(s, cue, start, voices, tuple(doers(s, named_first, None)))


def is_held_back(s: Sentence, cue: SpeechCue) -> bool:
    """ "Did not blame the army", "could blame it", "stopped short of blaming it", "nobody blamed it", "neither A nor B
    blamed it": named and not accused. "Would later blame it" tells that it did; who "must be blamed" is accused."""
    group = group_start(s, cue.start)
    words = range(group, cue.start)
    negated = any(s.kind(k) & NEGATION for k in words) and not any(s.low(k) in s.words.partly for k in words)
    passive = s.low(cue.start - 1) in s.words.passive
    supposed = any(s.low(k) in s.words.may_accuse or (_is_modal(s, k) and not passive) for k in words)
    supposed = supposed and s.words.later.isdisjoint(s.tokens.lows[group : cue.start])
    nobody = any(_is_of_nobody(s, each) for each in s.grammar.subjects(s, group))
    return (negated or supposed or nobody or _is_withheld(s, cue)) and _names_somebody(s, cue)


def is_unsaid(s: Sentence, cue: SpeechCue) -> bool:
    """ "Did not confirm that", "has not claimed responsibility", "may admit": nobody says it. "Did not say how ten
    people were killed" tells that they were."""
    if cue.row.stance is Stance.DOUBTS or cue.row.note in ("quotes", "toll"):
        return False
    group = group_start(s, cue.start)
    words = range(group, cue.start)
    if any(s.kind(k) & NEGATION for k in words) and not any(s.low(k) in s.words.partly for k in words):
        opens = s.low(cue.end)
        asks = s.kind(cue.end) & (RELATIVE | SUBORDINATOR) and opens not in s.words.that | s.words.if_
        return not asks
    if cue.row.stance is not Stance.ACCEPTS_RESPONSIBILITY:
        return False
    later = not s.words.later.isdisjoint(s.tokens.lows[group : cue.start])
    supposed = any(s.low(k) in s.words.may_accuse for k in words) and not later
    return supposed or any(_is_of_nobody(s, each) for each in s.grammar.subjects(s, group))


def is_known(s: Sentence, cue: SpeechCue) -> bool:
    """ "Did not mention that", "has not confirmed the deaths of the 12 clerks", "must admit that": not said by whoever
    is to say it, but told of as what happened."""
    group = group_start(s, cue.start)
    words = range(group, cue.start)
    if any(s.kind(k) & NEGATION for k in words):
        said = s.at(cue.end)
        inner = s.grammar.complement(s, said, s.words.of) if said is not None else None
        dead = (p for p in (said, inner) if p is not None and p.count is not None)
        return cue.row.lemma in s.words.tells_of_facts or any(s.low(p.start) in s.words.definite for p in dead)
    ought = any(_is_modal(s, k) and s.low(k) not in s.words.may_accuse - s.words.will for k in words)
    return ought and cue.row.stance is Stance.ACCEPTS_RESPONSIBILITY and cue.row.note != "claims"


def _is_modal(s: Sentence, k: int) -> bool:
    return bool(s.kind(k) & MODAL) and s.low(k) not in s.words.to


def _is_of_nobody(s: Sentence, subject: Phrase) -> bool:
    """ "Nobody", "neither side", "none of the sides"; either of "neither A nor B"."""
    whole = s.at(subject.start - 2) if s.low(subject.start - 1) in s.words.of else None
    nobody = whole is not None and s.low(whole.start) in s.words.nobody
    return nobody or s.low(subject.start) in s.words.nobody or s.low(subject.start - 1) in s.words.nor


def _is_withheld(s: Sentence, cue: SpeechCue) -> bool:
    """ "Denied blaming", "short of blaming", not "denied it and blamed", nor ", yet blaming"."""
    k = cue.start - 1
    k -= 1 if s.low(k) in s.words.of | s.words.to else 0
    return cue.form not in ("past", "s") and s.low(k) in s.words.holds_back and s.low(k - 1) != ","


def held_back(s: Sentence) -> list[Scope]:
    """ "Refused to blame the army for it", and a negated verb that is no verb of speech: no accusation."""
    found = [k for k in range(s.start + 1, s.stop) if s.low(k) in s.words.blames] if s.has(s.words.blames) else []
    said = {cue.start for cue in s.speech}
    held = [k for k in found if k not in said and _is_refused(s, k)]
    return [Scope(k + 1, s.stop, (), Stance.ASSERTS, (k, k + 1), s.low(k), WITHHELD) for k in held]


def _is_refused(s: Sentence, k: int) -> bool:
    refused = s.low(k - 1) in s.words.to and s.low(k - 2) in s.words.holds_back
    return refused or s.low(k - 1) in s.words.not_


def _names_somebody(s: Sentence, cue: SpeechCue) -> bool:
    """Not "did not blame anyone for the attack", which leaves the attack as it is told."""
    target = _target(s, cue)
    return target is None or s.low(target.start) not in s.words.nobody


def _each_other(s: Sentence, cue: SpeechCue) -> int | None:
    """The token after "each other", right behind the verb or behind its subject."""
    first = next(iter(s.grammar.objects(s, cue.end)), None) if s.grammar.speakers(s, cue) is not None else None
    starts = [cue.end, *([first.start] if first is not None else [])]
    said = ((k, words) for k in starts for words in s.sayings.each_other)
    return next((k + len(words) for k, words in said if s.reads(k, words)), None)


def _mutual(s: Sentence, cue: SpeechCue, end: int, voices: tuple[Voice, ...]) -> Scope | None:
    """ "The army and the rebels blamed each other": each is accused, by the other."""
    phrases = [phrase for voice in voices if (phrase := s.at(voice.start)) is not None and is_agent(phrase)]
    named = tuple(doers(s, phrases, None))
    scope = _accusing(s, cue, end, voices, named)
    return replace(scope, mutual=True) if len(named) > 1 else None


def _named_as_accused(s: Sentence, target: Phrase) -> list[Phrase]:
    """The parties that are accused; "elements of the army" by that name, and not whoever accuses them."""
    if is_section(s, target):
        return [target]
    return s.grammar.coordinated_right(s, target) if is_agent(target) and not target.pronoun else []


def _end_of_accused(s: Sentence, phrase: Phrase) -> int:
    """The token after the accused, with the party of which they are elements."""
    whole = s.grammar.complement(s, phrase, s.words.of) if is_section(s, phrase) else None
    return phrase.end if whole is None else whole.end


def _target(s: Sentence, cue: SpeechCue) -> Phrase | None:
    """Whom the verb lays it to: right after it, or after its subject where the verb comes first."""
    if s.grammar.speakers(s, cue) is None:
        return s.at(cue.end + 1 if s.low(cue.end) in OPENING else cue.end)
    return next(iter(s.grammar.objects(s, cue.end)), None)


def accused(s: Sentence, cue: SpeechCue, last: Voice | None = None) -> Scope | None:
    """ "X was accused of killing", "X was blamed by Y for the attack".

    last   who spoke before, where the form of the verb may hold its subject
    """
    held = [p for p in s.grammar.subjects(s, group_start(s, cue.start)) if is_agent(p)]
    named = tuple(doers(s, held, None))
    start = max([cue.end, *(p.end for p in held)])
    voices: tuple[Voice, ...] = () if last is None else (replace(last, start=cue.start, end=cue.end, carried=True),)
    if s.low(start) in s.words.by and (phrase := s.at(start + 1)) is not None:
        by = [v for p in s.grammar.coordinated_right(s, phrase) if (v := voice_of(s, p, None)) is not None]
        start, voices = (by[-1].end, tuple(by)) if by else (start, voices)
    if s.low(start) not in s.words.accused_of | s.words.for_:
        return None
    return _accusing(s, cue, start, voices, named)


def _accusing(s: Sentence, cue: SpeechCue, start: int, voices: tuple[Voice, ...], named: tuple[Doer, ...]) -> Scope:
    stop = _accusation_stop(s, cue, start)
    return Scope(start, stop, voices, Stance.ASSERTS, (cue.start, cue.end), cue.row.lemma, cue.row.note, named)


def _accusation_stop(s: Sentence, cue: SpeechCue, start: int) -> int:
    """ "accused them of theft and executed two": what the accuser does next is no part of it."""
    if s.grammar.speakers(s, cue) is not None or cue.form == "ing":
        return s.stop
    joined = (
        other.start - 1
        for other in s.cues
        if other.form in ("past", "s") and other.start > start + 1 and s.low(other.start - 1) in s.words.and_
    )
    return next((k for k in joined if not _coordinates(s, k)), s.stop)


def _coordinates(s: Sentence, joint: int) -> bool:
    """ "which killed 12 and wounded 30": another finite verb before "and" that the one after it goes on from."""
    verbs = [other for other in s.cues if other.verbal and other.end <= joint]
    return bool(verbs) and verbs[-1].form in ("past", "s")


def _laid_to(s: Sentence, cue: SpeechCue, target: Phrase) -> Phrase | None:
    """The party after "on" or "to" in "blamed the attack on X", "attributed the attack to X"."""
    if is_agent(target) and not target.pronoun:
        return None
    for k in range(target.end, s.stop - 1):
        if s.low(k) in s.words.blamed_on:
            at = k + 2 if s.low(k + 1) in OPENING else k + 1
            if _agent_at(s, at):
                return s.at(at)
        if any(other.start == k for other in s.speech if other is not cue):
            return None
    return None


def _agent_at(s: Sentence, k: int) -> bool:
    phrase = s.at(k)
    return phrase is not None and phrase.start == k and is_agent(phrase) and not phrase.pronoun
