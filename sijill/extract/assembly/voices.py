"""Who a phrase lets speak, and what sort of voice it is."""

from collections.abc import Iterable
from dataclasses import dataclass

from sijill.extract.syntax.classes import DET
from sijill.extract.syntax.parts import PARTY, SOURCE, Phrase
from sijill.extract.syntax.sentence import Sentence
from sijill.model.source import SpeakerKind

SPOKEN_FOR = frozenset({SpeakerKind.NGO, SpeakerKind.UN, SpeakerKind.MEDIA})


@dataclass(frozen=True, slots=True)
class Voice:
    """Tokens [start, end) that name a speaker; `name` differs from them where a pronoun was followed."""

    start: int
    end: int
    name: str
    kind: SpeakerKind
    carried: bool = False


def voice_of(s: Sentence, phrase: Phrase, last: Voice | None, *, anyone: bool = False) -> Voice | None:
    """The speaker that a phrase names, or None when it cannot speak.

    anyone   the grammar makes it the speaker: also a noun that no table knows ("a locksmith said", "the ruling says")
    """
    low = s.low(phrase.start)
    if phrase.pronoun:
        if low in s.words.people and (last is None or _is_several(s, last)):
            return Voice(phrase.start, phrase.end, s.name(phrase.start, phrase.end), SpeakerKind.UNKNOWN, True)
        if last is None or (low not in s.words.pronouns and s.at(phrase.start) is phrase):
            return None
        return Voice(phrase.start, phrase.end, last.name, last.kind, True)
    if low in s.words.none:
        return None
    if phrase.measure or (phrase.cue is not None and phrase.cue.row.frame != "noun" and not is_name(s, phrase)):
        return None
    if last is not None and _means_the_last(s, phrase, last):
        return Voice(phrase.start, phrase.end, last.name, last.kind, True)
    kind = SpeakerKind.NGO if _watches(s, phrase) else kind_of(s, phrase)
    if kind is SpeakerKind.UNKNOWN and phrase.place is not None:
        return None
    known = kind is not SpeakerKind.UNKNOWN or is_name(s, phrase) or _reports(s, phrase)
    if not known and not (anyone and _may_speak(s, phrase)):
        return None
    start, end = _own_words(s, phrase), phrase.end
    if s.low(end) in s.words.of_for and s.at(end + 1) is not None and kind is not SpeakerKind.UNKNOWN:
        inner = s.at(end + 1)
        sourced = inner is not None and any(name.kind == SOURCE for name in inner.names)
        end = inner.end if inner is not None and (inner.party or inner.place or inner.force or sourced) else end
    return Voice(start, end, s.name(start, end), _of_whom(s, start, end, kind))


def _is_several(s: Sentence, last: Voice) -> bool:
    """ "The rebels said ... He said": he is none of them that is named."""
    word = last.name.rpartition(" ")[2]
    noun = s.lexicon.victims.get((word,))
    return (noun is not None and noun.plural) or ((word,) in s.lexicon.speakers and word.endswith("s"))


def _watches(s: Sentence, phrase: Phrase) -> bool:
    """ "a group monitoring the war", "a body that documents deaths", "the Ostmark-based group"."""
    k = phrase.end + (s.low(phrase.end) in s.words.which | s.words.that)
    body = s.low(phrase.head) in s.words.like_a_pronoun
    seated = phrase.party is None and any(
        s.low(i).endswith(seat) for seat in s.words.seated for i in range(phrase.start, phrase.head)
    )
    return body and (s.low(k) in s.words.watches or seated)


def _of_whom(s: Sentence, start: int, end: int, kind: SpeakerKind) -> SpeakerKind:
    """ "the head of the Monitor", "Name Surname of the Monitor": of the kind of the body they speak for."""
    if kind not in (SpeakerKind.OFFICIAL, SpeakerKind.UNKNOWN):
        return kind
    inside = (name.voice for name in s.names if start <= name.start < end and name.kind == SOURCE)
    return next((voice for voice in inside if voice in SPOKEN_FOR), kind)


def _means_the_last(s: Sentence, phrase: Phrase, last: Voice) -> bool:
    """ "The group added": the speaker of before, if it was named."""
    short = phrase.end - phrase.start == 2 and s.low(phrase.start) in s.words.the
    return short and s.low(phrase.head) in s.words.like_a_pronoun and any(c.isupper() for c in last.name[1:])


