"""From the name of a rule to the row of the table by which it read."""

from dataclasses import dataclass

PREDICATES = "predicates.csv"
TABLES = {
    "victims": "victims.csv",
    "force": "forces.csv",
    "voice": "speakers.csv",
    "speech": "speech.csv",
    "means": "means.csv",
    "called": "characterisations.csv",
    "party": "parties.csv",
    "sex": "persons.csv",
    "kin": "persons.csv",
    "fate": "fates.csv",
}
WITHOUT_A_ROW = frozenset({"count"})
SAYINGS = frozenset({"according to", "headline", "quotation goes on", "hold responsible"})


@dataclass(frozen=True, slots=True, kw_only=True)
class TableRow:
    """A row of a table: `row` is what stands in its first column, or one of the forms there."""

    table: str
    row: str


def origin_of(language: str, rule: str) -> TableRow | None:
    """The row that a rule names: "verb:kill" is row "kill" of predicates.csv; None where a rule is code alone."""
    head, colon, row = rule.partition(":")
    if not colon or head in WITHOUT_A_ROW or row in SAYINGS:
        return None
    table = TABLES.get(head, PREDICATES)
    return TableRow(table=table if head == "party" else f"{language}/{table}", row=row)
