"""A conflict that does not exist: reports that contradict, copy and deny each other, and how they are added to a case.

Every person, place, party and outlet in it is invented. The island lies in an empty part of the ocean.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from importlib import resources
from pathlib import Path

TITLE = "Belqara: an invented demonstration"
PACK = "demo"


@dataclass(frozen=True, slots=True, kw_only=True)
class Addition:
    """One `sijill add`: a file below `reports()`, and what is known of it beforehand.

    published   ISO date; None for a report that bears none, and for a table whose rows do
    columns     field of a document -> column of the table, as `--map` takes it; empty for a text
    """

    file: str
    source: str | None = None
    published: str | None = None
    columns: Mapping[str, str] = field(default_factory=dict)


ADDITIONS = (
    Addition(
        file="reports.jsonl",
        columns={"text": "body", "title": "headline", "source": "outlet", "published": "date:%d %B %Y"},
    ),
    Addition(file="belqara-courier.txt", source="Belqara Courier", published="2021-03-05"),
    Addition(file="lanternhouse-update-4.txt", source="Lanternhouse Relief", published="2021-03-06"),
    Addition(file="hospital-statement.txt", source="Belqara Municipal Hospital", published="2021-03-10"),
    Addition(file="monitor.md", source="Tessavar Casualty Monitor", published="2021-03-11"),
    Addition(file="un-statement.txt", source="United Nations Mission in Tessavar", published="2021-03-15"),
    Addition(file="letters-from-the-cistern.txt", source="Letters from the Cistern"),
)
LISTS = (
    Addition(file="belqara-hospital.csv", source="Belqara Municipal Hospital"),
    Addition(file="tessavar-casualty-monitor.csv", source="Tessavar Casualty Monitor"),
    Addition(file="lanternhouse-relief.csv", source="Lanternhouse Relief"),
)
"""Lists of victims below `victims()`, taken in with `--list`."""


def reports() -> Path:
    """The folder of the invented reports."""
    return Path(str(resources.files(__name__))) / "reports"


def victims() -> Path:
    """The folder of the invented lists; sijill/demo/lists/files.py writes them."""
    return Path(str(resources.files(__name__))) / "victims"


def hand() -> Path:
    """The tables that an invented analyst filled in: they go into `hand/` of the case."""
    return Path(str(resources.files(__name__))) / "hand"
