"""Adding files: many at once, the same ones again, told otherwise, and after an add that was cut short."""

import pytest

from sijill.store.ledger import Ledger
from sijill.store.vault import Vault
from tests.acceptance.command_line import show, sijill

REPORT = "On 3 March 2021 shelling killed 12 people in Bilqara, residents said.\n"


@pytest.fixture
def case(tmp_path):
    assert sijill("init", tmp_path / "case", "--pack", "demo").code == 0
    return tmp_path / "case"


@pytest.fixture
def report(tmp_path):
    (tmp_path / "report.txt").write_text(REPORT)
    return tmp_path / "report.txt"


def documents(case):
    return [(each["name"], each["source"], each["published"]) for each in show(case, "documents")]


def quarantined(case):
    with Ledger.open(case / "ledger.db") as ledger:
        return [(each.name, each.reason) for each in ledger.quarantined()]


def test_a_folder_of_many_files_is_recorded_in_the_order_of_its_names(case, tmp_path):
    (tmp_path / "in").mkdir()
    names = [f"{number:04}.txt" for number in range(1100)]
    for name in names:
        (tmp_path / "in" / name).write_text(f"{name}: {REPORT}")
    ended = sijill("add", case, tmp_path / "in")
    assert ended.out == "1,100 files: 1,100 documents accepted, 0 known already, 0 rows quarantined\n"
    assert [name for name, _, _ in documents(case)] == names


def test_what_is_told_otherwise_of_a_known_document_is_said_and_changes_nothing(case, report):
    sijill("add", case, report, "--source", "The Lake Post", "--published", "2021-03")
    ended = sijill("add", case, report, "--source", "Radio Velm", "--published", "2021-04")
    told = " ".join(ended.out.split())
    assert "offered with another source: kept as first recorded" in told and "hand/sources.csv" in told
    assert "offered with another date: kept as first recorded" in told
    assert documents(case) == [("report.txt", "The Lake Post", "2021-03")]


def test_the_same_again_without_a_word_is_no_difference(case, report):
    sijill("add", case, report, "--source", "The Lake Post", "--published", "2021-03")
    assert "offered" not in sijill("add", case, report).out
    assert documents(case) == [("report.txt", "The Lake Post", "2021-03")]


def test_a_date_that_was_forgotten_is_told_with_the_same_file_again(case, report):
    sijill("add", case, report)
    assert sijill("run", case).code == 0
    assert "no_publication_date" in {each["question"]["code"] for each in show(case, "doubts")}
    ended = sijill("add", case, report, "--published", "2021-03-04")
    assert "date recorded now" in " ".join(ended.out.split())
    assert sijill("run", case).code == 0
    assert "no_publication_date" not in {each["question"]["code"] for each in show(case, "doubts")}
    assert documents(case) == [("report.txt", None, "2021-03-04")]


def test_an_original_of_an_add_that_was_cut_short_is_told_once_and_listed_until_it_is_recorded(case, report):
    digest = Vault(case / "vault").put(report)
    other = report.with_name("other.txt")
    other.write_text("Nothing was heard from the hills.\n")
    ended = sijill("add", case, other)
    assert ended.code == 0 and ended.err.count("\n") == 1
    assert "an earlier add was cut short" in ended.err and digest[:12] in ended.err
    assert sijill("add", case, other).err == ""
    assert quarantined(case) == [(f"original {digest[:12]}", "add_cut_short")]
    assert sijill("add", case, report).err == ""
    assert quarantined(case) == [] and len(show(case, "documents")) == 2


def test_the_add_that_goes_on_where_another_was_cut_short_says_nothing_of_it(case, report):
    Vault(case / "vault").put(report)
    assert sijill("add", case, report).err == ""
    assert quarantined(case) == []


