"""Every example of docs/guide.md runs, in the order of the page."""

import re
import shlex
from pathlib import Path

import pytest

from tests.acceptance.command_line import show, sijill

PAGE = Path(__file__).parents[2] / "docs" / "guide.md"
BLOCK = re.compile(r"^```(text|console)(?: (\S+))?\n(.*?)^```", re.MULTILINE | re.DOTALL)
STANDS_FOR = {
    "EVENT": ("events", "id"),
    "CLAIM": ("claims", "id"),
    "DOCUMENT": ("documents", "id"),
    "DOUBT": ("doubts", "id"),
    "PERSON": ("persons", "id"),
    "LEFT": ("pairs", "left"),
    "RIGHT": ("pairs", "right"),
}


def stood_for(word):
    """The id of the first record that a word in capitals stands for; any other word as it is."""
    if word not in STANDS_FOR:
        return word
    kind, name = STANDS_FOR[word]
    return show("my-case", kind)[0][name]


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
            ended = sijill(*map(stood_for, words))
            assert (ended.code, ended.err) == (0, ""), line
            assert ended.out, line
            commands += 1
    assert commands >= 20


@pytest.mark.parametrize("command", ["init", "add", "run", "show", "why", "explain", "demo"])
def test_every_command_has_help(command):
    ended = sijill(command, "--help")
    assert ended.code == 0
    assert f"sijill {command}" in ended.out
