"""`sijill judge`: say of two records or persons that they are the same, different, or that nobody can tell."""

from pathlib import Path
from typing import Annotated

import typer

from sijill.chain.answering import new_decision
from sijill.chain.keeping.opening import open_ledger
from sijill.chain.persons.judging import Judgement, in_full, judge, judgement, read_judgements
from sijill.chain.register import Register
from sijill.cli.add import alias
from sijill.cli.keeping.opened import opened_case
from sijill.errors import SijillError
from sijill.model.decision import Verdict
from sijill.store.change import instant
from sijill.store.ledger import utc_now

app = typer.Typer(add_completion=False)


class HalfAPair(SijillError):
    """One id without the other, or a pair without a verdict."""

    def __init__(self) -> None:
        super().__init__("say two ids, --verdict same|different|unsure and --because, or name a CSV of pairs")


@app.command("judge")
def judge_pairs(
    case: Annotated[Path, typer.Argument(help="folder of the case")],
    what: Annotated[
        list[str],
        typer.Argument(metavar="PAIRS.csv | ID ID", help="columns left,right,verdict,because; or two ids"),
    ],
    *,
    verdict: Annotated[Verdict | None, typer.Option(help="of two ids")] = None,
    because: Annotated[str, typer.Option(help="why")] = "",
) -> None:
    """Judge pairs of victim records or persons of CASE. `different` wins over any chain of `same`; the last word
    stands.
    """
    opened = opened_case(case)
    said = in_full(_said(what, verdict, because), Register(opened).records)
    with open_ledger(opened) as ledger:
        made = judge(ledger, said, by=ledger.account(alias()), at=instant(utc_now()), ids=iter(new_decision, None))
    known = len(said) - made
    print(
        f"{made:,} judged"
        + (f", {known:,} as they were judged before" if known else "")
        + f"; `sijill run {case}` applies it"
    )


def _said(what: list[str], verdict: Verdict | None, because: str) -> list[Judgement]:
    if len(what) == 1 and verdict is None and Path(what[0]).suffix:
        return read_judgements(Path(what[0]))
    if len(what) != 2 or verdict is None:
        raise HalfAPair
    left, right = what
    return [judgement({"left": left, "right": right, "verdict": verdict.value, "because": because}, where="the pair")]
