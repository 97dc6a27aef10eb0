"""Words with their places in the text. Linear in the length of the text. An article written apart from its name
("al- Namar") is one word with it.

Spans count code points of the text as given; nothing is normalised away. Brackets that an editor put around a word
("the regime [continues] to bomb") are no tokens: the words inside them are.
"""

import re
from dataclasses import dataclass, field
from functools import lru_cache

from sijill.language.ar.clitics import pieces
from sijill.language.ar.letters import LETTER, MARK, SCRIPT, fold_word

_WORD = (
    r"(?:[A-Z]\.){2,}"  # U.S.
    r"|[AaPp]\.[Mm]\b"  # p.m
    r"|\d+(?:st|nd|rd|th|s)\b"  # 14th  1990s
    r"|\d+(?:-[^\W\d_]+)+"  # 19-year-old
    r"|\d{1,3}(?:[,\u066c]\d{3})+(?:\.\d+)?|\d+(?:[.:]\d+)?"  # 1,200  1.2  10:30
    r"|[^\W\d_](?:[^\W_]|[\u064b-\u0652])*"  # a word, Arabic vowel marks included
    r"(?:[-\u2010\u2011](?:[^\W_])+|['\u2019\u02bc](?!s\b)[^\W\d_]+)*"  # al-Bab, Sana'a
    r"|['\u2019]s\b"
)
_PLAIN = r"[a-z]{2,}(?![\w\u064b-\u0652'\u2019\u02bc\u2010\u2011-])"
"""Most words of a text, which need not be asked what else they may be."""
_APART = r"[AaEe](?:(?<!\bet [AaEe])l -|l- |(?<=[Aa])[dnrstz]- |(?<=[Ee])[sz]- )(?=[A-Z][a-z])[^\W_]+(?:-[^\W_]+)*"
"""An article written apart from its name: "al- Namar", "al -Namar"."""
WORD = re.compile(rf"({_APART})|{_PLAIN}|{_WORD}|[^\w\s\[\]]")
IN_ARABIC = re.compile(
    f"[{LETTER}][{LETTER}{MARK}]*"
    r"|\d{1,3}(?:[,\u066c]\d{3})+(?:[.\u066b]\d+)?|\d+\u066b\d+"
    rf"|\u0640+|{_WORD}"
    r"|[^\w\s\[\]\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]"  # marks, but not those that turn the line
)
BROKEN_SPACE = "\u00c2"
BROKEN = re.compile(rf"{BROKEN_SPACE}(?=\s)")
"""A no-break space that was written in one encoding and read in another: a letter that ends a word nowhere else."""
POSSESSIVE = frozenset({"'s", "\u2019s", "'", "\u2019"})
OPENING = frozenset('"\u201c\u00ab\u2018')
CLOSING = frozenset('"\u201d\u00bb\u2019')
APOSTROPHE = "\u2019"
"""The single quotation mark, which stands inside words too."""


def is_raised(word: str) -> bool:
    """Begins with a capital, also behind an article: "Namar", "al-Namar"."""
    return word[:1].isupper() or (word[2:3] == "-" and word[3:4].isupper())


@dataclass(slots=True)
class Tokens:
    """Parallel lists: the words, their lower-case forms, and their spans [start, end) in `text`.

    borne   words in small letters -> whether the text shows them to name people or outlets, as far as somebody asked
    """

    text: str
    words: list[str]
    lows: list[str]
    starts: list[int]
    ends: list[int]
    borne: dict[str, bool] = field(default_factory=dict)
    _small: frozenset[str] | None = None
    _at: dict[str, list[int]] = field(default_factory=dict)

    @property
    def small(self) -> frozenset[str]:
        """The words that the text writes in small letters somewhere."""
        if self._small is None:
            self._small = frozenset(word for word in self.words if word.islower())
        return self._small

    def at(self, low: str) -> list[int]:
        """The tokens that are this word."""
        if not self._at:
            for i, each in enumerate(self.lows):
                self._at.setdefault(each, []).append(i)
        return self._at.get(low, [])

    def __len__(self) -> int:
        return len(self.words)

    def quote(self, start: int, end: int) -> str:
        """The text from token `start` to token `end`, the latter not included."""
        return self.text[self.starts[start] : self.ends[end - 1]] if end > start else ""


def _as_space(text: str) -> str:
    """The text with the first half of a broken no-break space ("killed\u00c2 12") as a space; nothing moves."""
    return BROKEN.sub(" ", text) if BROKEN_SPACE in text else text


def tokenize(text: str, known: frozenset[str] = frozenset()) -> Tokens:
    """Every word, number and mark of the text, in order. `known`: keys of Arabic words, by which clitics are told."""
    if text.isascii() or not SCRIPT.search(text):
        return _tokens(text)
    found = Tokens(text, [], [], [], [])
    for match in IN_ARABIC.finditer(_as_space(text)):
        word, at = match.group(), match.start()
        if SCRIPT.match(word):
            for start, end, low in pieces(word, known):
                _add(found, word[start:end], low, at + start)
        else:
            _add(found, word, fold_word(word).replace("\u2019", "'") or word, at)
    return found


@lru_cache(maxsize=1)
def _tokens(text: str) -> Tokens:
    """Kept for the next step that reads the same text: nobody changes them."""
    words, starts, ends = [], [], []
    for match in WORD.finditer(_as_space(text)):
        start, end = match.span()
        words.append(match[0].replace(" ", "") if match.lastindex else match[0])
        starts.append(start)
        ends.append(end)
    return Tokens(text, words, [word.lower().replace("\u2019", "'") for word in words], starts, ends)


def _add(tokens: Tokens, word: str, low: str, start: int) -> None:
    tokens.words.append(word)
    tokens.lows.append(low)
    tokens.starts.append(start)
    tokens.ends.append(start + len(word))
