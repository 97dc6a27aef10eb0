"""The command line: one file per command, each loaded when it is asked for. Faults end here, in one sentence."""

import os
import sys
import traceback
from importlib import import_module
from importlib.metadata import version
from typing import Annotated, Any

import typer
from typer._click import Context
from typer._click.exceptions import ClickException
from typer.core import TyperGroup

from sijill.errors import SijillError

KEEPING = ("seal", "verify", "prove", "backup", "restore", "erase", "fixity", "passphrase")
FOLDER = {**dict.fromkeys(KEEPING, "keeping."), "places": "lists."}
COMMANDS = (
    "init",
    "add",
    "places",
    "run",
    "show",
    "why",
    "explain",
    "judge",
    "train",
    "review",
    *KEEPING,
    "estimate",
    "consent",
    "publish",
    "demo",
)

FAILED, FAULT, INTERRUPTED, UNREAD = 2, 70, 130, 141


class Commands(TyperGroup):
    """The commands by name; the module of a command is imported when it is used."""

    def list_commands(self, ctx: Context) -> list[str]:
        return list(COMMANDS)

    def get_command(self, ctx: Context, cmd_name: str) -> Any:
        if cmd_name not in COMMANDS:
            return None
        command = typer.main.get_command(import_module(f"sijill.cli.{FOLDER.get(cmd_name, '')}{cmd_name}").app)
        command.name = cmd_name
        return command


app = typer.Typer(cls=Commands, no_args_is_help=True, add_completion=False, pretty_exceptions_enable=False)


def _version(asked: bool) -> None:
    if asked:
        print(f"sijill {version('sijill')}")
        raise typer.Exit


@app.callback()
def sijill(
    version: Annotated[
        bool, typer.Option("--version", callback=_version, is_eager=True, help="say which version this is and end")
    ] = False,
) -> None:
    """From conflicting reports of violence against civilians to one defensible register."""


def main() -> None:
    """Entry point of `sijill`."""
    _speak_utf8()
    sys.exit(call(sys.argv[1:]))


def call(arguments: list[str]) -> int:
    """The exit code: 0 done, 2 refused with a sentence, 70 a fault of ours, 130 interrupted, 141 nobody reads on."""
    try:
        code = app(arguments, prog_name="sijill", standalone_mode=False)
        sys.stdout.flush()
        if code == INTERRUPTED:  # typer turns Ctrl-C into an exit code
            raise KeyboardInterrupt
    except ClickException as misuse:
        code = _misused(misuse)
    except SijillError as refused:
        code = _say(str(refused), FAILED)
    except (KeyboardInterrupt, typer.Abort):
        code = _say("interrupted; what was captured is kept, and the same command goes on from there", INTERRUPTED)
    except SystemExit as ended:  # rich ends the program itself when nobody reads on
        if not isinstance(ended.__context__, BrokenPipeError):
            raise
        code = UNREAD
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        code = UNREAD
    except OSError as fault:
        code = _say(f"{fault.filename or 'the system'}: {fault.strerror or type(fault).__name__}", FAILED)
    except Exception as fault:  # the only place: nothing a user typed may end in a traceback
        code = _fault(fault)
    return int(code or 0)


def _misused(misuse: ClickException) -> int:
    """One sentence, and where to read on; without any command the help itself, which is its message."""
    message = misuse.format_message()
    if "\n" in message or not message:
        misuse.show()
        return FAILED
    context = getattr(misuse, "ctx", None)
    command = context.command_path if context is not None else "sijill"
    return _say(f"{message.rstrip('.')}; see `{command} --help`", FAILED)


def _say(sentence: str, code: int) -> int:
    print(f"sijill: {' '.join(sentence.split())}", file=sys.stderr)
    return code


def _fault(fault: Exception) -> int:
    """Name the place in our code and the kind of fault, and nothing of the case: its text may be confidential."""
    if os.environ.get("SIJILL_DEBUG") == "1":
        traceback.print_exception(fault)
    last = traceback.extract_tb(fault.__traceback__)[-1]
    where = f"{type(fault).__name__} in {last.name}, line {last.lineno}"
    return _say(f"a fault of ours ({where}); nothing captured was lost; SIJILL_DEBUG=1 shows the traceback", FAULT)


def _speak_utf8() -> None:
    """Arabic and quotes come out whole under LANG=C too."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")


if __name__ == "__main__":
    main()
