"""A log record is canonical JSON that reveals nothing of what it speaks of."""

import json
from hashlib import sha256

import pytest
import rfc8785
from hypothesis import given
from hypothesis import strategies as st

from sijill.store import log


def entry(**fields: object) -> log.Entry:
    told = {
        "seq": 0,
        "at": "2031-05-04T12:00:00Z",
        "by": "sys:add",
        "act": log.Act.CAPTURE_ADD,
        "obj": "o:1",
        "versions": (0, 1),
        "payloads": (log.Commitment(commitment="ab", kind="document/1"),),
        "software": "sijill/0.1.0",
        "settings": "cd",
    }
    return log.Entry(**(told | fields))


def test_a_record_is_one_canonical_line_of_json():
    assert log.record(entry()).decode() == (
        '{"act":"capture.add","by":"sys:add","cfg":"cd","obj":"o:1","pay":[{"c":"ab","t":"document/1"}],"seq":0,'
        '"sw":"sijill/0.1.0","ts":"2031-05-04T12:00:00Z","v":1,"ver":[0,1]}'
    )


@pytest.mark.parametrize("by", ["Mariam", "u:1234", "u:0000BEEF", "sys:", "sys:Add", "u:0000beef\n", ""])
def test_only_codes_stand_in_the_log_never_names(by):
    with pytest.raises(log.UnknownAuthor, match="u:<8 hex digits>"):
        log.record(entry(by=by))


def test_a_record_that_is_too_long_is_refused():
    many = (log.Commitment(commitment="ab" * 32, kind="document/1"),) * 200
    with pytest.raises(log.RecordTooLarge, match="at most 16384"):
        log.record(entry(payloads=many))


def test_a_commitment_cannot_be_guessed_from_the_payload_alone():
    assert log.commitment(b"a" * 32, b"payload") != log.commitment(b"b" * 32, b"payload")
    assert log.commitment(b"s" * 32, b"p") == sha256(b"sijill/commit/v1\n" + b"s" * 32 + b"p").hexdigest()


@given(st.integers(0, 2**53 - 1), st.text(max_size=20), st.lists(st.tuples(st.text(max_size=8), st.text(max_size=8))))
def test_a_record_is_written_as_rfc_8785_says_whatever_is_in_it(seq, words, pairs):
    """Its keys are plain and it holds no floats, so that plain JSON in the order of the keys is the canonical form."""
    payloads = tuple(log.Commitment(commitment=one, kind=two) for one, two in pairs)
    written = log.record(entry(seq=seq, obj=words, software=words, payloads=payloads))
    assert written == rfc8785.dumps(json.loads(written))
