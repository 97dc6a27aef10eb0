"""A release in two languages says the same: the same events, the same figures, names as a reader of each says them."""

import re
from dataclasses import replace

from sijill.model.place import Place, PlaceId
from sijill.model.release import Profile
from sijill.publish.editions import editions
from sijill.publish.material import Edition
from sijill.publish.pages import pages_of

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
    assert english.keys() == arabic.keys()
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
