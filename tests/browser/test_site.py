"""A release read in a browser from its files, in English and Arabic: every figure down to the words of an original."""

import json
import re
import shutil
import unicodedata

import pytest

from sijill.case import read_case
from sijill.language.searching import search_terms
from sijill.publish.release.unnamed import WITHHELD
from sijill.store.ledger import Ledger
from tests.acceptance.command_line import show, sijill
from tests.browser.conftest import drive, drive_at_once

FIRST_VIEW = 600_000
"""Bytes of the first page, which holds all that it shows."""
SOME = 4
"""Pages of a folder that are alike, of which axe and the telephone look at so many."""
GAP = re.compile(r"\[…\]")


def released(case, folder, profile):
    mine = shutil.copytree(case, folder.parent / "case")
    made = sijill("publish", mine, "--profile", profile, "--to", folder)
    assert made.code == 0, made.err
    return folder


@pytest.fixture(scope="module")
def public(belqara, tmp_path_factory):
    """The release for everybody."""
    return released(belqara, tmp_path_factory.mktemp("public") / "release", "public")


def pages_of(folder):
    """Pages of a language as paths from its first page: all that stand alone, and some of each folder."""
    found = sorted(each.relative_to(folder) for each in folder.rglob("*.html"))
    folders: dict[str, list[str]] = {}
    for each in found:
        if each.parts[0] not in ("ar", "data"):
            folders.setdefault(str(each.parent), []).append(str(each))
    return [
        each for name, pages in folders.items() for each in (pages if name == "." else pages[:: len(pages) // SOME + 1])
    ]


def originals(case):
    """The text of every document of the case, as it was captured."""
    with Ledger.open(read_case(case).ledger) as ledger:
        texts = ledger.texts([each["id"] for each in show(case, "documents")])
        return {known: each.text for known, each in texts.items()}


def look(folder, language="", which=""):
    """How a browser is asked to look at a release."""
    return "site.mjs", str(folder), language, json.dumps(pages_of(folder / language)), which


def sound(told):
    """What a browser saw; nothing in it may be a fault."""
    assert not {each["look"]: each["fault"] for each in told if each["fault"]}
    return told


@pytest.fixture(scope="module")
def seen(public):
    """What browsers saw of it: all in English, and in Arabic what is another there."""
    return drive_at_once(look(public), look(public, "ar/", "^every figure|by words|telephone|nothing is asked"))


def test_a_release_is_read_from_its_files_with_and_without_scripts(belqara, public, seen):
    told = sound(seen[0])
    assert len(told) == 10
    figures, quotes = told[0]["seen"]["figures"], told[0]["seen"]["quotes"]
    assert len(figures) > 8
    held, told = originals(belqara).values(), [(document, words) for document, words in quotes if words != WITHHELD]
    assert len(told) > 15
    for document, words in told:
        assert stands_in(words, held), (document, words)
    assert (public / "index.html").stat().st_size < FIRST_VIEW


def test_in_arabic_every_figure_opens_its_words_and_axe_finds_nothing(seen):
    assert len(sound(seen[1])) == 4


def test_in_the_house_every_figure_leads_to_words_in_the_text_of_its_document(belqara, tmp_path):
    folder = released(belqara, tmp_path / "release", "internal")
    texts = originals(belqara)
    (told,) = sound(drive(*look(folder, "", "^every figure")))
    for address, words in told["seen"]["quotes"]:
        document, _, claim = address.partition(".html#")
        assert words in texts[document], claim


def test_what_is_typed_is_folded_as_the_index_was(seen):
    (told,) = (each for each in sound(seen[0]) if "folded" in each["look"])
    known = [row for row in told["seen"]["folded"] if unicodedata.category(chr(row[0])) != "Cn"]
    assert len(known) > 60_000
    for code, alone, between in known:
        letter = chr(code)
        assert alone == [[*each] for each in search_terms(letter)], hex(code)
        assert between == [[*each] for each in search_terms(f"ب{letter}ب")], hex(code)


def stands_in(words, texts):
    """Do the words stand in one text, in their order, whatever a profile took out between them?"""
    form = re.compile(".{0,120}?".join(re.escape(each) for each in GAP.split(words)), re.S)
    return any(form.search(text) for text in texts)
