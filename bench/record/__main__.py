"""`python -m bench.record [PART...]`: the figures of the record, printed; all of them if no part is named."""

import sys

from bench.record import PARTS

for part in sys.argv[1:] or PARTS:
    for row in PARTS[part]():
        print(f"{row.measure:<52} {row.value:>28}  (aim {row.bar or '-'}) {row.note}", flush=True)
