"""Known names in an Arabic text: parties, sources, places, with or without the article and in every case of the noun.

A trie over the keys of words, longest name first: linear in the text.
"""

from collections.abc import Iterable, Iterator
from functools import lru_cache

from sijill.extract.ar.words import WORDS, bits, is_definite, plain
from sijill.extract.lexicon import lexicon
from sijill.extract.syntax.classes import PREP
from sijill.extract.syntax.parts import PARTY, PLACE, SOURCE, Named
from sijill.language.ar.clitics import bare
from sijill.language.ar.letters import SCRIPT, fold_word
from sijill.language.tokens import Tokens, tokenize
from sijill.language.vocabulary import Vocabulary
from sijill.model.source import SpeakerKind

Form = tuple[str, ...]
SHORTEST = 3
"""Letters of a place of one word."""
CONSTRUCT = "و"
"""The ending of "fighters of": in the other cases yeh stands there."""


class Names:
    """First key -> [(keys, kind, id)], longest first. `known`: keys by which `tokenize` tells clitics."""

    __slots__ = ("armed", "by_first", "known", "places", "voices")

    def __init__(self, vocabulary: Vocabulary) -> None:
        self.by_first: dict[str, list[tuple[Form, str, str]]] = {}
        self.voices: dict[str, SpeakerKind] = {source.id: source.kind for source in vocabulary.sources}
        self.armed = vocabulary.armed_groups
        parties = [(name, PARTY, party.id) for party in vocabulary.parties for name in (party.name, *party.aliases)]
        sources = [
            (name, SOURCE, source.id) for source in vocabulary.sources for name in (source.name, *source.aliases)
        ]
        places = [(name, PLACE, name) for name in vocabulary.places]
        listed = [entry for entry in (*parties, *sources, *places) if SCRIPT.match(entry[0])]
        words = {bare(fold_word(word)) for name, _, _ in listed for word in name.split()}
        self.known = lexicon("ar").known | {word for word in words if len(word) >= SHORTEST}
        self.places: set[Form] = set()
        for name, kind, key in listed:
            self._add(name, kind, key)
        for bucket in self.by_first.values():
            bucket.sort(key=lambda entry: (-len(entry[0]), entry[1] != PARTY))

    def _add(self, name: str, kind: str, key: str) -> None:
        form = self._keys(name)
        if kind == PLACE:
            if len(form) == 1 and len(plain(form[0])) < SHORTEST:
                return
            self.places.add(form)
        for variant in _variants(form):
            self.by_first.setdefault(variant[0], []).append((variant, kind, key))

    def _keys(self, name: str) -> Form:
        """The tokens of a name, as they are found in a text."""
        words = name.split()
        if len(words) == 1 or not any(word[0] in "لوبك" for word in words[1:]):
            return tuple(fold_word(word) for word in words)
        return tuple(tokenize(name, self.known).lows)

    def find(self, tokens: Tokens, start: int, stop: int, cased: bool = True) -> list[Named]:
        """Names in tokens [start, stop), left to right, none overlapping. Arabic has no capitals."""
        found, i, lows = [], start, tokens.lows
        while i < stop:
            hit = self._at(lows, i, start, stop) if lows[i] in self.by_first else None
            if hit is None:
                i += 1
            else:
                found.append(hit)
                i = hit.end
        return found

    def _at(self, lows: list[str], i: int, start: int, stop: int) -> Named | None:
        before = lows[i - 1] if i > start else ""
        for words, kind, key in self.by_first[lows[i]]:
            end = i + len(words)
            if end > stop or (len(words) > 1 and tuple(lows[i:end]) != words):
                continue
            if kind == PLACE and len(words) == 1 and not self._stands_for_itself(lows[i], before):
                continue
            if kind == PARTY and before in WORDS.at and words in self.places:
                continue
            return Named(i, end, kind, key, self.voices.get(key, SpeakerKind.UNKNOWN), armed=key in self.armed)
        return None

    def _stands_for_itself(self, low: str, before: str) -> bool:
        """A place whose name is also a word of the language is one only after "in" or a kind of place."""
        word = plain(low)
        common = word in lexicon("ar").known or low in lexicon("ar").known or bits(low) or bits(word)
        return not common or bool(bits(before) & PREP) or before in WORDS.place_words


def _variants(form: Form) -> Iterator[Form]:
    yield form
    first = form[0]
    if first.endswith(CONSTRUCT) and len(form) > 1:
        yield (first[:-1] + "ي", *form[1:])
    if len(form) == 1 and not is_definite(first):
        yield ("ال" + first,)


@lru_cache(maxsize=4)
def names_of(vocabulary: Vocabulary) -> Names:
    """The trie of a vocabulary; built once in each process."""
    return Names(vocabulary)


def known_of(vocabulary: Vocabulary) -> frozenset[str]:
    """Keys of words of the language and of the names of a case, by which clitics are told."""
    return names_of(vocabulary).known


def covers(names: Iterable[Named], k: int) -> bool:
    """Does token k lie in a name?"""
    return any(name.start <= k < name.end for name in names)
