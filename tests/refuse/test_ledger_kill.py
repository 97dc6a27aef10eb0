"""Killed at any moment, the record keeps everything that it acknowledged and cites nothing that it does not hold."""

import json
import os
import random
import signal
import subprocess
import sys
import time
from pathlib import Path

from sijill.store.ledger import Ledger
from sijill.store.vault import Vault

KILLS = 10
SCRIPT = Path(__file__).with_name("capturing.py")


def killed_while_capturing(case: Path, seed: str, after: float) -> list[str]:
    """The ids that were acknowledged before the process was killed, `after` seconds from its first acknowledgement."""
    process = subprocess.Popen([sys.executable, str(SCRIPT), str(case), seed], stdout=subprocess.PIPE, text=True)
    first = process.stdout.readline()
    time.sleep(after)
    os.kill(process.pid, signal.SIGKILL)
    rest, _ = process.communicate()
    assert process.returncode == -signal.SIGKILL
    whole = [line for line in (first + rest).splitlines(keepends=True) if line.endswith("\n")]
    return [each for line in whole for each in line.split()]


def test_ten_kills_lose_nothing_acknowledged_and_leave_no_row_without_evidence(tmp_path):
    chance = random.Random(20310504)
    Ledger.create(tmp_path / "ledger.db").close()
    acknowledged = set()
    for turn in range(KILLS):
        acknowledged.update(killed_while_capturing(tmp_path, f"seed {turn}", chance.uniform(0, 0.25)))
        with Ledger.open(tmp_path / "ledger.db") as ledger:
            documents = ledger.documents()
            texts = ledger.texts([each.id for each in documents])
            acts = [json.loads(each)["act"] for each in ledger.log_records()]
            cited = ledger.cited()
        vault = Vault(tmp_path / "vault")
        assert acknowledged <= {each.id for each in documents}
        assert all(vault.read(each.digest).decode() == texts[each.id].text for each in documents)
        assert acts == ["log.open"] + ["capture.add"] * len(documents)
        vault.sweep(cited)
        assert list((tmp_path / "vault" / "unfinished").iterdir()) == []
    assert len(acknowledged) >= 5 * KILLS


def test_an_original_without_a_row_is_found_by_the_sweep_and_can_be_captured_later(tmp_path):
    """The moment between the vault and the ledger: the evidence is there, nothing cites it yet."""
    Ledger.create(tmp_path / "ledger.db").close()
    orphan = Vault(tmp_path / "vault").put(b"a report that no row cites")
    with Ledger.open(tmp_path / "ledger.db") as ledger:
        assert Vault(tmp_path / "vault").sweep(ledger.cited()).orphans == (orphan,)
