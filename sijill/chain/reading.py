"""Reading documents: in blocks of the ledger's order, each document under the key of what it was read from and with.

A block is one table, "extract/00000" and so on. When a document is new or its key differs, that document is read again
and the rest of its block is taken over as it was.
"""

import gc
import os
import signal
from collections import deque
from collections.abc import Callable, Container, Iterable, Iterator, Mapping, Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from dataclasses import dataclass, replace
from functools import cache, cached_property
from itertools import islice
from multiprocessing import get_context

from sijill.chain.derived import DateOrder, Derived, ReadDocument
from sijill.chain.versions import digest, version_of
from sijill.extract.document import LANGUAGES, Extraction, extract
from sijill.language.vocabulary import Vocabulary
from sijill.model.document import Document, DocumentId, State, region_of
from sijill.store.ledger import Ledger

STEP, WRITTEN = "extract", "written"
BLOCK = 256
BATCH = 32
INLINE = 24
Progress = Callable[[str, int, int], None]
"""Called with the name of a step, how much of it is done, and how much there is."""


@dataclass(frozen=True, kw_only=True)
class Block:
    """Some documents in ledger order, read. Its rows are loaded when they are asked for."""

    name: str
    key: str
    keys: Mapping[DocumentId, str]
    derived: Derived

    @property
    def documents(self) -> tuple[DocumentId, ...]:
        return tuple(self.keys)

    @cached_property
    def rows(self) -> list[ReadDocument]:
        """One for each document."""
        return self.derived.load(ReadDocument, self.name) or []


@dataclass(frozen=True, slots=True, kw_only=True)
class Unread:
    """A document that waits to be read."""

    document: DocumentId
    text: str


class Reader:
    """Reads documents: few of them here, more in processes of their own. Results come in the order of the documents."""

    def __init__(self, vocabulary: Vocabulary, *, jobs: int | None, pending: int) -> None:
        self._vocabulary, self._jobs = vocabulary, max(1, jobs or os.cpu_count() or 1)
        self._inline = pending < INLINE or self._jobs == 1

    def read(self, unread: Iterator[Unread]) -> Iterator[Extraction]:
        """One extraction for each document. Only a few batches are in memory at a time, and the processes have ended
        when the last one is handed on.
        """
        if self._inline:
            for each in unread:
                yield extract(each.document, each.text, self._vocabulary)
            return
        waiting: deque[Future[list[Extraction]]] = deque()
        with ProcessPoolExecutor(
            self._jobs, mp_context=get_context("spawn"), initializer=_begin, initargs=(self._vocabulary,)
        ) as pool:
            while True:
                while len(waiting) < 2 * self._jobs and (batch := list(islice(unread, BATCH))):
                    waiting.append(pool.submit(_read_batch, batch))
                if len(waiting) < 2:
                    last = waiting.popleft().result() if waiting else []
                    break
                yield from waiting.popleft().result()
        yield from last


def read_documents(
    documents: Sequence[Document],
    ledger: Ledger,
    derived: Derived,
    vocabulary: Vocabulary,
    *,
    jobs: int | None,
    progress: Progress,
) -> tuple[list[Block], int]:
    """The blocks, and how many documents had to be read again. A document without a text has no row."""
    made_with = digest(version_of("extract", "language", "model"), vocabulary.digest)
    readable = [each.id for each in documents if each.state is State.OK]
    keys = {each: digest(each, made_with) for each in readable}
    starts = range(0, len(readable), BLOCK)
    blocks = [_block(derived, number, keys, readable[at : at + BLOCK]) for number, at in enumerate(starts)]
    stale = [block for block in blocks if not derived.fresh(block.key, block.name, written_in(block))]
    kept = {block.name: {row.key: row for row in block.rows} for block in stale}
    pending = [each for block in stale for each in block.documents if keys[each] not in kept[block.name]]
    results = Reader(vocabulary, jobs=jobs, pending=len(pending)).read(_unread(pending, ledger))
    done = 0
    for block in stale:
        rows = []
        for each in block.documents:
            row = kept[block.name].get(keys[each])
            if row is None:
                got = next(results)
                row = _row(each, keys[each], got, ledger)
                done += 1
                progress(STEP, done, len(pending))
            rows.append(row)
        derived.save(ReadDocument, block.name, block.key, rows)
        written = [DateOrder(document=row.document, order=row.order) for row in rows if row.order is not None]
        derived.save(DateOrder, written_in(block), block.key, written)
        kept.pop(block.name)
    derived.keep_only(STEP, (block.name for block in blocks))
    derived.keep_only(WRITTEN, (written_in(block) for block in blocks))
    return [replace(block) for block in blocks], len(pending)


def _row(document: DocumentId, key: str, got: Extraction, ledger: Ledger) -> ReadDocument:
    """What was read of a document; each claim with the page or row that its words stand in."""
    beside = ledger.particulars([document]).get(document) if got.claims else None
    regions = beside.regions if beside is not None else ()
    return ReadDocument(
        document=document,
        key=key,
        claims=tuple(replace(each, region=region_of(each.span, regions)) for each in got.claims),
        readings=got.readings,
        victims=got.victims,
        victim_readings=got.victim_readings,
        order=got.order,
    )


def written_in(block: Block) -> str:
    """The table of how the pages of a block write dates in figures: few rows, so that the claims are not loaded for
    them.
    """
    return f"{WRITTEN}/{block.name.rpartition('/')[2]}"


def unread(documents: Iterable[Document], read: Container[DocumentId]) -> frozenset[DocumentId]:
    """Documents that nothing was read of: without a text, or without a claim and in a language that is not read. What
    is unread looks like peace; so it is counted.

    read   documents that hold a claim, in whatever language they are
    """
    return frozenset(
        each.id
        for each in documents
        if each.state not in (State.OK, State.LIST, State.PLACES)
        or (each.state is State.OK and each.language not in LANGUAGES and each.id not in read)
    )


def _block(derived: Derived, number: int, keys: dict[DocumentId, str], documents: Sequence[DocumentId]) -> Block:
    own = {each: keys[each] for each in documents}
    return Block(name=f"{STEP}/{number:05}", key=digest(*own.values()), keys=own, derived=derived)


def _unread(documents: Sequence[DocumentId], ledger: Ledger) -> Iterator[Unread]:
    for at in range(0, len(documents), BATCH):
        for text in ledger.texts(documents[at : at + BATCH]).values():
            yield Unread(document=text.document, text=text.text)


_words: list[Vocabulary] = []  # of this process, set once when it begins


def _begin(vocabulary: Vocabulary) -> None:
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # an interruption is for the process that reads the results
    _words[:] = [vocabulary]


def _read_batch(batch: Iterable[Unread]) -> list[Extraction]:
    found = [extract(each.document, each.text, _words[0]) for each in batch]
    settle()
    return found


@cache
def settle() -> None:
    """Once, after the first texts: tables and names live as long as the process, and no collection of garbage looks
    through them again, which takes a tenth of the time of reading.
    """
    gc.collect()
    gc.freeze()
