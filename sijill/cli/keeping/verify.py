"""`sijill verify`: is the record as it was written, and does every figure lead to its words?"""

import json
import sys
from contextlib import redirect_stdout
from enum import StrEnum
from io import StringIO
from pathlib import Path
from typing import Annotated, Any

import typer
from rich.console import Console
from rich.table import Table

from sijill.chain.keeping.audit import Audit, audit
from sijill.chain.keeping.released import Released
from sijill.cli.keeping.opened import opened_case
from sijill.cli.run import shown_progress
from sijill.cli.words import plain
from sijill.errors import SijillError
from sijill.store.audit.fault import Fault, Kind
from sijill.store.proof import verify as stand_alone
from sijill.store.proof.note import text_of

app = typer.Typer(add_completion=False)
SOUND, TAMPERED, INCOMPLETE = 0, 1, 2
EXIT = {None: SOUND, Kind.TAMPERED: TAMPERED, Kind.INCOMPLETE: INCOMPLETE}
SHOWN = 20
LIMITS = (
    "This does not prove that what was captured is true, that nothing was left out, the time of an entry without a"
    " timestamp of somebody else, or anything after the last checkpoint that somebody else holds."
)
WORDS = {
    "record_malformed": "is not written as a record",
    "record_out_of_place": "does not stand where it says",
    "record_missing": "lacks records",
    "payload_missing": "lacks its payload, and the log does not say that it was erased",
    "payload_changed": "has another payload than the one that was logged",
    "payload_malformed": "has a payload that is not of its kind",
    "payload_of_no_record": "has a payload and is not in the log",
    "log_empty": "holds nothing",
    "log_shorter_than_checkpoint": "covers more records than there are",
    "checkpoint_not_signed": "is not signed by the key that the log names",
    "checkpoint_of_another_log": "is not over these records",
    "unlike_the_one_others_hold": "differs from the one that was given to others",
    "signing_key_changed": "is not the one that is kept",
    "erasure_not_logged": "is marked as erased and the log does not say so, or the other way round",
    "row_changed": "was logged unlike its row reads now",
    "row_missing": "was logged and its row is gone",
    "row_of_no_record": "has a row that nobody logged",
    "text_changed": "has another text than the one that was logged",
    "text_missing": "was logged with a text that is gone",
    "stamp_not_the_one_logged": "is not the one that was logged",
    "stamp_of_another_checkpoint": "is of something else",
    "stamp_not_vouched_for": "is not signed by an authority that is trusted here",
    "original_missing": "is not in the vault",
    "original_changed": "is not what it was when it was captured",
    "published_missing": "was published and is not there",
    "published_changed": "is not what was published",
    "published_by_nobody": "is in published/ and no release holds it",
    "published_without_text": "was published, and the record no longer holds the text that it quotes",
    "page_missing": "is not there: `sijill run` draws it again",
    "page_unlike_the_register": "does not say what the register says: remove published/internal, and run again",
    "page_of_nothing": "is no page of this register: remove published/internal, and run again",
    "quote_not_in_text": "does not read as quoted in its document",
    "claim_missing": "rests on a claim that is not there",
    "figure_rests_on_nothing": "gives a number that rests on nothing",
    "total_without_event": "counts an event that is not there",
    "quoted_without_original": "is quoted, and its original is missing or changed",
    "ledger_unreadable": "cannot be read to its end",
}


class Form(StrEnum):
    """For people or for machines."""

    TABLE = "table"
    JSON = "json"


class NothingToVerify(SijillError):
    """A path with neither a case nor a proof nor a backup."""

    def __init__(self, *, path: Path) -> None:
        super().__init__(
            f"{path} holds no case, no backup and no proof: name a folder with case.toml, MANIFEST.json or proof.json"
        )


