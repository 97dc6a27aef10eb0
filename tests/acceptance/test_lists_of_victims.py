"""Lists of victims from the command line: taken in, updated, linked to persons."""

import csv
import shutil

import pytest

from sijill.demo.lists.generator import generated, next_edition
from tests.acceptance.command_line import show, sijill

HEADER = "ID,Given name,Father name,Family name,Sex,Age,Date of birth,Date of death,Governorate,Town,Status".split(",")


@pytest.fixture
def case(tmp_path):
    folder = tmp_path / "case"
    sijill("init", folder)
    return folder


def write(path, rows):
    with path.open("w", newline="", encoding="utf-8") as stream:
        out = csv.writer(stream)
        out.writerow(HEADER)
        for row in rows:
            died = row.died[:7] if row.died and row.month else row.died
            name = (row.given, row.father, row.family)
            out.writerow([row.row, *name, row.sex, row.age, row.born, died, row.region, row.place, row.status])
    return path


def persons(case):
    return show(case, "persons")


def test_lists_become_persons_once_each(case, tmp_path):
    lists = generated(300, 5)
    for name in ("Registry", "Archive"):
        sijill("add", case, write(tmp_path / f"{name}.csv", [row for row in lists.rows if row.list == name]), "--list")
    sijill("run", case)
    found = persons(case)
    mine = [row for row in lists.rows if row.list in ("Registry", "Archive")]
    true = len({row.person for row in mine})
    assert sum(len(each["records"]) for each in found) == len(mine)
    assert abs(len(found) - true) < 0.1 * true
    assert len(found) < len(mine)


def test_a_second_import_changes_nothing(case, tmp_path):
    path = write(tmp_path / "Registry.csv", generated(60, 6).rows[:40])
    sijill("add", case, path, "--list")
    sijill("run", case)
    before = persons(case)
    assert "already taken" in sijill("add", case, path, "--list").out
    sijill("run", case)
    assert persons(case) == before


def test_a_newer_edition_is_shown_before_it_is_taken(case, tmp_path):
    rows = [row for row in generated(120, 7).rows if row.list == "Registry"]
    path = tmp_path / "Registry.csv"
    sijill("add", case, write(path, rows), "--list")
    write(path, next_edition(rows, 1, changed=3, vanished=2))
    refused = sijill("add", case, path, "--list")
    assert refused.code == 2
    assert "0 added, 3 changed, 2 vanished" in refused.out
    sijill("run", case)
    assert not any(each["vanished"] for each in persons(case))
    sijill("add", case, path, "--list", "--take")
    sijill("run", case)
    assert sum(each["vanished"] for each in persons(case)) <= 2
    assert len([record for each in persons(case) for record in each["records"]]) == len(rows)


def test_a_judgement_stands_above_the_weights_and_is_told(case, tmp_path):
    """From a CSV of pairs, ids as far as `show pairs` shows them; the same judgement again changes nothing; the person
    names the decision.
    """
    lists = generated(150, 8)
    for name in ("Registry", "Monitors"):
        sijill("add", case, write(tmp_path / f"{name}.csv", [row for row in lists.rows if row.list == name]), "--list")
    sijill("run", case)
    joined = next(each for each in show(case, "pairs") if each["together"])
    told = tmp_path / "pairs.csv"
    left, right = joined["left"][:12], joined["right"][:12]
    told.write_text(f"left;right;verdict;because\n{left};{right};different;the mothers differ\n")
    assert "1 judged" in sijill("judge", case, told).out
    assert "0 judged" in sijill("judge", case, told).out
    sijill("run", case)
    after = next(p for p in show(case, "pairs") if {p["left"], p["right"]} == {joined["left"], joined["right"]})
    assert (after["judged"], after["together"]) == ("different", False)
    assert any(each["judgements"] for each in show(case, "persons"))


