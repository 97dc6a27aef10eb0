"""A release in two languages says the same: the same events, the same figures, names as a reader of each says them."""

import re
from dataclasses import replace
from html.parser import HTMLParser
from itertools import chain

from sijill.model.decision import Reason
from sijill.model.finding import Grade
from sijill.model.place import Place, PlaceId
from sijill.model.release import Profile
from sijill.model.release.rules import QuotedWords, ReleaseRules
from sijill.model.source import SpeakerKind
from sijill.publish.editions import editions
from sijill.publish.material import Edition
from sijill.publish.pages import pages_of
from sijill.publish.release.released import released
from sijill.publish.release.unnamed import ACTOR, NOT_PUBLIC, WITHHELD, private, said, voice
from sijill.publish.render import STYLE
from sijill.publish.site import site
from sijill.publish.wording import Wording

NUMBER = re.compile(r'class="figure">([^<]*)<')


def made(case):
    belqara = Place(id=PlaceId("demo-belqara"), name="Belqara", aliases=("بلقارة",))
    material = case.material(edition=Edition(profile=Profile.PUBLIC, number=1, as_of="2031-05-21"))
    return editions(replace(material, places={belqara.id: belqara}), ("en", "ar"))


def test_the_first_language_is_at_the_top_and_the_others_in_folders_of_their_own(case):
    (top, english), (folder, arabic) = made(case)
    assert (top, folder) == ("", "ar/")
    assert english.edition.languages == (("ar", "العربية", "ar/"),)
    assert arabic.edition.languages == (("en", "English", "../"),)
    assert (english.edition.root, arabic.edition.root) == ("", "../")


def test_both_have_the_same_pages_with_the_same_figures(case):
    english, arabic = (dict(pages_of(each)) for _, each in made(case))
    assert english.keys() - arabic.keys() == {STYLE}, "one stylesheet for both"
    assert not arabic.keys() - english.keys()
    english.pop(STYLE)
    for name, page in english.items():
        told = [re.findall(r"[\d,]+", each) for each in NUMBER.findall(page.decode())]
        assert told == [re.findall(r"[\d,]+", each) for each in NUMBER.findall(arabic[name].decode())]


def test_arabic_runs_from_right_to_left_with_places_as_its_readers_know_them(case):
    _, (_, arabic) = made(case)
    pages = dict(pages_of(arabic))
    assert '<html lang="ar" dir="rtl">' in pages["index.html"].decode()
    assert "بلقارة" in pages["index.html"].decode()
    assert any("قصف" in each.title for each in arabic.findings)


def test_words_of_sources_are_never_translated(case):
    _, (_, arabic) = made(case)
    quotes = {each.quote for each in arabic.claims.values()}
    assert quotes == {each.quote for each in case.claims.values()}


def test_a_sentence_of_ours_that_begins_with_a_foreign_name_still_runs_as_its_page_does(case):
    """`Harbour Echo` at the head of an Arabic sentence would turn the whole line round."""
    finding = case.findings[0]
    reason = Reason(code="origin", values={"origin": "Harbour Echo", "claims": 4})
    graded = replace(finding.policies["range"], grade=Grade(value="fair", reasons=(reason,)))
    case.findings[0] = replace(finding, policies={"range": graded})
    _, (_, arabic) = made(case)
    page = dict(pages_of(arabic))[f"events/{finding.id}.html"].decode()
    assert '<li><bdi dir="rtl">\u2068Harbour Echo\u2069 يقول' in page


def test_lists_in_arabic_have_arabic_commas(case):
    _, (_, arabic) = made(case)
    pages = [page.decode() for name, page in pages_of(arabic) if name.endswith(".html")]
    assert not [each for each in pages if re.search(r"</(bdi|a)>, <(bdi|a)", each)]


class Ours(HTMLParser):
    """What a page says in words of ours: nothing that stands apart as the words of others."""

    def __init__(self, page):
        super().__init__()
        self.apart, self.said = [], []
        self.feed(page)

    def handle_starttag(self, tag, attrs):
        known = dict(attrs)
        self.said += [told for name, told in attrs if name in ("aria-label", "alt", "title")]
        if tag not in ("meta", "br", "link", "img", "input", "hr"):
            inside = bool(self.apart) and self.apart[-1]
            others = tag in ("code", "title", "script") or known.get("class") == "text" or "lang" in known
            others |= tag == "bdi" and known.get("dir") == "auto"
            self.apart.append(tag != "html" and (inside or others))

    def handle_endtag(self, tag):
        self.apart.pop()

    def handle_data(self, data):
        if self.apart and not self.apart[-1]:
            self.said.append(data)


def test_pages_in_arabic_say_nothing_of_ours_in_english(case):
    house = case.material(edition=Edition(profile=Profile.PUBLIC, number=2, as_of="2031-05-21"))
    out, _ = released(house, ReleaseRules(), b"k" * 32)
    _, (_, arabic) = editions(out, ("en", "ar"))
    alone = site(arabic, ReleaseRules(), refused=(), data={}, pictures=(), made_with="1")
    for name, page in chain(alone, pages_of(arabic)):
        if name.endswith(".html"):
            bare = page.decode().replace(out.title, "").replace(out.scope, "")
            told = [re.sub("\u2068[^\u2069]*\u2069", "", each or "") for each in Ours(bare).said]
            assert not [each for each in told if re.search(r"\b[a-z]{2,} [a-z]{2,} [a-z]{2,}", each)], name


def test_what_stands_for_a_name_is_said_to_its_reader_and_what_is_like_it_is_left(case):
    arabic = Wording("ar")
    for told in (WITHHELD, NOT_PUBLIC, ACTOR, private("0A1F", "list"), *map(voice, SpeakerKind)):
        assert said(told, Wording("en")) == told
        assert not re.search("[a-z]", said(told, arabic)), told
    assert said("private source of the agency", arabic) == "private source of the agency"


def test_a_voice_that_is_told_by_its_sort_is_told_so_once(case):
    house = case.material(edition=Edition(profile=Profile.PUBLIC, number=2, as_of="2031-05-21"))
    out, _ = released(house, ReleaseRules(quotes=QuotedWords.ALL), b"k" * 32)
    for _, edition in editions(out, ("en", "ar")):
        page = dict(pages_of(edition))[f"events/{out.findings[0].id}.html"].decode()
        by_sort, kind = said(voice(SpeakerKind.EYEWITNESS), edition.say), edition.say.kind(SpeakerKind.EYEWITNESS)
        assert f"{by_sort}</bdi>" in page
        assert f"{by_sort}</bdi> ({kind})" not in page
