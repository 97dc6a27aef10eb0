"""What holds other files gives each of them as a document, with what the archive says happened to it."""

import gzip
from hashlib import sha256

import pytest

from sijill.model.document import Quarantined, State
from tests.unit.capture import made
from tests.unit.capture.files import MAP, accepted, found_in, only, quarantined

HERE, THERE = "https://post.example/orrin", "https://wire.example/lake"


def provenance(found):
    return [(each.action, each.by, each.note) for each in found.particulars.provenance]


def test_each_response_of_a_web_archive_is_a_document_under_its_address(tmp_path):
    archive = made.warc((HERE, made.PAGE), (THERE, f"<p>{made.REPORT}</p>"))
    first, second = found_in(tmp_path, "a.warc.gz", archive)
    assert (first.document.name, first.document.locator) == (f"a.warc.gz > {HERE}", "record:2")
    assert (second.document.name, second.document.locator) == (f"a.warc.gz > {THERE}", "record:3")
    ((action, by, note),) = provenance(first)
    assert (action, by) == ("archived", "lake-crawler 1.0") and note.startswith("sha1:") and note.endswith("checked")


def test_a_response_whose_digest_differs_is_kept_and_not_read(tmp_path):
    plain = made.unpacked(made.warc((HERE, made.PAGE), (THERE, made.PAGE)))
    altered = plain.replace(b"Nine people", b"Five people", 1)
    first, second = found_in(tmp_path, "a.warc", altered)
    assert (first.document.state, first.text) == (State.CORRUPT, None)
    assert [each.question.code for each in first.doubts] == ["digest_differs"]
    assert second.document.state is State.OK


@pytest.mark.parametrize("missing", [100, 600, 700, 900])
def test_an_archive_that_breaks_off_gives_what_came_before_and_names_the_rest(tmp_path, missing):
    whole = made.unpacked(made.warc((HERE, made.PAGE), (THERE, made.PAGE)))
    found = found_in(tmp_path, "a.warc", whole[:-missing])
    assert made.REPORT in found[0].text.text
    (rest,) = found[1:]
    assert isinstance(rest, Quarantined) or (rest.document.state, rest.text) == (State.CORRUPT, None)


@pytest.mark.parametrize(("status", "state", "codes"), [
    ("301 Moved Permanently", State.NO_TEXT, []), ("404 Not Found", State.OK, ["not_a_success"]),
])  # fmt: skip
def test_an_answer_that_is_no_page_is_told_apart(tmp_path, status, state, codes):
    (found,) = found_in(tmp_path, "a.warc.gz", made.warc((HERE, made.PAGE, status)))
    assert (found.document.state, [each.question.code for each in found.doubts]) == (state, codes)


def test_styles_and_scripts_of_an_archive_hold_no_words(tmp_path):
    archive = made.warc((HERE, "p { color: red }", "200 OK", "text/css"), (THERE, "x()", "200 OK", "text/javascript"))
    assert [each.document.state for each in found_in(tmp_path, "a.warc.gz", archive)] == [State.NO_TEXT] * 2


def test_a_wacz_gives_the_responses_of_its_archives(tmp_path):
    (found,) = found_in(tmp_path, "a.wacz", made.wacz(made.warc((HERE, made.PAGE))))
    assert found.document.locator == "archive:1/record:2" and made.REPORT in found.text.text
    assert provenance(found)[0][2] == "the seal of the list fits"


def test_an_archive_that_is_not_what_the_list_of_a_wacz_says_is_not_read(tmp_path):
    found = only(found_in(tmp_path, "a.wacz", made.wacz(made.warc((HERE, made.PAGE)), recorded="sha256:" + "0" * 64)))
    assert (found.document.state, found.doubts[0].question.code) == (State.CORRUPT, "digest_differs")


def test_each_member_of_a_zip_file_is_a_document_whatever_it_is(tmp_path):
    members = {
        "report.txt": made.REPORT, "deep/page.html": made.PAGE, "letter.eml": made.mail(), "list.docx": made.docx("6"),
        "inner.zip": made.zipped({"note.txt": "Five dead."}), "run.exe": b"MZ\x90\x00", "web.warc.gz":
        made.warc((HERE, made.PAGE)),
    }  # fmt: skip
    found = found_in(tmp_path, "all.zip", made.zipped(members))
    told = {each.document.locator: (each.document.name.split(" > ")[-1], each.document.state.value) for each in found}
    assert told == {
        "member:1": ("report.txt", "ok"),
        "member:2": ("deep/page.html", "ok"),
        "member:3": ("letter.eml", "ok"),
        "member:4": ("list.docx", "ok"),
        "member:5/member:1": ("note.txt", "ok"),
        "member:6": ("run.exe", "unsupported"),
        "member:7/record:2": (HERE, "ok"),
    }


def test_a_table_in_a_zip_file_is_read_through_the_map_and_refused_alone_without_one(tmp_path):
    archive = made.zipped({"t.csv": "headline,body,outlet,day\nA night,Nine dead.,,\n", "a.txt": made.REPORT})
    row, text = accepted(found_in(tmp_path, "a.zip", archive, mapping=MAP))
    assert (row.document.locator, text.document.locator) == ("member:1/row:1", "member:2")
    found = found_in(tmp_path, "a.zip", archive)
    assert quarantined(found) == [("member:1", "not_taken_in")] and len(accepted(found)) == 1


def test_a_file_of_gzip_is_what_is_in_it(tmp_path):
    found = only(found_in(tmp_path, "a.txt.gz", gzip.compress(made.REPORT.encode())))
    assert (found.text.text, found.document.locator) == (made.REPORT, "member:1")


def test_what_the_auto_archiver_did_becomes_provenance_and_its_hashes_are_computed_again(tmp_path):
    found = found_in(tmp_path, "post.zip", made.archived_post({"page.html": made.PAGE.encode(), "p.jpg": made.photo()}))
    by_name = {each.document.name.split(" > ")[-1]: each for each in found}
    post = by_name["metadata.json"]
    assert (post.text.text, post.document.published) == (made.REPORT, "2030-05-03")
    digest = sha256(made.PAGE.encode()).hexdigest()
    assert ("hashed", "auto-archiver", f"SHA-256:{digest} checked") in provenance(by_name["page.html"])
    assert ("timestamped", "http://tsa.lake.example", "token_lake: the token holds its digest") in provenance(
        by_name["hashes.txt"]
    )


def test_a_file_that_is_not_what_the_auto_archiver_hashed_says_so(tmp_path):
    archive = made.archived_post({"page.html": made.PAGE.encode()})
    altered = made.rezipped(archive, {"page.html": made.PAGE.replace("Nine", "Five").encode()})
    by_name = {each.document.name.split(" > ")[-1]: each for each in found_in(tmp_path, "post.zip", altered)}
    assert any("differs" in note for _, _, note in provenance(by_name["page.html"]))
