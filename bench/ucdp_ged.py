"""UCDP GED as a case: how long it takes to capture, whether anything is lost, and whether it leaves as it came.

Set `ucdp_ged`: CSV of any edition, read by its header. The command is run as a user runs it, in a process of its own.
"""

import csv
import sys
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

from bench.measure.command import sijill
from bench.measure.reading import found, printed
from bench.measure.row import Row
from sijill.case import read_case
from sijill.chain.keeping.opening import open_ledger
from sijill.extract.datasets.rows import read_row
from sijill.model.dataset import row_of
from sijill.publish.coding.rows import header_of, to_table
from sijill.publish.formats.delimited import as_said

SET = "ucdp_ged"


def run(data: Path) -> list[Row]:
    """Capture, claims and export of every file of the set."""
    files = found(data, SET, "*.csv")
    if not files:
        return []
    with TemporaryDirectory() as place:
        return list(_rows(files[0], Path(place) / "case"))


def _rows(file: Path, case: Path) -> Iterator[Row]:
    sijill("init", case)
    seconds = sijill("add", case, file).seconds
    with file.open(encoding="utf-8", newline="") as stream:
        wanted = list(csv.DictReader(stream))
    with open_ledger(read_case(case)) as ledger:
        documents, doubts = ledger.documents(), ledger.doubts()
        texts = [ledger.text(each.id).text for each in documents]
    rows = [row for row in map(row_of, texts) if row is not None]
    claims = [claim for at, text in enumerate(texts) for claim, _ in read_row(documents[at].id, text) or ()]
    best = sum(claim.toll.number or 0 for claim in claims if claim.toll is not None and claim.toll.subset_of is None)
    coded = sum(int(float(row["best"])) for row in wanted)
    back = b"".join(to_table(header_of(rows), [row.cells for row in rows]))
    lost = sum(dict(row.cells) != line for row, line in zip(rows, wanted, strict=True))
    violations = sum(each.question.code == "row_contradicts_itself" for each in doubts)
    yield Row(set=SET, measure="captured [s]", value=f"{seconds:.1f}", bar="< 20", note=f"{len(rows)} rows")
    yield Row(set=SET, measure="rows lost or changed", value=str(lost), bar="0", note=f"of {len(wanted)}")
    yield Row(set=SET, measure="deaths (best) in claims", value=f"{best:,}", bar=f"{coded:,}")
    yield Row(set=SET, measure="rows that contradict their codebook, asked", value=str(violations))
    same = "yes" if back.replace(b"\r\n", b"\n") == file.read_bytes().replace(b"\r\n", b"\n") else "no"
    told = csv.DictReader(back.decode().splitlines(keepends=True))
    read = [{name: as_said(cell) for name, cell in row.items()} for row in told]
    cells = "yes" if read == wanted else "no"
    yield Row(set=SET, measure="exported: the same cells", value=cells, bar="yes", note=f"the same bytes: {same}")


if __name__ == "__main__":
    sys.exit(printed(run, sys.argv[1:]))
