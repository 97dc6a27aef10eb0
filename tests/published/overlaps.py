"""The tables of this folder, read as their user would read them."""

from functools import cache
from pathlib import Path

from sijill.estimate.reading import read_overlap
from sijill.model.estimate import Overlap

HERE = Path(__file__).parent / "tables"


@cache
def published(name: str) -> Overlap:
    return read_overlap(HERE / f"{name}.csv")
