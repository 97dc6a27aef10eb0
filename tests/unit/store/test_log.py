"""The log is a Merkle tree of RFC 6962 over JCS records that reveal nothing of what they speak of."""

import base64
import json
import os
from hashlib import sha256
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sijill.store import log

# The leaves and tree heads of sizes 1 to 8 printed in the reference implementation of RFC 6962
# (google/certificate-transparency, Apache-2.0).
HEX = "- 00 10 2021 3031 40414243 5051525354555657 606162636465666768696a6b6c6d6e6f"
LEAVES = tuple(bytes.fromhex(each.strip("-")) for each in HEX.split())
HEADS = (
    "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
    "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125",
    "aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77",
    "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
    "4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4",
    "76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef",
    "ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c",
    "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328",
)


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


@pytest.mark.parametrize("size", range(1, 9))
def test_the_head_is_the_one_printed_for_the_reference_implementation(size):
    assert log.root(map(log.leaf, LEAVES[:size])).hex() == HEADS[size - 1]


def test_the_head_of_an_empty_log_is_the_hash_of_nothing():
    assert log.root([]) == sha256(b"").digest()


def by_definition(leaves: list[bytes]) -> bytes:
    """RFC 6962, 2.1, word for word: split at the largest power of two below n."""
    if len(leaves) == 1:
        return leaves[0]
    k = 1 << ((len(leaves) - 1).bit_length() - 1)
    return log.node(by_definition(leaves[:k]), by_definition(leaves[k:]))


@given(st.lists(st.binary(max_size=3), min_size=1, max_size=70))
def test_the_head_follows_the_definition(entries):
    leaves = list(map(log.leaf, entries))
    assert log.root(leaves) == by_definition(leaves)


@pytest.mark.skipif("SIJILL_DATA" not in os.environ, reason="SIJILL_DATA names no folder of vectors")
def test_the_public_inclusion_vectors_lead_to_our_head():
    """Walking a valid proof with our node hash ends at the root that the vector states."""
    vectors = sorted(Path(os.environ["SIJILL_DATA"]).glob("badinput/merkle-rfc6962/testdata/inclusion/**/*.json"))
    seen = [json.loads(path.read_text()) for path in vectors]
    valid = [each for each in seen if not each["wantErr"] and each["proof"]]
    assert len(valid) >= 4
    for vector in valid:
        proof = [base64.b64decode(each) for each in vector["proof"]]
        at, last, head = vector["leafIdx"], vector["treeSize"] - 1, base64.b64decode(vector["leafHash"])
        for sibling in proof:
            while at == last and at % 2 == 0 and last:
                at, last = at // 2, last // 2
            head = log.node(sibling, head) if at % 2 else log.node(head, sibling)
            at, last = at // 2, last // 2
        assert head == base64.b64decode(vector["root"]), vector["desc"]


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
