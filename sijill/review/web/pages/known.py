"""What the case knows: places, parties and sources. A row is decided here and written into hand/."""

import json
from collections.abc import Mapping
from typing import Any

from starlette.responses import Response

from sijill.errors import SijillError
from sijill.model.exchange import from_plain, to_json
from sijill.model.party import Party
from sijill.model.place import Place
from sijill.model.source import Source, SpeakerKind
from sijill.review.decisions import Matter, decide
from sijill.review.web.maps import located
from sijill.review.web.page import acts, reads
from sijill.review.web.pages.history import changes
from sijill.review.web.visit import NotFound, Visit
from sijill.store.packs import PARTY_KINDS, PLACE_KINDS

Row = Place | Party | Source
AT_ONCE = 100
TEXTS = {"name": "name", "kind": "kind", "party": "party", "address": "address"}
LISTS = {"aliases": "aliases", "within": "within", "allies": "allies"}


class NotDegrees(SijillError):
    """A coordinate that is none."""

    def __init__(self, *, seen: str) -> None:
        super().__init__(f"{seen[:30]!r} is no coordinate: give degrees, such as 35.34")


class UnknownId(SijillError):
    """A row that names something nobody declared."""

    def __init__(self, *, seen: str) -> None:
        super().__init__(f"{seen[:60]!r} is no id that the case knows: make that row first, or leave it out")


def places(visit: Visit) -> Response:
    """Places that are spoken of here; or those that bear a name."""
    return _list(visit, "places", visit.view.places, used=set(visit.view.events_at))


def parties(visit: Visit) -> Response:
    """Every party."""
    return _list(visit, "parties", visit.view.parties, used=set(visit.view.parties))


def sources(visit: Visit) -> Response:
    """Every source, with its weight in this case; and names of sources that no table has."""
    return _list(visit, "sources", visit.view.sources, used=set(visit.view.sources))


def place(visit: Visit) -> Response:
    """One place: where it is, what happened there."""
    found = _row(visit, "place", visit.view.places)
    drawn = None
    if found.lat is not None and found.lon is not None:
        drawn = located([(found.lon, found.lat, found.name)], visit.desk.outlines, within=found.kind)
    return _one(visit, "place", found, map=drawn, events=visit.view.events_at.get(found.id, []), kinds=PLACE_KINDS)


def party(visit: Visit) -> Response:
    """One party: what is laid to it, in the same terms as to any other."""
    found = _row(visit, "party", visit.view.parties)
    return _one(visit, "party", found, events=visit.view.events_laid_to.get(found.id, []), kinds=PARTY_KINDS)


def source(visit: Visit) -> Response:
    """One source: its documents, and where it is heard."""
    found = _row(visit, "source", visit.view.sources)
    names = {found.name, *found.aliases}
    own = [each for each in visit.view.documents.values() if each.source in names]
    kinds = tuple(each.value for each in SpeakerKind)
    return _one(visit, "source", found, events=[], documents=own[:AT_ONCE], kinds=kinds)


def save(visit: Visit) -> Response:
    """Decide on a row, new or known, and write it into hand/."""
    kind, id_ = visit.id("kind"), visit.said("id")
    if kind not in KINDS or not id_:
        raise NotFound(seen=kind)
    visit.desk.before_hand()
    row = _made(visit, kind, id_)
    last = visit.desk.journal.last(kind, (id_,))
    seen = visit.said("seen") or None if "seen" in visit.form else last.id if last else None
    matter = Matter(kind=kind, about=(id_,), seen=seen)
    made = [decide(visit.desk.ledger, matter, to_json(row), author=visit.author, because=visit.said("because"))]
    name = visit.said("settles")
    if name:
        before = visit.desk.journal.last(kind, (name,))
        settles = Matter(kind=kind, about=(name,), seen=before.id if before else None)
        value = json.dumps(id_)
        made.append(decide(visit.desk.ledger, settles, value, author=visit.author, because=visit.said("because")))
    return visit.decided(made, visit.said("to") or f"/{PLURAL[kind]}/{id_}")


KINDS: Mapping[str, type[Row]] = {"place": Place, "party": Party, "source": Source}
PLURAL = {"place": "places", "party": "parties", "source": "sources"}


def new(visit: Visit) -> Response:
    """An empty row to fill, for a name that nobody knows."""
    kind = visit.id("kind")
    if kind not in KINDS:
        raise NotFound(seen=kind)
    kinds = {"place": PLACE_KINDS, "party": PARTY_KINDS, "source": tuple(each.value for each in SpeakerKind)}
    return visit.page("new.html", kind=kind, kinds=kinds[kind], name=visit.asked("name"), plural=PLURAL[kind])


