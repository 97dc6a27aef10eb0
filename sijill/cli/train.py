"""`sijill train`: learn from the judged pairs of a case how to weigh the others."""

from pathlib import Path
from typing import Annotated

import typer

from sijill.chain.answering import new_decision
from sijill.chain.keeping.opening import open_ledger
from sijill.chain.persons.training import train
from sijill.chain.register import Register
from sijill.cli.add import alias
from sijill.cli.keeping.opened import opened_case
from sijill.store.change import instant
from sijill.store.ledger import utc_now

app = typer.Typer(add_completion=False)


@app.command("train")
def train_weights(case: Annotated[Path, typer.Argument(help="folder of the case")]) -> None:
    """Learn from the judged pairs of CASE. What is learned is recorded as a decision; judgements themselves stand
    above it.
    """
    opened = opened_case(case)
    pairs = Register(opened).likenesses
    with open_ledger(opened) as ledger:
        by, at = ledger.account(alias()), instant(utc_now())
        number = train(ledger, pairs, by=by, at=at, id_=new_decision())
    print(f"trained on {number:,} judged pairs; `sijill run {case}` weighs every pair again")
