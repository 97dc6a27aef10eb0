"""The messages of the task: one file holds many, each under its number and its dateline."""

import re
from dataclasses import dataclass

MESSAGE = re.compile(r"^([A-Z0-9]+-MUC\d-\d{4})\s*(?:\([A-Z]+\))?[ \t]*$", re.MULTILINE)
DATELINE = re.compile(
    r"\s*(?P<place>[^,()]{2,40}?)(?:\s*\((?P<country>[^()]{2,30})\))?,\s*(?P<day>\d{1,2})\s+(?P<month>[A-Z]{3})[A-Z]*\s+(?:19)?(?P<year>\d\d)\b"
)
MONTHS = ("JAN", "FEB", "MAR", "APR", "MAY", "JUN", "JUL", "AUG", "SEP", "OCT", "NOV", "DEC")


@dataclass(frozen=True, slots=True)
class Message:
    """One text with what its dateline says. `dated`: ISO date; `head`: length of the dateline in the text."""

    number: str
    text: str
    dated: str | None
    place: str
    country: str


def messages(text: str) -> list[Message]:
    """Every message of a file, in order."""
    found = list(MESSAGE.finditer(text))
    stops = [*(each.start() for each in found[1:]), len(text)]
    return [_message(each[1], text[each.end() : stop].strip("\n")) for each, stop in zip(found, stops, strict=True)]


def _message(number: str, body: str) -> Message:
    line = DATELINE.match(body)
    if line is None:
        place = body.strip().split(",")[0]
        return Message(number, body, None, place if len(place) < 40 else "", "")
    month = MONTHS.index(line["month"]) + 1 if line["month"] in MONTHS else 1
    dated = f"19{line['year']}-{month:02d}-{int(line['day']):02d}"
    return Message(number, body, dated, line["place"].strip(), line["country"] or "")
