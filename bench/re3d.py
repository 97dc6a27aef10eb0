"""Who, where, when and with what, in documents on Syria and Iraq: are the words found, and as what?

Set `re3d`: entities with their places in the text, by publisher. An Organisation there is any group of people, so both
parties and groups of people are read for it. Found: same kind, words that overlap, each mention once. A mention that a
crowd was less than half sure of is neither asked for nor counted as wrong; the last row counts every one.
"""

import json
import sys
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, replace
from pathlib import Path

from bench.measure.reading import each, f1, found, printed, vocabulary
from bench.measure.row import Row
from sijill.extract.naming.mentions import mentions

SET = "re3d"
KINDS = {"Organisation": "party", "Location": "place", "Temporal": "time", "Weapon": "weapon"}
BESIDE = {"MilitaryPlatform": "weapon", "Vehicle": "weapon", "Nationality": "party", "Coordinate": "place"}
"""Kinds of the set that ours may hold without being asked for."""
OURS = {"party": "party", "people": "party", "place": "place", "time": "time", "means": "weapon"}
SURE = 0.5


@dataclass(frozen=True, slots=True)
class Marked:
    """Characters [start, end) of a text and what they name. asked: must it be found? doubted: only if all are asked."""

    start: int
    end: int
    kind: str
    asked: bool = True
    doubted: bool = False


def run(data: Path) -> list[Row]:
    """F1 of parties, places, times and weapons, each and together."""
    texts, marks = load(found(data, SET, "*/entities.json") or sorted(data.glob("*/entities.json")))
    if not texts:
        return []
    read = dict(zip(texts, each(mentioned, list(texts.values())), strict=True))
    rows = []
    for name, sure in (("", True), (", also those in doubt", False)):
        counts: Counter[tuple[str, str]] = Counter()
        for document, mine in read.items():
            for kind in KINDS.values():
                truth = [each for each in marks.get(document, []) if each.kind == kind]
                truth = truth if sure else [replace(each, asked=each.asked or each.doubted) for each in truth]
                for part, number in scored(truth, [one for one in mine if one.kind == kind]).items():
                    counts[kind, part] += number
        kinds = [*KINDS.values(), "all"] if sure else ["all"]
        rows += [row(kind, name, counts) for kind in kinds]
    return rows


def row(kind: str, name: str, counts: Counter[tuple[str, str]]) -> Row:
    """Precision, recall and F1 of one kind, or of all."""
    kinds = list(KINDS.values()) if kind == "all" else [kind]
    right, said, wanted = (sum(counts[each, part] for each in kinds) for part in ("right", "said", "wanted"))
    precision, recall, value = f1(right, said, wanted)
    note = f"{wanted} asked for; precision {precision:.2f}, recall {recall:.2f}"
    return Row(set=SET, measure=f"mentions, {kind}{name}, F1", value=f"{value:.3f}", bar=".60", note=note)


def load(files: Iterable[Path]) -> tuple[dict[str, str], dict[str, list[Marked]]]:
    """(text by document, marks by document)"""
    texts: dict[str, str] = {}
    marks: dict[str, list[Marked]] = {}
    for file in files:
        for document in lines(file.with_name("documents.json")):
            texts[str(document["_id"])] = str(document["text"])
        for entity in lines(file):
            kind = str(entity["type"])
            sure = float(str(entity["confidence"])) > SURE
            start, end = int(str(entity["begin"])), int(str(entity["end"]))
            mark = Marked(start, end, (KINDS | BESIDE).get(kind, kind), kind in KINDS and sure, kind in KINDS)
            marks.setdefault(str(entity["documentId"]), []).append(mark)
    return texts, marks


def lines(file: Path) -> list[dict[str, object]]:
    """JSON lines."""
    return [json.loads(line) for line in file.read_text(encoding="utf-8-sig").splitlines() if line.strip()]


def mentioned(text: str) -> list[Marked]:
    """What the project finds in a text."""
    return [Marked(one.start, one.end, OURS[one.kind]) for one in mentions(text, vocabulary("syria"))]


def scored(truth: list[Marked], mine: list[Marked]) -> dict[str, int]:
    """right, said, wanted: each of ours takes one asked for that it overlaps, the longest overlap first."""
    pairs = sorted(
        (-(min(a.end, b.end) - max(a.start, b.start)), not a.asked, i, j)
        for i, a in enumerate(truth)
        for j, b in enumerate(mine)
        if a.start < b.end and b.start < a.end
    )
    taken: set[int] = set()
    used: set[int] = set()
    right = excused = 0
    for _, idle, i, j in sorted(pairs, key=lambda pair: (pair[1], pair[0])):
        if j in used or (i in taken and not idle):
            continue
        used.add(j)
        taken.add(i)
        right += not idle
        excused += idle
    wanted = sum(each.asked for each in truth)
    return {"right": right, "said": len(mine) - excused, "wanted": wanted}


if __name__ == "__main__":
    sys.exit(printed(run, sys.argv[1:]))
