"""What a court or an opponent does with a case: check all of it, or one document that they were shown."""

import json
import os
import re
import subprocess
import sys

import pytest

from sijill.case import read_case
from sijill.cli.main import call
from sijill.store.ledger import Ledger


def one_document(case):
    with Ledger.open(read_case(case).ledger) as ledger:
        return next(each for each in ledger.documents() if not each.locator)


def checked_alone(folder):
    """What the reader of a proof does: nothing of Sijill is on the path."""
    return subprocess.run(
        [sys.executable, "-I", "verify.py"],
        cwd=folder,
        env={"PATH": os.environ["PATH"]},
        capture_output=True,
        text=True,
        check=False,
    )


def test_a_case_that_nobody_touched_is_sound(case, capsys):
    capsys.readouterr()
    assert call(["verify", str(case), "--format", "json"]) == 0
    said = json.loads(capsys.readouterr().out)
    assert (said["verdict"], said["faults"]) == ("sound", [])
    assert re.fullmatch(r"(\d+) of \1 hash as recorded", said["originals"])
    assert "read as quoted" in said["figures"]


def test_an_original_that_changed_is_tampering_and_one_that_is_gone_is_incomplete(case, capsys):
    original = read_case(case).vault / one_document(case).digest[:2] / one_document(case).digest[2:]
    whole = original.read_bytes()
    original.chmod(0o644)
    original.write_bytes(whole + b" ")
    assert call(["verify", str(case)]) == 1
    assert "is not what it was when it was captured" in capsys.readouterr().out
    original.unlink()
    assert call(["verify", str(case)]) == 2
    assert "is not in the vault" in capsys.readouterr().out


def test_a_damaged_ledger_is_tampering_wherever_a_page_of_it_is_hit(case, capsys):
    path = read_case(case).ledger
    whole = path.read_bytes()
    for at in range(5000, len(whole), len(whole) // 12):
        path.write_bytes(whole[:at] + bytes([whole[at] ^ 0x10, whole[at + 1] ^ 0xFF]) + whole[at + 2 :])
        assert call(["verify", str(case)]) in (0, 1, 2)
    quarter = len(whole) // 4
    path.write_bytes(whole[:quarter] + bytes(2 * quarter) + whole[3 * quarter :])
    assert call(["verify", str(case)]) in (1, 2)


def test_a_checkpoint_given_away_is_compared(case, tmp_path, capsys):
    assert call(["seal", str(case), "--to", str(tmp_path / "given.txt")]) == 0
    assert call(["verify", str(case), "--against", str(tmp_path / "given.txt")]) == 0
    note = (tmp_path / "given.txt").read_text()
    other = tmp_path / "other.txt"
    head = note.splitlines()[2]
    other.write_text(note.replace(head, head[::-1].replace("=", "") + "="))
    assert call(["verify", str(case), "--against", str(other)]) in (1, 2)


def test_one_document_is_shown_with_nothing_else_and_checks_itself(case, tmp_path):
    document, folder = one_document(case), tmp_path / "proof"
    assert call(["prove", str(case), document.id[:12], "--to", str(folder)]) == 0
    assert sorted(each.name for each in folder.iterdir()) == [
        "READ-ME.txt", "checkpoint.txt", "original.txt", "proof.json", "text-as-read.txt", "verify.py",
    ]  # fmt: skip
    said = checked_alone(folder)
    assert (said.returncode, said.stdout[:6]) == (0, "sound:")
    with Ledger.open(read_case(case).ledger) as ledger:
        others = [each for each in ledger.documents() if each.id != document.id]
        texts = [each.text for each in ledger.texts([each.id for each in others]).values()]
    shown = b"".join(each.read_bytes() for each in folder.iterdir()).decode()
    assert not [each for each in others if each.id in shown or each.digest in shown]
    assert not [each for each in texts if each in shown]


@pytest.mark.parametrize(
    ("name", "change", "code"),
    [
        ("original.txt", lambda content: content + b"x", 1),
        ("text-as-read.txt", lambda content: content[1:], 1),
        ("original.txt", None, 2),
        ("proof.json", lambda content: content.replace(b'"index": 0', b'"index": 1'), 1),
        ("proof.json", lambda content: content.replace(b"capture.add", b"capture.ade"), 1),
        ("proof.json", lambda content: content.replace(b"\\u2014", b"-").replace("—".encode(), b"-"), 1),
        ("proof.json", lambda content: b"{", 1),
    ],
)
def test_a_proof_that_was_touched_says_so(case, tmp_path, name, change, code):
    folder = tmp_path / "proof"
    assert call(["prove", str(case), one_document(case).id, "--to", str(folder)]) == 0
    if change is None:
        (folder / name).unlink()
    else:
        (folder / name).write_bytes(change((folder / name).read_bytes()))
    assert checked_alone(folder).returncode == code


def test_a_row_of_a_table_is_shown_without_the_table(case, tmp_path):
    """The table holds other documents: it goes with the proof only where that is asked for."""
    with Ledger.open(read_case(case).ledger) as ledger:
        row = next(each for each in ledger.documents() if each.locator)
    assert call(["prove", str(case), row.id, "--to", str(tmp_path / "row")]) == 0
    assert not list((tmp_path / "row").glob("original*"))
    assert call(["prove", str(case), row.id, "--with-original", "--to", str(tmp_path / "whole")]) == 0
    assert list((tmp_path / "whole").glob("original*"))
    assert checked_alone(tmp_path / "row").returncode == checked_alone(tmp_path / "whole").returncode == 0


def test_what_was_shown_is_logged(case, tmp_path):
    call(["prove", str(case), one_document(case).id, "--to", str(tmp_path / "proof")])
    with Ledger.open(read_case(case).ledger) as ledger:
        assert json.loads(ledger.log_records()[-1])["act"] == "access.export"


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (["prove", "CASE", "doc_"], "begins with 'doc_', or several"),
        (["prove", "CASE", "evt_x"], "no document or decision"),
        (["verify", "CASE/vault"], "holds no case, no backup and no proof"),
        (["seal", "CASE", "--timestamp"], "no time-stamping authority is named"),
        (["seal", "CASE", "--requests", "CASE/out"], "no request waits"),
        (["seal", "CASE", "--authority", "file:///etc/passwd"], "no address of a time-stamping authority"),
    ],
)
def test_what_cannot_be_done_is_said_in_one_sentence(case, capsys, arguments, says):
    assert call([each.replace("CASE", str(case)) for each in arguments]) == 2
    assert says in capsys.readouterr().err


