"""Many people at once, a desk that is killed, requests of other sites: no decision is lost, nothing is followed."""

import shutil
from concurrent.futures import ThreadPoolExecutor

import httpx2
import pytest
from starlette.testclient import TestClient

from sijill.case import read_case
from sijill.chain.keeping.opening import open_ledger
from sijill.review.desk import Desk
from sijill.review.web.app import build_app
from tests.acceptance.command_line import show, sijill
from tests.acceptance.serving import served

REVIEWERS, DECISIONS = 12, 12
SAME_SITE = {"sec-fetch-site": "same-origin"}


@pytest.fixture(scope="module")
def case(tmp_path_factory):
    folder = tmp_path_factory.mktemp("desk") / "belqara"
    assert sijill("demo", "--to", folder, "--no-open").code == 0
    return folder


@pytest.fixture
def copy(case, tmp_path):
    return shutil.copytree(case, tmp_path / "case")


def assign(client, event, who, number):
    """One decision on a matter that everybody decides on, having seen what stands: its reason, once acknowledged."""
    because = f"reviewer {who}, decision {number}"
    for _ in range(200):
        seen = client.get(f"/events/{event}").text.split("/assign")[1].split('name="seen" value="')[1].split('"')[0]
        ended = client.post(f"/events/{event}/assign", data={"seen": seen, "to_account": "", "because": because})
        if ended.status_code == 303:
            return because
        assert ended.status_code == 409
    return None


def decided(copy):
    with open_ledger(read_case(copy)) as ledger:
        return [each.because for each in ledger.decisions("assignment")]


def test_many_reviewers_at_once_lose_no_decision(copy):
    events = [each["id"] for each in show(copy, "events")]

    def review(who):
        with httpx2.Client(base_url=desk.address, headers=SAME_SITE, timeout=60) as client:
            return [assign(client, events[(who + n) % len(events)], who, n) for n in range(DECISIONS)]

    with served(copy) as desk, ThreadPoolExecutor(REVIEWERS) as pool:
        acknowledged = [each for some in pool.map(review, range(REVIEWERS)) for each in some]
    assert len(acknowledged) == REVIEWERS * DECISIONS
    assert None not in acknowledged
    assert sorted(decided(copy)) == sorted(acknowledged)


def test_a_desk_that_is_killed_has_lost_nothing_that_it_acknowledged(copy):
    events = [each["id"] for each in show(copy, "events")]
    acknowledged = []

    def review(who):
        with httpx2.Client(base_url=desk.address, headers=SAME_SITE, timeout=20) as client:
            try:
                for number in range(200):
                    acknowledged.append(assign(client, events[who], who, number))
                    if len(acknowledged) > 25:
                        desk.process.kill()
            except httpx2.TransportError:
                return

    with served(copy) as desk, ThreadPoolExecutor(6) as pool:
        list(pool.map(review, range(6)))
    assert len(acknowledged) > 25
    assert set(acknowledged) <= set(decided(copy))
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
def guarded(case):
    with open_ledger(read_case(case)) as ledger:
        yield TestClient(build_app(Desk(read_case(case), ledger, alone_as="os:000000000000")))
