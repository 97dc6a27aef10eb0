"""`python -m bench.estimate PATH`: the rows of this set."""

import sys

from bench.estimate import run
from bench.measure.reading import printed

sys.exit(printed(run, sys.argv[1:]))
