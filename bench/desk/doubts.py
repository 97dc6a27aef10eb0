"""A hundred doubts answered at the desk by keyboard alone: how many keys it takes, and how long the desk does.

The reports are invented and seeded: names of places that are written in other ways than the tables have them, reports
without a date, sources that no table has, and pairs of reports that may be of one event.
"""

import json
import random
import subprocess
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

from bench.desk.payloads import must, served_case
from bench.measure.row import Row

SCRIPT = Path(__file__).parents[2] / "tests" / "browser" / "doubts.mjs"
ANSWERS = 100
KNOWN = ("Tarvish", "Ostal", "Port Quill", "Quennasar", "Belqara", "Azelan", "Kessa", "Miraw")
HEARD = ("Tessavar Monitor", "Quill Press Agency", "Belqara Letters", "Harbour Wire", "Orvan Times")
MAP = "title=title,source=source,text=text,published=published"


@dataclass(frozen=True, slots=True, kw_only=True)
class Answered:
    """What the browser counted. kinds: answers by what was asked; seconds: from a key to the next question, the slowest
    of 95 in a hundred."""

    answered: int
    keys: int
    kinds: dict[str, int]
    seconds: float
    mouse: int


def answer(folder: Path, number: int, *, seed: int = 7) -> Answered:
    """So many doubts of a case that is made for it in an empty folder."""
    must("init", str(folder), "--title", "Doubts", "--pack", "demo")
    reports = folder.parent / "reports.jsonl"
    reports.write_text("".join(json.dumps(each) + "\n" for each in _reports(number, seed)), encoding="utf-8")
    must("add", str(folder), str(reports), "--map", MAP)
    must("run", str(folder), "--jobs", "1")
    with served_case(folder) as address:
        ended = subprocess.run(
            ["node", str(SCRIPT), address, str(number)], stdout=subprocess.PIPE, text=True, check=True
        )
    return Answered(**json.loads(ended.stdout))


def _reports(number: int, seed: int) -> Iterator[dict[str, str]]:
    chosen = random.Random(seed)
    for at in range(number):
        day = chosen.randint(1, 28)
        place = _misspelt(chosen.choice(KNOWN), chosen) if at % 4 else f"{chosen.choice(KNOWN)[:4]}ombe{at}"
        dead, month = chosen.randint(3, 60), chosen.choice(("March", "April", "May"))
        text = (
            f"At least {dead} people were killed in {place} on {day} {month} 2021, a local doctor said. In report {at}."
        )
        dated = {} if at % 5 == 0 else {"published": f"2021-06-{chosen.randint(1, 28):02}"}
        yield {"title": f"Report {at}", "source": f"{chosen.choice(HEARD)} {at % 17}", "text": text, **dated}


def _misspelt(name: str, chosen: random.Random) -> str:
    """One letter doubled or changed, as transliterations differ."""
    at = chosen.randrange(1, len(name))
    return name[:at] + chosen.choice((name[at] * 2, "e", "oa", "i")) + name[at + 1 :]


def measure_doubts() -> list[Row]:
    """Keys for a hundred answers, and how long the next question takes."""
    with TemporaryDirectory() as folder:
        told = answer(Path(folder) / "case", ANSWERS)
    kinds = ", ".join(f"{name} {number}" for name, number in sorted(told.kinds.items()))
    return [
        Row(
            set="desk",
            measure="doubts answered by keyboard alone",
            value=str(told.answered),
            bar=f"{ANSWERS}",
            note=f"{kinds}; the mouse was used {told.mouse} times",
        ),
        Row(
            set="desk",
            measure="keys for one answer, with undoing one and writing two",
            value=f"{told.keys / told.answered:.2f}",
        ),
        Row(
            set="desk",
            measure="from a key to the next question, 95th percentile [ms]",
            value=f"{told.seconds * 1000:.0f}",
        ),
    ]
