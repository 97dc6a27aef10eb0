"""The engine of one machine: nothing of a case in a file, nothing of its own among the lines of a command."""

import pytest

from sijill.store.engines.duck import DuckEngine


@pytest.mark.parametrize(("setting", "value"), [("temp_directory", ""), ("enable_progress_bar", "false")])
def test_duckdb_writes_no_file_and_draws_no_bar(setting, value):
    with DuckEngine() as engine:
        (row,) = engine.ask(f"SELECT value FROM duckdb_settings() WHERE name = '{setting}'").to_pylist()
    assert row["value"] == value
