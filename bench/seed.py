"""The readings of one article: what a careful coder finds in it, found in the register by the whole chain.

Set `seed`: an article and its readings. They are scored by the rules that came with them (`tools/score_readings.py`
beside the data): a reading counts when one claim holds its words and every field that the reading names.
"""

import re
import subprocess
import sys
from pathlib import Path
from tempfile import TemporaryDirectory

from bench.measure.row import Row

SET = "seed"
PUBLISHED = "2016-02"


def run(data: Path) -> list[Row]:
    """One row: the readings found."""
    article, readings = data / SET / "deir-ezzor.txt", data / SET / "readings.json"
    scorer = data.parent / "tools" / "score_readings.py"
    if not (article.is_file() and readings.is_file() and scorer.is_file()):
        return []
    with TemporaryDirectory() as folder:
        case, claims = Path(folder) / "case", Path(folder) / "claims.jsonl"
        sijill("init", str(case), "--pack", "syria")
        sijill("add", str(case), str(article), "--published", PUBLISHED)
        sijill("run", str(case))
        claims.write_text(sijill("show", str(case), "claims", "--format", "jsonl"), encoding="utf-8")
        told = spoken([sys.executable, str(scorer), str(readings), str(claims), "-v"])
    found = re.search(r"(\d+) of (\d+) readings", told)
    missed = ", ".join(re.findall(r"^MISS (\w+)", told, re.MULTILINE))
    value = f"{found[1]} of {found[2]}" if found else "no score"
    return [Row(set=SET, measure="readings with every field right", value=value, bar="20 of 24", note=missed)]


def sijill(*arguments: str) -> str:
    """What the command prints; it is run as its user would run it."""
    return spoken([sys.executable, "-m", "sijill.cli.main", *arguments])


def spoken(command: list[str]) -> str:
    """The output of a command that must not fail."""
    return subprocess.run(command, capture_output=True, text=True, check=True).stdout


if __name__ == "__main__":
    for row in run(Path(sys.argv[1])):
        print(row.measure, row.value, row.note)
