"""What `why` answers: the records that an id or a figure stands for, with the evidence of every claim beneath it."""

from collections.abc import Iterable
from dataclasses import dataclass, replace

from sijill.chain.keeping.opening import vault_of
from sijill.chain.register import Register
from sijill.cli.proof.evidence import Evidence, Kept, check_original, evidence
from sijill.cli.proof.rules import rules_of
from sijill.cli.words import figure
from sijill.errors import SijillError
from sijill.model.claim import ClaimId, Harm
from sijill.model.decision import Doubt
from sijill.model.document import Document
from sijill.model.event import EventId, Link, Situation
from sijill.model.finding import CasualtyRange, Finding
from sijill.publish.figures import bounds

BOUNDS = ("low", "high", "best")


class NoSuchId(SijillError):
    """An id that names nothing in this case."""

    def __init__(self, *, seen: str) -> None:
        super().__init__(
            f"no event, situation, claim, document or doubt of this case has an id that begins with {seen[:60]!r};"
            " `sijill show CASE events` lists them"
        )


class ManySuchIds(SijillError):
    """The beginning of several ids."""

    def __init__(self, *, seen: str, ids: list[str]) -> None:
        more = f" and {len(ids) - 5} more" if len(ids) > 5 else ""
        super().__init__(f"{seen!r} begins {', '.join(ids[:5])}{more}; write more letters of the one you mean")


class NoSuchFigure(SijillError):
    """A path that leads to no figure of this event."""

    def __init__(self, *, path: str, known: list[str]) -> None:
        super().__init__(f"no figure {path[:60]!r} here; there is {', '.join(known) or 'none: this has no tolls'}")


