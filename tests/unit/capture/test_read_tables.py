"""A row of a table becomes one document through a map; a row that cannot is in quarantine; no row is lost."""

import json

import pytest

from sijill.capture.tables.csv_rows import AmbiguousColumn
from sijill.capture.tables.table_map import NoSuchColumn, TableMap, TableWithoutMap
from sijill.model.document import Quarantined
from tests.unit.capture.files import MAP, accepted, found_in, only, quarantined

HEADER = "headline,body,outlet,day\n"


def csv(folder, rows, name="t.csv", **told):
    return found_in(
        folder, name, HEADER + rows if isinstance(rows, str) else HEADER.encode() + rows, mapping=MAP, **told
    )


def jsonl(folder, *objects, name="t.jsonl", **told):
    lines = [each if isinstance(each, str) else json.dumps(each) for each in objects]
    return found_in(folder, name, "\n".join(lines), **({"mapping": MAP} | told))


ROW = {"headline": "A night in Orrin", "body": "Nine dead.", "outlet": "The Lake Post", "day": "2031-02-03"}


def test_a_row_is_a_document_with_title_and_body(tmp_path):
    for found in (
        only(csv(tmp_path, "A night in Orrin,Nine dead.,The Lake Post,2031-02-03\n")),
        only(jsonl(tmp_path, ROW)),
    ):
        assert found.text.text == "A night in Orrin\n\nNine dead."
        assert (found.document.title, found.document.source) == ("A night in Orrin", "The Lake Post")
        assert (found.document.published, found.document.locator) == ("2031-02-03", "row:1")


@pytest.mark.parametrize(
    "table",
    [
        "'headline','body','outlet','day'\n'A night','Nine dead, ''at least''.','The Lake Post','2031-02-03'\n",
        "headline;body;outlet;day\n'A night';'Nine dead, ''at least''.';'The Lake Post';2031-02-03\n",
        'headline,body,outlet,day\n"A night","Nine dead, \'at least\'.","The Lake Post","2031-02-03"\n',
        "headline\tbody\toutlet\tday\n'A night'\t'Nine dead, \\'at least\\'.'\t'The Lake Post'\t2031-02-03\n",
        'headline,body,outlet,day\n"A night","Nine dead, \'at least\'.",The Lake Post,2031-02-03\n'
        '"B","They said \\"no\\", twice",The Lake Post,2031-02-03\n',
    ],
)
def test_a_table_in_any_dialect_is_the_same_table(tmp_path, table):
    found = accepted(found_in(tmp_path, "t.csv", table, mapping=MAP))[0]
    assert found.text.text == "A night\n\nNine dead, 'at least'."
    assert (found.document.title, found.document.source) == ("A night", "The Lake Post")


@pytest.mark.parametrize(
    ("title", "body", "text"),
    [
        ("Nine dead", "Nine dead in Orrin", "Nine dead in Orrin"),
        ("Nine  DEAD", "LAKE POST\nnine dead in Orrin", "LAKE POST\nnine dead in Orrin"),
        ("Nine dead", "x" * 299 + " nine dead", "Nine dead\n\n" + "x" * 299 + " nine dead"),
        ("Nine dead", "x" * 290 + " nine dead", "x" * 290 + " nine dead"),
        ("Nine dead", " ", "Nine dead"),
        ("", "Nine dead", "Nine dead"),
        (None, "Nine dead", "Nine dead"),
    ],
)
def test_a_title_is_not_said_twice(tmp_path, title, body, text):
    assert only(jsonl(tmp_path, ROW | {"headline": title, "body": body})).text.text == text


def test_what_a_row_says_of_itself_wins_over_what_was_told(tmp_path):
    rows = [ROW, ROW | {"outlet": "", "day": None}]
    own, silent = accepted(jsonl(tmp_path, *rows, source="The Wire", published="2030"))
    assert (own.document.source, own.document.published) == ("The Lake Post", "2031-02-03")
    assert (silent.document.source, silent.document.published) == ("The Wire", "2030")


@pytest.mark.parametrize(("form", "seen", "date"), [
    ("%m/%d/%Y", "2/14/2030", "2030-02-14"), ("%d %B %Y", "14 February 2030", "2030-02-14"),
    ("%B, %Y", "February, 2030", "2030-02"),
    ("%Y", "2030", "2030"), ("%Y-%m-%dT%H:%M", "2030-02-14T23:59", "2030-02-14"),
    (None, "2030-02-14 23:59:00", "2030-02-14"),
    (None, "2030", "2030"),
])  # fmt: skip
def test_a_date_is_read_no_finer_than_it_is_written(tmp_path, form, seen, date):
    mapping = TableMap.parse("text=body,published=day" + (f":{form}" if form else ""))
    assert only(jsonl(tmp_path, ROW | {"day": seen}, mapping=mapping)).document.published == date


