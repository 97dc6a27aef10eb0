"""Whom, where, when and with what a text names, sentence by sentence, whether or not it tells of a harm."""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from sijill.extract.en.grammar import ENGLISH
from sijill.extract.en.phrases import chunk
from sijill.extract.en.unlisted import is_country
from sijill.extract.naming.unlisted import HEADS, LEXICON, Known, acts, kind_of, runs
from sijill.extract.syntax.classes import DET
from sijill.extract.syntax.parts import PARTY, PLACE, SOURCE, Phrase
from sijill.extract.syntax.sentence import Sentence
from sijill.language.dates import all_times
from sijill.language.sentences import sentences
from sijill.language.tokens import tokenize
from sijill.language.vocabulary import Vocabulary

WE = frozenset("we us they ourselves".split())
REPEATED = ("daily", "every", "each", "weekly", "monthly", "annually", "hourly", "nightly", "yearly")


class MentionKind(StrEnum):
    """What the words name. people: those of no party ("civilians", "the families")."""

    PARTY = "party"
    PEOPLE = "people"
    PLACE = "place"
    TIME = "time"
    MEANS = "means"


@dataclass(frozen=True, slots=True)
class Mention:
    """Code points [start, end) of the text."""

    start: int
    end: int
    kind: MentionKind


Found = tuple[int, int, MentionKind]


def mentions(text: str, vocabulary: Vocabulary) -> list[Mention]:
    """Every mention of an English text, in its order. Cost: linear in its length."""
    tokens, known = tokenize(text), Known()
    names, ranges = ENGLISH.names_of(vocabulary), sentences(tokens)
    read = [ENGLISH.read_sentence(tokens, span, names, True) for whole in ranges for span in ENGLISH.cut(tokens, whole)]
    for s in read:
        if not s.speaks:
            chunk(s)
        for start, end in runs(s):
            kind_of(s, start, end, known)
    found = [
        (a, b, MentionKind.TIME) for a, b, value in all_times(tokens, ranges) if _tells_when(tokens.lows[a], value)
    ]
    found += [one for s in read for one in _of(s, known)]
    return [Mention(tokens.starts[a], tokens.ends[b - 1], kind) for a, b, kind in sorted(found)]


def _tells_when(first: str, value: str) -> bool:
    return not value.endswith("_REF") and first not in REPEATED


def _of(s: Sentence, known: Known) -> Iterator[Found]:
    means = list(_means(s))
    taken = {k for time in s.times for k in range(time[0], time[1])}
    taken |= {k for start, end, _ in means for k in range(start, end)}
    yield from means
    for reader in (_listed, _unlisted, _common):
        for start, end, kind in reader(s, known):
            if taken.isdisjoint(range(start, end)):
                taken.update(range(start, end))
                yield start, end, kind


def _means(s: Sentence) -> Iterator[Found]:
    i = s.start
    while i < s.stop:
        length = next((n for n in (3, 2, 1) if i + n <= s.stop and _is_means(tuple(s.tokens.lows[i : i + n]))), 0)
        if length:
            yield i, i + length, MentionKind.MEANS
        i += length or 1


def _is_means(words: tuple[str, ...]) -> bool:
    return words in LEXICON.means or words in HEADS["weapon"]


def _listed(s: Sentence, known: Known) -> Iterator[Found]:
    """Names of the case, countries, and the places of the sentence; a country that does something is a party."""
    for name in s.names:
        if name.kind == SOURCE or (name.kind == PARTY and not _is_land(s, name.start, name.end)):
            phrase = s.at(name.start)
            holds = phrase is not None and phrase.force and phrase.start <= name.start and name.end <= phrase.end
            yield (
                (phrase.start, phrase.end, MentionKind.PARTY)
                if holds and phrase
                else (name.start, name.end, MentionKind.PARTY)
            )
        elif name.kind in (PARTY, PLACE) and _is_land(s, name.start, name.end) and acts(s, name.start, name.end):
            yield name.start, name.end, MentionKind.PARTY
        elif name.kind == PARTY:
            yield name.start, name.end, MentionKind.PLACE
    for spot in s.grammar.places(s):
        yield spot.start, spot.own or spot.end, MentionKind.PLACE
        if spot.own:
            yield from ((n.start, n.end, MentionKind.PLACE) for n in s.names if spot.own < n.start < spot.end)


def _is_land(s: Sentence, start: int, end: int) -> bool:
    """A country or capital, which is where things are unless it does something."""
    text = s.text(start, end)
    return is_country(text) or tuple(text.lower().split()) in HEADS["capital"]


def _unlisted(s: Sentence, known: Known) -> Iterator[Found]:
    for start, end in runs(s):
        kind = None if _is_land(s, start, end) else kind_of(s, start, end, known)
        if kind is not None:
            yield start, end, {"body": MentionKind.PARTY, "people": MentionKind.PEOPLE}.get(kind, MentionKind.PLACE)
            continue
        for length in range(end - start, 0, -1):
            if _is_land(s, start, start + length):
                yield start, start + length, MentionKind.PARTY if acts(s, start, start + length) else MentionKind.PLACE
                break


def _common(s: Sentence, known: Known) -> Iterator[Found]:
    """Phrases by their head: forces, bodies, groups of people, kinds of place; "we" and "here"."""
    for i in range(s.start, s.stop):
        if s.low(i) in WE:
            yield i, i + 1, MentionKind.PARTY
        elif (s.low(i),) in HEADS["here"]:
            yield i, i + 1, MentionKind.PLACE
    for phrase in s.phrases:
        kind = _kind_of_phrase(s, phrase)
        if kind is not None:
            yield phrase.start, phrase.end, kind


def _kind_of_phrase(s: Sentence, phrase: Phrase) -> MentionKind | None:
    if phrase.head < 0 or phrase.pronoun:
        return None
    low, pair = s.tokens.lows[phrase.head], tuple(s.tokens.lows[phrase.head - 1 : phrase.head + 1])
    if pair in HEADS["place"] or (low,) in HEADS["place"] or low in LEXICON.words.place_words:
        return MentionKind.PLACE if low not in ("part", "parts", "rural", "edge", "half") else None
    if phrase.force and (low.endswith(("s", "men")) or (low,) in HEADS["collective"] or low in LEXICON.words.bodies):
        return MentionKind.PARTY if _is_noun(s, phrase.head) else None
    if (low,) in HEADS["people"] or (phrase.victim is not None and phrase.victim.plural):
        return MentionKind.PEOPLE
    if (low,) in HEADS["body"] and (low,) not in HEADS["not_alone"]:
        return MentionKind.PARTY if _is_noun(s, phrase.head) else None
    unlisted = phrase.folk and low.endswith("s") and s.tokens.words[phrase.head][0].islower()
    return MentionKind.PEOPLE if unlisted else None


def _is_noun(s: Sentence, head: int) -> bool:
    """ "The military", "Iraqi military"; alone it is an adjective."""
    low, before = s.tokens.lows[head], s.low(head - 1)
    return low != "military" or bool(s.kind(head - 1) & DET) or (before,) in LEXICON.nationalities
