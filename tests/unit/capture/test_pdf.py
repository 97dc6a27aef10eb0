"""A PDF gives its text in the order in which it is read, page and box of every line, and two readings of numbers."""

import pytest

from sijill.capture.formats.pdf_lines import Glyph, lines, numbers_apart, rows_of
from sijill.model.document import State
from tests.unit.capture.files import found_in, only
from tests.unit.capture.pdfs import WIDTH, pdf


def drawn(text, left=50, bottom=700):
    """Glyphs of a line as they stand, from left to right, in the order of the words of `text`."""
    return [
        Glyph(letter, left + at * WIDTH, bottom, left + (at + 1) * WIDTH, bottom + WIDTH)
        for at, letter in enumerate(text)
    ]


def read(glyphs):
    return [line.text for line in lines(rows_of(glyphs))]


def apart(glyphs):
    return numbers_apart([(at, each) for at, each in enumerate(glyphs) if each.text.isdigit()])


def test_each_line_has_its_page_and_box(tmp_path):
    pages = [[(50, 700, "Nine people were killed")], [(80, 300, "and 14 wounded.")]]
    found = only(found_in(tmp_path, "a.pdf", pdf(*pages)))
    text = found.text.text
    assert text == "Nine people were killed\n\nand 14 wounded."
    told = [(text[each.start : each.end], each.page, each.box[0]) for each in found.particulars.regions]
    assert told == [("Nine people were killed", 1, 50), ("and 14 wounded.", 2, 80)]


def test_a_page_has_a_hash_of_how_it_looks(tmp_path):
    first, same, other = (
        only(found_in(tmp_path, "a.pdf", pdf([(50, 700, words)]))).particulars.regions[0].image
        for words in ("Nine dead", "Nine dead", "Five dead")
    )
    assert first == same and len(first) == 64
    assert first != other


@pytest.mark.parametrize(
    ("seen", "text"),
    [
        ("انيع 85 لتق", "قتل 85 عينا"),
        ("٢٠١٦ ماع يف", "في عام ٢٠١٦"),
        ("1,200 ةعامج", "جماعة 1,200"),
        ("Lake Post تلاق", "قالت Lake Post"),
        ("12/3/2030 موي", "يوم 12/3/2030"),
        ("صخش 300 ىلإ 85 نم", "من 85 إلى 300 شخص"),
    ],
)
def test_arabic_is_read_from_right_to_left_and_its_numbers_from_left_to_right(seen, text):
    """`seen`: the glyphs as they stand on the page, from left to right."""
    assert read(drawn(seen)) == [text]


def test_it_is_the_place_that_counts_and_not_the_order_in_which_a_program_drew():
    glyphs = drawn("ةيرق يف 85 لتق")
    assert read(glyphs) == read(list(reversed(glyphs))) == ["قتل 85 في قرية"]


def test_a_number_that_is_ordered_in_one_way_and_stands_in_another_is_read_two_ways():
    """Ordered 5 then 8, but the 8 stands in front: whoever looks at the page reads 85, whoever copies its text 58."""
    glyphs = [*drawn("dead: "), *drawn("5", left=120), *drawn("8", left=110)]
    assert apart(glyphs) == [{"as_ordered": "58", "as_standing": "85"}]


def test_numbers_on_which_both_readings_agree_are_no_doubt():
    glyphs = [*drawn("85 dead, 1,200 fled"), Glyph("\n", 0, 0, 0, 0, made=True), *drawn("on 3 May 2030", bottom=680)]
    assert apart(glyphs) == []


def test_a_paragraph_goes_on_over_full_lines_and_ends_after_a_short_one(tmp_path):
    page = [
        (50, 700, "Nine people were killed in the village"), (50, 688, "of Orrin on Friday, the mayor said."),
        (50, 676, "He was there."), (50, 640, "A second report came from the lake."),
    ]  # fmt: skip
    text = only(found_in(tmp_path, "a.pdf", pdf(page))).text.text
    assert text.splitlines() == [
        "Nine people were killed in the village of Orrin on Friday, the mayor said. He was there.",
        "A second report came from the lake.",
    ]


def test_a_pdf_without_words_is_kept_as_without_text(tmp_path):
    assert only(found_in(tmp_path, "a.pdf", pdf([]))).document.state is State.NO_TEXT


@pytest.mark.parametrize("content", [b"%PDF-1.7 and no more", pdf([(50, 700, "x")])[:200]])
def test_a_broken_pdf_is_corrupt(tmp_path, content):
    assert only(found_in(tmp_path, "a.pdf", content)).document.state is State.CORRUPT


def test_what_the_pdf_says_of_itself_is_kept_as_it_stands(tmp_path):
    found = only(found_in(tmp_path, "a.pdf", pdf([(50, 700, "Nine")], info="/Title (Daily) /CreationDate (D:2031)")))
    assert [(each.name, each.value, each.source) for each in found.particulars.embedded] == [
        ("Title", "Daily", "pdf:info"), ("CreationDate", "D:2031", "pdf:info"),
    ]  # fmt: skip
    assert (found.document.title, found.document.published) == ("Daily", None)
