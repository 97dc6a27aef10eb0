"""What was read in each sentence of a text, painted on its words and listed field by field."""

from collections.abc import Sequence

from rich.console import Console
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from sijill.chain.register import Register
from sijill.cli.records.columns import what
from sijill.cli.records.marks import FIELDS, Mark, around, isolated, painted
from sijill.cli.records.read_as import read_as, said_before, words_of
from sijill.cli.words import plain, speakers
from sijill.extract.explaining import Explained
from sijill.model.claim import Claim, Directness, Modality, Part, Reach
from sijill.model.person import VictimRecord
from sijill.publish.words import plain as code
from sijill.publish.words import sentence

WIDE = 110


def paint(read: Sequence[Explained], console: Console, register: Register | None) -> None:
    """Sentence by sentence: its words with what was read in them, then each claim and victim field by field."""
    used = {part.field for each in read for part in _parts(each)}
    if used and console.color_system is not None:
        shown = [(mark.label, mark.style) for mark in FIELDS.values() if mark.field in used]
        console.print(Text("   ").join(Text(label, style=style) for label, style in shown), end="\n\n")
    for number, each in enumerate(read, start=1):
        _sentence(number if len(read) > 1 else None, each, console, register)
    if not read:
        console.print("no words, nothing to read")


def _parts(each: Explained) -> list[Part]:
    return [
        *(part for reading in each.readings for part in reading.parts),
        *(part for reading in each.victim_readings for part in reading.parts),
    ]


def _sentence(number: int | None, each: Explained, console: Console, register: Register | None) -> None:
    words = painted(each.text, each.span[0], _parts(each))
    if each.silent is not None:
        words.stylize("dim")
    words = around(words)
    console.print(Text.assemble((f"{number}  ", "dim"), words) if number is not None else words)
    if each.silent is not None:
        _indented(Text(f"no claim: {plain(sentence(each.silent))}", style="italic"), console)
    for claim, reading in zip(each.claims, each.readings, strict=True):
        _indented(_claim_head(claim), console)
        _fields(reading.parts, read_as(claim, register), each, console, before=said_before(claim))
    for victim, named in zip(each.victims, each.victim_readings, strict=True):
        _indented(Text(plain(_person(victim)), style="bold"), console)
        _fields(named.parts, {}, each, console, before={})
    console.print()


def _indented(text: Text, console: Console) -> None:
    console.print(Padding(text, (0, 0, 0, 3), expand=False))


def _claim_head(claim: Claim) -> Text:
    """ "denies shelling: killed 12, said by the army": what the claim comes to."""
    said = isolated(plain(speakers(claim)))
    more = [code(claim.modality)] if claim.modality is not Modality.ACTUAL else []
    more += ["in general"] if claim.reach is Reach.GENERAL else []
    more += ["indirectly"] if claim.directness is Directness.INDIRECT else []
    facts = ", ".join([*more, f"confidence {claim.confidence:g}", claim.id[:12]])
    voice = f", said by {said}" if said else ", in the text's own voice"
    return Text.assemble((isolated(plain(what(claim))), "bold"), voice, (f"  ({facts})", "dim"))


def _person(victim: VictimRecord) -> str:
    """ "Ada Tarn, 40, female, wife of Jon Tarn: dead"."""
    age = "" if victim.age is None else f", {'–'.join(map(str, dict.fromkeys(victim.age)))}"
    sex = f", {victim.sex}" if victim.sex else ""
    kin = "".join(f", {isolated(each.relation)} of {isolated(each.of)}" for each in victim.kin)
    return f"{isolated(victim.names[0].text)}{age}{sex}{kin}: {code(victim.fate)}"


def _fields(
    parts: Sequence[Part], told: dict[str, str], each: Explained, console: Console, *, before: dict[str, str]
) -> None:
    """A line for each part: its words, what they were read as, the rule and the row; two lines where it is narrow."""
    wide = console.width >= WIDE
    table = Table(box=None, pad_edge=False, show_header=False, padding=(0, 2, 0, 0))
    table.add_column(no_wrap=True)
    for _ in range(3 if wide else 1):
        table.add_column(overflow="fold")
    order = {field: at for at, field in enumerate(FIELDS)}
    for part in sorted(dict.fromkeys(parts), key=lambda part: (order.get(part.field, len(order)), part.start)):
        mark = FIELDS.get(part.field, Mark(part.field, part.field, ""))
        words, meant = _words(part, mark, each, before), isolated(plain(told.get(part.field, "")))
        rule, label = Text(_rule(part, each), style="dim"), Text(mark.label, style=mark.style)
        if wide:
            table.add_row(label, words, f"→ {meant}" if meant else "", rule)
        else:
            first = Text.assemble(words, f"  → {meant}" if meant else "")
            table.add_row(label, Text.assemble(first, "\n", rule))
    console.print(Padding(table, (0, 0, 0, 5), expand=False))


def _words(part: Part, mark: Mark, each: Explained, before: dict[str, str]) -> Text:
    """The words of a part; of what an earlier sentence said, as it was said there."""
    words = words_of(part, each)
    said = Text(isolated(plain(before.get(part.field, "") if words is None else words)), style=mark.style)
    if words is None:
        said.append(" (said before)", style="dim")
    elif part.carried and before.get(part.field):
        said.append(f" (stands for {isolated(plain(before[part.field]))})", style="dim")
    return said


def _rule(part: Part, each: Explained) -> str:
    """ "verb:kill  en/predicates.csv", "time = month-1": the rule with its row, and the table of the row."""
    row = each.table_rows.get(part.rule)
    value = f" = {part.value}" if part.value else ""
    head, colon, name = part.rule.partition(":")
    return plain(head + colon) + isolated(plain(name)) + plain(value + (f"  {row.table}" if row is not None else ""))