@app.command()
def verify(
    path: Annotated[Path, typer.Argument(metavar="CASE|BUNDLE", help="folder of a case, a backup or a proof")],
    *,
    against: Annotated[
        list[Path] | None, typer.Option(help="a checkpoint given to others earlier, as a file; may be repeated")
    ] = None,
    roots: Annotated[Path | None, typer.Option(help="certificates (PEM) of trusted time-stamping authorities")] = None,
    form: Annotated[Form, typer.Option("--format", help="for people or for machines")] = Form.TABLE,
) -> None:
    """Check originals, log, checkpoints, rows and the words of every figure. Exit 0 sound, 1 tampered, 2 incomplete."""
    if not (path / "case.toml").is_file() or (path / "MANIFEST.json").is_file():
        raise typer.Exit(_bundle(path, form))
    held = [text_of(each.read_text(encoding="utf-8")) for each in against or ()]
    with shown_progress() as progress:
        found = audit(
            opened_case(path),
            progress=progress,
            against=[(each.size, each.root) for each in held],
            roots=roots.read_bytes() if roots is not None else None,
        )
    code = EXIT[found.faults.worst]
    if form is Form.JSON:
        print(json.dumps(_plain(found, code), ensure_ascii=False))
    else:
        _show(found, Console(file=sys.stdout, highlight=False))
    raise typer.Exit(code)


def _bundle(path: Path, form: Form) -> int:
    """What the stand-alone verifier says, which is in the bundle too."""
    if not any((path / name).is_file() for name in ("proof.json", "MANIFEST.json")):
        raise NothingToVerify(path=path)
    said = StringIO()
    with redirect_stdout(said):
        code = stand_alone.main(path)
    if form is Form.JSON:
        print(json.dumps({"verdict": ("sound", "tampered", "incomplete")[code], "says": said.getvalue().strip()}))
    else:
        print(said.getvalue(), end="")
    return code


def _show(found: Audit, console: Console) -> None:
    worst = found.faults.worst
    colour = {None: "green", Kind.TAMPERED: "bold red", Kind.INCOMPLETE: "yellow"}[worst]
    console.print(f"[{colour}]{'sound' if worst is None else worst.value}[/{colour}]")
    table = Table(box=None, pad_edge=False, show_header=False)
    table.add_column(style="dim", no_wrap=True)
    table.add_column(overflow="fold")
    for name, told in _lines(found):
        table.add_row(name, plain(told))
    console.print(table)
    for each in found.faults.found[:SHOWN]:
        console.print(plain(f"  {sentence(each)}"), soft_wrap=True)
    more = len(found.faults.found) - SHOWN + found.faults.left_out
    if more > 0:
        console.print(f"  and {more:,} more")
    console.print(f"\n{LIMITS}", style="dim")


def _lines(found: Audit) -> list[tuple[str, str]]:
    log = found.log
    sealed = f"{log.checkpoints:,} signed checkpoints"
    rest = f"; {log.unsealed:,} records since the last (`sijill seal` signs them)" if log.unsealed else ""
    erased = f"; the payloads of {log.erased:,} were erased, as the log says" if log.erased else ""
    computed = "nothing is computed yet" if found.figures is None else ""
    return [
        ("log", f"{log.size:,} records, {sealed}{rest}{erased}"),
        ("rows", f"{log.rows:,} compared with what was logged of them"),
        ("originals", f"{found.sound:,} of {found.originals:,} hash as recorded"),
        ("figures", computed or f"{found.figures:,} bounds on {found.claims:,} quotes that read as quoted"),
        *([("pages", f"{found.pages:,} drawn again from these figures and compared")] if found.pages else []),
        *([("releases", _released(found.released))] if found.released.files else []),
        *(("timestamp", f"{at} over {size:,} records, by {authority}") for size, authority, at in log.stamps),
        ("key", log.key),
        ("head", log.root.hex()),
    ]


def _released(seen: Released) -> str:
    words = f"{seen.bounds:,} bounds on claims whose {seen.quotes:,} quotes were compared with the texts"
    return f"{seen.files:,} files compared with the log; {words}"


def sentence(fault: Fault) -> str:
    """What is wrong, where, and what was seen."""
    seen = f" ({fault.seen})" if fault.seen else ""
    return f"{fault.where} {WORDS[fault.code]}{seen}"


def _plain(found: Audit, code: int) -> dict[str, Any]:
    return {
        "verdict": ("sound", "tampered", "incomplete")[code],
        **{name: told for name, told in _lines(found) if name != "timestamp"},
        "faults": [{"code": each.code, "kind": each.kind.value, "says": sentence(each)} for each in found.faults.found],
    }
