"""Judgements on pairs of records or persons, one by one or from a table, as decisions in the ledger."""

import csv
import io
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from json import dumps
from pathlib import Path

from sijill.errors import SijillError
from sijill.link.persons.verdicts import KIND, PREFIXES
from sijill.model.decision import Decision, DecisionId, Verdict
from sijill.store.ledger import Ledger

COLUMNS = ("left", "right", "verdict", "because")
DELIMITERS = ",;\t"
"""What spreadsheets of several countries write between columns."""


class NotAJudgement(SijillError):
    """A row of a table of judgements that is none."""

    def __init__(self, *, where: str, seen: str, wanted: str) -> None:
        super().__init__(f"{where}: {seen[:80]!r}, wanted {wanted}; nothing was judged")


class NoSuchRecord(SijillError):
    """The beginning of the id of no record or person, or of several."""

    def __init__(self, *, seen: str, ids: Sequence[str]) -> None:
        many = f"{', '.join(ids[:5])} begin with {seen!r}: write more letters of the one you mean"
        none = f"no record or person of this case has an id that begins with {seen[:60]!r}; `sijill show CASE pairs`"
        super().__init__((many if ids else none) + "; nothing was judged")


@dataclass(frozen=True, slots=True, kw_only=True)
class Judgement:
    """What somebody says of two records (rec_...) or persons (psn_...), and why."""

    left: str
    right: str
    verdict: Verdict
    because: str


def read_judgements(path: Path) -> list[Judgement]:
    """A CSV with the columns left, right, verdict (same, different, unsure) and because. Raises NotAJudgement."""
    text = path.read_text(encoding="utf-8-sig")
    head = text.partition("\n")[0]
    rows = csv.DictReader(io.StringIO(text, newline=""), delimiter=max(DELIMITERS, key=head.count))
    if missing := [each for each in COLUMNS if each not in (rows.fieldnames or ())]:
        raise NotAJudgement(
            where=path.name, seen=",".join(rows.fieldnames or ()), wanted="columns " + ", ".join(missing)
        )
    return [judgement(row, where=f"{path.name} row {number}") for number, row in enumerate(rows, start=2)]


def in_full(said: Iterable[Judgement], records: Iterable[str]) -> list[Judgement]:
    """The same with the whole ids of those that were told by their beginning. records: of the case.

    Raises NoSuchRecord.
    """
    known = sorted({each[4:] for each in records})
    return [replace(each, left=_in_full(each.left, known), right=_in_full(each.right, known)) for each in said]


def _in_full(seen: str, known: Sequence[str]) -> str:
    """known: without their prefixes, sorted; a person bears the id of its earliest record."""
    prefix, start = seen[:4], seen[4:]
    at = bisect_left(known, start)
    found = [each for each in known[at : at + 2] if each.startswith(start)]
    if start not in found and len(found) != 1:
        raise NoSuchRecord(seen=seen, ids=[prefix + each for each in found])
    return prefix + found[0]


def judgement(row: dict[str, str], *, where: str) -> Judgement:
    """One row. Raises NotAJudgement."""
    left, right, verdict, because = ((row.get(each) or "").strip() for each in COLUMNS)
    for each in (left, right):
        if not each.startswith(PREFIXES):
            raise NotAJudgement(where=where, seen=each, wanted="an id of a record (rec_...) or a person (psn_...)")
    if left == right:
        raise NotAJudgement(where=where, seen=left, wanted="two different ids")
    if verdict not in set(Verdict):
        raise NotAJudgement(where=where, seen=verdict, wanted="same, different or unsure")
    if not because:
        raise NotAJudgement(where=where, seen="", wanted="a reason in `because`")
    return Judgement(left=left, right=right, verdict=Verdict(verdict), because=because)


def judge(ledger: Ledger, judgements: Iterable[Judgement], *, by: str, at: str, ids: Iterator[str]) -> int:
    """Append those that say something new, all or none; how many. ids: fresh ones for decisions."""
    standing = ledger.settled(KIND)
    made: dict[tuple[str, ...], tuple[Decision, DecisionId | None]] = {}
    for each in judgements:
        about = tuple(sorted((each.left, each.right)))
        before = standing.get(about)
        value = dumps(each.verdict.value)
        if before is not None and before.value == value:
            continue
        decision = Decision(
            id=DecisionId(next(ids)), kind=KIND, about=about, value=value, by=by, at=at, because=each.because
        )
        made[about] = (decision, before.id if before else None)
    if made:
        ledger.decide_all(list(made.values()))
    return len(made)
