"""The invented case: it holds the disagreements that the register is for, and nothing real."""

import csv
import json

import pytest

from sijill import demo, packs
from sijill.demo.lists.files import files

PACK = demo.reports().parents[1] / "packs" / "demo"


def wires() -> list[dict[str, str]]:
    lines = (demo.reports() / "reports.jsonl").read_text(encoding="utf-8").splitlines()
    return [json.loads(line) for line in lines]


def table(name: str) -> list[dict[str, str]]:
    with (PACK / name).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def everything() -> str:
    files = [each for each in demo.reports().iterdir() if each.suffix in {".txt", ".md"}]
    return "\n".join([*(each.read_text(encoding="utf-8") for each in files), *(row["body"] for row in wires())])


def test_every_report_is_named_in_the_instructions_and_exists():
    named = {each.file for each in demo.ADDITIONS}
    assert named == {each.name for each in demo.reports().iterdir()}


def test_the_lists_are_those_that_their_maker_writes():
    """Names of nobody: put together by a program, which writes the same again."""
    assert {each.file for each in demo.LISTS} == {each.name for each in demo.victims().iterdir()}
    assert files() == {each.name: each.read_bytes() for each in demo.victims().iterdir()}


def test_every_list_is_of_a_source_that_the_pack_knows():
    assert {each.source for each in demo.LISTS} <= {row["name"] for row in table("sources.csv")}


def test_the_map_names_columns_that_every_row_has():
    columns = {value.partition(":")[0] for value in demo.ADDITIONS[0].columns.values()}
    assert all(columns <= row.keys() for row in wires())


def test_one_report_bears_no_date():
    undated = [each.file for each in demo.ADDITIONS if not each.columns and each.published is None]
    assert undated == ["letters-from-the-cistern.txt"]


def test_eight_or_more_sources_of_several_kinds_speak():
    known = {row["name"]: row["kind"] for row in table("sources.csv")}
    heard = {each.source for each in demo.ADDITIONS} | {row["outlet"] for row in wires()}
    by_alias = {alias for row in table("sources.csv") for alias in row["aliases"].split("|")}
    assert {name for name in heard if name} <= known.keys() | by_alias
    assert len(heard) >= 8
    assert {"media", "ngo", "un", "local", "eyewitness"} <= {known[name] for name in heard if name in known}


@pytest.mark.parametrize(
    "words",
    [
        "At least 31 people were killed",
        "rose to 52",
        "including 13 children",
        "More than 60 civilians",
        "up to 12 citizens",
        "up to 80",
        "dozens of people",
        "received 34 bodies",
        "Since January, 1,200 people",
        "Not one artillery round was fired",
        "has never targeted civilians",
        "acknowledged on Saturday that its aircraft had bombed",
        "In response to the abduction",
        "In August 1998, soldiers killed some 400 people",
        "besieged Belqara since November 2020",
        "prevented civilians from leaving",
    ],
)
def test_the_reports_hold_the_difficulty(words):
    assert words in everything()


def test_two_papers_print_the_words_of_the_agency():
    first = [row["outlet"] for row in wires() if "as residents queued for the first flour" in row["body"]]
    assert first == ["Longstrand Agency", "Ostal Herald", "Daily Lodestar"]


def test_two_papers_cite_the_monitor_for_the_same_killing():
    citing = {
        row["outlet"] for row in wires() if "Ombrel" in row["body"] and "Tessavar Casualty Monitor" in row["body"]
    }
    assert citing == {"Daily Lodestar", "Ostal Herald"}


def test_the_village_of_the_nine_men_is_in_no_table():
    rows = table("places.csv")
    assert not any("Ombrel" in row["name"] + row["aliases"] for row in rows)


def test_every_row_of_the_pack_says_that_it_is_invented():
    for name in ("parties.csv", "places.csv", "sources.csv"):
        assert all(row["because"].startswith("Invented") for row in table(name)), name


def test_the_island_lies_in_the_open_ocean():
    rows = table("places.csv")
    assert all(-47.5 < float(row["lat"]) < -44.5 and -128 < float(row["lon"]) < -124 for row in rows)


def test_the_pack_is_shipped_with_the_other_packs():
    assert PACK.parent in [*map(type(PACK), packs.__path__)]
