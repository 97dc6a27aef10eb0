"""`python -m bench.unseen PATH`: the rows; nothing is read from PATH."""

import sys

from bench.measure.reading import printed
from bench.unseen import run

sys.exit(printed(run, sys.argv[1:]))
