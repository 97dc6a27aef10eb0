"""`sijill run`: the chain, with a summary of what it found and of what was done again."""

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from time import monotonic
from typing import Annotated

import typer
from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn
from rich.table import Table

from sijill.chain.persons.growing import Begin
from sijill.chain.reading import Progress as Report
from sijill.chain.run import STEPS, Outcome, run_chain
from sijill.cli.add import alias
from sijill.cli.keeping.opened import opened_case
from sijill.cli.words import plain
from sijill.errors import SijillError
from sijill.store.change import instant
from sijill.store.engines.duck import DuckEngine
from sijill.store.engines.spark import SparkEngine, each_on_spark
from sijill.store.ledger import utc_now

app = typer.Typer(add_completion=False)
UNDRAWN = "no pages: the case is encrypted and they would not be; `sijill publish CASE --to FOLDER` writes a release"


class NoSuchStep(SijillError):
    """A step that the chain does not have."""

    def __init__(self, *, seen: str) -> None:
        super().__init__(f"there is no step {seen[:40]!r}; the steps that can be done again are {', '.join(STEPS)}")


class NoSuchEngine(SijillError):
    """An engine that is none."""

    def __init__(self, *, seen: str) -> None:
        super().__init__(f"--engine {seen[:40]}: there is local (DuckDB on this machine) and spark")


@app.command()
def run(
    case: Annotated[Path, typer.Argument(help="folder of the case")],
    from_: Annotated[
        str | None, typer.Option("--from", metavar="STEP", help="do this step again, and all after it")
    ] = None,
    jobs: Annotated[
        int | None, typer.Option(min=1, help="processes that read documents and fit tables; one a core if not said")
    ] = None,
    engine: Annotated[str, typer.Option(help="local, or spark: compares records and fits tables there")] = "local",
    master: Annotated[
        str | None, typer.Option("--spark-master", help="of a cluster, as spark://host:7077; this machine if not said")
    ] = None,
) -> None:
    """Run the chain over CASE; only what changed is done again."""
    if from_ is not None and from_ not in STEPS:
        raise NoSuchStep(seen=from_)
    if engine not in ("local", "spark"):
        raise NoSuchEngine(seen=engine)
    spark = engine == "spark"
    begin: Begin = partial(SparkEngine, master=master) if spark else DuckEngine
    each = partial(each_on_spark, master=master) if spark else None
    began = monotonic()
    with shown_progress() as progress:
        outcome = run_chain(
            opened_case(case),
            by=alias(),
            at=instant(utc_now()),
            jobs=jobs,
            again_from=from_,
            progress=progress,
            begin=begin,
            each=each,
        )
    summary(outcome, monotonic() - began, Console(file=sys.stdout, highlight=False))


@contextmanager
def shown_progress() -> Iterator[Report]:
    """Bars on stderr; silent when nobody watches."""
    console = Console(file=sys.stderr)
    bars = Progress(
        TextColumn("{task.description:<8}"), BarColumn(), MofNCompleteColumn(), TimeElapsedColumn(), console=console,
        transient=True, disable=not console.is_terminal,
    )  # fmt: skip
    tasks = {}

    def progress(step: str, done: int, total: int) -> None:
        if step not in tasks:
            tasks[step] = bars.add_task(step, total=total)
        bars.update(tasks[step], completed=done, total=total)

    with bars:
        yield progress


def summary(outcome: Outcome, seconds: float, console: Console) -> None:
    """What there is, what was done again, and where the pages are."""
    table = Table(box=None, pad_edge=False, show_header=False)
    table.add_column(justify="right")
    table.add_column()
    for name, count in outcome.counts.items():
        table.add_row(f"{count:,}", name)
    console.print(table)
    again = [f"{count:,} {name}" for name, count in outcome.redone.items() if count]
    console.print(f"done again: {', '.join(again) or 'nothing, for nothing changed'} ({seconds:.1f} s)", soft_wrap=True)
    if outcome.refused:
        console.print(
            f"{outcome.refused:,} findings were refused a page: a figure does not stand on its words", soft_wrap=True
        )
    drawn = f"pages, not for release: {outcome.pages}" if outcome.pages else UNDRAWN
    console.print(plain(drawn), soft_wrap=True)
