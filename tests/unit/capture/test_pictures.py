"""Words in pictures are read where tesseract is installed, marked as read by a machine, and asked about."""

import io
import os
import random
import time
import zipfile
from contextlib import nullcontext
from importlib.resources import files

import pypdfium2 as pdfium
import pytest
from PIL import Image, ImageDraw, ImageFont

from sijill.capture.child.process import Task
from sijill.capture.child.readers import Readers
from sijill.capture.child.recognition import engine, sure_lines, table_of
from sijill.capture.formats.pdf import pdf_document
from sijill.capture.found import Budget, Original, Reading, SeenLine, Told
from sijill.model.document import Digest, State
from tests.unit.capture import made

ENGLISH, ARABIC = "At least 77 people were killed on Tuesday", "قتل 12 مدنيا في المدينة يوم الثلاثاء"
FONTS = files("sijill.publish") / "fonts"


def picture(words, font="NotoSans-Regular.ttf", **how):
    image = Image.new("RGB", (1300, 160), "white")
    typeface = ImageFont.truetype(io.BytesIO((FONTS / font).read_bytes()), 44)
    ImageDraw.Draw(image).text((40, 50), words, font=typeface, fill="black", **how)
    return encoded(image)


def encoded(image):
    stream = io.BytesIO()
    image.save(stream, "PNG")
    return stream.getvalue()


def read(tmp_path, content, name, **how):
    path = tmp_path / name
    path.write_bytes(content)
    told = Told(captured="2031-05-04T12:00:00Z")
    task = Task(lent=lambda: nullcontext(path), size=len(content), name=name, digest=Digest("0" * 64), told=told)
    with Readers(1, **how) as readers:
        return [found for _, found in readers.read([task]) if found is not None]


def test_words_in_pictures_are_read_and_marked_with_engine_version_and_languages(tmp_path):
    (found,) = read(tmp_path, picture(ENGLISH), "statement.png")
    assert found.text.text == ENGLISH
    assert found.text.reader == engine().reader
    assert found.text.reader.startswith("tesseract/") and found.text.reader.endswith("+eng+ara")
    assert [each.question.code for each in found.doubts] == ["machine_read"]


def test_arabic_is_read_in_its_order(tmp_path):
    content = picture(ARABIC, "NotoNaskhArabic-Regular.ttf", direction="rtl", language="ar")
    (found,) = read(tmp_path, content, "statement.png")
    assert found.text.text == ARABIC


def scan(*pages, turned=0):
    """A PDF of pictures, as a scanner writes it, half an inch of them above each other on A5."""
    images = []
    for page in pages:
        sheet = Image.new("RGB", (1748, 2480), "white")
        for at, each in enumerate(page):
            sheet.paste(Image.open(io.BytesIO(each)), (100, 300 + 600 * at))
        images.append(sheet.rotate(turned, expand=True))
    stream = io.BytesIO()
    images[0].save(stream, "PDF", save_all=True, append_images=images[1:], resolution=300)
    return stream.getvalue()


def test_scanned_pages_are_read_with_page_and_box_and_marked_as_read_by_a_machine(tmp_path):
    content = scan([picture(ENGLISH)], [], [picture(ARABIC, "NotoNaskhArabic-Regular.ttf", direction="rtl")])
    (found,) = read(tmp_path, content, "scan.pdf")
    assert found.text.text == f"{ENGLISH}\n\n{ARABIC}"
    assert found.text.reader.startswith("sijill.pdf/") and found.text.reader.endswith(engine().reader)
    assert [each.question.code for each in found.doubts] == ["machine_read"]
    first, last = found.particulars.regions
    assert (first.page, last.page) == (1, 3)
    assert found.text.text[last.start : last.end] == ARABIC
    left, bottom, right, top = first.box
    assert 30 < left < 36 and 490 < bottom < 500 < top < 512 and 200 < right < 420  # of 595 points, 0.24 a dot


