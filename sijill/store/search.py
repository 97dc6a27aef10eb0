"""Full-text search in memory: SQLite FTS5 over words that are folded before they come in, the same for every script.

Nothing of it rests on a disk, so nothing of a case is there twice. FTS5 knows no Arabic: harakat, forms of alef and ya,
digits and prefixed particles are taken off by `folded` and `terms`, which the caller brings.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from itertools import islice
from threading import Lock

import sqlcipher3

MOST, BATCH = 5000, 1000


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One thing that can be found. kind: document | claim | event | person | place ..."""

    id: str
    kind: str
    text: str


class SearchIndex:
    """Entries by their folded words. Safe to be read and written by several threads."""

    def __init__(self, folded: Callable[[str], str], terms: Callable[[str], list[tuple[str, ...]]]) -> None:
        self._folded, self._terms, self._lock = folded, terms, Lock()
        self._db = sqlcipher3.connect(":memory:", isolation_level=None, check_same_thread=False)
        self._db.execute(
            "CREATE VIRTUAL TABLE words USING fts5(id UNINDEXED, kind UNINDEXED, text, tokenize='unicode61')"
        )
        self._known: set[str] = set()

    def add(self, entries: Iterable[Entry]) -> None:
        """Take in what is not there yet."""
        waiting = (each for each in entries if each.id not in self._known)
        while rows := [(each.id, each.kind, self._folded(each.text)) for each in islice(waiting, BATCH)]:
            with self._lock:
                self._db.execute("BEGIN")
                self._db.executemany("INSERT INTO words VALUES (?, ?, ?)", rows)
                self._db.execute("COMMIT")
            self._known.update(row[0] for row in rows)

    def replace(self, kind: str, entries: Iterable[Entry]) -> None:
        """All entries of a kind anew."""
        with self._lock:
            gone = [row[0] for row in self._db.execute("SELECT id FROM words WHERE kind = ?", (kind,))]
            self._db.execute("DELETE FROM words WHERE kind = ?", (kind,))
        self._known.difference_update(gone)
        self.add(entries)

    def find(self, words: str, kind: str, *, most: int = MOST) -> list[str]:
        """Ids of the entries that hold all the words, each also as the beginning of a longer one; the best first."""
        terms = self._terms(words)
        if not terms:
            return []
        query = " AND ".join("(" + " OR ".join(f'"{form}"*' for form in forms) + ")" for forms in terms)
        with self._lock:
            rows = self._db.execute(
                "SELECT id FROM words WHERE words MATCH ? AND kind = ? ORDER BY rank LIMIT ?", (query, kind, most)
            ).fetchall()
        return [row[0] for row in rows]
