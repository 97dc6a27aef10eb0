"""`python -m bench.hostile DATA`: the rows of this benchmark on the screen."""

import sys
from pathlib import Path

from bench.hostile import run

if __name__ == "__main__":
    for row in run(Path(sys.argv[1])):
        print(f"{row.set:<12} {row.measure:<52} {row.value:>24}  {row.note}")
