"""The repository as a tree of files and of syntax, read once for all tests of its shape."""

import ast
import subprocess
from functools import cache
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
STEPS = ("capture", "extract", "resolve", "link", "assess", "estimate", "publish", "store")
METHOD = ("model", "language", "extract", "resolve", "link", "assess", "estimate")


@cache
def files() -> tuple[Path, ...]:
    """Every file that is or would be committed, relative to the root."""
    listed = subprocess.run(
        ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"],
        cwd=ROOT,
        check=True,
        capture_output=True,
        text=True,
    ).stdout
    return tuple(sorted({Path(name) for name in listed.split("\0") if name and (ROOT / name).is_file()}))


@cache
def modules(folder: str = "sijill") -> tuple[Path, ...]:
    """Every Python module below a folder."""
    return tuple(path for path in files() if path.suffix == ".py" and path.parts[0] == folder)


@cache
def text(path: Path) -> str:
    return (ROOT / path).read_text(encoding="utf-8")


@cache
def tree(path: Path) -> ast.Module:
    return ast.parse(text(path), str(path))


def functions(path: Path) -> list[ast.FunctionDef | ast.AsyncFunctionDef]:
    return [node for node in ast.walk(tree(path)) if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)]


def imports(path: Path) -> list[str]:
    """The dotted names that a module imports, wherever it does; relative ones made absolute."""
    names = []
    for node in ast.walk(tree(path)):
        if isinstance(node, ast.Import):
            names += [each.name for each in node.names]
        elif isinstance(node, ast.ImportFrom):
            package = path.with_suffix("").parts[: -node.level] if node.level else ()
            origin = ".".join([*package, *([node.module] if node.module else [])])
            names += [f"{origin}.{each.name}" for each in node.names]
    return names


def step_of(path: Path) -> str | None:
    """The step that a module belongs to, if any."""
    return path.parts[1] if len(path.parts) > 2 and path.parts[1] in STEPS else None
