"""A backup turned into a case again, in an empty folder: every file and the whole log checked against the manifest."""

import json
import os
import shutil
import tarfile
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from tempfile import TemporaryDirectory
from threading import Thread
from typing import Any

from sijill.case import LEDGER, Case, read_case
from sijill.chain.keeping.backup import FORM, MANIFEST, NotABackup, digest_of
from sijill.chain.keeping.opening import home_of, ledger_key, open_ledger, vault_of
from sijill.chain.keeping.showing import VERIFIER, demand_empty
from sijill.errors import SijillError
from sijill.store.connection import SQLiteFile
from sijill.store.keeping.copying import copy_ledger
from sijill.store.ledger import Ledger
from sijill.store.locked.keys import WrongRecoveryKey, age
from sijill.store.postgres import PostgresDatabase

Unlock = Callable[[Case], Case]


class BackupDamaged(SijillError):
    """A backup that is not what its manifest says."""

    def __init__(self, *, what: str) -> None:
        super().__init__(f"{what}: this backup was changed or damaged, and nothing was restored; take another one")
        self.what = what


class NoIdentity(SijillError):
    """A file, and nothing to open it with."""

    def __init__(self, *, path: Path) -> None:
        super().__init__(
            f"{path} is one file: if it is an encrypted backup, name the age identity with --identity FILE"
        )
        self.path = path


@dataclass(frozen=True, slots=True, kw_only=True)
class Restored:
    """What there is again. root: hex head of the log, the same as when it was copied."""

    size: int
    root: str
    files: int
    documents: int
    decisions: int


def restore(source: Path, to: Path, *, unlock: Unlock, identity: str | None = None) -> Restored:
    """Into a new or empty folder; the ledger of a team into the empty database that case.toml names.

    unlock     what gives an encrypted case its key      identity   of age, for a backup in one encrypted file
    raises     NotABackup, BackupDamaged, FolderNotEmpty, WrongRecoveryKey, LedgerExists, NoServer
    """
    demand_empty(to)
    if source.is_dir():
        return _restored(source, to, unlock=unlock)
    if not source.is_file():
        raise NotABackup(folder=source)
    if identity is None:
        raise NoIdentity(path=source)
    to.parent.mkdir(parents=True, exist_ok=True)
    with TemporaryDirectory(dir=to.parent, prefix=".restore-") as name:
        _unpacked(source, Path(name), identity)
        return _restored(Path(name), to, unlock=unlock)


def _restored(source: Path, to: Path, *, unlock: Unlock) -> Restored:
    manifest = _manifest(source)
    for name, digest in manifest["files"].items():
        if not _inside(name) or not (source / name).is_file():
            raise BackupDamaged(what=f"{name} is missing")
        if digest_of(source / name) != digest:
            raise BackupDamaged(what=f"{name} is not what was copied")
    made = None
    try:
        made = _made(source, to, manifest, unlock)
    finally:
        if made is None:
            shutil.rmtree(to, ignore_errors=True)
    return made


def _made(source: Path, to: Path, manifest: dict[str, Any], unlock: Unlock) -> Restored:
    for name in manifest["files"]:
        if name != VERIFIER:
            (to / name).parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(source / name, to / name)
            if name.startswith("vault/"):
                (to / name).chmod(0o444)
    (to / "vault").mkdir(exist_ok=True)
    case = unlock(read_case(to))
    if isinstance(home_of(case), PostgresDatabase):
        file = SQLiteFile(path=to / LEDGER, key=ledger_key(case))
        with Ledger.open(file, vault=vault_of(case)) as copied:
            copy_ledger(copied, home_of(case))
        for name in (LEDGER, LEDGER + "-wal", LEDGER + "-shm"):
            (to / name).unlink(missing_ok=True)
    with open_ledger(case) as ledger:
        seen = {
            "size": ledger.size,
            "root": ledger.root().hex(),
            "counts": {"documents": len(ledger.documents()), "decisions": len(ledger.decisions())},
        }
    for name, value in seen.items():
        if manifest[name] != value:
            raise BackupDamaged(what=f"{name} is {value}, the manifest says {manifest[name]}")
    return Restored(size=manifest["size"], root=manifest["root"], files=len(manifest["files"]), **manifest["counts"])


def _manifest(source: Path) -> dict[str, Any]:
    if not (source / MANIFEST).is_file():
        raise NotABackup(folder=source)
    try:
        told = json.loads((source / MANIFEST).read_text(encoding="utf-8"))
    except ValueError as fault:
        raise BackupDamaged(what=f"{MANIFEST} cannot be read") from fault
    if not isinstance(told, dict) or told.get("form") != FORM:
        raise NotABackup(folder=source)
    return told


def _inside(name: str) -> bool:
    """Names in a manifest are from outside: they may not lead out of the folder."""
    parts = PurePosixPath(name).parts
    return bool(parts) and not PurePosixPath(name).is_absolute() and ".." not in parts


def _unpacked(source: Path, to: Path, identity: str) -> None:
    tool = age()
    reader, writer = os.pipe()
    faults: list[BaseException] = []

    def unpack() -> None:
        try:
            with os.fdopen(reader, "rb") as stream, tarfile.open(fileobj=stream, mode="r|") as archive:
                archive.extractall(to, filter="data")
        except (tarfile.TarError, OSError) as fault:
            faults.append(fault)

    unpacking = Thread(target=unpack)
    unpacking.start()
    try:
        with source.open("rb") as stream, os.fdopen(writer, "wb") as target:
            tool.decrypt_io(stream, target, [tool.x25519.Identity.from_str(identity.strip())])
    except (tool.DecryptError, tool.IdentityError, ValueError) as fault:
        raise WrongRecoveryKey from fault
    finally:
        unpacking.join()
    if faults:
        raise BackupDamaged(what=f"{source.name} cannot be unpacked ({type(faults[0]).__name__})")
