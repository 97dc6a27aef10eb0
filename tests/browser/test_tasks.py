"""Each task of an analyst, from its start to its end, in a browser, in English and in Arabic."""

import json
import shutil
from contextlib import ExitStack

import pytest

from tests.acceptance.command_line import show
from tests.acceptance.serving import served
from tests.browser.conftest import drive_at_once

LANGUAGES = ("en", "ar")
TASKS = 18


def ids_of(case):
    """What the tasks are done with."""
    doubts, events = show(case, "doubts"), show(case, "events")
    claims, persons = show(case, "claims"), show(case, "persons")
    event = max((each for each in events if each["contradictions"]), key=lambda each: len(each["claims"]))
    claim = next(
        each for each in claims if each["toll"] and each["toll"]["number"] == 9 and "executed" in each["quote"]
    )
    place = next(each for each in doubts if each["question"]["code"] == "unknown_place")
    date = next(each for each in doubts if each["question"]["code"] == "no_publication_date")
    paged = next(each["id"] for each in show(case, "documents") if each["name"].endswith("minutes.pdf"))
    known = next(each["where"]["place"] for each in events if each["where"]["place"])
    pages = [
        "/queue",
        "/events",
        "/documents",
        "/persons",
        "/places",
        "/parties",
        "/sources",
        "/situations",
        "/series",
        "/patterns",
        "/history",
    ]
    pages += ["/moved", "/keys", "/accounts", "/account", "/export", f"/events/{event['id']}", f"/places/{known}"]
    pages += [f"/documents/{claim['document']}?edit={claim['id']}", "/new/source?name=x", "/nothing", "/events/nothing"]
    pages += [f"/documents/{paged}", f"/documents/{paged}/pages/2"]
    pages += [f"/persons/{each['id']}" for each in persons[:1]]
    return {
        "place": place["id"],
        "date": date["id"],
        "undated": date["about"][0],
        "event": event["id"],
        "size": len(event["claims"]),
        "other": next(each["id"] for each in events if each["id"] != event["id"]),
        "document": claim["document"],
        "claim": claim["id"],
        "claims": sum(each["document"] == claim["document"] for each in claims),
        "known": known,
        "words": "bread",
        "paged": paged,
        "pages": [each for each in pages if each != "/nothing"],
    }


@pytest.fixture(scope="module")
def done(prepared, tmp_path_factory):
    """What was done in each language, at two desks at once."""
    place, ids = tmp_path_factory.mktemp("tasks"), json.dumps(ids_of(prepared))
    with ExitStack() as desks:
        copies = [shutil.copytree(prepared, place / each) for each in LANGUAGES]
        addresses = [desks.enter_context(served(each)).address for each in copies]
        told = drive_at_once(*(("drive.mjs", *each, ids) for each in zip(addresses, LANGUAGES, strict=True)))
    return dict(zip(LANGUAGES, told, strict=True))


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_task_is_done_from_its_start_to_its_end(done, language):
    assert len(done[language]) == TASKS
    assert not {each["task"]: each["fault"] for each in done[language] if each["fault"]}
