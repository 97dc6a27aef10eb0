"""Who says it. Speech verbs, "according to", headlines that end in their source, quotations, and chains of these.

Each cue makes a Scope: the tokens whose claims it covers, the speakers outermost first, and their stance.
"""

from dataclasses import dataclass, replace

from sijill.extract.assembly.voices import Voice, is_name, kind_of, voice_of
from sijill.extract.en.clauses import (
    before_parenthesis,
    clause_start,
    climb,
    coordinated_left,
    coordinated_right,
    is_agent,
    subjects,
)
from sijill.extract.en.names import SOURCE
from sijill.extract.en.phrases import Phrase, Sentence
from sijill.extract.en.speaking import SpeechCue
from sijill.extract.en.words import ADVERB, AUX, MODAL, NEGATION, PASSIVE_AUX, VERB, bits
from sijill.extract.predicates.actors import Doer, doers
from sijill.language.tokens import CLOSING, OPENING
from sijill.model.claim import Stance
from sijill.model.source import SpeakerKind

THROUGH = (
    ("spoke", "to"),
    ("speaking", "to"),
    ("interview", "with"),
    ("interviewed", "by"),
    ("quoted", "by"),
    ("cited", "by"),
    ("contacted", "by"),
)
WITHHELD = "withheld"
"""The note of "neither confirmed nor denied": what it covers is said by nobody."""
RESPONSIBILITY = frozenset(
    "responsibility involvement role behind complicity carrying being launching committing ordering conducting".split()
)
CAPABLE = frozenset({SpeakerKind.MEDIA, SpeakerKind.UN, SpeakerKind.NGO, SpeakerKind.SOCIAL})


@dataclass(frozen=True, slots=True)
class Scope:
    """Content in tokens [start, stop), said by `voices`, outermost first; cue: the words that say so."""

    start: int
    stop: int
    voices: tuple[Voice, ...]
    stance: Stance
    cue: tuple[int, int]
    verb: str
    note: str = ""
    accused: tuple[Doer, ...] = ()


def scopes(s: Sentence, last: Voice | None) -> list[Scope]:
    """Every scope of the sentence, widest first. `last` is the speaker that a pronoun would mean."""
    found: list[Scope] = []
    for cue in s.speech:
        scope = _of_verb(s, cue, last, found[-1] if found else None)
        if scope is not None:
            found.append(scope)
    cited = _cited(s)
    if cited and found:
        found = [replace(scope, voices=(*scope.voices, *cited[0].voices)) for scope in found]
    else:
        found += cited
    found += _according(s)
    found += [scope for scope in (_headline_tail(s), _headline_head(s)) if scope is not None]
    found += _held_responsible(s)
    if not found and last is not None and s.tokens.words[s.start] in OPENING:
        voice = replace(last, start=s.start, end=s.start + 1, carried=True)
        found.append(Scope(s.start + 1, s.stop, (voice,), Stance.ASSERTS, (s.start, s.start + 1), "quotation goes on"))
    return sorted(found, key=lambda scope: scope.start - scope.stop)


def _held_responsible(s: Sentence) -> list[Scope]:
    """ "A held B responsible for the killing": B is accused by A."""
    if not s.has("responsible"):
        return []
    at = s.tokens.lows.index("responsible", s.start, s.stop)
    target = s.at(at - 1)
    if target is None or s.low(target.start - 1) not in ("held", "hold", "holds", "holding") or not is_agent(target):
        return []
    verb = target.start - 1
    voices = [v for p in subjects(s, _group(s, verb)) if (v := voice_of(s, p, None)) is not None]
    named = tuple(doers(s, coordinated_left(s, target), None))
    return [Scope(at, s.stop, tuple(voices), Stance.ASSERTS, (verb, verb + 1), "hold responsible", "accuse", named)]


