"""Where: places known to the case in any spelling, capitalised names after "in", and descriptions ("parts of the
city").
"""

from dataclasses import dataclass

from sijill.extract.en.names import PLACE, SOURCE, Named
from sijill.extract.en.phrases import Phrase, Sentence
from sijill.extract.lexicon import words
from sijill.language.tokens import POSSESSIVE

AT = frozenset(
    "in at near on around outside inside from to across throughout over into of toward towards against between".split()
)
UNLISTED_AFTER = frozenset("in at near on outside from around".split())
PLACE_WORDS = frozenset(
    "town city village province governorate district neighbourhood neighborhood suburb suburbs outskirts"
    " countryside area areas region camp"
    " part parts north south east west centre center northern southern eastern western market hospital"
    " school mosque church square"
    " street airport base checkpoint crossing border valley island port quarter hamlet farm farms edge bloc"
    " capital enclave"
    " stronghold heartland rural headquarters clinic prison bakery station bridge university".split()
)
AFTER_NAME = frozenset(
    "province governorate district city town village region countryside neighbourhood neighborhood camp"
    " suburb suburbs area valley"
    " island airport base crossing hospital market square prison quarter refugee".split()
)
BEFORE_NAME = PLACE_WORDS | frozenset("rural greater central downtown".split())
GENERIC = frozenset(
    "city town village area region district neighbourhood neighborhood province camp capital enclave country".split()
)
NOT_DESCRIBED = frozenset("base north south east west border northern southern eastern western".split())
NOT_PLACES = frozenset(
    "ramadan eid twitter facebook youtube skype telegram islam arabic english god parliament congress"
    " council nations union league times"
    " state house geneva police army ministry movement party group front".split()
)
ARTICLES = frozenset("al- el- as- ad- az- ar- an- at- ez- es-".split())
DWELLERS = frozenset("people residents inhabitants villagers families".split())
COUNTRY_PENALTY = 4


@dataclass(frozen=True, slots=True)
class Spot:
    """A place as said, tokens [start, end). base: the listed name that a description hangs on, or the listed name
    itself.
    """

    start: int
    end: int
    text: str
    named: bool
    base: str | None = None

    @property
    def country(self) -> bool:
        return is_country(self.base or self.text)


def places(s: Sentence) -> list[Spot]:
    """Every place of the sentence, left to right, none inside another."""
    found = [_extended(s, name) for name in s.names if name.kind == PLACE and not _is_adjective(s, name)]
    taken = {i for spot in found for i in range(spot.start, spot.end)}
    for phrase in s.phrases:
        if phrase.start not in taken and phrase.end - 1 not in taken:
            spot = _unlisted(s, phrase)
            if spot is not None:
                found.append(spot)
                taken.update(range(spot.start, spot.end))
    return sorted(found, key=lambda spot: spot.start)


def is_country(text: str) -> bool:
    """Is this the name of a country, with or without the s of a lost apostrophe?"""
    table, low = words("en", "countries.csv"), text.lower()
    return tuple(low.split()) in table or (low.endswith("s") and tuple(low[:-1].split()) in table)


def _is_adjective(s: Sentence, name: Named) -> bool:
    phrase = s.at(name.start)
    if phrase is None or phrase.head < name.end or s.low(phrase.head) in PLACE_WORDS or s.low(name.end) in POSSESSIVE:
        return False
    return phrase.force or (phrase.victim is not None and name.start == phrase.start and phrase.count is None)


def _extended(s: Sentence, name: Named) -> Spot:
    """ "Deir al-Zor province", "the town of Namar in Daraa province", "the eastern countryside of X"."""
    said = s.text(name.start, name.end)
    if is_country(said):
        return Spot(
            name.start,
            name.end,
            name.key if said.endswith("s") and not name.key.endswith("s") else said,
            True,
            name.key,
        )
    start, end = _to_the_left(s, name), _to_the_right(s, name)
    text = s.text(start, end)
    if start == name.start and end == name.end and said.endswith("s") and not name.key.endswith("s"):
        text = name.key
    return Spot(start, end, said if text.count("[") != text.count("]") else text, True, said)


def _to_the_left(s: Sentence, name: Named) -> int:
    start = name.start
    while start > s.start and s.at(start - 1) is s.at(name.start) and s.low(start - 1) in BEFORE_NAME:
        start -= 1
    if s.low(start - 1) not in ("of", "near", "outside"):
        return start
    before = s.at(start - 2)
    if before is None or s.low(before.head) not in PLACE_WORDS:
        return start
    wordy = s.low(before.head) in ("area", "areas") and before.head > before.start + 1
    return start if wordy or any(n.kind == PLACE for n in before.names) else before.start


def _to_the_right(s: Sentence, name: Named) -> int:
    end = _class_words(s, name.end, s.at(name.start))
    k = end + 1 if s.low(end) in (",", "in") else end
    following = next((n for n in s.names if n.kind == PLACE and n.start == k), None) if k > end else None
    if following is None or is_country(s.text(following.start, following.end)):
        return end
    if s.low(end) == "," and s.low(following.end) in (",", "and"):
        return end
    return _class_words(s, following.end, s.at(following.start))


