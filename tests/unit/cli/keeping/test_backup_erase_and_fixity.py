"""What happens to a case over the years: copied, restored, checked, mended, and erased where a court demands it."""

import json
import re
import shutil
import subprocess
import sys

import pyrage
import pytest

from sijill.case import read_case
from sijill.chain.adopting import adopt
from sijill.chain.keeping.opening import open_ledger, vault_of
from sijill.cli.main import call


def held(case):
    with open_ledger(read_case(case)) as ledger:
        documents = ledger.documents()
        texts = ledger.texts([each.id for each in documents])
        vault = vault_of(read_case(case))
        originals = {each.digest: vault.read(each.digest) for each in documents}
        return documents, texts, originals, ledger.decisions(), ledger.root(), ledger.size


def originals(folder):
    return sorted(each for each in folder.rglob("*") if each.is_file())


def damage(path):
    path.chmod(0o644)
    path.write_bytes(path.read_bytes() + b"x")


def acts(case):
    with open_ledger(read_case(case)) as ledger:
        return [json.loads(each)["act"] for each in ledger.log_records()]


def alone(folder):
    return subprocess.run([sys.executable, "-I", "verify.py"], cwd=folder, capture_output=True, check=False).returncode


def test_a_backup_checks_itself_and_restores_to_the_same_root_counts_and_hashes(case, tmp_path):
    assert call(["backup", str(case), str(tmp_path / "copy")]) == 0
    assert alone(tmp_path / "copy") == call(["verify", str(tmp_path / "copy")]) == 0
    assert call(["restore", str(tmp_path / "copy"), str(tmp_path / "again")]) == 0
    assert held(tmp_path / "again") == held(case)
    assert call(["verify", str(tmp_path / "again")]) == 0
    assert originals(case / "hand") != []
    for path in originals(case / "hand"):
        assert (tmp_path / "again" / "hand" / path.name).read_bytes() == path.read_bytes()
    assert call(["run", str(tmp_path / "again"), "--jobs", "1"]) == 0


def test_a_second_backup_adds_what_is_new_and_says_so_in_the_log(case, tmp_path, capsys):
    call(["backup", str(case), str(tmp_path / "copy")])
    (tmp_path / "new.txt").write_text("Three people were killed in Velm on Tuesday.")
    call(["add", str(case), str(tmp_path / "new.txt")])
    capsys.readouterr()
    assert call(["backup", str(case), str(tmp_path / "copy")]) == 0
    assert "(1 new)" in capsys.readouterr().out
    assert alone(tmp_path / "copy") == 0
    assert acts(case).count("access.export") == 2


def test_a_backup_in_one_file_opens_only_for_its_recipient(case, tmp_path, capsys):
    mine, other = (pyrage.x25519.Identity.generate() for _ in range(2))
    for name, each in (("mine", mine), ("other", other)):
        (tmp_path / name).write_text(str(each))
    assert call(["backup", str(case), str(tmp_path / "b.age"), "--recipient", str(mine.to_public())]) == 0
    assert b"MANIFEST" not in (tmp_path / "b.age").read_bytes()
    assert call(["restore", str(tmp_path / "b.age"), str(tmp_path / "no"), "--identity", str(tmp_path / "other")]) == 2
    assert call(["restore", str(tmp_path / "b.age"), str(tmp_path / "no")]) == 2
    assert "--identity" in capsys.readouterr().err
    assert call(["restore", str(tmp_path / "b.age"), str(tmp_path / "yes"), "--identity", str(tmp_path / "mine")]) == 0
    assert held(tmp_path / "yes") == held(case)
    assert not (tmp_path / "no").exists()
    assert not list(case.glob(".backup-*"))


@pytest.mark.parametrize("which", ["ledger.db", "MANIFEST.json", "an original", "a missing original"])
def test_a_backup_that_was_touched_is_not_restored(case, tmp_path, which):
    call(["backup", str(case), str(tmp_path / "copy")])
    path = originals(tmp_path / "copy" / "vault")[0] if "original" in which else tmp_path / "copy" / which
    if "missing" in which:
        path.unlink()
    elif which == "MANIFEST.json":
        path.write_text(re.sub(r'"documents": (\d+)', r'"documents": 1\1', path.read_text()))
    else:
        damage(path)
    assert call(["restore", str(tmp_path / "copy"), str(tmp_path / "again")]) == 2
    assert not (tmp_path / "again").exists()


def test_a_manifest_leads_nowhere_outside(case, tmp_path):
    call(["backup", str(case), str(tmp_path / "copy")])
    manifest = tmp_path / "copy" / "MANIFEST.json"
    told = json.loads(manifest.read_text())
    told["files"]["../outside"] = told["files"]["case.toml"]
    manifest.write_text(json.dumps(told))
    shutil.copy(tmp_path / "copy" / "case.toml", tmp_path / "outside")
    assert call(["restore", str(tmp_path / "copy"), str(tmp_path / "again")]) == 2


