"""Who the subject of a verb of speech is: before it, after it, in an aside, or told of through an outlet."""

from dataclasses import replace

from sijill.extract.assembly.governed import governed_speaker
from sijill.extract.assembly.voices import Voice, is_name, kind_of, voice_of
from sijill.extract.syntax.classes import ADVERB, AUX, MARK, MODAL, NEGATION, PREP, RELATIVE, SUBORDINATOR, VERB
from sijill.extract.syntax.parts import SOURCE, Phrase, SpeechCue
from sijill.extract.syntax.sentence import Sentence
from sijill.language.tokens import CLOSING
from sijill.model.source import SpeakerKind

ACCUSING = frozenset({"accuse", "blame", "attribute"})
"""Notes of verbs that lay an act to somebody."""
FAR = 8
"""Tokens from a verb of speech to whom it was told."""
NEXT, CLAUSE = 1, 12
"""Tokens after a name behind its verb of speech, in which a verb of its own would stand: with a comma, and without."""
DESCRIBED = 10
"""Tokens of a relative clause between a speaker and its verb."""
CAPABLE = frozenset({SpeakerKind.MEDIA, SpeakerKind.UN, SpeakerKind.NGO, SpeakerKind.SOCIAL})


def group_start(s: Sentence, i: int) -> int:
    """Where the auxiliaries and adverbs before the verb at token i begin."""
    j = i
    while (
        j > s.start
        and s.at(j - 1) is None
        and s.kind(j - 1) & (AUX | ADVERB | NEGATION | MODAL)
        and s.low(j - 1) not in s.words.that
    ):
        j -= 1
    return j


def speaker_of(s: Sentence, cue: SpeechCue, last: Voice | None) -> tuple[list[Voice], bool]:
    """The voices, and whether they stand after their verb ("..., said X")."""
    told = s.grammar.speakers(s, cue)
    if told:
        found = [voice_of(s, phrase, last) for phrase in (*told, *_joined_behind(s, told[-1]))]
        return [voice for voice in found if voice is not None], False
    before = s.tokens.words[cue.start - 1] if cue.start > s.start else ""
    after = s.at(cue.end)
    if (
        after is not None
        and cue.row.note == ""
        and after.start == cue.end
        and (
            before in CLOSING
            or before == ","
            or cue.start == s.start
            or _nothing_names(s, cue, last)
            or _closes(s, after)
            or _is_behind_a_place(s, cue, after)
        )
    ):
        closed = before in CLOSING or (before == "," and not _aside_of(s, cue, last))
        voice = voice_of(s, after, last, anyone=closed)
        known = voice is not None and (closed or voice.kind is not SpeakerKind.UNKNOWN or is_name(s, after))
        if voice is not None and known and not _acts(s, after, NEXT if closed else CLAUSE):
            return [voice], True
    if cue.row.note in ACCUSING:
        phrases = _accusers(s, group_start(s, cue.start))
    else:
        phrases = _left_of(s, group_start(s, cue.start))
    plain = cue.form != "ing" and cue.row.note not in ACCUSING and s.low(cue.end) not in s.words.after_measured
    found = [voice_of(s, phrase, last, anyone=plain or phrase.end > phrase.head + 1) for phrase in phrases]
    return [voice for voice in found if voice is not None], False


def _joined_behind(s: Sentence, phrase: Phrase) -> list[Phrase]:
    """Behind a verb that comes first: "and the governor", where what is said opens right after."""
    k = s.grammar.after_complements(s, phrase)
    joined = s.at(k + 1) if s.low(k) in s.words.and_ else None
    opens = joined is not None and s.low(s.grammar.after_complements(s, joined)) in s.words.that
    known = joined is not None and kind_of(s, joined) is not SpeakerKind.UNKNOWN
    return [joined] if joined is not None and opens and known else []


def _aside_of(s: Sentence, cue: SpeechCue, last: Voice | None) -> bool:
    """Does the comma before the verb close an aside after its subject ("A spokesman, Colonel X, denied the charge")?"""
    aside = s.grammar.before_parenthesis(
        s, group_start(s, cue.start) - 1, lambda p: voice_of(s, s.grammar.climb(s, p), last) is not None
    )
    return aside is not None


def _acts(s: Sentence, phrase: Phrase, far: int) -> bool:
    """Is the phrase the subject of a verb of its own, at most `far` tokens on ("said the army had fired")?"""
    for k in range(phrase.end, min(s.stop, phrase.end + far)):
        spoken = k > phrase.end and any(cue.start == k for cue in s.speech)
        if s.kind(k) & (MARK | RELATIVE | SUBORDINATOR) or s.low(k).endswith("ing") or spoken:
            return False
        if s.kind(k) & (AUX | VERB | MODAL) and s.low(k) not in s.words.to:
            return True
        if any(cue.verbal and cue.start == k for cue in s.cues):
            return True
    return False


