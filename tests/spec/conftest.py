"""`reads_as(text, table)`: a report, and the claims that must be read from it, written as a table."""

from textwrap import dedent

import pytest

from sijill.model.document import DocumentId
from tests.spec.invented import WORDS
from tests.spec.tables import compare


@pytest.fixture
def reads_as():
    """What extract reads in a text of the invented conflict, compared with a table: see tables.py."""

    def read(text: str, table: str) -> None:
        from sijill.extract.document import extract  # noqa: PLC0415  the chapter on the nouns runs without it

        text = dedent(text).strip()
        compare(text, extract(DocumentId("doc_spec"), text, WORDS).claims, table)

    return read