def _of_verb(s: Sentence, cue: SpeechCue, last: Voice | None, before: Scope | None) -> Scope | None:
    if s.low(cue.start - 1) in PASSIVE_AUX and cue.form in ("past", "participle") and cue.row.lemma not in ("tell",):
        return _passive(s, cue)
    if cue.row.lemma == "show":
        return None
    who, inverted = _speaker_of(s, cue, last)
    linked = s.low(_group(s, cue.start) - 1)
    if linked in ("nor", "neither"):
        return Scope(cue.end, s.stop, (), Stance.ASSERTS, (cue.start, cue.end), cue.row.lemma, WITHHELD)
    if (linked == "and" or (cue.form == "ing" and linked == ",")) and before is not None and before.voices:
        who, inverted = [before.voices[-1]], False
    if not who:
        return None
    inner, content = _addressee(s, cue)
    content = _content_start(s, cue, content)
    told, after = _has_cue(s, s.start, min(v.start for v in who)), _has_cue(s, content, s.stop)
    outer = (*_through(s, who), *inner)
    voices = (*outer, *who)
    if cue.row.note in ("accuse", "blame"):
        return _accusation(s, cue, voices)
    if cue.row.note == "quotes":
        return _quotation(s, cue, voices)
    aside = told and s.low(min(v.start for v in who) - 1) == "," and s.low(cue.end) in (",", ".", "")
    ends = inverted or aside or (not after and told)
    start, stop = (
        (s.start, cue.start if inverted else min(v.start for v in who))
        if ends
        else (content, _content_stop(s, content))
    )
    if start >= stop:
        return None
    if ends and after and not inverted:
        stop = s.stop
    note = cue.row.note or ("responsibility" if _of_responsibility(s, cue) else "")
    return Scope(start, stop, voices, cue.row.stance, (cue.start, cue.end), cue.row.lemma, note)


def _of_responsibility(s: Sentence, cue: SpeechCue) -> bool:
    """ "denied responsibility for", "denied any involvement in", "denied being behind"."""
    return any(low in RESPONSIBILITY for low in s.tokens.lows[cue.end : cue.end + 4]) and s.low(cue.end) != "that"


def _accusation(s: Sentence, cue: SpeechCue, voices: tuple[Voice, ...]) -> Scope | None:
    """ "accused X of killing": X is the actor of all that follows."""
    if s.low(cue.end) in ("of", "over"):
        named = tuple(doers(s, [p for p in subjects(s, _group(s, cue.start)) if is_agent(p)], None))
        return Scope(cue.end, s.stop, (), Stance.ASSERTS, (cue.start, cue.end), cue.row.lemma, cue.row.note, named)
    target = s.at(cue.end)
    if target is not None and s.low(target.start) in ("any", "no", "anyone", "nobody"):
        return None
    if target is not None and not is_agent(target) and cue.row.lemma == "blame":
        on = next((k for k in range(target.end, s.stop - 1) if s.low(k) == "on" and _agent_at(s, k + 1)), None)
        late = s.at(on + 1) if on is not None else None
        if late is not None:
            named = tuple(doers(s, coordinated_right(s, late), None))
            return Scope(
                cue.end, s.stop, voices, Stance.ASSERTS, (cue.start, cue.end), cue.row.lemma, cue.row.note, named
            )
    accused = coordinated_right(s, target) if target is not None and is_agent(target) and not target.pronoun else []
    start = accused[-1].end if accused else cue.end
    named = tuple(doers(s, accused, None))
    return Scope(start, s.stop, voices, Stance.ASSERTS, (cue.start, cue.end), cue.row.lemma, cue.row.note, named)


def _agent_at(s: Sentence, k: int) -> bool:
    phrase = s.at(k)
    return phrase is not None and phrase.start == k and is_agent(phrase) and not phrase.pronoun


def _quotation(s: Sentence, cue: SpeechCue, voices: tuple[Voice, ...]) -> Scope | None:
    """ "quoted X as saying that": X is the inner voice."""
    phrase = s.at(cue.end)
    inner = voice_of(s, phrase, None) if phrase is not None and phrase.start == cue.end else None
    if inner is None or s.low(inner.end) != "as":
        return None
    start = inner.end + 2
    start += 1 if s.low(start) == "that" else 0
    return Scope(start, s.stop, (*voices, inner), Stance.ASSERTS, (cue.start, inner.end + 2), cue.row.lemma)


def _passive(s: Sentence, cue: SpeechCue) -> Scope | None:
    """ "was said by X to have ...", "X was quoted as saying"."""
    if cue.row.note == "quotes":
        who = subjects(s, _group(s, cue.start))
        voices = [voice for phrase in who if (voice := voice_of(s, phrase, None)) is not None]
        return (
            Scope(cue.end, s.stop, tuple(voices), Stance.ASSERTS, (cue.start, cue.end), cue.row.lemma)
            if voices
            else None
        )
    return None


def _group(s: Sentence, i: int) -> int:
    j = i
    while (
        j > s.start
        and s.at(j - 1) is None
        and bits(s.low(j - 1)) & (AUX | ADVERB | NEGATION | MODAL)
        and s.low(j - 1) != "that"
    ):
        j -= 1
    return j


