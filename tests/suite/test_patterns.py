"""No pattern can blow up, and reading costs no more for each character of a long text than of a short one."""

import ast
import importlib
import pkgutil
import re
from functools import cache
from pathlib import Path
from time import process_time

import pytest

import sijill.capture
import sijill.extract
import sijill.language
from sijill.extract.document import extract
from sijill.model.document import DocumentId
from tests.spec.invented import WORDS
from tests.suite.sentences import sentences

SIZE = 100_000  # characters
LIMIT = 0.05  # seconds of one core, per pattern and attack
A_MATCH = 2e-6  # seconds more for each match that is asked for
SLOWER = 1.7  # a text eight times as long may cost this many times eight times as much
ATTACKS = [
    "a", "A", "0", " ", "\n", ".", "-", ",", "'", '"', "1,", "1 ", "a ", "A. ", "12 and ", "killed ", "قتل ", "ا",
    '<c r="A1" ', "<meta ", "<meta charset= ", "data:a/b;base64,", "data:a", "<table-cell ", "# ", "## \t", "<c <",
    "Page saved with SingleFile url: ", "number-rows-repeated=",
    "١", "و ", "00:0", "1/1/", "2031-", "\u0651", "of the ", "\u200f", "(", "Mr ",
]  # fmt: skip


USES = {  # each gives the number of matches
    "search": lambda pattern, text: pattern.search(text) is not None,
    "match": lambda pattern, text: pattern.match(text) is not None,
    "fullmatch": lambda pattern, text: pattern.fullmatch(text) is not None,
    "finditer": lambda pattern, text: sum(1 for _ in pattern.finditer(text)),
    "findall": lambda pattern, text: len(pattern.findall(text)),
    "sub": lambda pattern, text: pattern.subn("", text)[1],
    "split": lambda pattern, text: len(pattern.split(text)),
}


@cache
def uses():
    """Every pattern that a module of these packages holds or writes out, with each method it is used by."""
    held, written, named = {}, set(), set()
    for package in (sijill.language, sijill.extract, sijill.capture):
        for module in pkgutil.walk_packages(package.__path__, f"{package.__name__}."):
            loaded = importlib.import_module(module.name)
            held |= {name: value for name, value in vars(loaded).items() if isinstance(value, re.Pattern)}
            there, here = calls(ast.parse(Path(loaded.__file__).read_text(encoding="utf-8")))
            named |= there
            written |= here
    kept = {(pattern, use) for name, use in named if (pattern := held.get(name)) is not None}
    idle = {pattern for name, pattern in held.items() if name not in {name for name, _ in named}}
    found = kept | {(re.compile(text), use) for text, use in written} | {(each, "search") for each in idle}
    return sorted(found, key=lambda each: (str(each[0].pattern), each[0].flags, each[1]))


def calls(module):
    """`NAME.search(...)` as (name, "search"), and `re.search("...", ...)` as ("...", "search")."""
    named, written = set(), set()
    for node in ast.walk(module):
        use = node.func.attr if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) else ""
        if use not in USES or not isinstance(node.func.value, ast.Name):
            continue
        first = node.args[0] if node.args else None
        if node.func.value.id != "re":
            named.add((node.func.value.id, use))
        elif isinstance(first, ast.Constant) and isinstance(first.value, str):
            written.add((first.value, use))
    return named, written


def test_the_patterns_of_the_packages_are_found():
    assert len(uses()) > 10


def named(value):
    """A test's name: how the pattern begins, or how it is used."""
    return value if isinstance(value, str) else str(value.pattern)[:40].encode("unicode_escape").decode()


@pytest.mark.parametrize(("pattern", "use"), uses(), ids=named)
def test_no_attack_makes_a_pattern_slow(pattern, use):
    """Short texts first, so that a pattern that blows up fails soon."""
    for attack in ATTACKS:
        for size in (SIZE // 50, SIZE // 7, SIZE):
            text = (attack * (size // len(attack) + 1))[: size - 1] + "\x00"
            text = text.encode() if isinstance(pattern.pattern, bytes) else text
            started = process_time()
            matches = USES[use](pattern, text)
            spent = process_time() - started
            assert spent < LIMIT + A_MATCH * matches, (
                f"{pattern.pattern!r} takes {spent:.2f} s for {size} characters of {attack!r}"
            )


@pytest.mark.parametrize("language", ["en", "ar"])
def test_cost_is_linear_in_length(language):
    """Every fifth sentence of the suite as one text, and eight times that."""
    text = "\n\n".join(each.report for each in sentences(language)[::5])
    once = min(seconds(text) for _ in range(2))
    eight = "\n\n".join([text] * 8)
    assert min(seconds(eight) for _ in range(2)) < SLOWER * 8 * once


def seconds(text):
    """Of one core, to read the text."""
    started = process_time()
    extract(DocumentId("doc_suite"), text, WORDS)
    return process_time() - started