def _closes(s: Sentence, phrase: Phrase) -> bool:
    """Does the sentence end with this name ("... said Name Surname.")?"""
    named = all(s.grammar.is_name(s, k) or k == phrase.start for k in range(phrase.start, phrase.end))
    return named and s.low(phrase.end) in (".", "") and is_name(s, phrase)


def _is_behind_a_place(s: Sentence, cue: SpeechCue, after: Phrase) -> bool:
    """ "Battles raged in Kessa said the Monitor which watches the war", its comma lost: a bare name behind "in" speaks
    no more than its place does, where a known speaker follows and nothing that he would say."""
    place = s.at(cue.start - 1)
    if place is None or not place.person or kind_of(s, place) is not SpeakerKind.UNKNOWN:
        return False
    if kind_of(s, after) in (SpeakerKind.UNKNOWN, SpeakerKind.PARTY):
        return False
    while s.low(place.start - 1) in s.words.and_ and (before := s.at(place.start - 2)) is not None:
        place = before
    if s.low(place.start - 1) not in s.words.at or not has_cue(s, s.start, place.start):
        return False
    k = s.grammar.after_complements(s, after)
    return s.low(k) in (".", "") or (s.low(k) in s.words.which and not _tells_on(s, k + 2))


def _tells_on(s: Sentence, start: int) -> bool:
    """ "... the Monitor which watches the war | had counted ten": a verb of his behind the clause on who he is."""
    endings = tuple(s.words.past_endings)
    rest = range(start, s.stop)
    told = any(cue.verbal and cue.form != "ing" and cue.start >= start for cue in s.cues)
    said = any(cue.start >= start for cue in s.speech)
    return told or said or any(s.kind(k) & (AUX | MODAL) or s.low(k).endswith(endings) for k in rest)


def _nothing_names(s: Sentence, cue: SpeechCue, last: Voice | None) -> bool:
    phrase = s.at(group_start(s, cue.start) - 1)
    return phrase is None or voice_of(s, phrase, last) is None


def _left_of(s: Sentence, start: int) -> list[Phrase]:
    """The subject of a verb of speech: the phrase right before it, or before an aside in commas."""
    if s.low(start - 1) == ",":
        aside = s.grammar.before_parenthesis(
            s, start - 1, lambda p: voice_of(s, s.grammar.climb(s, p), None, anyone=True) is not None
        )
        if aside is not None:
            return [_with_name(s, _spokesman_of(s, s.grammar.climb(s, aside)), start)]
    start = _before_time(s, start)
    phrase = s.at(start - 1)
    if phrase is not None and s.low(phrase.start) in s.words.themselves:
        start = phrase.start
        phrase = s.at(start - 1)
    described = _before_description(s, phrase) if phrase is not None and phrase.end == start else None
    if described is not None:
        return [described]
    if phrase is not None and phrase.end == start and kind_of(s, phrase) in (SpeakerKind.PARTY, SpeakerKind.UNKNOWN):
        known = [
            p
            for p in s.phrases
            if s.grammar.clause_start(s, start) <= p.start < phrase.start and any(n.kind == SOURCE for n in p.names)
        ]
        if known and not has_cue(s, known[-1].end, phrase.start) and s.low(phrase.start - 1) in s.words.in_of_from:
            return known[-1:]
    if phrase is not None and phrase.end == start:
        speaking_for = _spokesman_of(s, phrase)
        if speaking_for is not phrase:
            return [speaking_for]
        elsewhere = _leaning_on(s, phrase) or governed_speaker(s, phrase)
        if elsewhere is not None:
            return [elsewhere]
        top = s.grammar.climb(s, phrase)
        if top is not phrase and _is_person_of(s, top, phrase):
            return [replace(top, end=phrase.end)]
        if top is not phrase and kind_of(s, top) is SpeakerKind.UNKNOWN:
            top = top if kind_of(s, phrase) is SpeakerKind.UNKNOWN else phrase
        return s.grammar.coordinated_left(s, top, lambda left, right: kind_of(s, left) is not SpeakerKind.UNKNOWN)
    return s.grammar.subjects(s, start)[:2]


def _before_time(s: Sentence, start: int) -> int:
    """ "who fled last year said", "the army on Monday said": the token after whoever may speak."""
    time = s.time_ending_at(start)
    if time is None:
        return start
    return time[0] - 1 if s.kind(time[0] - 1) & PREP and s.at(time[0] - 1) is None else time[0]


def _before_description(s: Sentence, phrase: Phrase) -> Phrase | None:
    """ "the Monitor which tracks the war said", "a group tracking the violence said": not the war, nor the violence."""
    if kind_of(s, phrase) is not SpeakerKind.UNKNOWN and not s.kind(phrase.start - 1) & PREP:
        return None
    for k in range(phrase.start - 2, max(s.start, phrase.start - DESCRIBED), -1):
        before = s.at(k - 1)
        if s.at(k) is None and s.low(k) in s.words.which and before is not None and before.end == k:
            top = s.grammar.climb(s, before)
            return top if kind_of(s, top) is not SpeakerKind.UNKNOWN else None
    k = phrase.start - 1
    before = s.at(k - 1)
    participle = s.low(k).endswith("ing") and before is not None and before.end == k
    return before if participle and before is not None and kind_of(s, before) is not SpeakerKind.UNKNOWN else None


