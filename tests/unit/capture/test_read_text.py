"""A text file becomes one document whose text is what the file says."""

from hashlib import sha256

import pytest

from sijill.capture.dates import NotADate
from sijill.capture.formats.text import TEXT_LIMIT
from sijill.capture.survey import UnknownEncoding
from sijill.model.document import State, document_id
from tests.unit.capture.files import CAPTURED, found_in, only

ENGLISH = "Nine people were killed in the village of Orrin, the mayor said."
ARABIC = "قال شهود إن تسعة أشخاص قتلوا في قرية أورين."


def test_a_text_is_one_document_with_everything_that_was_told(tmp_path):
    document = only(found_in(tmp_path, "a.txt", ENGLISH, source="The Lake Post", published="2031-02")).document
    digest = sha256(ENGLISH.encode()).hexdigest()
    assert document.id == document_id(digest, "")
    assert (document.name, document.digest, document.locator) == ("a.txt", digest, "")
    assert (document.source, document.published, document.captured) == ("The Lake Post", "2031-02", CAPTURED)
    assert (document.media_type, document.language, document.state) == ("text/plain", "en", State.OK)


def test_the_text_is_kept_under_its_own_digest_and_the_reader_that_made_it(tmp_path):
    text = only(found_in(tmp_path, "a.txt", ENGLISH)).text
    assert (text.text, text.reader, text.digest) == (ENGLISH, "sijill.text/1", sha256(ENGLISH.encode()).hexdigest())


def test_no_date_stays_no_date(tmp_path):
    assert only(found_in(tmp_path, "a.txt", ENGLISH)).document.published is None


@pytest.mark.parametrize(
    ("written", "kept"),
    [("one\r\ntwo", "one\ntwo"), ("one\rtwo\n\n", "one\rtwo\n\n"), ("\ufeffone", "one"),
     ("one\x00 two\tthree  ", "one\x00 two\tthree  ")],
)  # fmt: skip
def test_only_line_ends_and_a_byte_order_mark_are_changed(tmp_path, written, kept):
    filler = " and so on" * 20
    assert only(found_in(tmp_path, "a.txt", written + filler)).text.text == kept + filler


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-32"])
def test_unicode_is_recognised(tmp_path, encoding):
    found = only(found_in(tmp_path, "a.txt", ARABIC.encode(encoding)))
    assert (found.text.text, found.document.language) == (ARABIC, "ar")


@pytest.mark.parametrize("encoding", ["windows-1256", "iso-8859-6", "utf-16-le"])
def test_other_encodings_are_read_as_told(tmp_path, encoding):
    assert only(found_in(tmp_path, "a.txt", ARABIC.encode(encoding), encoding=encoding)).text.text == ARABIC


def test_a_unicode_file_among_others_is_not_read_as_told(tmp_path):
    assert only(found_in(tmp_path, "a.txt", ARABIC, encoding="windows-1256")).text.text == ARABIC


@pytest.mark.parametrize("before", [0, 5, 1 << 20, (1 << 20) - 1, 3_000_001])
def test_an_unknown_encoding_is_a_corrupt_document_and_the_place_is_named(tmp_path, before):
    found = only(found_in(tmp_path, "a.txt", b"x" * before + b"\xc7\xe1" + b" and the rest"))
    assert (found.document.state, found.text) == (State.CORRUPT, None)
    assert found.doubts[0].question.code == "bad_encoding"
    assert found.doubts[0].question.values["at"] == before
    assert found.doubts[0].question.values["name"] == "a.txt"


def test_a_character_cut_off_at_the_end_of_the_file_is_noticed(tmp_path):
    found = only(found_in(tmp_path, "a.txt", "عام".encode()[:-1]))
    assert (found.document.state, found.doubts[0].question.values["at"]) == (State.CORRUPT, 4)


@pytest.mark.parametrize(
    ("name", "content", "state"),
    [
        ("empty.txt", b"", State.NO_TEXT),
        ("empty.csv", b"", State.NO_TEXT),
        ("blank.txt", b" \n\t\n", State.NO_TEXT),
        ("blank.csv", b"\n\n", State.NO_TEXT),
        ("blank.jsonl", b"\n \n", State.NO_TEXT),
        ("photo.txt", b"\x89PNG\r\n\x1a\n" + bytes(200), State.CORRUPT),
        ("report.txt", b"%PDF-1.7 plain to look at", State.CORRUPT),
        ("noise.md", bytes(range(256)) * 4, State.UNSUPPORTED),
        ("zipped.csv", b"PK\x03\x04 and more", State.CORRUPT),
        ("clip.mp4", b"any bytes", State.UNSUPPORTED),
        ("nameless", b"any bytes", State.UNSUPPORTED),
    ],
)
def test_every_file_ends_in_a_named_state(tmp_path, name, content, state):
    found = only(found_in(tmp_path, name, content))
    assert (found.document.state, found.text) == (state, None)
    assert found.document.digest == sha256(content).hexdigest()


def test_a_text_of_one_byte_too_many_is_too_large(tmp_path):
    assert only(found_in(tmp_path, "a.txt", b"a" * (TEXT_LIMIT + 1))).document.state == State.TOO_LARGE


@pytest.mark.parametrize(
    ("name", "kind"), [("a.MD", "text/markdown"), ("a.markdown", "text/markdown"), ("a.TXT", "text/plain")]
)
def test_the_media_type_follows_the_name(tmp_path, name, kind):
    assert only(found_in(tmp_path, name, ENGLISH)).document.media_type == kind


def test_markdown_has_its_first_heading_as_title_and_its_text_as_written(tmp_path):
    found = only(found_in(tmp_path, "a.md", "intro\n\n## A night in Orrin ##\n\n**Nine** dead."))
    assert found.document.title == "A night in Orrin"
    assert found.text.text.startswith("intro\n\n## A night")


@pytest.mark.parametrize(
    ("text", "language"),
    [(ENGLISH, "en"), (ARABIC, "ar"), ("کشته شدن نه نفر توسط نیروها", "und"),
     ("Neun Menschen starben gestern", "und"), ("...", "und")],
)  # fmt: skip
def test_a_language_is_only_named_when_script_and_words_say_so(tmp_path, text, language):
    assert only(found_in(tmp_path, "a.txt", text)).document.language == language


@pytest.mark.parametrize("published", ["2031-06", "2032", "yesterday", "2031-02-30", "2016-2", "31/12/2030"])
def test_a_date_told_for_a_batch_must_be_a_past_date(tmp_path, published):
    with pytest.raises(NotADate, match="2016-02-14"):
        found_in(tmp_path, "a.txt", ENGLISH, published=published)


def test_bytes_of_the_command_line_that_are_no_text_are_shown_and_kept_as_text(tmp_path):
    document = only(found_in(tmp_path, "caf\udce9.txt", ENGLISH, source="caf\udce9")).document
    assert (document.source, document.name) == ("caf\\udce9", "caf\\udce9.txt")


@pytest.mark.parametrize("encoding", ["klingon", "base64", "utf-8\x00"])
def test_an_encoding_that_does_not_exist_is_refused(tmp_path, encoding):
    with pytest.raises(UnknownEncoding, match="windows-1256"):
        found_in(tmp_path, "a.txt", ENGLISH, encoding=encoding)