def test_a_scan_that_lies_on_its_side_is_boxed_where_it_stands(tmp_path):
    document, stream = pdfium.PdfDocument(scan([picture(ENGLISH)], turned=90)), io.BytesIO()
    document[0].set_rotation(90)
    document.save(stream)
    (found,) = read(tmp_path, stream.getvalue(), "scan.pdf")
    assert found.text.text == ENGLISH
    (region,) = found.particulars.regions
    left, bottom, right, top = region.box
    assert right - left < 20 < 150 < top - bottom


def test_a_scan_is_left_unread_by_who_does_not_want_pictures_read(tmp_path):
    (found,) = read(tmp_path, scan([picture(ENGLISH)]), "scan.pdf", pictures=False)
    assert (found.document.state, found.doubts) == (State.NO_TEXT, ())


def test_scanned_pages_for_which_no_time_is_left_are_a_doubt(tmp_path):
    """What is behind them is not taken for read."""

    class Slow:
        reader = "engine/1"
        pages = iter([[SeenLine("Nine were killed", (0, 0, 9, 9), 1)], None, None])

        def __call__(self, image):
            return next(self.pages)

    content, original = scan([], [], []), Original(name="s.pdf", digest=Digest("0" * 64), media_type="application/pdf")
    reading = Reading(
        original=original, told=Told(captured="2031-05-04T12:00:00Z"), door=None, budget=Budget(), recognise=Slow()
    )
    (found,) = pdf_document(content, reading)
    assert found.text.text == "Nine were killed"
    (asked,) = found.doubts
    assert (asked.question.code, dict(asked.question.values)) == ("pages_not_read", {"count": 2, "first": 2})


def test_pictures_inside_other_files_are_read_too(tmp_path):
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        archive.writestr("a/one.png", picture(ENGLISH))
        archive.writestr("a/two.png", made.photo())
    one, two = read(tmp_path, stream.getvalue(), "all.zip")
    assert (one.text.text, two.document.state) == (ENGLISH, State.NO_TEXT)


def test_a_picture_without_words_has_no_text(tmp_path):
    """Noise looks like letters to an engine: what it is not sure of is no text."""
    noise = Image.frombytes("RGB", (300, 200), random.Random(7).randbytes(300 * 200 * 3))
    for content in (encoded(noise), picture("")):
        (found,) = read(tmp_path, content, "photo.png")
        assert (found.text, found.document.state, found.doubts) == (None, State.NO_TEXT, ())


def test_who_does_not_want_it_has_no_picture_read(tmp_path):
    (found,) = read(tmp_path, picture(ENGLISH), "statement.png", pictures=False)
    assert found.document.state is State.NO_TEXT


def test_lines_of_which_the_engine_is_not_sure_are_left_out():
    head = "level\tpage_num\tblock_num\tpar_num\tline_num\tword_num\tleft\ttop\twidth\theight\tconf\ttext\n"

    def row(block, line, confidence, word):
        return f"5\t1\t{block}\t1\t{line}\t1\t0\t0\t9\t9\t{confidence}\t{word}\n"

    sure = row(1, 1, 96.1, "nine") + row(1, 1, 80, "dead") + row(1, 2, 20, "|_") + row(2, 1, 70, '"here"')
    assert [(each.text, each.block) for each in sure_lines(head + sure)] == [("nine dead", 1), ('"here"', 2)]
    assert sure_lines(head + row(1, 1, 99, "alone")) == []
    assert sure_lines(head) == sure_lines("") == []


@pytest.fixture
def slow(tmp_path, monkeypatch):
    """An engine that never comes to an end."""
    script = tmp_path / "bin" / "tesseract"
    script.parent.mkdir()
    script.write_text(
        "#!/bin/sh\ncase $1 in --version) echo tesseract 9.9;; --list-langs) echo eng;; *) while :; do :; done;; esac\n"
    )
    script.chmod(0o755)
    monkeypatch.setenv("PATH", str(script.parent), prepend=os.pathsep)
    monkeypatch.setattr("sijill.capture.child.recognition.SECONDS", 1)
    engine.cache_clear()
    yield script
    engine.cache_clear()


@pytest.mark.usefixtures("slow")
def test_an_engine_that_does_not_end_costs_the_words_and_not_the_picture():
    begun = time.monotonic()
    assert table_of(engine().path, "eng", picture("")) is None
    assert time.monotonic() - begun < 20
