"""Whom the cell of a name names: one person, several, or nobody. The words stand in `naming.csv`."""

import csv
import re
from functools import lru_cache
from importlib.resources import files

SIGNS = r"\n|;|؛|\|| / "
"""What stands between two persons, whatever the language."""
COMMA = re.compile(r"[,،]")
FULL = 2
"""Words of a name that stands for a person by itself: of fewer, "Holm, Ada Lena" has its family first."""


def people(cell: str) -> list[str]:
    """Each person whom a cell names, in its words."""
    return [each for each in _patterns()["between"].split(cell) if each]


def nobody(name: str) -> bool:
    """Does it say that somebody died, and not who? "child of Bero Lant", "three children", "unidentified"."""
    return bool(_patterns()["nobody"].match(name))


def total(name: str) -> bool:
    """Is it the row under a list that adds it up?"""
    return bool(_patterns()["total"].fullmatch(name))


def perhaps_several(name: str) -> bool:
    """Does it seem to name further people, in a way that could be meant otherwise? "Ada Holm and her son"; names with
    a comma between.
    """
    parts = COMMA.split(name)
    return bool(_patterns()["kin"].search(name)) or (
        len(parts) > 1 and all(len(each.split()) >= FULL for each in parts)
    )


@lru_cache(maxsize=1)
def _patterns() -> dict[str, re.Pattern[str]]:
    lines = (files(__package__) / "naming.csv").read_text(encoding="utf-8").splitlines()
    words: dict[str, list[str]] = {}
    for row in csv.DictReader(lines):
        words.setdefault(row["kind"], []).extend(row["words"].split("|"))
    any_of = {
        kind: rf"(?:{'|'.join(map(re.escape, sorted(each, key=len, reverse=True)))})" for kind, each in words.items()
    }
    between = rf"(?:(?<!\s)\s+)?(?:{SIGNS}|(?<!\w){any_of['and']}\s(?!{any_of['kin']}\b))\s*"
    who = rf"(?:{any_of['nobody']}|(?:\d+|{any_of['number']})\s+{any_of['counted']})(?!\w)"
    kin = rf"(?<!\w)(?:{any_of['and']}\s+{any_of['kin']}|{any_of['with_kin']})(?!\w)"
    return {
        "between": re.compile(between, re.IGNORECASE),
        "nobody": re.compile(who, re.IGNORECASE),
        "kin": re.compile(kin, re.IGNORECASE),
        "total": re.compile(rf"{any_of['total']}\s?:?", re.IGNORECASE),
    }
