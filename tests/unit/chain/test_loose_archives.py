"""A folder that the auto-archiver wrote is taken in with what it did: hashes computed again, tokens looked through."""

import io
import zipfile
from hashlib import sha3_512, sha256

import pytest

from sijill.capture.found import Told
from sijill.chain.intake import take_in
from sijill.store.ledger import Ledger
from sijill.store.vault import Vault
from tests.unit.capture import made

FILES = {"page.html": made.PAGE.encode(), "p.jpg": made.photo()}


@pytest.fixture
def folder(tmp_path):
    """Two posts, each in a folder of its own, the files of the second below its record."""
    for name in ("one", "two"):
        with zipfile.ZipFile(io.BytesIO(made.archived_post(FILES))) as archive:
            archive.extractall(tmp_path / "in" / name)
    below = tmp_path / "in" / "two" / "media"
    below.mkdir()
    for name in FILES:
        (tmp_path / "in" / "two" / name).rename(below / name)
    return tmp_path / "in"


def custody_in(folder, tmp_path):
    """By name: what is recorded that others did to each file."""
    with Ledger.create(tmp_path / "ledger.db") as ledger:
        told = Told(captured="2031-05-04T12:00:00Z")
        list(take_in([folder], ledger, Vault(tmp_path / "vault"), told, by="sys:test", progress=lambda name: None))
        documents = ledger.documents()
        beside = ledger.particulars([each.id for each in documents])
        return {
            each.name: [(said.action, said.note) for said in beside[each.id].provenance]
            for each in documents
            if each.id in beside
        }


def test_hashes_and_tokens_become_custody_of_the_files_beside_and_below_a_record(folder, tmp_path):
    (folder / "one" / "page.html").write_bytes(FILES["page.html"] + b" ")  # the same bytes would be the same document
    done = custody_in(folder, tmp_path)
    digest = sha256(FILES["page.html"]).hexdigest()
    assert ("hashed", f"SHA-256:{digest} checked") in done["two/media/page.html"]
    assert [action for action, _ in done["two/media/page.html"]] == ["archived", "hashed"]
    assert any("differs: " in note for _, note in done["one/page.html"])
    assert ("timestamped", "token_lake: the token holds its digest") in done["one/hashes.txt"]


def test_a_token_that_is_of_something_else_or_gone_says_so(folder, tmp_path):
    (folder / "one" / "token_lake").write_bytes(b"0\x82" + bytes(32))
    (folder / "two" / "token_lake").unlink()
    (folder / "two" / "hashes.txt").write_bytes(b"others")
    done = custody_in(folder, tmp_path)
    assert ("timestamped", "token_lake: the token does not hold its digest") in done["one/hashes.txt"]
    assert ("timestamped", "token_lake: the token is not here") in done["two/hashes.txt"]


def test_the_longer_hash_of_the_archiver_is_computed_too(folder, tmp_path):
    record = folder / "one" / "metadata.json"
    long = sha3_512(FILES["p.jpg"]).hexdigest()
    record.write_text(record.read_text().replace(f"SHA-256:{sha256(FILES['p.jpg']).hexdigest()}", f"SHA3-512:{long}"))
    assert ("hashed", f"SHA3-512:{long} checked") in custody_in(folder / "one", tmp_path)["p.jpg"]


def test_json_that_only_looks_like_a_record_is_no_record(tmp_path):
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "x.json").write_text('{"status": "metadata", "media": [')
    (tmp_path / "in" / "page.html").write_bytes(FILES["page.html"])
    assert custody_in(tmp_path / "in", tmp_path).get("page.html", []) == []
