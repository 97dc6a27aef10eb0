"""`sijill review`: the desk where analysts decide, in a browser on this machine."""

import os
import sys
import webbrowser
from pathlib import Path
from typing import Annotated, Any

import typer

from sijill.chain.keeping.opening import open_ledger
from sijill.cli.add import alias
from sijill.cli.demo import DISPLAYS
from sijill.cli.keeping.opened import opened_case
from sijill.errors import SijillError

app = typer.Typer(add_completion=False)
TCP, NO_DELAY = 6, 1
"""The level and the option of a socket, as every system numbers them: nothing here opens a network of its own."""
UNMADE = {
    "never": "Nothing is computed of this case yet: the chain runs now, and every page says how far it is.",
    "other_form": "What the last run left has another form than this Sijill reads. The chain runs again now, and every"
    " page says how far it is; nothing that was captured or decided is lost.",
}


class NoWebFramework(SijillError):
    """The packages of the desk are not there."""

    def __init__(self) -> None:
        super().__init__("the desk needs the packages of the extra `review`: run pip install 'sijill[review]'")


class PortTaken(SijillError):
    """Somebody answers there already."""

    def __init__(self, *, port: int) -> None:
        super().__init__(f"port {port} is in use: name another one, such as --port {port + 1}")
        self.port = port


class NeedsAccounts(SijillError):
    """A desk that others could open without signing in."""

    def __init__(self, *, host: str) -> None:
        super().__init__(
            f"--host {host} would open the case to everybody on that network: make accounts first"
            " (run `sijill review` on this machine, and open the page Accounts)"
        )
        self.host = host


@app.command()
def review(
    case: Annotated[Path, typer.Argument(help="folder of the case")],
    port: Annotated[int, typer.Option(min=0, max=65535, help="port to answer on; 0 takes any free one")] = 8412,
    host: Annotated[
        str, typer.Option(help="address to answer on; any but 127.0.0.1 needs accounts, and should stand behind TLS")
    ] = "127.0.0.1",
    name: Annotated[
        list[str] | None, typer.Option(help="name under which a team reaches it; may be given several times")
    ] = None,
    open_: Annotated[
        bool, typer.Option("--open/--no-open", help="open the desk in a browser, if there is a screen")
    ] = True,
) -> None:
    """Open the desk of CASE: its doubts, events and documents, to be answered and corrected."""
    try:
        import uvicorn  # noqa: PLC0415

        from sijill.review.desk import Desk  # noqa: PLC0415
        from sijill.review.web.app import build_app  # noqa: PLC0415
    except ImportError as fault:
        raise NoWebFramework() from fault
    read = opened_case(case)
    with open_ledger(read) as ledger:
        desk = Desk(read, ledger, alone_as=alias())
        if host != "127.0.0.1" and desk.alone is not None:
            raise NeedsAccounts(host=host)
        config = uvicorn.Config(
            build_app(desk, hosts=tuple(name or ())),
            host=host,
            port=port,
            access_log=False,
            log_level="critical",
            server_header=False,
            proxy_headers=True,
            forwarded_allow_ips="127.0.0.1",
            lifespan="off",
        )
        listening = bound(config, port)
        listening.listen(config.backlog)  # before the address is told: whoever asks at once waits, and is not refused
        shown = listening.getsockname()[1]
        address = f"http://localhost:{shown}/"
        print(f"The desk of {read.title}: {address}\nStop it with Ctrl-C; whatever was decided is kept.", flush=True)
        if desk.unmade is not None and ledger.documents():
            print(UNMADE[desk.unmade.value], flush=True)
        desk.start()
        if open_ and (sys.platform == "darwin" or any(os.environ.get(each) for each in DISPLAYS)):
            webbrowser.open(address)
        try:
            uvicorn.Server(config).run(sockets=[listening])
        finally:
            desk.stop()


def bound(config: Any, port: int) -> Any:
    """The socket to answer on, whose answers leave at once: without that the second part of one waits for the browser
    to acknowledge the first, 40 ms on every page. Raises PortTaken.
    """
    try:
        listening = config.bind_socket()
    except SystemExit as fault:  # uvicorn ends the program itself
        raise PortTaken(port=port) from fault
    listening.setsockopt(TCP, NO_DELAY, 1)
    return listening
