"""How fast documents are captured, every guarantee on: small ones by number, and each type by size."""

from pathlib import Path

from bench.capture import small, types
from bench.measure.row import Row


def run(data: Path) -> list[Row]:
    """Documents and megabytes a second; memory. Everything is invented: `data` is not looked at."""
    return [*small.run(data), *types.run(data)]
