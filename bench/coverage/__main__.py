"""`python -m bench.coverage PATH`: the rows; nothing is read from PATH."""

import sys

from bench.coverage import run
from bench.measure.reading import printed

sys.exit(printed(run, sys.argv[1:]))
