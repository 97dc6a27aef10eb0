"""What is told of a whole country ("raids across the country"), or of where nobody says: not of the town of before."""

from collections.abc import Iterator, Sequence

from sijill.extract.assembly.memory import RECENT, Memory, Telling, words_part
from sijill.extract.assembly.times.scene import tells_of_meanwhile
from sijill.extract.assembly.times.totals import MANY, is_cumulative
from sijill.extract.assembly.voices import Voice
from sijill.extract.predicates.draft import Draft
from sijill.extract.syntax.classes import ADVERB, RELATIVE, SUBORDINATOR
from sijill.extract.syntax.parts import Phrase, Spot
from sijill.extract.syntax.sentence import Sentence
from sijill.language.places.reading import is_arabic
from sijill.model.claim import Harm, Part
from sijill.model.place import Where
from sijill.model.source import SpeakerKind

HELD = frozenset({Harm.ABDUCTED, Harm.DETAINED, Harm.MISSING})
LONG = ("lasting:week", "lasting:month", "lasting:year")
OWN = frozenset({SpeakerKind.PARTY, SpeakerKind.UNKNOWN})
THEM = frozenset(["them"])


def in_the_country(t: Telling, draft: Draft) -> tuple[Where, list[Part]] | None:
    """ "Clashes in the country": the country named last, or no place; "raids across the country", "in several
    provinces": these words, and the country named last. Not where who speaks is there ("a monitor with staff in the
    country said").
    """
    s = t.s
    start = s.grammar.clause_start(s, draft.anchor[0])
    start = max([start, *(cue.end for cue in s.speech if cue.end <= draft.anchor[0])])
    stop = min([s.stop, *(cue.start for cue in s.speech if cue.start >= draft.anchor[1])])
    everywhere = next((span for span in _everywhere(s, start, stop) if _says_where(s, draft, start, span)), None)
    if everywhere is not None:
        words = s.text(*everywhere)
        comma = "، " if is_arabic(words) else ", "
        part = words_part(s, everywhere, field="where", rule="everywhere", value=t.memory.country)
        return Where(text=words if t.memory.country is None else f"{words}{comma}{t.memory.country}"), [part]
    if not s.has(s.words.country_words):
        return None
    for k in range(start, stop):
        phrase = s.at(k) if s.low(k) in s.words.country_words else None
        if phrase is None or phrase.head != k or not _is_located(t, phrase.start):
            continue
        if t.memory.country is None:
            return Where(), []
        value = t.memory.country
        return Where(text=value), [
            words_part(s, (phrase.start, phrase.end), field="where", rule="the country", value=value, carried=True)
        ]
    return None


def _everywhere(s: Sentence, start: int, stop: int) -> Iterator[tuple[int, int]]:
    """ "Across the country", "in various provinces" as tokens [start, end), the longest words at each token."""
    likely = s.likely(s.sayings.everywhere)
    begin = {words[0] for words in likely}
    for k in range(start, stop):
        longest = max((len(words) for words in likely if s.reads(k, words)), default=0) if s.low(k) in begin else 0
        if longest:
            yield k, k + longest


def _says_where(s: Sentence, draft: Draft, start: int, span: tuple[int, int]) -> bool:
    """Whether it heads the clause, or stands behind a noun, a time or what was done; not behind another verb ("four
    people travelling across the country"), nor in a clause of its own ("as protests went on across the country")."""
    k, (first, last) = span[0], draft.anchor
    stands = k == start or s.low(k - 1) == "," or s.time_ending_at(k) is not None or bool(s.kind(k - 1) & ADVERB)
    behind = stands or _is_a_noun(s, s.at(k - 1)) or any(cue.start < k <= cue.end for cue in s.cues)
    between = range(last, k) if k >= last else range(start, first)
    return behind and not any(s.kind(j) & (RELATIVE | SUBORDINATOR) for j in between)


def _is_a_noun(s: Sentence, phrase: Phrase | None) -> bool:
    """Not the verb of those who stand right before it ("people travelling")."""
    if phrase is None:
        return False
    said = phrase.count or phrase.victim or phrase.names or phrase.cue or phrase.force
    return bool(said) or s.at(phrase.start - 1) is None


def _is_located(t: Telling, start: int) -> bool:
    before = t.s.low(start - 1)
    return before in t.s.words.place_after | t.s.words.at and before not in t.s.words.from_


def began_next_door(s: Sentence, spot: Spot, anchor: tuple[int, int]) -> bool:
    """ "The army has bombed the group since it seized towns in neighbouring Ruritania": where something else was done
    before."""
    start = spot.start - (s.low(spot.start) not in s.words.next_door)
    since = s.low(start) in s.words.next_door and s.has(s.words.since)
    return since and any(s.low(k) in s.words.since for k in range(anchor[1], start))


def is_of_a_war(t: Telling, draft: Draft) -> bool:
    """ "More than 200,000 have been killed since the war began": in more places than the one of the scene."""
    toll = draft.harmed.toll if draft.harmed is not None else None
    if toll is None or toll.number is None or toll.number < MANY or t.memory.place is None:
        return False
    country = tuple(t.memory.place.value.lower().split()) in t.s.lexicon.countries
    return not country and is_cumulative(t.s, toll.number, None)


def is_of_no_place_told(t: Telling, draft: Draft, voices: Sequence[Voice], base: str | None) -> bool:
    """Is it told of dead whom their own count, or of what has lasted for months?"""
    return _are_their_own(t, draft, voices) or _has_lasted(t, draft, base)


def _are_their_own(t: Telling, draft: Draft, voices: Sequence[Voice]) -> bool:
    """ "Meanwhile the militants admitted the killing of some of their members": where these fell is not told."""
    s, harmed, cue = t.s, draft.harmed, draft.cue
    if harmed is None or cue.verbal or not tells_of_meanwhile(t) or draft.act_words not in (None, (cue.start, cue.end)):
        return False
    here = any(voice.kind in OWN and not voice.carried and voice.end <= cue.start for voice in voices)
    return here and not (s.words.its | THEM).isdisjoint(s.tokens.lows[harmed.start : harmed.end + 2])


def _has_lasted(t: Telling, draft: Draft, base: str | None) -> bool:
    """ "My son has been held for four months", after a raid: not there, unless others were told to be held there."""
    if draft.harm not in HELD or not any(time[2].startswith(LONG) for time in t.times()):
        return False
    held = (claim for claim in t.memory.claims[-RECENT:] if claim.harm in HELD)
    return all(claim.where.text != base for claim in held)


def remember_country(memory: Memory, spots: list[Spot]) -> None:
    """Keep the country named last."""
    named = (spot.base or spot.text for spot in reversed(spots) if spot.named and spot.country)
    memory.country = next(named, memory.country)
