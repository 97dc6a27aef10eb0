"""docs/commands.md from the commands themselves: what each does, takes and offers. Run this to write it again."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from typer.main import get_command

from sijill.cli.main import app

PAGE = Path(__file__).with_suffix(".md")
HEAD = """# Commands

Written by `make docs` from the commands themselves. Each exits with 0 when it did what it was asked, and otherwise
says in one sentence what it saw and what to do.
"""


def document() -> str:
    """Every command, in the order of the chain."""
    group: Any = get_command(app)
    return "\n".join([HEAD, *(line for name in group.list_commands(None) for line in _command(group, name))])


def _command(group: Any, name: str) -> Iterator[str]:
    command = group.get_command(None, name)
    taken = [each for each in command.params if each.param_type_name == "argument"]
    offered = [each for each in command.params if each.param_type_name == "option" and not each.hidden]
    yield f"## sijill {name}\n"
    yield f"    sijill {' '.join([name, *map(_argument, taken), *(['[OPTIONS]'] if offered else [])])}\n"
    yield f"{command.help.strip()}\n"
    for argument in taken:
        if said := getattr(argument, "help", None):
            yield f"- `{_argument(argument)}` {said}"
    for option in offered:
        if "--help" not in option.opts:
            yield f"- `{' '.join([', '.join([*option.opts, *option.secondary_opts]), *_value(option)])}` {option.help}"
    yield ""


def _argument(argument: Any) -> str:
    name = (argument.metavar or argument.name.upper()).rstrip(".") + ("..." if argument.nargs == -1 else "")
    return name if argument.required else f"[{name}]"


def _value(option: Any) -> list[str]:
    return [] if option.is_flag else [option.metavar or option.opts[0].lstrip("-").upper()]


if __name__ == "__main__":
    PAGE.write_text(document(), encoding="utf-8")
    print(f"wrote docs/{PAGE.name}")
