"""What became of added files: a table of those that need a look, a line that hides no failure, or one sentence."""

import sys
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from rich.console import Console

from sijill.capture.walk import on_one_line
from sijill.chain.intake import Outcome
from sijill.cli.records.tables import Column, table
from sijill.errors import SijillError
from sijill.model.document import State
from sijill.publish.words import plain as code

MANY, LISTED = 40, 5
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
LEFT_OUT = {
    "link": "left out: a link, and links are not followed",
    "special": "a pipe, a device or the like, not a file; save what it gives as a file",
    "unreadable": "this account may not read it",
    "closed": "left out: a case, not a report",
}


class NothingCaptured(SijillError):
    """A batch of which nothing can be read."""

    def __init__(self, *, outcomes: Sequence[Outcome]) -> None:
        first = next((each for each in outcomes if each.unread or each.quarantined), next(iter(outcomes), None))
        why = "no file was found" if first is None else _why(first)
        more = f" (and {len(outcomes) - 1:,} more)" if len(outcomes) > 1 else ""
        kept = sum(each.kept for each in outcomes)
        where = f"; {'its original is' if kept == 1 else f'{kept:,} originals are'} kept in the vault" if kept else ""
        super().__init__(f"nothing readable was added: {why}{more}{where}")


@dataclass(frozen=True, slots=True, kw_only=True)
class _Row:
    """A row of the table: one file, or several of which the same is to be said."""

    name: str
    outcomes: Sequence[Outcome]
    told: str


def report(outcomes: Sequence[Outcome]) -> None:
    """A line for each file, or of many files for each that needs a look. Raises NothingCaptured."""
    if len(outcomes) > 1 or any(each.usable for each in outcomes):
        _print(outcomes)
    if not any(each.usable for each in outcomes):
        raise NothingCaptured(outcomes=outcomes)


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


def summary(outcomes: Sequence[Outcome]) -> str:
    """The counts in one line. What failed is in it as soon as anything did."""
    told = [
        f"{sum(each.accepted for each in outcomes):,} documents accepted",
        f"{sum(each.known for each in outcomes):,} known already",
        f"{sum(each.quarantined.total() for each in outcomes):,} rows quarantined",
    ]
    failed = {
        ("file not read", "files not read"): sum(each.unread for each in outcomes),
        ("link left out", "links left out"): sum(each.left_out == "link" for each in outcomes),
        ("case left out", "cases left out"): sum(each.left_out == "closed" for each in outcomes),
    }
    told += [f"{count:,} {one if count == 1 else many}" for (one, many), count in failed.items() if count]
    return f"{_files(len(outcomes))}: {', '.join(told)}"


def _print(outcomes: Sequence[Outcome]) -> None:
    console = Console(file=sys.stdout, highlight=False)
    columns = (
        Column(head="file", cell=lambda row: row.name),
        Column(head="accepted", cell=lambda row: f"{sum(o.accepted for o in row.outcomes):,}", right=True),
        Column(head="known", cell=lambda row: f"{sum(o.known for o in row.outcomes):,}", right=True),
        Column(
            head="quarantined", cell=lambda row: f"{sum(o.quarantined.total() for o in row.outcomes):,}", right=True
        ),
        Column(head="remarks", cell=lambda row: row.told),
    )
    if shown := list(_rows(outcomes)):
        console.print(table(columns, shown, width=console.width))
    print(summary(outcomes))
    sys.stdout.flush()


def _rows(outcomes: Sequence[Outcome]) -> Iterable[_Row]:
    """Every file; of many files those that need a look, and where the same is to be said of more than a few, once."""
    alike = defaultdict(list)
    for at, each in enumerate(outcomes):
        told = remarks(each)
        if len(outcomes) <= MANY:
            alike[str(at)].append(each)
        elif told:
            alike[told].append(each)
    for those in alike.values():
        if len(those) > LISTED:
            yield _Row(name=_files(len(those)), outcomes=those, told=remarks(those[0]))
        else:
            yield from (_Row(name=on_one_line(each.name), outcomes=[each], told=remarks(each)) for each in those)


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
