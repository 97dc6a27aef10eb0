"""All decisions of a case, kept in memory and read on from the ledger: others may append to it at any time."""

from collections import defaultdict
from threading import Lock

from sijill.language.folding import fold
from sijill.model.decision import Decision
from sijill.store.ledger import Ledger

Matter = tuple[str, tuple[str, ...]]
NAMES = ("place", "party", "source")
TAKEN_BACK = "null"


def matter(kind: str, about: tuple[str, ...]) -> Matter:
    """What a decision is on, so that two spellings of one name are one matter."""
    if kind in NAMES and len(about) == 1:
        return kind, (fold(about[0]),)
    return kind, about


class Journal:
    """The decisions in order, by matter and by what they are about."""

    def __init__(self, ledger: Ledger) -> None:
        self._ledger, self._lock = ledger, Lock()
        self.all: list[Decision] = []
        self._last: dict[Matter, Decision] = {}
        self._exactly: dict[Matter, Decision] = {}
        self._about: dict[str, list[Decision]] = defaultdict(list)
        self._of_kind: dict[str, dict[tuple[str, ...], Decision]] = defaultdict(dict)

    def read_on(self) -> None:
        """Take in what was appended since, by whomever."""
        with self._lock:
            for each in self._ledger.decisions(after=len(self.all)):
                self.all.append(each)
                self._last[matter(each.kind, each.about)] = each
                self._exactly[each.kind, each.about] = each
                self._of_kind[each.kind][each.about] = each
                for about in each.about:
                    self._about[about].append(each)

    def last(self, kind: str, about: tuple[str, ...]) -> Decision | None:
        """The decision in force on a matter, also one that took everything back."""
        return self._exactly.get((kind, about))

    def settled(self, kind: str, about: tuple[str, ...]) -> Decision | None:
        """The decision in force on a matter, a name in any spelling; None if it was taken back."""
        found = self._last.get(matter(kind, about))
        return None if found is None or found.value == TAKEN_BACK else found

    def on(self, *ids: str) -> list[Decision]:
        """Everything decided about any of these, in order."""
        found = {each.id: each for id_ in ids for each in self._about.get(id_, ())}
        if len(ids) < 2:
            return list(found.values())
        return [each for each in self.all if each.id in found]

    def in_force(self, kind: str) -> dict[tuple[str, ...], Decision]:
        """The decision on each matter of a kind, without what was taken back."""
        return {about: each for about, each in self._of_kind[kind].items() if each.value != TAKEN_BACK}
