"""What became of added files: a table of those that need a look, a line that hides no failure, or one sentence."""

import sys
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field

from rich.console import Console

from sijill.capture.walk import on_one_line
from sijill.chain.intake import Outcome
from sijill.cli.records.tables import Column, table
from sijill.errors import SijillError
from sijill.model.document import State
from sijill.publish.words import plain as code

MANY, LISTED, KINDS = 40, 5, 1_000
"""Files of which each has its row; of more, those of a kind that do; kinds that are told apart."""
TOLD = {"title": "title", "source": "source", "published": "date"}
STATES = {
    State.NO_TEXT: "no text in it",
    State.UNSUPPORTED: "not a format that can be read",
    State.CORRUPT: "damaged, or not in the encoding it is read in (say which with --encoding)",
    State.TOO_LARGE: "too large to be read, or unpacks to too much; split it",
    State.ENCRYPTED: "has a password; add a copy without one too",
    State.TIMEOUT: "took too long to read",
}
FIRST = {
    "text": "but it reads as another text now: kept as first recorded",
    "title": "offered with another title: kept as first recorded",
    "source": "offered with another source: kept as first recorded; hand/sources.csv can say that both are one",
    "published": "offered with another date: kept as first recorded",
}
OTHERS = "of other kinds: `sijill show CASE documents` has the state of each"
LEFT_OUT = {
    "link": "left out: a link, and links are not followed",
    "special": "a pipe, a device or the like, not a file; save what it gives as a file",
    "unreadable": "this account may not read it",
    "closed": "left out: a case, not a report",
}


class NothingCaptured(SijillError):
    """A batch of which nothing can be read."""

    def __init__(self, *, batch: "Batch") -> None:
        first = batch.bad or next(iter(batch.first), None)
        why = "no file was found" if first is None else _why(first)
        more = f" (and {batch.files - 1:,} more)" if batch.files > 1 else ""
        kept = batch.kept
        where = f"; {'its original is' if kept == 1 else f'{kept:,} originals are'} kept in the vault" if kept else ""
        super().__init__(f"nothing readable was added: {why}{more}{where}")


@dataclass(slots=True)
class _Row:
    """A row of the table: one file, or several of which the same is to be said. outcomes: the first of them."""

    told: str
    files: int = 0
    accepted: int = 0
    known: int = 0
    quarantined: int = 0
    outcomes: list[Outcome] = field(default_factory=list)

    def add(self, outcome: Outcome) -> None:
        self.files += 1
        self.accepted += outcome.accepted
        self.known += outcome.known
        self.quarantined += outcome.quarantined.total()
        if len(self.outcomes) < LISTED:
            self.outcomes.append(outcome)

    @property
    def name(self) -> str:
        return on_one_line(self.outcomes[0].name) if self.files == 1 else _files(self.files)


@dataclass(slots=True)
class Batch:
    """What became of files so far: sums, the first of them, and those that need a look, by what is to be said of them.

    However many there are, it stays small.    bad: the first of which nothing came    kept: originals in the vault
    """

    files: int = 0
    usable: int = 0
    kept: int = 0
    unread: int = 0
    left_out: Counter[str] = field(default_factory=Counter)
    sums: _Row = field(default_factory=lambda: _Row(""))
    first: list[Outcome] = field(default_factory=list)
    bad: Outcome | None = None
    alike: dict[str, _Row] = field(default_factory=dict)

    def add(self, outcome: Outcome) -> None:
        """One file more."""
        self.files += 1
        self.usable += outcome.usable
        self.kept += outcome.kept
        self.unread += outcome.unread
        self.left_out.update([outcome.left_out] if outcome.left_out else [])
        self.sums.add(outcome)
        if len(self.first) < MANY:
            self.first.append(outcome)
        if self.bad is None and (outcome.unread or outcome.quarantined):
            self.bad = outcome
        if told := remarks(outcome):
            kind = told if told in self.alike or len(self.alike) < KINDS else OTHERS
            self.alike.setdefault(kind, _Row(kind)).add(outcome)

    def rows(self) -> Iterable[_Row]:
        """Every file; of many files those that need a look, and what is the same of more than a few of them once."""
        if self.files <= MANY:
            yield from (_alone(each) for each in self.first)
            return
        for row in self.alike.values():
            if row.files > LISTED:
                yield row
            else:
                yield from (_alone(each) for each in row.outcomes)


def report(batch: Batch) -> None:
    """A line for each file, or of many files for each that needs a look. Raises NothingCaptured."""
    if batch.files > 1 or batch.usable:
        _print(batch)
    if not batch.usable:
        raise NothingCaptured(batch=batch)


def remarks(outcome: Outcome) -> str:
    """What the reader should know of a file, one thing a line; "" when all went well."""
    told = [_refusal(outcome, it="it")] if outcome.refused else []
    told += [LEFT_OUT[outcome.left_out]] if outcome.left_out else []
    told += [STATES.get(state, code(state)) for state in outcome.states]
    told += [f"{TOLD[each]} recorded now, nobody had said it: {n:,}" for each, n in sorted(outcome.completed.items())]
    told += [f"known, {FIRST[each]}: {n:,}" for each, n in sorted(outcome.differing.items())]
    told += [f"quarantined, {code(reason)}: {count:,}" for reason, count in sorted((+outcome.quarantined).items())]
    told += [f"doubt, {code(question)}: {count:,}" for question, count in sorted(outcome.doubts.items())]
    return "\n".join(told)


def summary(batch: Batch) -> str:
    """The counts in one line. What failed is in it as soon as anything did."""
    told = [
        f"{batch.sums.accepted:,} documents accepted",
        f"{batch.sums.known:,} known already",
        f"{batch.sums.quarantined:,} rows quarantined",
    ]
    failed = {
        ("file not read", "files not read"): batch.unread,
        ("link left out", "links left out"): batch.left_out["link"],
        ("case left out", "cases left out"): batch.left_out["closed"],
    }
    told += [f"{count:,} {one if count == 1 else many}" for (one, many), count in failed.items() if count]
    return f"{_files(batch.files)}: {', '.join(told)}"


def _print(batch: Batch) -> None:
    console = Console(file=sys.stdout, highlight=False)
    columns = (
        Column(head="file", cell=lambda row: row.name),
        Column(head="accepted", cell=lambda row: f"{row.accepted:,}", right=True),
        Column(head="known", cell=lambda row: f"{row.known:,}", right=True),
        Column(head="quarantined", cell=lambda row: f"{row.quarantined:,}", right=True),
        Column(head="remarks", cell=lambda row: row.told),
    )
    if shown := list(batch.rows()):
        console.print(table(columns, shown, width=console.width))
    print(summary(batch))
    sys.stdout.flush()


def _alone(outcome: Outcome) -> _Row:
    row = _Row(remarks(outcome))
    row.add(outcome)
    return row


def _why(outcome: Outcome) -> str:
    if outcome.refused:
        return _refusal(outcome, it=on_one_line(outcome.name))
    return f"{on_one_line(outcome.name)}: {'; '.join(remarks(outcome).splitlines())}"


def _refusal(outcome: Outcome, *, it: str) -> str:
    """The sentence of a refusal; the name of the file, where it begins with it, as told."""
    sentence, name = outcome.refused or "", on_one_line(outcome.name)
    return it + sentence.removeprefix(name) if sentence.startswith(name + " ") else sentence


def _files(count: int) -> str:
    return f"{count:,} file{'' if count == 1 else 's'}"
