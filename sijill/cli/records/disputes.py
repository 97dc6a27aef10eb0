"""What is disputed about an event, in words: who accuses whom, who denies and admits, and what contradicts what."""

from collections.abc import Iterable, Sequence

from rich.table import Table
from rich.text import Text

from sijill.chain.register import Register
from sijill.cli.words import plain
from sijill.model.claim import ClaimId, Reach
from sijill.model.finding import Attribution, Contradiction, Denial, Finding
from sijill.publish.views.event import FORM_OF_FIELD
from sijill.publish.words import FORM_OF_ABOUT
from sijill.publish.words import plain as code

MOST = 4
SIDES = {"asserts": "asserted", "denies": "denied"}
ARTICLES = ("A ", "An ", "The ")


def disputed(finding: Finding) -> bool:
    """Does anything contradict, does anybody deny or admit, or are several accused?"""
    answered = any(row.denied_by or row.accepted_by for row in finding.attribution)
    return bool(finding.contradictions) or answered or sum(bool(row.accused_by) for row in finding.attribution) > 1


def disputes(finding: Finding, register: Register, *, title: str | None = None) -> Table:
    """A row for each accused, and for each thing that the reports cannot agree on."""
    table = Table(title=title and plain(title), title_justify="left", title_style="bold", box=None, show_header=False)
    table.add_column(no_wrap=True, style="dim")
    table.add_column(overflow="fold")
    for row in finding.attribution:
        for head, told in _attribution(row, register):
            table.add_row(Text(plain(head)), Text(plain(told)))
    for head, values in _fields(finding.contradictions, register).items():
        table.add_row(Text(plain(head)), Text(plain(against(values))))
    return table


def against(values: Sequence[str]) -> str:
    """ "8 against at least 19"; of more than two, none of which all others allow: "12, 31 or 47"."""
    if len(values) == 2:
        return " against ".join(values)
    return ", ".join(values[:-1]) + f" or {values[-1]}"


def voices(claims: Iterable[ClaimId], register: Register, interested: Iterable[ClaimId] = ()) -> str:
    """Who says so, each once: the last of the chain, or the report itself. Interested ones are marked."""
    marked = set(interested)
    names = dict.fromkeys(_voice(each, register) + (" (interested)" if each in marked else "") for each in claims)
    some, more = list(names)[:MOST], len(names) - MOST
    return ", ".join(some) + (f" and {more} more" if more > 0 else "")


def _voice(claim: ClaimId, register: Register) -> str:
    said = register.claims[claim]
    name = said.speakers[-1].name if said.speakers else register.source_of(said.document)
    return name[0].lower() + name[1:] if name.startswith(ARTICLES) else name


def _attribution(row: Attribution, register: Register) -> Iterable[tuple[str, str]]:
    head = register.party_name(str(row.party))
    if row.accused_by:
        count = row.independent_accusers
        sources = f"{count or 'no'} independent source{'s' if count > 1 else ''}"
        yield head, f"accused by {voices(row.accused_by, register, row.interested)}: {sources}"
        head = ""
    if row.accepted_by:
        yield head, f"admitted by {voices(row.accepted_by, register)}"
        head = ""
    if row.denied_by:
        yield head, f"denied by {'; '.join(_denials(row.denied_by, register))}"


def _denials(denials: Sequence[Denial], register: Register) -> Iterable[str]:
    """ "the army spokesman (responsibility)": a voice with everything that it denies."""
    about: dict[str, dict[str, None]] = {}
    for each in denials:
        what = FORM_OF_ABOUT[each.about] if each.about else "it"
        in_general = ", in general" if each.reach is Reach.GENERAL else ""
        about.setdefault(_voice(each.claim, register), {})[what + in_general] = None
    return [f"{voice} ({', '.join(what)})" for voice, what in about.items()]


def _fields(found: Sequence[Contradiction], register: Register) -> dict[str, list[str]]:
    """What each field is said to be; several contradictions about the number of one harm are told as one."""
    told: dict[str, dict[str, None]] = {}
    for each in found:
        head = FORM_OF_FIELD.get(each.field, each.field)
        if each.field == "number":
            head += f" {code(register.claims[each.claims[0]].harm)}"
        for value in each.values:
            told.setdefault(head, {})[_shown(value, register)] = None
    return {head: list(values) for head, values in told.items()}


def _shown(value: str, register: Register) -> str:
    """A name for an id; a number begins small: "More than 60" was the beginning of a sentence."""
    named = SIDES.get(value) or register.name(value)
    return named[:1].lower() + named[1:] if any(each.isdigit() for each in named) else named
