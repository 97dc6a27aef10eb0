"""Given names that are known in both scripts: one symbol for the spellings of one name.

The table is short on purpose: a spelling that it does not hold is compared by its sound. A spelling that two names
share in Latin letters ("Salem", "Salim") stands with the likelier one; a trailing _ in the table marks such a one as
not listed.
"""

import csv
from functools import lru_cache
from importlib.resources import files

from sijill.link.persons.names.sounds import sound
from sijill.link.persons.names.spelling import words_of

TABLE = "known_names.csv"


@lru_cache(maxsize=1)
def _known() -> tuple[dict[str, str], dict[tuple[str, str], str]]:
    """Symbols by spelling, and by bones and vowels of a Latin one where only one name has them."""
    by_word: dict[str, str] = {}
    heard: dict[tuple[str, str], set[str]] = {}
    lines = (files(__package__) / TABLE).read_text(encoding="utf-8").splitlines()
    for row in csv.DictReader(lines):
        for form in (*row["arabic"].split("|"), *row["latin"].split("|")):
            if form.endswith("_"):
                continue
            word = "".join(words_of(form))
            by_word.setdefault(word, row["symbol"])
            if (heard_as := sound(word)).latin:
                heard.setdefault((heard_as.bones, heard_as.vowels), set()).add(row["symbol"])
    return by_word, {key: symbols.pop() for key, symbols in heard.items() if len(symbols) == 1}


@lru_cache(maxsize=1 << 17)
def symbol(word: str) -> str | None:
    """The name that a folded word is a spelling of, if it is known: "mohamad", "محمد" -> "muhammad"."""
    by_word, by_sound = _known()
    joined = word.replace(" ", "")
    if joined in by_word:
        return by_word[joined]
    heard = sound(joined)
    return by_sound.get((heard.bones, heard.vowels)) if heard.latin and len(heard.bones) > 1 else None
