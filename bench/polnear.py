"""Who says what in news: the words of source, cue and content, against those that annotators marked.

Set `polnear`: articles with their attributions in brat standoff. Every file of annotations is scored by itself, so that
an article marked by several people counts as often. Figures are F1 over words, all files together.
"""

import re
import sys
from collections import Counter
from pathlib import Path

from bench.measure.reading import each, f1, printed
from bench.measure.row import Row
from sijill.extract.utterances import utterances
from sijill.language.vocabulary import Vocabulary

SET = "polnear"
PART = "dev"
ROLES = {"cue": ".70, aim .80", "content": ".70, aim .80", "source": ""}
WORD = re.compile(r"\w+|[^\w\s]")
Marked = dict[str, set[int]]
"""Role -> the code points in it."""


def run(data: Path) -> list[Row]:
    """One row for each role: F1, with precision and recall."""
    pairs = [(text, note) for folder in _folders(data) for text, note in _pairs(folder)]
    if not pairs:
        return []
    totals: Counter[tuple[str, str]] = sum(each(compared, pairs), Counter())
    rows = []
    for role, bar in ROLES.items():
        precision, recall, f = f1(*(totals[role, kind] for kind in ("right", "said", "wanted")))
        note = f"precision {precision:.2f}, recall {recall:.2f}"
        rows.append(Row(set=SET, measure=f"{role}, F1 over words", value=f"{f:.3f}", bar=bar, note=note))
    return rows


def _folders(path: Path) -> list[Path]:
    options = (path, path / PART, path / SET / PART)
    return [folder for folder in options if (folder / "attributions").is_dir()][:1]


def _pairs(folder: Path) -> list[tuple[Path, Path]]:
    """(article, annotations); the annotations' name ends in who wrote them."""
    notes = sorted((folder / "attributions").glob("*.ann"))
    pairs = ((folder / "text" / f"{note.stem.rpartition('_')[0]}.txt", note) for note in notes)
    return [(text, note) for text, note in pairs if text.is_file()]


def compared(pair: tuple[Path, Path]) -> Counter[tuple[str, str]]:
    """(role, right | said | wanted) -> words."""
    text = pair[0].read_text(encoding="utf-8")
    wanted, said = marked(pair[1].read_text(encoding="utf-8")), told(text)
    counts: Counter[tuple[str, str]] = Counter()
    for word in WORD.finditer(text):
        for role in ROLES:
            is_said, is_wanted = word.start() in said[role], word.start() in wanted[role]
            counts[role, "said"] += is_said
            counts[role, "wanted"] += is_wanted
            counts[role, "right"] += is_said and is_wanted
    return counts


def marked(standoff: str) -> Marked:
    """What annotators marked: lines `T1<tab>Cue 189 193;197 201<tab>words`."""
    found: Marked = {role: set() for role in ROLES}
    for line in standoff.splitlines():
        if line.startswith("T"):
            role, _, spans = line.split("\t")[1].partition(" ")
            for span in spans.split(";"):
                start, end = span.split()
                found.get(role.lower(), set()).update(range(int(start), int(end)))
    return found


def told(text: str) -> Marked:
    """What the extractor marks."""
    found: Marked = {role: set() for role in ROLES}
    for utterance in utterances(text, Vocabulary()):
        for role in ROLES:
            for start, end in getattr(utterance, role):
                found[role].update(range(start, end))
    return found


if __name__ == "__main__":
    sys.exit(printed(run, sys.argv[1:]))
