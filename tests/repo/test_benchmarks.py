"""The page of benchmarks is written by measuring, and the rest of it stays as it was."""

from bench.__main__ import END, PAGE, START, benchmarks, main, write
from bench.measure.row import Row


def test_the_page_has_a_place_for_the_results():
    page = PAGE.read_text(encoding="utf-8")
    assert page.index(START) < page.index(END)


def test_writing_results_changes_nothing_else_on_the_page(tmp_path):
    page = tmp_path / "benchmarks.md"
    page.write_text(f"before\n\n{START}\n\n| old |\n\n{END}\nafter\n", encoding="utf-8")
    row = Row(set="invented", measure="exact | loose", value="3 of 4", bar=">= 3")
    for _ in range(2):
        write({"invented": [row]}, page)
    written = page.read_text(encoding="utf-8")
    assert written.startswith(f"before\n\n{START}\n")
    assert written.endswith(f"{END}\nafter\n")
    assert "| invented | exact \\| loose | 3 of 4 | >= 3 |  |" in written
    assert "old" not in written


def test_measuring_one_set_leaves_the_tables_of_others(tmp_path):
    page = tmp_path / "benchmarks.md"
    page.write_text(f"{START}\n{END}\n", encoding="utf-8")
    write({name: [Row(set=name, measure="exact", value="1")] for name in ("first", "second")}, page)
    write({"second": [Row(set="second", measure="exact", value="2")]}, page)
    written = page.read_text(encoding="utf-8")
    assert "| first | exact | 1 |  |  |" in written
    assert "| second | exact | 2 |  |  |" in written
    assert "| second | exact | 1 |" not in written


def test_a_path_that_is_no_folder_is_said_and_measures_nothing(tmp_path, capsys):
    before = PAGE.read_text(encoding="utf-8")
    assert main(["--data", str(tmp_path / "nowhere")]) == 2
    assert "is not a folder" in capsys.readouterr().err
    assert PAGE.read_text(encoding="utf-8") == before


def test_a_module_that_builds_something_is_not_a_benchmark():
    assert "gazetteer" not in benchmarks()
    assert "row" not in benchmarks()
