"""What benchmarks of counts make of the claims of one page, on invented pages."""

import json

from bench.airwars import page_of
from bench.airwars import run as airwars
from bench.gva import run as gva

PAGE = (
    "On May 9th 2031, between 13 and 14 members of one family were killed in an air strike on Tarn, and dozens were"
    " wounded. The Kessa Post reported that nine people were killed in the strike on Tarn."
    " On April 2nd 2031, 40 people were killed in Old Harbour. 7,000 people have been killed since January."
)


def page(text: str) -> str:
    return json.dumps({"text": text, "date": "May 9, 2031", "killed": [13, 14], "injured": [12, 24]})


def test_a_page_concludes_in_its_own_voice_and_leaves_out_background_and_totals():
    read = page_of(page(PAGE))
    assert read.killed == (13, 14)
    assert read.injured == (12, 24)


def test_a_page_without_a_conclusion_has_the_range_of_what_its_sources_say():
    text = (
        "The Kessa Post said that nine people were killed on Friday. The Tarn Herald said that 12 people were killed."
    )
    assert page_of(page(text)).killed == (9, 12)


def test_files_of_the_same_form_are_found_under_any_name(tmp_path):
    (tmp_path / "kept-back.jsonl").write_text(page(PAGE) + "\n", encoding="utf-8")
    assert [row.value for row in airwars(tmp_path)] == [row.value for row in airwars(tmp_path / "kept-back.jsonl")]
    article = {"incident": "7", "doc": "a", "dct": "2031-05-10", "title": "Two dead in Kessa", "text": "Two died."}
    incident = {"incident_uri": "7", "num_killed": 2, "num_injured": 0}
    (tmp_path / "news.jsonl").write_text(json.dumps(article) + "\n", encoding="utf-8")
    (tmp_path / "what.jsonl").write_text(json.dumps(incident) + "\n", encoding="utf-8")
    assert [row.value for row in gva(tmp_path / "news.jsonl")] == ["1.000", "1.000"]


def test_a_folder_without_the_set_measures_nothing(tmp_path):
    assert airwars(tmp_path) == gva(tmp_path) == []
