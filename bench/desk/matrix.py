"""Every route of the desk, asked by every role for every kind of object: what is answered, and what is given away.

Some documents are open to the reviewer and the admin alone. Whoever may not open them must get, for all that rests on
them, the answer that they get for what is not there, and must find none of their words or ids in any answer.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from itertools import islice
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from starlette.routing import Mount
from starlette.testclient import TestClient

from bench.desk.payloads import must
from bench.measure.row import Row
from sijill.case import read_case
from sijill.chain.keeping.opening import open_ledger
from sijill.model.claim import ClaimId
from sijill.review.accounts import PERMITTED, Permission, Role
from sijill.review.desk import Desk
from sijill.review.view import View
from sijill.review.web.app import build_app
from sijill.review.web.routes import ROUTES

SAME_SITE = {"sec-fetch-site": "same-origin"}
PASSWORD = "five plain words of nobody"
WORDS, REMARK, REASON = "executed nine men", "about the hidden matter", "counted again by the hidden one"
"""Of a claim that is closed, of a comment and of a correction: nobody else may read them."""
REVIEWER = Role.REVIEWER
SEEING = (Role.REVIEWER, Role.ADMIN)
"""Who may open the closed document."""
ROLES: tuple[Role | None, ...] = (*Role, None)
"""None is somebody who did not sign in."""
OPENED, SHUT, ABSENT = "open", "closed", "absent"
NOTHING = "no-such-id"
OF_ITSELF = "/sign-out"
"""Ends the session that the next cell needs: it has a test of its own."""
ABOUT = {
    "/comments": "events", "/claims": "claims", "/documents": "documents", "/doubts": "doubts", "/events": "events",
    "/history": "decisions", "/known": "tables", "/new": "tables", "/parties": "parties", "/persons": "persons",
    "/places": "places", "/sources": "sources",
}  # fmt: skip
"""What the parameter of a route is an id of, by the first part of its path."""
PLAIN: Mapping[str, tuple[str, ...]] = {
    "/": ("",), "/queue": ("", "?doubt={doubts}"), "/queue/unskip": ("",), "/undo": ("",), "/sign-out": ("",),
    "/searches": ("",),
    "/events": ("", "?words={words}", "?order=toll&map=yes", "?open=1"), "/documents": ("", "?words={words}"),
    "/situations": ("",), "/places": ("",), "/parties": ("",), "/sources": ("",), "/persons": ("",), "/history": ("",),
    "/moved": ("",), "/runs": ("",), "/series": ("",), "/patterns": ("",), "/keys": ("",), "/accounts": ("",),
    "/export": ("",), "/account": ("",), "/account/password": ("",), "/account/code": ("",), "/account/key": ("",),
    "/account/key/challenge": ("",), "/account/key/forget": ("",), "/account/prove": ("",),
    "/account/prove/challenge": ("",), "/sign-in": ("",), "/sign-in/challenge": ("",), "/sign-in/key": ("",),
    "/language": ("",), "/care": ("",), "/api/events": ("?limit=500", "?words={words}"),
    "/api/claims": ("?limit=500", "?words={words}"), "/api/documents": ("?limit=500", "?words={words}"),
    "/api/situations": ("?limit=500",), "/api/doubts": ("?limit=500",), "/api/totals": ("?limit=500",),
    "/api/openapi.json": ("",),
}  # fmt: skip
"""What a route without a parameter is asked. A route that stands neither here nor in ABOUT has no row."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """A route as the application has it. permission: None for what may be seen before anybody signed in."""

    method: str
    path: str
    permission: Permission | None

    @property
    def kind(self) -> str | None:
        """What its parameter is an id of; None where it has none, or no row."""
        path = self.path.removeprefix("/api")
        return ABOUT.get("/" + path.split("/")[1]) if "{" in path else None

    @property
    def has_row(self) -> bool:
        return self.kind is not None or self.path in PLAIN


@dataclass(slots=True, kw_only=True)
class Tried:
    """What was tried, and what was not as it has to be, each in a sentence. leaks: what somebody saw who may not."""

    routes: int = 0
    roles: int = 0
    objects: int = 0
    cells: int = 0
    without_row: list[str] = field(default_factory=list)
    wrong: list[str] = field(default_factory=list)
    leaks: list[str] = field(default_factory=list)


@dataclass(frozen=True, kw_only=True)
class Team:
    """A desk with an account for each role, signed in.

    closed    documents that only SEEING may open       marks   what nobody else may find in any answer
    known     for each kind the id of something open, of something that rests on a closed document, and of nothing
    """

    desk: Desk
    app: Any
    clients: Mapping[Role | None, TestClient]
    closed: Sequence[str] = ()
    marks: frozenset[str] = frozenset()
    known: Mapping[str, Mapping[str, str]] = field(default_factory=dict)

    def ask(self, role: Role | None, method: str, path: str, form: Mapping[str, str] | None = None) -> Any:
        """The answer, not followed."""
        return self.clients[role].request(method, path, data=form, headers=SAME_SITE, follow_redirects=False)

    def may_not(self, role: Role | None, method: str, path: str, form: Mapping[str, str] | None = None) -> list[str]:
        """What of the closed documents stands in an answer, other than what was asked with."""
        if role in SEEING:
            return []
        told = self.ask(role, method, path, form).text
        return sorted(each for each in self.marks if each in told and each not in path)


def routes_of(app: Any) -> list[Asked]:
    """Every address of the application, those of the API too; what is packaged with Sijill and the same for everybody,
    under /static, apart."""
    permissions = {(page.method, page.path): page.permission for page in ROUTES}
    api = next(each for each in app.routes if isinstance(each, Mount) and each.path == "/api")
    told = [(method, each.path) for each in app.routes if not isinstance(each, Mount) for method in each.methods]
    listed = [(method, path) for method, path in told if method != "HEAD" and path != "/static/{name}"]
    of_api: Any = api.routes
    within = [(method, each.path) for each in of_api for method in each.methods if method != "HEAD"]
    return [
        *(Asked(method=method, path=path, permission=permissions[method, path]) for method, path in listed),
        *(Asked(method=method, path=f"/api{path}", permission=_of_api(path)) for method, path in within),
    ]


def _of_api(path: str) -> Permission | None:
    return None if path == "/openapi.json" else Permission.READ


def try_all(team: Team, *, walk: Iterable[Role] = (Role.VIEWER, Role.ANALYST, Role.PUBLISHER)) -> Tried:
    """Ask everything. `walk`: the roles by which also every page of every object that there is is opened."""
    routes = routes_of(team.app)
    tried = Tried(routes=len(routes), roles=len(ROLES), objects=sum(len(each) for each in team.known.values()))
    tried.without_row = [f"{each.method} {each.path}" for each in routes if not each.has_row]
    for route in routes:
        if route.has_row and route.path != OF_ITSELF:
            for role in ROLES:
                _try(team, route, role, tried)
    for role in walk:
        for path in _every(team.desk._whole):
            tried.cells += 1
            tried.leaks += [f"{role} GET {path}: {each}" for each in team.may_not(role, "GET", path)]
        for kind in ("events", "claims", "documents", "doubts", "decisions"):
            tried.cells += 1
            tried.leaks += [f"{role} exports {each}" for each in team.may_not(role, "POST", "/export", {"kind": kind})]
    return tried


def _try(team: Team, route: Asked, role: Role | None, tried: Tried) -> None:
    """One route by one role, on each kind of object or with each question."""
    if route.kind is None:
        some = {key: each[SHUT] for key, each in team.known.items()}
        asked = {ABSENT + each: route.path + each.format(**some, words="executed") for each in PLAIN[route.path]}
    else:
        asked = {state: _address(route.path, id_) for state, id_ in team.known[route.kind].items()}
    answers = {state: team.ask(role, route.method, path) for state, path in asked.items()}
    for state, answer in answers.items():
        tried.cells += 1
        case = f"{role} {route.method} {asked[state]}"
        if answer.status_code not in _expected(route, role, state):
            tried.wrong.append(f"{case}: {answer.status_code}")
        if role not in SEEING:
            found = [each for each in team.marks if each in answer.text and each not in asked[state]]
            tried.leaks += [f"{case}: {each}" for each in found]
    if route.kind in RESTRICTED and role not in SEEING:
        closed, absent = (_told(answers, team.known[route.kind], each) for each in (SHUT, ABSENT))
        if closed != absent:
            tried.leaks.append(
                f"{role} {route.method} {route.path}: the closed is answered otherwise than what is not there"
            )


RESTRICTED = ("claims", "decisions", "documents", "doubts", "events", "persons")


def _told(answers: Mapping[str, Any], known: Mapping[str, str], state: str) -> tuple[int, str]:
    """An answer without the id that was asked with."""
    return answers[state].status_code, answers[state].text.replace(known[state], "")


def _expected(route: Asked, role: Role | None, state: str) -> Sequence[int]:
    if route.permission is None:
        return (200, 303, 401, 403, 404, 422, 429)
    if role is None:
        return (401,) if route.method == "POST" or route.path.startswith("/api") else (303,)
    if route.permission not in PERMITTED[role]:
        return (403, 404)
    away = state == ABSENT or (state == SHUT and role not in SEEING)
    if route.method == "GET" and route.kind in RESTRICTED and away:
        return (404,)
    return (200, 303, 404, 409, 422)


def _address(path: str, id_: str) -> str:
    for name, value in (("{id:path}", id_), ("{id}", id_), ("{kind}", id_), ("{number}", "1")):
        path = path.replace(name, value)
    return path


def _every(whole: View) -> list[str]:
    """The page of every thing that the case holds."""
    things: Mapping[str, Iterable[str]] = {
        "events": whole.finding_of, "documents": whole.documents, "persons": whole.person_of,
        "places": whole.events_at, "parties": whole.parties, "sources": whole.sources,
    }  # fmt: skip
    return [f"/{kind}/{id_}" for kind, rows in things.items() for id_ in rows]


@contextmanager
def team_at(case: Path) -> Iterator[Team]:
    """A team at the desk of the demonstration: what it closes has claims, an event, a person and a doubt; something was
    said of it, a number in it corrected, and the chain ran since, so that it stands in every history too.
    """
    read = read_case(case)
    with open_ledger(read) as ledger:
        desk = Desk(read, ledger, alone_as="os:000000000000")
        desk._index()
        app = build_app(desk)
        team = Team(desk=desk, app=app, clients={role: TestClient(app) for role in ROLES})
        _sign_in_all(team)
        closed = _worth_closing(desk._whole)
        claim, event = _touched(team, closed)
        must("run", str(case), "--jobs", "1")
        desk._show_again()
        team = replace(team, closed=closed)
        _close(team)
        decisions = _comment(team, event)
        desk.done.clear()  # so that undo, which is tried too, takes nothing of this back
        known = _known(desk._whole, closed, claim, event, decisions)
        yield replace(team, known=known, marks=_marks(desk._whole, closed))
        desk.stop()


def _sign_in_all(team: Team) -> None:
    for role in (Role.ADMIN, *(each for each in Role if each is not Role.ADMIN)):
        form = {"name": role.value, "alias": f"alias of {role.value}", "role": role.value, "password": PASSWORD}
        _done(team.ask(Role.ADMIN, "POST", "/accounts", form))
        _done(team.ask(role, "POST", "/sign-in", {"name": role.value, "password": PASSWORD}))


def _worth_closing(whole: View) -> tuple[str, ...]:
    """Documents that something of every kind rests on."""
    claims = [each.document for each in whole.claims.values() if WORDS in each.quote]
    named = [row.document for each in whole.persons for row in each.records]
    doubted = [
        whole.claims[ClaimId(each)].document for doubt in whole.doubts for each in doubt.about if each in whole.claims
    ]
    return tuple(dict.fromkeys((claims[0], named[0], *doubted[:1])))


def _touched(team: Team, closed: Sequence[str]) -> tuple[str, str]:
    """The claim and the event that are decided on: a number is corrected before the chain runs again."""
    whole = team.desk._whole
    claim = next(each for each in whole.claims_of[closed[0]] if each.toll and each.id in whole.event_of)
    form = {"field": "toll", "number": "8", "cumulative": "", "part": "", "seen": "", "because": REASON}
    _done(team.ask(REVIEWER, "POST", f"/claims/{claim.id}/correct", form))
    return claim.id, whole.event_of[claim.id]


def _close(team: Team) -> None:
    code = next(code for code, alias in team.desk.aliases().items() if alias == "alias of reviewer")
    for each in team.closed:
        form = {"restrict": "1", f"account-{code}": "on", "because": "a witness", "seen": ""}
        _done(team.ask(Role.ADMIN, "POST", f"/documents/{each}/restrict", form))


def _comment(team: Team, event: str) -> Mapping[str, str]:
    """A comment on something open and one on something closed: the decisions by which each stands in the history."""
    gone = _gone(team.desk._whole, team.closed)
    open_ = next(each.id for each in team.desk._whole.findings if each.id not in gone)
    for about, words in ((open_, "about what is open"), (event, REMARK)):
        _done(team.ask(REVIEWER, "POST", f"/comments/{about}", {"comment": words}))
    last = {each.about[0]: str(each.id) for each in team.desk.journal.all if each.kind == "comment"}
    return {OPENED: last[open_], SHUT: last[event], ABSENT: NOTHING}


def _gone(whole: View, closed: Sequence[str]) -> set[str]:
    claims = [each for document in closed for each in whole.claims_of.get(document, ())]
    return {event for each in claims if (event := whole.event_of.get(each.id)) is not None}


def _known(whole: View, closed: Sequence[str], claim: str, event: str, decisions: Mapping[str, str]) -> dict[str, Any]:
    shut = {"documents": closed[0], "claims": claim, "events": event}
    gone, hidden = _gone(whole, closed), {each.id for document in closed for each in whole.claims_of.get(document, ())}
    within = [each for each in whole.persons if any(row.document in closed for row in each.records)]
    about = [each for each in whole.doubts if {*closed, *hidden}.intersection(each.about)]
    shut |= {"persons": within[0].id, "doubts": about[0].id}
    open_ = {
        "documents": next(each for each in whole.documents if each not in closed),
        "claims": next(each for each in whole.claims if each not in hidden),
        "events": next(each.id for each in whole.findings if each.id not in gone),
        "persons": next(each.id for each in whole.persons if each not in within),
        "doubts": next(each.id for each in whole.doubts if each not in about),
    }
    finding = whole.finding_of[event]
    tables = {
        "places": (next(iter(whole.places)), finding.where.place), "parties": tuple(islice(whole.parties, 2)),
        "sources": tuple(islice(whole.sources, 2)), "tables": ("place", "source"),
    }  # fmt: skip
    rows = {name: {OPENED: str(first), SHUT: str(second), ABSENT: NOTHING} for name, (first, second) in tables.items()}
    things = {name: {OPENED: str(id_), SHUT: str(shut[name]), ABSENT: NOTHING} for name, id_ in open_.items()}
    return {**rows, **things, "decisions": dict(decisions)}


def _marks(whole: View, closed: Sequence[str]) -> frozenset[str]:
    titles = {title for each in closed if (title := whole.documents[each].title)}
    claims = {str(each.id) for document in closed for each in whole.claims_of.get(document, ())}
    return frozenset({*closed, *claims, *_gone(whole, closed), *titles, WORDS, REMARK, REASON})


def _done(answer: Any) -> None:
    if answer.status_code != 303:
        raise RuntimeError(f"{answer.url}: {answer.status_code}")


def measure_matrix() -> list[Row]:
    """What may be seen of a document by whoever may not open it: nothing."""
    with TemporaryDirectory() as folder:
        case = Path(folder) / "demo"
        must("demo", "--to", str(case), "--no-open")
        with team_at(case) as team:
            tried = try_all(team)
    note = f"{tried.routes} routes x {tried.roles} roles x {tried.objects} objects, questions to lists and every page"
    rows = {
        "matrix: cells that leak": (len(tried.leaks), "0", f"{tried.cells:,} cells; {note}"),
        "matrix: answers other than the role and the object ask for": (len(tried.wrong), "0", ""),
        "matrix: routes without a row": (len(tried.without_row), "0", f"of {tried.routes}"),
    }
    return [
        Row(set="desk", measure=name, value=str(number), bar=bar, note=told)
        for name, (number, bar, told) in rows.items()
    ]
