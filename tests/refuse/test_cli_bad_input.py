"""Bad input has a named outcome in one sentence; the rest of the batch goes on; nothing is lost; never a traceback."""

import json
import os
import subprocess
import sys

import pytest

from tests.acceptance.command_line import shell, show, sijill

GOOD = "On 3 May 2031 shelling killed 12 people in Belqara, residents said.\n"


@pytest.fixture
def case(tmp_path):
    assert sijill("init", tmp_path / "case", "--pack", "demo").code == 0
    return tmp_path / "case"


@pytest.fixture
def good(tmp_path):
    (tmp_path / "good.txt").write_text(GOOD)
    return tmp_path / "good.txt"


def one_sentence(ended):
    """The only line on stderr, without the name of the program."""
    assert ended.code != 0
    assert "Traceback" not in ended.out + ended.err
    assert ended.err.startswith("sijill: ") and ended.err.count("\n") == 1, ended.err
    return ended.err


def originals(case):
    return {path.read_bytes() for path in (case / "vault").rglob("*") if path.is_file()}


def test_an_empty_file_is_a_document_without_text(case, tmp_path):
    (tmp_path / "empty.txt").write_bytes(b"")
    assert "no text in it" in one_sentence(sijill("add", case, tmp_path / "empty.txt"))
    assert [each["state"] for each in show(case, "documents")] == ["no_text"]


def test_a_picture_called_txt_is_not_read_as_text(case, tmp_path):
    content = b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 20
    (tmp_path / "photo.txt").write_bytes(content)
    assert "damaged" in one_sentence(sijill("add", case, tmp_path / "photo.txt"))
    assert [each["state"] for each in show(case, "documents")] == ["corrupt"]
    assert originals(case) == {content}


def test_broken_rows_are_quarantined_and_the_others_accepted(case, tmp_path):
    (tmp_path / "rows.csv").write_bytes(
        b'body,day\n"' + GOOD.strip().encode() + b'",2031-05-04\nonly one cell\n\xff\xfe broken,2031-05-05\n'
    )
    ended = sijill("add", case, tmp_path / "rows.csv", "--map", "text=body,published=day")
    assert ended.code == 0, ended.err
    assert "1 documents accepted" in ended.out and "2 rows quarantined" in ended.out
    assert len(show(case, "documents")) == 1


def test_an_unknown_encoding_is_refused_before_anything_is_captured(case, good):
    assert "no encoding is called 'klingon'" in one_sentence(sijill("add", case, good, "--encoding", "klingon"))
    assert originals(case) == set()


def test_bytes_that_are_not_utf8_are_kept_and_can_be_read_with_their_encoding(case, tmp_path):
    (tmp_path / "old.txt").write_bytes("قُتل 12 شخصا في بلقارة".encode("windows-1256"))
    assert "--encoding" in one_sentence(sijill("add", case, tmp_path / "old.txt"))
    assert sijill("add", case, tmp_path / "old.txt", "--encoding", "windows-1256").code == 0
    assert [each["state"] for each in show(case, "documents")] == ["ok"]


def test_the_question_for_an_encoding_names_the_document(case, tmp_path, good):
    (tmp_path / "old.txt").write_bytes("قُتل 12 شخصا في بلقارة".encode("windows-1256"))
    assert sijill("add", case, tmp_path / "old.txt", good).code == 0
    assert sijill("run", case).code == 0
    (asked,) = (each for each in show(case, "doubts") if each["question"]["code"] == "bad_encoding")
    assert asked["question"]["values"]["name"] == "old.txt"
    for words in (["show", case, "doubts"], ["why", case, asked["id"]]):
        assert "In which encoding is “old.txt” written?" in " ".join(sijill(*words).out.split())


def test_a_name_that_would_break_a_table_is_shown_escaped(case, tmp_path):
    name = "two\nlines\x1b[2J.txt"
    (tmp_path / name).write_text(GOOD)
    added = sijill("add", case, tmp_path / name)
    assert sijill("run", case).code == 0
    (known,) = show(case, "documents")
    assert known["name"] == name
    shown = [sijill("show", case, kind) for kind in ("documents", "doubts")]
    for ended in (added, *shown, sijill("why", case, known["id"])):
        assert "\x1b" not in ended.out and "two\nlines" not in ended.out
        assert "two\\nlines" in ended.out.replace("\n", ""), ended.out


def test_a_text_of_200_megabytes_is_kept_and_not_read(case, tmp_path):
    with (tmp_path / "huge.txt").open("wb") as file:
        file.writelines(b"On 3 May 2031 shelling killed 12 people.\n" * 50_000 for _ in range(100))
    assert "too large" in one_sentence(sijill("add", case, tmp_path / "huge.txt"))
    assert [each["state"] for each in show(case, "documents")] == ["too_large"]