def _speaker_of(s: Sentence, cue: SpeechCue, last: Voice | None) -> tuple[list[Voice], bool]:
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
        )
    ):
        voice = voice_of(s, after, last)
        if voice is not None and (voice.kind is not SpeakerKind.UNKNOWN or is_name(s, after)) and not _acts(s, after):
            return [voice], True
    if cue.row.lemma in ("accuse", "blame"):
        phrases = subjects(s, _group(s, cue.start))
    else:
        phrases = _left_of(s, _group(s, cue.start))
    voices = [voice for phrase in phrases if (voice := voice_of(s, phrase, last)) is not None]
    return voices, False


def _acts(s: Sentence, phrase: Phrase) -> bool:
    """Is the phrase the subject of a verb of its own ("said the army had fired")?"""
    k = phrase.end
    return bool(bits(s.low(k)) & (AUX | VERB | MODAL)) or any(cue.verbal and cue.start == k for cue in s.cues)


def _closes(s: Sentence, phrase: Phrase) -> bool:
    """Does the sentence end with this name ("... said Name Surname.")?"""
    named = all(s.tokens.words[k][0].isupper() or k == phrase.start for k in range(phrase.start, phrase.end))
    return named and s.low(phrase.end) in (".", "") and is_name(s, phrase)


def _nothing_names(s: Sentence, cue: SpeechCue, last: Voice | None) -> bool:
    phrase = s.at(_group(s, cue.start) - 1)
    return phrase is None or voice_of(s, phrase, last) is None


def _left_of(s: Sentence, start: int) -> list[Phrase]:
    """The subject of a verb of speech: the phrase right before it, or before an aside in commas."""
    if s.low(start - 1) == ",":
        aside = before_parenthesis(s, start - 1, lambda p: voice_of(s, climb(s, p), None) is not None)
        if aside is not None:
            return [_with_name(s, _spokesman_of(s, climb(s, aside)), start)]
    phrase = s.at(start - 1)
    if phrase is not None and s.low(phrase.start) in ("himself", "herself", "itself", "themselves"):
        start = phrase.start
        phrase = s.at(start - 1)
    if phrase is not None and phrase.end == start and kind_of(s, phrase) in (SpeakerKind.PARTY, SpeakerKind.UNKNOWN):
        known = [
            p
            for p in s.phrases
            if clause_start(s, start) <= p.start < phrase.start and any(n.kind == SOURCE for n in p.names)
        ]
        if known and not _has_cue(s, known[-1].end, phrase.start) and s.low(phrase.start - 1) in ("in", "of", "from"):
            return known[-1:]
    if phrase is not None and phrase.end == start:
        speaking_for = _spokesman_of(s, phrase)
        if speaking_for is not phrase:
            return [speaking_for]
        top = climb(s, phrase)
        if top is not phrase and _is_person_of(s, top, phrase):
            return [replace(top, end=phrase.end)]
        if (
            top is not phrase
            and kind_of(s, top) is SpeakerKind.UNKNOWN
            and kind_of(s, phrase) is not SpeakerKind.UNKNOWN
        ):
            top = phrase
        return coordinated_left(s, top, lambda left, right: kind_of(s, left) is not SpeakerKind.UNKNOWN)
    return subjects(s, start)[:2]


def _is_person_of(s: Sentence, top: Phrase, phrase: Phrase) -> bool:
    """ "Name Surname of the Monitor": both together are the speaker."""
    name = top.end - top.start >= 2 and all(s.tokens.words[k][0].isupper() for k in range(top.start, top.end))
    return name and s.low(phrase.start - 1) == "of" and top.place is None and top.party is None


def _with_name(s: Sentence, phrase: Phrase, verb: int) -> Phrase:
    """ "A spokesman for the army, Colonel Name Surname, denied": with the name in the aside."""
    name = s.at(verb - 2)
    if name is None or name.start <= phrase.end or s.low(name.start - 1) != ",":
        return phrase
    titled = all(s.tokens.words[k][0].isupper() for k in range(name.start, name.end))
    return replace(phrase, end=name.end) if titled else phrase


def _spokesman_of(s: Sentence, phrase: Phrase) -> Phrase:
    """From "the army" to "a spokesman" in "a spokesman for the army"."""
    before = s.at(phrase.start - 2) if s.low(phrase.start - 1) == "for" else None
    official = before is not None and kind_of(s, before) is SpeakerKind.OFFICIAL
    return before if before is not None and official else phrase


