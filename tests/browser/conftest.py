"""The desk as a server of its own, and a browser that works at it."""

import json
import os
import shutil
import subprocess
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from tests.acceptance.command_line import sijill
from tests.acceptance.serving import served
from tests.unit.capture.pdfs import pdf

HERE = Path(__file__).parent


@pytest.fixture(scope="session")
def prepared(belqara_unestimated, tmp_path_factory):
    """The case with a PDF that says nothing of harm, and a register of all of it. Not to be changed."""
    place = tmp_path_factory.mktemp("prepared")
    folder, sheet = place / "case", place / "minutes.pdf"
    shutil.copytree(belqara_unestimated, folder)
    sheet.write_bytes(pdf([(50, 700, "The council met and heard nobody.")], [(50, 700, "It will meet again.")]))
    for words in (("add", folder, sheet, "--published", "2021-03-12", "--source", "Sarrin Daily"), ("run", folder)):
        ended = sijill(*words)
        assert ended.code == 0, ended.err
    return folder


@pytest.fixture
def desk(prepared, tmp_path):
    """A copy of the prepared case, and its desk: folder and address."""
    folder = shutil.copytree(prepared, tmp_path / "case")
    with served(folder) as desk:
        yield folder, desk.address


def drive_at_once(*driven):
    """What each of some scripts printed, each given with its arguments: they wait for each other's pages meanwhile."""
    with ThreadPoolExecutor(len(driven)) as pool:
        return list(pool.map(lambda each: drive(*each), driven))


def drive(script, *arguments):
    """What a script of the browser printed, a record a line."""
    ended = subprocess.run(
        ["node", str(HERE / script), *arguments], capture_output=True, text=True, env=os.environ, check=False
    )
    assert ended.returncode == 0, ended.stderr[-2000:]
    return [json.loads(line) for line in ended.stdout.splitlines()]
