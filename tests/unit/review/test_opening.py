"""A desk opens whatever the last run left: nothing, something that does not read any more, or something older."""

import shutil
import socket

import pytest
import uvicorn

from sijill.case import read_case
from sijill.chain.derived import EVENTS, PERSONS
from sijill.chain.keeping.opening import derived_of, open_ledger
from sijill.chain.run import up_to_date
from sijill.cli.review import bound
from sijill.review.view import Unmade, load_view
from tests.unit.review.conftest import seated

LISTS = ("events", "situations", "persons", "places", "parties", "sources", "series", "patterns")


@pytest.fixture
def older(belqara_unestimated, tmp_path):
    """A case whose persons were written by a Sijill that called a column otherwise."""
    folder = shutil.copytree(belqara_unestimated, tmp_path / "older")
    tables = derived_of(read_case(folder)).tables
    table = tables.get(PERSONS, tables.key(PERSONS))
    tables.put(PERSONS, "of an older Sijill", table.rename_columns(["called", *table.column_names[1:]]))
    return folder


def test_results_of_another_form_are_made_again_and_until_then_the_documents_are_shown(older, tmp_path):
    with seated(older, tmp_path / "case") as sitting:
        assert sitting.view.unmade is Unmade.OTHER_FORM and sitting.view.documents and not sitting.view.findings
        page = sitting.client.get("/queue").text
        assert "another form than this Sijill reads" in page and "No doubt waits" not in page
        assert all(each.id in sitting.client.get("/documents").text for each in sitting.view.latest[:5])
        for list_ in LISTS:
            page = sitting.client.get(f"/{list_}").text
            assert "being made. They stand here" in page, list_
            assert not any(each in page for each in ("Nothing is found", "Nobody", "No issuer", "Nothing recurs")), (
                list_
            )
        wanted = wants(sitting)
        sitting.run()
        assert "being made" not in "".join(sitting.client.get(f"/{each}").text for each in LISTS)
        assert wanted and sitting.view.unmade is None and sitting.view.persons
        assert not sitting.desk.movements  # nothing moved: there was nothing to compare with
        assert not wants(sitting)


def test_words_that_a_table_of_another_sijill_holds_are_no_traceback(older):
    case = read_case(older)
    tables = derived_of(case).tables
    table = tables.get(EVENTS, tables.key(EVENTS))
    acts = ["an act that nobody knows"] * table.num_rows
    tables.put(EVENTS, "older", table.set_column(table.column_names.index("act"), "act", [acts]))
    with open_ledger(case) as ledger:
        assert load_view(case, ledger, 1).unmade is Unmade.OTHER_FORM


def test_a_case_that_never_ran_says_so(older):
    shutil.rmtree(older / "derived")
    case = read_case(older)
    with open_ledger(case) as ledger:
        assert load_view(case, ledger, 1).unmade is Unmade.NEVER


def test_what_was_decided_before_the_desk_was_ended_is_taken_in_when_it_opens(belqara_unestimated, tmp_path):
    with seated(belqara_unestimated, tmp_path / "case") as sitting:
        assert not wants(sitting)
        asked = next(each for each in sitting.view.doubts if each.question.code == "unknown_place")
        sitting.post(f"/doubts/{asked.id}/answer", typed="Belqara", because="as it says", seen="")
        assert wants(sitting)


def wants(sitting):
    """Does a desk that is opened over this case begin a run?"""
    return not up_to_date(sitting.desk.case, sitting.desk.ledger)


def test_an_answer_does_not_wait_until_its_first_part_is_acknowledged():
    """On a socket that asyncio does not know to be TCP every page would come 40 ms later."""
    with bound(uvicorn.Config(app="none", port=0), 0) as listening:
        assert listening.getsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY)
