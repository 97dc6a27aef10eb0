"""What each field that may only travel coarse becomes: one row a field. A noun without its rows here does not leave."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from sijill.model.beside.pattern import Pattern
from sijill.model.beside.series import Series
from sijill.model.claim import Claim, Victims
from sijill.model.decision import Reason, Value
from sijill.model.document import Custody, Document
from sijill.model.estimate import KIND, Estimate, Overlap
from sijill.model.event import Event, Situation
from sijill.model.finding import (
    Attribution,
    CasualtyRange,
    Contradiction,
    Denial,
    Finding,
    LeftOut,
    Position,
    Stated,
    TollAt,
    Total,
)
from sijill.model.party import Actor
from sijill.model.person import FateAt, Name, Person
from sijill.model.place import Place, Where
from sijill.model.source import Source, Speaker
from sijill.model.toll import Toll
from sijill.model.when import Period
from sijill.publish import figures, words
from sijill.publish.release.coarsen import coarse_age, coarse_day, coarse_period, coarse_place
from sijill.publish.release.desk import Desk
from sijill.publish.release.ids import keyed_inside
from sijill.publish.release.unnamed import ACTOR, LIST, NOT_PUBLIC, WITHHELD, voice
from sijill.publish.release.walk import WHOLE, Coarsener, let_through

Rules = Mapping[tuple[type[Any], str], Coarsener]


def table(desk: Desk) -> Rules:
    """The rules of one release."""
    by_quoted = {quoted: of_claims(desk, quoted=quoted) for quoted in (True, False)}
    rules: dict[tuple[type[Any], str], Coarsener] = {
        (Where, WHOLE): lambda where, _: _place(where, desk),
        (Period, WHOLE): lambda when, _: _period(when, desk),
        (Claim, WHOLE): lambda claim, _: let_through(claim, by_quoted[desk.quoted(claim)]),
        (Place, WHOLE): lambda place, _: let_through(place, {}),
        (Reason, "values"): lambda values, _: {name: _value(each, desk) for name, each in values.items()},
        **_of_documents(desk),
        **_of_events(desk),
        **_of_what_is_beside(desk),
        **_of_findings(desk),
        **_of_persons(desk),
        (CasualtyRange, "by_group"): lambda groups, _: {
            name: let_through(each, rules) for name, each in groups.items() if _party(name, desk) == name
        },
    }
    return rules


def _of_documents(desk: Desk) -> Rules:
    return {
        (Document, "id"): _key(desk),
        (Document, "title"): lambda title, document: _title(title, document, desk),
        (Document, "source"): lambda source, document: _source(source, document, desk),
        (Document, "published"): _day(desk),
        (Document, "captured"): lambda captured, _: captured[:10],
        (Document, "origin"): lambda origin, _: None if origin is None else desk.origin(origin),
        (Custody, "document"): _key(desk),
        (Custody, "at"): lambda at, _: at[:10],
        (Source, "id"): lambda source, _: source if desk.public.source(source) else desk.key_of(source),
        (Source, "name"): lambda name, source: (
            name if desk.public.source(source.id) else desk.private_name(source.id, words.FORM_OF_SPEAKER[source.kind])
        ),
    }


def _of_events(desk: Desk) -> Rules:
    return {
        (Event, "id"): _key(desk),
        (Event, "claims"): _keys(desk),
        (Event, "beside"): _keys(desk),
        (Event, "within"): _key(desk),
        (Event, "merged"): _keys(desk),
        (Event, "may_repeat"): _keys(desk),
        (Situation, "id"): _key(desk),
        (Situation, "claims"): _keys(desk),
    }


def _of_what_is_beside(desk: Desk) -> Rules:
    return {
        (Series, "id"): _key(desk),
        (Series, "issuer"): lambda issuer, _: desk.origin(issuer),
        (Series, "scope"): lambda _, series: _scope(series, desk),
        (Series, "as_of"): _day(desk),
        (Series, "documents"): _keys(desk),
        (Series, "inside"): _keys(desk),
        (Series, "perhaps"): _keys(desk),
        (Pattern, "id"): _key(desk),
        (Pattern, "party"): lambda party, _: _party(party, desk),
        (Pattern, "place"): lambda place, _: place,
        (Pattern, "events"): _keys(desk),
        (Pattern, "claims"): _keys(desk),
    }


def _scope(series: Series, desk: Desk) -> str:
    """The words of place and time that are left of it."""
    said = (_place(series.where, desk).text, _period(series.when, desk).text)
    return " ".join(each for each in said if each)


def _of_findings(desk: Desk) -> Rules:
    hide = desk.hidden.hide
    return {
        (Finding, "id"): _key(desk),
        (Finding, "title"): lambda _, finding: words.plain(finding.act),
        (Finding, "claims"): _keys(desk),
        (Finding, "documents"): _keys(desk),
        (Finding, "within"): _key(desk),
        (Finding, "may_repeat"): _keys(desk),
        (CasualtyRange, "low_rests_on"): _keys(desk),
        (CasualtyRange, "high_rests_on"): _keys(desk),
        (TollAt, "claims"): _keys(desk),
        (TollAt, "as_of"): _day(desk),
        (Attribution, "party"): lambda party, _: _party(party, desk),
        (Attribution, "accused_by"): _keys(desk),
        (Attribution, "accepted_by"): _keys(desk),
        (Attribution, "interested"): _keys(desk),
        (Denial, "claim"): _key(desk),
        (Position, "party"): lambda party, _: _party(party, desk),
        (Stated, "claim"): _key(desk),
        (Stated, "day"): _day(desk),
        (Contradiction, "claims"): _keys(desk),
        (Contradiction, "values"): lambda said, told: tuple(
            keyed_inside(hide(each), desk.key) for each in _as_fine(said, told, desk)
        ),
        (Total, "as_of"): _day(desk),
        (Total, "rests_on"): _keys(desk),
        (Total, "may_repeat"): _keys(desk),
        (LeftOut, "event"): _key(desk),
        (LeftOut, "inside"): _keys(desk),
        (LeftOut, "perhaps"): _keys(desk),
    }


def _as_fine(said: tuple[str, ...], told: Contradiction, desk: Desk) -> tuple[str, ...]:
    """Values that contradict each other; places no finer than the places of their claims leave, each once."""
    if told.field != "place":
        return said
    claims = [desk.material.claims[each] for each in told.claims if each in desk.material.claims]
    of_words = {each.where.text or each.where.place or "": each.where for each in claims}
    left = (_place(of_words.get(each, Where(text=each)), desk) for each in said)
    return tuple(dict.fromkeys(each.text or each.place or WITHHELD for each in left))


def _of_persons(desk: Desk) -> Rules:
    return {
        (Person, "id"): _key(desk),
        (Person, "names"): lambda _, person: desk.cited[str(person.id)].names if str(person.id) in desk.named else (),
        (Person, "age"): lambda age, _: coarse_age(age),
        (Person, "events"): _keys(desk),
        (Person, "judgements"): lambda _, __: (),
        (FateAt, "claim"): _key(desk),
        (FateAt, "as_of"): _day(desk),
        (Name, "text"): lambda name, _: desk.hidden.hide(name),
        (Overlap, "lists"): lambda lists, _: _lists(lists, desk),
        (Overlap, "outside"): lambda lists, _: _lists(lists, desk),
        (Estimate, "lists"): lambda lists, _: _lists(lists, desk),
        (Estimate, "diagnostics"): lambda told, estimate: _of_no_list(told, estimate.lists),
    }


def _party(party: str, desk: Desk) -> str:
    return party if party in desk.material.parties else desk.hidden.hide(party)


def _key(desk: Desk) -> Coarsener:
    return lambda known, _: None if known is None else desk.key_of(known)


def _keys(desk: Desk) -> Coarsener:
    return lambda ids, _: tuple(map(desk.key_of, ids))


def _day(desk: Desk) -> Coarsener:
    return lambda iso, _: coarse_day(iso, desk.rules.date)


def of_claims(desk: Desk, *, quoted: bool) -> Rules:
    """Rules for a claim whose words leave, less what is hidden in them; or of which only what it says is told."""
    key, hide = desk.key_of, desk.hidden.hide

    def said(text: str | None, _: Any) -> str | None:
        return None if text is None or not quoted else hide(text)

    return {
        (Where, WHOLE): lambda where, _: _place(where if quoted else replace(where, text=None), desk),
        (Period, WHOLE): lambda when, _: _period(when if quoted else replace(when, text=None), desk),
        (Claim, "id"): _key(desk),
        (Claim, "document"): _key(desk),
        (Claim, "span"): lambda span, _: span if quoted else (0, 0),
        (Claim, "quote"): lambda quote, _: hide(quote) if quoted else WITHHELD,
        (Claim, "as_of"): _day(desk),
        (Claim, "means"): said,
        (Claim, "said_to_be"): lambda names, _: tuple(map(hide, names)) if quoted else (),
        (Claim, "because"): _key(desk),
        (Victims, "text"): lambda text, _: hide(text) if quoted else "",
        (Victims, "label"): said,
        (Toll, "text"): lambda text, toll: hide(text) if quoted else figures.bounds(toll.low, toll.high),
        (Toll, "subset_of"): _key(desk),
        (Actor, "name"): lambda name, actor: _actor(name, actor, desk, quoted=quoted),
        (Speaker, "name"): lambda name, speaker: _voice(name, speaker, desk, quoted=quoted),
        (Speaker, "source"): lambda source, _: (
            None if source is None else source if desk.public.source(source) else key(source)
        ),
    }


def _place(where: Where, desk: Desk) -> Where:
    coarse = coarse_place(where, desk.rules.place, desk.material.places)
    return coarse if coarse.text is None else replace(coarse, text=desk.hidden.hide(coarse.text))


def _period(when: Period, desk: Desk) -> Period:
    coarse = coarse_period(when, desk.rules.date)
    return coarse if coarse.text is None else replace(coarse, text=desk.hidden.hide(coarse.text))


def _actor(name: str, actor: Actor, desk: Desk, *, quoted: bool) -> str:
    """As said; of a private source only the party that was meant."""
    if quoted:
        return desk.hidden.hide(name)
    return desk.material.party_name(actor.party) if actor.party else ACTOR


def _voice(name: str, speaker: Speaker, desk: Desk, *, quoted: bool) -> str:
    """An office by its name as said; anybody else by the sort of voice it is."""
    if desk.public.voice(speaker) and quoted:
        return desk.hidden.hide(name)
    return voice(speaker.kind)


def _title(title: str | None, document: Document, desk: Desk) -> str | None:
    """The headline of a public document; of a private one, that there is one."""
    if document.id not in desk.public_documents:
        return NOT_PUBLIC
    return desk.hidden.hide(title) if title else None


def _source(source: str | None, document: Document, desk: Desk) -> str | None:
    known = desk.public.source_of(document)
    if document.id in desk.public_documents:
        return known.name if known is not None else source and desk.hidden.hide(source)
    kind = words.FORM_OF_SPEAKER[known.kind] if known is not None else "kind not known"
    return desk.private_name(known.id if known is not None else source or document.id, kind)


def _of_no_list(told: Mapping[str, Value], lists: tuple[str, ...]) -> Mapping[str, Value]:
    """Diagnostics that name no list: a private one would be told by its name. What an estimate is there for stays."""
    return {
        name: each for name, each in told.items() if name == KIND or not any(one in f"{name} {each}" for one in lists)
    }


def _lists(lists: tuple[str, ...], desk: Desk) -> tuple[str, ...]:
    """Lists of public sources by name; others by a pseudonym."""
    public = {each.name for each in desk.material.sources.values() if desk.public.source(each.id)}
    return tuple(each if each in public else desk.private_name(each, LIST) for each in lists)


def _value(value: Value, desk: Desk) -> Value:
    """A value of a reason: numbers as they are; names of private sources and persons hidden, ids keyed."""
    if not isinstance(value, str):
        return value
    return desk.origin(value) if ":" in value else keyed_inside(desk.hidden.hide(value), desk.key)
