"""Hostile files: each ends in a named state, the parent stays up, nothing outside is touched. See `files`, `bombs`."""

from pathlib import Path

from bench.hostile.addresses import refused
from bench.hostile.files import captured, tables
from bench.measure.row import Row


def run(data: Path) -> list[Row]:
    """Everything below `data`/badinput, and bombs made on the spot."""
    folder = data / "badinput"
    if not folder.is_dir():
        return []
    return [*captured(folder), *tables(folder), refused()]
