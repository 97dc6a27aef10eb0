"""Who may do what, over every route, every role and every kind of object: a matrix made from the routes."""

import json
import shutil
from dataclasses import dataclass, replace

import pyotp
import pytest
from starlette.testclient import TestClient

from bench.desk.matrix import PASSWORD, REASON, WORDS, Asked, team_at, try_all
from sijill.review.accounts import Permission, Role
from sijill.review.web.routes import ROUTES
from tests.unit.review.conftest import SAME_SITE, Sitting

API = (
    "events",
    "claims",
    "documents",
    "situations",
    "doubts",
    "totals",
    "events/{id}",
    "claims/{id}",
    "documents/{id}",
    "openapi.json",
)


@dataclass
class Team:
    """The team of the matrix. The document `closed` is open to the reviewer only."""

    made: object
    sitting: Sitting

    @property
    def clients(self):
        return self.made.clients

    @property
    def closed(self):
        return self.made.closed[0]

    def get(self, who, path):
        return self.made.ask(who, "GET", path)

    def post(self, who, path, **form):
        return self.made.ask(who, "POST", path, form)


@pytest.fixture(scope="module")
def team(belqara_unestimated, tmp_path_factory):
    """Shared by all tests here: whoever changes an account makes one for it."""
    folder = shutil.copytree(belqara_unestimated, tmp_path_factory.mktemp("team") / "case")
    with team_at(folder) as made:
        yield Team(made=made, sitting=Sitting(desk=made.desk, client=None, folder=folder))


@pytest.fixture(scope="module")
def tried(team):
    """Every cell of the matrix; of those who may not open the document, the analyst also opens every page there is."""
    return try_all(team.made, walk=(Role.ANALYST,))


def sign_in(client, name, password=PASSWORD, **more):
    return client.post(
        "/sign-in", data={"name": name, "password": password, **more}, headers=SAME_SITE, follow_redirects=False
    )


def test_every_route_has_a_row_and_asks_every_role_for_its_permission(tried):
    """A new route stands in the matrix, or this fails."""
    assert not tried.without_row
    assert not tried.wrong
    assert (tried.routes, tried.roles) == (len(ROUTES) + len(API), len(Role) + 1)
    assert tried.cells > tried.routes * tried.roles


def test_a_route_that_nobody_thought_of_has_no_row():
    thought_of = Asked(method="GET", path="/events/{id}", permission=Permission.READ)
    assert thought_of.has_row
    assert not any(replace(thought_of, path=each).has_row for each in ("/graves", "/graves/{id}", "/api/graves/{id}"))


def test_what_rests_on_a_closed_document_is_nowhere(team, tried):
    """Not in its own pages, in lists, search, map, history, counts, export or the API; whoever may open it finds it."""
    assert not tried.leaks
    sees = team.get(Role.REVIEWER, f"/documents/{team.closed}")
    assert sees.status_code == 200
    assert WORDS in sees.text
    assert REASON in team.get(Role.REVIEWER, "/history").text
    assert REASON in team.get(Role.REVIEWER, "/moved").text
    assert team.get(Role.REVIEWER, "/api/totals").json()["total"] > 0
    assert team.get(Role.ANALYST, "/api/totals").json()["total"] == 0


def test_an_export_holds_what_one_may_see_and_asks_for_the_password_again(team):
    before = [json.loads(each)["act"] for each in team.sitting.desk.ledger.log_records()].count("access.export")
    exported = team.post(Role.PUBLISHER, "/export", kind="claims")
    assert exported.status_code == 200
    ids = {json.loads(line)["document"] for line in exported.text.splitlines()}
    assert team.closed not in ids
    assert ids
    assert team.post(Role.ANALYST, "/export", kind="claims").status_code == 403
    told = team.post(Role.PUBLISHER, "/export", kind="decisions").text
    assert "publisher@" not in told
    logged = [json.loads(each)["act"] for each in team.sitting.desk.ledger.log_records()]
    assert logged.count("access.export") == before + 2


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
    code = next(code for code, alias in team.sitting.desk.aliases().items() if alias == "alias of admin")
    demoted = team.post(Role.ADMIN, "/accounts", code=code, role="viewer", because="x")
    assert demoted.status_code == 422
    assert team.get(Role.ADMIN, "/accounts").status_code == 200


def test_a_second_person_reviews_and_a_publisher_makes_final(team):
    desk = team.sitting.desk
    closed = {each.id for document in team.made.closed for each in desk._whole.claims_of.get(document, ())}
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