@pytest.mark.parametrize(("seen", "code"), [
    ("2031-05-06", "published_in_future"), ("2031-06", "published_in_future"), ("2032", "published_in_future"),
    ("last Tuesday", "published_unreadable"), ("2030-02-30", "published_unreadable"), ("٢٠٣٠", "published_unreadable"),
])  # fmt: skip
def test_a_date_that_cannot_be_leaves_no_date_and_a_doubt(tmp_path, seen, code):
    found = only(jsonl(tmp_path, ROW | {"day": seen}, published="2030"))
    assert found.document.published is None
    (asked,) = found.doubts
    assert (asked.about, asked.question.code, asked.question.values["seen"]) == ((found.document.id,), code, seen)


def test_the_day_after_the_capture_may_already_be_somewhere(tmp_path):
    assert only(jsonl(tmp_path, ROW | {"day": "2031-05-05"})).document.published == "2031-05-05"


MULTILINE = 'f,"six, with\nthree\n""lines""",P,\ng,seven,P,\n'


def test_broken_rows_go_to_quarantine_and_the_others_go_on(tmp_path):
    found = csv(
        tmp_path,
        'a,one,P,\nb,two\nc,"three,P,\nd,"fo"ur,P,\ne,five,P,,\n,,,\nf,"six, with\nthree\n""lines""",P,\ng,seven,P,\n',
    )
    assert [each.text.text for each in accepted(found)] == ["a\n\none", 'f\n\nsix, with\nthree\n"lines"', "g\n\nseven"]
    assert quarantined(found) == [
        ("row:2", "bad_row"), ("row:3", "text_after_quote"), ("row:4", "text_after_quote"),
        ("row:5", "bad_row"), ("row:6", "no_text"),
    ]  # fmt: skip


def test_a_quote_that_is_never_closed_costs_one_row(tmp_path):
    found = csv(tmp_path, 'a,one,P,\nb,"two,P,\n' + "c,three,P,\n" * 2000)
    assert quarantined(found) == [("row:2", "unclosed_quote")]
    assert len(accepted(found)) == 2001


def test_a_row_that_is_not_utf8_is_named_with_its_place(tmp_path):
    found = csv(tmp_path, b"a,one,P,\nb,caf\xe9,P,\nc,three,P,\n")
    assert quarantined(found) == [("row:2", "bad_encoding")]
    (row,) = [each for each in found if isinstance(each, Quarantined)]
    at = (HEADER.encode() + b"a,one,P,\nb,caf\xe9").index(b"\xe9")
    assert row.seen.startswith(f"byte {at} of the file cannot be decoded, add it with --encoding")
    assert quarantined(csv(tmp_path, b"b,caf\xe9,P,\n", encoding="latin-1")) == []


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-32"])
@pytest.mark.parametrize("delimiter", [",", ";", "\t", "|"])
@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_delimiters_encodings_and_line_ends_are_recognised(tmp_path, encoding, delimiter, end):
    rows = (
        ("headline", "body", "outlet", "day"),
        ("خبر", "قتل تسعة", "P", "2030"),
        ("b", '"x' + delimiter + 'y"', "P", ""),
    )
    table = "".join(delimiter.join(row) + end for row in rows).encode(encoding)
    first, second = accepted(found_in(tmp_path, "t.csv", table, mapping=MAP))
    assert (first.text.text, second.text.text) == ("خبر\n\nقتل تسعة", f"b\n\nx{delimiter}y")


@pytest.mark.parametrize(("line", "reason"), [
    ("{", "bad_json"), ('{"body": NaN}', "bad_json"), ('{"body": "a", "n": -Infinity}', "bad_json"),
    ('{"n": 1e999}', "bad_json"),
    ('{"body": "a", "body": "b"}', "bad_json"), ('{"body": "a"} {"body": "b"}', "bad_json"),
    ("[" * 100_000, "bad_json"),
    ('{"n": ' + "9" * 5000 + "}", "bad_json"), ('["body"]', "not_an_object"), ("7", "not_an_object"),
    ('{"headline": null}', "no_text"),
    ('{"body": ["a"]}', "bad_value"), ('{"body": true}', "bad_value"), ('{"body": "\\ud800"}', "bad_encoding"),
])  # fmt: skip
def test_a_line_that_is_no_row_is_quarantined_by_reason(tmp_path, line, reason):
    found = jsonl(tmp_path, ROW, line, "", ROW)
    assert quarantined(found) == [("row:2", reason)]
    assert [each.document.locator for each in accepted(found)] == ["row:1", "row:3"]


