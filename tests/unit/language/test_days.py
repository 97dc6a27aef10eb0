"""Days of expressions of time, at the edges."""

from sijill.language.days import anchor


def test_a_unit_of_time_that_has_no_length_gives_no_period():
    assert anchor("last:eclipse:2", "2031-05-10") is None
    weekends = anchor("last:weekend:2", "2031-05-10")
    assert weekends is not None and weekends.start == "2031-04-26"
