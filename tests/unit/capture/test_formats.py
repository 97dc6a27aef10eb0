"""Every format ends in a document with its words, what it says of itself, and the name of its reader."""

import pytest

from sijill.model.document import State
from tests.unit.capture import made
from tests.unit.capture.files import MAP, accepted, found_in, only, quarantined

DENIAL = "The commander of the river guard denied that his men had fired on the village."


def said(found):
    """What the original says of itself, by name; the last value of each."""
    return {each.name: each.value for each in found.particulars.embedded}


def test_a_page_is_its_article_without_menus_and_scripts(tmp_path):
    found = only(found_in(tmp_path, "orrin.html", made.PAGE))
    assert made.REPORT in found.text.text and DENIAL in found.text.text
    assert "Home" not in found.text.text and "ninety" not in found.text.text
    assert (found.document.title, found.document.published) == ("A night in Orrin", "2030-05-04")
    assert said(found)["site"] == "The Lake Post"
    assert found.text.reader.startswith("trafilatura/")


def test_a_page_without_an_article_gives_all_its_words(tmp_path):
    found = only(found_in(tmp_path, "a.html", "<p>Nine</p><div>dead <b>in</b> Orrin</div><style>p{}</style>"))
    assert found.text.text.split() == "Nine dead in Orrin".split()


@pytest.mark.parametrize("encoding", ["windows-1256", "iso-8859-6", "utf-8", "utf-16"])
def test_a_page_is_read_in_the_encoding_it_declares(tmp_path, encoding):
    words = "قال شهود إن تسعة أشخاص قتلوا في قرية أورين ليلة الجمعة"
    page = f'<html><head><meta charset="{encoding}"></head><body><p>{words}</p></body></html>'
    found = only(found_in(tmp_path, "a.html", page.encode(encoding)))
    assert words in found.text.text and found.document.language == "ar"


def test_a_page_that_is_not_utf8_and_declares_nothing_is_not_guessed(tmp_path):
    page = "<p>قتل تسعة أشخاص</p>".encode("windows-1256")
    found = only(found_in(tmp_path, "a.html", page))
    assert (found.document.state, found.doubts[0].question.code) == (State.CORRUPT, "bad_encoding")
    assert "قتل تسعة" in only(found_in(tmp_path, "a.html", page, encoding="windows-1256")).text.text


@pytest.mark.parametrize("encoding", ["mac_arabic", "cp1256"])
def test_old_arabic_encodings_are_read_where_they_are_told(tmp_path, encoding):
    words = "قال شهود إن تسعة أشخاص قتلوا في قرية أورين"
    assert only(found_in(tmp_path, "a.txt", words.encode(encoding), encoding=encoding)).text.text == words


def test_a_page_that_singlefile_saved_says_from_where_and_when(tmp_path):
    note = "<!--\n Page saved with SingleFile \n url: https://post.example/orrin \n saved date: Sun May 05 2030 \n-->"
    picture = '<img src="data:image/png;base64,' + "iVBORw0KGgo" * 9000 + '">'
    found = only(found_in(tmp_path, "a.html", made.PAGE.replace("<head>", note + "<head>").replace("</p>", picture)))
    (saved,) = found.particulars.provenance
    assert (saved.action, saved.by, saved.at) == ("saved", "SingleFile", "Sun May 05 2030")
    assert saved.note == "address https://post.example/orrin" and made.REPORT in found.text.text


def test_a_word_document_is_its_paragraphs_tables_and_notes(tmp_path):
    table = "<w:tbl><w:tr>" + "".join(
        f"<w:tc><w:p><w:r><w:t>{cell}</w:t></w:r></w:p></w:tc>" for cell in ("killed", "9")
    )
    found = only(found_in(tmp_path, "a.docx", made.docx(made.REPORT, table + "</w:tr></w:tbl>", footnote="Six men.")))
    assert found.text.text == f"{made.REPORT}\nkilled\t9\nSix men."
    assert said(found)["creator"] == "A. Clerk"


