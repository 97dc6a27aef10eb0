"""Public test vectors of what the log is built on: RFC 6962 (proofs), RFC 8785 (JSON), RFC 3161 (timestamps)."""

import base64
import json
from hashlib import sha256
from pathlib import Path

import pytest
import rfc8785

from sijill.store.proof import tree
from sijill.store.proof import verify as stand_alone
from sijill.store.proof.stamps import NotAStamp, time_of, vouched

VECTORS = Path(__file__).with_name("vectors")
RFC6962, RFC8785, RFC3161 = (
    json.loads((VECTORS / f"{name}.json").read_text(encoding="utf-8")) for name in ("rfc6962", "rfc8785", "rfc3161")
)
FILES = {each["name"]: base64.b64decode(each["base64"]) for each in RFC3161["files"]}


def named(vector):
    return vector["desc"].replace(" ", "-")


def hashes(values):
    return [base64.b64decode(each) for each in values or ()]


def test_there_are_196_proof_vectors():
    assert len(RFC6962["inclusion"]) + len(RFC6962["consistency"]) == 196


@pytest.mark.parametrize("vector", RFC6962["inclusion"], ids=named)
def test_a_proof_of_inclusion_holds_exactly_where_the_vector_says(vector):
    root, leaf = hashes([vector["root"], vector["leafHash"]])
    told = {"index": vector["leafIdx"], "size": vector["treeSize"], "proof": hashes(vector["proof"])}
    assert tree.includes(root, leaf_=leaf, **told) is not vector["wantErr"]


@pytest.mark.parametrize("vector", RFC6962["inclusion"], ids=named)
def test_the_stand_alone_verifier_is_of_the_same_opinion(vector):
    root, leaf = hashes([vector["root"], vector["leafHash"]])
    try:
        reached = stand_alone.head(leaf, vector["leafIdx"], vector["treeSize"], hashes(vector["proof"]))
    except stand_alone.Tampered:
        reached = None
    assert (reached == root and len(leaf) == 32) is not vector["wantErr"]


@pytest.mark.parametrize("vector", RFC6962["consistency"], ids=named)
def test_a_proof_of_consistency_holds_exactly_where_the_vector_says(vector):
    first, second = hashes([vector["root1"], vector["root2"]])
    sizes = vector["size1"], vector["size2"]
    assert tree.extends(first, second, sizes=sizes, proof=hashes(vector["proof"])) is not vector["wantErr"]


@pytest.mark.parametrize("vector", RFC8785["vectors"], ids=lambda vector: vector["name"])
def test_json_is_written_in_the_one_canonical_way(vector):
    assert rfc8785.dumps(json.loads(vector["input"])).hex() == vector["output"] == vector["outhex"]


@pytest.mark.parametrize(
    ("reply", "roots", "message"),
    [
        ("sigstage/response-sha256.tsr", "sigstage/ts_chain.pem", b"hello"),
        ("sigstage/response-sha384.tsr", "sigstage/ts_chain.pem", b"hello"),
        ("sigstage/response-sha512.tsr", "sigstage/ts_chain.pem", b"hello"),
        ("sigstage/response-no-embedded-cert.tsr", "sigstage/ts_chain.pem", b"hello"),
        ("test_tsa/response.tsr", "test_tsa/ts_chain.pem", b"hello"),
        ("test_tsa/response-injected-certs.tsr", "test_tsa/ts_chain.pem", b"hello"),
        ("identrust/issue-104.tsr", "identrust/ts_chain.pem", b"hello"),
        ("sigstore.mock/response-expired.tsr", "sigstore.mock/ts_chain.pem", FILES["sigstore.mock/payload"]),
    ],
)
def test_a_valid_timestamp_is_vouched_for(reply, roots, message):
    """Also one whose certificate ended since: it was valid at the time that is stated."""
    assert vouched(FILES[reply], message=message, roots=FILES[roots]) is None


@pytest.mark.parametrize(
    ("reply", "roots", "message", "fault"),
    [
        ("sigstage/response-invalid-signature.tsr", "sigstage/ts_chain.pem", b"hello", "verify pkcs7 signature"),
        ("sigstage/response-sha256.tsr", "sigstage/ts_chain.pem", b"hello ", "Mismatch between messages"),
        ("sigstage/response-sha256.tsr", "test_tsa/ts_chain.pem", b"hello", "verifying certificates"),
        ("test_tsa/other_response.tsr", "test_tsa/ts_chain.pem", b"hello", "verifying certificates"),
        ("test_tsa/response.tsr", "sigstage/ts_chain.pem", b"hello", "verifying certificates"),
    ],
)
def test_a_timestamp_that_is_not_is_refused_with_the_reason(reply, roots, message, fault):
    assert fault in vouched(FILES[reply], message=message, roots=FILES[roots])


def test_a_timestamp_is_of_its_own_note_and_of_no_other():
    reply = FILES["sigstage/response-sha256.tsr"]
    assert time_of(reply, note="hello", authority="tsa").year == 2025
    with pytest.raises(NotAStamp, match=sha256(b"hullo").hexdigest()[:16]):
        time_of(reply, note="hullo", authority="tsa")
    with pytest.raises(NotAStamp, match="cannot be read"):
        time_of(b"<html>no</html>", note="hello", authority="tsa")