def _addressee(s: Sentence, cue: SpeechCue) -> tuple[tuple[Voice, ...], int]:
    """ "told Reuters that": the one who was told is the outer voice, if it can report."""
    if cue.row.note != "addressee":
        return (), cue.end
    phrase = s.at(cue.end)
    if phrase is None or phrase.start != cue.end:
        return (), cue.end
    voice = voice_of(s, phrase, None)
    known = voice is not None and (voice.kind in CAPABLE or (is_name(s, phrase) and not phrase.pronoun))
    if voice is None or not known:
        return (), phrase.end
    kind = voice.kind if voice.kind in CAPABLE else SpeakerKind.MEDIA
    return (Voice(voice.start, voice.end, voice.name, kind),), phrase.end


def _through(s: Sentence, who: list[Voice]) -> tuple[Voice, ...]:
    """ "one source who spoke to the Gazette", "in an interview with the Gazette": the outlet is the outer voice."""
    if not s.has("spoke", "speaking", "interview", "interviewed", "quoted", "cited", "contacted"):
        return ()
    for i in range(s.start, s.stop - 2):
        for opening in THROUGH:
            if tuple(s.tokens.lows[i : i + len(opening)]) == opening:
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
    while start > phrase.start and s.tokens.words[start - 1][0].isupper():
        start -= 1
    return (
        (start, phrase.end, s.text(start, phrase.end)) if start < phrase.end else (voice.start, voice.end, voice.name)
    )


def _content_start(s: Sentence, cue: SpeechCue, start: int) -> int:
    limit = min(s.stop, start + 14)
    for k in range(start, limit):
        if s.low(k) == "that" and s.at(k) is None:
            return k + 1
        if any(c.start == k for c in s.cues if c.verbal):
            break
    return start


def _content_stop(s: Sentence, start: int) -> int:
    """To the end of the sentence, or to a contrast that begins another voice's clause."""
    for k in range(start, s.stop - 1):
        if s.low(k) == ";" or (s.low(k) in ("while", "but", "although") and s.low(k - 1) == ","):
            return k
        if s.low(k) == "and" and any(cue.start in (k + 1, k + 2) and s.at(k + 1) is None for cue in s.speech):
            return k
    return s.stop


def _has_cue(s: Sentence, start: int, stop: int) -> bool:
    return any(start <= cue.start < stop for cue in s.cues)


def _according(s: Sentence) -> list[Scope]:
    """ "according to X": the sentence, but for what stands beyond a contrast."""
    return _after_words(s, ("according", "to")) if s.has("according") else []


def _cited(s: Sentence) -> list[Scope]:
    """ "citing X": X is the inner voice of whoever cites."""
    if not s.has("citing", "quoting"):
        return []
    return _after_words(s, ("citing",)) + _after_words(s, ("quoting",))


def _after_words(s: Sentence, opening: tuple[str, ...]) -> list[Scope]:
    found: list[Scope] = []
    for i in range(s.start, s.stop - 2):
        if tuple(s.tokens.lows[i : i + len(opening)]) == opening:
            at = i + len(opening)
            phrase = s.at(at)
            if phrase is None:
                continue
            phrases = coordinated_right(s, phrase)[:1]
            voices = [voice for p in phrases if (voice := voice_of(s, p, None)) is not None]
            if voices:
                outer = _through(s, voices)
                found.append(Scope(s.start, s.stop, (*outer, *voices), Stance.ASSERTS, (i, at), "according to"))
    return found


def _headline_tail(s: Sentence) -> Scope | None:
    """ "22 killed in raids: monitor". The last words after a colon name a speaker."""
    colon = next(
        (i for i in range(s.stop - 2, max(s.start, s.stop - 8), -1) if s.low(i) in (":", "\u2013", "\u2014")), None
    )
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
    colon = next((i for i in range(s.start + 1, min(s.stop, s.start + 6)) if s.low(i) == ":"), None)
    phrase = s.at(s.start) if colon is not None else None
    if phrase is None or colon is None or phrase.end != colon:
        return None
    voice = voice_of(s, phrase, None)
    if voice is None or voice.kind is SpeakerKind.UNKNOWN:
        return None
    return Scope(colon + 1, s.stop, (voice,), Stance.ASSERTS, (colon, colon + 1), "headline")
