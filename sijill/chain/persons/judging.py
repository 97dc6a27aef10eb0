"""Judgements on pairs of records or persons, one by one or from a table, as decisions in the ledger."""

import csv
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from json import dumps
from pathlib import Path

from sijill.errors import SijillError
from sijill.link.persons.verdicts import KIND, PREFIXES
from sijill.model.decision import Decision, DecisionId, Verdict
from sijill.store.ledger import Ledger

COLUMNS = ("left", "right", "verdict", "because")


class NotAJudgement(SijillError):
    """A row of a table of judgements that is none."""

    def __init__(self, *, where: str, seen: str, wanted: str) -> None:
        super().__init__(f"{where}: {seen[:80]!r}, wanted {wanted}; nothing was judged")


@dataclass(frozen=True, slots=True, kw_only=True)
class Judgement:
    """What somebody says of two records (rec_...) or persons (psn_...), and why."""

    left: str
    right: str
    verdict: Verdict
    because: str


def read_judgements(path: Path) -> list[Judgement]:
    """A CSV with the columns left, right, verdict (same, different, unsure) and because. Raises NotAJudgement."""
    with path.open(encoding="utf-8-sig", newline="") as stream:
        rows = csv.DictReader(stream)
        if missing := [each for each in COLUMNS if each not in (rows.fieldnames or ())]:
            raise NotAJudgement(
                where=path.name, seen=",".join(rows.fieldnames or ()), wanted="columns " + ", ".join(missing)
            )
        return [judgement(row, where=f"{path.name} row {number}") for number, row in enumerate(rows, start=2)]


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
