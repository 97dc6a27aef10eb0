"""Known names in a text: parties, sources, places.

Parties and sources are found as they are listed; places in any spelling that folds to a listed one.

A trie over lower-case words, longest name first: linear in the text. A name that is also an English word ("IS") must be
written with the case that makes it a name; a possessive whose apostrophe was lost ("Assads forces") is still one.
"""

from collections.abc import Iterable, Sequence
from functools import lru_cache

from sijill.extract.en.words import BITS, WORDS
from sijill.extract.syntax.parts import PARTY, PLACE, SOURCE, Named
from sijill.language.folding import fold
from sijill.language.places.words import MIDDLE_WORDS
from sijill.language.tokens import Tokens, tokenize
from sijill.language.vocabulary import Vocabulary
from sijill.model.source import SpeakerKind

LOCATED = frozenset(
    "in at near around outside inside from to into across throughout between central downtown rural greater eastern"
    " western northern"
    " southern northeastern northwestern southeastern southwestern capital".split()
)
ATTACKS = frozenset(
    "attack attacks strike strikes raid raids fire assault assaults shelling bombing bombardment barrage".split()
)
ENTERED = frozenset(
    "enter enters entered entering infiltrate infiltrates infiltrated infiltrating"
    " storm storms stormed storming".split()
)
"""What forces do to a town and to no government."""
STRUCK = frozenset(
    "shelled bombed bombarded pounded rocked struck hit hits shook shakes rocks pounds bombards besieged raided".split()
)
""" "Rockets hit Damascus": no government either."""
DOES = frozenset(
    "said says has had have is was will would denied denies accused accuses blamed blames vowed warned called".split()
)
"""Behind what was struck: "on the town they bombed Damascus said", its comma lost."""
RURAL = frozenset("countryside province governorate".split())
"""Right behind the name of a capital: the land around it, "Damascus countryside"."""
CALLED = frozenset(["town", "city"])
""" "Down town Damascus", in two words; "the city Damascus"."""
JOINED = frozenset(["and", "or"])
BETWEEN = frozenset(["between", "from", "to"])
""" "Talks between Kessa and Damascus on Friday" are those of two governments."""
AFTER_A_LIST = frozenset(". ; while when as where killing wounding".split())
"""After "in Kessa and Damascus": the town did nothing."""
BUILDINGS = frozenset(
    "house palace theatre theater stadium hotel museum citadel castle university airport hospital".split()
)
PREFIXES = frozenset(
    "tal tel tell ain ayn ras deir dayr abu kafr kfar umm um beit bayt khan jabal jebel wadi bab burj qalat"
    " khirbet new san santa".split()
)
"""First words of many names: alone they are none of them."""
COMPASS = frozenset("eastern western northern southern east west north south rural greater".split())
SIDES = frozenset("north south east west northeast northwest southeast southwest".split())
SHORT = 3
"""Capitals of an abbreviation that owns what follows: "SDFs fighters", its apostrophe lost."""
MINED = frozenset(["gas", "oil", "gasfield", "oilfield"])
""" "The Sabha gas field", where a town or quarter of that name is another place."""
ARTICLES = frozenset("al- el- ez- as- ad- az- ar- an- at- al el ez ash esh".split())