def _class_words(s: Sentence, end: int, phrase: Phrase | None) -> int:
    while s.low(end) in AFTER_NAME and s.at(end) is phrase:
        end += 1
    return end


def _unlisted(s: Sentence, phrase: Phrase) -> Spot | None:
    if phrase.pronoun or phrase.measure or phrase.party is not None or phrase.force or phrase.count is not None:
        return None
    if phrase.cue is not None or phrase.victim is not None or any(name.kind == SOURCE for name in phrase.names):
        return None
    prep = s.low(phrase.start - 1)
    if prep in ("only", "just", "mainly", "mostly"):
        prep = s.low(phrase.start - 2)
    run = _capital_run(s, phrase)
    if run is not None:
        return _named_after(s, phrase, run, prep)
    return _described(s, phrase, prep)


def _capital_run(s: Sentence, phrase: Phrase) -> tuple[int, int] | None:
    """The capitalised words at the end of the phrase, with its class word ("Al-Horra village")."""
    stop = phrase.end
    while stop > phrase.start and s.low(stop - 1) in NOT_DESCRIBED and not s.tokens.words[stop - 1][0].isupper():
        stop -= 1
    end = stop
    while end > phrase.start and s.low(end - 1) in AFTER_NAME and not s.tokens.words[end - 1][0].isupper():
        end -= 1
    start = end
    while start > phrase.start and _is_name_word(s.tokens.words[start - 1]):
        start -= 1
    if (
        start == end
        or (s.tokens.words[end - 1].isupper() and len(s.tokens.words[end - 1]) < 4)
        or s.low(end - 1) in NOT_PLACES
    ):
        return None
    return start, stop


def _is_name_word(word: str) -> bool:
    """ "Rankus", "al-Rankus"."""
    return word[0].isupper() or (word[:3].lower() in ARTICLES and any(c.isupper() for c in word[3:]))


def _named_after(s: Sentence, phrase: Phrase, run: tuple[int, int], prep: str) -> Spot | None:
    lead = range(phrase.start, run[0])
    plain = all(
        s.low(i) in BEFORE_NAME or s.low(i) in ("the", "a", "an") or s.low(i).endswith(("ern", "held", "controlled"))
        for i in lead
    )
    if not plain:
        return None
    base = s.text(run[0], run[1])
    if prep in UNLISTED_AFTER:
        return Spot(phrase.start, run[1], s.text(phrase.start, run[1]), True, base)
    before = s.at(phrase.start - 2) if prep == "of" else None
    if before is not None and s.low(before.head) in DWELLERS:
        return Spot(phrase.start, run[1], base, True, base)
    if before is not None and s.low(before.head) in PLACE_WORDS and s.low(before.head) not in ("part", "parts"):
        return Spot(before.start, run[1], s.text(before.start, run[1]), True, base)
    return None


def _described(s: Sentence, phrase: Phrase, prep: str) -> Spot | None:
    head = s.low(phrase.head)
    if head not in PLACE_WORDS or prep not in AT or head in NOT_DESCRIBED:
        return None
    inner = s.at(phrase.end + 1) if s.low(phrase.end) == "of" else None
    end = inner.end if inner is not None and s.low(inner.head) in GENERIC else phrase.end
    if head in ("part", "parts") and end == phrase.end:
        return None
    return Spot(phrase.start, end, s.text(phrase.start, end), False)


def nearest_place(s: Sentence, spots: list[Spot], anchor: tuple[int, int], *, homes: bool) -> Spot | None:
    """The place that governs the cue: a town before a country, after "in", in the same stretch, behind the cue, near.

    homes   "villagers from X" tells the place too, as of those abducted or driven out
    """
    return min(spots, key=lambda spot: _rank(s, spot, anchor, homes=homes), default=None)


def _rank(s: Sentence, spot: Spot, anchor: tuple[int, int], *, homes: bool) -> tuple[float, int]:
    cue_start, cue_end = anchor
    lo, hi = min(cue_end, spot.end), max(cue_start, spot.start)
    marks = sum(1 for low in s.tokens.lows[lo:hi] if low in (",", ";"))
    verbs = sum(1 for cue in s.cues if cue.verbal and lo <= cue.start < hi)
    prep = s.low(spot.start - 1)
    located = (prep in AT and (homes or prep != "from")) or spot.start == s.start
    points = (
        marks + 2 * verbs + (0 if located else 3) + (0 if spot.named else 2) + (0 if spot.start >= cue_end else 0.5)
    )
    return points + (COUNTRY_PENALTY if spot.country else 0), abs(spot.start - cue_start)


def just_generic(s: Sentence, spot: Spot) -> bool:
    """ "the city" alone is the place already named; "parts of the city" is not."""
    return spot.end - spot.start <= 2 and s.low(spot.end - 1) in GENERIC - {"capital", "country"}
