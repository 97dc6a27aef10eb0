"""The task's own lists: kinds of people, of physical targets, of instruments; countries and their towns; parties.

Typed for this adapter from the task's rules and general knowledge. A phrase has the kind of the longest row word in it,
and of two of one length of the last.
"""

import csv
import re
from functools import lru_cache
from pathlib import Path

from sijill.language.vocabulary import Vocabulary
from sijill.model.party import Party, PartyId

HERE = Path(__file__).parent
WORD = re.compile(r"[A-Z0-9.'\-]*[A-Z0-9']")
AREA = re.compile(r"^(?P<country>[A-Z .]+): (?P<rest>.+?)\s*(?:\*.*|VALIDATED.*|MESSAGE.*|MSG.*)?$", re.IGNORECASE)
KIND = re.compile(r"\s*\([^()]*\??\)")


def tokens(phrase: str) -> list[str]:
    """Words in capitals, without punctuation at their ends."""
    return WORD.findall(phrase.upper())


@lru_cache(maxsize=8)
def kinds(table: str) -> dict[tuple[str, ...], str]:
    """Words -> type, from a table of this folder."""
    found: dict[tuple[str, ...], str] = {}
    for row in _rows(table):
        for words in row["words"].split("|"):
            found.setdefault(tuple(words.split()), row["type"])
    return found


def kind_of(table: str, phrase: str) -> tuple[str, int] | None:
    """(type, index of the token after the words that tell it); None where no row fits."""
    words, listed = tokens(phrase), kinds(table)
    best: tuple[int, int, str] | None = None
    for i in range(len(words)):
        for length in (4, 3, 2, 1):
            kind = listed.get(tuple(words[i : i + length])) if i + length <= len(words) else None
            if kind is not None:
                if best is None or (length, i) >= best[:2]:
                    best = (length, i, kind)
                break
    return (best[2], best[1] + best[0]) if best is not None else None


@lru_cache(maxsize=1)
def folk() -> dict[str, str]:
    """Adjective or name of a people -> country."""
    return {word: row["country"] for row in _rows("countries.csv") for word in row["folk"].split("|") if word}


@lru_cache(maxsize=1)
def countries() -> dict[str, str]:
    """Name of a country -> the task's name of it."""
    return {name: row["country"] for row in _rows("countries.csv") for name in row["names"].split("|") if name}


@lru_cache(maxsize=4)
def towns(listing: Path | None) -> dict[str, str]:
    """Name of a place -> country: the task's list of containing areas where it stands beside the set, else a few."""
    found = {town: row["country"] for row in _rows("countries.csv") for town in row["towns"].split("|") if town}
    if listing is None:
        return found
    for line in listing.read_text(encoding="latin-1").splitlines():
        area = AREA.match(line.strip())
        if area is None or line.startswith(("?", "old", "new", "-", " ")) or area["country"].strip() not in countries():
            continue
        for part in KIND.sub("", area["rest"]).split(":"):
            name = part.strip().upper()
            if 2 < len(name) < 40 and name not in countries():
                found.setdefault(name, countries()[area["country"].strip()])
    return found


@lru_cache(maxsize=4)
def vocabulary(listing: Path | None) -> Vocabulary:
    """What a case on these countries would know: its parties and places by name."""
    parties = [
        Party(id=PartyId(row["id"]), name=names[0], aliases=tuple(names[1:]), kind=row["kind"])
        for row in _rows("parties.csv")
        for names in [row["names"].split("|")]
    ]
    places = (*countries(), *towns(listing))
    return Vocabulary(parties=tuple(parties), places=tuple(dict.fromkeys(name.title() for name in places)))


@lru_cache(maxsize=1)
def party_names() -> dict[str, str]:
    """Name of a party in capitals -> its id."""
    return {name: row["id"] for row in _rows("parties.csv") for name in row["names"].split("|")}


@lru_cache(maxsize=1)
def state_parties() -> frozenset[str]:
    """Ids of the parties that are states."""
    return frozenset(row["id"] for row in _rows("parties.csv") if row["kind"] == "state")


@lru_cache(maxsize=16)
def _rows(table: str) -> list[dict[str, str]]:
    with (HERE / table).open(encoding="utf-8") as file:
        return list(csv.DictReader(file))