def test_words_deleted_while_changes_were_tracked_are_not_read_and_asked_about(tmp_path):
    changed = (
        "<w:p><w:del><w:r><w:delText>Ninety</w:delText></w:r></w:del>"
        "<w:ins><w:r><w:t>Nine</w:t></w:r></w:ins><w:r><w:t> dead.</w:t></w:r></w:p>"
    )
    found = only(found_in(tmp_path, "a.docx", made.docx(changed)))
    assert (found.text.text, found.doubts[0].question.code) == ("Nine dead.", "tracked_changes")


def test_mail_is_one_document_and_each_attachment_another(tmp_path):
    message = made.mail(attachments={"list.docx": made.docx("Six names."), "photo.jpg": made.photo()})
    letter, attached, photo = found_in(tmp_path, "a.eml", message)
    assert letter.text.text.strip() == f"A night in Orrin\n\n{made.REPORT}"
    assert (letter.document.title, letter.document.published) == ("A night in Orrin", "2030-05-04")
    assert said(letter)["From"] == "Desk <desk@post.example>"
    assert (attached.text.text, attached.document.name) == ("Six names.", "a.eml > list.docx")
    assert photo.document.state is State.NO_TEXT and said(photo)["Make"] == "Lake Optics"
    assert len({each.document.id for each in (letter, attached, photo)}) == 3


def test_the_same_words_as_a_page_in_mail_are_read_once(tmp_path):
    assert only(found_in(tmp_path, "a.eml", made.mail(page=made.PAGE))).text.text.count("Nine people") == 1


def test_a_saved_page_says_from_where_and_when(tmp_path):
    found = only(found_in(tmp_path, "a.mhtml", made.mhtml()))
    assert made.REPORT in found.text.text
    (saved,) = found.particulars.provenance
    assert (saved.by, saved.note) == ("<Saved by Blink>", "address https://post.example/orrin")


@pytest.mark.parametrize("form", ["JPEG", "PNG", "WEBP"])
def test_a_picture_says_what_stands_in_it_each_value_with_its_source(tmp_path, form):
    found = only(found_in(tmp_path, "a.jpg", made.photo(form)))
    assert (found.document.state, found.text) == (State.NO_TEXT, None)
    told = {(each.source, each.name): each.value for each in found.particulars.embedded}
    assert told["exif:image", "Make"] == "Lake Optics"
    assert told["exif:image", "DateTime"] == "2030:05:03 21:04:00"
    assert told["exif:gps", "GPSLatitude"] == "34.0 30.0 0.0"
    assert found.document.published is None


def test_a_channel_gives_each_message_with_its_day(tmp_path):
    links = ["Nine dead in ", {"type": "link", "text": "Orrin"}]
    found = found_in(tmp_path, "result.json", made.telegram(made.REPORT, "", links))
    first, second = accepted(found)
    assert (first.document.source, first.document.published, first.document.locator) == (
        "Lake Monitor", "2030-05-01", "message:1",
    )  # fmt: skip
    assert second.text.text == "Nine dead in Orrin"
    assert quarantined(found) == [("message:2", "no_text")]


def test_a_row_says_in_which_columns_its_words_stand(tmp_path):
    found = only(found_in(tmp_path, "t.csv", f"headline,body,outlet,day\nA night,{'Nine dead.'},,\n", mapping=MAP))
    text = found.text.text
    told = [(each.column, each.row, text[each.start : each.end]) for each in found.particulars.regions]
    assert told == [("headline", 1, "A night"), ("body", 1, "Nine dead.")]


@pytest.mark.parametrize("name", ["a.txt", "a.html", "no-end", "a.pdf"])
def test_first_bytes_tell_more_than_the_name(tmp_path, name):
    found = only(found_in(tmp_path, name, made.photo()))
    assert found.document.media_type == "image/jpeg"


def test_a_picture_that_breaks_off_in_its_head_is_corrupt(tmp_path):
    assert only(found_in(tmp_path, "a.png", b"\x89PNG\r\n\x1a\n\x00\x00")).document.state is State.CORRUPT
