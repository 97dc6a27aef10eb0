"""The large desk as a server of its own: `python -m bench.desk.serve FOLDER CLAIMS EVENTS` prints its port first."""

import random
import sys
from pathlib import Path
from time import monotonic

import uvicorn

from bench.desk.large import build_large
from sijill.cli.review import bound
from sijill.review.web.app import build_app

SAMPLE = 400


def main() -> None:
    """Build, print port, seconds and a sample of addresses, and serve until told to end."""
    folder, claims, events = Path(sys.argv[1]), int(sys.argv[2]), int(sys.argv[3])
    began = monotonic()
    desk = build_large(folder, claims=claims, events=events)
    view = desk._whole
    chosen = random.Random(7)
    config = uvicorn.Config(build_app(desk), host="127.0.0.1", port=0, log_level="critical", lifespan="off")
    listening = bound(config, 0)
    print(listening.getsockname()[1], round(monotonic() - began), len(view.claims), len(view.findings), flush=True)
    print(*(f"/events/{each.id}" for each in chosen.sample(list(view.findings), SAMPLE)), flush=True)
    print(*(f"/documents/{each}" for each in chosen.sample(list(view.documents), SAMPLE)), flush=True)
    uvicorn.Server(config).run(sockets=[listening])


if __name__ == "__main__":
    main()
