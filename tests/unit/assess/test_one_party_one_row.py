"""One party under two names, and two that one word would make one."""

from tests.unit.assess.test_attribution import accused
from tests.unit.link.claims import said


def test_units_with_numbers_are_told_apart_by_them():
    one, other = (said("a", "shelling", by=(f"Battalion {n}",), at=n, number="4") for n in (41, 7))
    assert accused(one, other) == ["Battalion 41", "Battalion 7"]


def test_a_unit_with_a_number_is_no_mere_description():
    named, unit = said("a", "shelling", by=("fre",), number="4"), said("a", "shelling", by=("Brigade 7",), at=60)
    assert accused(named, unit) == ["Brigade 7", "fre"]
