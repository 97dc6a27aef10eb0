"""Newswire on political violence in Latin America against templates of 25 slots, scored by the task's own rules.

Set `muc4`: folders of messages with a key each. Claims of one message are grouped into incidents and written as
templates; the scorer that came with the data (`tools/muc4_scorer.py` beside it) compares them. PATH may be the set, or
any folder of the same form; the training part `dev` is measured only when it is the path.
"""

import re
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

from bench.measure.reading import each, printed
from bench.measure.row import Row
from bench.muc.incidents import fighters_only, incidents
from bench.muc.messages import Message, messages
from bench.muc.slots import filled, written
from bench.muc.tables import vocabulary
from sijill.extract.document import extract
from sijill.model.document import DocumentId

SET = "muc4"
TRAINING = "dev"
LISTING = Path("taskdoc") / "templ-doc-more" / "containing-areas-part1.v5"
NUMBER = re.compile(r"^0\.\s+MESSAGE: ID\s+(\S+.*?)\s*$", re.MULTILINE)
SLOT = re.compile(r"^(\S+) +([\d.]+) +([\d.]+) +([\d.]+) +(\d+) +(\d+)$", re.MULTILINE)
TOTAL = re.compile(r"ALL TEMPLATES recall ([\d.]+) precision ([\d.]+) F ([\d.]+)")
AIMS = {"perp-org-conf": "45", "hum-num": "65"}


@dataclass(frozen=True, slots=True)
class Asked:
    """A message to read, and where the task lists the places of its countries."""

    message: Message
    listing: Path | None


def run(data: Path) -> list[Row]:
    """The score over all templates, and of the two slots that this project is about."""
    parts = _parts(data)
    scorer = next(
        (
            up / "tools" / "muc4_scorer.py"
            for up in (data, *data.resolve().parents)
            if (up / "tools" / "muc4_scorer.py").is_file()
        ),
        None,
    )
    if not parts or scorer is None:
        return []
    with TemporaryDirectory() as folder:
        key, response = Path(folder) / "key", Path(folder) / "response"
        key.write_text("\n".join(_text(file) for part in parts for file in keys(part)), encoding="utf-8")
        response.write_text(answers(parts, _text(key)), encoding="utf-8")
        told = subprocess.run(
            [sys.executable, str(scorer), str(key), str(response)], capture_output=True, text=True, check=True
        ).stdout
    return _rows(told, "+".join(part.name for part in parts))


def answers(parts: list[Path], key: str) -> str:
    """The templates of every message of these folders."""
    numbers = {number.split()[0]: number for number in NUMBER.findall(key)}
    asked = [
        Asked(message, listing(part)) for part in parts for file in texts(part) for message in messages(_text(file))
    ]
    asked = [each for each in asked if each.message.number in numbers]
    return "\n".join(
        written(numbers[one.message.number], told) for one, told in zip(asked, each(templates, asked), strict=True)
    )


def templates(asked: Asked) -> list[dict[int, list[str]]]:
    """The templates of one message."""
    message = asked.message
    read = extract(DocumentId(message.number), message.text, vocabulary(asked.listing))
    found = [incident for incident in incidents(message.text, read) if not fighters_only(incident)]
    return [fills for incident in found if (fills := filled(incident, message, asked.listing)) is not None]


def keys(folder: Path) -> list[Path]:
    """The answer keys of a folder."""
    return sorted(folder.glob("key-*"))


def texts(folder: Path) -> list[Path]:
    """The files of messages of a folder."""
    return sorted(
        file for file in folder.iterdir() if re.search(r"muc[34]", file.name) and not file.name.startswith("key")
    )


def listing(folder: Path) -> Path | None:
    """The task's list of places, if it stands beside the folder."""
    return next((up / LISTING for up in folder.resolve().parents if (up / LISTING).is_file()), None)


def _parts(data: Path) -> list[Path]:
    for folder in (data, data / SET):
        if folder.is_dir() and keys(folder):
            return [folder]
        inner = [each for each in sorted(folder.iterdir()) if each.is_dir() and keys(each)] if folder.is_dir() else []
        if inner:
            return [each for each in inner if each.name != TRAINING] or inner
    return []


def _text(file: Path) -> str:
    return file.read_text(encoding="latin-1")


def _rows(told: str, parts: str) -> list[Row]:
    total = TOTAL.search(told)
    if total is None:
        return []
    note = f"{parts}: recall {total[1]}, precision {total[2]}"
    rows = [Row(set=SET, measure="all templates, F", value=total[3], bar=">= 45", note=note)]
    for name, recall, precision, f, _, _ in SLOT.findall(told):
        aim = AIMS.get(name, "")
        rows.append(
            Row(
                set=SET,
                measure=f"slot {name}, F",
                value=f,
                bar=f">= {aim}" if aim else "",
                note=f"recall {recall}, precision {precision}",
            )
        )
    return rows


if __name__ == "__main__":
    sys.exit(printed(run, sys.argv[1:]))
