"""The desk as a server of its own, and a browser that works at it."""

import json
import os
import shutil
import subprocess
from pathlib import Path

import pytest

from tests.acceptance.command_line import sijill
from tests.acceptance.serving import served

HERE = Path(__file__).parent


@pytest.fixture(scope="session")
def belqara(tmp_path_factory):
    """The case that `sijill demo` makes. Not to be changed."""
    folder = tmp_path_factory.mktemp("demo") / "belqara"
    ended = sijill("demo", "--to", folder, "--no-open")
    assert ended.code == 0, ended.err
    return folder


@pytest.fixture
def desk(belqara, tmp_path):
    """A case of its own with its desk: folder and address."""
    folder = tmp_path / "case"
    shutil.copytree(belqara, folder)
    with served(folder) as desk:
        yield folder, desk.address


def drive(script, *arguments):
    """What a script of the browser printed, a record a line."""
    ended = subprocess.run(
        ["node", str(HERE / script), *arguments], capture_output=True, text=True, env=os.environ, check=False
    )
    assert ended.returncode == 0, ended.stderr[-2000:]
    return [json.loads(line) for line in ended.stdout.splitlines()]
