"""Rows of a list become records or stand in quarantine; what is odd is named; an edition differs readably."""

from pathlib import Path

import pytest

from sijill.capture.lists.dates import Order, dated, order_of
from sijill.capture.lists.editions import difference, updated
from sijill.capture.lists.grids import csv_grid
from sijill.capture.lists.list_map import ListMap, ListWithoutMap, NotAListMap, proposed
from sijill.capture.lists.reading import read_list
from sijill.model.document import DocumentId
from sijill.model.person import Fate, Sex

EITHER = Order(day_first=False, month_first=False)


def read(tmp_path: Path, text: str, mapping: str | None = None):
    path = tmp_path / "list.csv"
    path.write_text(text, encoding="utf-8")
    map_ = ListMap.parse(mapping) if mapping else None
    return read_list(
        [csv_grid(path, name="list.csv", mapping=map_)], list_="Registry", document=DocumentId("doc_1"), mapping=map_
    )


def test_a_map_is_proposed_from_headers_in_two_languages():
    assert (
        proposed(["ID", "Full name", "Age", "Date of death"]).spec()
        == "key=ID,name=Full name,age=Age,died=Date of death"
    )
    assert proposed(["الرقم", "الاسم", "العمر", "تاريخ الوفاة", "المحافظة"]).spec() == (
        "key=الرقم,name=الاسم,age=العمر,died=تاريخ الوفاة,region=المحافظة"
    )
    assert proposed(["price", "quantity"]) is None


def test_a_map_reads_back():
    spec = "name=Full name,died=Date:%d/%m/%Y"
    assert ListMap.parse(spec).spec() == spec
    with pytest.raises(NotAListMap):
        ListMap.parse("age=Age")


def test_rows_are_accepted_or_in_quarantine(tmp_path):
    found = read(
        tmp_path,
        "Registry of the dead\nName,Age,Date of death,Sex\nAda Holm,40,12/05/2031,F\n,30,13/05/2031,M\nToo,1,2,3,4\n"
        "Bero Lant,1984,31/05/2031,m\n",
    )
    assert (found.rows, found.accepted, len(found.refused)) == (5, 2, 3)
    assert {each.reason for each in found.refused} == {"before_header", "no_name", "bad_row"}
    ada, bero = found.records
    assert (ada.age, ada.sex, ada.died.start) == ((40, 40), Sex.FEMALE, "2031-05-12")
    assert (bero.age, bero.born) == (None, "1984")
    assert [each.reason.code for each in found.odd] == ["year_in_age"]


def test_whom_a_list_accuses_is_kept_in_its_words(tmp_path):
    found = read(tmp_path, "Name,Perpetrator\nAda Holm,the Front\nBero Lant,\n")
    assert [each.accused for each in found.records] == ["the Front", None]
    assert proposed(["الاسم", "الجهة المسؤولة"]).spec() == "name=الاسم,accused=الجهة المسؤولة"


def test_a_column_says_whether_the_day_comes_first():
    assert dated("03/04/2031", order_of(["13/04/2031"])).first == "2031-04-03"
    assert dated("03/04/2031", order_of(["04/13/2031"])).first == "2031-03-04"
    assert dated("03/04/2031", EITHER).either


@pytest.mark.parametrize(
    ("cell", "first", "last"),
    [
        ("2031-05-12", "2031-05-12", "2031-05-12"),
        ("٢٠٣١/٥/١٢", "2031-05-12", "2031-05-12"),
        ("12 May 2031", "2031-05-12", "2031-05-12"),
        ("May 12, 2031", "2031-05-12", "2031-05-12"),
        ("12 أيار 2031", "2031-05-12", "2031-05-12"),
        ("5/2031", "2031-05-01", "2031-05-31"),
        ("2031", "2031-01-01", "2031-12-31"),
        ("1435/03/02", "2014-01-03", "2014-01-03"),
        ("unknown", None, None),
    ],
)
def test_dates_as_lists_write_them(cell, first, last):
    found = dated(cell, EITHER)
    assert (found.first, found.last, found.fault) == (first, last, None)


def test_a_date_that_never_was_is_named_and_dates_nothing(tmp_path):
    found = read(tmp_path, "Name,Date of death\nAda Holm,31/02/2031\n")
    assert found.records[0].died.start is None
    assert found.odd[0].reason.code == "impossible_date"


def test_several_persons_in_one_row_are_several_records(tmp_path):
    found = read(tmp_path, "ID,Name,Age\n7,Ada Holm; Bero Lant,40\n")
    assert [(each.names[0].text, each.row.row, each.age) for each in found.records] == [
        ("Ada Holm", "2.1", None),
        ("Bero Lant", "2.2", None),
    ]


