"""Who says it. Speech verbs, "according to", headlines that end in their source, quotations, and chains of these.

Each cue makes a Scope: the tokens whose claims it covers, the speakers outermost first, and their stance.
"""

from dataclasses import replace
from itertools import product

from sijill.extract.assembly.accusations import (
    accusation,
    accused,
    held_back,
    held_responsible,
    is_held_back,
    is_known,
    is_to_blame,
    is_unsaid,
    of_responsibility,
)
from sijill.extract.assembly.extents import extent
from sijill.extract.assembly.scope import GOES_ON, WITHHELD, Quoted, Scope
from sijill.extract.assembly.speakers import ACCUSING, addressee, group_start, speaker_of, through
from sijill.extract.assembly.voices import Voice, voice_of
from sijill.extract.syntax.classes import ADVERB, SUBORDINATOR
from sijill.extract.syntax.parts import SpeechCue
from sijill.extract.syntax.sentence import Sentence
from sijill.language.tokens import OPENING
from sijill.model.claim import Stance
from sijill.model.source import SpeakerKind

COLONS = frozenset(":\u2013\u2014")
PARTED = frozenset(";:\u061b")
LONGEST_DESCRIPTION = 8
"""Tokens between whoever is quoted and "as saying"."""


def scopes(s: Sentence, last: Voice | None, quoted: Quoted | None = None) -> list[Scope]:
    """Every scope of the sentence, widest first.

    last     the speaker that a pronoun would mean
    quoted   a quotation over several sentences, which this one may be one of
    """
    found: list[Scope] = []
    for cue in s.speech:
        if is_to_blame(s, cue.start):
            continue
        scope = _of_verb(s, cue, last, found[-1] if found else None)
        if scope is not None:
            found.append(scope)
    found += _according(s)
    cited = _cited(s)
    found = [_with_cited(scope, cited) for scope in found] if cited and found else found + cited
    found += [scope for scope in (_headline_tail(s), _headline_head(s)) if scope is not None]
    found += [*held_responsible(s), *held_back(s)]
    found += _within(s, quoted, found) if quoted is not None else []
    if not found and last is not None and s.tokens.words[s.start] in OPENING:
        voice = replace(last, start=s.start, end=s.start + 1, carried=True)
        found.append(Scope(s.start + 1, s.stop, (voice,), Stance.ASSERTS, (s.start, s.start + 1), GOES_ON))
    return sorted(found, key=lambda scope: scope.start - scope.stop)


def _with_cited(scope: Scope, cited: list[Scope]) -> Scope:
    """Whoever is cited is the inner voice, unless it speaks for itself there."""
    inner = [voice for voice in cited[0].voices if all(own.start != voice.start for own in scope.voices)]
    return replace(scope, voices=(*scope.voices, *inner), together=1) if inner else scope


def _within(s: Sentence, quoted: Quoted, found: list[Scope]) -> list[Scope]:
    """What of the sentence stands in the quotation, unless the sentence itself names its voice."""
    start, stop, voice = max(s.start, quoted.start), min(s.stop, quoted.end), quoted.voice
    if start >= stop or any(own.start == voice.start for scope in found for own in scope.voices):
        return []
    start += 1 if s.tokens.words[start] in OPENING else 0
    return [Scope(start, stop, (replace(voice, carried=True),), Stance.ASSERTS, (start, start), GOES_ON)]


