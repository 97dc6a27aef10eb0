"""The whole chain on real articles: seconds, memory, and whether it is the same again.

Set `fakes`: 247 articles as JSON lines. The commands are run as a user runs them, each in a process of its own.
Python, imports and the start of the reading processes are inside the figures.
"""

import json
import os
import shutil
import sys
from collections.abc import Iterator
from hashlib import sha256
from pathlib import Path
from tempfile import TemporaryDirectory

from bench.measure.command import sijill
from bench.measure.row import Row

SET = "fakes"
MAP = "text=article_content,title=article_title,source=source,published=date:%m/%d/%Y"


def run(data: Path) -> list[Row]:
    """Four runs of one case: the first, an unchanged one, one with an article more, and one without derived/."""
    articles = data / SET / "dev.jsonl"
    if not articles.is_file():
        return []
    with TemporaryDirectory() as place:
        return list(_rows(articles, Path(place)))


def _rows(articles: Path, place: Path) -> Iterator[Row]:
    *most, last = articles.read_text(encoding="utf-8").splitlines(keepends=True)
    (place / "most.jsonl").write_text("".join(most), encoding="utf-8")
    (place / "last.jsonl").write_text(last, encoding="utf-8")
    case = place / "case"
    sijill("init", case, "--pack", "syria")
    sijill("add", case, place / "most.jsonl", "--map", MAP)
    first = sijill("run", case)
    yield Row(set=SET, measure="whole run, articles", value=str(len(most)), note=f"{os.cpu_count()} cores")
    yield Row(set=SET, measure="whole run [s]", value=f"{first.seconds:.1f}", bar="< 30")
    yield Row(set=SET, measure="whole run, all processes [MB]", value=f"{first.memory / 1e6:.0f}", bar="< 500")
    yield Row(set=SET, measure="nothing changed [s]", value=f"{sijill('run', case).seconds:.1f}", bar="< 3")
    sijill("add", case, place / "last.jsonl", "--map", MAP)
    more = sijill("run", case)
    yield Row(set=SET, measure="one article more [s]", value=f"{more.seconds:.1f}", note=_done_again(more.out))
    before = _fingerprint(case)
    shutil.rmtree(case / "derived")
    sijill("run", case)
    same = "yes" if _fingerprint(case) == before else "no"
    yield Row(set=SET, measure="derived/ deleted: the same bytes", value=same, bar="yes")
    totals = json.loads(sijill("show", case, "totals", "--format", "json").out)
    events = len({event for total in totals for event in total["rests_on"]})
    yield Row(set=SET, measure="events with harm to people", value=str(events))


def _done_again(out: str) -> str:
    return next((line for line in out.splitlines() if line.startswith("done again")), "")


def _fingerprint(case: Path) -> str:
    hashed = sha256()
    for path in sorted((case / "derived").rglob("*")):
        if path.is_file():
            hashed.update(path.relative_to(case).as_posix().encode() + path.read_bytes())
    return hashed.hexdigest()


if __name__ == "__main__":
    for each in run(Path(sys.argv[1])):
        print(f"{each.measure:<40} {each.value:>8}  {each.bar}  {each.note}")
