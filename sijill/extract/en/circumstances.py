"""Where, when, by what means, and what the speaker calls it."""

from dataclasses import dataclass

from sijill.extract.en.cues import Cue
from sijill.extract.en.names import PLACE, Named
from sijill.extract.en.phrases import Phrase, Sentence
from sijill.extract.en.words import PREP, bits
from sijill.extract.lexicon import characterisations, words
from sijill.language.dates import Expression
from sijill.language.tokens import POSSESSIVE

AT = frozenset(
    "in at near on around outside inside from to across throughout over into of toward towards against between".split()
)
PLACE_WORDS = frozenset(
    "town city village province governorate district neighbourhood neighborhood suburb suburbs outskirts countryside area areas region camp"
    " part parts north south east west centre center northern southern eastern western market hospital school mosque church square"
    " street airport base checkpoint crossing border valley island port quarter hamlet farm farms edge bloc capital enclave"
    " stronghold heartland rural headquarters clinic prison bakery station bridge university".split()
)
GENERIC = frozenset(
    "city town village area region district neighbourhood neighborhood province camp capital enclave country".split()
)
TIME_PREPOSITIONS = frozenset("in on during over since by at late early of from".split())
RESPONSE = (
    ("in", "response", "to"),
    ("in", "retaliation", "for"),
    ("in", "revenge", "for"),
    ("to", "avenge"),
    ("in", "reply", "to"),
)


@dataclass(frozen=True, slots=True)
class Spot:
    """A place as said, tokens [start, end). base: the named place that a description hangs on, if it is another."""

    start: int
    end: int
    text: str
    named: bool
    base: str | None = None


def places(s: Sentence) -> list[Spot]:
    """Every place of the sentence, left to right."""
    found = [_extended(s, name) for name in s.names if name.kind == PLACE and not _is_adjective(s, name)]
    taken = {i for spot in found for i in range(spot.start, spot.end)}
    for phrase in s.phrases:
        if phrase.start not in taken and phrase.end - 1 not in taken:
            spot = _unlisted(s, phrase)
            if spot is not None:
                found.append(spot)
                taken.update(range(spot.start, spot.end))
    return sorted(found, key=lambda spot: spot.start)


def _is_adjective(s: Sentence, name: Named) -> bool:
    phrase = s.at(name.start)
    return (
        phrase is not None
        and phrase.head >= name.end
        and s.low(phrase.head) not in PLACE_WORDS
        and s.low(name.end) not in POSSESSIVE
        and (phrase.force or (phrase.victim is not None and name.start == phrase.start and phrase.count is None))
    )


def _extended(s: Sentence, name: Named) -> Spot:
    """ "Deir al-Zor province", "the town of Namar in Daraa province", "the eastern countryside of X"."""
    start, end = name.start, name.end
    while s.low(end) in PLACE_WORDS and s.at(end) is s.at(name.start):
        end += 1
    while (
        start > s.start
        and s.at(start - 1) is s.at(name.start)
        and s.low(start - 1) in PLACE_WORDS | {"rural", "greater", "central", "downtown"}
    ):
        start -= 1
    if s.low(start - 1) in ("of", "near", "outside"):
        before = s.at(start - 2)
        if (
            before is not None
            and s.low(before.head) in PLACE_WORDS
            and not (s.low(before.head) in ("area", "areas") and before.head > before.start + 1)
        ):
            start = before.start
    k = end + 1 if s.low(end) in (",", "in") else end
    following = next((n for n in s.names if n.kind == PLACE and n.start == k), None) if k > end else None
    if following is not None and not (s.low(end) == "," and s.low(following.end) in (",", "and")):
        end = following.end
        while s.low(end) in PLACE_WORDS and s.at(end) is s.at(following.start):
            end += 1
    name_text = s.text(name.start, name.end)
    text = s.text(start, end)
    return Spot(start, end, name_text if text.count("[") != text.count("]") else text, True, name_text)


def _unlisted(s: Sentence, phrase: Phrase) -> Spot | None:
    """A capitalised name after "in" or "the village of"; "parts of the city"."""
    prep = s.low(phrase.start - 1)
    if prep in ("only", "just", "mainly", "mostly"):
        prep = s.low(phrase.start - 2)
    if phrase.pronoun or phrase.measure or phrase.party is not None or phrase.force or phrase.count is not None:
        return None
    if phrase.cue is not None or phrase.victim is not None:
        return None
    head = s.low(phrase.head)
    capital = _capital_run(s, phrase)
    if capital and prep in ("in", "at", "near", "on", "outside", "from", "around") and not _is_time_or_body(s, phrase):
        return Spot(phrase.start, phrase.end, s.text(phrase.start, phrase.end), True)
    if capital and prep == "of":
        before = s.at(phrase.start - 2)
        if before is not None and s.low(before.head) in PLACE_WORDS and s.low(before.head) not in ("part", "parts"):
            return Spot(before.start, phrase.end, s.text(before.start, phrase.end), True)
        return None
    if head in PLACE_WORDS and prep in AT and head not in ("base", "north", "south", "east", "west", "border"):
        inner = s.at(phrase.end + 1) if s.low(phrase.end) == "of" else None
        end = inner.end if inner is not None and s.low(inner.head) in GENERIC else phrase.end
        if head in ("part", "parts") and end == phrase.end:
            return None
        return Spot(phrase.start, end, s.text(phrase.start, end), False)
    return None


