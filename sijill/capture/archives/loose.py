"""Output of the auto-archiver as a folder: what its records say of files that lie beside or below them.

The records are read by a reading process, as every file is. What they say of a file is compared here with its bytes:
hashes are computed again, and a token is looked through for the digest it should hold.
"""

from collections.abc import Iterable, Iterator
from contextlib import nullcontext
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

from sijill.capture.archives.auto_archiver import ALGORITHMS, ARCHIVED, BY, HASHED, READER, RECORD, TIMESTAMPED, WORDS
from sijill.capture.child.process import Task
from sijill.capture.child.readers import Readers
from sijill.capture.found import Found, Told
from sijill.capture.walk import Spotted
from sijill.model.document import Digest, Provenance

SAYING = (b'"status"', b'"metadata"', b'"media"')
"""What a file must hold to be taken for a record and read as one before the others."""
CHUNK = 1 << 20


@dataclass(frozen=True, slots=True, kw_only=True)
class Record:
    """What one record says: in which folder it lies, and what it says was done, in its order."""

    folder: Path
    done: tuple[Provenance, ...]

    def of(self, name: str) -> Iterator[Provenance]:
        """What it says of the file of this name: that it was archived, its hashes, the tokens over it."""
        for each in self.done:
            if (each.action == HASHED and each.note.rpartition(" ")[0] == name) or (
                each.action == TIMESTAMPED and each.note.endswith(f" over {name}")
            ):
                yield each


def records_in(found: Iterable[Spotted], told: Told) -> list[Record]:
    """The records among the files of a folder."""
    paths = {each.name: each.path for each in found if _may_be(each)}
    records = []
    with Readers(1, pictures=False) as readers:
        for task, result in readers.read(_task(name, path, told) for name, path in paths.items()):
            if isinstance(result, Found) and result.text is not None and result.text.reader == READER:
                done = result.particulars.provenance
                records.append(Record(folder=paths[task.name].parent, done=done))
    return records


def custody_of_loose(path: Path, records: list[Record]) -> tuple[Provenance, ...]:
    """What the records in the folders above a file say was done to it, each hash and token checked."""
    told: list[Provenance] = []
    for record in records:
        if record.folder in path.parents and (said := list(record.of(path.name))):
            told += [each for each in record.done if each.action == ARCHIVED]
            told += [_checked(each, path, record.folder) for each in said]
    return tuple(told)


def _may_be(spotted: Spotted) -> bool:
    """Looked through for words, not read: that is for the reading process."""
    path = spotted.path
    if not spotted.name.lower().endswith(".json") or path.stat().st_size > RECORD:
        return False
    content = path.read_bytes()
    return all(each in content for each in SAYING)


def _task(name: str, path: Path, told: Told) -> Task:
    digest = Digest(sha256(path.read_bytes()).hexdigest())
    return Task(lent=lambda: nullcontext(path), size=path.stat().st_size, name=name, digest=digest, told=told)


def _checked(said: Provenance, path: Path, folder: Path) -> Provenance:
    if said.action == HASHED:
        algorithm, _, recorded = said.note.rpartition(" ")[2].partition(":")
        return Provenance(action=HASHED, at=said.at, by=BY, note=_hashed(path, algorithm, recorded)[:WORDS])
    token = said.note.removesuffix(f" over {path.name}")
    lies = next((each / token for each in (path.parent, folder) if (each / token).is_file()), None)
    verdict = "the token is not here"
    if lies is not None and "/" not in token and lies.stat().st_size <= RECORD:
        holds = bytes.fromhex(_digest(path, "SHA-256")) in lies.read_bytes()
        verdict = "the token holds its digest" if holds else "the token does not hold its digest"
    return Provenance(action=TIMESTAMPED, at=said.at, by=said.by, note=f"{token}: {verdict}"[:WORDS])


def _hashed(path: Path, algorithm: str, recorded: str) -> str:
    if algorithm not in ALGORITHMS:
        return f"{algorithm}:{recorded} not computed, the algorithm is not known"
    seen = _digest(path, algorithm)
    return f"{algorithm}:{recorded} {'checked' if seen == recorded.lower() else f'differs: {seen}'}"


def _digest(path: Path, algorithm: str) -> str:
    hashed = ALGORITHMS[algorithm]()
    with path.open("rb") as stream:
        while chunk := stream.read(CHUNK):
            hashed.update(chunk)
    return hashed.hexdigest()
