"""The read API says what `show` exports, to whoever may see it; and no call, however odd, is a fault of the server."""

import json

import pytest

from bench.desk.calls import call_all
from tests.acceptance.command_line import show
from tests.unit.review.conftest import seated

EXAMPLES = 40


@pytest.fixture(scope="module")
def desk(belqara_unestimated, tmp_path_factory):
    with seated(belqara_unestimated, tmp_path_factory.mktemp("api") / "case") as made:
        yield made


def test_no_call_is_a_fault_of_the_server(desk):
    answered = call_all(desk.client.app, each=EXAMPLES)
    assert sum(answered.values()) > 300
    assert set(answered) <= {200, 404, 405, 406, 422}


@pytest.mark.parametrize("kind", ["events", "claims", "documents", "doubts", "totals"])
def test_the_records_are_those_that_show_exports(desk, kind):
    told = desk.client.get(f"/api/{kind}?limit=500").json()
    exported = show(desk.folder, kind)
    assert told["total"] == len(exported)
    assert sorted(map(json.dumps, told["records"])) == sorted(map(json.dumps, exported))


def test_a_part_of_a_list_is_asked_for_by_its_place(desk):
    whole = desk.client.get("/api/claims?limit=500").json()["records"]
    assert desk.client.get("/api/claims?limit=3&after=2").json()["records"] == whole[2:5]


def test_one_record_is_found_by_its_id_and_nothing_else_is(desk):
    event = show(desk.folder, "events")[0]
    assert desk.client.get(f"/api/events/{event['id']}").json() == event
    assert desk.client.get("/api/events/evt_nothing").status_code == 404


def test_words_find_events_by_what_their_claims_say(desk):
    found = desk.client.get("/api/events", params={"words": "executed"}).json()
    assert [each["act"] for each in found["records"]][:1] == ["execution"]


def test_the_api_writes_nothing(desk):
    paths = desk.client.get("/api/openapi.json").json()["paths"]
    assert {method for each in paths.values() for method in each} == {"get"}
