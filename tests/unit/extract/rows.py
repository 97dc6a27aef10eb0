"""Tables of one claim and of none, for tests that list many reports of one kind."""

NO_CLAIM = "act | harm | number | words"
SPACED = {"said_to_be": "said to be", "part_of": "part of"}


def one_claim(**cells: str) -> str:
    """A table of one row, as `reads_as` compares it: a column for each cell."""
    columns = [SPACED.get(name, name) for name in cells]
    return f"{' | '.join(columns)}\n{' | '.join(cells.values())}"
