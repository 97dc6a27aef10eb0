"""Times in news: which words are times, and which day, week, month or year each stands for.

Set `time/AQUAINT`: TimeML with TIMEX3. Scored as TempEval-3 did: a time is found when its words overlap (relaxed F);
the value F counts, of those, the ones with the same value. A value is what a claim would be given: words that
`language` reads, anchored to the date of the document as `resolve` does it; only then is it written as TIMEX3.
"""

import sys
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from xml.etree import ElementTree

from bench.measure.reading import f1, found, printed
from bench.measure.row import Row
from sijill.language.dates import all_times
from sijill.language.days import anchor
from sijill.language.en.lasting import written
from sijill.language.sentences import sentences
from sijill.language.tokens import tokenize
from sijill.model.when import Precision

SET = "time/AQUAINT"
SEASONS = {"03": "SP", "06": "SU", "09": "FA", "12": "WI"}
PARTS_OF_DAY = {"morning": "TMO", "afternoon": "TAF", "evening": "TEV", "night": "TNI"}


@dataclass(frozen=True, slots=True)
class Timex:
    """A time: its characters [start, end) and its TIMEX3 value."""

    start: int
    end: int
    value: str


def run(data: Path) -> list[Row]:
    """Relaxed F, exact F and value F of all times in the texts."""
    files = found(data, SET, "*.tml") or found(data, "AQUAINT", "*.tml") or sorted(data.glob("*.tml"))
    if not files:
        return []
    right = strict = valued = said = wanted = 0
    for file in files:
        published, text, truth = load(file)
        mine = read(text, published)
        pairs = matched(truth, mine)
        right, said, wanted = right + len(pairs), said + len(mine), wanted + len(truth)
        strict += sum((a.start, a.end) == (b.start, b.end) for a, b in pairs)
        valued += sum(same(a.value, b.value) for a, b in pairs)
    relaxed, value = f1(right, said, wanted), f1(valued, said, wanted)
    note = f"{len(files)} documents, {wanted} times; precision {relaxed[0]:.2f}, recall {relaxed[1]:.2f}"
    return [
        Row(set=SET, measure="times found, relaxed F", value=f"{relaxed[2]:.3f}", bar=".85", note=note),
        Row(set=SET, measure="times found, exact words, F", value=f"{f1(strict, said, wanted)[2]:.3f}"),
        Row(set=SET, measure="times with their value, F", value=f"{value[2]:.3f}", bar=".70"),
    ]


def load(file: Path) -> tuple[str, str, list[Timex]]:
    """(date of the document, its text, its times)"""
    root = ElementTree.parse(file).getroot()
    stamps = (each for each in root.iter("TIMEX3") if each.get("functionInDocument") == "CREATION_TIME")
    published = (next(stamps).get("value") or "")[:10]
    pieces: list[str] = []
    truth = [timex for part in root.iter("TEXT") for timex in flatten(part, pieces)]
    return published, "".join(pieces), truth


def flatten(node: ElementTree.Element, pieces: list[str]) -> Iterator[Timex]:
    """Append the text of the node to `pieces`; its times, with their places in that text."""
    start = sum(map(len, pieces))
    pieces.append(node.text or "")
    for child in node:
        yield from flatten(child, pieces)
        pieces.append(child.tail or "")
    if node.tag == "TIMEX3":
        yield Timex(start, sum(map(len, pieces)), node.get("value") or "")


def read(text: str, published: str) -> list[Timex]:
    """The times of a text as the project reads and dates them."""
    tokens = tokenize(text)
    times = all_times(tokens, sentences(tokens))
    return [Timex(tokens.starts[a], tokens.ends[b - 1], timex(value, published)) for a, b, value in times]


def matched(truth: list[Timex], mine: list[Timex]) -> list[tuple[Timex, Timex]]:
    """Pairs whose words overlap, each time in one pair at most; both lists are in the order of the text."""
    pairs, i, j = [], 0, 0
    while i < len(truth) and j < len(mine):
        if truth[i].start < mine[j].end and mine[j].start < truth[i].end:
            pairs.append((truth[i], mine[j]))
            i, j = i + 1, j + 1
        elif truth[i].end <= mine[j].start:
            i += 1
        else:
            j += 1
    return pairs


def same(left: str, right: str) -> bool:
    """Equal as strings, but that a week may be written W7 or W07 and an unknown month or day left out or XX."""
    return _plain(left) == _plain(right)


def _plain(value: str) -> str:
    value = value.removesuffix("-XX").removesuffix("-XX")
    return value.replace("-W0", "-W")


def timex(value: str, published: str) -> str:
    """The TIMEX3 value of a time: what its days are called, without "early" or "since", which TIMEX3 says elsewhere."""
    head, _, rest = value.partition(":")
    if head in ("early", "mid", "late", "since", "after", "before", "until", "rest"):
        return timex(rest, published)
    if head in PARTS_OF_DAY:
        return timex(rest, published) + PARTS_OF_DAY[head]
    if head in ("last", "next"):
        unit, _, number = rest.partition(":")
        return written(unit, number)
    if "/" in value:
        return timex(value.partition("/")[0], published)
    if value[0] == "P" or value.endswith(("X", "_REF")):
        return value
    if value[0] == "T":
        return timex(rest.partition(":")[2], published) + value[:6]
    period = anchor(value, published)
    if period is None or period.end is None:
        return ""
    return _called(value, period.start or period.end, period.precision)


def _called(value: str, start: str, precision: Precision) -> str:
    if precision is Precision.SEASON:
        return f"{start[:4]}-{SEASONS[start[5:7]]}"
    if "weekend" in value or precision is Precision.WEEK:
        year, week, _ = date.fromisoformat(start).isocalendar()
        return f"{year}-W{week:02d}" + ("-WE" if "weekend" in value else "")
    if value.rpartition("-")[2][:1] in ("Q", "H"):
        return f"{start[:4]}-{value.rpartition('-')[2]}"
    if precision is Precision.RANGE and "few" in value:
        return "PAST_REF"
    return start[: {Precision.YEAR: 4, Precision.MONTH: 7}.get(precision, 10)]


if __name__ == "__main__":
    sys.exit(printed(run, sys.argv[1:]))
