"""Which records are shown. A filter that a kind of record cannot answer is refused, never ignored."""

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, fields
from difflib import get_close_matches
from itertools import chain
from typing import Any

from sijill.chain.register import Register
from sijill.cli.records.of_parties import Told
from sijill.errors import SijillError
from sijill.language.days import edges
from sijill.language.folding import fold
from sijill.model.beside.pattern import Pattern
from sijill.model.beside.series import Series
from sijill.model.claim import Act, Claim, Harm
from sijill.model.decision import Doubt
from sijill.model.document import Custody, Document
from sijill.model.finding import Finding, Total
from sijill.model.person import Person, Remains
from sijill.model.place import Where
from sijill.model.source import OriginLink, Source
from sijill.model.when import Period

PARTIAL_DATE = re.compile(r"\d{4}(-\d\d(-\d\d)?)?\Z")


class NoSuchFilter(SijillError):
    """A filter on records that do not have the field."""

    def __init__(self, *, name: str, kind: str, allowed: tuple[str, ...]) -> None:
        known = ", ".join(f"--{each}" for each in allowed) or "none"
        super().__init__(f"--{name} cannot filter {kind}; filters of {kind}: {known}")


class NotADate(SijillError):
    """A date that is none."""

    def __init__(self, *, name: str, seen: str) -> None:
        super().__init__(f"--{name} {seen!r} is no date; write 2014, 2014-08 or 2014-08-17")


class NotKnownHere(SijillError):
    """A name that nothing in the case bears: no record would look like peace."""

    def __init__(self, *, name: str, seen: str, known: Iterable[str]) -> None:
        near = get_close_matches(seen, sorted(set(known)), n=5, cutoff=0.5)
        like = f"; something like it: {', '.join(near)}" if near else ""
        super().__init__(f"--{name} {seen[:60]!r} is known in no table of this case and said in no claim{like}")


class NoSuchAct(SijillError):
    """An act or harm that the method does not tell apart."""

    def __init__(self, *, seen: str) -> None:
        super().__init__(f"--act {seen[:60]!r} is neither an act nor a harm; there is {', '.join(ACTS)}")


ACTS = tuple(dict.fromkeys(each.value for each in (*Act, *Harm)))


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """What was asked for; None asks nothing."""

    document: str | None = None
    place: str | None = None
    party: str | None = None
    act: str | None = None
    since: str | None = None
    until: str | None = None
    least: int | None = None
    step: str | None = None
    within: str | None = None


OPTION = {"since": "from", "until": "to", "least": "min"}
FILTERS: Mapping[str, tuple[str, ...]] = {
    "documents": ("document", "since", "until"),
    "claims": ("document", "place", "party", "act", "since", "until", "least"),
    "events": ("document", "place", "party", "act", "since", "until", "least", "within"),
    "situations": ("place", "act", "since", "until"),
    "totals": ("place", "party", "act", "since", "until", "within", "least"),
    "series": ("document",),
    "remains": ("place",),
    "positions": ("party",),
    "patterns": ("party", "act"),
    "doubts": ("document", "step"),
    "sources": ("party",),
    "origins": ("document",),
    "custody": ("document",),
    "persons": ("document", "place"),
    "pairs": (),
    "counts": (),
    "repeats": (),
    "estimates": (),
    "gate": (),
}


def admits(wanted: Wanted, kind: str, register: Register) -> Callable[[Any], bool]:
    """A test for records of a kind. Raises NoSuchFilter, NotADate."""
    allowed = FILTERS[kind]
    asked = {each.name: getattr(wanted, each.name) for each in fields(wanted)}
    asked = {name: value for name, value in asked.items() if value is not None}
    for name in asked:
        if name not in allowed:
            names = tuple(OPTION.get(each, each) for each in allowed)
            raise NoSuchFilter(name=OPTION.get(name, name), kind=kind, allowed=names)
    for name in ("since", "until"):
        if name in asked and not PARTIAL_DATE.match(asked[name]):
            raise NotADate(name=OPTION[name], seen=asked[name])
    tests = [TESTS[name](value, register) for name, value in asked.items()]
    return lambda record: all(test(record) for test in tests)


Test = Callable[[Any], bool]