def test_a_request_that_cannot_be_sent_waits_and_is_written_to_be_carried(case, tmp_path, capsys):
    """Port 9 of this machine answers nothing."""
    assert call(["seal", str(case), "--authority", "http://127.0.0.1:9/", "--requests", str(tmp_path / "out")]) == 0
    assert "waits: a request to http://127.0.0.1:9/" in capsys.readouterr().out
    assert [each.name for each in (tmp_path / "out").iterdir()] == ["request-0.tsq"]
    assert call(["seal", str(case)]) == 0
    assert "not asked for now" in capsys.readouterr().out


def test_a_release_proves_itself_to_who_gets_it_and_tells_nothing_of_the_key_of_its_ids(case, tmp_path):
    to = tmp_path / "release"
    assert call(["publish", str(case), "--profile", "partner", "--to", str(to)]) == 0
    assert checked_alone(to).returncode == call(["verify", str(to)]) == call(["verify", str(case)]) == 0
    with Ledger.open(read_case(case).ledger) as ledger:
        (issued,) = (json.loads(each.value) for each in ledger.decisions("release"))
    assert issued["key"] not in (to / "proof.json").read_text()
    assert call(["publish", str(case), "--profile", "partner", "--to", str(to)]) == 0
    assert checked_alone(to).returncode == 0
    page = to / "index.html"
    page.write_bytes(page.read_bytes() + b" ")
    assert checked_alone(to).returncode == 1
    page.unlink()
    assert checked_alone(to).returncode == 2


def test_a_release_in_the_case_that_was_touched_is_tampering(case, capsys):
    assert call(["publish", str(case), "--profile", "partner"]) == 0
    assert call(["verify", str(case)]) == 0
    page = case / "published" / "partner" / "index.html"
    page.write_bytes(page.read_bytes() + b" ")
    capsys.readouterr()
    assert call(["verify", str(case)]) == 1
    assert "published/partner/index.html is not what was published" in capsys.readouterr().out
