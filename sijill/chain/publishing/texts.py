"""Texts of documents as pages ask for them: mostly in the order of the ledger, so several are read at once."""

from collections.abc import Sequence

from sijill.model.document import DocumentId
from sijill.store.ledger import Ledger

AHEAD = 64
"""Texts that are read at once where they are asked for one after the other."""
KEPT = 512
"""Texts that are kept in memory: a page of an event reads from several documents."""


class Texts:
    """The text of a document, None where it has none; the last ones are kept, however many there are."""

    def __init__(self, ledger: Ledger, documents: Sequence[DocumentId]) -> None:
        self._ledger, self._order = ledger, documents
        self._at = {each: number for number, each in enumerate(documents)}
        self._kept: dict[DocumentId, str | None] = {}
        self._next = 0

    def __call__(self, document: DocumentId) -> str | None:
        if document not in self._kept:
            self._read(document)
        return self._kept[document]

    def _read(self, document: DocumentId) -> None:
        at = self._at.get(document)
        in_order = at is not None and 0 <= at - self._next < AHEAD
        wanted = self._order[at : at + AHEAD] if in_order and at is not None else (document,)
        if at is not None:
            self._next = at + len(wanted)
        if len(self._kept) + len(wanted) > KEPT:
            self._kept.clear()
        found = self._ledger.texts(list(wanted))
        self._kept |= {each: found[each].text if each in found else None for each in wanted}
