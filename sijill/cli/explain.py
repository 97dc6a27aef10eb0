"""`sijill explain`: what is read in a sentence or a document, in which words, by which rule and row of a table."""

import sys
from collections.abc import Sequence
from difflib import get_close_matches
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer
from rich.console import Console

from sijill.case import FILE
from sijill.chain.explaining import explain_document, explain_text, known_by
from sijill.chain.register import Register
from sijill.cli.keeping.opened import opened_case
from sijill.cli.records.explained import paint
from sijill.cli.records.formats import Format, write
from sijill.cli.records.read_as import record
from sijill.errors import SijillError
from sijill.extract.explaining import Explained
from sijill.language.days import edges
from sijill.model.document import Document

app = typer.Typer(add_completion=False)
STDIN = "-"


class Shown(StrEnum):
    """How a reading is shown."""

    TEXT = "text"
    JSON = "json"


class NoSuchDocument(SijillError):
    """A document that the case does not hold under this id, name or title, or holds more than once."""

    def __init__(self, *, seen: str, found: Sequence[Document], known: Sequence[str]) -> None:
        near = get_close_matches(seen, known, n=3, cutoff=0.4)
        like = f"; something like it: {', '.join(near)}" if near else ""
        several = ", ".join(each.id[:12] for each in found[:5])
        said = f"is {len(found)} documents: {several}" if found else f"is no document of this case{like}"
        super().__init__(f"{seen[:60]!r} {said}; `show documents` lists their ids")


class WhichDocument(SijillError):
    """A case was named and no document of it."""

    def __init__(self, *, seen: str) -> None:
        super().__init__(f"{seen} is a case: say which document of it, as in `sijill explain {seen} DOCUMENT`")


class NotADay(SijillError):
    """A date of publication that is none."""

    def __init__(self, *, seen: str) -> None:
        super().__init__(f"--published {seen!r} is no date; write 2014, 2014-08 or 2014-08-17")


@app.command()
def explain(
    text: Annotated[
        str, typer.Argument(metavar="SENTENCE|CASE", help="the words to read, or - for standard input; or a case")
    ],
    which: Annotated[
        str | None, typer.Argument(metavar="DOCUMENT", help="of the case: an id or its beginning, a name or a title")
    ] = None,
    *,
    form: Annotated[Shown, typer.Option("--format", help="text (for people) or json")] = Shown.TEXT,
    pack: Annotated[
        list[str] | None, typer.Option(help="of a sentence: whose names are known, for example syria; may be repeated")
    ] = None,
    published: Annotated[
        str | None, typer.Option(metavar="DATE", help="of a sentence: the day that “last month” counts from")
    ] = None,
) -> None:
    """Show what is read in a SENTENCE, or in a DOCUMENT of a CASE, in which words and by which rule.

    Who says, who did what to whom, how many, where, when, by what means, and who is named; each with the row of the
    table that read it, and of a sentence that gave no claim why.
    """
    register: Register | None = None
    if which is not None:
        read, register = _of_case(Path(text), which)
    else:
        read = _of_sentence(text, tuple(pack or ()), published)
    if form is Shown.JSON:
        write([record(each) for each in read], Format.JSON)
    else:
        paint(read, Console(file=sys.stdout, highlight=False), register)


def _of_case(folder: Path, which: str) -> tuple[tuple[Explained, ...], Register]:
    register = Register(opened_case(folder))
    return explain_document(register, _document(register, which)), register


def _of_sentence(text: str, packs: tuple[str, ...], published: str | None) -> tuple[Explained, ...]:
    if text != STDIN and (Path(text) / FILE).is_file():
        raise WhichDocument(seen=text)
    if published is not None:
        try:
            edges(published)
        except ValueError as fault:
            raise NotADay(seen=published) from fault
    return explain_text(sys.stdin.read() if text == STDIN else text, known_by(packs), published=published)


def _document(register: Register, which: str) -> Document:
    named = [each for each in register.documents if which in (each.id, each.name, each.title, Path(each.name).name)]
    found = named or [each for each in register.documents if which and each.id.startswith(which)]
    if len(found) == 1:
        return found[0]
    known = [name for each in register.documents for name in (each.name, each.title) if name]
    raise NoSuchDocument(seen=which, found=found, known=known)