def _own_words(s: Sentence, phrase: Phrase) -> int:
    """Where the speaker begins in a phrase that ran on from what was said ("... explosion NNA correspondent")."""
    source = next((name for name in phrase.names if name.kind == SOURCE), None)
    first = phrase.start + 1 if s.kind(phrase.start) & DET else phrase.start
    if source is not None and source.start > first and s.low(phrase.start - 1) in s.words.in_at_near_of:
        return source.start
    if (
        source is None
        or source.start == phrase.start
        or s.kind(phrase.start) & DET
        or s.grammar.is_name(s, phrase.start)
    ):
        return phrase.start
    return source.start


def _may_speak(s: Sentence, phrase: Phrase) -> bool:
    """A noun with or without a number of people, that is no act and no manner ("according to plan")."""
    counted = phrase.count is not None and phrase.victim is None and not phrase.folk
    return phrase.head >= 0 and phrase.cue is None and not counted and s.low(phrase.head) not in s.words.no_voices


def _reports(s: Sentence, phrase: Phrase) -> bool:
    return s.low(phrase.head) in s.words.reports


def is_name(s: Sentence, phrase: Phrase) -> bool:
    """Does the phrase end in a capitalised word and count nothing?"""
    return phrase.head >= 0 and s.grammar.is_name(s, phrase.head) and phrase.count is None


def kind_of(s: Sentence, phrase: Phrase) -> SpeakerKind:
    """A known source's own kind; a person in an office is official; a party or force itself is `party`.

    The same for every party: "the X army" and "the X rebels" are parties, "a spokesman for X" is an official of either.
    """
    source = next((name for name in phrase.names if name.kind == SOURCE), None)
    if source is not None and source.voice is not SpeakerKind.UNKNOWN:
        return source.voice
    capital = phrase.head >= 0 and s.grammar.is_name(s, phrase.head)
    first = phrase.start if capital else phrase.head
    if any(s.low(k) in s.words.offices for k in range(max(first, phrase.start), phrase.head + 1)):
        return SpeakerKind.OFFICIAL
    party = next((name for name in phrase.names if name.kind == PARTY), None)
    if (phrase.force and s.low(phrase.head) not in s.words.bodies) or (party is not None and party.end == phrase.end):
        return SpeakerKind.PARTY
    kind = _kind_in(s, first if capital else phrase.head + 1, phrase)
    if kind is not None:
        return kind
    if party is not None or phrase.force:
        return SpeakerKind.PARTY
    return _appositive_kind(s, phrase) or SpeakerKind.UNKNOWN


def _kind_in(s: Sentence, first: int, phrase: Phrase) -> SpeakerKind | None:
    """From the words that end with the head; of a phrase that ends in a name, from any word of it."""
    table, lows, end = s.lexicon.speakers, s.tokens.lows, phrase.head + 1
    for length in (3, 2):
        if end - 1 + length <= phrase.end and (kind := table.get(tuple(lows[end - 1 : end - 1 + length]))) is not None:
            return kind
    for length in (3, 2, 1):
        for i in range(end - length, min(first, end - length) - 1, -1):
            kind = table.get(tuple(lows[i : i + length])) if i >= phrase.start else None
            if kind is not None:
                return kind
    return None


def _appositive_kind(s: Sentence, phrase: Phrase) -> SpeakerKind | None:
    """ "Name, a senior advisor to X,": the title says what sort of voice it is."""
    if s.low(phrase.end) != ",":
        return None
    title = s.at(phrase.end + 1)
    if title is None or title.start != phrase.end + 1:
        return None
    inner = s.at(title.end + 1) if s.low(title.end) in s.words.of_for else None
    source = next((name for name in inner.names if name.kind == SOURCE), None) if inner is not None else None
    if source is not None and source.voice in SPOKEN_FOR:
        return source.voice
    table = s.lexicon.speakers
    return next((table[(s.low(i),)] for i in range(title.end - 1, title.start - 1, -1) if (s.low(i),) in table), None)


def chained(chains: Iterable[tuple[Voice, ...]]) -> tuple[Voice, ...]:
    """Several chains as one, each voice once."""
    seen: dict[str, Voice] = {}
    for chain in chains:
        for voice in chain:
            seen.setdefault(voice.name, voice)
    return tuple(seen.values())
