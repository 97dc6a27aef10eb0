"""The demonstration is whole, or says that it is not: its figures are told of it elsewhere."""

import shutil

from sijill import demo
from tests.acceptance.command_line import sijill


def test_a_report_that_could_not_be_read_ends_it_by_name(tmp_path, monkeypatch):
    reports = shutil.copytree(demo.reports(), tmp_path / "reports")
    broken = reports / demo.ADDITIONS[1].file
    broken.write_bytes(b"\x00\x01\x02" * 100)
    monkeypatch.setattr(demo, "reports", lambda: reports)
    ended = sijill("demo", "--no-open", "--to", tmp_path / "case")
    assert ended.code == 2
    assert f"{broken.name} of the demonstration could not be read" in ended.err