def test_several_given_names_in_one_cell_share_father_and_family(tmp_path):
    found = read(tmp_path, "ID,Given name,Father,Family,Age\n7,Ada and Cira,Bero,Holm,9\n")
    assert [(each.names[0].text, each.row.key, each.age) for each in found.records] == [
        ("Ada Bero Holm", "7.1", None),
        ("Cira Bero Holm", "7.2", None),
    ]
    assert [each.parts.given for each in found.records] == ["Ada", "Cira"]


@pytest.mark.parametrize(
    ("cell", "several"),
    [
        ("Ada Holm and her son Bero", True),
        ("Ada Lena Holm, Bero Lant", True),
        ("نوار الحلبوني وابنته", True),
        ("Holm, Ada Lena", False),
        ("Ada Holm", False),
        ("وابل الحلبوني", False),
    ],
)
def test_a_name_that_may_be_of_several_is_kept_whole_and_told(tmp_path, cell, several):
    found = read(tmp_path, f'Name,Age\n"{cell}",40\n')
    assert [each.names[0].text for each in found.records] == [cell]
    assert [each.reason.code for each in found.odd] == ["perhaps_several_persons"] * several


@pytest.mark.parametrize(
    ("given", "unnamed"),
    [
        ("Three children", True),
        ("2 bodies", True),
        ("طفلة", True),
        ("ثلاثة أطفال", True),
        ("Bodil", False),
        ("Ada", False),
    ],
)
def test_a_given_name_that_is_none_names_nobody(tmp_path, given, unnamed):
    (found,) = read(tmp_path, f"Given name,Family\n{given},Holm\n").records
    assert found.unnamed is unnamed


@pytest.mark.parametrize("word", ["Total", "TOTAL:", "المجموع"])
def test_the_row_that_adds_a_list_up_is_nobody(tmp_path, word):
    found = read(tmp_path, f"Name,Age\nTotti Lant,40\n{word},1\n")
    assert [each.names[0].text for each in found.records] == ["Totti Lant"]
    assert [each.reason for each in found.refused] == ["total_row"]


def test_unnamed_rows_are_records_of_their_own(tmp_path):
    found = read(tmp_path, "Name,Outcome\nchild of Bero Lant,missing\nunidentified,\nunidentified,\n")
    assert [each.unnamed for each in found.records] == [True, True, True]
    assert len({each.id for each in found.records}) == 3
    assert found.records[0].fate is Fate.MISSING


def test_a_list_whose_columns_nobody_knows_is_refused(tmp_path):
    with pytest.raises(ListWithoutMap):
        read(tmp_path, "price,quantity\n1,2\n")


def test_an_edition_differs_readably(tmp_path):
    before = read(tmp_path, "ID,Name,Age\n1,Ada Holm,40\n2,Bero Lant,\n3,Cira Moen,7\n").records
    after = read(tmp_path, "ID,Name,Age\n1,Ada Holm,41\n3,Cira Moen,7\n4,Dano Pell,30\n").records
    told = difference(before, after)
    assert [each.names[0].text for each in told.added] == ["Dano Pell"]
    assert [(each.after.names[0].text, each.fields) for each in told.changed] == [("Ada Holm", ("age",))]
    assert [each.names[0].text for each in told.vanished] == ["Bero Lant"]
    assert told.same == 1
    standing = updated(before, after, DocumentId("doc_2"))
    assert [(each.names[0].text, each.vanished) for each in standing] == [
        ("Ada Holm", None),
        ("Bero Lant", "doc_2"),
        ("Cira Moen", None),
        ("Dano Pell", None),
    ]


def test_without_keys_a_changed_row_is_found_by_its_name(tmp_path):
    before = read(tmp_path, "Name,Date of death\nAda Holm,12/05/2031\nBero Lant,13/05/2031\n").records
    after = read(tmp_path, "Name,Date of death\nAda Holm,14/05/2031\nBero Lant,13/05/2031\n").records
    told = difference(before, after)
    assert (len(told.added), len(told.changed), len(told.vanished)) == (0, 1, 0)
    assert told.changed[0].fields == ("died",)
    assert told.changed[0].after.id == before[0].id


def test_the_same_edition_again_changes_nothing(tmp_path):
    rows = read(tmp_path, "Name,Age\nAda Holm,40\nAda Holm,40\n").records
    told = difference(rows, read(tmp_path, "Name,Age\nAda Holm,40\nAda Holm,40\n").records)
    assert (told.added, told.changed, told.vanished, told.same) == ((), (), (), 2)
