"""Every sentence of the desk has its translation, figures and dates are said as people write them."""

import runpy
from string import Formatter

import pytest

from sijill.model.when import Period, Precision
from sijill.publish.wording import Wording
from tests.repo.tree import ROOT

MESSAGES = runpy.run_path(str(ROOT / "docs" / "messages.py"), run_name="docs")


@pytest.fixture(scope="module")
def arabic():
    return MESSAGES["catalogue"]("ar")


def test_nothing_that_the_desk_says_is_untranslated(arabic):
    """Sentences of the one table may come before their translation: they are said in English until then."""
    own = MESSAGES["own"]()
    known = {each: arabic.get(each if isinstance(each, str) else each[0]) for each in own}
    assert not {each for each, found in known.items() if found is None or not found.string}
    forms = [found.string for each, found in known.items() if isinstance(each, tuple)]
    assert all(len(each) == 6 and all(each) for each in forms)


def test_a_translation_keeps_the_places_of_the_values(arabic):
    for each in arabic:
        if each.id and each.string and isinstance(each.id, str) and "%(" not in each.id:
            assert places(each.id) == places(each.string), each.id


def places(form):
    return {name for _, name, _, _ in Formatter().parse(form) if name}


@pytest.mark.parametrize(
    ("language", "bounds", "told"),
    [
        ("en", (None, None), "no number given"),
        ("en", (85, 300), "85 to 300"),
        ("en", (77, None), "at least 77"),
        ("ar", (85, 300), "من 85 إلى 300"),
        ("ar", (None, 300), "حتى 300"),
        ("ar", (None, None), "لم يُذكر عدد"),
    ],
)
def test_a_range_is_said_in_words_and_no_number_is_not_zero(language, bounds, told):
    assert Wording(language).bounds(*bounds) == told


@pytest.mark.parametrize(("language", "told"), [("en", "9 March 2021"), ("ar", "9 آذار 2021")])
def test_a_day_is_written_out_with_the_months_of_the_country(language, told):
    assert Wording(language).day("2021-03-09") == told


@pytest.mark.parametrize(("language", "told"), [("en", "March 2021"), ("ar", "آذار 2021")])
def test_a_month_is_no_finer_than_a_month(language, told):
    when = Period(start="2021-03-01", end="2021-03-31", precision=Precision.MONTH, text="in March")
    assert Wording(language).period(when) == told


@pytest.mark.parametrize(("number", "told"), [(1, "شك واحد"), (2, "شكّان"), (5, "%(num)s شكوك"), (40, "%(num)s شكًّا")])
def test_arabic_counts_in_its_six_forms(number, told):
    assert Wording("ar").several("%(num)s doubt", "%(num)s doubts", number) == told


def test_beside_its_year_a_day_keeps_both_words_of_a_month():
    """There are two Tishrin: an axis that says `تشرين` alone says no month."""
    assert Wording("ar").day_of_year("2016-11-14") == "14 تشرين الثاني"
    assert (
        Wording("ar").period(Period(start="2016-11-01", end="2016-11-14"))
        == "من 1 إلى \u206814 تشرين الثاني 2016\u2069"
    )
    assert Wording("en").day_of_year("2016-11") == "November 2016"


@pytest.mark.parametrize(("language", "told"), [("en", "Arabic"), ("ar", "العربية")])
def test_a_language_is_called_by_its_name(language, told):
    assert Wording(language).tongue("ar") == told
    assert Wording(language).tongue("xx-none") == "xx-none"
