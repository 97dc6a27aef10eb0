"""The page of one document: its words with every claim lit, its original beside it, and claims that reading missed."""

import json
from typing import Any

from starlette.responses import Response

from sijill.errors import SijillError
from sijill.model.claim import Act, Claim, ClaimId, Directness, Harm, Stance, Status, Victims, identified
from sijill.model.exchange import to_plain
from sijill.model.party import Actor
from sijill.model.place import PlaceId, PlacePrecision, Where
from sijill.model.toll import Extent, Hedge, Toll
from sijill.model.when import Period
from sijill.review.accounts import Permission
from sijill.review.decisions import Matter, add_missed, correct, decide
from sijill.review.typed import day, whole
from sijill.review.web.page import acts, reads
from sijill.review.web.pages.history import changes
from sijill.review.web.pages.original import PAGED, RECORDINGS, pages_by_claim
from sijill.review.web.pages.queue import NoDay, period_of
from sijill.review.web.showing import Lit, lit
from sijill.review.web.visit import NotFound, Visit

EXTRACTOR = "review@1"
HEDGED_LOW = (Hedge.EXACT, Hedge.AT_LEAST, Hedge.MORE_THAN)
HEDGED_HIGH = (Hedge.EXACT, Hedge.UP_TO, Hedge.LESS_THAN)


class NoSuchWords(SijillError):
    """A claim on words that do not stand there."""

    def __init__(self, *, start: str, end: str) -> None:
        super().__init__(f"no words of this document stand from {start[:12]!r} to {end[:12]!r}: mark them again")


class NoNumber(SijillError):
    """Something typed for a number that is none."""

    def __init__(self, *, seen: str) -> None:
        super().__init__(f"{seen[:40]!r} is no number of people: write digits, such as 85")


def show(visit: Visit) -> Response:
    """The words, the claims beside them, and what can be done."""
    view, document = visit.view, _document(visit)
    text = view.text(document)
    claims = view.claims_of.get(document, [])
    proven = [each for each in claims if text is not None and text[each.span[0] : each.span[1]] == each.quote]
    marks = [Lit(number=at, claim=each.id, span=each.span) for at, each in enumerate(proven, start=1)]
    told = view.documents[document]
    pages = pages_by_claim(visit, document) if told.media_type in PAGED else {}
    journal = visit.desk.journal
    return visit.page(
        "document.html",
        document=told,
        text=None if text is None else lit(text, marks),
        claims=list(zip(visit.showing.all(each.id for each in proven), range(1, len(proven) + 1), strict=True)),
        misquoted=len(claims) - len(proven),
        copies=[each for each in view.copies_of.get(told.origin or "", []) if each.id != document],
        doubts=view.doubts_about.get(document, []),
        persons=view.persons_in.get(document, []),
        history=changes(visit, journal.on(document)),
        original=next(iter(pages.values()), 1) if told.media_type in PAGED else None,
        page_by_claim=pages,
        recording=told.media_type.partition("/")[0] if told.media_type in RECORDINGS else "",
        sensitive=journal.settled("sensitive", (document,)),
        restriction=journal.settled("restriction", (document,)),
        restricted_to=_restricted_to(visit, document),
        seen={kind: _seen(visit, kind, (document,)) for kind in ("sensitive", "restriction", "date")},
        accounts=visit.desk.aliases(),
        acts=list(Act),
        harms=list(Harm),
        stances=list(Stance),
        hedges=list(Hedge),
        edit=visit.asked("edit"),
        field_seen=_fields_seen(visit),
    )


def missed(visit: Visit) -> Response:
    """A claim on the words that were marked."""
    document = _document(visit)
    text = visit.view.text(document) or ""
    start, end = visit.said("start"), visit.said("end")
    begins, ends = whole(start), whole(end)
    if begins is None or ends is None or not begins < ends <= len(text):
        raise NoSuchWords(start=start, end=end)
    span = (begins, ends)
    claim = identified(_claim(visit, document, span, text[span[0] : span[1]]))
    about = (document, f"{span[0]}-{span[1]}", claim.harm.value)
    last = visit.desk.journal.last("missed", about)
    made = add_missed(
        visit.desk.ledger, claim, author=visit.author, because=visit.said("because"), seen=last.id if last else None
    )
    return visit.decided([made], f"/documents/{document}")


def change(visit: Visit) -> Response:
    """One field of a claim, answered. The claim stays as it was read."""
    claim = visit.view.claims.get(visit.id())
    if claim is None:
        raise NotFound(seen=visit.id())
    field = visit.said("field")
    made = correct(
        visit.desk.ledger,
        visit.desk.journal,
        claim,
        field,
        _value(visit, claim, field),
        author=visit.author,
        because=visit.said("because"),
        seen=visit.said("seen") or None,
    )
    return visit.decided([made], visit.said("to") or f"/documents/{claim.document}?edit={claim.id}#{claim.id}")


def date(visit: Visit) -> Response:
    """When it was published."""
    document, iso = _document(visit), day(visit.said("published"))
    if iso is None:
        raise NoDay(seen=visit.said("published"))
    return _decided(visit, "date", document, json.dumps(iso))


def sensitive(visit: Visit) -> Response:
    """Graphic or otherwise hard to read: behind a click from here on; or no longer."""
    return _decided(visit, "sensitive", _document(visit), "true" if visit.said("mark") else "null")


