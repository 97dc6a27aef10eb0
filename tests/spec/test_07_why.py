"""7. From any figure back to the words it came from, down to the bytes."""

import json
import shutil

import pytest

from tests.acceptance.command_line import show, sijill

REPORTS = {
    "courier.txt": (
        "At least 31 people were killed on 3 May 2021 when shells hit the market of Belqara, residents said. "
        "Some reports said up to 80 people were killed."
    ),
    "herald.txt": "Shelling killed 52 people at the market of Belqara on 3 May 2021, a doctor said.",
}


@pytest.fixture(scope="module")
def built(tmp_path_factory):
    """Two reports of one shelling, in a case of the invented conflict."""
    folder = tmp_path_factory.mktemp("why")
    assert sijill("init", folder / "case", "--pack", "demo").code == 0
    for name, text in REPORTS.items():
        (folder / name).write_text(text)
        assert sijill("add", folder / "case", folder / name, "--published", "2021-05-04").code == 0
    assert sijill("run", folder / "case").code == 0
    return folder / "case"


@pytest.fixture
def case(built, tmp_path):
    """A copy that a test may harm."""
    shutil.copytree(built, tmp_path / "case")
    return tmp_path / "case"


def event(case):
    return max(show(case, "events"), key=lambda each: len(each["claims"]))


def why(case, *words):
    """The answer as a record."""
    ended = sijill("why", case, *words, "--format", "json")
    assert ended.err == ""
    return ended.code, json.loads(ended.out)[0]


def test_a_bound_is_told_with_its_rule_and_its_quotes(built):
    """The answer to `killed.high` is the sentence of the policy and the words that set the bound."""
    found = event(built)
    _, told = why(built, found["id"], "killed.high")
    assert told["value"] == "80" and told["policy"] == "range"
    assert "greatest" in told["rules"][0]["sentence"]
    assert told["rules"][0]["rests_on"] == found["tolls"]["killed"]["high_rests_on"]
    assert [each["claim"]["id"] for each in told["evidence"]] == told["rules"][0]["rests_on"]
    assert "up to 80" in told["evidence"][0]["claim"]["quote"]


def test_a_figure_without_a_bound_tells_both(built):
    _, told = why(built, event(built)["id"], "killed")
    assert [each["bound"] for each in told["rules"]] == ["low", "high"]


def test_every_quote_stands_in_its_sentence(built):
    """Before, quote and after are one passage of the report, letter by letter."""
    _, told = why(built, event(built)["id"])
    assert told["evidence"]
    for each in told["evidence"]:
        passage = each["before"] + each["claim"]["quote"] + each["after"]
        assert passage in REPORTS[each["document"]["name"]]


def test_the_original_is_named_and_its_bytes_are_checked(built):
    code, told = why(built, event(built)["id"])
    assert code == 0 and told["sound"]
    for each in told["evidence"]:
        assert (built / each["original"]).read_text() == REPORTS[each["document"]["name"]]
        assert each["kept"] == "sound" and each["reads_as_quoted"]


def test_an_original_that_was_changed_is_found_out(case):
    """One letter is enough, and the command does not end with 0."""
    original = next(path for path in (case / "vault").rglob("*") if path.is_file())
    original.chmod(0o644)
    original.write_text(original.read_text().replace("market", "Market"))
    code, told = why(case, event(case)["id"])
    assert code == 1 and not told["sound"]
    assert {each["kept"] for each in told["evidence"]} == {"sound", "changed"}
    assert "THE ORIGINAL WAS CHANGED" in sijill("why", case, event(case)["id"]).out


def test_an_original_that_is_gone_is_found_out(case):
    for original in [path for path in (case / "vault").rglob("*") if path.is_file()]:
        original.unlink()
    code, told = why(case, event(case)["id"], "killed.low")
    assert code == 1
    assert {each["kept"] for each in told["evidence"]} == {"missing"}


def test_an_event_tells_why_its_claims_were_put_together(built):
    _, told = why(built, event(built)["id"])
    assert any(each["linked"] and each["reasons"] for each in told["links"])
    assert "why together" in sijill("why", built, event(built)["id"]).out


def test_claims_documents_and_doubts_are_told_too(built):
    for kind in ("claims", "documents", "doubts"):
        for record in show(built, kind):
            code, told = why(built, record["id"])
            assert code == 0 and told["id"] == record["id"]


def test_the_beginning_of_an_id_will_do_if_it_names_one_record(built):
    whole = event(built)["id"]
    assert why(built, whole[:12])[1]["id"] == whole
    ended = sijill("why", built, "clm_")
    assert ended.code == 2 and "write more letters" in ended.err


def test_an_id_or_a_figure_that_is_not_there_is_refused_with_what_there_is(built):
    assert "sijill show CASE events" in sijill("why", built, "evt_nothing").err
    ended = sijill("why", built, event(built)["id"], "abducted.high")
    assert ended.code == 2 and "killed.low, killed.high" in ended.err


def test_nobody_gives_a_number_is_said_and_is_not_zero(case, tmp_path):
    (tmp_path / "third.txt").write_text("Several people were abducted from Tarvish on 9 May 2021 by the Orrakan Front.")
    sijill("add", case, tmp_path / "third.txt", "--published", "2021-05-10")
    assert sijill("run", case).code == 0
    found = next(each for each in show(case, "events") if "abducted" in each["tolls"])
    _, told = why(case, found["id"], "abducted.low")
    assert told["value"] == "not said"
    assert "no number is not zero" in told["rules"][0]["sentence"]


def test_a_claim_names_the_event_it_is_in(built):
    found = event(built)
    _, told = why(built, found["claims"][0])
    assert told["part_of"] == [found["id"]] and told["aside"] is None