def test_a_person_is_explained_by_its_records_and_levels(case, tmp_path):
    lists = generated(150, 9)
    for name in ("Registry", "Archive"):
        sijill("add", case, write(tmp_path / f"{name}.csv", [row for row in lists.rows if row.list == name]), "--list")
    sijill("run", case)
    two = next(each for each in show(case, "persons") if len(each["records"]) == 2)
    said = sijill("why", case, two["id"])
    assert said.code == 0
    assert "why together" in said.out
    assert "in 100" in said.out
    ends = said.out.partition("why together")[2]
    assert ends.index("alone") < ends.index("rivals") < ends.index("friends") < ends.index("beside these")
    younger = next(p for p in show(case, "pairs") if p["together"])
    gone = max(younger["left"], younger["right"], key=lambda record: record != two["id"])
    assert sijill("why", case, "psn_" + gone[4:]).code == 0


def test_doubtful_pairs_come_first_that_a_judgement_settles_most(case, tmp_path):
    lists = generated(200, 10)
    for name in ("Monitors", "Newsroom"):
        sijill("add", case, write(tmp_path / f"{name}.csv", [row for row in lists.rows if row.list == name]), "--list")
    sijill("run", case)
    worth = [each["worth"] for each in show(case, "pairs", "--doubtful")]
    assert worth == sorted(worth, reverse=True)


def test_the_history_of_persons_names_who_became_part_of_whom_and_by_whose_word(case, tmp_path):
    """Merges by weights and by judgement; the same again after everything derived is deleted."""
    lists = generated(150, 11)
    for name in ("Registry", "Monitors"):
        sijill("add", case, write(tmp_path / f"{name}.csv", [row for row in lists.rows if row.list == name]), "--list")
    sijill("run", case)
    first, second = (each for each in show(case, "persons")[:2])
    told = tmp_path / "pairs.csv"
    told.write_text(f"left,right,verdict,because\n{first['id']},{second['id']},same,one grave\n")
    sijill("judge", case, told)
    sijill("run", case)
    history = show(case, "persons", "--history")
    by_word = next(each for each in history if each["was"] == second["id"])
    assert (by_word["what"], by_word["person"], by_word["because"]) == ("merged", first["id"], "one grave")
    assert any(each["by"] is None and each["odds"] > 0 for each in history)
    shutil.rmtree(case / "derived")
    sijill("run", case)
    assert show(case, "persons", "--history") == history
    refused = sijill("show", case, "claims", "--history")
    assert (refused.code, "is that of persons" in refused.err) == (2, True)


def test_how_often_each_list_repeats_a_person_is_shown_with_an_interval(case, tmp_path):
    rows = [row for row in generated(200, 12).rows if row.list == "Monitors"]
    sijill("add", case, write(tmp_path / "Monitors.csv", rows), "--list")
    sijill("run", case)
    (told,) = show(case, "repeats")
    true = len(rows) - len({row.person for row in rows})
    named = sum(len(each["records"]) for each in show(case, "persons") if not each["unnamed"])
    assert (told["list"], told["rows"]) == ("Monitors", named)
    assert abs(told["median"] - true) <= 0.05 * len(rows)
    assert told["low90"] <= told["median"] <= told["high90"]


def test_counts_by_accused_party_are_those_of_the_column_of_a_list(case, tmp_path):
    path = tmp_path / "Registry.csv"
    path.write_text(
        "ID,Name,Date of death,Perpetrator\n"
        "1,Ada Holm,2031-05-05,northern front\n2,Bo Lind,2031-05-06,unknown gunmen\n3,Cy Dahl,2031-05-07,\n",
        encoding="utf-8",
    )
    with (case / "hand" / "parties.csv").open("a", encoding="utf-8") as stream:
        stream.write("pty_front,the Front,Northern Front,armed_group,,a list of parties\n")
    sijill("add", case, path, "--list")
    sijill("run", case)
    counted = {each["stratum"]: each["standing"] for each in show(case, "counts")}
    assert counted[""] == 3
    assert {name: n for name, n in counted.items() if name.startswith("accused=")} == {
        "accused=pty_front": 1,
        "accused=unknown gunmen": 1,
    }
