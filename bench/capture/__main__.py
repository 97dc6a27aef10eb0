"""`python -m bench.capture [DOCUMENTS]`: small documents, or with no number also every type."""

import sys
from pathlib import Path

from bench.capture import run
from bench.capture.small import measure

if __name__ == "__main__":
    for row in measure(int(sys.argv[1])) if sys.argv[1:] else run(Path()):
        print(f"{row.measure:<40} {row.value:>14} {row.note}")
