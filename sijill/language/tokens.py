"""Words with their places in the text. Linear in the length of the text.

Spans count code points of the text as given; nothing is normalised away. Brackets that an editor put around a word
("the regime [continues] to bomb") are no tokens: the words inside them are.
"""

import re
from dataclasses import dataclass

WORD = re.compile(
    r"(?:[A-Z]\.){2,}"  # U.S.
    r"|\d+(?:st|nd|rd|th)\b"  # 14th
    r"|\d+(?:-[^\W\d_]+)+"  # 19-year-old
    r"|\d{1,3}(?:[,\u066c]\d{3})+(?:\.\d+)?|\d+(?:[.:]\d+)?"  # 1,200  1.2  10:30
    r"|[^\W\d_](?:[^\W_]|[\u064b-\u0652])*"  # a word, Arabic vowel marks included
    r"(?:[-\u2010\u2011](?:[^\W_])+|['\u2019\u02bc](?!s\b)[^\W\d_]+)*"  # al-Bab, Sana'a
    r"|['\u2019]s\b"
    r"|[^\w\s\[\]]"
)
POSSESSIVE = frozenset({"'s", "\u2019s", "'", "\u2019"})
OPENING = frozenset('"\u201c\u00ab\u2018')
CLOSING = frozenset('"\u201d\u00bb\u2019')


@dataclass(slots=True)
class Tokens:
    """Parallel lists: the words, their lower-case forms, and their spans [start, end) in `text`."""

    text: str
    words: list[str]
    lows: list[str]
    starts: list[int]
    ends: list[int]

    def __len__(self) -> int:
        return len(self.words)

    def quote(self, start: int, end: int) -> str:
        """The text from token `start` to token `end`, the latter not included."""
        return self.text[self.starts[start] : self.ends[end - 1]] if end > start else ""


def tokenize(text: str) -> Tokens:
    """Every word, number and mark of the text, in order."""
    words, starts, ends = [], [], []
    for match in WORD.finditer(text):
        words.append(match.group())
        starts.append(match.start())
        ends.append(match.end())
    return Tokens(text, words, [word.lower().replace("\u2019", "'") for word in words], starts, ends)
