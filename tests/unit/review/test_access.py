"""Who may do what, over every route, every role and every kind of object: a matrix made from the routes."""

import json
from dataclasses import dataclass

import pyotp
import pytest
from starlette.testclient import TestClient

from sijill.review.accounts import PERMITTED, Role
from sijill.review.web.app import OPEN, build_app
from sijill.review.web.routes import ROUTES
from tests.unit.review.conftest import SAME_SITE, seated

PASSWORD = "five plain words of nobody"
API = ("events", "claims", "documents", "situations", "doubts", "totals")


@dataclass
class Team:
    """A desk with an account for each role, signed in. The document `closed` is open to the reviewer only."""

    sitting: object
    clients: dict
    closed: str

    def get(self, who, path):
        return self.clients[who].get(path, follow_redirects=False)

    def post(self, who, path, **form):
        return self.clients[who].post(path, data=form, headers=SAME_SITE, follow_redirects=False)


@pytest.fixture(scope="module")
def team(belqara_unestimated, tmp_path_factory):
    """Shared by all tests here: whoever changes an account makes one for it."""
    with seated(belqara_unestimated, tmp_path_factory.mktemp("team") / "case") as sitting:
        yield made_of(sitting)


def made_of(sitting):
    app = build_app(sitting.desk)
    clients = {role: TestClient(app) for role in (*Role, None)}
    first = sitting.post("/accounts", name="admin", alias="A", role="admin", password=PASSWORD)
    assert first.status_code == 303
    sign_in(clients[Role.ADMIN], "admin")
    for role in Role:
        if role is not Role.ADMIN:
            form = {"name": role.value, "alias": f"alias of {role.value}", "role": role.value, "password": PASSWORD}
            clients[Role.ADMIN].post("/accounts", data=form, headers=SAME_SITE)
            sign_in(clients[role], role.value)
    claim = next(each for each in sitting.desk._whole.claims.values() if "executed nine men" in each.quote)
    reviewer = next(code for code, alias in sitting.desk.aliases().items() if alias == "alias of reviewer")
    form = {"restrict": "1", f"account-{reviewer}": "on", "because": "a witness", "seen": ""}
    made = Team(sitting=sitting, clients=clients, closed=claim.document)
    assert made.post(Role.ADMIN, f"/documents/{claim.document}/restrict", **form).status_code == 303
    sitting.desk.done.clear()  # so that the matrix, which tries undo too, takes nothing of this back
    return made


def sign_in(client, name, password=PASSWORD, **more):
    return client.post(
        "/sign-in", data={"name": name, "password": password, **more}, headers=SAME_SITE, follow_redirects=False
    )


def objects(team):
    """For each parameter of a route: something that rests on the closed document, and something that is not there."""
    whole = team.sitting.desk._whole
    claims = whole.claims_of[team.closed]
    event = next(whole.event_of[each.id] for each in claims if each.id in whole.event_of)
    person = next((each.id for each in whole.persons if any(r.document == team.closed for r in each.records)), "none")
    doubt = next((d.id for d in whole.doubts if {team.closed, *(c.id for c in claims)} & set(d.about)), "none")
    kinds = {"/events": event, "/documents": team.closed, "/claims": claims[0].id, "/doubts": doubt, "/persons": person}
    return {**kinds, "/history": "dec_none", "/new": "place", "/known": "place", "/comments": event,
            "/places": "none", "/parties": "none", "/sources": "none"}  # fmt: skip


def address(page, known):
    first = "/" + page.path.split("/")[1]
    value = known.get(first, "none")
    return (
        page.path.replace("{number}", "1").replace("{id:path}", value).replace("{id}", value).replace("{kind}", "place")
    )


def test_every_route_asks_every_role_for_its_permission(team):
    known, seen = objects(team), 0
    for page in ROUTES:
        for role in (*Role, None):
            if page.path in ("/sign-out", *OPEN):
                continue
            path = address(page, known)
            ended = team.get(role, path) if page.method == "GET" else team.post(role, path)
            seen += 1
            case = (page.method, page.path, role, ended.status_code)
            if role is None:
                assert ended.status_code in (303, 401), case
                assert ended.headers.get("location", "/sign-in") == "/sign-in", case
            elif page.permission not in PERMITTED[role]:
                assert ended.status_code in (403, 404), case
            else:
                assert ended.status_code in (200, 303, 404, 409, 422), case
    assert seen == 6 * sum(page.path not in ("/sign-out", *OPEN) for page in ROUTES)