def restrict(visit: Visit) -> Response:
    """Who may open it. Everybody else does not see that it is there."""
    document = _document(visit)
    open_to = sorted(each for each in visit.desk.aliases() if f"account-{each}" in visit.form)
    value = json.dumps({"open_to": open_to}) if visit.said("restrict") else "null"
    return _decided(visit, "restriction", document, value)


def _decided(visit: Visit, kind: str, document: str, value: str) -> Response:
    matter = Matter(kind=kind, about=(document,), seen=visit.said("seen") or None)
    made = decide(visit.desk.ledger, matter, value, author=visit.author, because=visit.said("because"))
    return visit.decided([made], f"/documents/{document}")


def _document(visit: Visit) -> str:
    if visit.id() not in visit.view.documents:
        raise NotFound(seen=visit.id())
    return visit.id()


def _restricted_to(visit: Visit, document: str) -> list[str]:
    told = visit.desk.journal.settled("restriction", (document,))
    return json.loads(told.value)["open_to"] if told is not None else []


def _fields_seen(visit: Visit) -> dict[str, str]:
    """The last decision on each field of the claim that is being edited."""
    edit = visit.asked("edit")
    fields = ("toll", "harm", "act", "stance", "when", "where", "actors", "victims", "withdrawn")
    return {field: _seen(visit, "claim", (edit, field)) for field in fields}


def _seen(visit: Visit, kind: str, about: tuple[str, ...]) -> str:
    last = visit.desk.journal.last(kind, about)
    return last.id if last is not None else ""


def _claim(visit: Visit, document: str, span: tuple[int, int], quote: str) -> Claim:
    when = day(visit.said("when")) if visit.said("when") else None
    if visit.said("when") and when is None:
        raise NoDay(seen=visit.said("when"))
    return Claim(
        id=ClaimId(""),
        document=visit.view.documents[document].id,
        span=span,
        quote=quote,
        act=visit.choice(Act, "act", "other"),
        harm=visit.choice(Harm, "harm", "none"),
        stance=visit.choice(Stance, "stance", "asserts"),
        directness=Directness.DIRECT,
        actors=(Actor(name=visit.said("actor")),) if visit.said("actor") else (),
        toll=_toll(visit, quote),
        when=Period() if when is None else period_of(when),
        where=Where(text=visit.said("where") or None),
        extractor=EXTRACTOR,
    )


def _toll(visit: Visit, words: str) -> Toll | None:
    """The number as typed, with the bounds that its hedge gives it."""
    number, high = _number(visit.said("number")), _number(visit.said("high"))
    hedge = visit.choice(Hedge, "hedge", "exact")
    if number is None and hedge is not Hedge.VAGUE:
        return None
    between = hedge is Hedge.BETWEEN
    return Toll(
        number=None if between else number,
        low=number if between or hedge in HEDGED_LOW else None,
        high=high if between else number if hedge in HEDGED_HIGH else None,
        text=visit.said("words") or words[:200],
        hedge=hedge,
        extent=Extent.PART if visit.said("part") else Extent.WHOLE,
        cumulative=bool(visit.said("cumulative")),
    )


def _number(typed: str) -> int | None:
    if not typed:
        return None
    number = whole(typed)
    if number is None:
        raise NoNumber(seen=typed)
    return number


def _value(visit: Visit, claim: Claim, field: str) -> Any:
    """What was chosen or typed for a field, in the form in which the record has it."""
    typed = visit.said("value")
    if field == "toll":
        toll = _toll(visit, claim.toll.text if claim.toll else claim.quote)
        return None if toll is None else to_plain(toll)
    if field == "when":
        iso = day(typed)
        if iso is None:
            raise NoDay(seen=typed)
        period = period_of(iso)
        return {**to_plain(period), "text": claim.when.text}
    if field == "where":
        return to_plain(_where(visit, claim, typed))
    if field == "actors":
        named = [each.strip() for each in typed.split("|") if each.strip()]
        return [to_plain(_actor(visit, each)) for each in named]
    if field == "victims":
        before = claim.victims or Victims(text=claim.quote)
        return {**to_plain(before), "status": visit.choice(Status, "value").value, "inferred": False}
    return typed == "true" if field == "withdrawn" else typed


def _where(visit: Visit, claim: Claim, typed: str) -> Where:
    place = visit.view.places.get(typed)
    if place is None:
        named = [each for each in visit.view.places.values() if typed.casefold() in _names(each)]
        place = named[0] if len(named) == 1 else None
    if place is None:
        raise NotFound(seen=typed)
    known = {each.value for each in PlacePrecision}
    precision = PlacePrecision(place.kind) if place.kind in known else PlacePrecision.UNKNOWN
    return Where(text=claim.where.text, place=PlaceId(place.id), lat=place.lat, lon=place.lon, precision=precision)


def _actor(visit: Visit, typed: str) -> Actor:
    named = [each for each in visit.view.parties.values() if typed.casefold() in _names(each)]
    return Actor(name=typed, party=named[0].id if len(named) == 1 else None)


def _names(known: Any) -> set[str]:
    return {str(known.id).casefold(), known.name.casefold(), *(each.casefold() for each in known.aliases)}


PAGES = (
    reads("/documents/{id}", show),
    acts("/documents/{id}/missed", missed),
    acts("/documents/{id}/date", date),
    acts("/documents/{id}/sensitive", sensitive),
    acts("/documents/{id}/restrict", restrict, Permission.ADMINISTER),
    acts("/claims/{id}/correct", change),
)
