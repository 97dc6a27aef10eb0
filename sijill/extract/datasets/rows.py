"""The claims of a row, by the reader of its dataset."""

from collections.abc import Callable

from sijill.extract.datasets.acled import read_acled
from sijill.extract.datasets.airwars import read_airwars
from sijill.extract.datasets.coded import Coded
from sijill.extract.datasets.ucdp import read_ucdp
from sijill.model.claim import Claim, Reading
from sijill.model.dataset import row_of
from sijill.model.document import DocumentId

READERS: dict[str, Callable[[Coded], list[tuple[Claim, Reading]]]] = {
    "ucdp_ged": read_ucdp,
    "acled": read_acled,
    "airwars": read_airwars,
}


def read_row(document: DocumentId, text: str) -> list[tuple[Claim, Reading]] | None:
    """The claims with their readings; None where the text is no row of a dataset that is known."""
    row = row_of(text)
    reader = READERS.get(row.dataset) if row is not None else None
    return reader(Coded.of(document, text, row)) if reader is not None and row is not None else None
