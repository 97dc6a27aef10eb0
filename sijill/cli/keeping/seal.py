"""`sijill seal`: a signed checkpoint over everything, to give to others, and timestamps where they are asked for."""

from pathlib import Path
from typing import Annotated

import typer

from sijill.case import Case
from sijill.chain.keeping.sealing import NoAuthority, attach_reply, requests_of, seal
from sijill.cli.add import alias
from sijill.cli.keeping.opened import opened_case
from sijill.store.change import instant
from sijill.store.proof.authority import ask_authority
from sijill.store.proof.stamps import NothingWaits

app = typer.Typer(add_completion=False)


@app.command("seal")
def seal_case(
    case: Annotated[Path, typer.Argument(help="folder of the case")],
    *,
    to: Annotated[Path | None, typer.Option(help="write the checkpoint to this file, to give to others")] = None,
    timestamp: Annotated[
        bool, typer.Option("--timestamp", help="ask the authority of case.toml, over the net")
    ] = False,
    authority: Annotated[str | None, typer.Option(help="address of the authority to ask")] = None,
    offline: Annotated[
        bool, typer.Option("--offline", help="with --timestamp: queue the request, send nothing")
    ] = False,
    requests: Annotated[Path | None, typer.Option(help="write the requests that wait to this folder")] = None,
    token: Annotated[Path | None, typer.Option(help="a reply that came by other means")] = None,
    new_key: Annotated[bool, typer.Option("--new-key", help="sign with a new key from now on")] = False,
) -> None:
    """Sign a checkpoint over all of CASE; what others hold of it proves later that nothing before was changed."""
    opened, by = opened_case(case), alias()
    if token is not None:
        who, when = attach_reply(opened, token.read_bytes(), by=by)
        print(f"kept: {who} states {instant(when)}")
        return
    asked = authority or (opened.safekeeping.authority if timestamp else None)
    if timestamp and asked is None and not requests_of(opened):
        raise NoAuthority
    send = ask_authority if (timestamp or authority) and not offline else None
    made = seal(opened, by=by, new_key=new_key, authority=asked, send=send)
    print(made.checkpoint.note, end="")
    if to is not None:
        to.write_text(made.checkpoint.note, encoding="utf-8")
    for who, when in made.stamped:
        print(f"\ntimestamp: {who} states {instant(when)}")
    for each, why in made.waits:
        print(f"\nwaits: a request to {each.authority} over {each.size:,} records ({why})")
    if requests is not None:
        _write_requests(opened, requests)


def _write_requests(case: Case, folder: Path) -> None:
    """One file for each, to be carried to its authority by other means."""
    queue = requests_of(case)
    if not queue:
        raise NothingWaits
    folder.mkdir(parents=True, exist_ok=True)
    for each in queue:
        (folder / f"request-{each.seq}.tsq").write_bytes(each.request)
        print(f"{folder / f'request-{each.seq}.tsq'} is for {each.authority}")
