"""The words of a sentence in the colours of what was read in them."""

import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass

from rich.text import Text

from sijill.cli.words import plain
from sijill.model.claim import Part

ISOLATE, END_OF_ISOLATE = "\u2068", "\u2069"
RIGHT_TO_LEFT = frozenset(("R", "AL"))


@dataclass(frozen=True, slots=True)
class Mark:
    """How a field of a reading is called and coloured. Colours are told apart by those who see no red or green too."""

    field: str
    label: str
    style: str


FIELDS = {
    field: Mark(field, label, style)
    for field, label, style in (
        ("speaker", "who says", "bold cyan"),
        ("stance", "how it is said", "cyan"),
        ("actor", "who did", "bold magenta"),
        ("act", "did what", "bold yellow"),
        ("means", "by what", "yellow"),
        ("toll", "how many", "bold green"),
        ("victims", "whom", "green"),
        ("target", "what was hit", "bold green"),
        ("where", "where", "bold bright_blue"),
        ("site", "at what", "bright_blue"),
        ("when", "when", "bright_blue"),
        ("said_to_be", "called", "italic yellow"),
        ("name", "who is named", "bold underline"),
        ("kunya", "known as", "underline"),
        ("age", "age", "underline"),
        ("sex", "sex", "underline"),
        ("kin", "kin", "underline"),
        ("fate", "what became of them", "bold yellow"),
    )
}


def painted(text: str, start: int, parts: Iterable[Part]) -> Text:
    """The sentence with every part in its colour; a part inside another is painted over it.

    start   where the sentence begins in the text that the parts count in
    """
    words = Text(plain(text))
    inside = [part for part in parts if start <= part.start and part.end <= start + len(text)]
    for part in sorted(inside, key=lambda part: part.start - part.end):
        mark = FIELDS.get(part.field)
        if mark is not None:
            words.stylize(mark.style, part.start - start, part.end - start)
    return words


def around(words: Text) -> Text:
    """A painted sentence that runs from right to left, set off from the number before it; its colours stay."""
    if isolated(words.plain) == words.plain:
        return words
    return Text.assemble(ISOLATE, words, END_OF_ISOLATE)


def isolated(text: str) -> str:
    """Words of a script that runs from right to left, kept from pulling what stands beside them out of its place."""
    foreign = any(unicodedata.bidirectional(letter) in RIGHT_TO_LEFT for letter in text)
    return f"{ISOLATE}{text}{END_OF_ISOLATE}" if foreign else text
