"""`show`: exactly the records for machines, and tables that fit for people."""

import csv
import io
import json

import pytest
from rich.cells import cell_len

from sijill.model.beside.pattern import Pattern
from sijill.model.beside.series import Series
from sijill.model.claim import Claim
from sijill.model.decision import Doubt
from sijill.model.document import Custody, Document
from sijill.model.event import Situation
from sijill.model.exchange import from_json
from sijill.model.finding import Finding, Total
from sijill.model.person import Remains
from sijill.model.source import OriginLink, Source
from sijill.publish.figures import bounds
from tests.acceptance.command_line import show, sijill

NOUNS = {
    "documents": Document,
    "claims": Claim,
    "events": Finding,
    "situations": Situation,
    "totals": Total,
    "series": Series,
    "remains": Remains,
    "patterns": Pattern,
    "doubts": Doubt,
    "sources": Source,
    "origins": OriginLink,
    "custody": Custody,
}


@pytest.mark.parametrize(("kind", "noun"), NOUNS.items())
def test_a_line_is_a_record_and_nothing_else(belqara, kind, noun):
    ended = sijill("show", belqara, kind, "--format", "jsonl")
    assert ended.code == 0 and ended.err == "" and ended.out
    assert [from_json(noun, line) for line in ended.out.splitlines()]


@pytest.mark.parametrize("kind", NOUNS)
def test_json_and_csv_hold_the_same_records(belqara, kind):
    lines = show(belqara, kind)
    assert json.loads(sijill("show", belqara, kind, "--format", "json").out) == lines
    rows = list(csv.DictReader(io.StringIO(sijill("show", belqara, kind, "--format", "csv").out, newline="")))
    assert len(rows) == len(lines)


@pytest.mark.parametrize("kind", NOUNS)
@pytest.mark.parametrize("width", [80, 100, 200])
def test_a_table_fits_the_terminal(belqara, kind, width, monkeypatch):
    monkeypatch.setenv("COLUMNS", str(width))
    ended = sijill("show", belqara, kind)
    assert ended.code == 0 and ended.err == ""
    assert max(map(len, ended.out.splitlines())) <= width


def test_an_event_is_shown_with_its_range_and_its_accusers(belqara, monkeypatch):
    """What the table says of the killed is what the record holds."""
    monkeypatch.setenv("COLUMNS", "200")
    lines = sijill("show", belqara, "events").out.splitlines()
    counted = [each for each in show(belqara, "events") if each["tolls"].get("killed", {}).get("low") is not None]
    assert len(counted) >= 3
    for each in counted:
        row = next(line for line in lines if line.startswith(each["id"][:8]))
        assert bounds(each["tolls"]["killed"]["low"], each["tolls"]["killed"]["high"]) in row


def test_no_number_is_shown_as_such_and_never_as_zero(belqara, monkeypatch):
    monkeypatch.setenv("COLUMNS", "200")
    unknown = [each for each in show(belqara, "events") if any(toll["unknown"] for toll in each["tolls"].values())]
    assert unknown
    assert "no number" in sijill("show", belqara, "events").out


def test_every_claim_quotes_its_document(belqara):
    assert all(each["quote"] for each in show(belqara, "claims"))


def test_filters_narrow(belqara):
    everything = show(belqara, "events")
    cases = [
        (["--place", "بلقارة"], lambda e: e["where"]["place"] == "demo-belqara"),
        (["--act", "shelling"], lambda e: e["act"] == "shelling"),
        (["--from", "2021-03-05"], lambda e: (e["when"]["end"] or "") >= "2021-03-05"),
        (["--to", "2020"], lambda e: e["when"]["start"] is not None and e["when"]["start"] < "2021"),
        (["--min", "50"], lambda e: any(max(t["low"] or 0, t["high"] or 0) >= 50 for t in e["tolls"].values())),
    ]
    for words, holds in cases:
        found = show(belqara, "events", *words)
        assert found and len(found) < len(everything), words
        assert found == [each for each in everything if holds(each)], words


def test_a_place_takes_in_what_lies_in_it(belqara):
    assert {each["id"] for each in show(belqara, "events", "--place", "Belqara")} < {
        each["id"] for each in show(belqara, "events", "--place", "Azelan")
    }


