"""Taking files into a case: the original into the vault, then what was read from it into the ledger.

A file that cannot be used stops nothing: its outcome says why, its original is kept, and the rest goes on.
"""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import islice
from pathlib import Path

from sijill.capture.found import Found, Told
from sijill.capture.read import read
from sijill.capture.walk import LeftOut, Spotted, walk
from sijill.errors import SijillError
from sijill.model.document import DocumentId, Quarantined, State
from sijill.store.ledger import Ledger
from sijill.store.vault import Vault

FILES = 64
ROWS = 500
MEANS = "sijill add"


@dataclass(slots=True)
class Outcome:
    """What became of one file [documents, or rows of a table].

    quarantined   rows that could not be accepted, by reason      states   documents without a text, by state
    refused       why nothing of it was captured, in one sentence
    """

    name: str
    accepted: int = 0
    known: int = 0
    quarantined: Counter[str] = field(default_factory=Counter)
    states: Counter[State] = field(default_factory=Counter)
    doubts: Counter[str] = field(default_factory=Counter)
    refused: str | None = None

    @property
    def usable(self) -> bool:
        """Did a document with a text come of it, now or before?"""
        return self.accepted + self.known > 0


def take_in(
    roots: Iterable[Path], ledger: Ledger, vault: Vault, told: Told, *, by: str, progress: Callable[[str], None]
) -> Iterator[Outcome]:
    """One outcome a file, in the order of the paths and of the names in them.

    by         the account that adds         progress   called with the name of each file
    """
    known = {each.id for each in ledger.documents() if each.state is State.OK}
    found = iter(_spotted(roots))
    while group := list(islice(found, FILES)):
        files = [each for each in group if isinstance(each, Spotted)]
        digests = dict(zip((each.path for each in files), vault.put_many(each.path for each in files), strict=True))
        for each in group:
            if isinstance(each, Outcome):
                yield each
                continue
            progress(each.name)
            yield _one(vault.path(digests[each.path]), each.name, ledger, told, known=known, by=by)


def _spotted(roots: Iterable[Path]) -> Iterator[Spotted | Outcome]:
    for root in roots:
        try:
            for each in walk(root):
                if isinstance(each, LeftOut):
                    yield Outcome(name=each.name, refused=f"left out: {each.reason}")
                else:
                    yield each
        except SijillError as refusal:
            yield Outcome(name=str(root), refused=str(refusal))


def _one(original: Path, name: str, ledger: Ledger, told: Told, *, known: set[DocumentId], by: str) -> Outcome:
    outcome = Outcome(name=name)
    rows = read(
        original,
        captured=told.captured,
        name=name,
        mapping=told.mapping,
        source=told.source,
        published=told.published,
        encoding=told.encoding,
    )
    try:
        while batch := list(islice(rows, ROWS)):
            _record(batch, outcome, ledger, known=known, by=by)
    except SijillError as refusal:
        outcome.refused = str(refusal)
    return outcome


def _record(
    batch: Sequence[Found | Quarantined], outcome: Outcome, ledger: Ledger, *, known: set[DocumentId], by: str
) -> None:
    found = [each for each in batch if isinstance(each, Found)]
    bad = [each for each in batch if isinstance(each, Quarantined)]
    doubts = [doubt for each in found for doubt in each.doubts]
    ledger.capture([(each.document, each.text) for each in found], bad, by=by, means=MEANS, doubts=doubts)
    outcome.quarantined.update(each.reason for each in bad)
    outcome.doubts.update(each.question.code for each in doubts)
    for each in found:
        if each.text is None:
            outcome.states[each.document.state] += 1
        elif each.document.id in known:
            outcome.known += 1
        else:
            outcome.accepted += 1
            known.add(each.document.id)
