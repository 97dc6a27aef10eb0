"""Times as Arabic says them, and the days they stand for; the values are those of English."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sijill.language.ar.times import read_time
from sijill.language.days import anchor
from sijill.language.tokens import tokenize

WEDNESDAY = "2031-09-17"
LEVANT = ("كانون الثاني,شباط,آذار,نيسان,أيار,حزيران,تموز,آب,أيلول,تشرين الأول,تشرين الثاني,كانون الأول").split(",")
EGYPT = "يناير,فبراير,مارس,أبريل,مايو,يونيو,يوليو,أغسطس,سبتمبر,أكتوبر,نوفمبر,ديسمبر".split(",")
MAGHREB = "جانفي,فيفري,مارس,أفريل,ماي,جوان,جويلية,أوت,سبتمبر,أكتوبر,نوفمبر,ديسمبر".split(",")


def read(words):
    """The first time in the words: (its words, its value)."""
    tokens = tokenize(words)
    for i in range(len(tokens)):
        found = read_time(tokens, i, len(tokens))
        if found is not None:
            return tokens.quote(found[0], found[1]), found[2]
    return None


def days(words, published=WEDNESDAY):
    period = anchor(read(words)[1], published)
    return None if period is None else (period.start, period.end, str(period.precision))


@pytest.mark.parametrize(
    ("words", "start", "end", "precision"),
    [
        ("يوم 17 آب/أغسطس 2014", "2014-08-17", "2014-08-17", "day"),
        ("في أول أيام عيد الفطر", "2031-01-24", "2031-01-24", "day"),
        ("في اليوم الثاني من عيد الأضحى", "2031-04-03", "2031-04-03", "day"),
        ("خلال عيد الأضحى", "2031-04-02", "2031-04-05", "range"),
        ("في 14 أغسطس (آب) الماضي", "2031-08-14", "2031-08-14", "day"),
        ("في 21 مايو(أيار) 2005", "2005-05-21", "2005-05-21", "day"),
        ("في ١٧ آب ٢٠١٤", "2014-08-17", "2014-08-17", "day"),
        ("في 14/8/2014", "2014-08-14", "2014-08-14", "day"),
        ("في 2014-08-14", "2014-08-14", "2014-08-14", "day"),
        ("السبت 14 آب", "2031-08-14", "2031-08-14", "day"),
        ("في الرابع عشر من آذار", "2031-03-14", "2031-03-14", "day"),
        ("في الحادي والعشرين من آب", "2031-08-21", "2031-08-21", "day"),
        ("في شهر شباط من عام 2012", "2012-02-01", "2012-02-29", "month"),
        ("في ديسمبر", "2030-12-01", "2030-12-31", "month"),
        ("خلال عام 2013", "2013-01-01", "2013-12-31", "year"),
        ("بين 14 و16 آب", "2031-08-14", "2031-08-16", "range"),
        ("من 14 إلى 16 آب 2014", "2014-08-14", "2014-08-16", "range"),
        ("بين كانون الأول 2012 وشباط 2013", "2012-12-01", "2013-02-28", "range"),
        ("بين شهري أغسطس وديسمبر من عام 2005", "2005-08-01", "2005-12-31", "range"),
        ("الاثنين", "2031-09-15", "2031-09-15", "day"),
        ("أمس الثلاثاء", "2031-09-16", "2031-09-16", "day"),
        ("فجر يوم الجمعة الماضي", "2031-09-12", "2031-09-12", "day"),
        ("ليل الثلاثاء الأربعاء", "2031-09-16", "2031-09-17", "range"),
        ("منتصف ليلة الثلاثاء", "2031-09-16", "2031-09-16", "day"),
        ("مساء أمس", "2031-09-16", "2031-09-16", "day"),
        ("أول من أمس", "2031-09-15", "2031-09-15", "day"),
        ("فجر اليوم", "2031-09-17", "2031-09-17", "day"),
        ("الأسبوع الماضي", "2031-09-08", "2031-09-14", "week"),
        ("الشهر الماضي", "2031-08-01", "2031-08-31", "month"),
        ("هذا العام", "2031-01-01", "2031-09-17", "year"),
        ("الشهر الجاري", "2031-09-01", "2031-09-17", "month"),
        ("قبل ثلاثة أيام", "2031-09-14", "2031-09-14", "day"),
        ("قبل يومين", "2031-09-15", "2031-09-15", "day"),
        ("قبل شهرين", "2031-07-01", "2031-07-31", "month"),
        ("قبل عام", "2030-01-01", "2030-12-31", "year"),
        ("منذ ثلاثة أيام", "2031-09-14", "2031-09-17", "range"),
        ("منذ عام 2014", "2014-01-01", "2031-09-17", "range"),
        ("منذ 2014", "2014-01-01", "2031-09-17", "range"),
        ("منذ الاثنين", "2031-09-15", "2031-09-17", "range"),
        ("خلال الأيام الثلاثة الماضية", "2031-09-14", "2031-09-17", "range"),
        ("خلال الـ24 ساعة الماضية", "2031-09-16", "2031-09-17", "range"),
        ("مطلع آذار", "2031-03-01", "2031-03-10", "range"),
        ("منتصف آذار", "2031-03-11", "2031-03-21", "range"),
        ("أواخر آذار", "2031-03-22", "2031-03-31", "range"),
        ("صيف 2014", "2014-06-01", "2014-08-31", "season"),
        ("15 رمضان 1435 هـ", "2014-07-12", "2014-07-12", "day"),
        ("رمضان 1435", "2014-06-28", "2014-07-27", "range"),
    ],
)
def test_a_time_stands_for_its_days(words, start, end, precision):
    """All read in a report of Wednesday, 17 September 2031."""
    assert days(words) == (start, end, precision)


def test_that_day_is_the_day_told_of_before():
    assert read("ذلك اليوم") == ("ذلك اليوم", "then")


@pytest.mark.parametrize(
    "words",
    [
        "مارس ضغوطا",
        "فجر نفسه",
        "رمضان",
        "في اليوم التالي",
        "قتل 2013 شخصا",
        "بين المدنيين",
    ],
)
def test_what_only_looks_like_a_time_is_none(words):
    assert read(words) is None


@pytest.mark.parametrize("names", [LEVANT, EGYPT, MAGHREB], ids=["Levant", "Egypt", "Maghreb"])
@given(day=st.dates(date(1990, 1, 1), date(2031, 9, 17)))
def test_a_full_date_is_itself_in_every_calendar_of_months(names, day):
    assert days(f"في {day.day} {names[day.month - 1]} {day.year}") == (day.isoformat(), day.isoformat(), "day")


@given(st.dates(date(1990, 1, 1), date(2031, 9, 17)))
def test_a_month_named_twice_is_one_month(day):
    for pattern in ("{}/{}", "{} ({})", "{} - {}"):
        name = pattern.format(LEVANT[day.month - 1], EGYPT[day.month - 1])
        assert days(f"في {day.day} {name} {day.year}") == (day.isoformat(), day.isoformat(), "day")


PAST = (
    "الاثنين,أمس,اليوم,14 آب,أيار,الأسبوع الماضي,الشهر الماضي,العام الماضي,هذا الشهر,قبل أسبوعين,مطلع آذار,منذ يناير"
).split(",")


@given(st.sampled_from(PAST), st.dates(date(2000, 1, 1), date(2035, 12, 31)))
def test_what_is_told_as_past_never_lies_after_the_report(words, published):
    start, end, _ = days(words, published.isoformat())
    assert start <= end <= published.isoformat()


@pytest.mark.parametrize(
    "words", ["قتل ستة رجال قبل عيد الأضحى", "قتل ستة رجال قبيل أول أيام عيد الفطر", "انفجر لغم في سوق عيد الأضحى"]
)
def test_a_feast_that_was_to_come_or_names_a_thing_is_no_day(words):
    assert read(words) is None