def test_a_party_is_found_by_any_of_its_names(belqara):
    assert show(belqara, "claims", "--party", "Tessavari army") == show(
        belqara, "claims", "--party", "tessavar-government"
    )
    assert show(belqara, "claims", "--party", "Tessavari army")


def test_claims_and_doubts_of_one_document(belqara):
    document = next(each["id"] for each in show(belqara, "documents") if each["name"] == "letters-from-the-cistern.txt")
    assert {each["document"] for each in show(belqara, "claims", "--document", document[:12])} == {document}
    assert all(document in each["about"] for each in show(belqara, "doubts", "--document", document))
    assert show(belqara, "doubts", "--document", document)


def test_limit_says_how_many_are_left_out(belqara):
    assert len(show(belqara, "claims", "--limit", "3")) == 3
    assert "more left out by --limit" in sijill("show", belqara, "claims", "--limit", "3").out


@pytest.mark.parametrize(
    ("kind", "filters"),
    [("documents", ["--act", "x"]), ("totals", ["--document", "x"]), ("custody", ["--min", "3"])],
)
def test_a_filter_that_cannot_be_answered_is_refused(belqara, kind, filters):
    ended = sijill("show", belqara, kind, *filters)
    assert ended.code == 2
    assert f"{filters[0]} cannot filter {kind}" in ended.err


def test_totals_are_over_the_events_of_any_scope(belqara):
    siege = next(each["within"] for each in show(belqara, "events") if each["within"])
    inside = {each["id"] for each in show(belqara, "events", "--within", siege)}
    totals = show(belqara, "totals", "--within", siege)
    assert totals and all(set(each["rests_on"]) <= inside for each in totals)
    whole = {each["harm"]: each["low"] for each in show(belqara, "totals")}
    assert all(each["low"] <= whole[each["harm"]] for each in totals)
    assert {each["scope"] for each in show(belqara, "totals", "--act", "airstrike", "--from", "2021")} == {
        "from 2021, airstrike"
    }


def test_a_running_toll_stands_beside_the_total_with_what_that_holds_of_it(belqara):
    running = next(each for each in show(belqara, "series") if each["low"] == 1200)
    total = next(each for each in show(belqara, "totals") if each["harm"] == "killed")
    assert set(running["inside"]) <= set(total["rests_on"]) and running["inside"]
    assert running["adds_low"] == 1200 - running["counted_low"] > 0
    assert total["high"] is None and total["low"] < 1200


def test_a_date_that_is_none_is_refused(belqara):
    ended = sijill("show", belqara, "events", "--from", "yesterday")
    assert ended.code == 2 and "2014-08-17" in ended.err


def test_the_demonstration_names_its_pages_and_what_was_found(belqara, demonstration):
    assert all(
        word in demonstration.out
        for word in ("events", "disputed", "denied by", " against ", "totals", "doubts", "invented", "not for release")
    )
    assert (belqara / "published" / "internal" / "index.html").is_file()
    assert sijill("demo", "--to", belqara, "--no-open").code == 2


@pytest.mark.parametrize("width", ["80", "100", "120", "160"])
@pytest.mark.parametrize("kind", ["events", "situations", "claims", "documents", "totals", "doubts", "sources"])
def test_every_table_fits_its_terminal(belqara, monkeypatch, kind, width):
    monkeypatch.setenv("COLUMNS", width)
    lines = sijill("show", belqara, kind).out.splitlines()
    assert len(lines) > 4
    assert max(map(cell_len, lines)) <= int(width)


def test_the_signs_of_the_table_are_told_below_it_if_they_are_in_it(belqara, monkeypatch):
    monkeypatch.setenv("COLUMNS", "80")
    shown = sijill("show", belqara, "events").out
    rows, _, told = shown.partition("\n\n12+ at least 12")
    assert "+ killed" in rows and "°" in rows and "* only the other side accuses" in told
    assert "°" not in sijill("show", belqara, "events", "--act", "abduction").out


def test_an_event_is_told_with_who_accuses_and_who_denies(belqara):
    market = max(show(belqara, "events"), key=lambda each: len(each["contradictions"]))
    told = " ".join(sijill("why", belqara, market["id"]).out.split())
    assert "accused by" in told and "denied by" in told and "(interested)" in told and "How many killed" in told