class Names:
    """first word -> [(all words, written, kind, key)], longest first."""

    __slots__ = ("armed", "by_first", "places", "voices")

    def __init__(self, vocabulary: Vocabulary) -> None:
        self.by_first: dict[str, list[tuple[tuple[str, ...], str, str, str]]] = {}
        self.voices: dict[str, SpeakerKind] = {source.id: source.kind for source in vocabulary.sources}
        self.armed = vocabulary.armed_groups
        for party in vocabulary.parties:
            self._add((party.name, *party.aliases), PARTY, party.id)
        for source in vocabulary.sources:
            self._add((source.name, *source.aliases), SOURCE, source.id)
        self.places = {key: name for name in vocabulary.places if len(key := fold(name)) > 2}
        for bucket in self.by_first.values():
            bucket.sort(key=lambda entry: (-len(entry[0]), entry[2] != PARTY))

    def _add(self, aliases: Iterable[str], kind: str, key: str) -> None:
        for alias in aliases:
            words = tuple(tokenize(alias).lows)
            if words and words[0] == "the" and len(words) > 1:
                words = words[1:]
            if words:
                self.by_first.setdefault(words[0], []).append((words, alias, kind, key or alias))

    def find(self, tokens: Tokens, start: int, stop: int, cased: bool = True) -> list[Named]:
        """Names in tokens [start, stop), left to right, none overlapping."""
        found: list[Named] = []
        i = start
        by_first, lows, words = self.by_first, tokens.lows, tokens.words
        while i < stop:
            listed = (
                lows[i] in by_first and i > start and lows[i - 1] in JOINED and _is_a_list_of_places(tokens, found, i)
            )
            hit = self._at(tokens, i, stop, cased, listed) if lows[i] in by_first else None
            capital = _is_capital(words[i])
            if hit is None and (capital or lows[i] in COMPASS):
                hit = self._place(tokens, i, start, stop)
            if hit is None and cased and capital and lows[i].endswith("s"):
                hit = self._lost_possessive(tokens, i, stop)
            if hit is not None:
                found.append(hit)
                i = hit.end
            else:
                i += 1
        return found

    def _at(self, tokens: Tokens, i: int, stop: int, cased: bool, listed: bool) -> Named | None:
        """listed: behind places that are told together"""
        for words, alias, kind, key in self.by_first[tokens.lows[i]]:
            end = i + len(words)
            if (
                end > stop
                or (len(words) > 1 and not tokens.lows[i + 1].startswith(words[1]))
                or not (tuple(tokens.lows[i:end]) == words or _lost_mark(tokens, words, i, stop))
                or (kind == PARTY and self._is_rather_a_place(tokens, i, end, listed))
            ):
                continue
            if _same_case(alias, tokens, i, end) if cased else end - i > 1 or tokens.lows[i] not in BITS:
                placed = kind == PARTY and fold(tokens.quote(i, end)) in self.places
                return Named(i, end, kind, key, self.voices.get(key, SpeakerKind.UNKNOWN), placed, key in self.armed)
        return None

    def _is_rather_a_place(self, tokens: Tokens, i: int, end: int, listed: bool) -> bool:
        """A country or capital stands for its government ("Damascus said"), but not after "in", "in neighbouring" or
        "central", nor after "the suburbs of", "the heart of", "east of", "town" or "stormed", nor before "countryside";
        nor behind "in Kessa and" where nothing follows that it could do."""
        before = tokens.lows[i - 1] if i else ""
        before = "in" if before in WORDS.next_door and i > 1 and tokens.lows[i - 2] == "in" else before
        within = before == "of" and i > 1 and _is_of_a_place(tokens.lows[i - 2])
        struck = before in ("on", "against") and i > 1 and tokens.lows[i - 2] in ATTACKS
        built = (
            end < len(tokens)
            and tokens.words[end][0].isupper()
            and not BUILDINGS.isdisjoint(tokens.lows[end : end + 3])
        )
        after = tokens.lows[end] if end < len(tokens) else ""
        there = (
            before in LOCATED
            or before in ENTERED
            or (before in STRUCK | CALLED and after not in DOES)
            or (end < len(tokens) and tokens.lows[end] in RURAL)
        )
        there = there or (listed and (end >= len(tokens) or tokens.lows[end] in AFTER_A_LIST))
        return (there or within or struck or built) and fold(tokens.quote(i, end)) in self.places

    def _place(self, tokens: Tokens, i: int, start: int, stop: int) -> Named | None:
        """The longest run of up to four words, from a capital or a side of the compass, that folds to a place."""
        if i == start and tokens.lows[i] in BITS:
            return None
        end = i + 1
        while end < stop and end - i < 4 and (tokens.words[end][0].isupper() or tokens.lows[end][:3] in ARTICLES):
            end += 1
        if end < stop and tokens.lows[end] in MINED:
            last = end + 1 if tokens.lows[end].endswith("field") else min(end + 2, stop)
            field = self.places.get(fold(tokens.quote(i, last)))
            if field is not None:
                return Named(i, last, PLACE, field)
        while end > i:
            name = self.places.get(fold(tokens.quote(i, end)))
            if end - i > 1 and (tokens.lows[end - 1] in ARTICLES or tokens.lows[end - 1] in BITS):
                name = None  # "Tal Al Hawa" is not "Tal", "KESSA At least 15" not "Kessa al-"
            if end - i == 1 and tokens.lows[i] in PREFIXES and end < stop and tokens.words[end][0].isupper():
                return None
            if name is not None and any(_is_capital(word) for word in tokens.words[i:end]):
                return Named(i, end, PLACE, name)
            end -= 1
        return None

    def _lost_possessive(self, tokens: Tokens, i: int, stop: int) -> Named | None:
        word = tokens.words[i]
        if not word[0].isupper() or word.isupper():
            return None
        place = self.places.get(fold(word[:-1]))
        if place is not None and i + 1 < stop:
            return Named(i, i + 1, PLACE, place)
        for words, alias, kind, key in self.by_first.get(tokens.lows[i][:-1], ()):
            short = alias.isupper() and (len(alias) < SHORT or word[:-1] != alias)
            if len(words) == 1 and alias[0].isupper() and not short and i + 1 < stop:
                return Named(i, i + 1, kind, key, self.voices.get(key, SpeakerKind.UNKNOWN), armed=key in self.armed)
        return None


def _is_a_list_of_places(tokens: Tokens, found: Sequence[Named], k: int) -> bool:
    """ "In Kessa, Tarn and" before token k."""
    at = k - 1
    for name in reversed(found):
        if name.kind != PLACE or name.end != at:
            return False
        at = name.start - 1
        if tokens.lows[at] != ",":
            return at >= 0 and tokens.lows[at] in LOCATED - BETWEEN
    return False


def _is_capital(word: str) -> bool:
    """ "Namar", "al-Namar"."""
    return word[0].isupper() or (word[:3] in ARTICLES and word[3:4].isupper())


def _is_of_a_place(low: str) -> bool:
    """ "Suburbs", "town", "heart", "east", "south-west"."""
    plural = low.endswith("s") and low[:-1] in WORDS.place_words
    return low in WORDS.place_words or low in MIDDLE_WORDS or plural or low.replace("-", "") in SIDES


def _lost_mark(tokens: Tokens, words: tuple[str, ...], i: int, stop: int) -> bool:
    """ "the Orrakan Fronts fighters": a name of several words that owns what follows, its apostrophe lost."""
    end = i + len(words)
    owns = len(words) > 1 and end < stop and tokens.lows[end][0].isalpha() and not BITS.get(tokens.lows[end])
    return owns and tuple(tokens.lows[i:end]) == (*words[:-1], f"{words[-1]}s")


def _same_case(alias: str, tokens: Tokens, i: int, end: int) -> bool:
    words = tokens.words[i:end]
    if alias.isupper() and len(alias) <= 5:
        return all(word.isupper() or not word[0].isalpha() for word in words)
    if alias[:1].isupper() and not alias.lower().startswith("the "):
        return words[0][0].isupper() or words[0][0] in "\u2019'"
    return True


@lru_cache(maxsize=4)
def names_of(vocabulary: Vocabulary) -> Names:
    """The trie of a vocabulary; built once in each process."""
    return Names(vocabulary)
