"""Full-text search in memory: SQLite FTS5 over words that are folded before they come in, the same for every script.

Nothing of it rests on a disk, so nothing of a case is there twice. FTS5 knows no Arabic: harakat, forms of alef and ya,
digits and prefixed particles are taken off by `folded` and `terms`, which the caller brings.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import islice
from threading import Lock

import sqlcipher3

BATCH = 1000


@dataclass(frozen=True, slots=True)
class Found:
    """What a query finds; an id is looked up when it is asked for, so that the first few of many cost little."""

    rows: Sequence[tuple[int]]
    ids: Sequence[str]

    def __iter__(self) -> Iterator[str]:
        return (self.ids[row] for (row,) in self.rows)

    def __len__(self) -> int:
        return len(self.rows)


class SearchIndex:
    """Entries by their folded words, a table for each kind. Safe to be read and written by several threads."""

    def __init__(self, folded: Callable[[str], str], terms: Callable[[str], list[tuple[str, ...]]]) -> None:
        self._folded, self._terms, self._lock = folded, terms, Lock()
        self._db = sqlcipher3.connect(":memory:", isolation_level=None, check_same_thread=False)
        self._ids: dict[str, dict[str, None]] = {}
        self._listed: dict[str, list[str]] = {}

    def add(self, kind: str, entries: Iterable[tuple[str, str]]) -> None:
        """Take in what is not there yet: an id, and the text that it is found by."""
        with self._lock:
            if kind not in self._ids:
                self._begin(kind)
        known, listed = self._ids[kind], self._listed[kind]
        waiting = ((id_, text) for id_, text in entries if id_ not in known)
        while some := [(id_, self._folded(text)) for id_, text in islice(waiting, BATCH)]:
            with self._lock:
                rows = [(len(listed) + at, text) for at, (_, text) in enumerate(some)]
                self._db.execute("BEGIN")
                self._db.executemany(f"INSERT INTO {kind} (rowid, text) VALUES (?, ?)", rows)  # noqa: S608
                self._db.execute("COMMIT")
                known.update((id_, None) for id_, _ in some)
                listed.extend(id_ for id_, _ in some)

    def replace(self, kind: str, entries: Iterable[tuple[str, str]]) -> None:
        """All entries of a kind anew."""
        with self._lock:
            self._begin(kind)
        self.add(kind, entries)

    def find(self, words: str, kind: str) -> "Found":
        """Ids of the entries that hold all the words, each also as the beginning of a longer one, in their order."""
        terms = self._terms(words)
        if not terms or kind not in self._ids:
            return Found(rows=(), ids=())
        query = " AND ".join("(" + " OR ".join(f'"{form}"*' for form in forms) + ")" for forms in terms)
        with self._lock:
            rows = self._db.execute(f"SELECT rowid FROM {kind} WHERE {kind} MATCH ?", (query,)).fetchall()  # noqa: S608
            return Found(rows=rows, ids=self._listed[kind])

    def _begin(self, kind: str) -> None:
        if not kind.isalpha():
            raise ValueError(kind)
        self._db.execute(f"DROP TABLE IF EXISTS {kind}")
        self._db.execute(
            f"CREATE VIRTUAL TABLE {kind} USING fts5(text, content='', prefix='2 3', tokenize='unicode61')"
        )
        self._ids[kind], self._listed[kind] = {}, []
