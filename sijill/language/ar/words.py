"""The small tables of the language: particles, numbers, words of time. A cell holds forms separated by `|`."""

import csv
from collections.abc import Iterator
from functools import lru_cache
from importlib.resources import files

from sijill.language.ar.letters import fold_word

Phrase = tuple[str, ...]
ENDINGS = (
    "",
    "ا",
    "ة",
    "ات",
    "ان",
    "ين",
    "ون",
    "ه",
    "ها",
    "هم",
    "هما",
    "ته",
    "تها",
    "تهم",
    "ية",
    "ت",
    "تا",
    "وا",
    "نا",
)
"""What a stem of particles.csv may end in."""


def rows(table: str) -> Iterator[dict[str, str]]:
    """The rows of one table as written."""
    with files(__package__).joinpath(table).open(encoding="utf-8") as file:
        yield from csv.DictReader(file)


def phrase(words: str) -> Phrase:
    """The keys of the words of one form."""
    return tuple(fold_word(word) for word in words.split())


@lru_cache(maxsize=16)
def listed(table: str, column: str, kind: str = "") -> dict[Phrase, str]:
    """Form -> the cell of `column`; of the rows of one kind, or of all."""
    return {
        phrase(form): row[column]
        for row in rows(table)
        if not kind or row["kind"] == kind
        for form in row["words"].split("|")
    }


@lru_cache(maxsize=1)
def whole_words() -> frozenset[str]:
    """Words that begin as if with a clitic, or end as if with a pronoun, and are one word."""
    found = set()
    for row in rows("particles.csv"):
        for form in row["words"].split("|"):
            key = fold_word(form)
            found.update({key + ending for ending in ENDINGS} if row["kind"] == "stem" else {key})
    return frozenset(found)


@lru_cache(maxsize=1)
def hamzated_words() -> frozenset[str]:
    """Of the whole words those whose second letter is an alef with hamza."""
    forms = (form for row in rows("particles.csv") for form in row["words"].split("|"))
    return frozenset(fold_word(form) for form in forms if form[1:2] in ("أ", "إ"))


@lru_cache(maxsize=1)
def language_words() -> frozenset[str]:
    """Words of numbers and of time: each is a word by itself after a clitic."""
    found = (row["words"] for table in ("numbers.csv", "months.csv", "times.csv") for row in rows(table))
    return frozenset(word for cell in found for form in cell.split("|") for word in phrase(form) if len(word) > 2)
