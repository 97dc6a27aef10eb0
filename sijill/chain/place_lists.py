"""Taking a list of places into a case, and the places that its lists amount to.

A list is a decision of the kind `places`: which file, in which form, on what terms. What its rows say is read from the
original in the vault and rests under derived/known/, so it is computed and never the record. A newer file under the
same name takes the place of the one before; `null` takes the list out.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from hashlib import file_digest
from pathlib import Path

from sijill.capture.gazetteers.listed import ReadPlaces
from sijill.capture.gazetteers.reading import read_places
from sijill.capture.walk import printable
from sijill.chain.derived import Derived
from sijill.chain.versions import digest, version_of
from sijill.errors import SijillError
from sijill.model.decision import Decision, DecisionId
from sijill.model.document import Digest, Document, State, document_id
from sijill.model.exchange import from_json, to_json
from sijill.model.place import Place, PlaceList
from sijill.store.ledger import Ledger
from sijill.store.vault import Vault

KIND = "places"
MEANS = "sijill places"
WITHDRAWN = "null"
RESTING = "known"
"""Under which what was read of a list rests; no step removes it."""


class NoSuchPlaceList(SijillError):
    """The name of a list that the case does not have."""

    def __init__(self, *, name: str, known: Sequence[str]) -> None:
        there = f"it has {', '.join(known)}" if known else "it has none"
        super().__init__(f"no list of places is called {name[:60]!r} in this case; {there}")


@dataclass(frozen=True, slots=True, kw_only=True)
class OfferedPlaces:
    """A list that was read and is not taken yet. before: the one that stands under its name."""

    path: Path
    list: PlaceList
    read: ReadPlaces
    before: PlaceList | None

    @property
    def known(self) -> bool:
        """Whether this very file is already taken on these terms."""
        return self.before == self.list


def offered(
    path: Path,
    ledger: Ledger,
    *,
    name: str,
    source: str,
    licence: str,
    mapping: str | None = None,
    country: str | None = None,
    encoding: str | None = None,
) -> OfferedPlaces:
    """Read a file as a list of places. Nothing is changed. Raises what read_places raises."""
    file = printable(path.name)
    read = read_places(path, file, list_=name, mapping=mapping, country=country, encoding=encoding)
    with path.open("rb") as stream:
        digest = Digest(file_digest(stream, "sha256").hexdigest())
    found = PlaceList(
        name=name,
        document=document_id(digest, ""),
        digest=digest,
        file=file,
        form=read.form,
        map=read.map,
        country=country,
        encoding=encoding,
        source=source,
        licence=licence,
        rows=read.rows,
        accepted=read.accepted,
        left_out=sum(read.left_out.values()),
        refused=len(read.refused),
    )
    standing = {each.name: each for each in place_lists(ledger.decisions(KIND))}
    return OfferedPlaces(path=path, list=found, read=read, before=standing.get(name))


def take(offer: OfferedPlaces, ledger: Ledger, vault: Vault, *, by: str, at: str, id_: str) -> None:
    """The original into the vault and into the record, then the decision. Refused rows are counted and no backlog:
    they are no reports."""
    if offer.known:
        return
    vault.put_many([offer.path])
    taken = offer.list
    document = Document(
        id=taken.document,
        name=taken.file,
        digest=taken.digest,
        media_type="application/octet-stream",
        source=taken.source,
        captured=at,
        state=State.PLACES,
    )
    ledger.capture([(document, None)], [], by=by, means=MEANS)
    because = f"places of {taken.source}; licence: {taken.licence}"
    _decide(ledger, taken.name, to_json(taken), because=because, by=by, at=at, id_=id_)


def withdraw(ledger: Ledger, name: str, *, because: str, by: str, at: str, id_: str) -> None:
    """Take a list out; its file stays in the vault. Raises NoSuchPlaceList."""
    known = [each.name for each in place_lists(ledger.decisions(KIND))]
    if name not in known:
        raise NoSuchPlaceList(name=name, known=known)
    _decide(ledger, name, WITHDRAWN, because=because, by=by, at=at, id_=id_)


def _decide(ledger: Ledger, name: str, value: str, *, because: str, by: str, at: str, id_: str) -> None:
    last = next((each for each in reversed(ledger.decisions(KIND)) if each.about == (name,)), None)
    made = Decision(id=DecisionId(id_), kind=KIND, about=(name,), value=value, by=by, at=at, because=because)
    ledger.decide(made, seen=last.id if last else None)


def place_lists(decisions: Iterable[Decision]) -> list[PlaceList]:
    """The lists that stand, in the order in which they first came."""
    last = {each.about: each.value for each in decisions if each.kind == KIND}
    return [from_json(PlaceList, value) for value in last.values() if value != WITHDRAWN]


def places_of(lists: Iterable[PlaceList], vault: Vault, derived: Derived) -> list[Sequence[Place]]:
    """What each list holds: as it rests since it was last read, else from its original."""
    return [_resting(each, vault, derived) for each in lists]


def _resting(list_: PlaceList, vault: Vault, derived: Derived) -> Sequence[Place]:
    """Under the key of the file, of how it is read, and of what reads it."""
    key = digest(to_json(list_), version_of("capture/gazetteers", "capture/tables", "language", "model"))
    name = f"{RESTING}/{list_.digest[:20]}"
    resting = derived.load(Place, name) if derived.fresh(key, name) else None
    if resting is not None:
        return resting
    with vault.lent(list_.digest) as path:
        read = read_places(
            path,
            list_.file,
            list_=list_.name,
            mapping=list_.map or None,
            country=list_.country,
            encoding=list_.encoding,
        )
    derived.save(Place, name, key, read.places)
    return read.places
