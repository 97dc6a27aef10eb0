"""The invented case from its reports to its pages: what a reader opens is what the documents say."""

import re
import shutil
from html import unescape

import pytest

from sijill.case import read_case
from sijill.chain.register import Register
from sijill.chain.run import run_chain
from sijill.model.decision import Step
from sijill.publish.quotes import visible
from sijill.store.ledger import Ledger

AT = "2021-07-01T12:00:00Z"
MARKED = re.compile(r"<mark>(.*?)</mark>", re.DOTALL)
CARD = re.compile(r'<blockquote class="quote.*?</blockquote>', re.DOTALL)
BOUND = re.compile(r"<summary>(?:Lowest|Highest|The number): <b>([\d,]+)</b>(.*?)</details>", re.DOTALL)
SOURCE = re.compile(r"documents/(doc_[0-9a-f]+)\.html#(clm_[0-9a-f]+)")


def run(folder):
    return run_chain(read_case(folder), by="recorder", at=AT, progress=lambda *_: None)


@pytest.fixture(scope="module")
def made(belqara, tmp_path_factory):
    """The demonstration: its folder and its register."""
    folder = shutil.copytree(belqara, tmp_path_factory.mktemp("demo") / "case")
    return folder, Register(read_case(folder))


def pages(folder):
    root = folder / "published" / "internal"
    return {str(each.relative_to(root)): each.read_text(encoding="utf-8") for each in sorted(root.rglob("*.html"))}


def texts(folder, register):
    with Ledger.open(read_case(folder).ledger) as ledger:
        return {each: said.text for each, said in ledger.texts([each.id for each in register.documents]).items()}


def test_every_event_document_and_situation_has_its_page(made):
    folder, register = made
    wanted = {f"events/{each.id}.html" for each in register.findings}
    wanted |= {f"documents/{each.id}.html" for each in register.documents}
    wanted |= {f"situations/{each.id}.html" for each in register.situations}
    assert set(pages(folder)) == wanted | {"index.html", "map.html", "doubts.html"}


def test_every_quote_on_every_page_reads_exactly_as_its_document(made):
    folder, register = made
    said = texts(folder, register)
    checked = 0
    for name, page in pages(folder).items():
        for card in CARD.findall(page):
            document, claim = SOURCE.search(card).groups()
            start, end = register.claims[claim].span
            assert unescape(MARKED.search(card).group(1)) == visible(said[document][start:end]), (name, claim)
            checked += 1
    assert checked > 100


def test_every_bound_of_every_range_opens_at_least_one_quote(made):
    folder, register = made
    shown = pages(folder)
    for finding in register.findings:
        opened = BOUND.findall(shown[f"events/{finding.id}.html"])
        numbers = {int(number.replace(",", "")) for number, _ in opened}
        for harm, figure in finding.tolls.items():
            told = {each for each in (figure.low, figure.high) if each is not None}
            assert harm.value == "none" or told <= numbers, (finding.title, harm)
        assert all("<mark>" in words for _, words in opened)


def test_the_disagreement_about_the_market_is_on_its_page(made):
    folder, register = made
    market = max(
        (each for each in register.findings if each.act.value == "shelling"), key=lambda each: len(each.claims)
    )
    page = pages(folder)[f"events/{market.id}.html"]
    assert "Who is said to have done it" in page
    assert "Government of Tessavar" in page
    assert "Where the reports contradict each other" in page


def test_the_village_that_no_table_knows_is_asked_about(made):
    folder, register = made
    assert any(each.step is Step.RESOLVE for each in register.doubts)
    assert "Ombrel" in pages(folder)["doubts.html"]


def test_the_island_of_the_pack_lies_under_the_marks(made):
    """No country of the world lies near it: without the outlines of its pack the map would show open sea."""
    assert 'class="land"' in pages(made[0])["index.html"]


def test_no_page_of_an_event_asks_the_same_question_twice(made):
    for page in (page for name, page in pages(made[0]).items() if name.startswith("events/")):
        asked = re.findall(r"<li><bdi dir=\"auto\">([^<]*\?[^<]*)</bdi></li>", page)
        assert len(asked) == len(set(asked))


def test_no_page_asks_anything_of_anybody_else(made):
    folder, _ = made
    for name, page in pages(folder).items():
        assert not re.search(r"<(script [^>]*src|img|iframe|object|form)\b", page), name
        up = "../" * name.count("/")
        assert re.findall("<link.*", page) == [f'<link rel="stylesheet" href="{up}style.css">'], name
        assert page.count("<script") == (name == "map.html"), name
        assert not re.search(r'(href|src)="(?!#|\.\./|[a-z]+/|[A-Za-z0-9_]+\.html|style\.css)', page), name


def test_a_run_with_nothing_new_writes_no_page(made):
    folder, _ = made
    before = {each: each.stat().st_mtime_ns for each in (folder / "published").rglob("*.html")}
    run(folder)
    assert {each: each.stat().st_mtime_ns for each in (folder / "published").rglob("*.html")} == before
