"""Which decided names a document was resolved with: those it asked for, found or not. Of a decision on a name only the
documents that asked for that name are resolved again.
"""

from collections.abc import Iterable, Iterator, Mapping
from typing import TypeVar

from sijill.resolve.knowledge import Settled

Id = TypeVar("Id", bound=str)
EVERY = "*"
"""Asked for by whoever goes through all names: stands for every decision of that kind."""


class Asked(Mapping[str, Id]):
    """A table of decided names that remembers what it was asked for, as "kind:name"."""

    def __init__(self, kind: str, decided: Mapping[str, Id]) -> None:
        self._kind, self._decided = kind, decided
        self.names: set[str] = set()

    def __getitem__(self, name: str) -> Id:
        self.names.add(f"{self._kind}:{name}")
        return self._decided[name]

    def __iter__(self) -> Iterator[str]:
        self.names.add(f"{self._kind}:{EVERY}")
        return iter(self._decided)

    def __len__(self) -> int:
        self.names.add(f"{self._kind}:{EVERY}")
        return len(self._decided)


def watched(settled: Settled) -> tuple[Settled, list[Asked[str]]]:
    """The decided names, and the tables in them that remember what was asked."""
    places, parties, sources = (
        Asked("place", settled.places), Asked("party", settled.parties), Asked("source", settled.sources)
    )  # fmt: skip
    return Settled(places=places, parties=parties, sources=sources), [places, parties, sources]  # type: ignore[list-item]


def answers_to(asked: Iterable[str], settled: Settled) -> list[tuple[str, str]]:
    """What is decided now on the names that were asked for, in their order; nothing of those without a decision."""
    tables: Mapping[str, Mapping[str, str]] = {
        "place": settled.places,
        "party": settled.parties,
        "source": settled.sources,
    }
    found: list[tuple[str, str]] = []
    for each in asked:
        kind, _, name = each.partition(":")
        if name == EVERY:
            found += [(f"{kind}:{known}", id_) for known, id_ in sorted(tables[kind].items())]
        elif name in tables[kind]:
            found.append((each, tables[kind][name]))
    return found