def test_what_rests_on_a_closed_document_is_nowhere(team):
    """Not in its own pages, in lists, search, map, history, counts, export or the API."""
    whole, known = team.sitting.desk._whole, objects(team)
    team.post(Role.ADMIN, f"/comments/{known['/events']}", comment="about the hidden matter")
    claims = whole.claims_of[team.closed]
    gone = {event for each in claims if (event := whole.event_of.get(each.id)) is not None}
    marks = {team.closed, *gone, *(each.id for each in claims), "executed nine men", "about the hidden matter"}
    title = whole.documents[team.closed].title
    paths = {address(page, known) for page in ROUTES if page.method == "GET" and page.permission is not None}
    paths |= {f"/api/{each}?limit=500" for each in API} | {f"/api/documents/{team.closed}", f"/api/events/{min(gone)}"}
    paths |= {
        "/events?words=executed",
        "/events?order=toll&map=yes",
        "/documents?words=nine",
        f"/queue?doubt={known['/doubts']}",
    }
    things = {"events": whole.finding_of, "documents": whole.documents, "persons": whole.person_of}
    things |= {"places": whole.events_at, "parties": whole.parties, "sources": whole.sources}
    paths |= {f"/{kind}/{id_}" for kind, rows in things.items() for id_ in rows}
    for role in (Role.VIEWER, Role.ANALYST, Role.PUBLISHER):
        for path in paths:
            told = team.get(role, path)
            if any(each in path for each in marks):
                assert told.status_code in (403, 404) or path.startswith("/queue"), (role, path, told.status_code)
            found = {each for each in (*marks, title) if each and each in told.text and each not in path}
            assert not found, (role, path, found)
    sees = team.get(Role.REVIEWER, f"/documents/{team.closed}")
    assert sees.status_code == 200
    assert "executed nine men" in sees.text
    assert team.get(Role.REVIEWER, "/api/totals").json()["total"] > 0
    assert team.get(Role.ANALYST, "/api/totals").json()["total"] == 0


def test_an_export_holds_what_one_may_see_and_asks_for_the_password_again(team):
    exported = team.post(Role.PUBLISHER, "/export", kind="claims")
    assert exported.status_code == 200
    ids = {json.loads(line)["document"] for line in exported.text.splitlines()}
    assert team.closed not in ids
    assert ids
    assert team.post(Role.ANALYST, "/export", kind="claims").status_code == 403
    told = team.post(Role.PUBLISHER, "/export", kind="decisions").text
    assert "publisher@" not in told
    logged = [json.loads(each)["act"] for each in team.sitting.desk.ledger.log_records()]
    assert logged.count("access.export") == 2


def test_an_original_that_holds_a_closed_row_beside_others_is_not_handed_out(team):
    whole = team.sitting.desk._whole
    digest = whole.documents[team.closed].digest
    beside = [each.id for each in whole.documents.values() if each.digest == digest and each.id != team.closed]
    for each in beside:
        assert team.get(Role.ANALYST, f"/documents/{each}/original").status_code == 404
        assert team.get(Role.REVIEWER, f"/documents/{each}/original").status_code == 200


def test_a_wrong_name_or_password_is_refused_alike_and_not_for_ever(team):
    stranger = TestClient(team.clients[None].app)
    wrong = sign_in(stranger, "admin", "not the password")
    nobody = sign_in(stranger, "nobody at all", "not the password")
    assert (wrong.status_code, nobody.status_code) == (403, 403)
    assert wrong.text == nobody.text
    assert [sign_in(stranger, "admin", "again").status_code for _ in range(9)][-1] == 429


def newcomer(team, name):
    """One more analyst: code and client."""
    form = {"name": name, "alias": f"alias of {name}", "role": "analyst", "password": PASSWORD}
    assert team.post(Role.ADMIN, "/accounts", **form).status_code == 303
    client = TestClient(team.clients[None].app)
    assert sign_in(client, name).status_code == 303
    code = next(code for code, alias in team.sitting.desk.aliases().items() if alias == f"alias of {name}")
    return code, client


def test_a_closed_account_and_an_ended_session_are_nobody(team):
    code, client = newcomer(team, "leaver")
    assert client.get("/events", follow_redirects=False).status_code == 200
    team.post(Role.ADMIN, "/accounts", code=code, role="analyst", close="1", because="left")
    assert client.get("/events", follow_redirects=False).status_code == 303
    _, client = newcomer(team, "sleeper")
    client.post("/sign-out", headers=SAME_SITE)
    assert client.get("/events", follow_redirects=False).status_code == 303


def test_the_last_account_that_administers_stays(team):
    code = next(code for code, alias in team.sitting.desk.aliases().items() if alias == "A")
    demoted = team.post(Role.ADMIN, "/accounts", code=code, role="viewer", because="x")
    assert demoted.status_code == 422
    assert team.get(Role.ADMIN, "/accounts").status_code == 200


def test_a_second_person_reviews_and_a_publisher_makes_final(team):
    desk = team.sitting.desk
    closed = {each.id for each in desk._whole.claims_of[team.closed]}
    found = next(each for each in desk._whole.findings if not closed.intersection(each.claims))

    def step(role, status):
        last = desk.journal.last("status", (found.id,))
        ended = team.post(
            role, f"/events/{found.id}/status", status=status, because="looked", seen=last.id if last else ""
        )
        team.sitting.run()
        return ended.status_code

    assert step(Role.VIEWER, "in_review") == 403
    assert step(Role.ANALYST, "in_review") == 303
    assert step(Role.ANALYST, "peer_review") == 303
    assert step(Role.ANALYST, "reviewed") == 403
    assert step(Role.REVIEWER, "reviewed") == 303
    assert step(Role.REVIEWER, "final") == 403
    assert step(Role.PUBLISHER, "final") == 303
    assert desk._whole.finding_of[found.id].status.value == "final"


def test_a_code_is_asked_for_once_it_is_set(team):
    _, client = newcomer(team, "careful")
    secret = pyotp.random_base32()
    form = {"password": PASSWORD, "secret": secret, "code": pyotp.TOTP(secret).now()}
    assert client.post("/account/code", data=form, headers=SAME_SITE, follow_redirects=False).status_code == 303
    fresh = TestClient(team.clients[None].app)
    assert sign_in(fresh, "careful").status_code == 403
    assert sign_in(fresh, "careful", code=pyotp.TOTP(secret).now()).status_code == 303
