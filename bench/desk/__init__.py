"""The desk: pages over 100,000 claims, payloads of others shown in a browser, calls that nobody means, many people at
once. The payloads are those of a set of files; all else is made here."""

from pathlib import Path

from bench.desk.speed import measure
from bench.measure.row import Row


def run(data: Path) -> list[Row]:
    """Nothing where the set of hostile files is not there: that is how `make bench` knows that it is wanted."""
    payloads = data / "badinput" / "html" / "expect.mjs"
    return measure() if payloads.is_file() else []
