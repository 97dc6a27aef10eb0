"""The pages: every figure opens its quotes in context, hostile text stays text, and two writes are the same bytes."""

import re
from base64 import b64encode
from dataclasses import replace
from hashlib import sha256
from html.parser import HTMLParser
from itertools import pairwise

import pytest

from sijill.model.claim import Act, Harm
from sijill.model.finding import CasualtyRange
from sijill.model.toll import Toll
from sijill.model.when import Period
from sijill.publish.figures import NO_NUMBER
from sijill.publish.views.lists import PART
from sijill.publish.views.overview import MOST
from tests.unit.publish.belqara import belqara, without_its_words

VOID = {"meta", "br", "link", "img", "input", "hr"}


class Page(HTMLParser):
    """What a reader of the page meets: elements with attributes, and the text in each."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.open: list[tuple[str, dict[str, str | None]]] = []
        self.met: list[tuple[str, dict[str, str | None]]] = []
        self.texts: dict[str, list[str]] = {}
        self.feed(text)
        self.close()

    def handle_starttag(self, tag, attrs):
        self.met.append((tag, dict(attrs)))
        if tag not in VOID:
            self.open.append((tag, dict(attrs)))
            self.texts.setdefault(tag, []).append("")

    def handle_startendtag(self, tag, attrs):
        self.met.append((tag, dict(attrs)))

    def handle_endtag(self, tag):
        assert self.open, tag
        assert self.open.pop()[0] == tag

    def handle_data(self, data):
        for tag in {each for each, _ in self.open}:
            self.texts[tag][-1] += data


def read(path) -> Page:
    return Page(path.read_text(encoding="utf-8"))


def pages(out):
    return sorted(out.rglob("*.html"))


@pytest.fixture
def out(case, tmp_path):
    case.write(tmp_path)
    return tmp_path


def test_there_is_a_page_for_everything(case, out):
    names = {str(each.relative_to(out)) for each in pages(out)}
    wanted = {"index.html", "map.html", "doubts.html", "situations/sit_siege.html"}
    wanted |= {f"events/{each.id}.html" for each in case.findings}
    wanted |= {f"documents/{each.id}.html" for each in case.documents}
    assert names == wanted


def test_every_element_is_closed_in_order(out):
    assert all(read(each).open == [] for each in pages(out))


def test_the_words_of_every_claim_are_marked_and_stand_in_their_document(case, out):
    for document in case.documents:
        marked = read(out / f"documents/{document.id}.html").texts.get("mark", [])
        for claim in (each for each in case.claims.values() if each.document == document.id):
            start, end = claim.span
            assert case.texts[document.id][start:end] == claim.quote
            assert claim.quote in "".join(marked)


def test_a_figure_opens_the_words_it_rests_on_in_their_context(case, out):
    page = read(out / "events/evt_market.html")
    lowest = next(each for each in page.texts["details"] if each.startswith("Lowest: 12"))
    assert "killing up to 12 citizens" in lowest
    assert "fired mortars at a market" in lowest
    assert "Terrorists shell own people in Belqara" in lowest
    assert "a military source" in lowest
    assert "interested: belongs to Government of Tessavar" in lowest
    assert "Tessavar State Radio" in lowest
    highest = next(each for each in page.texts["details"] if each.startswith("Highest: 80"))
    assert "no date of publication" in highest


def test_every_quote_on_an_events_page_reads_exactly_as_its_document(case, out):
    for finding in case.findings:
        quotes = {each.quote for each in case.claims.values()}
        marked = read(out / f"events/{finding.id}.html").texts["mark"]
        assert marked
        assert set(marked) <= quotes


def test_every_number_of_a_range_stands_in_a_details_with_quotes(out):
    page = read(out / "events/evt_market.html")
    opened = [each for each in page.texts["details"] if re.match(r"(Lowest|Highest|The number): \d", each)]
    assert len(opened) >= 3
    assert "at least 70" in page.texts["p"]


def test_no_number_is_not_zero(out):
    page = read(out / "events/evt_strike.html")
    figures = [text for tag, text in zip_p(page) if tag == "figure"]
    assert figures == [NO_NUMBER]
    assert any(each.startswith("Said without a number (1 claim)") for each in page.texts["details"])


def zip_p(page):
    classes = [attrs.get("class") for tag, attrs in page.met if tag == "p"]
    return zip(classes, page.texts["p"], strict=True)


def test_denials_stand_with_what_they_deny_and_general_ones_beside(out):
    page = read(out / "events/evt_market.html")
    cells = " ".join(page.texts["td"])
    assert "denies responsibility" in cells
    assert "has never targeted civilians" not in cells
    assert "general, not about this event alone" in " ".join(page.texts["main"])
    assert "his army has never targeted civilians" in " ".join(page.texts["blockquote"])


def test_parties_are_named_as_the_case_names_them_in_contradictions(out):
    disputes = [each for each in read(out / "events/evt_market.html").texts["summary"] if each.startswith("Who did it")]
    assert "Government of Tessavar" in disputes[0]
    assert "Orrakan Front" in disputes[0]


def test_copies_of_one_origin_stand_together_as_one_source(out):
    sections = read(out / "events/evt_market.html").texts["section"]
    together = [each for each in sections if "3 documents of one origin: one source" in each]
    named = " ".join(together[0].split())
    assert all(paper in named for paper in ("Longstrand Agency", "Ostal Herald", "Daily Lodestar"))
    assert named.startswith("Longstrand Agency 3 documents")


def test_a_code_without_words_is_shown_as_itself_with_its_values(out):
    shown = " ".join(read(out / "doubts.html").texts["main"])
    assert "a_code_without_words (name: Ombrel, found: not known)" in shown
    assert "When was letters-from-the-cistern.txt published?" in shown


def test_the_overview_says_what_its_total_leaves_out(out):
    shown = " ".join(read(out / "index.html").texts["article"])
    assert "at least 21" in shown
    assert "1 event without an upper bound" in shown
    assert "1 document captured and not read" in shown


def test_an_event_in_an_unknown_place_is_listed_beside_the_map(out):
    shown = " ".join(read(out / "index.html").texts["section"])
    assert "1 event without coordinates" in shown


def test_a_refused_finding_gets_no_page_no_figure_and_withholds_the_total(case, tmp_path):
    result = without_its_words(case).write(tmp_path)
    assert [each.id for each in result.refused] == ["evt_market"]
    assert not (tmp_path / "events/evt_market.html").exists()
    index = (tmp_path / "index.html").read_text(encoding="utf-8")
    assert "12 to 80" not in index
    assert "1 event was held back" in index
    assert "at least 21" not in index
    assert "withheld" in index


def test_a_misquoting_claim_is_not_lit_in_its_document(case, tmp_path):
    claim = case.claims[case.findings[0].claims[0]]
    without_its_words(case).write(tmp_path)
    page = read(tmp_path / f"documents/{claim.document}.html")
    assert "1 claim is not shown" in " ".join(page.texts["p"])
    assert not any("At least 31 people" in each for each in page.texts.get("mark", []))


def test_every_page_says_that_it_is_not_for_release(out):
    for each in pages(out):
        text = each.read_text(encoding="utf-8")
        assert text.count("Internal, not for release") >= 2
        assert 'class="watermark"' in text


def test_every_page_stays_by_itself_and_runs_nothing(out):
    """But for the map that moves, whose one script stands in the page and in its policy by its digest."""
    for each in pages(out):
        page = read(each)
        scripts = [attrs for tag, attrs in page.met if tag == "script"]
        assert scripts == ([{}] if each.name == "map.html" else []), each
        assert not {"iframe", "object", "embed", "img", "form", "base"} & {tag for tag, _ in page.met}
        for tag, attrs in page.met:
            assert not [name for name in attrs if name.startswith("on") or name == "style"], (tag, attrs)
            for name in ("href", "src", "action") if tag != "link" else ():
                address = attrs.get(name)
                assert address is None or re.match(
                    r"(\.\./)?(#|[a-z]+(/[A-Za-z0-9_-]+)?\.html|[A-Za-z0-9_-]+\.html)", address
                ), address
        policy = [attrs["content"] for tag, attrs in page.met if attrs.get("http-equiv") == "Content-Security-Policy"]
        assert policy[0].startswith("default-src 'none'; style-src 'self' file:; ")
        up = "../" * (len(each.relative_to(out).parts) - 1)
        assert [attrs for tag, attrs in page.met if tag == "link"] == [{"rel": "stylesheet", "href": f"{up}style.css"}]
        assert "unsafe" not in policy[0]
        for code in page.texts.get("script", []):
            assert f"script-src 'sha256-{b64encode(sha256(code.encode()).digest()).decode()}'" in policy[0]
    assert not re.search(r"url\(|@import|image-set", (out / "style.css").read_text())


def test_every_link_leads_to_a_page_and_a_place_that_exist(out):
    met = {each.resolve(): read(each) for each in pages(out)}
    anchors = {path: {attrs["id"] for _, attrs in page.met if "id" in attrs} for path, page in met.items()}
    for path, page in met.items():
        for _, attrs in page.met:
            if attrs.get("href"):
                address, _, anchor = attrs["href"].partition("#")
                target = (path.parent / address).resolve() if address else path
                if address.endswith("style.css"):
                    assert target == (out / "style.css").resolve()
                    continue
                assert target in met, attrs["href"]
                assert not anchor or anchor in anchors[target], attrs["href"]


def test_ids_stand_once_on_a_page(out):
    for each in pages(out):
        ids = [attrs["id"] for _, attrs in read(each).met if "id" in attrs]
        assert len(ids) == len(set(ids)), each


def test_every_page_has_its_landmarks_and_one_heading_of_the_first_level(out):
    for each in pages(out):
        tags = [tag for tag, _ in read(each).met]
        assert [tags.count(tag) for tag in ("main", "h1")] == [1, 1]
        assert tags.count("header") >= 1
        levels = [int(tag[1]) for tag in tags if re.fullmatch(r"h[1-6]", tag)]
        assert all(after - before <= 1 for before, after in pairwise(levels)), each


HOSTILE = [
    "<script>alert(1)</script> killed 7 people",
    "\u202egnip killed 7 people\u202c",
    'killed 7 people" onmouseover="x',
    "x" * 10_000 + " killed 7 people",
    "killed 7 people {{ 7 * 7 }} {% raw %}",
    "]]><!-- killed 7 people &amp; javascript:alert(1)",
    "killed 7 people \x00 \x0b and \ud800 half a character",
]


@pytest.mark.parametrize("words", HOSTILE, ids=range(len(HOSTILE)))
def test_hostile_text_is_shown_as_text(case, tmp_path, words):
    report = case.report("hostile.txt", f"Before. {words} After.", title=words, source=words)
    start = case.texts[report.id].index(words)
    claim = case.says(report, words, toll=Toll(text="7", number=7, low=7, high=7))
    assert claim.span == (start, start + len(words))
    figure = CasualtyRange(low=7, high=7, policy="range", low_rests_on=(claim.id,), high_rests_on=(claim.id,))
    hostile = replace(
        case.findings[1],
        id="evt_hostile",
        title=words,
        claims=(claim.id,),
        documents=(report.id,),
        attribution=(),
        tolls={Harm.KILLED: figure},
        policies={},
        where=replace(claim.where, text=words, place=None),
    )
    case.findings.append(hostile)
    assert case.write(tmp_path, title=words, scope=words).refused == []
    for each in pages(tmp_path):
        page = read(each)
        assert page.open == []
        assert "raw" not in {tag for tag, _ in page.met}
        assert [tag for tag, _ in page.met].count("script") == (each.name == "map.html")
        assert not [attrs for _, attrs in page.met if "onmouseover" in attrs]
        assert not re.search("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]", each.read_text(encoding="utf-8"))
    shown = read(tmp_path / "events/evt_hostile.html").texts["mark"][0]
    assert shown == words.replace("\x00", "\u2400").replace("\x0b", "\u240b").replace("\ud800", "\ufffd")


def test_text_of_others_never_changes_the_direction_of_ours(case, tmp_path):
    case.write(tmp_path)
    page = read(tmp_path / f"documents/{case.documents[9].id}.html")
    assert any("قُتل ما لا يقل عن 40" in each for each in page.texts["div"])
    assert ("div", {"class": "text", "dir": "auto"}) in page.met
    assert all(attrs.get("dir") == "auto" for tag, attrs in page.met if tag == "bdi")


def test_nested_and_overlapping_words_are_all_lit_and_nothing_is_lost(case, tmp_path):
    report = case.report("nested.txt", "In all 40 people, among them 9 women, were killed in the square.")
    spans = ["40 people, among them 9 women, were killed", "9 women", "among them 9 women, were killed in the square"]
    claims = [case.says(report, words, act=Act.KILLING) for words in spans]
    case.write(tmp_path)
    page = read(tmp_path / f"documents/{report.id}.html")
    text = next(t for (c, t) in zip_div(page) if c == "text")
    assert re.sub(r"(?<=[a-z])[123]+(?=\W|$)", "", text) == case.texts[report.id]
    assert {each.id for each in claims} <= {attrs.get("id") for tag, attrs in page.met if tag == "span"}
    assert {"m1", "m2", "m3"} <= {attrs["class"] for tag, attrs in page.met if tag == "mark"}


def zip_div(page):
    classes = [attrs.get("class") for tag, attrs in page.met if tag == "div"]
    return zip(classes, page.texts["div"], strict=True)


def test_the_same_results_are_the_same_bytes(tmp_path):
    belqara().write(tmp_path / "a")
    belqara().write(tmp_path / "b")
    first, second = pages(tmp_path / "a"), pages(tmp_path / "b")
    assert [each.read_bytes() for each in first] == [each.read_bytes() for each in second]
    assert [each.name for each in first] == [each.name for each in second]


def test_writing_again_writes_nothing(case, tmp_path):
    first = case.write(tmp_path)
    again = case.write(tmp_path)
    assert (again.written, again.removed, again.unchanged) == ([], [], len(first.written))


def test_only_the_pages_of_what_changed_are_drawn_again(case, tmp_path):
    case.write(tmp_path)
    case.findings[0] = replace(case.findings[0], title="Shelling of the bread market")
    case.findings[1] = replace(case.findings[1], title="drawn only if it is said to have changed")
    case.write(tmp_path, changed={"evt_market"})
    assert "Shelling of the bread market" in (tmp_path / "events/evt_market.html").read_text(encoding="utf-8")
    assert "drawn only if" not in (tmp_path / f"events/{case.findings[1].id}.html").read_text(encoding="utf-8")


def test_an_event_that_is_gone_loses_its_page(case, tmp_path):
    case.write(tmp_path)
    gone = case.findings.pop()
    assert case.write(tmp_path).removed == [f"events/{gone.id}.html"]


def test_an_empty_register_still_has_its_pages(tmp_path):
    case = belqara()
    case.findings, case.events, case.documents, case.claims = [], [], [], {}
    assert case.write(
        tmp_path, **dict.fromkeys(("totals", "doubts", "quarantined", "links", "situations"), ()), origins={}
    ).written == [
        "doubts.html",
        "index.html",
        "map.html",
        "style.css",
    ]
    assert "No event has coordinates." in (tmp_path / "index.html").read_text(encoding="utf-8")


def test_where_the_first_page_has_no_room_lists_hold_every_event_once(case, tmp_path):
    """The first page holds the greatest; every event is on one part of the list, by date, and every part leads on."""
    many = [
        replace(case.findings[1], id=f"evt_{number}", when=Period(start=f"2021-03-{1 + number % 28:02}"))
        for number in range(PART + MOST)
    ]
    case.findings += many
    case.write(tmp_path)
    assert len(re.findall(r'<tr id="', (tmp_path / "index.html").read_text(encoding="utf-8"))) == MOST
    parts = [read(tmp_path / f"lists/events_{number}.html") for number in (1, 2)]
    rows = [attrs["id"] for part in parts for tag, attrs in part.met if tag == "tr" and "id" in attrs]
    assert sorted(rows) == sorted(each.id for each in case.findings)
    for part in parts:
        assert {f"events_{number}.html" for number in (1, 2)} <= {attrs.get("href") for _, attrs in part.met}