def _of_verb(s: Sentence, cue: SpeechCue, last: Voice | None, before: Scope | None) -> Scope | None:
    if cue.row.note in ACCUSING and is_held_back(s, cue):
        return Scope(cue.end, _beside(s, cue.end), (), Stance.ASSERTS, (cue.start, cue.end), cue.row.lemma, WITHHELD)
    if _is_passive(s, cue):
        return _passive(s, cue)
    if is_known(s, cue):
        return None
    linked = s.low(group_start(s, cue.start) - 1)
    if is_unsaid(s, cue) or _is_denied_too(s, cue, before) or linked in s.words.nor:
        return Scope(cue.end, _beside(s, cue.end), (), Stance.ASSERTS, (cue.start, cue.end), cue.row.lemma, WITHHELD)
    who, inverted = speaker_of(s, cue, last)
    if cue.row.lemma in s.words.shows and (inverted or not _is_evidence(s, who)):
        return None
    onward = before is not None and bool(before.voices) and _goes_on(s, cue, linked)
    if before is not None and onward and (s.grammar.speakers(s, cue) is None or not who or who[0].carried):
        who, inverted = [before.voices[-1]], False
    if not who and (said := _right_before(s, cue) or _unsaid_before(s, before, linked)) is not None:
        who, inverted = speaker_of(s, said, last)
    if not who:
        return None
    inner, content = addressee(s, cue)
    voices = (*through(s, who), *inner, *who)
    if cue.row.note in ACCUSING:
        laid = accusation(s, cue, voices, last)
        return replace(laid, together=len(who)) if laid is not None and laid.voices == voices else laid
    if cue.row.note == "quotes" or _quotes(s, cue):
        return _quotation(s, cue, voices)
    if cue.row.note == "calls false":
        end = next((k for k in range(content, s.stop) if s.low(k) in s.words.that), s.stop)
        return Scope(cue.end, end, voices, cue.row.stance, (cue.start, cue.end), cue.row.lemma, together=len(who))
    covered = _covered(s, cue, who, content, inverted=inverted, onward=onward)
    if covered is None:
        return None
    note = cue.row.note or ("responsibility" if of_responsibility(s, cue, voices) else "")
    return Scope(*covered, voices, cue.row.stance, (cue.start, cue.end), cue.row.lemma, note, together=max(1, len(who)))


def _covered(
    s: Sentence, cue: SpeechCue, who: list[Voice], content: int, *, inverted: bool, onward: bool
) -> tuple[int, int] | None:
    """What is said; of "claimed responsibility" no words: it is of what was told before."""
    if cue.row.lemma in s.words.owns_responsibility:
        return cue.end, cue.end
    return extent(s, cue, who, start=content, inverted=inverted, onward=onward)


def _goes_on_at(s: Sentence, k: int, spoken: set[int]) -> bool:
    """ "... and said", "... and the mayor said": what is said then is said."""
    subject = s.at(k + 1)
    after = subject.end if subject is not None and subject.start == k + 1 else k + 1
    return s.low(k) in s.words.and_ and after in spoken


def _is_denied_too(s: Sentence, cue: SpeechCue, before: Scope | None) -> bool:
    """ "X denied saying that it killed ten", "denied reports that it had claimed to have killed ten": that it said so
    is denied, and nobody says the rest. Not "denied it, saying that", nor "denied it and said that"."""
    own = group_start(s, cue.start)
    if any(other.end == own and other.row.stance is Stance.DENIES for other in s.speech):
        return True
    if before is None or before.stance is not Stance.DENIES or not before.cue[1] <= cue.start < before.stop:
        return False
    end = before.cue[1]
    first = next((phrase.start for phrase in s.grammar.subjects(s, own) if end <= phrase.start < own), None)
    if first is None:
        return False
    told = s.at(first - 1)
    of_it = told is not None and s.low(told.head) in s.words.accusation
    return of_it or first == end or s.low(first - 1) in s.words.that


def _beside(s: Sentence, start: int) -> int:
    """The token at which ", but" or ";" opens what is told beside it, "the attack which killed ten" says which attack,
    or "when it killed ten" tells when that was which nobody says; else the end of the sentence."""
    act = next((each.end for each in s.cues if each.start >= start and each.row.frame == "act"), s.stop)
    relative = s.words.which | s.words.that
    goes_on = {cue.start for cue in s.speech}
    apart = s.words.contrast | PARTED
    opens = (k for k in range(start, s.stop) if s.low(k) in apart or _goes_on_at(s, k, goes_on))
    done = next((each.start for each in s.cues if each.start >= start), s.stop)
    known = (k for k in range(start + 1, done) if s.low(k) in s.words.as_others and s.kind(k) & SUBORDINATOR)
    says_which = (k for k in range(act, s.stop) if s.low(k) in relative and s.at(k) is None)
    return min(next(opens, s.stop), next(says_which, s.stop), next(known, s.stop))


