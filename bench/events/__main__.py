"""`python -m bench.events PATH`: the rows of linking."""

import sys

from bench.events import run
from bench.measure.reading import printed

sys.exit(printed(run, sys.argv[1:]))
