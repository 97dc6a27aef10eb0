"""Every figure that a reader of the invented case sees opens the words it rests on, and these are in the document."""

import re
from html import unescape

import pytest

from sijill.case import read_case
from sijill.chain.register import Register
from sijill.publish.quotes import visible
from sijill.store.ledger import Ledger

ARTICLE = re.compile(r"<article.*?</article>", re.DOTALL)
OPENED = re.compile(r"<details[^>]*>\s*<summary>(.*?)</summary>(.*?)</details>", re.DOTALL)
MOMENT = re.compile(r'<td class="n big">(.*?)</td><td>(.*?)</td></tr>', re.DOTALL)
CARD = re.compile(r"documents/(doc_[0-9a-f]+)\.html#(clm_[0-9a-f]+)")
MARKED = re.compile(r"<mark>(.*?)</mark>", re.DOTALL)
LINK = re.compile(r'href="events/(evt_[0-9a-f]+)\.html#(\w+)">\s*(.*?)</a>', re.DOTALL)
DIGIT = re.compile(r"\d")


@pytest.fixture(scope="module")
def shown(belqara):
    """Name of a page -> its HTML."""
    root = belqara / "published" / "internal"
    return {str(each.relative_to(root)): each.read_text(encoding="utf-8") for each in sorted(root.rglob("*.html"))}


@pytest.fixture(scope="module")
def register(belqara):
    return Register(read_case(belqara))


@pytest.fixture(scope="module")
def said(belqara, register):
    with Ledger.open(read_case(belqara).ledger) as ledger:
        return {each: told.text for each, told in ledger.texts([each.id for each in register.documents]).items()}


def proven(words, register, said):
    """The claims opened in a piece of a page, each of which reads exactly as its document."""
    claims = CARD.findall(words)
    assert len(claims) == len(MARKED.findall(words)) > 0
    for (document, claim), mark in zip(claims, MARKED.findall(words), strict=True):
        start, end = register.claims[claim].span
        assert unescape(mark) == visible(said[document][start:end])
    return [register.claims[claim] for _, claim in claims]


def events(shown):
    return {name: page for name, page in shown.items() if name.startswith(("events/", "situations/"))}


def test_every_number_with_an_arrow_opens_words_of_a_document(shown, register, said):
    opened = 0
    for page in events(shown).values():
        for summary, words in OPENED.findall(page):
            if DIGIT.search(summary) and "points" not in summary:
                opened += len(proven(words, register, said))
    assert opened > 80


def test_the_number_of_a_bound_is_said_by_a_claim_that_it_opens(shown, register, said):
    """Or is the sum of what they say ("4 civilians and 6 fighters"), or the size of a group named inside it."""
    for page in events(shown).values():
        for summary, words in OPENED.findall(page):
            number = re.search(r"(?:Lowest|Highest|The number): <b>([\d,]+)</b>", summary)
            if number is None:
                continue
            wanted = int(number.group(1).replace(",", ""))
            claims = proven(words, register, said)
            told = [n for each in claims if each.toll for n in (each.toll.number, each.toll.low, each.toll.high)]
            counted = [n for each in claims if each.victims for pair in each.victims.counts.values() for n in pair]
            sums = [sum(each.toll.number or 0 for each in claims if each.toll)]
            assert wanted in {*told, *counted, *sums}, summary


def test_every_day_of_the_toll_over_time_opens_what_was_said_on_it(shown, register, said):
    days = 0
    for page in events(shown).values():
        for told, words in MOMENT.findall(page):
            assert DIGIT.search(told)
            assert proven(words, register, said)
            days += 1
    assert days > 10


def test_every_number_of_the_overview_leads_to_the_figure_of_its_event(shown):
    found = [each for each in LINK.findall(shown["index.html"]) if each[1] != "disputes"]
    assert found
    for event, harm, told in found:
        page = shown[f"events/{event}.html"]
        article = next(each for each in ARTICLE.findall(page) if f'id="{harm}"' in each)
        assert unescape(told).strip() in unescape(article)


def test_every_total_names_the_events_that_it_adds(shown, register):
    assert register.totals
    for total in register.totals:
        sure = set(total.rests_on) - set(total.may_repeat)
        adds = {each.event: each.adds_low for each in total.left_out}
        told = {each.id: each.tolls[total.harm].low for each in register.findings if each.id in sure}
        lows = [adds.get(event, low) for event, low in told.items()]
        assert total.low == sum(each for each in lows if each is not None)
        for event in total.rests_on:
            assert f'href="events/{event}.html"' in shown["index.html"]


def test_that_everything_captured_was_read_is_said_on_the_overview(shown):
    assert "every document captured was read" in shown["index.html"]
    assert "captured and not read, so" not in shown["index.html"]