def _right_before(s: Sentence, cue: SpeechCue) -> SpeechCue | None:
    """ "The agency said blaming the rebels for it": the verb of speech that has the speaker of both. Not where "blaming
    the rebels" is what is then called false."""
    if not s.words.false.isdisjoint(s.tokens.lows[cue.end : s.stop]):
        return None
    return next((other for other in s.speech if other.end == cue.start and cue.form == "ing"), None)


def _unsaid_before(s: Sentence, before: Scope | None, linked: str) -> SpeechCue | None:
    """ "The monitor did not confirm it but said that": the verb that has the speaker of both."""
    joined = linked in s.words.and_ or linked in s.words.contrast
    unsaid = before if before is not None and before.note == WITHHELD and joined else None
    return next((cue for cue in s.speech if unsaid is not None and cue.start == unsaid.cue[0]), None)


def _is_passive(s: Sentence, cue: SpeechCue) -> bool:
    if cue.form not in ("past", "participle") or cue.row.note == "addressee":
        return False
    k = cue.start - 1
    while k > s.start and s.kind(k) & ADVERB and s.at(k) is None:
        k -= 1
    return s.low(k) in s.words.passive and s.at(k) is None  # "IS claimed" is no "is claimed"


def _quotes(s: Sentence, cue: SpeechCue) -> bool:
    """ "reported the mayor as saying": like "quoted the mayor as saying"."""
    phrase = s.at(cue.end)
    if phrase is None or phrase.start != cue.end:
        return False
    said = _as_saying(s, phrase.end)
    return said is not None and any(other.start == said + 1 and other.form == "ing" for other in s.speech)


def _is_evidence(s: Sentence, who: list[Voice]) -> bool:
    """ "footage shows", "a survey showed": somebody's record of what happened, not a light that shows the way."""
    return any(not s.words.evidence.isdisjoint(s.tokens.lows[voice.start : voice.end]) for voice in who)


def _goes_on(s: Sentence, cue: SpeechCue, linked: str) -> bool:
    """ "and denied", "but denied", "..., adding": in the voice of the verb of speech before."""
    return linked in s.words.and_ or linked in s.words.contrast or (cue.form == "ing" and linked not in s.words.as_)


def _quotation(s: Sentence, cue: SpeechCue, voices: tuple[Voice, ...]) -> Scope | None:
    """ "quoted X as saying that": X is the inner voice."""
    at = max([cue.end, *(voice.end for voice in voices if voice.start >= cue.end)])
    passed_on = s.low(at) in s.words.quoted_from
    phrase = s.at(at + 1 if passed_on else cue.end)
    inner = voice_of(s, phrase, None) if phrase is not None and phrase.start >= cue.end else None
    if passed_on and inner is not None:
        start = next((k + 1 for k in range(inner.end, s.stop) if s.low(k) in s.words.that), inner.end)
        return Scope(start, s.stop, (*voices, inner), Stance.ASSERTS, (cue.start, cue.end), cue.row.lemma)
    said = _as_saying(s, inner.end) if inner is not None else None
    if inner is None or said is None:
        return None
    start = said + 2
    start += 1 if s.low(start) in s.words.that else 0
    found = Scope(start, s.stop, (*voices, inner), Stance.ASSERTS, (cue.start, start), cue.row.lemma)
    before = min(voice.start for voice in voices)
    told_first = s.low(start) in (".", "", ",") and before > s.start + 1
    return replace(found, start=s.start, stop=before) if told_first else found


def _as_saying(s: Sentence, after: int) -> int | None:
    """Where "as" stands in "a police source in the city as saying", its phrase ending before `after`."""
    for k in range(after, min(s.stop, after + LONGEST_DESCRIPTION)):
        if s.low(k) in s.words.as_ and s.at(k) is None:
            return k
        if any(cue.verbal and cue.start == k for cue in s.cues) or any(cue.start == k for cue in s.speech):
            return None
    return None


