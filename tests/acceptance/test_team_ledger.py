"""The ledger of a team: the same case, its record in PostgreSQL instead of in a file."""

import json

import pytest

from bench.record.servers import make_place, postgresql
from sijill.cli.main import call
from tests.acceptance.command_line import files_of, show

REPORT = "At least 12 people were killed by shelling in Kessa on 3 May 2031, said the Lake Post."


@pytest.fixture(scope="module")
def server():
    with postgresql() as address:
        yield address


def filled(folder, *options):
    (folder / "report.txt").write_text(REPORT)
    assert call(["init", str(folder / "case"), "--title", "Kessa", "--pack", "demo", *options]) == 0
    assert call(["add", str(folder / "case"), str(folder / "report.txt")]) == 0
    assert call(["run", str(folder / "case"), "--jobs", "1"]) == 0
    return folder / "case"


def test_the_same_reports_give_the_same_register_as_in_a_file(server, tmp_path):
    (tmp_path / "file").mkdir()
    (tmp_path / "team").mkdir()
    alone = filled(tmp_path / "file")
    team = filled(tmp_path / "team", "--ledger", make_place(server, "same"))
    assert not (team / "ledger.db").exists()
    assert show(team, "claims") == show(alone, "claims")
    assert show(team, "events") == show(alone, "events")
    assert files_of(team / "vault") == files_of(alone / "vault")


def test_a_team_verifies_proves_backs_up_erases_and_restores(server, tmp_path, capsys):
    place = make_place(server, "kept")
    case = filled(tmp_path, "--ledger", place)
    (document,) = (each["id"] for each in show(case, "documents"))
    assert call(["verify", str(case)]) == 0
    assert call(["prove", str(case), document, "--to", str(tmp_path / "proof")]) == 0
    assert call(["verify", str(tmp_path / "proof")]) == 0
    assert call(["backup", str(case), str(tmp_path / "copy")]) == 0
    assert call(["verify", str(tmp_path / "copy")]) == 0
    settings = tmp_path / "copy" / "case.toml"
    elsewhere = make_place(server, "again")
    told = json.loads((tmp_path / "copy" / "MANIFEST.json").read_text())
    assert call(["restore", str(tmp_path / "copy"), str(tmp_path / "again")]) == 2, "its place holds a ledger already"
    settings.write_text(settings.read_text().replace(place, elsewhere))
    from hashlib import sha256  # noqa: PLC0415

    told["files"]["case.toml"] = sha256(settings.read_bytes()).hexdigest()
    (tmp_path / "copy" / "MANIFEST.json").write_text(json.dumps(told))
    assert call(["restore", str(tmp_path / "copy"), str(tmp_path / "again")]) == 0
    assert call(["verify", str(tmp_path / "again")]) == 0
    assert show(tmp_path / "again", "documents")[0]["id"] == document
    assert call(["erase", str(case), document, "--because", "a court", "--yes"]) == 0
    capsys.readouterr()
    assert call(["verify", str(case)]) == 0
    assert "erased, as" in capsys.readouterr().out


def test_a_second_case_does_not_take_the_place_of_the_first(server, tmp_path, capsys):
    place = make_place(server, "taken")
    assert call(["init", str(tmp_path / "one"), "--ledger", place]) == 0
    assert call(["init", str(tmp_path / "two"), "--ledger", place]) == 2
    assert "already exists" in capsys.readouterr().err
    assert not (tmp_path / "two").exists()
