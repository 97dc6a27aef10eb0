"""The files of the suite: reports, each with the table of claims that it holds. README.md says how one is written."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from sijill.extract.document import extract
from sijill.model.claim import Claim
from sijill.model.document import DocumentId
from tests.spec.invented import WORDS
from tests.spec.tables import cell, compare, parse

HERE = Path(__file__).parent
OPEN = "not yet read"
NOTHING = "no claim"
SHOWN_BY = {"about": "stance", "speaker": "kind"}
PLAIN = {"stance": "asserts", "modality": "actual", "speaker": "", "about": "", "directness": "direct"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Sentence:
    """One report of a file with the table of its claims. `open`: the program does not read it so yet."""

    file: Path
    line: int
    report: str
    table: str
    open: bool

    def __str__(self) -> str:
        return f"{self.file.parent.name}/{self.file.stem}:{self.line}"


class Malformed(AssertionError):
    """A block of a file that is neither a report with its table nor a note."""

    def __init__(self, *, file: Path, line: int, why: str) -> None:
        super().__init__(f"{file}, line {line}: {why}")


def files(language: str) -> tuple[Path, ...]:
    """The files of one language, in the order of their names."""
    return tuple(sorted((HERE / language).glob("*.txt")))


@cache
def sentences(language: str) -> tuple[Sentence, ...]:
    """Every sentence of one language."""
    return tuple(each for file in files(language) for each in sentences_of(file))


def sentences_of(file: Path) -> Iterator[Sentence]:
    """The sentences of one file: blocks with an empty line between; lines that begin with # are notes."""
    for line, block in blocks(file):
        report = "\n".join(each[1:].strip() for each in block if each.startswith(">"))
        rest = [each for each in block if not each.startswith(">")]
        is_open = rest[-1:] == [OPEN]
        rows = rest[:-1] if is_open else rest
        if not report or not rows:
            raise Malformed(file=file, line=line, why="a report begins with > and a table or `no claim` follows it")
        table = "act" if rows == [NOTHING] else "\n".join(rows)
        yield Sentence(file=file, line=line, report=report, table=table, open=is_open)


def blocks(file: Path) -> Iterator[tuple[int, list[str]]]:
    """The lines of each block, with the number of its first line."""
    first, block = 0, []
    for number, line in enumerate([*file.read_text(encoding="utf-8").splitlines(), ""], 1):
        text = line.strip()
        if text and not text.startswith("#"):
            first = first if block else number
            block.append(text)
        elif block and not text:
            yield first, block
            block = []


@cache
def claims_of(text: str) -> tuple[Claim, ...]:
    """What the program reads in a report of the invented conflict."""
    return extract(DocumentId("doc_suite"), text, WORDS).claims


def check(sentence: Sentence) -> None:
    """Fails unless the report holds exactly the claims of its table.

    Where no column says otherwise a claim is asserted, of what happened, in the document's own voice.
    """
    claims = claims_of(sentence.report)
    compare(sentence.report, claims, sentence.table)
    plain_where_silent(claims, sentence.table)


def plain_where_silent(claims: tuple[Claim, ...], table: str) -> None:
    """Fails where a claim is not plain in something that the table has no column for."""
    columns, _ = parse(table)
    for claim in claims:
        left_out = {name: cell(claim, name) for name in PLAIN if not {name, SHOWN_BY.get(name)} & {*columns}}
        plain = {name: PLAIN[name] for name in left_out}
        assert left_out == plain, f"{claim.quote}\nread as {left_out}, and the table says nothing of it"
