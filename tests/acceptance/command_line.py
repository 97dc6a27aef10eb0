"""The command line as a user meets it: words in, an exit code and two streams of text out."""

import io
import json
import os
import subprocess
import sys
from contextlib import redirect_stderr, redirect_stdout
from dataclasses import dataclass
from pathlib import Path

from sijill import demo
from sijill.cli.main import call


@dataclass(frozen=True)
class Ended:
    """How a command ended."""

    code: int
    out: str
    err: str

    def records(self):
        """The records of `--format jsonl`."""
        return [json.loads(line) for line in self.out.splitlines()]


def sijill(*words):
    """Run a command in this process."""
    out, err = io.StringIO(newline=""), io.StringIO()
    with redirect_stdout(out), redirect_stderr(err):
        code = call([str(word) for word in words])
    return Ended(code, out.getvalue(), err.getvalue())


def shell(*words, folder=None, **environment):
    """Run a command in a process of its own, in a bare environment."""
    ended = subprocess.run(
        [sys.executable, "-m", "sijill.cli.main", *map(str, words)],
        cwd=folder,
        env={"PATH": os.environ["PATH"], **environment},
        capture_output=True,
        check=False,
    )
    return Ended(ended.returncode, ended.stdout.decode(), ended.stderr.decode())


def show(case, kind, *filters):
    """The records that `show` exports."""
    ended = sijill("show", case, kind, "--format", "jsonl", *filters)
    assert ended.code == 0, ended.err
    return ended.records()


def files_of(*folders):
    """Every file below some folders, by its path and bytes."""
    return {
        f"{folder.name}/{path.relative_to(folder).as_posix()}": path.read_bytes()
        for folder in map(Path, folders)
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


def without_estimates(case):
    """Leave a copy of the demonstration two of its lists, too few to estimate from: that takes longest of all steps."""
    first, second, *_ = (each.source for each in demo.LISTS)
    settings = case / "case.toml"
    settings.write_text(settings.read_text() + f'\n[estimate]\nlists = ["{first}", "{second}"]\n')
    assert sijill("run", case).code == 0
