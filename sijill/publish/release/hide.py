"""Words with what must not be read in them taken out: names of people, ways to reach them, accounts, coordinates.

A name is found however its words are spaced, in any script, with the clitics of Arabic before it. What is taken out is
seen: a reader meets the mark, never a sentence that was silently mended.
"""

import re
from collections import defaultdict
from collections.abc import Iterable

from sijill.language.folding import fold

MARK = "[…]"
WORD = re.compile(r"[^\W_]+(?:['’ʼ\-][^\W_]+)*")
CLITICS = "وفبكل"
LEAST = 3
"""Letters of a word of a name that is looked for alone."""
REACH = re.compile(
    r"(?:[a-z][a-z0-9+.\-]{1,10}://\S+)"  # addresses
    r"|(?:[\w.+\-]{1,64}@[\w\-]{1,63}(?:\.[\w\-]{1,63})+)"  # mail
    r"|(?<!\w)@\w{2,40}"  # accounts
    r"|(?:[A-Za-z]:\\|(?<![\w/])/(?:[\w.\-]{1,64}/))[\w.\-\\/]{1,200}"  # paths
    r"|(?:[-+]?\d{1,3}\.\d{3,12}\s?°?\s?[NSEWnsew]?[,;\s]\s?[-+]?\d{1,3}\.\d{3,12})"  # coordinates
    r"|(?:\d{1,3}°\s?\d{1,2}['′](?:\s?\d{1,2}(?:\.\d{1,4})?[\"″])?\s?[NSEW]?)"
    r"|(?:(?<![\d.,])\+?\d(?:[\s\-().]?\d){8,14}(?![\d]))"  # telephones
    r"|(?:(?:%[0-9A-Fa-f]{2}){4,})"  # encoded words
    r"|(?:\b[A-Za-z0-9+/_\-]{32,}={0,2})",
    re.IGNORECASE,
)
"""Bounded repetitions only: the cost is linear in the text."""


def reaches(number: str, quote: str) -> bool:
    """Is a number of the words a way to reach somebody, or a part of one: a telephone that was read as a count?"""
    return number in quote and number not in REACH.sub(MARK, quote)


class Hidden:
    """Names that must not be read in published words."""

    def __init__(self, names: Iterable[str]) -> None:
        self._by_first: dict[str, list[list[str]]] = defaultdict(list)
        for words in sorted({tuple(_words(each)) for each in names}, key=len, reverse=True):
            if words and (len(words) > 1 or len(words[0]) >= LEAST):
                self._by_first[words[0]].append(list(words))

    def hide(self, text: str) -> str:
        """The text with names and ways to reach people replaced by a mark."""
        return _joined(REACH.sub(MARK, self._without_names(text)))

    def _without_names(self, text: str) -> str:
        found = list(WORD.finditer(text)) if self._by_first else []
        folded = [fold(each.group()) for each in found]
        parts, at, i = [], 0, 0
        while i < len(found):
            length = self._name_at(folded, i)
            if length:
                parts += [text[at : found[i].start()], MARK]
                at = found[i + length - 1].end()
                i += length
            else:
                i += 1
        return "".join([*parts, text[at:]])

    def _name_at(self, words: list[str], i: int) -> int:
        """How many words of a hidden name stand here."""
        for first in _without_clitics(words[i]):
            for name in self._by_first.get(first, ()):
                if words[i + 1 : i + len(name)] == name[1:]:
                    return len(name)
        return 0


def _words(name: str) -> list[str]:
    return [fold(each.group()) for each in WORD.finditer(name)]


def _without_clitics(word: str) -> list[str]:
    bare = [word]
    while len(bare[-1]) > LEAST and bare[-1][0] in CLITICS:
        bare.append(bare[-1][1:])
    return bare


def _joined(text: str) -> str:
    """One mark for several that follow each other."""
    return re.sub(rf"{re.escape(MARK)}(?:\s*{re.escape(MARK)})+", MARK, text)
