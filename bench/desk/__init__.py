"""The desk: pages over 100,000 claims, payloads of others shown in a browser, calls that nobody means. The payloads are
those of a set of hostile files; all else is made here."""

import json
import subprocess
from pathlib import Path
from tempfile import TemporaryDirectory

from bench.desk.calls import call_all
from bench.desk.crowd import measure_crowd
from bench.desk.doubts import measure_doubts
from bench.desk.large import build_large
from bench.desk.matrix import measure_matrix
from bench.desk.moving import measure_moving
from bench.desk.payloads import FIELDS, shown
from bench.desk.speed import measure
from bench.measure.row import Row
from sijill.review.web.app import build_app

EACH = 2300
"""Calls of each operation: 20,000 and some in all."""


def run(data: Path) -> list[Row]:
    """Nothing where the hostile files are not there."""
    payloads = data / "badinput" / "html" / "expect.mjs"
    if not payloads.is_file():
        return []
    return [
        *measure_payloads(payloads),
        *measure_calls(),
        *measure_matrix(),
        *measure_crowd(),
        *measure_doubts(),
        *measure_moving(),
        *measure(),
    ]


def measure_payloads(path: Path) -> list[Row]:
    """How many payloads became more than words."""
    script = "import(process.argv[1]).then(m => console.log(JSON.stringify(m.default.map(e => e.payload))))"
    told = subprocess.run(["node", "-e", script, str(path)], stdout=subprocess.PIPE, text=True, check=True)
    payloads = [each for each in json.loads(told.stdout) if each.strip()]
    with TemporaryDirectory() as folder:
        seen = shown(Path(folder) / "case", payloads)
    note = f"{len(payloads)} payloads in {len(FIELDS)} fields, {seen['pages']} pages opened in a browser"
    return [
        Row(set="desk", measure="payloads executed", value=str(seen["executed"]), bar="0", note=note),
        Row(set="desk", measure="elements that payloads became", value=str(seen["elements"]), bar="0"),
        Row(set="desk", measure="requests that left the machine", value=str(seen["elsewhere"]), bar="0"),
    ]


def measure_calls() -> list[Row]:
    """How the read API answers calls that schemathesis makes up."""
    with TemporaryDirectory() as folder:
        answered = call_all(build_app(build_large(Path(folder) / "case", claims=400, events=80)), each=EACH)
    faults = sum(number for status, number in answered.items() if status >= 500)
    told = ", ".join(f"{status}: {number:,}" for status, number in sorted(answered.items()))
    note = f"{sum(answered.values()):,} calls; {told}"
    return [
        Row(
            set="desk",
            measure="calls of the API that were a fault of the server",
            value=str(faults),
            bar="0",
            note=note,
        )
    ]
