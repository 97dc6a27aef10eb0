"""`sijill init`: a new case."""

from pathlib import Path
from typing import Annotated

import typer

from sijill.case import FILE, read_case, write_case
from sijill.chain.keeping.opening import begin_ledger
from sijill.store.packs import load_pack, write_hand_templates

app = typer.Typer(add_completion=False)


@app.command()
def init(
    case: Annotated[Path, typer.Argument(help="folder to make; it must not exist or be empty")],
    pack: Annotated[list[str] | None, typer.Option(help="what is known of a conflict: syria; may be repeated")] = None,
    title: Annotated[str | None, typer.Option(help="what the case is called; the folder's name if not said")] = None,
) -> None:
    """Make a new case: case.toml, an empty vault and ledger, and tables to fill by hand."""
    begin(case, title=title, packs=tuple(dict.fromkeys(pack or ())))
    print(f"{case} is a new case; `sijill add {case} FILE...` captures reports, {case / FILE} holds its settings")


def begin(folder: Path, *, title: str | None, packs: tuple[str, ...]) -> None:
    """Raises UnknownPack, FolderInUse, WrongValue; nothing is written then."""
    for each in packs:
        load_pack(each)
    write_case(folder, title=title or folder.resolve().name, packs=packs)
    made = read_case(folder)
    made.vault.mkdir()
    begin_ledger(made).close()
    write_hand_templates(made.hand)
