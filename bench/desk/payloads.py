"""What others wrote, shown at the desk: payloads in twelve fields of a case, opened in a browser."""

import csv
import json
import secrets
import subprocess
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import quote

from sijill.case import read_case
from sijill.chain.keeping.opening import open_ledger
from sijill.cli.main import call
from sijill.model.decision import Decision, DecisionId
from sijill.store.ledger import Ledger
from sijill.store.packs import COLUMNS

SCRIPT = Path(__file__).parents[2] / "tests" / "browser" / "payloads.mjs"
FIELDS = (
    *("title", "source", "text", "name of a place", "other name of a place", "name of a party", "name of a source"),
    *("reason", "comment", "words of a search", "name of a search", "title of the case"),
)
SAID = "Nine people were killed in Kessa on 7 March 2021"


def shown(folder: Path, payloads: Sequence[str]) -> dict[str, int]:
    """Pages that were opened, and what became more than words: executed, elements, requests elsewhere, refused."""
    paths = _case(folder, [" ".join(each.split()) for each in payloads])
    with served_case(folder) as address:
        ended = subprocess.run(
            ["node", str(SCRIPT), address], input=json.dumps(paths), stdout=subprocess.PIPE, text=True, check=True
        )
    counted: dict[str, int] = json.loads(ended.stdout)
    return counted


def _case(folder: Path, payloads: Sequence[str]) -> list[str]:
    """A case that holds every payload in every field, and the pages that show them."""
    must("init", str(folder), "--title", payloads[0], "--pack", "demo")
    named = [each.replace("|", " ") for each in payloads]
    rows: dict[str, list[tuple[str, ...]]] = {
        "places": [("place", each, f"{each}|x", "1.5", "2.5", "settlement", "", each) for each in named],
        "parties": [("party", each, "", "unknown", "", each) for each in payloads],
        "sources": [("source", each, "", "media", "", "", each) for each in payloads],
    }
    for table, listed in rows.items():
        with (folder / "hand" / f"{table}.csv").open("w", encoding="utf-8", newline="") as out:
            writer = csv.writer(out)
            writer.writerow(COLUMNS[table])
            writer.writerows((f"{row[0]}-{number}", *row[1:]) for number, row in enumerate(listed))
    reports = folder.parent / "reports.jsonl"
    with reports.open("w", encoding="utf-8") as out:
        for number, each in enumerate(payloads):
            text = f"{SAID}. {each} {SAID}, said {each}. In report {number}."
            out.write(json.dumps({"title": each, "source": each, "text": text, "published": "2021-03-08"}) + "\n")
    must("add", str(folder), str(reports), "--map", "title=title,source=source,text=text,published=published")
    must("run", str(folder), "--jobs", "1")
    with open_ledger(read_case(folder)) as ledger:
        return _decided(ledger, payloads)


def _decided(ledger: Ledger, payloads: Sequence[str]) -> list[str]:
    by = ledger.account("os:000000000000")
    documents = [each.id for each in ledger.documents()]
    for document, each in zip(documents, payloads, strict=True):
        for kind, value in (("comment", each), ("sensitive", True)):
            made = DecisionId("dec_" + secrets.token_hex(10))
            decision = Decision(id=made, kind=kind, about=(document,), value=json.dumps(value), by=by,
                                at="2031-05-10T00:00:00Z", because=each)  # fmt: skip
            ledger.decide(decision, seen=None)
    pages = range((len(payloads) + 49) // 50)
    lists = [f"/documents?page={page}" for page in pages] + [f"/events?page={page}" for page in pages]
    lists += [f"/history?page={page}" for page in range(2 * len(payloads) // 100 + 1)]
    lists += ["/", "/queue", "/places?name=e", "/parties", "/sources", "/persons", "/moved", "/situations"]
    rows = [f"/{kind}-{number}" for kind in ("places/place", "parties/party", "sources/source")
            for number in range(0, len(payloads), 5)]  # fmt: skip
    words = [f"/events?words={quote(each[:180])}" for each in payloads[::3]]
    return [*lists, *(f"/documents/{each}" for each in documents), *rows, *words]


def must(*words: str) -> None:
    """A command that has to end well."""
    if call(list(words)) != 0:
        raise RuntimeError(" ".join(words[:2]))


@dataclass(frozen=True, slots=True, kw_only=True)
class Serving:
    """A desk that answers, as its user starts it."""

    address: str
    process: subprocess.Popen[str]


@contextmanager
def serving(folder: Path) -> Iterator[Serving]:
    """The desk over a case, until the block ends."""
    words = [sys.executable, "-m", "sijill.cli.main", "review", str(folder), "--port", "0", "--no-open"]
    process = subprocess.Popen(words, stdout=subprocess.PIPE, text=True)
    assert process.stdout is not None
    try:
        address = next(line for line in process.stdout if "http" in line).split()[-1].rstrip("/")
        yield Serving(address=address, process=process)
    finally:
        process.terminate()
        process.wait(30)


@contextmanager
def served_case(folder: Path) -> Iterator[str]:
    """The same, by its address."""
    with serving(folder) as desk:
        yield desk.address
