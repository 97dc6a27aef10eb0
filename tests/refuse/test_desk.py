"""Many people at once, a desk that is killed, requests of other sites: no decision is lost, nothing is followed."""

import shutil

import pytest
from starlette.testclient import TestClient

from bench.desk.crowd import decided_at_once, decided_until_killed
from sijill.case import read_case
from sijill.chain.keeping.opening import open_ledger
from sijill.review.desk import Desk
from sijill.review.web.app import build_app
from tests.acceptance.command_line import sijill

REVIEWERS, DECISIONS = 12, 12
SAME_SITE = {"sec-fetch-site": "same-origin"}


@pytest.fixture
def copy(belqara_unestimated, tmp_path):
    return shutil.copytree(belqara_unestimated, tmp_path / "case")


def test_many_reviewers_at_once_lose_no_decision(copy):
    told = decided_at_once(copy, reviewers=REVIEWERS, decisions=DECISIONS)
    assert len(told.acknowledged) == REVIEWERS * DECISIONS
    assert sorted(told.recorded) == sorted(told.acknowledged)


def test_a_desk_that_is_killed_has_lost_nothing_that_it_acknowledged(copy):
    told = decided_until_killed(copy, reviewers=6, before=25)
    assert len(told.acknowledged) > 25
    assert told.lost == 0
    assert sijill("run", copy).code == 0


@pytest.mark.parametrize(
    ("headers", "status"),
    [
        ({"sec-fetch-site": "cross-site"}, 403),
        ({"sec-fetch-site": "same-site"}, 403),
        ({"sec-fetch-site": "none"}, 403),
        ({"origin": "http://elsewhere.example"}, 403),
        ({"origin": "null"}, 403),
        ({"host": "elsewhere.example", **SAME_SITE}, 421),
        ({"host": "", **SAME_SITE}, 421),
        ({"content-length": "99999999", **SAME_SITE}, 413),
    ],
)
def test_a_request_of_another_site_or_name_is_not_followed(guarded, headers, status):
    assert guarded.post("/undo", headers=headers).status_code == status


def test_every_answer_carries_its_policy_and_is_kept_nowhere(guarded):
    for path in ("/", "/nothing", "/api/events", "/events/nothing", "/static/desk.js", "/static/nothing"):
        told = guarded.get(path).headers
        policy = told["content-security-policy"]
        assert "default-src 'none'" in policy
        assert "unsafe" not in policy
        assert told["x-content-type-options"] == "nosniff"
        assert "no-store" in told["cache-control"] or path.startswith("/static/desk")


@pytest.mark.parametrize("to", ["//elsewhere.example", "https://elsewhere.example/", "/\\elsewhere.example", "x"])
def test_a_way_back_leads_to_no_other_site(guarded, to):
    ended = guarded.post("/language", data={"language": "ar", "to": to}, headers=SAME_SITE, follow_redirects=False)
    assert ended.headers["location"] == "/"


@pytest.mark.parametrize(
    "name", ["../desk.py", "..%2f..%2fdesk.py", "desk.css/../../app.py", "nothing.js", "messages.po"]
)
def test_nothing_but_its_own_files_is_handed_out(guarded, name):
    assert guarded.get(f"/static/{name}").status_code in (404, 307)


@pytest.fixture(scope="module")
def guarded(belqara_unestimated, tmp_path_factory):
    case = read_case(shutil.copytree(belqara_unestimated, tmp_path_factory.mktemp("desk") / "case"))
    with open_ledger(case) as ledger:
        yield TestClient(build_app(Desk(case, ledger, alone_as="os:000000000000")))
