"""Linking, measured: articles poured together to incidents, independence of sources, and how the cost grows."""

from pathlib import Path

from bench.events import articles, independence, scale
from bench.measure.row import Row


def run(data: Path) -> list[Row]:
    """All three; the growth only where a folder of sets is there, for it takes minutes."""
    return [*independence.run(data), *articles.run(data), *scale.run(data)]
