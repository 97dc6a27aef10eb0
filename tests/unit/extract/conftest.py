"""`reads_as` as in the specification, and stricter: what a table leaves out must be plain."""

import pytest

from sijill.extract.document import extract
from sijill.model.document import DocumentId
from tests.spec.invented import WORDS
from tests.spec.tables import cell, compare, parse

SHOWN_BY = {"about": "stance", "speaker": "kind"}
PLAIN = {"stance": "asserts", "modality": "actual", "speaker": "", "about": "", "directness": "direct"}


@pytest.fixture
def reads_as():
    """Compares a report with a table of claims. Where no column says otherwise a claim is asserted, of what happened,
    in the document's own voice.
    """

    def read(text: str, table: str) -> None:
        claims = extract(DocumentId("doc_unit"), text, WORDS).claims
        compare(text, claims, table)
        columns, _ = parse(table)
        for claim in claims:
            left_out = {name: cell(claim, name) for name in PLAIN if not {name, SHOWN_BY.get(name)} & {*columns}}
            assert left_out == {name: PLAIN[name] for name in left_out}, f"{text}\n{claim.quote}"

    return read
