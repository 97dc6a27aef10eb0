"""tests/spec as a document: a chapter for each module, a sentence for each test, its example beneath.

`python docs/specification.py` prints it; with `--write` it becomes docs/specification.md.
"""

import ast
import sys
from collections.abc import Iterator
from inspect import cleandoc
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
PAGE = ROOT / "docs" / "specification.md"
HEAD = """# Specification

Written by `make docs` from `tests/spec`: every sentence below is a test that passes. Edit the tests, not this page.
"""


def document(folder: Path = ROOT / "tests" / "spec") -> str:
    """The whole specification as Markdown, chapters in the order of their file names."""
    chapters = (ast.parse(path.read_text(encoding="utf-8")) for path in sorted(folder.glob("test_*.py")))
    return "\n".join([HEAD, *(line for chapter in chapters for line in _chapter(chapter))])


def _chapter(module: ast.Module) -> Iterator[str]:
    title, _, preface = (ast.get_docstring(module) or "").partition("\n")
    yield f"## {title.rstrip('.')}\n"
    if preface.strip():
        yield f"{preface.strip()}\n"
    for each in module.body:
        if isinstance(each, ast.FunctionDef) and each.name.startswith("test_"):
            yield from _behaviour(each)


def _behaviour(test: ast.FunctionDef) -> Iterator[str]:
    sentence = test.name.removeprefix("test_").replace("_", " ")
    yield f"**{sentence[0].upper()}{sentence[1:]}.**\n"
    if said := ast.get_docstring(test):
        yield f"{said}\n"
    for decorator in test.decorator_list:
        yield from _cases(decorator)
    for node in ast.walk(test):
        yield from _example(node)


def _cases(decorator: ast.expr) -> Iterator[str]:
    """The rows of `pytest.mark.parametrize`, where they are plain values."""
    if not (isinstance(decorator, ast.Call) and ast.unparse(decorator.func).endswith("parametrize")):
        return
    try:
        names, rows = ast.literal_eval(decorator.args[0]), ast.literal_eval(decorator.args[1])
    except ValueError:
        return
    columns = [name.strip() for name in (names.split(",") if isinstance(names, str) else names)]
    yield _row(columns)
    yield _row(["---"] * len(columns))
    for row in rows:
        yield _row([_cell(value) for value in (row if len(columns) > 1 else (row,))])
    yield ""


def _example(node: ast.AST) -> Iterator[str]:
    """A report and the table of what is read from it: a call with a text and a table."""
    if not (isinstance(node, ast.Call) and len(node.args) >= 2):
        return
    text, table = (each.value if isinstance(each, ast.Constant) else None for each in node.args[:2])
    if isinstance(text, str) and isinstance(table, str) and "|" in table:
        yield "> " + cleandoc(text).replace("\n", "\n> ") + "\n"
        yield f"```text\n{cleandoc(table)}\n```\n"


def _row(cells: list[str]) -> str:
    return "| " + " | ".join(cells) + " |"


def _cell(value: object) -> str:
    return "" if value is None else str(value).replace("|", "\\|").replace("\n", " ")


if __name__ == "__main__":
    text = document()
    if "--write" in sys.argv[1:]:
        PAGE.write_text(text, encoding="utf-8")
        print(f"wrote {PAGE.relative_to(ROOT)}")
    else:
        print(text)
