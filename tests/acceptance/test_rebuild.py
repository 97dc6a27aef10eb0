"""The register follows from what was captured and decided: not from the machine, the clock or the order of work."""

import shutil

from sijill import demo
from tests.acceptance.command_line import files_of, shell, show, sijill, without_estimates

KINDS = ("claims", "events", "situations", "totals", "doubts", "sources")


def test_derived_may_be_deleted_and_comes_back_byte_for_byte_anywhere(belqara, tmp_path):
    """In another time zone, locale, working directory and order of hashing."""
    case = tmp_path / "elsewhere" / "case"
    shutil.copytree(belqara, case)
    before = files_of(case / "derived", case / "published")
    shutil.rmtree(case / "derived")
    shutil.rmtree(case / "published")
    ended = shell("run", "case", folder=case.parent, TZ="Pacific/Chatham", LC_ALL="C", PYTHONHASHSEED="4711")
    assert ended.code == 0, ended.err
    after = files_of(case / "derived", case / "published")
    assert sorted(after) == sorted(before)
    assert [name for name in before if before[name] != after[name]] == []


def test_documents_one_by_one_end_in_the_register_of_all_at_once(belqara_unestimated, tmp_path):
    sijill("init", tmp_path / "case", "--pack", "demo", "--title", demo.TITLE)
    for table in demo.hand().iterdir():
        shutil.copyfile(table, tmp_path / "case" / "hand" / table.name)
    for addition in demo.ADDITIONS:
        options = ["--source", addition.source] if addition.source else []
        options += ["--published", addition.published] if addition.published else []
        options += ["--map", ",".join(f"{k}={v}" for k, v in addition.columns.items())] if addition.columns else []
        assert sijill("add", tmp_path / "case", demo.reports() / addition.file, *options).code == 0
        assert sijill("run", tmp_path / "case").code == 0
    for victims in demo.LISTS:
        path = demo.victims() / victims.file
        assert sijill("add", tmp_path / "case", path, "--list", "--source", victims.source).code == 0
    without_estimates(tmp_path / "case")
    for kind in KINDS:
        assert show(tmp_path / "case", kind) == show(belqara_unestimated, kind), kind


def test_many_processes_read_what_one_reads(tmp_path):
    """More documents than are read in one process."""
    rows = [
        f'"On {day} May 2031 shelling killed {day + 2} people in Belqara, residents said.",2031-06-{day:02}'
        for day in range(1, 31)
    ]
    (tmp_path / "wires.csv").write_text("body,day\n" + "\n".join(rows) + "\n")
    sijill("init", tmp_path / "case", "--pack", "demo")
    assert sijill("add", tmp_path / "case", tmp_path / "wires.csv", "--map", "text=body,published=day").code == 0
    made = []
    for jobs in (1, 2):
        shutil.rmtree(tmp_path / "case" / "derived", ignore_errors=True)
        assert sijill("run", tmp_path / "case", "--jobs", jobs).code == 0
        made.append(files_of(tmp_path / "case" / "derived"))
    assert made[0] == made[1]
    assert len(show(tmp_path / "case", "claims")) >= 30


def test_a_step_done_again_changes_nothing(belqara_unestimated, tmp_path):
    shutil.copytree(belqara_unestimated, tmp_path / "case")
    before = files_of(tmp_path / "case" / "derived")
    for step in ("extract", "resolve", "link", "assess", "publish"):
        ended = sijill("run", tmp_path / "case", "--from", step)
        assert ended.code == 0, ended.err
        assert files_of(tmp_path / "case" / "derived") == before, step


def test_any_file_of_derived_may_be_deleted_or_damaged(belqara_unestimated, tmp_path):
    shutil.copytree(belqara_unestimated, tmp_path / "case")
    before = files_of(tmp_path / "case" / "derived")
    for name in before:
        (tmp_path / "case" / name).unlink()
        assert sijill("run", tmp_path / "case").code == 0
        assert files_of(tmp_path / "case" / "derived") == before, name
    damaged = tmp_path / "case" / "derived" / "assess" / "findings.parquet"
    damaged.write_bytes(b"PAR1 nothing else")
    assert sijill("run", tmp_path / "case").code == 0
    assert files_of(tmp_path / "case" / "derived") == before
