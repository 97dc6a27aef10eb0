"""The English words of time, from `times.csv`, by kind."""

import csv
from importlib.resources import files


def _table() -> dict[str, dict[str, str]]:
    """kind -> word -> value"""
    table: dict[str, dict[str, str]] = {}
    with files(__package__).joinpath("times.csv").open(encoding="utf-8") as file:
        for row in csv.DictReader(file):
            table.setdefault(row["kind"], {}).update(dict.fromkeys(row["words"].split("|"), row["value"]))
    return table


TABLE = _table()
MONTHS = {word: int(value) for word, value in TABLE["month"].items()}
WEEKDAYS = {word: int(value) for word, value in TABLE["weekday"].items()}
ORDINALS = {word: int(value) for word, value in TABLE["ordinal"].items()}
DECADES = {word: int(value) for word, value in TABLE["decade"].items()}
UNITS, PARTS, DAYPARTS, SEASONS = TABLE["unit"], TABLE["part"], TABLE["daypart"], TABLE["season"]
REFERENCES, SETS = TABLE["ref"], TABLE["set"]
FEASTS = {tuple(words.split()): value for words, value in TABLE["feast"].items()}
BEGAN, FUTURE, INTENDED = frozenset(TABLE["began"]), frozenset(TABLE["future"]), frozenset(TABLE["intended"])
LASTING = frozenset(TABLE["lasting"])
"""What goes on for days or weeks: its length is the time of what is told of it."""
GOES_ON = frozenset(TABLE["goes_on"])
BEFORE_A_YEAR, COUNTED = frozenset(TABLE["before_a_year"]), frozenset(TABLE["counted"])
"""COUNTED: nouns beside which a figure like 2013 is no year."""
LAST = frozenset("last past previous".split())
NEXT = frozenset("next coming following".split())
TODAY = frozenset("today tonight".split())
BOUND = {"since": "since", "until": "until", "till": "until", "before": "before", "after": "after", "from": "since"}
DASHES = frozenset("- \u2013 \u2014".split())
