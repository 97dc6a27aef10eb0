"""`python -m bench.persons PATH`: print the rows and write nothing."""

import sys

from bench.measure.reading import printed
from bench.persons import run

if __name__ == "__main__":
    sys.exit(printed(run, sys.argv[1:]))
