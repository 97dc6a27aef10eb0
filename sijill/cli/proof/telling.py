"""An answer told to a person: the rule first, then each claim with its words marked, its document and its original."""

from collections.abc import Mapping

from rich.console import Console
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from sijill.capture.walk import on_one_line
from sijill.chain.register import Register
from sijill.cli.proof.answers import Answer
from sijill.cli.proof.evidence import Evidence, Kept
from sijill.cli.records.columns import question, tolls, what
from sijill.cli.records.disputes import disputes
from sijill.cli.words import period, plain, speakers
from sijill.model.claim import ClaimId
from sijill.model.decision import Doubt, Reason
from sijill.model.document import Document, Particulars, Region
from sijill.model.event import Link, Situation
from sijill.model.finding import Finding
from sijill.publish.words import compared
from sijill.publish.words import plain as code

KEPT = {
    Kept.SOUND: "the original hashes as recorded",
    Kept.CHANGED: "THE ORIGINAL WAS CHANGED: it no longer hashes as recorded",
    Kept.MISSING: "THE ORIGINAL IS MISSING from the vault",
}


def tell(told: Answer, register: Register, console: Console) -> None:
    """Print an answer."""
    _head(told, register, console)
    for rule in told.rules:
        console.print(Text.assemble((f"{rule.bound} ", "bold"), (f"{rule.value}", "bold"), f": {rule.sentence}"))
    numbers = {each.claim.id: at for at, each in enumerate(told.evidence, start=1)}
    documents: dict[str, int] = {}
    for at, each in enumerate(told.evidence, start=1):
        console.print()
        _claim(at, each, register, console, shown_at=documents.setdefault(each.document.id, at))
    if told.links:
        _links(told.links, numbers, console)
    console.print()
    _verdict(told, console)


def _head(told: Answer, register: Register, console: Console) -> None:
    title, lines = told.id, []
    match told.about:
        case Finding() as finding:
            title = f"{finding.title}  ({told.id})"
            if told.path:
                lines = [f"{told.path}: {told.value}   policy {told.policy}"]
            else:
                lines = [f"{period(finding.when)}, {register.where(finding.where)}, {code(finding.act)}"]
                lines += ["reports say: " + tolls(finding, register).replace("\n", "; ")]
        case Situation() as situation:
            lines = [f"{code(situation.act)}, {period(situation.when)}, {register.where(situation.where)}"]
        case Document() as document:
            lines = _document_lines(document)
            lines += [KEPT[told.original]] if told.original else []
            lines += _beside(register.particulars(document.id))
        case Doubt() as doubt:
            lines = [f"{doubt.step.value} asks: {question(doubt, register)}"]
            lines += [f"it could be: {', '.join(map(register.name, doubt.candidates))}"] if doubt.candidates else []
    lines += [f"in {each}: {register.title(each)}" for each in told.part_of]
    lines += [f"in no event: {code(told.aside)}"] if told.aside else []
    console.print(Text(plain(title), style="bold"))
    for line in lines:
        console.print(Text(plain(line)))
    if isinstance(told.about, Finding) and not told.path and told.about.attribution + told.about.contradictions:
        console.print(disputes(told.about, register))


def _claim(at: int, each: Evidence, register: Register, console: Console, *, shown_at: int) -> None:
    """One claim; of a document that was told of before, only where it was told."""
    claim = each.claim
    said = f"{speakers(claim) or register.source_of(claim.document)}: {what(claim)}"
    interested = [register.party_name(s.party) for s in claim.speakers if s.party]
    console.print(Text.assemble((f"{at}  ", "dim"), (plain(said), "bold"), f"  ({code(claim.stance)})"))
    words = Text.assemble(plain(each.before), ("«" + plain(claim.quote) + "»", "bold underline"), plain(each.after))
    reads = "the span reads as quoted" if each.reads_as_quoted else "THE SPAN DOES NOT READ AS QUOTED"
    facts = [f"interested: {', '.join(interested)}"] if interested else []
    facts += [f"{claim.id}, characters {claim.span[0]} to {claim.span[1]}: {reads}"]
    facts += [stands(claim.region)] if claim.region is not None else []
    if shown_at < at:
        facts += [f"in the document of {shown_at}"]
    else:
        facts += [*_document_lines(each.document), each.original, KEPT[each.kept]]
    console.print(Padding(words, (0, 0, 0, 3)))
    for fact in facts:
        console.print(Padding(Text(plain(fact), style="dim"), (0, 0, 0, 3)))


def stands(region: Region) -> str:
    """Where words stand in their original: page and box, or sheet, row and column."""
    parts = [f"sheet “{region.sheet}”"] if region.sheet else []
    parts += [f"page {region.page}"] if region.page is not None else []
    parts += [f"row {region.row}"] if region.row is not None else []
    parts += [f"column “{region.column}”"] if region.column else []
    parts += ["box {} {} {} {} points".format(*region.box)] if region.box is not None else []
    parts += [f"image of the page SHA-256 {region.image}"] if region.image else []
    return "stands on " + ", ".join(parts)


def _beside(beside: Particulars) -> list[str]:
    """What the original and the archives that held it say, as they say it."""
    lines = [f"{each.action} {each.at} by {each.by}: {each.note}".replace("  ", " ") for each in beside.provenance]
    return lines + [f"{each.source} {each.name}: {on_one_line(each.value)}" for each in beside.embedded]


def _document_lines(document: Document) -> list[str]:
    title = f"“{document.title}”, " if document.title else ""
    file = on_one_line(document.name) + (f", {document.locator}" if document.locator else "")
    return [
        f"{title}{document.source or 'source not said'}, {document.published or 'no date'}: {file}",
        f"{document.id}, captured {document.captured}, SHA-256 {document.digest}",
    ]


def _links(links: tuple[Link, ...], numbers: Mapping[ClaimId, int], console: Console) -> None:
    console.print()
    table = Table(title="why together", title_justify="left", title_style="bold", box=None, pad_edge=False)
    for head in ("claims", "points", "together", "because"):
        table.add_column(head, justify="right" if head == "points" else "left")
    for link in links:
        pair = f"{numbers.get(link.left, '?')} and {numbers.get(link.right, '?')}"
        because = "; ".join(_row(each) for each in link.reasons)
        table.add_row(pair, f"{link.score:g}", "yes" if link.linked else "no", Text(because))
    console.print(table)


def _row(reason: Reason) -> str:
    """ "time: same day 3 (2014-08-17 and August 2014)"."""
    left, right, points = (reason.values.get(each) for each in ("left", "right", "points"))
    sides = f" ({left} and {right})" if left is not None or right is not None else ""
    return plain(f"{compared(reason.code)} {points}{sides}")


def _verdict(told: Answer, console: Console) -> None:
    count = f"{len(told.evidence)} claim{'' if len(told.evidence) == 1 else 's'}"
    if told.sound:
        console.print(Text(f"sound: {count}, every original hashes as recorded and every span reads as quoted"))
    else:
        console.print(Text(f"NOT SOUND: {count} checked; see the lines in capitals", style="bold red"))
