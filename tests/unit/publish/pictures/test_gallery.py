"""Pictures: each says its word, scope and policy, and draws the numbers that the register has."""

import re
from dataclasses import replace
from io import BytesIO
from xml.etree import ElementTree

import pytest
from PIL import Image

from sijill.assess.totals import totals
from sijill.model.claim import Harm
from sijill.model.finding import Grade, PolicyFinding
from sijill.model.when import Period, Precision
from sijill.publish.material import Edition
from sijill.publish.pictures import over_time, ranges
from sijill.publish.pictures.files import picture_files
from sijill.publish.pictures.gallery import pictures
from sijill.publish.pictures.over_time import column
from sijill.publish.pictures.raster import to_png
from sijill.publish.pictures.shapes import directed, drawing, line_in, text
from sijill.publish.wording import Wording
from tests.unit.publish.test_map import at, material, toll


@pytest.fixture
def told(case):
    return material(case, title="Belqara", totals=case.more["totals"], edition=Edition(number=2, as_of="2021-03-20"))


def test_every_picture_says_its_word_scope_date_and_policy(told):
    made = pictures(told)
    assert {each.name for each in made} >= {"timeline", "toll_over_time", "ranges", "attribution", "sources"}
    for each in made:
        caption = " ".join(each.caption)
        assert caption.startswith(each.word)
        assert each.word in ("documented", "range of reports", "estimated")
        for fact in ("Belqara", "Release 2", "as of 20 March 2021", "“range”"):
            assert fact in caption, (each.name, fact)


def test_the_caption_travels_inside_the_file(told):
    for each in pictures(told):
        words = "".join(ElementTree.fromstring(each.alone).itertext())
        assert each.title in words
        assert each.word in words


def test_a_file_leads_nowhere_else_and_asks_for_nothing(told):
    for each in pictures(told):
        for drawn in (each.alone, each.shown):
            assert not re.search(r'(href|src)="(https?:|//|data:)', drawn)
            assert " style=" not in drawn
            assert "<script" not in drawn


def test_a_picture_on_a_page_leads_to_the_events_it_draws(told):
    shown = next(each for each in pictures(told, top="../") if each.name == "ranges").shown
    for each in ranges.of_events(told):
        assert f'href="../events/{each.id}.html#killed"' in shown


def test_a_column_adds_lows_without_possible_repeats_and_highs_with_them(case):
    one, two = at(case.findings[0], 1, 1, killed=toll(5, 9)), at(case.findings[1], 1, 1, killed=toll(4))
    three = replace(at(case.findings[0], 1, 1, killed=toll()), id="evt_three")
    found = column([one, two, three], replace(case.more["totals"][0], may_repeat=(two.id,)))
    assert (found.low, found.high, found.open, found.unknown) == (5, 13, True, 1)


def test_the_toll_over_time_comes_to_the_total(told):
    """What the columns and the longer periods hold at least is what the total holds at least."""
    by_policy = [
        replace(each, policies={"range": PolicyFinding(tolls=each.tolls, grade=Grade())}) for each in told.findings
    ]
    for total in totals(by_policy, scope="", backlog=0, processed_through=None):
        if total.harm is Harm.KILLED:
            counted = [each for each in by_policy if each.id in total.rests_on]
            assert column(counted, total).low == total.low > 0
    assert over_time.toll(told, "") is not None


def test_no_lowest_number_is_no_zero_that_is_drawn_full(case):
    event = at(case.findings[0], 1, 1, killed=toll(high=12))
    drawn = next(each for each in pictures(material(case, findings=[event])) if each.name == "ranges").shown
    assert 'fill-opacity="0.28"' in drawn


def test_an_event_without_a_number_is_counted_and_not_drawn_as_zero(case):
    event = at(case.findings[0], 1, 1, killed=toll())
    assert ranges.of_events(material(case, findings=[event])) == []


def test_a_few_enormous_numbers_turn_the_axis_logarithmic_and_that_is_said(case):
    small = [replace(at(case.findings[0], 1, 1, killed=toll(n, n)), id=f"evt_{n}") for n in range(3, 12)]
    vast = replace(at(case.findings[0], 1, 1, killed=toll(5000, 5000)), id="evt_vast")
    made = next(each for each in pictures(material(case, findings=[*small, vast])) if each.name == "ranges")
    assert "Logarithmic axis" in " ".join(made.caption)


def test_the_same_register_is_the_same_bytes_and_png_is_twice_as_fine(told):
    first, second = picture_files(told, pictures(told)), picture_files(told, pictures(told))
    assert first == second
    for name, content in first.items():
        if name.endswith(".png"):
            drawn = Image.open(BytesIO(content))
            svg = ElementTree.fromstring(first[name.replace(".png", ".svg")])
            assert drawn.width == 2 * float(svg.get("width"))


def test_each_file_is_told_in_the_readme(told):
    files = picture_files(told, pictures(told))
    words = files["pictures/README.md"].decode()
    for name in files:
        assert name.endswith("README.md") or f"## {name.removeprefix('pictures/').partition('.')[0]}\n" in words


def ink(svg):
    """Left and right edge of what is not white [px of the drawing]."""
    image = Image.open(BytesIO(to_png(svg))).convert("L").point(lambda each: 255 * (each < 200))
    left, _, right, _ = image.getbbox()
    return left / 2, right / 2


def test_arabic_is_drawn_from_the_right_in_our_own_font():
    """Joined letters take less room than letters that stand alone."""
    joined = ink(drawing([text(700, 20, "المستشفى", anchor="end")], height=30, title="t"))
    apart = ink(drawing([text(700, 20, "\u200c".join("المستشفى"), anchor="end")], height=30, title="t"))
    assert joined[1] == pytest.approx(700, abs=3)
    assert joined[1] - joined[0] < 0.9 * (apart[1] - apart[0])


def test_a_line_of_arabic_that_begins_with_a_latin_name_runs_from_the_right():
    assert directed(line_in("ar", "Belqara، 9 آذار")) == "\u2067Belqara، 9 آذار\u2069"
    assert directed("Belqara, بلقارة") == "Belqara, بلقارة"
    assert directed("بلقارة (Belqara)").startswith("\u2067")


def test_in_arabic_the_captions_are_arabic(told):
    made = pictures(replace(told, say=Wording("ar")))
    assert {each.word for each in made} <= {"موثَّق", "مدى التقارير", "مقدَّر"}


def test_a_month_is_a_hatched_bar_below_the_axis_and_no_column(case):
    month = Period(start="2021-03-01", end="2021-03-31", precision=Precision.MONTH)
    days = [
        replace(at(case.findings[0], 1, 1, killed=toll(3, 3)), id=f"evt_{day}", when=Period(start=day, end=day))
        for day in ("2021-03-02", "2021-03-09")
    ]
    whole = replace(days[0], id="evt_month", when=month)
    drawn = next(each for each in pictures(material(case, findings=[*days, whole])) if each.name == "timeline").shown
    assert "events/evt_month.html" in drawn
    assert drawn.count('fill="url(#hatch-events)"') == 1
