"""What must not be read in published words is taken out, and the mark shows where."""

from time import process_time

import pytest

from sijill.publish.release.hide import MARK, Hidden

NAMES = Hidden(["Orla Venn-Tarrow", "يزن المارد", "Abu Lisk"])


@pytest.mark.parametrize(
    ("said", "published"),
    [
        ("Orla Venn-Tarrow saw it", f"{MARK} saw it"),
        ("ORLA   VENN-TARROW saw it", f"{MARK} saw it"),
        ("said Orla Venn-Tarrow, 34", f"said {MARK}, 34"),
        ("قال يزن المارد إنه رأى", f"قال {MARK} إنه رأى"),
        ("وقال ليزن المارد", f"وقال {MARK}"),
        ("Abu Lisk and Orla Venn-Tarrow", f"{MARK} and {MARK}"),
        ("call +999 55 123 4567 now", f"call {MARK} now"),
        ("write to w.itness@example.org", f"write to {MARK}"),
        ("posted by @tarn_witness today", f"posted by {MARK} today"),
        ("at 35.33421, 40.14112 north", f"at {MARK} north"),
        ("see https://example.org/u?x=1 there", f"see {MARK} there"),
        ("in /srv/lise/case/photo.jpg now", f"in {MARK} now"),
        ("aGVsbG8gd29ybGQgaGVsbG8gd29ybGQgaGVsbG8= told", f"{MARK} told"),
    ],
)
def test_names_and_ways_to_reach_people_are_taken_out(said, published):
    assert NAMES.hide(said) == published


@pytest.mark.parametrize(
    "said", ["At least 1,200 people were killed on 3 May 2031.", "between 2011 and 2014", "47 to 80 dead; 13 children"]
)
def test_numbers_and_dates_stay(said):
    assert NAMES.hide(said) == said


@pytest.mark.parametrize("attack", ["a@", "1 ", "/a", "%20", "x.", "12.3456 ", "a" * 64 + "@", "://"])
def test_hostile_words_cost_linear_time(attack):
    started = process_time()
    NAMES.hide(attack * (100_000 // len(attack)))
    assert process_time() - started < 2
