"""A copy of the record that can be restored and checked: ledger, originals, hand/, settings, manifest, verifier.

A copy into the folder of an earlier one adds what is new. For a recipient (age) it is one encrypted file.
"""

import json
import os
import shutil
import tarfile
from collections.abc import Iterator
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from tempfile import TemporaryDirectory
from threading import Thread
from typing import Any

from sijill.case import FILE, LEDGER, Case
from sijill.chain.keeping.opening import ledger_key, open_ledger
from sijill.chain.keeping.showing import VERIFIER, verifier
from sijill.errors import SijillError
from sijill.store.keeping.copying import copy_into_file
from sijill.store.ledger import Ledger
from sijill.store.locked.keys import age
from sijill.store.log import Act
from sijill.store.proof.checkpoints import keys

MANIFEST, FORM = "MANIFEST.json", "sijill-backup/1"
CHUNK = 1 << 20
PART = ".part"


class NotABackup(SijillError):
    """A folder that holds something else."""

    def __init__(self, *, folder: Path) -> None:
        super().__init__(
            f"{folder} is there and holds no backup of this case: name a new folder, or that of an earlier one"
        )
        self.folder = folder


class NoRecipient(SijillError):
    """A recipient that age does not know."""

    def __init__(self, *, seen: str) -> None:
        super().__init__(f"{seen[:80]!r} is no recipient of age: it begins with age1; `age-keygen` makes one")
        self.seen = seen


@dataclass(frozen=True, slots=True, kw_only=True)
class Copied:
    """What a backup holds. root: hex head of the log; fresh: files that were not there already."""

    size: int
    root: str
    files: int
    fresh: int


def backup(case: Case, to: Path, *, by: str) -> Copied:
    """Into a folder. Raises NotABackup."""
    if to.exists() and (not to.is_dir() or any(to.iterdir())) and not (to / MANIFEST).is_file():
        raise NotABackup(folder=to)
    before = json.loads((to / MANIFEST).read_text(encoding="utf-8")) if (to / MANIFEST).is_file() else None
    with open_ledger(case) as ledger:
        told = _told(ledger, by=by)
        if before is not None and before.get("log") != told["log"]:
            raise NotABackup(folder=to)
        to.mkdir(parents=True, exist_ok=True)
        waiting = to / (LEDGER + PART)
        waiting.unlink(missing_ok=True)
        copy_into_file(ledger, waiting, key=ledger_key(case))
        _settle(waiting, to / LEDGER)
    (to / VERIFIER).write_bytes(verifier())
    wanted = dict(_files(case))
    fresh = sum(_copied(path, to / name) for name, path in wanted.items())
    held = {name: digest_of(to / name) for name in (LEDGER, VERIFIER, *sorted(wanted))}
    for stale in [each for each in to.rglob("*") if each.is_file() and each.relative_to(to).as_posix() not in held]:
        stale.unlink()
    manifest = {"form": FORM, **told, "encrypted": case.key is not None, "files": held}
    (to / (MANIFEST + PART)).write_text(json.dumps(manifest, indent=1) + "\n", encoding="utf-8")
    _settle(to / (MANIFEST + PART), to / MANIFEST)
    return Copied(size=told["size"], root=told["root"], files=len(held), fresh=fresh)


def backup_for(case: Case, to: Path, *, recipient: str, by: str) -> Copied:
    """Into one file that only the recipient opens. Raises NotABackup, NoRecipient, NoEncryption."""
    tool = age()
    try:
        for_whom = [tool.x25519.Recipient.from_str(recipient)]
    except (tool.RecipientError, ValueError) as fault:
        raise NoRecipient(seen=recipient) from fault
    if to.exists():
        raise NotABackup(folder=to)
    with TemporaryDirectory(dir=case.folder, prefix=".backup-") as name:  # beside what it copies, on the same disk
        copied = backup(case, Path(name) / "backup", by=by)
        reader, writer = os.pipe()
        packing = Thread(target=_packed, args=(Path(name) / "backup", writer))
        packing.start()
        waiting = to.with_name(to.name + PART)
        with os.fdopen(reader, "rb") as source, waiting.open("wb") as target:
            tool.encrypt_io(source, target, for_whom)
        packing.join()
        _settle(waiting, to)
    return copied


def _told(ledger: Ledger, *, by: str) -> dict[str, Any]:
    """What the ledger is, once it is sealed and says that a copy left."""
    ledger.note(Act.ACCESS_EXPORT, {"export/1": {"documents": "all", "means": "sijill backup"}}, by=ledger.account(by))
    ledger.seal()
    with ledger.reading() as connection:
        name = next(iter(keys(connection).values())).name
    counts = {"documents": len(ledger.documents()), "decisions": len(ledger.decisions())}
    return {"log": name, "size": ledger.size, "root": ledger.root().hex(), "counts": counts}


def _files(case: Case) -> Iterator[tuple[str, Path]]:
    """Everything but the ledger, by its place in a backup."""
    for path in (case.folder / FILE, case.keys):
        if path.is_file():
            yield path.name, path
    for folder in (case.hand, case.vault):
        for path in sorted(folder.rglob("*")):
            if path.is_file() and "unfinished" not in path.relative_to(folder).parts:
                yield path.relative_to(case.folder).as_posix(), path


def _copied(path: Path, target: Path) -> bool:
    """Copy a file unless the same is there; was it copied?"""
    if target.is_file() and target.stat().st_size == path.stat().st_size and digest_of(target) == digest_of(path):
        return False
    target.parent.mkdir(parents=True, exist_ok=True)
    waiting = target.with_name(target.name + PART)
    shutil.copyfile(path, waiting)
    _settle(waiting, target)
    return True


def _settle(waiting: Path, target: Path) -> None:
    """On the disk first, then under its name."""
    with waiting.open("rb") as stream:
        os.fsync(stream.fileno())
    waiting.replace(target)


def _packed(folder: Path, writer: int) -> None:
    with os.fdopen(writer, "wb") as target, tarfile.open(fileobj=target, mode="w|") as archive:
        archive.add(folder, arcname=".")


def digest_of(path: Path) -> str:
    """The SHA-256 of a file, hex."""
    hashed = sha256()
    with path.open("rb") as stream:
        while chunk := stream.read(CHUNK):
            hashed.update(chunk)
    return hashed.hexdigest()
