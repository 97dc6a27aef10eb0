"""People told of by who they are are no number of their group: of a couple, one is a woman."""

import pytest

from tests.unit.assess.told import killed_by_group


def women(text):
    """Low and high of the women killed; None where nothing is said."""
    return killed_by_group(text).get("women")


@pytest.mark.parametrize(
    "couple",
    [
        "Adem Rosta and his wife Marta were killed in Kessa on Monday.",
        "Adem Rosta was killed along with his wife Marta in Kessa.",
    ],
)
def test_a_couple_is_not_two_women(couple):
    assert women(couple) is None


def test_a_couple_is_no_rival_of_a_number_of_women():
    assert women(
        "Shelling killed 19 people in Kessa on Monday, among them three women. Adem Rosta was killed along with his"
        " wife Marta."
    ) == (3, 3)


def test_women_who_are_counted_are():
    assert women("Two women and five children were killed in Kessa on Monday.") == (2, 2)
