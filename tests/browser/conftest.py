"""The desk as a server of its own, and a browser that works at it."""

import json
import os
import shutil
import subprocess
import sys
from contextlib import contextmanager
from pathlib import Path

import pytest

from tests.acceptance.command_line import sijill

HERE = Path(__file__).parent


@pytest.fixture(scope="session")
def belqara(tmp_path_factory):
    """The case that `sijill demo` makes. Not to be changed."""
    folder = tmp_path_factory.mktemp("demo") / "belqara"
    ended = sijill("demo", "--to", folder, "--no-open")
    assert ended.code == 0, ended.err
    return folder


@contextmanager
def served(case):
    """The address of `sijill review` over a case, until the block ends."""
    process = subprocess.Popen(
        [sys.executable, "-m", "sijill.cli.main", "review", str(case), "--port", "0", "--no-open"],
        stdout=subprocess.PIPE,
        text=True,
    )
    try:
        line = process.stdout.readline()
        yield line.split()[-1].rstrip("/")
    finally:
        process.terminate()
        process.wait(20)


@pytest.fixture
def desk(belqara, tmp_path):
    """A case of its own with its desk: folder and address."""
    folder = tmp_path / "case"
    shutil.copytree(belqara, folder)
    with served(folder) as address:
        yield folder, address


def drive(script, *arguments):
    """What a script of the browser printed, a record a line."""
    ended = subprocess.run(
        ["node", str(HERE / script), *arguments], capture_output=True, text=True, env=os.environ, check=False
    )
    assert ended.returncode == 0, ended.stderr[-2000:]
    return [json.loads(line) for line in ended.stdout.splitlines()]