def _passive(s: Sentence, cue: SpeechCue) -> Scope | None:
    """ "was accused of ...", "X was quoted as saying"."""
    if cue.row.note in ACCUSING:
        return accused(s, cue)
    if cue.row.note == "quotes":
        who = s.grammar.subjects(s, group_start(s, cue.start))
        voices = [voice for phrase in who if (voice := voice_of(s, phrase, None)) is not None]
        return (
            Scope(cue.end, s.stop, tuple(voices), Stance.ASSERTS, (cue.start, cue.end), cue.row.lemma)
            if voices
            else None
        )
    return None


def _according(s: Sentence) -> list[Scope]:
    """ "according to X": the sentence, but for what stands beyond a contrast."""
    return _after_words(s, s.sayings.according) if s.has(s.words.according) else []


def _cited(s: Sentence) -> list[Scope]:
    """ "citing X": X is the inner voice of whoever cites."""
    return _after_words(s, s.sayings.citing) if s.has(s.words.citing) else []


def _after_words(s: Sentence, openings: tuple[tuple[str, ...], ...]) -> list[Scope]:
    scopes_: list[Scope] = []
    firsts = {opening[0] for opening in openings}
    near = [i for i in range(s.start, s.stop - 2) if s.tokens.lows[i] in firsts]
    for opening, i in product(openings, near):
        if s.reads(i, opening):
            at = i + len(opening)
            phrase = s.at(at)
            if phrase is None:
                continue
            if phrase.start < at:
                phrase = replace(phrase, start=at, head=max(at, phrase.head))
            phrases = s.grammar.coordinated_right(s, phrase)[:1]
            found = [voice_of(s, p, None, anyone=True) for p in phrases]
            voices = [voice for voice in found if voice is not None]
            if voices:
                outer = through(s, voices)
                beyond = s.at(voices[-1].end + 1) if s.low(voices[-1].end) in s.words.quoted_from else None
                inner = voice_of(s, beyond, None) if beyond is not None else None
                voices += [inner] if inner is not None else []
                scopes_.append(Scope(*_half(s, i), (*outer, *voices), Stance.ASSERTS, (i, at), "according to"))
    return scopes_


def _half(s: Sentence, at: int) -> tuple[int, int]:
    """Tokens [start, end) of the part between semicolons that token `at` lies in."""
    start = next((k + 1 for k in range(at - 1, s.start, -1) if s.low(k) == ";"), s.start)
    return start, next((k for k in range(at, s.stop) if s.low(k) == ";"), s.stop)


def _headline_tail(s: Sentence) -> Scope | None:
    """ "22 killed in raids: monitor". The last words after a colon name a speaker."""
    if not s.has(COLONS):
        return None
    colon = next((i for i in range(s.stop - 2, max(s.start, s.stop - 8), -1) if s.low(i) in COLONS), None)
    if colon is None:
        return None
    phrase = s.at(colon + 1)
    if phrase is None or phrase.end < s.stop - 1:
        return None
    voice = voice_of(s, phrase, None)
    if voice is None or voice.kind is SpeakerKind.UNKNOWN:
        return None
    return Scope(s.start, colon, (voice,), Stance.ASSERTS, (colon, colon + 1), "headline")


def _headline_head(s: Sentence) -> Scope | None:
    """ "Monitor: air strikes killed 12". The first words before a colon name a speaker."""
    if not s.has(COLONS):
        return None
    colon = next((i for i in range(s.start + 1, min(s.stop, s.start + 6)) if s.low(i) == ":"), None)
    phrase = s.at(s.start) if colon is not None else None
    if phrase is None or colon is None or phrase.end != colon:
        return None
    voice = voice_of(s, phrase, None)
    if voice is None or voice.kind is SpeakerKind.UNKNOWN:
        return None
    return Scope(colon + 1, s.stop, (voice,), Stance.ASSERTS, (colon, colon + 1), "headline")
