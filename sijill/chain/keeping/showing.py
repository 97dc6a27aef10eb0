"""One document or decision shown to a court: a folder with it, its records, its proof and a program that checks it."""

import json
from base64 import b64decode
from collections.abc import Mapping
from hashlib import sha256
from importlib.resources import files
from pathlib import Path, PurePosixPath
from typing import Any

from sqlalchemy import Connection, select

from sijill.case import Case
from sijill.chain.keeping.opening import open_ledger, vault_of
from sijill.errors import SijillError
from sijill.model.document import Document, DocumentId, Text
from sijill.store import captures, schema
from sijill.store.ledger import Ledger
from sijill.store.log import Act
from sijill.store.proof.shown import proof

VERIFIER, PROOF, READ_ME = "verify.py", "proof.json", "READ-ME.txt"
SUFFIX_LETTERS = 8
MEANS = "sijill prove"
RELEASED = "release/1"
TOLD = """What this folder shows, and to whom

{about} stood in the record of a case of Sijill, as it stands here, before the checkpoint in proof.json was signed.

    python3 verify.py

checks it with Python 3.10 or newer and nothing else: the original and its text against what was logged of them, the
log records against the head of the tree, the head against the signature. Compare the key and the head that it prints
with what the documenters published or gave to others before: only then is the signature theirs.

It shows nothing else of the record. It does not prove that what was captured is true or complete.
{stamps}
Documents hold words of witnesses. Whoever passes this folder on passes them on.
"""
STAMPED = """
The checkpoint bears a timestamp of {authority}. To check it with OpenSSL and the certificates of that authority:

    openssl ts -verify -data checkpoint.txt -in {token} -CAfile authority.pem
"""


class NothingToProve(SijillError):
    """An id that no record of the log speaks of."""

    def __init__(self, *, seen: str) -> None:
        super().__init__(
            f"no document or decision of this case has an id that begins with {seen[:60]!r}, or several; a figure is"
            " proved by its documents: `sijill why CASE ID` names them"
        )
        self.seen = seen


class FolderNotEmpty(SijillError):
    """A place for an export that holds something."""

    def __init__(self, *, folder: Path) -> None:
        super().__init__(f"{folder} is there and not empty: name a new folder with --to")
        self.folder = folder


def show_one(case: Case, which: str, to: Path, *, by: str, whole: bool = False) -> str:
    """Write the folder, and log that it left; the id. Raises NothingToProve, FolderNotEmpty, NotSealed, WasErased.

    which   id of a document or a decision, or its beginning      by   name of the account that takes it out
    whole   with the original also where it holds other documents too: a table, an archive
    """
    demand_empty(to)
    with open_ledger(case) as ledger:
        ledger.seal()
        with ledger.reading() as connection:
            key, logged = _records_of(connection, which)
            shown = proof(connection, key, logged)
            document = next((each for each in captures.documents(connection) if each.id == key), None)
            text = captures.texts(connection, [key]).get(DocumentId(key))
        parts = _parts(case, document, text, whole=whole)
        shown["files"] = {name: sha256(content).hexdigest() for name, content in parts.items()}
        _write(to, {**parts, **_guides(shown)})
        exported = {"export/1": {"documents": [key], "means": MEANS}}
        ledger.note(Act.ACCESS_EXPORT, exported, by=ledger.account(by))
    return key


def release_proof(ledger: Ledger, decision: str, manifest: bytes) -> dict[str, bytes]:
    """What goes with a release: its record in the log with its manifest's digest and nothing else, and the verifier.

    manifest   the bytes of manifest.json, which holds the digest of every file
    """
    ledger.seal()
    with ledger.reading() as connection:
        key, logged = _records_of(connection, decision)
        shown = proof(connection, key, logged, only=RELEASED)
    shown["files"] = {"manifest.json": sha256(manifest).hexdigest()}
    return {PROOF: json.dumps(shown, ensure_ascii=False, indent=1).encode(), VERIFIER: verifier()}


def demand_empty(folder: Path) -> None:
    """Raises FolderNotEmpty unless the folder is new or empty."""
    if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
        raise FolderNotEmpty(folder=folder)


def verifier() -> bytes:
    """The program that checks what was written, without Sijill."""
    return files("sijill.store.proof").joinpath(VERIFIER).read_bytes()


def _records_of(connection: Connection, which: str) -> tuple[str, list[int]]:
    found: dict[str, list[int]] = {}
    for table in (schema.documents, schema.decisions):
        query = select(table.c.id, table.c.log).where(table.c.id.startswith(which, autoescape=True))
        for row in connection.execute(query.order_by(table.c.log)):
            found.setdefault(row.id, []).append(row.log)
    whole = [which] if which in found else list(found)
    if len(whole) != 1:
        raise NothingToProve(seen=which)
    return whole[0], found[whole[0]]


def _parts(case: Case, document: Document | None, text: Text | None, *, whole: bool) -> dict[str, bytes]:
    """The original and the text of a document, by the names of their files. Names of files are never paths."""
    parts: dict[str, bytes] = {}
    if document is not None and (whole or not document.locator):
        suffix = PurePosixPath(document.name).suffix
        plain = suffix if suffix[1:].isascii() and suffix[1:].isalnum() and len(suffix) <= SUFFIX_LETTERS else ""
        parts["original" + plain] = vault_of(case).read(document.digest)
    if text is not None:
        parts["text.txt" if "original.txt" not in parts else "text-as-read.txt"] = text.text.encode()
    return parts


def _guides(shown: Mapping[str, Any]) -> dict[str, bytes]:
    """What the reader needs to check it."""
    tokens = {f"token-{number}.tsr": each for number, each in enumerate(shown["tokens"], 1)}
    stamped = [STAMPED.format(authority=each["authority"], token=name) for name, each in tokens.items()]
    return {
        PROOF: json.dumps(shown, ensure_ascii=False, indent=1).encode(),
        VERIFIER: verifier(),
        READ_ME: TOLD.format(about=shown["about"], stamps="".join(stamped)).encode(),
        "checkpoint.txt": shown["checkpoint"].encode(),
        **{name: b64decode(each["token"]) for name, each in tokens.items()},
    }


def _write(folder: Path, parts: Mapping[str, bytes]) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    for name, content in parts.items():
        (folder / name).write_bytes(content)