def test_what_is_erased_is_nowhere_in_the_case_and_the_log_says_so(case, tmp_path):
    words = "Velm Zorquith was buried in Kessa."
    (tmp_path / "words.txt").write_text(words)
    call(["add", str(case), str(tmp_path / "words.txt"), "--source", "Zorquith's sister"])
    call(["run", str(case), "--jobs", "1"])
    document = held(case)[0][-1]
    before = held(case)
    assert [each for each in originals(case) if b"Zorquith" in each.read_bytes()]
    assert call(["erase", str(case), document.id, "--because", "the family asked", "--yes"]) == 0
    assert not [each for each in originals(case) if b"Zorquith" in each.read_bytes()]
    after = held(case)
    assert after[0] == before[0][:-1]
    assert acts(case)[-1] == "log.erase"
    assert call(["verify", str(case)]) == 0
    assert call(["run", str(case), "--jobs", "1"]) == 0
    assert call(["verify", str(case)]) == 0


def test_what_was_erased_cannot_be_proved_and_may_be_captured_again(case, tmp_path):
    document = next(each for each in held(case)[0] if not each.locator)
    original = tmp_path / "again.txt"
    original.write_bytes(held(case)[2][document.digest])
    call(["erase", str(case), document.id, "--because", "a mistake", "--yes"])
    assert call(["prove", str(case), document.id, "--to", str(tmp_path / "proof")]) == 2
    assert call(["add", str(case), str(original)]) == 0
    assert document.id in [each.id for each in held(case)[0]]
    assert call(["verify", str(case)]) == 0


def test_an_original_that_others_rest_on_stays(case, capsys):
    document = next(each for each in held(case)[0] if each.locator)
    count = len(originals(case / "vault"))
    assert call(["erase", str(case), document.id, "--because", "a court", "--yes"]) == 0
    assert "their originals stay" in capsys.readouterr().out
    assert len(originals(case / "vault")) == count


def test_an_erasure_cut_short_is_finished_by_the_next_command_that_adds(case):
    """The row is gone, the original still lies there: it is not found again as if it were new."""
    document = next(each for each in held(case)[0] if not each.locator)
    opened = read_case(case)
    whole = vault_of(opened).read(document.digest)
    call(["erase", str(case), document.id, "--because", "a court", "--yes"])
    vault_of(opened).put(whole)
    with open_ledger(opened) as ledger:
        ledger.desk.keep("erased original", document.digest, "0")
        assert adopt(ledger, vault_of(opened), by="sys:add") == ()
    assert not vault_of(opened).holds(document.digest)


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (["erase", "CASE", "doc_x", "--because", "a court"], "nothing was erased"),
        (["erase", "CASE", "doc_x", "--because", "a court", "--yes"], "has the id 'doc_x'"),
        (["erase", "CASE", "doc_x", "--because", " ", "--yes"], "on which ground"),
        (["backup", "CASE", "CASE"], "holds no backup of this case"),
        (["backup", "CASE", "CASE/b", "--recipient", "age1x"], "no recipient of age"),
        (["restore", "CASE", "CASE/x"], "holds no backup"),
        (["restore", "CASE/none", "CASE/x"], "holds no backup"),
    ],
)
def test_what_cannot_be_done_is_said_in_one_sentence_and_nothing_is_done(case, capsys, arguments, says):
    before = held(case)
    assert call([each.replace("CASE", str(case)) for each in arguments]) == 2
    assert says in capsys.readouterr().err
    assert held(case) == before


def test_a_damaged_original_is_mended_from_the_second_copy_and_the_other_way_round(case, tmp_path, capsys):
    with (case / "case.toml").open("a") as settings:
        settings.write(f'\n[fixity]\ncopy = "{tmp_path / "second"}"\ndays = 30\n')
    assert call(["fixity", str(case)]) == 0
    assert "0 were due" in capsys.readouterr().out
    here, there = originals(case / "vault"), originals(tmp_path / "second")
    assert [each.read_bytes() for each in here] == [each.read_bytes() for each in there]
    damage(here[0])
    here[1].unlink()
    damage(there[2])
    assert call(["fixity", str(case), "--all"]) == 0
    assert capsys.readouterr().out.count("mended in the") == 3
    assert call(["verify", str(case)]) == 0
    assert [each.read_bytes() for each in originals(tmp_path / "second")] == [each.read_bytes() for each in here]


def test_what_is_damaged_in_both_places_is_lost_and_said_and_never_overwritten(case, tmp_path, capsys):
    with (case / "case.toml").open("a") as settings:
        settings.write(f'\n[fixity]\ncopy = "{tmp_path / "second"}"\n')
    call(["fixity", str(case)])
    for each in (originals(case / "vault")[0], originals(tmp_path / "second")[0]):
        damage(each)
    damaged = originals(case / "vault")[0].read_bytes()
    assert call(["fixity", str(case), "--all"]) == 1
    assert "LOST" in capsys.readouterr().err
    assert originals(case / "vault")[0].read_bytes() == damaged


def test_custody_shows_capture_each_check_and_each_time_it_was_taken_out(case, tmp_path, capsys):
    document = next(each for each in held(case)[0] if not each.locator)
    call(["fixity", str(case), "--all"])
    call(["prove", str(case), document.id, "--to", str(tmp_path / "proof")])
    call(["backup", str(case), str(tmp_path / "copy")])
    capsys.readouterr()
    assert call(["show", str(case), "custody", "--document", document.id, "--format", "json"]) == 0
    told = json.loads(capsys.readouterr().out)
    assert [(each["action"], each["note"]) for each in told] == [
        ("capture.add", None), ("capture.fixity", "sound"), ("access.export", None), ("access.export", None),
    ]  # fmt: skip
    assert [each["means"].split("/")[0] for each in told[1:]] == ["sijill fixity", "sijill prove", "sijill backup"]
