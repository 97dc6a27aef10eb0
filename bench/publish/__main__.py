"""One size by hand: `python -m bench.publish EVENTS [--dossiers]`."""

import sys

from bench.publish import measured

for row in measured(int(sys.argv[1]), dossiers="--dossiers" in sys.argv):
    print(f"{row.measure:<40} {row.value:>8}  {row.bar}  {row.note}")
