"""What an original looks like: a page as a picture, and where the boxes of its text stand in it."""

import io
import zipfile
from hashlib import sha256

import pytest
from PIL import Image

from sijill.capture.child.drawing import PNG, NotDrawn, Wanted, draw
from tests.unit.capture.pdfs import stream, written

SQUARE = (300, 500, 340, 520)
"""Drawn black on the page [points]: left, bottom, right, top."""


def page(more=""):
    """A PDF of one page with a black square on it."""
    left, bottom, right, top = SQUARE
    drawn = stream(f"{left} {bottom} {right - left} {top - bottom} re f")
    return written(
        {
            1: "<< /Type /Catalog /Pages 2 0 R >>",
            2: "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
            3: f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 600 800] /Contents 4 0 R {more} >>",
            4: drawn,
            7: "<< >>",
        }
    )


def look(folder, content, name="page.pdf", locator="", number=1, media_type="application/pdf"):
    path = folder / "original"
    path.write_bytes(content)
    told = {"digest": sha256(content).hexdigest(), "locator": locator, "size": len(content), "page": number}
    return draw(path, Wanted(name=name, media_type=media_type, **told))


@pytest.mark.parametrize("more", ["", "/Rotate 90 /CropBox [100 200 600 800]"])
def test_a_box_of_the_text_lies_on_its_words_however_the_page_is_turned_and_cut(tmp_path, more):
    drawn = look(tmp_path, page(more))
    image = Image.open(io.BytesIO(drawn.picture)).convert("L")
    assert (image.width, image.height, drawn.pages) == (drawn.width, drawn.height, 1)
    black = image.point(lambda each: 255 if each < 128 else 0).getbbox()
    x, y, width, height = drawn.box(SQUARE)
    assert black == pytest.approx((x, y, x + width, y + height), abs=2)


def test_a_page_within_an_archive_is_found_and_no_other_part_is_drawn(tmp_path):
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w") as archive:
        archive.writestr("a.txt", "words")
        archive.writestr("b.pdf", page())
    named = {"name": "files.zip > b.pdf", "locator": "member:2"}
    assert look(tmp_path, held.getvalue(), **named).picture.startswith(PNG)
    with pytest.raises(NotDrawn, match="there are no pages in text"):
        look(tmp_path, held.getvalue(), name="files.zip > a.txt", locator="member:1", media_type="text/plain")


def test_a_picture_is_drawn_anew_and_nothing_of_its_file_is_passed_on(tmp_path):
    held = io.BytesIO()
    Image.new("RGB", (40, 20), "red").save(held, "JPEG", comment=b"<script>alert(1)</script>")
    drawn = look(tmp_path, held.getvalue(), name="photo.jpg", media_type="image/jpeg")
    assert (drawn.width, drawn.height) == (40, 20)
    assert b"script" not in drawn.picture


def test_a_page_that_is_not_there_and_a_file_that_is_none_are_refused_with_a_sentence(tmp_path):
    with pytest.raises(NotDrawn, match="there are 1"):
        look(tmp_path, page(), number=2)
    with pytest.raises(NotDrawn, match="cannot be drawn"):
        look(tmp_path, b"%PDF-1.7 and nothing else")