def test_a_refused_table_is_listed_by_name_until_it_is_read_with_a_map(case, report):
    table = report.with_name("rows.csv")
    table.write_text(f"body;day\n{REPORT.strip()};2021-03-04\n")
    assert sijill("add", case, table).code == 2
    assert quarantined(case) == [("rows.csv", "not_taken_in")]
    assert sijill("add", case, report).err == ""
    assert sijill("add", case, table, "--map", "text=body,published=day").code == 0
    assert quarantined(case) == []


def test_the_last_line_hides_no_failure(case, report):
    (report.parent / "in").mkdir()
    for name, content in {"empty.txt": b"", "photo.txt": b"\x89PNG\r\n\x1a\n\x00", "rows.csv": b"a,b\n1,2\n"}.items():
        (report.parent / "in" / name).write_bytes(content)
    (report.parent / "in" / "link").symlink_to(report)
    ended = sijill("add", case, report, report.parent / "in", report.parent / "nowhere.txt")
    assert ended.code == 0
    counts = "1 documents accepted, 0 known already, 0 rows quarantined, 4 files not read, 1 link left out"
    assert ended.out.splitlines()[-1] == f"6 files: {counts}"


def test_what_is_to_be_said_of_many_files_is_said_once(case, report):
    (report.parent / "in").mkdir()
    for number in range(60):
        (report.parent / "in" / f"{number:02}.bin").write_text(f"nothing {number}")
        (report.parent / "in" / f"{number:02}.csv").write_text(f"body\n{number}\n")
    ended = sijill("add", case, report, report.parent / "in")
    told = " ".join(ended.out.split())
    assert told.count("not a format that can be read") == 1 and told.count("60 files") == 2
    assert ended.out.splitlines()[-1].endswith("120 files not read")
    assert len(ended.out.splitlines()) < 20


@pytest.mark.parametrize("inside", ["", "vault", "derived"])
def test_a_case_is_no_report_and_is_refused_before_anything_is_captured(case, report, inside):
    (case / "derived").mkdir()
    second = case.with_name("second")
    assert sijill("init", second).code == 0
    ended = sijill("add", second, report, case / inside)
    assert ended.code == 2 and ended.err.count("\n") == 1
    assert ("is a case" if inside == "" else "belongs to the case") in ended.err
    assert show(second, "documents") == []


def test_a_case_below_a_folder_is_left_out_by_name(case, report):
    ended = sijill("add", case, report.parent)
    assert ended.out.splitlines()[-1].endswith("1 case left out")
    assert documents(case) == [("report.txt", None, None)]


def test_a_fault_in_the_middle_loses_nothing_that_was_read(case, report, monkeypatch):
    """What was read before a fault of the system is recorded before the fault is told."""
    put = Vault.put_many
    monkeypatch.setattr("sijill.chain.intake.FILES", 1)

    def full(vault, originals):
        files = list(originals)
        if files[0].name == "z.txt":
            raise OSError(28, "No space left on device")
        return put(vault, files)

    monkeypatch.setattr(Vault, "put_many", full)
    report.with_name("z.txt").write_text("Too much.")
    ended = sijill("add", case, report, report.with_name("z.txt"))
    assert ended.code == 2 and "No space left on device" in ended.err
    with Ledger.open(case / "ledger.db") as ledger:
        assert [each.name for each in ledger.documents()] == ["report.txt"]


def test_another_page_of_a_source_tells_how_its_dates_in_figures_are_read(case, tmp_path):
    told = "Shelling killed 12 people in Bilqara on Monday, residents said.\n"
    for name, head in (("one.txt", "03-04-2021"), ("two.txt", "24-03-2021")):
        (tmp_path / name).write_text(f"{head}\n{told}")
    days = []
    for name in ("one.txt", "two.txt"):
        sijill("add", case, tmp_path / name, "--source", "The Lake Post", "--published", "2021-05-19")
        assert sijill("run", case).code == 0
        days.append(sorted({each["when"]["start"] for each in show(case, "claims")}))
    assert days == [["2021-05-17"], ["2021-03-22", "2021-03-29"]]
