"""The nouns that are stored in bulk come back from a Parquet table byte for byte."""

import pyarrow as pa
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pyarrow import parquet

from sijill.model.arrow import from_table, schema, to_table
from sijill.model.beside.series import Series
from sijill.model.claim import Claim, Reading
from sijill.model.decision import Decision, Doubt
from sijill.model.document import Custody, Document, Quarantined
from sijill.model.estimate import Estimate, Overlap
from sijill.model.event import Event, Link, Situation
from sijill.model.exchange import to_json
from sijill.model.finding import Finding, Total
from sijill.model.party import Party
from sijill.model.person import Person, Remains, VictimRecord
from sijill.model.place import Place
from sijill.model.source import Source
from tests.unit.model.nouns import records

IN_BULK = [
    *(Claim, Reading, Document, Custody, Quarantined, Event, Link, Situation, Finding, Total, Doubt, Decision),
    *(VictimRecord, Person, Remains, Estimate, Overlap, Party, Place, Source, Series),
]


@pytest.mark.parametrize("noun", IN_BULK, ids=lambda noun: noun.__name__)
@settings(max_examples=10)
@given(st.data())
def test_a_table_gives_back_the_records_byte_for_byte(noun, data):
    rows = data.draw(st.lists(records(noun), max_size=3))
    stored = pa.BufferOutputStream()
    parquet.write_table(to_table(noun, rows), stored)
    again = from_table(noun, parquet.read_table(pa.BufferReader(stored.getvalue())))
    assert again == rows
    assert [to_json(each) for each in again] == [to_json(each) for each in rows]


@pytest.mark.parametrize("noun", IN_BULK, ids=lambda noun: noun.__name__)
def test_an_empty_table_has_the_schema_of_its_noun(noun):
    assert to_table(noun, []).schema == schema(noun)
    assert schema(noun).names == [*noun.__dataclass_fields__]


@settings(max_examples=5)
@given(records(Doubt))
def test_a_column_that_the_noun_does_not_have_is_left_alone(doubt):
    table = to_table(Doubt, [doubt]).append_column("row", pa.array([0]))
    assert from_table(Doubt, table) == [doubt]
