"""Every example of docs/guide.md runs, in the order of the page."""

import re
import shlex
from pathlib import Path

import pytest

from tests.acceptance.command_line import show, sijill

PAGE = Path(__file__).parents[2] / "docs" / "guide.md"
BLOCK = re.compile(r"^```(text|console)(?: (\S+))?\n(.*?)^```", re.MULTILINE | re.DOTALL)
STANDS_FOR = {"EVENT": "events", "CLAIM": "claims", "DOCUMENT": "documents", "DOUBT": "doubts"}


def test_every_example_runs(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    commands = 0
    for kind, name, content in BLOCK.findall(PAGE.read_text(encoding="utf-8")):
        if kind == "text":
            Path(name).write_text(content, encoding="utf-8")
            continue
        for line in content.splitlines():
            program, *words = shlex.split(line.removeprefix("$ "))
            assert program == "sijill", line
            ended = sijill(
                *(show("my-case", STANDS_FOR[word])[0]["id"] if word in STANDS_FOR else word for word in words)
            )
            assert (ended.code, ended.err) == (0, ""), line
            assert ended.out, line
            commands += 1
    assert commands >= 20


@pytest.mark.parametrize("command", ["init", "add", "run", "show", "why", "explain", "demo"])
def test_every_command_has_help(command):
    ended = sijill(command, "--help")
    assert ended.code == 0
    assert f"sijill {command}" in ended.out
