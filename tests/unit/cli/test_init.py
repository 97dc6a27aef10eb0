"""A new case is ready to be filled: settings, a place for originals, the record, and tables with their headers."""

from tests.acceptance.command_line import sijill


def test_a_new_case_has_everything_in_its_place(tmp_path):
    ended = sijill("init", tmp_path / "orvan", "--pack", "demo")
    assert ended.code == 0 and "sijill add" in ended.out
    assert sorted(each.name for each in (tmp_path / "orvan").iterdir()) == ["case.toml", "hand", "ledger.db", "vault"]
    tables = sorted((tmp_path / "orvan" / "hand").iterdir())
    assert [each.name for each in tables] == ["parties.csv", "places.csv", "sources.csv"]
    assert all(each.read_text().startswith("id,name,aliases,") for each in tables)


def test_a_case_is_called_as_its_folder_if_nothing_else_is_said(tmp_path):
    sijill("init", tmp_path / "orvan")
    assert 'title = "orvan"' in (tmp_path / "orvan" / "case.toml").read_text()
