"""A case of many formats from end to end: every claim leads to the page, or the row, in which its words stand."""

import json
import zipfile

import pytest

from tests.acceptance.command_line import show, sijill
from tests.unit.capture import made
from tests.unit.capture.pdfs import pdf

WORDS = "On 3 March 2021 shelling killed 12 people in Bilqara, residents said."


@pytest.fixture(scope="module")
def case(tmp_path_factory):
    """Added at once: a PDF, a workbook, a page in a web archive, a letter with a photograph in a ZIP file."""
    folder = tmp_path_factory.mktemp("formats")
    (folder / "in").mkdir()
    (folder / "in" / "bulletin.pdf").write_bytes(pdf([(50, 700, "Bulletin of the lake")], [(60, 500, WORDS)]))
    (folder / "in" / "days.xlsx").write_bytes(made.xlsx({"Notes": [["a"]], "Days": [["body"], [WORDS + " Row."]]}))
    page = made.PAGE.replace(made.REPORT, WORDS)
    (folder / "in" / "web.warc.gz").write_bytes(made.warc(("https://post.example/orrin", page)))
    with zipfile.ZipFile(folder / "in" / "mail.zip", "w") as archive:
        archive.writestr("../letter.eml", made.mail(WORDS, attachments={"p.jpg": made.photo()}))
    assert sijill("init", folder / "case", "--pack", "demo").code == 0
    ended = sijill("add", folder / "case", folder / "in", "--map", "text=body", "--published", "2021-03-04")
    assert ended.code == 0, ended.err
    assert sijill("run", folder / "case").code == 0
    return folder / "case"


def test_every_document_is_there_under_its_place_and_state(case):
    told = {(each["name"], each["locator"]): each["state"] for each in show(case, "documents")}
    assert told == {
        ("bulletin.pdf", ""): "ok",
        ("days.xlsx", "sheet:2/row:2"): "ok",
        ("mail.zip > ../letter.eml", "member:1"): "ok",
        ("mail.zip > ../letter.eml > p.jpg", "member:1/part:1"): "no_text",
        ("web.warc.gz > https://post.example/orrin", "record:2"): "ok",
    }


def regions(case, name):
    document = next(each["id"] for each in show(case, "documents") if each["name"] == name)
    return [each["region"] for each in show(case, "claims") if each["document"] == document]


def test_a_claim_of_a_pdf_carries_page_box_and_the_hash_of_the_page(case):
    (region,) = regions(case, "bulletin.pdf")
    assert (region["page"], region["box"][0], len(region["image"])) == (2, 60, 64)


def test_a_claim_of_a_spreadsheet_carries_sheet_row_and_column(case):
    (region,) = regions(case, "days.xlsx")
    assert (region["sheet"], region["row"], region["column"]) == ("Days", 2, "body")


def test_why_shows_where_words_stand_and_what_an_archive_says(case):
    claims = {each["region"]["page"] if each["region"] else None: each["id"] for each in show(case, "claims")}
    told = " ".join(sijill("why", case, claims[2]).out.split())
    assert "stands on page 2, box" in told and "image of the page SHA-256" in told
    page = next(each["id"] for each in show(case, "documents") if each["name"].startswith("web.warc.gz"))
    told = " ".join(sijill("why", case, page).out.split())
    assert "archived" in told and "by lake-crawler 1.0: sha1:" in told and "digest checked" in told


def test_the_same_again_changes_nothing(case):
    before = json.dumps(show(case, "documents"))
    ended = sijill("add", case, case.parent / "in", "--map", "text=body", "--published", "2021-03-04")
    assert "0 documents accepted" in ended.out
    assert json.dumps(show(case, "documents")) == before
