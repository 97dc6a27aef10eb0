"""The gate: no figure passes whose words do not stand in a document, and nothing is written that need not be."""

from dataclasses import replace

import pytest

from sijill.model.claim import Harm
from sijill.model.finding import CasualtyRange
from sijill.publish import gate
from tests.unit.publish.belqara import without_its_words


def market(case):
    return next(each for each in case.findings if each.id == "evt_market")


def test_a_finding_whose_quotes_stand_in_their_documents_passes(case):
    assert all(gate.fault_of(each, case.claims, case.texts.get) is None for each in case.findings)


def test_a_quote_one_character_off_refuses_the_finding_and_names_the_claim(case):
    claim = market(case).claims[0]
    fault = gate.fault_of(market(without_its_words(case)), case.claims, case.texts.get)
    assert fault is not None
    assert (fault.code, fault.values["claim"]) == ("quote_not_in_text", claim)


def test_a_document_without_its_text_refuses_what_rests_on_it(case):
    del case.texts[case.claims[market(case).claims[0]].document]
    assert gate.fault_of(market(case), case.claims, case.texts.get).code == "quote_not_in_text"


def test_a_claim_that_is_not_in_the_register_refuses_the_finding(case):
    del case.claims[market(case).tolls[Harm.KILLED].high_rests_on[0]]
    assert gate.fault_of(market(case), case.claims, case.texts.get).code == "claim_missing"


@pytest.mark.parametrize("bound", ["low", "high"])
def test_a_figure_that_names_no_claim_is_refused(case, bound):
    bare = CasualtyRange(**{bound: 5}, policy="range")
    finding = replace(market(case), tolls={Harm.KILLED: bare})
    fault = gate.fault_of(finding, case.claims, case.texts.get)
    assert (fault.code, fault.values["figure"], fault.values["number"]) == ("figure_rests_on_nothing", "killed", 5)


def test_a_part_of_a_figure_is_held_to_the_same(case):
    killed = market(case).tolls[Harm.KILLED]
    children = {"children": CasualtyRange(low=13, policy="range")}
    finding = replace(market(case), tolls={Harm.KILLED: replace(killed, by_group=children)})
    assert gate.fault_of(finding, case.claims, case.texts.get).values["figure"] == "killed.children"


def test_an_empty_span_proves_nothing(case):
    claim = case.claims[market(case).claims[0]]
    assert not gate.sound(replace(claim, span=(5, 5), quote=""), "a text")


def test_a_span_beyond_the_text_proves_nothing(case):
    claim = case.claims[market(case).claims[0]]
    assert not gate.sound(replace(claim, span=(-4, 400), quote="text"), "text")


def test_only_changed_pages_are_written_and_stale_ones_go(tmp_path):
    first = gate.let_out(tmp_path, {"index.html": b"1", "events/evt_a.html": b"a"})
    assert (first.written, first.unchanged, first.removed) == (["events/evt_a.html", "index.html"], 0, [])
    untouched = (tmp_path / "index.html").stat().st_mtime_ns
    second = gate.let_out(tmp_path, {"index.html": b"1", "events/evt_b.html": b"b"})
    assert (second.written, second.unchanged, second.removed) == (["events/evt_b.html"], 1, ["events/evt_a.html"])
    assert (tmp_path / "index.html").stat().st_mtime_ns == untouched
    assert not (tmp_path / "events/evt_a.html").exists()


def test_a_kept_page_stays_without_being_drawn_again(tmp_path):
    gate.let_out(tmp_path, {"index.html": b"1", "events/evt_a.html": b"a"})
    passed = gate.let_out(tmp_path, {"index.html": b"1"}, kept={"events/evt_a.html"})
    assert (passed.written, passed.unchanged, passed.removed) == ([], 2, [])


def test_a_file_of_somebody_else_is_never_overwritten_or_removed(tmp_path):
    (tmp_path / "index.html").write_text("mine")
    with pytest.raises(gate.NotOurs, match="name an empty folder"):
        gate.let_out(tmp_path, {"index.html": b"1"})
    (tmp_path / "index.html").rename(tmp_path / "notes.html")
    gate.let_out(tmp_path, {"index.html": b"1"})
    gate.let_out(tmp_path, {"doubts.html": b"2"})
    assert (tmp_path / "notes.html").read_text() == "mine"


@pytest.mark.parametrize(
    "name", ["../index.html", "events/../../x.html", "/tmp/x.html", "events/.html", "a.txt", "e/a b.html"]
)
def test_a_page_cannot_be_named_out_of_its_folder(tmp_path, name):
    with pytest.raises(gate.NotAPageName):
        gate.let_out(tmp_path, {name: b""})


def test_a_list_of_pages_that_was_tampered_with_removes_nothing_outside(tmp_path):
    out = tmp_path / "out"
    gate.let_out(out, {"index.html": b"1"})
    (tmp_path / "secret.html").write_text("keep")
    (out / gate.LIST).write_text("../secret.html\nindex.html\n")
    gate.let_out(out, {"index.html": b"1"})
    assert (tmp_path / "secret.html").exists()


def test_no_half_written_page_is_left_behind(tmp_path):
    gate.let_out(tmp_path, {"index.html": b"1"})
    assert sorted(each.name for each in tmp_path.iterdir()) == ["index.html", gate.LIST]
