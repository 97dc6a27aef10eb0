"""The sample of the README: the events of the demonstration, as `make demo` prints them. Run this to write it again."""

import os
import subprocess
import sys
from pathlib import Path
from tempfile import TemporaryDirectory

PAGE = Path(__file__).resolve().parent.parent / "README.md"
START, END = "<!-- sample -->", "<!-- end of sample -->"
WIDTH = "118"


def demonstrated() -> str:
    """What the demonstration prints on a terminal of that width."""
    with TemporaryDirectory() as folder:
        command = [sys.executable, "-m", "sijill.cli.main", "demo", "--no-open", "--to", f"{folder}/demo-case"]
        wide = os.environ | {"COLUMNS": WIDTH, "NO_COLOR": "1"}
        return subprocess.run(command, env=wide, check=True, capture_output=True, text=True).stdout  # noqa: S603


def sample(printed: str) -> str:
    """Of what it printed, as far as its events and their contradictions."""
    events = printed.partition("\nsituations\n")[0]
    return "\n".join(line.rstrip() for line in events.strip().splitlines())


def write(page: Path, shown: str) -> None:
    """Replace what stands between the two marks of the page."""
    head, _, rest = page.read_text(encoding="utf-8").partition(START)
    tail = rest.partition(END)[2]
    page.write_text(f"{head}{START}\n```text\n{shown}\n```\n{END}{tail}", encoding="utf-8")


if __name__ == "__main__":
    write(PAGE, sample(demonstrated()))
    print(f"wrote the sample of {PAGE.name}")