def _document(prefix: str, register: Register) -> Test:
    def test(record: Any) -> bool:
        match record:
            case Document():
                return record.id.startswith(prefix)
            case Finding():
                return any(each.startswith(prefix) for each in record.documents)
            case Doubt():
                return any(each.startswith(prefix) for each in record.about)
            case Person():
                return any(each.document.startswith(prefix) for each in record.records)
            case OriginLink():
                return record.left.startswith(prefix) or record.right.startswith(prefix)
            case Series():
                return any(each.startswith(prefix) for each in record.documents)
            case Claim() | Custody():
                return record.document.startswith(prefix)
            case _:
                return False

    return test


def _place(name: str, register: Register) -> Test:
    """By id or any spelling, of the place or of what it lies in; a place in doubt by the words of the claim."""
    wanted = register.places_called(name)
    folded = fold(name)
    if not wanted and not any(folded and folded in fold(each.where.text or "") for each in register.claims.values()):
        raise NotKnownHere(name="place", seen=name, known=(each.name for each in register.known.places))

    def test(record: Any) -> bool:
        where: Where = _where(record)
        if where.place is not None:
            place = register.place(where.place)
            return where.place in wanted or (place is not None and any(each in wanted for each in place.within))
        return bool(folded) and folded in fold(where.text or "")

    return test


def _where(record: Any) -> Where:
    match record:
        case Person():
            return record.place
        case Remains():
            return record.site
        case _:
            return record.where  # type: ignore[no-any-return]


def _party(name: str, register: Register) -> Test:
    """By id or by any alias; a party that is not resolved by the name it was given."""
    wanted = {*register.parties_called(name), name}
    folded = fold(name)

    def named(party: str | None, said: str | None = None) -> bool:
        return party in wanted or (party is None and said is not None and fold(said) == folded)

    known = {each.id for each in register.known.parties}
    heard = ((each.party, each.name) for claim in register.claims.values() for each in claim.speakers)
    accused = ((each.party, each.name) for claim in register.claims.values() for each in claim.actors)
    if not wanted & known and not any(named(*each) for each in chain(heard, accused)):
        raise NotKnownHere(name="party", seen=name, known=(each.name for each in register.known.parties))

    def test(record: Any) -> bool:
        match record:
            case Finding():
                return any(named(str(each.party), str(each.party)) for each in record.attribution)
            case Claim():
                speakers = any(named(each.party, each.name) for each in record.speakers)
                return speakers or any(named(each.party, each.name) for each in record.actors)
            case Source() | Told() | Pattern():
                return named(record.party)
            case _:
                return False

    return test


def _act(name: str, register: Register) -> Test:
    if name not in ACTS:
        raise NoSuchAct(seen=name)
    return lambda record: bool(record.act == name or getattr(record, "harm", None) == name)


def _since(day: str, register: Register) -> Test:
    return lambda record: (_edges(record)[1] or "")[: len(day)] >= day


def _until(day: str, register: Register) -> Test:
    def test(record: Any) -> bool:
        start = _edges(record)[0]
        return start is not None and start[: len(day)] <= day

    return test


def _edges(record: Any) -> tuple[str | None, str | None]:
    if isinstance(record, Document):
        if record.published is None:
            return None, None
        first, last = edges(record.published)
        return first.isoformat(), last.isoformat()
    when: Period = record.when
    return when.start or when.end, when.end or when.start


def _least(number: int, register: Register) -> Test:
    def reaches(*bounds: int | None) -> bool:
        return any(each is not None and each >= number for each in bounds)

    def test(record: Any) -> bool:
        match record:
            case Finding():
                return any(reaches(each.low, each.high) for each in record.tolls.values())
            case Total():
                return reaches(record.low, record.high)
            case _:
                toll = record.toll
                return toll is not None and reaches(toll.number, toll.low, toll.high)

    return test


TESTS: Mapping[str, Callable[[Any, Register], Test]] = {
    "document": _document,
    "place": _place,
    "party": _party,
    "act": _act,
    "since": _since,
    "until": _until,
    "least": _least,
    "within": lambda prefix, register: lambda record: bool(record.within and record.within.startswith(prefix)),
    "step": lambda step, register: lambda record: bool(record.step == step),
}
