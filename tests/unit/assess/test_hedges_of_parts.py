"""What a headline leaves out of a number, and what stands behind a number of people."""

from tests.unit.assess.test_parts_and_sums import toll
from tests.unit.assess.told import killed_by_group


def test_a_headline_closes_no_number_that_its_text_leaves_open():
    told = toll("30 Red Column fighters dead in Tarn. At least 30 rebels were killed in clashes in Tarn on Monday.")
    assert told.by_status["combatant"].low == 30
    assert told.by_status["combatant"].high is None


def test_another_number_stays_as_it_was_said():
    told = toll("Eight fighters died in Tarn on Sunday. At least 30 people were killed there.")
    assert told.by_status["combatant"].high == 8


def test_a_group_named_behind_civilians_is_a_part_of_them():
    assert "children" not in killed_by_group("Shelling killed 11 civilians - children in Kessa on Monday.")


def test_a_group_alone_is_counted():
    assert killed_by_group("Shelling killed 11 children in Kessa on Monday.")["children"] == (11, 11)


def test_others_are_others_than_one_who_has_no_number():
    told = toll("Leaders of the Red Column were killed in Tarn. Six other members died there on Monday.")
    assert (told.low, told.high) == (7, None)


def test_others_of_another_place_may_be_all():
    told = toll("Column leaders were killed in Kessa on Monday. Another six rebels were killed in Tarn on Monday.")
    assert (told.low, told.high) == (6, 6)