def _is_person_of(s: Sentence, top: Phrase, phrase: Phrase) -> bool:
    """ "Name Surname of the Monitor": both together are the speaker."""
    name = top.end - top.start >= 2 and all(s.grammar.is_name(s, k) for k in range(top.start, top.end))
    return name and s.low(phrase.start - 1) in s.words.of and top.place is None and top.party is None


def _accusers(s: Sentence, start: int) -> list[Phrase]:
    phrase = s.at(start - 1)
    leaning = _leaning_on(s, phrase) if phrase is not None and phrase.end == start else None
    return [leaning] if leaning is not None else s.grammar.subjects(s, start)


def _leaning_on(s: Sentence, phrase: Phrase) -> Phrase | None:
    """ "opponents of the regime", "the leadership of the rebels": not the party itself."""
    top = s.at(phrase.start - 2) if s.low(phrase.start - 1) in s.words.of else None
    if top is None or kind_of(s, phrase) is not SpeakerKind.PARTY or kind_of(s, top) is not SpeakerKind.UNKNOWN:
        return None
    people = top.cue is None and top.count is None and top.place is None and s.low(top.head) not in s.words.place_words
    governed = s.kind(top.start - 1) & PREP and s.low(top.start - 1) not in s.words.contrast
    return replace(top, end=phrase.end) if people and not governed else None


def _with_name(s: Sentence, phrase: Phrase, verb: int) -> Phrase:
    """ "A spokesman for the army, Colonel Name Surname, denied": with the name in the aside."""
    name = s.at(verb - 2)
    if name is None or name.start <= phrase.end or s.low(name.start - 1) != ",":
        return phrase
    titled = all(s.grammar.is_name(s, k) for k in range(name.start, name.end))
    return replace(phrase, end=name.end) if titled else phrase


def _spokesman_of(s: Sentence, phrase: Phrase) -> Phrase:
    """From "the army" to "a spokesman" in "a spokesman for the army"."""
    before = s.at(phrase.start - 2) if s.low(phrase.start - 1) in s.words.for_ else None
    official = before is not None and kind_of(s, before) is SpeakerKind.OFFICIAL
    return before if before is not None and official else phrase


def addressee(s: Sentence, cue: SpeechCue) -> tuple[tuple[Voice, ...], int]:
    """ "told Reuters that": the one who was told is the outer voice, if it can report."""
    before = next((k for k in range(cue.end, min(s.stop, cue.end + FAR)) if s.low(k) in s.words.that), cue.end + FAR)
    to = next((k + 1 for k in range(cue.end, min(s.stop, before)) if s.low(k) in s.words.told_to), None)
    if cue.row.note != "addressee" and to is None:
        return (), cue.end
    at = cue.end if to is None else to
    phrase = s.at(at)
    if phrase is None or phrase.start != at:
        return (), cue.end
    voice = voice_of(s, phrase, None)
    named = to is None and is_name(s, phrase) and not phrase.pronoun
    known = voice is not None and (voice.kind in CAPABLE or named)
    if voice is None or not known:
        return (), phrase.end if to is None else cue.end
    kind = voice.kind if voice.kind in CAPABLE else SpeakerKind.MEDIA
    return (Voice(voice.start, voice.end, voice.name, kind),), phrase.end


def through(s: Sentence, who: list[Voice]) -> tuple[Voice, ...]:
    """ "one source who spoke to the Gazette", "in an interview with the Gazette": the outlet is the outer voice."""
    if not s.has(s.words.through):
        return ()
    likely = s.likely(s.sayings.through)
    for i in range(s.start, s.stop - 2):
        for opening in likely:
            if s.reads(i, opening):
                phrase = s.at(i + len(opening))
                if phrase is None or any(v.start <= phrase.start < v.end for v in who):
                    continue
                voice = voice_of(s, phrase, None)
                if voice is not None and (voice.kind in CAPABLE or is_name(s, phrase)):
                    return (Voice(*_tight(s, phrase, voice), SpeakerKind.MEDIA),)
    return ()


def _tight(s: Sentence, phrase: Phrase, voice: Voice) -> tuple[int, int, str]:
    """ "the Spanish news outlet El Pais": the name alone."""
    start = phrase.end
    while start > phrase.start and s.grammar.is_name(s, start - 1):
        start -= 1
    return (
        (start, phrase.end, s.name(start, phrase.end)) if start < phrase.end else (voice.start, voice.end, voice.name)
    )


def has_cue(s: Sentence, start: int, stop: int) -> bool:
    """Does a predicate stand in tokens [start, stop)?"""
    return any(start <= cue.start < stop for cue in s.cues)
