"""Search in a release: every word that leaves is found, nothing else is in the index, and little of it is read."""

import json
import re
from dataclasses import replace
from itertools import chain, pairwise

import pytest

from sijill.language.searching import search_terms, search_text
from sijill.model.place import Place, PlaceId
from sijill.model.release import Profile
from sijill.model.release.rules import ReleaseRules
from sijill.publish.material import Edition
from sijill.publish.pages import pages_of
from sijill.publish.release.unnamed import WITHHELD
from sijill.publish.search import index
from sijill.publish.search.files import ROWS, search_files
from sijill.publish.site import site
from sijill.publish.views.overview import in_time

CALL = re.compile(r"(words|rows)\((\d+),(.*)\);\n", re.S)


@pytest.fixture
def material(case):
    belqara = Place(id=PlaceId("demo-belqara"), name="Belqara", aliases=("بلقارة",), within=(PlaceId("demo-azelan"),))
    azelan = Place(id=PlaceId("demo-azelan"), name="Azelan", aliases=("أزلان",))
    edition = Edition(profile=Profile.PUBLIC, number=1, as_of="2031-05-21")
    return replace(case.material(edition=edition), places={each.id: each for each in (belqara, azelan)})


@pytest.fixture
def files(material):
    told = {"case": material.title, "edition": material.edition, "say": material.say, "top": ""}
    return {name: content.decode() for name, content in search_files(material, told)}


def called(files, kind):
    """What the files of a kind hold, in their order."""
    held = {}
    for name, content in files.items():
        if name.startswith(f"search/{kind}_"):
            asked, number, told = CALL.fullmatch(content).groups()
            assert (asked, name) == (kind, f"search/{kind}_{number}.js")
            held[int(number)] = json.loads(told)
    assert sorted(held) == list(range(len(held)))
    return [held[each] for each in sorted(held)]


def unpacked(letters):
    """The plain way: bits of each number from its letters, then the sum of the steps."""
    bits, steps = "", []
    for letter in letters:
        value = f"{index.SIX.index(letter):06b}"
        bits = value[1:] + bits
        if value[0] == "0":
            steps.append(int(bits, 2))
            bits = ""
    assert not bits
    return [sum(steps[: at + 1]) for at in range(len(steps))]


def found(files, query):
    """Ids by reading every line of the index: those where all words are an event's own, then the others."""
    rows = [row for part in called(files, "rows") for row in part]
    lines = [line.split("\t") for part in called(files, "words") for line in part.split("\n")]
    terms = []
    for forms in search_terms(query):
        held = [
            {event for word, *kinds in lines if word.startswith(forms) for event in unpacked(kinds[kind])}
            for kind in (0, 1)
        ]
        terms.append((held[0], held[0] | held[1]))
    own, whole = (set.intersection(*(each[kind] for each in terms)) for kind in (0, 1))
    return [rows[each][0] for each in (*sorted(own), *sorted(whole - own))]


@pytest.mark.parametrize(
    "numbers", [[], [0], [0, 1, 2], [31], [32], [1023, 1024], [0, 31, 63, 1_087, 40_000, 20_000_000]]
)
def test_numbers_are_read_back_from_their_letters(numbers):
    assert unpacked(index.packed(numbers)) == numbers


def test_an_event_is_found_by_every_word_that_it_rests_on(material, files):
    for finding in material.findings:
        for claim in finding.claims:
            assert finding.id in found(files, material.claims[claim].quote), claim


@pytest.mark.parametrize(
    ("query", "first"),
    [
        ("Belqara", "evt_market"),
        ("بلقارة", "evt_market"),
        ("وبلقاره", "evt_market"),
        ("azel belq", "evt_market"),
        ("evt_market", "evt_market"),
        ("9 March 2021", "evt_market"),
        ("2021-03-09", "evt_market"),
        ("tessavar shelling belqara", "evt_market"),
    ],
)
def test_an_event_is_found_by_place_date_party_and_id_in_both_scripts(files, query, first):
    assert first in found(files, query)[:3]


def test_what_stands_in_an_event_itself_comes_before_what_stands_in_words_alone(material, files):
    inside = [each.id for each in in_time(material.findings) if "Belqara" in each.title]
    everywhere = found(files, "Belqara")
    assert everywhere[: len(inside)] == inside
    assert len(everywhere) > len(inside)


def test_nothing_is_found_by_words_of_a_document_that_no_quote_holds(material, files):
    printed = {word for line in called(files, "words") for word in re.findall(r"^[^\t]+", line, re.M)}
    texts = {each: material.texts(each) for each in material.documents}
    everything = {word for text in texts.values() for word in search_text(text).split()}
    assert len(everything - printed) > 100, "the texts say much that is no claim"
    assert not found(files, "Cistern rumour")


def test_words_that_are_withheld_are_not_in_the_index(material):
    withheld = {known: replace(each, quote=WITHHELD, speakers=()) for known, each in material.claims.items()}
    kept = index.postings(material.findings, replace(material, claims=withheld))
    open_ = index.postings(material.findings, material)
    assert "wounded" in open_
    assert "wounded" not in kept
    assert not kept.keys() & {"withheld", "private"}


def test_parts_are_cut_in_the_order_of_a_browser(material, monkeypatch):
    monkeypatch.setattr(index, "PART", 60)
    parts = list(index.indexed(material.findings, material))
    words = [line.partition("\t")[0] for part in parts for line in part.lines.split("\n")]
    assert len(parts) > 10
    assert [part.first for part in parts] == [part.lines.partition("\t")[0] for part in parts]
    assert all(one.encode("utf-16-be") < two.encode("utf-16-be") for one, two in pairwise(words))
    assert set(words) == index.postings(material.findings, material).keys()


def test_rows_are_in_files_of_their_own_and_hold_what_a_table_shows(material, files):
    rows = [row for part in called(files, "rows") for row in part]
    assert [row[0] for row in rows] == [each.id for each in in_time(material.findings)]
    assert f'"rows":{ROWS}' in files["search.html"]


def test_no_word_of_a_source_ends_a_script(material):
    hostile = "</script><script>alert(1)</script><!--"
    findings = [replace(each, title=hostile) for each in material.findings]
    told = {"case": hostile, "edition": material.edition, "say": material.say, "top": ""}
    written = {name: page.decode() for name, page in search_files(replace(material, findings=findings), told)}
    assert not [name for name, page in written.items() if "<script>alert" in page or "<!--" in page]


def test_the_page_of_search_alone_may_put_in_scripts(material, files):
    """Its script is named by digest; what that one puts in is a file of its folder, never named by what is typed."""
    alone = site(material, ReleaseRules(), refused=(), data={}, pictures=(), made_with="1")
    pages = dict(chain(alone, pages_of(material)))
    assert [name for name, page in pages.items() if b"strict-dynamic" in page] == ["search.html"]
    put_in = re.findall(r"script\.src = (\w+);", files["search.html"])
    assert put_in == ["name"] and "const name = `search/${kind}_${part}.js`;" in files["search.html"]