@dataclass(frozen=True, slots=True, kw_only=True)
class Rule:
    """One bound, its value, the sentence of the policy that gave it, and the claims it rests on."""

    bound: str
    value: str
    sentence: str
    rests_on: tuple[ClaimId, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """What an id or a figure rests on.

    about     the record that was asked for   path    the figure of it, None for the whole
    part_of   of a claim: the events and situations that it is in or stands beside   aside   why it is in none
    links     why these claims were put together (events only)
    sound     every original hashes as recorded, and every span reads as quoted
    """

    id: str
    about: Finding | Situation | Document | Doubt | None
    path: str | None = None
    value: str | None = None
    policy: str | None = None
    rules: tuple[Rule, ...] = ()
    evidence: tuple[Evidence, ...] = ()
    part_of: tuple[EventId, ...] = ()
    aside: str | None = None
    links: tuple[Link, ...] = ()
    original: Kept | None = None
    sound: bool


def answer(register: Register, which: str, path: str | None = None) -> Answer:
    """Raises NoSuchId, ManySuchIds, NoSuchFigure."""
    key = full_id(register, which)
    if path is not None and key not in register.finding_of:
        raise NoSuchFigure(path=path, known=[])
    if key in register.finding_of:
        finding = register.finding_of[key]
        return _event(register, finding) if path is None else _figure(register, finding, path)
    if key in register.claims:
        return _claim(register, ClaimId(key))
    if key in register.document_of:
        return _document(register, register.document_of[key])
    for situation in register.situations:
        if situation.id == key:
            return _resting_on(register, key, situation, situation.claims)
    doubt = next(each for each in register.doubts if each.id == key)
    about = [ClaimId(each) for each in doubt.about if each in register.claims]
    return _resting_on(register, key, doubt, about)


def full_id(register: Register, which: str) -> str:
    """The id that begins so, or that took over from an event of this id. Raises NoSuchId, ManySuchIds."""
    known = {
        *register.finding_of,
        *register.claims,
        *register.document_of,
        *(each.id for each in register.situations),
        *(each.id for each in register.doubts),
    }
    if which in known:
        return which
    if which in register.formerly:
        return register.formerly[which]
    found = sorted(each for each in known if each.startswith(which)) if which else []
    if not found:
        raise NoSuchId(seen=which)
    if len(found) > 1:
        raise ManySuchIds(seen=which, ids=found)
    return found[0]


def _claim(register: Register, claim: ClaimId) -> Answer:
    told = _resting_on(register, claim, None, [claim])
    events = [each.id for each in register.events if claim in each.claims or claim in each.beside]
    situations = [each.id for each in register.situations if claim in each.claims]
    return replace(told, part_of=(*events, *situations), aside=register.aside.get(claim))


def _event(register: Register, finding: Finding) -> Answer:
    inside = set(finding.claims)
    links = tuple(each for each in register.links if each.left in inside and each.right in inside)
    beside = [denial.claim for row in finding.attribution for denial in row.denied_by if denial.claim not in inside]
    told = _resting_on(register, finding.id, finding, [*finding.claims, *dict.fromkeys(beside)])
    return replace(told, links=links)


def _figure(register: Register, finding: Finding, path: str) -> Answer:
    policy, range_, wanted = _range_at(finding, path)
    rules = []
    for bound in wanted:
        rests_on = range_.high_rests_on if bound == "high" else range_.low_rests_on
        if bound == "best":
            rests_on = tuple(dict.fromkeys((*range_.low_rests_on, *range_.high_rests_on)))
        number: int | None = getattr(range_, bound)
        sentence = rules_of(policy, bound, open_=number is None, unknown=range_.unknown)
        rules.append(Rule(bound=bound, value=_worded(bound, number), sentence=sentence, rests_on=rests_on))
    claims = dict.fromkeys(each for rule in rules for each in rule.rests_on)
    told = evidence((register.claims[each] for each in claims), register)
    value = _worded(wanted[0], getattr(range_, wanted[0])) if len(wanted) == 1 else figure(range_)
    return Answer(
        id=finding.id,
        about=finding,
        path=path,
        value=value,
        policy=policy,
        rules=tuple(rules),
        evidence=told,
        sound=all(each.sound for each in told),
    )


def _worded(bound: str, number: int | None) -> str:
    if number is None:
        return "open" if bound == "high" else "not said"
    return bounds(number, number)


def _range_at(finding: Finding, path: str) -> tuple[str, CasualtyRange, tuple[str, ...]]:
    """The policy, the range and the bounds that a path such as airwars.killed.by_group.children.high leads to."""
    steps = path.removeprefix("policies.").split(".")
    tolls = finding.tolls
    if steps[0] in finding.policies:
        tolls = finding.policies[steps.pop(0)].tolls
    wanted = (steps.pop(),) if steps[-1] in BOUNDS else ("low", "high")
    range_ = tolls.get(Harm(steps[0])) if steps and steps[0] in set(Harm) else None
    if range_ is not None and len(steps) == 3 and steps[1] in ("by_status", "by_group"):
        range_ = getattr(range_, steps[1]).get(steps[2])
    elif len(steps) != 1:
        range_ = None
    if range_ is None:
        raise NoSuchFigure(path=path, known=list(_figures(finding)))
    return range_.policy, range_, wanted


def _figures(finding: Finding) -> Iterable[str]:
    for harm, range_ in finding.tolls.items():
        yield from (f"{harm.value}.low", f"{harm.value}.high")
        yield from (f"{harm.value}.by_status.{each}" for each in range_.by_status)
        yield from (f"{harm.value}.by_group.{each}" for each in range_.by_group)


def _resting_on(
    register: Register, key: str, about: Finding | Situation | Doubt | None, claims: Iterable[ClaimId]
) -> Answer:
    told = evidence((register.claims[each] for each in claims), register)
    return Answer(id=key, about=about, evidence=told, sound=all(each.sound for each in told))


def _document(register: Register, document: Document) -> Answer:
    kept = check_original(vault_of(register.case), document)
    claims = [each for each in register.claims.values() if each.document == document.id]
    told = evidence(sorted(claims, key=lambda each: each.span), register)
    sound = kept is Kept.SOUND and all(each.sound for each in told)
    return Answer(id=document.id, about=document, evidence=told, original=kept, sound=sound)