def test_a_date_in_the_future_is_refused_for_a_batch(case, good):
    assert "lies in the future" in one_sentence(sijill("add", case, good, "--published", "2931-01-01"))
    assert originals(case) == set()


def test_a_date_in_the_future_in_a_row_is_a_doubt_and_the_row_is_kept(case, tmp_path):
    (tmp_path / "rows.jsonl").write_text(json.dumps({"body": GOOD, "day": "2931-05-04"}) + "\n")
    assert sijill("add", case, tmp_path / "rows.jsonl", "--map", "text=body,published=day").code == 0
    assert [each["published"] for each in show(case, "documents")] == [None]
    assert sijill("run", case).code == 0
    codes = {each["question"]["code"] for each in show(case, "doubts")}
    assert {"published_in_future", "no_publication_date"} <= codes


def test_a_map_that_names_no_column_says_which_there_are(case, tmp_path, good):
    (tmp_path / "rows.csv").write_text("body,day\nx,2031-05-04\n")
    sentence = one_sentence(sijill("add", case, tmp_path / "rows.csv", "--map", "text=corpus"))
    assert "no column corpus" in sentence and "body, day" in sentence
    ended = sijill("add", case, tmp_path / "rows.csv", good, "--map", "text=corpus")
    assert ended.code == 0 and "1 documents accepted" in ended.out


def test_a_table_without_a_map_is_told_what_a_map_looks_like(case, tmp_path):
    (tmp_path / "rows.csv").write_text("body,day\nx,2031-05-04\n")
    assert "--map text=body" in one_sentence(sijill("add", case, tmp_path / "rows.csv"))


@pytest.mark.parametrize("spec", ["text", "words=body,title=x", "nosuchmap", "text=a,text=b"])
def test_a_map_that_is_none_is_refused(case, good, spec):
    one_sentence(sijill("add", case, good, "--map", spec))


def test_unknown_keys_of_a_case_are_refused_by_name(case):
    with (case / "case.toml").open("a") as file:
        file.write("\n[polices]\n")
    for command in (["run", case], ["show", case, "events"], ["why", case, "evt_1"], ["add", case, case]):
        assert "unknown key 'polices'" in one_sentence(sijill(*command))


@pytest.mark.parametrize("command", [["run"], ["show", "events"], ["why", "evt_1"], ["add", "x.txt"]])
def test_a_folder_that_is_no_case_is_refused(tmp_path, command):
    name, *rest = command
    assert "is not a case" in one_sentence(sijill(name, tmp_path, *rest))


def test_a_ledger_that_is_something_else_is_refused(case):
    (case / "ledger.db").write_bytes(b"not a database at all, " * 500)
    assert "ledger" in one_sentence(sijill("run", case))


def test_one_bad_file_stops_nothing(case, tmp_path, good):
    (tmp_path / "empty.txt").write_bytes(b"")
    ended = sijill("add", case, tmp_path / "empty.txt", tmp_path / "nowhere.txt", good)
    assert ended.code == 0 and ended.err == ""
    assert "3 files" in ended.out and "no text in it" in ended.out
    assert "1 documents accepted" in ended.out


@pytest.mark.parametrize("kind", ["nowhere", "empty folder", "/dev/null", "pipe"])
def test_what_is_no_file_is_told_in_one_sentence_and_not_said_to_be_kept(case, tmp_path, kind):
    path = tmp_path / kind
    if kind == "empty folder":
        path.mkdir()
    elif kind == "pipe":
        os.mkfifo(path)
    ended = sijill("add", case, path)
    assert "kept" not in one_sentence(ended) and ended.out == ""
    assert originals(case) == set()


def test_a_file_of_which_nothing_can_be_read_is_said_to_be_kept(case, tmp_path):
    (tmp_path / "empty.txt").write_bytes(b"")
    ended = sijill("add", case, tmp_path / "empty.txt")
    assert "its original is kept in the vault" in one_sentence(ended) and ended.out == ""


def test_what_comes_later_is_said_to(case, good):
    assert "there is local" in one_sentence(sijill("run", case, "--engine", "abacus"))


def test_a_case_without_lists_has_no_estimates_and_says_what_they_need(case, good):
    sijill("add", case, good)
    sijill("run", case)
    ended = sijill("show", case, "estimates")
    assert ended.code == 0 and "need lists of victims that overlap" in ended.out
    assert show(case, "estimates") == []