def test_an_array_of_objects_is_a_table(tmp_path):
    assert len(accepted(found_in(tmp_path, "t.json", json.dumps([ROW, ROW], indent=2), mapping=MAP))) == 2
    assert len(accepted(found_in(tmp_path, "t.json", json.dumps(ROW, indent=2), mapping=MAP))) == 1
    assert len(accepted(jsonl(tmp_path, ROW, ROW, name="t.json"))) == 2


def test_a_broken_array_gives_what_it_holds_up_to_the_break(tmp_path):
    whole = json.dumps([ROW, 7, ROW, ROW])
    for cut, reasons in ((whole[:-5], ["not_an_object", "bad_json"]), (whole + "x", ["not_an_object", "bad_json"])):
        found = found_in(tmp_path, "t.json", cut, mapping=MAP)
        assert [reason for _, reason in quarantined(found)] == reasons
        assert [each.document.locator for each in accepted(found)][:2] == ["row:1", "row:3"]


def test_an_array_with_bytes_that_are_not_utf8_loses_only_that_row(tmp_path):
    array = json.dumps([ROW, ROW | {"body": "cafe"}, ROW]).encode().replace(b"cafe", b"caf\xe9")
    found = found_in(tmp_path, "t.json", array, mapping=MAP)
    assert quarantined(found) == [("row:2", "bad_encoding")]


def test_numbers_are_read_as_words_where_words_are_wanted(tmp_path):
    assert only(jsonl(tmp_path, ROW | {"day": 2030})).document.published == "2030"


@pytest.mark.parametrize("name", ["t.csv", "t.jsonl", "t.json"])
def test_a_table_without_a_map_is_refused_with_a_proposal(tmp_path, name):
    content = "id,Headline,Article_Body,Date\n1,a,b,2030\n"
    if name != "t.csv":
        content = json.dumps({"id": 1, "Headline": "a", "Article_Body": "b", "Date": "2030"})
    with pytest.raises(TableWithoutMap, match="--map text=Article_Body,title=Headline,published=Date"):
        found_in(tmp_path, name, content)


def test_a_map_of_columns_that_are_not_there_is_refused_with_those_that_are(tmp_path):
    mapping = TableMap.parse("text=article,title=headline")
    for name, content in (("t.csv", HEADER + "a,b,c,2030\n"), ("t.jsonl", json.dumps(ROW))):
        with pytest.raises(
            NoSuchColumn, match=f"{name} has no column article; its columns are: headline, body, outlet, day"
        ):
            found_in(tmp_path, name, content, mapping=mapping)


def test_two_columns_of_one_name_are_refused(tmp_path):
    with pytest.raises(AmbiguousColumn, match="two columns body"):
        found_in(tmp_path, "t.csv", "body,body\na,b\n", mapping=TableMap.parse("text=body"))


def test_a_table_of_only_a_header_is_a_document_without_text(tmp_path):
    assert only(csv(tmp_path, "")).document.state == "no_text"


def test_a_row_of_more_than_ten_megabytes_is_quarantined_in_flat_memory(tmp_path):
    found = csv(tmp_path, "a,one,P,\nb," + "x" * 21_000_000 + ",P,\nc,three,P,\n")
    assert quarantined(found) == [("row:2", "too_large")]
    assert len(accepted(found)) == 2


@pytest.mark.parametrize("delimiter", ["^", "~", ":"])
def test_rare_delimiters_are_known_by_the_columns_of_the_map(tmp_path, delimiter):
    rows = HEADER.replace(",", delimiter) + delimiter.join(["A night", "Nine, dead.", "The Wire", "2031-02-03"]) + "\n"
    assert only(found_in(tmp_path, "t.csv", rows, mapping=MAP)).text.text == "A night\n\nNine, dead."


def test_lines_above_the_header_are_rows_too(tmp_path):
    found = found_in(tmp_path, "t.csv", f"Bulletin of the lake\n\nMarch,2031\n{HEADER}a,Nine dead.,,\n", mapping=MAP)
    assert quarantined(found) == [("row:1", "above_header"), ("row:2", "above_header")]
    assert [each.document.locator for each in accepted(found)] == ["row:3"]
