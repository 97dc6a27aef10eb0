"""The original beside the text: its pages as pictures, the lines of every claim lit, for whoever may open it."""

import io
import json
import re
from dataclasses import replace

import pytest
from PIL import Image

from sijill.capture.child.drawing import PNG
from sijill.chain.finished import DRAWN, read_finished
from sijill.chain.run import PAGES
from tests.acceptance.command_line import sijill
from tests.unit.capture.pdfs import pdf
from tests.unit.review.conftest import seated

FIRST, SECOND = "The council said nine men were killed.", "Nothing else happened."
KILLED = "nine men were killed"


@pytest.fixture(scope="module")
def paged(belqara_unestimated, tmp_path_factory):
    """A desk over a PDF of two pages, with a claim on the line of the second."""
    folder = tmp_path_factory.mktemp("paged")
    report = folder / "report.pdf"
    report.write_bytes(pdf([(50, 700, SECOND)], [(50, 700, SECOND), (50, 600, FIRST)]))
    with seated(belqara_unestimated, folder / "case") as sitting:
        assert sijill("add", sitting.folder, report, "--source", "The council").code == 0
        sitting.desk._show_again()
        view = sitting.view
        document = next(each for each in view.documents.values() if each.name.endswith("report.pdf"))
        start = view.text(document.id).index(KILLED)
        claim = replace(
            next(iter(view.claims.values())),
            id="clm_on_the_page",
            document=document.id,
            span=(start, start + len(KILLED)),
            quote=KILLED,
        )
        sitting.desk._whole = replace(view, claims={**view.claims, claim.id: claim})
        yield sitting, f"/documents/{document.id}"


def test_the_line_of_a_claim_is_lit_on_its_page(paged):
    sitting, at = paged
    assert f'href="{at}/pages/2?claim=clm_on_the_page"' in sitting.client.get(at).text
    page = sitting.client.get(f"{at}/pages/2?claim=clm_on_the_page").text
    x, y, width, height = (float(each) for each in re.search(
        r'class="lit on" x="(.*?)" y="(.*?)" width="(.*?)" height="(.*?)"', page
    ).groups())  # fmt: skip
    across, down = (int(each) for each in re.search(r'viewBox="0 0 (\d+) (\d+)"', page).groups())
    assert x / across == pytest.approx(50 / 600, abs=0.01)
    assert y / down < 1 - 600 / 800 < (y + height + 1) / down
    assert width / across > 0.5
    assert 'class="lit' not in sitting.client.get(f"{at}/pages/1").text


def test_the_picture_is_drawn_once_and_a_run_finds_nothing_new_in_it(paged):
    sitting, at = paged
    first = sitting.client.get(f"{at}/pages/2/picture")
    assert first.headers["content-type"] == "image/png" and first.content.startswith(PNG)
    assert Image.open(io.BytesIO(first.content)).size[1] > 1500
    drawn = {each: each.stat().st_mtime_ns for each in (sitting.folder / "derived" / DRAWN).iterdir()}
    assert sitting.client.get(f"{at}/pages/2/picture").content == first.content
    assert {each: each.stat().st_mtime_ns for each in (sitting.folder / "derived" / DRAWN).iterdir()} == drawn
    assert read_finished(sitting.folder / "derived", sitting.folder / PAGES) is not None
    assert sitting.client.get(f"{at}/pages/9").status_code == 422
    assert sitting.client.get(f"{at}/pages/x").status_code == 404


def test_what_is_hard_to_look_at_is_blurred_and_the_plain_mode_has_no_picture(paged):
    sitting, at = paged
    assert sitting.post(f"{at}/sensitive", mark="1", because="a photograph", seen="").status_code == 303
    assert 'class="sheetpage hard"' in sitting.client.get(f"{at}/pages/2").text
    sitting.client.cookies.set("sijill-care", "plain")
    assert "<image" not in sitting.client.get(f"{at}/pages/2").text
    assert "/pages/" not in sitting.client.get(at).text
    sitting.client.cookies.clear()


def test_a_closed_document_has_no_page_and_no_picture_even_where_one_was_drawn(paged):
    sitting, at = paged
    assert sitting.client.get(f"{at}/pages/2/picture").status_code == 200
    document = at.rpartition("/")[2]
    whole = sitting.desk.hidden
    sitting.desk.hidden = lambda account: frozenset({document})
    for path in (at, f"{at}/pages/2", f"{at}/pages/2/picture", f"{at}/original"):
        told = sitting.client.get(path)
        assert told.status_code == 404, path
        assert json.dumps(KILLED)[1:-1] not in told.text
    sitting.desk.hidden = whole