def _capital_run(s: Sentence, phrase: Phrase) -> bool:
    word = s.tokens.words[phrase.head]
    return (word[0].isupper() and not word.isupper()) or (
        phrase.head > phrase.start and word.isupper() and len(word) > 3
    )


NOT_PLACES = frozenset(
    "ramadan eid friday saturday sunday monday tuesday wednesday thursday twitter facebook youtube skype telegram islam arabic english god"
    " parliament congress security council nations union league times state house geneva".split()
)


def _is_time_or_body(s: Sentence, phrase: Phrase) -> bool:
    return s.low(phrase.head) in NOT_PLACES


def nearest_place(
    s: Sentence, spots: list[Spot], cue_start: int, cue_end: int, avoid: tuple[int, int] | None
) -> Spot | None:
    """The place that governs the cue: after it in the same stretch, else before it, else the nearest."""
    best, best_rank = None, (9, 0)
    for spot in spots:
        if avoid is not None and avoid[0] <= spot.start < avoid[1]:
            continue
        prep = s.low(spot.start - 1)
        located = prep in AT or spot.start == s.start
        after = spot.start >= cue_end
        between = s.tokens.lows[min(cue_end, spot.end) : max(cue_start, spot.start)]
        crossed = sum(1 for low in between if low in (",", ";")) + 2 * sum(
            1 for c in s.cues if c.verbal and min(cue_end, spot.end) <= c.start < max(cue_start, spot.start)
        )
        rank = (
            (0 if located else 3) + (0 if spot.named else 2) + crossed + (0 if after else 0.5),
            abs(spot.start - cue_start),
        )
        if rank < best_rank:
            best, best_rank = spot, rank
    return best


def nearest_time(s: Sentence, times: list[Expression], cue: Cue) -> Expression | None:
    """The time that governs the cue: nearest by clause; one at the head of the sentence governs every clause."""
    best, best_rank = None, (99.0, 0)
    for time in times:
        lo, hi = (cue.end, time[0]) if time[0] >= cue.end else (time[1], cue.start)
        between = s.tokens.lows[lo:hi]
        verbs = sum(1 for c in s.cues if c.verbal and lo <= c.start < hi)
        crossed = (
            sum(1 for low in between if low in (";", "while", "but", "that", "which", "after", "including")) + verbs
        )
        if time[0] <= s.start + 4 and time[0] < cue.start:
            crossed = min(crossed, 1)
        rank = (crossed + (0 if time[0] >= cue.end else 0.5), abs(time[0] - cue.start))
        if rank < best_rank:
            best, best_rank = time, rank
    return best


def means_in(s: Sentence, start: int, stop: int) -> tuple[int, int] | None:
    """Tokens that name a weapon or method."""
    table = words("en", "means.csv")
    for i in range(start, stop):
        for length in (3, 2, 1):
            if i + length <= stop and tuple(s.tokens.lows[i : i + length]) in table:
                return i, i + length
    return None


def called(s: Sentence, start: int, stop: int) -> list[tuple[int, int, str]]:
    """What is said of the act in tokens [start, stop): (start, end, characterisation)."""
    table, found = characterisations("en"), []
    for i in range(start, stop):
        for length in (3, 2, 1):
            said = table.get(tuple(s.tokens.lows[i : i + length])) if i + length <= stop else None
            if said is not None:
                found.append((i, i + length, said))
                break
    return found


def response(s: Sentence) -> tuple[int, Phrase] | None:
    """ "in response to the abductions": (where it begins, the phrase that names what is answered)."""
    for i in range(s.start, s.stop - 3):
        for opening in RESPONSE:
            if tuple(s.tokens.lows[i : i + len(opening)]) == opening:
                phrase = s.at(i + len(opening))
                if phrase is not None:
                    return i, phrase
    return None


def time_span(s: Sentence, time: Expression) -> tuple[int, int]:
    """The tokens of a time with the preposition before it."""
    start = time[0] - 1 if time[0] > s.start and bits(s.low(time[0] - 1)) & PREP else time[0]
    return start, time[1]