@pytest.mark.parametrize(
    "words",
    [
        [],
        ["bogus"],
        ["show"],
        ["show", "x", "everything"],
        ["run", "x", "--jobs", "0"],
        ["show", "x", "events", "--limit", "-1"],
    ],
)
def test_a_command_that_makes_no_sense_ends_with_2(words):
    ended = sijill(*words)
    assert ended.code == 2 and "Traceback" not in ended.out + ended.err


def test_nothing_is_shown_before_the_chain_ran(case):
    assert "run `sijill run" in one_sentence(sijill("show", case, "events"))


def test_a_filter_that_is_misspelt_does_not_look_like_peace(case, good):
    sijill("add", case, good)
    assert sijill("run", case).code == 0
    assert "something like it: Belqara" in one_sentence(sijill("show", case, "events", "--place", "Belquara"))
    assert "--party 'Martians' is known in no table" in one_sentence(
        sijill("show", case, "claims", "--party", "Martians")
    )
    assert "airstrike" in one_sentence(sijill("show", case, "events", "--act", "shelllling"))
    assert len(show(case, "events", "--place", "Belqara", "--act", "shelling")) == 1


def test_which_version_it_is_can_be_asked():
    ended = sijill("--version")
    assert ended.code == 0 and ended.out.startswith("sijill ") and ended.out.count("\n") == 1


def test_a_step_that_does_not_exist_is_refused(case):
    assert "extract, resolve, link, assess, estimate, publish" in one_sentence(sijill("run", case, "--from", "guess"))


def test_a_pack_that_does_not_exist_leaves_no_folder_behind(tmp_path):
    assert "no pack named 'atlantis'" in one_sentence(sijill("init", tmp_path / "new", "--pack", "atlantis"))
    assert not (tmp_path / "new").exists()


def test_a_broken_table_in_hand_is_refused_by_row(case):
    (case / "hand" / "parties.csv").write_text("id,name,aliases,kind,allies,because\np1,Party,,nobility,,a book\n")
    assert "hand/parties.csv row 2: kind 'nobility'" in one_sentence(sijill("run", case))


def test_a_policy_that_nobody_wrote_is_refused(case):
    text = (case / "case.toml").read_text().replace('show = ["range"]', 'show = ["range", "rumour"]')
    (case / "case.toml").write_text(text)
    assert "no policy is called 'rumour'" in one_sentence(sijill("run", case))


def test_a_fault_of_ours_names_nothing_of_the_case(case, monkeypatch):
    monkeypatch.setattr("sijill.cli.show.Register", lambda case: {}["the name of a witness"])
    ended = sijill("show", case, "events")
    assert ended.code == 70
    assert "witness" not in one_sentence(ended) and "KeyError" in ended.err


def test_an_interruption_ends_with_130(case, monkeypatch):
    def interrupted(case):
        raise KeyboardInterrupt

    monkeypatch.setattr("sijill.cli.show.Register", interrupted)
    ended = sijill("show", case, "events")
    assert ended.code == 130
    assert "interrupted" in one_sentence(ended)


def test_it_speaks_arabic_in_the_plainest_of_environments(tmp_path, case):
    """LANG=C, no terminal, no home."""
    (tmp_path / "خبر.txt").write_text("قُتل 12 شخصا في بلقارة", encoding="utf-8")
    ended = shell("add", case, tmp_path, LANG="C")
    assert ended.code == 0, ended.err
    assert "خبر.txt" in ended.out


def test_a_reader_that_goes_away_is_no_fault(tmp_path, case):
    """`sijill show ... | head -1`."""
    lines = "".join(json.dumps({"body": GOOD + str(n)}) + "\n" for n in range(1000))
    (tmp_path / "rows.jsonl").write_text(lines)
    assert sijill("add", case, tmp_path / "rows.jsonl", "--map", "text=body").code == 0
    words = [sys.executable, "-m", "sijill.cli.main", "show", str(case), "documents", "--format", "jsonl"]
    with subprocess.Popen(words, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as running:
        assert json.loads(running.stdout.readline())["id"].startswith("doc_")
        running.stdout.close()
        assert running.stderr.read() == b""
    assert running.returncode == 141


def test_a_reader_that_leaves_a_table_is_no_unsound_answer(case, monkeypatch):
    """`sijill why ... | head -1`: 1 is kept for what is not sound."""

    def gone(register, kind, shown, *, left_out):
        try:
            raise BrokenPipeError
        except BrokenPipeError:
            raise SystemExit(1)  # noqa: B904  (as rich does)

    monkeypatch.setattr("sijill.cli.show._print", gone)
    assert sijill("show", case, "documents").code == 141
