"""Numbers and days as people type them, in English and Arabic."""

import pytest

from sijill.review.typed import day, whole


@pytest.mark.parametrize(
    ("typed", "iso"),
    [
        ("2016", "2016"),
        ("2016-02", "2016-02"),
        ("14/2/2016", "2016-02-14"),
        ("14 February 2016", "2016-02-14"),
        ("February 14, 2016", "2016-02-14"),
        ("١٤ شباط ٢٠١٦", "2016-02-14"),
        ("١٤/٢/٢٠١٦", "2016-02-14"),
        ("14 فبراير 2016", "2016-02-14"),
        ("14 تشرين الثاني 2016", "2016-11-14"),
        ("٣ كانون الأول ٢٠١٢", "2012-12-03"),
    ],
)
def test_a_day_is_read_as_it_is_written(typed, iso):
    assert day(typed) == iso


@pytest.mark.parametrize("typed", ["", "14 تشرين 2016", "31/2/2016", "14-2", "2016-14", "²", "1 2 3 4", "2016 ; 3"])
def test_what_may_be_two_days_or_none_is_not_guessed(typed):
    """There are two Tishrin and two Kanun."""
    assert day(typed) is None


def test_a_number_is_read_in_either_kind_of_digits_and_nothing_else_is_a_number():
    assert [whole(each) for each in ("85", "1,200", "٨٥", "١٬٢٠٠")] == [85, 1200, 85, 1200]
    assert [whole(each) for each in ("", "²", "-3", "8.5", "about 9", "1234567890")] == [None] * 6


def test_a_page_asked_for_with_a_digit_that_is_no_number_is_the_first_page(sitting):
    for path in ("/events?page=²", "/history?page=²", "/persons?page=²", "/documents?page=²", "/events?least=²"):
        assert sitting.client.get(path).status_code == 200, path