def _made(visit: Visit, kind: str, id_: str) -> Row:
    """The row as it stands, with what the form says."""
    view = visit.view
    known: Mapping[str, Any] = {"place": view.places, "party": view.parties, "source": view.sources}[kind]
    before = known.get(id_)
    plain: dict[str, Any] = json.loads(to_json(before)) if before is not None else _empty(kind, id_)
    for field, name in TEXTS.items():
        if field in plain and field in visit.form:
            plain[field] = visit.said(name) or (None if field in ("party", "address") else plain[field])
    for field, name in LISTS.items():
        if field in plain and field in visit.form:
            plain[field] = [each.strip() for each in visit.said(name).split("|") if each.strip()]
    for field, most in (("lat", 90), ("lon", 180)):
        if field in plain and field in visit.form:
            plain[field] = _degrees(visit.said(field), most)
    plain["because"] = visit.said("because") or None
    _declared(visit, plain)
    made: Row = from_plain(KINDS[kind], plain)
    return made


def _declared(visit: Visit, plain: Mapping[str, Any]) -> None:
    """Ids that a row names must be there."""
    parties = [*(plain.get("allies") or ()), *([plain["party"]] if plain.get("party") else [])]
    wrong = [each for each in parties if each not in visit.view.parties]
    wrong += [each for each in plain.get("within") or () if each not in visit.view.places]
    if wrong:
        raise UnknownId(seen=wrong[0])


def _empty(kind: str, id_: str) -> dict[str, Any]:
    rows = {
        "place": Place(id=id_, name=id_, kind="settlement"),  # type: ignore[arg-type]
        "party": Party(id=id_, name=id_),  # type: ignore[arg-type]
        "source": Source(id=id_, name=id_),  # type: ignore[arg-type]
    }
    plain: dict[str, Any] = json.loads(to_json(rows[kind]))
    return plain


def _degrees(typed: str, most: int) -> float | None:
    if not typed:
        return None
    try:
        value = float(typed.replace("٫", "."))
    except ValueError as fault:
        raise NotDegrees(seen=typed) from fault
    if not -most <= value <= most:
        raise NotDegrees(seen=typed)
    return round(value, 5)


def _list(visit: Visit, plural: str, rows: Mapping[str, Any], *, used: set[str]) -> Response:
    name = visit.asked("name").casefold()
    if name:
        found = [each for each in rows.values() if any(name in n.casefold() for n in (each.name, *each.aliases))]
    else:
        found = [each for id_, each in rows.items() if id_ in used]
    ordered = sorted(found, key=lambda each: (-_weight(visit, plural, each.id), each.name))
    unknown = [each for each in visit.view.doubts if each.question.code in UNKNOWN[plural]]
    return visit.page(
        f"{plural}.html",
        rows=[(each, _weight(visit, plural, each.id)) for each in ordered[:AT_ONCE]],
        number=len(found),
        name=visit.asked("name"),
        unknown=unknown[:AT_ONCE],
    )


UNKNOWN = {
    "places": ("unknown_place", "which_place"),
    "parties": ("which_party", "unknown_party"),
    "sources": ("unknown_source",),
}


def _weight(visit: Visit, plural: str, id_: str) -> int:
    view = visit.view
    if plural == "sources":
        return view.claims_by.get(id_, 0)
    return len((view.events_at if plural == "places" else view.events_laid_to).get(id_, ()))


def _row(visit: Visit, kind: str, rows: Mapping[str, Any]) -> Any:
    found = rows.get(visit.id())
    if found is None:
        raise NotFound(seen=visit.id())
    return found


def _one(visit: Visit, kind: str, row: Any, **more: Any) -> Response:
    last = visit.desk.journal.last(kind, (row.id,))
    told = [each for each in visit.desk.journal.on(row.id) if each.kind == kind]
    values = {"map": None, "documents": [], **more}
    return visit.page(
        "known.html",
        kind=kind,
        plural=PLURAL[kind],
        row=row,
        seen=last.id if last else "",
        history=changes(visit, told),
        weight=_weight(visit, PLURAL[kind], row.id),
        **values,
    )


PAGES = (
    reads("/places", places),
    reads("/parties", parties),
    reads("/sources", sources),
    reads("/places/{id:path}", place),
    reads("/parties/{id:path}", party),
    reads("/sources/{id:path}", source),
    reads("/new/{kind}", new),
    acts("/known/{kind}", save),
)
