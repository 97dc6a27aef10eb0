"""Every noun as JSON and back, byte for byte; what does not have the declared shape is refused by name."""

import json

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sijill.model.decision import Doubt, Reason, Step
from sijill.model.exchange import NotThisRecord, from_json, from_plain, to_json, to_plain
from sijill.model.place import Where
from sijill.model.source import Speaker
from tests.unit.model.nouns import NOUNS, records


@pytest.mark.parametrize("noun", NOUNS, ids=lambda noun: noun.__name__)
@settings(max_examples=15)
@given(st.data())
def test_a_record_comes_back_as_it_was_and_writes_the_same_bytes(noun, data):
    record = data.draw(records(noun))
    line = to_json(record)
    again = from_json(noun, line)
    assert again == record
    assert to_json(again) == line
    assert "\n" not in line


@pytest.mark.parametrize("noun", NOUNS, ids=lambda noun: noun.__name__)
@settings(max_examples=3)
@given(st.data())
def test_the_declaration_is_the_order_of_the_keys(noun, data):
    plain = to_plain(data.draw(records(noun)))
    assert list(plain) == list(json.loads(json.dumps(plain)))
    if not hasattr(noun, "to_plain"):
        assert list(plain) == [*noun.__dataclass_fields__]


@pytest.mark.parametrize("noun", NOUNS, ids=lambda noun: noun.__name__)
@settings(max_examples=2)
@given(st.data())
def test_a_key_that_is_not_declared_is_refused_by_name(noun, data):
    plain = to_plain(data.draw(records(noun))) | {"kiled": 3}
    with pytest.raises(NotThisRecord, match="kiled"):
        from_plain(noun, plain)


@pytest.mark.parametrize(
    ("noun", "key"),
    [(noun, key) for noun in NOUNS if not hasattr(noun, "to_plain") for key in noun.__dataclass_fields__],
    ids=lambda each: getattr(each, "__name__", each),
)
def test_a_missing_key_is_refused_by_name(noun, key):
    """No default fills a gap in an exported record: null is a statement, silence is a fault."""
    keys = dict.fromkeys(noun.__dataclass_fields__)
    del keys[key]
    with pytest.raises(NotThisRecord, match=rf"{noun.__name__}\.{key}\b.*nothing"):
        from_plain(noun, keys)


@pytest.mark.parametrize(
    ("noun", "line", "names"),
    [
        (Speaker, '{"name": 7, "kind": "media", "source": null, "party": null}', "Speaker.name.*'7'.*str"),
        (Speaker, '{"name": "A", "kind": "herald", "source": null, "party": null}', r"Speaker.kind.*herald.*media \|"),
        (Speaker, '{"name": "A", "kind": null, "source": null, "party": null}', "Speaker.kind.*None"),
        (Where, '{"text": null, "place": null, "lat": true, "lon": 1, "precision": "exact"}', "Where.lat.*a number"),
        (Where, '{"text": null, "place": null, "lat": "3", "lon": 1, "precision": "exact"}', "Where.lat.*a number"),
        (Where, "[]", "Where.*an object"),
        (Where, '{"text": ', "Where.*one line of JSON"),
        (Where, '{"text": null, "place": null, "lat": NaN, "lon": 1, "precision": "exact"}', "NaN.*finite"),
        (Where, '{"text": null, "place": null, "lat": -Infinity, "lon": 1, "precision": "exact"}', "Infinity.*finite"),
    ],
)
def test_a_value_of_another_type_is_refused_by_name(noun, line, names):
    with pytest.raises(NotThisRecord, match=names):
        from_json(noun, line)


@pytest.mark.parametrize("wrong", [float("nan"), float("inf"), float("-inf")])
def test_no_record_with_a_number_that_is_none_is_ever_written(wrong):
    with pytest.raises(NotThisRecord, match=r"Where\.lat"):
        to_json(Where(lat=wrong))
    with pytest.raises(NotThisRecord, match="a finite number"):
        to_json(Reason(code="x", values={"km": wrong}))


def test_arabic_stays_arabic_and_a_float_stays_a_float():
    assert to_json(Speaker(name="وكالة")).startswith('{"name": "وكالة", ')
    asked = Doubt(id="dbt_1", step=Step.LINK, about=(), question=Reason(code="x", values={"n": 3}), matters=2)
    assert to_json(asked).endswith('"candidates": [], "matters": 2.0}')
    assert from_json(Doubt, to_json(asked).replace("2.0", "2")) == asked
