"""A table of claims as a test writes it, compared with the claims that were read."""

from collections import Counter

from sijill.model.claim import Claim

CELLS = {
    "words": lambda claim: claim.quote,
    "low": lambda claim: claim.toll and claim.toll.low,
    "high": lambda claim: claim.toll and claim.toll.high,
    "number": lambda claim: claim.toll and claim.toll.number,
    "hedge": lambda claim: claim.toll and claim.toll.hedge,
    "extent": lambda claim: claim.toll and claim.toll.extent,
    "unit": lambda claim: claim.toll and claim.toll.unit,
    "cumulative": lambda claim: claim.toll and claim.toll.cumulative,
    "said": lambda claim: claim.toll and claim.toll.text,
    "part of": lambda claim: claim.toll and bool(claim.toll.subset_of),
    "actor": lambda claim: ", ".join(actor.name for actor in claim.actors),
    "role": lambda claim: ", ".join(actor.role for actor in claim.actors),
    "speaker": lambda claim: " > ".join(speaker.name for speaker in claim.speakers),
    "kind": lambda claim: " > ".join(speaker.kind for speaker in claim.speakers),
    "victims": lambda claim: claim.victims and claim.victims.text,
    "label": lambda claim: claim.victims and claim.victims.label,
    "status": lambda claim: claim.victims and claim.victims.status,
    "inferred": lambda claim: claim.victims and claim.victims.inferred,
    "groups": lambda claim: claim.victims and ", ".join(claim.victims.groups),
    "when": lambda claim: claim.when.text,
    "where": lambda claim: claim.where.text,
    "said to be": lambda claim: ", ".join(claim.said_to_be),
    "follows": lambda claim: bool(claim.because),
}
AS_THEY_ARE = ("stance", "act", "harm", "directness", "about", "reach", "means", "modality", "as_of")


def compare(text: str, claims: tuple[Claim, ...], table: str) -> None:
    """Fails unless the claims are the rows of the table, on just the columns that it names.

    A row is one claim, a column one field of it: see CELLS. An empty cell is "not said". The order of rows is free; a
    row written twice must be read twice; a claim that is not in the table fails, and so does a quote that is not in
    the text.
    """
    for claim in claims:
        start, end = claim.span
        assert text[start:end] == claim.quote, f"{claim.quote!r} is not what the text reads at {claim.span}"
    columns, wanted = parse(table)
    read = [tuple(cell(claim, column) for column in columns) for claim in claims]
    assert Counter(read) == Counter(wanted), difference(text, columns, wanted, read)


def parse(table: str) -> tuple[list[str], list[tuple[str, ...]]]:
    """The column names and the rows of a table drawn with `|`, its ruler left out."""
    lines = [line for line in table.splitlines() if line.strip() and not ("-" in line and set(line) <= set("-+| "))]
    cells = [[part.strip() for part in line.split("|")] for line in lines]
    columns, rows = cells[0], cells[1:]
    for row in rows:
        assert len(row) == len(columns), f"a row of {len(row)} cells under {len(columns)} columns: {row}"
    unknown = [column for column in columns if column not in CELLS and column not in AS_THEY_ARE]
    assert not unknown, f"no such column: {unknown}; there are {[*CELLS, *AS_THEY_ARE]}"
    return columns, [tuple(row) for row in rows]


def cell(claim: Claim, column: str) -> str:
    """What a claim has in a column, as it is written in a table."""
    value = getattr(claim, column) if column in AS_THEY_ARE else CELLS[column](claim)
    if isinstance(value, bool):
        return "yes" if value else ""
    return "" if value is None else str(value)


def difference(text: str, columns: list[str], wanted: list[tuple[str, ...]], read: list[tuple[str, ...]]) -> str:
    """Both tables, the rows that only one of them has marked - (not read) and + (not expected)."""
    missing, extra = Counter(wanted) - Counter(read), Counter(read) - Counter(wanted)
    marked = [
        *(("-", row) for row in missing.elements()),
        *(("+", row) for row in extra.elements()),
        *((" ", row) for row in (Counter(wanted) & Counter(read)).elements()),
    ]
    widths = [max(len(row[i]) for row in [columns, *wanted, *read]) for i in range(len(columns))]
    lines = [f"  {line(columns, widths)}", *(f"{sign} {line(row, widths)}" for sign, row in marked)]
    return "\n".join(["", text, "", *lines, "", "- wanted and not read   + read and not wanted"])


def line(row, widths) -> str:
    """One line of a table."""
    return " | ".join(part.ljust(width) for part, width in zip(row, widths, strict=True))
