"""Run every benchmark whose set is found, and rewrite its table of docs/benchmarks.md: `python -m bench --data DIR`."""

import argparse
import ast
import re
import sys
from collections.abc import Mapping
from importlib import import_module
from pathlib import Path

from bench.measure.row import Row

HERE = Path(__file__).parent
PAGE = HERE.parent / "docs" / "benchmarks.md"
START, END = "<!-- results -->", "<!-- end of results -->"
COLUMNS = ("set", "measure", "value", "bar", "note")
TABLE = re.compile(r"^### (\w+)\n\n((?:\|.*\n)+)", re.M)


def main(arguments: list[str]) -> int:
    """Exit code 0 when something was measured, 2 when no set was found."""
    parser = argparse.ArgumentParser(prog="python -m bench", description=__doc__)
    parser.add_argument("--data", type=Path, required=True, help="the folder that holds the sets, one folder each")
    parser.add_argument(
        "--only", nargs="+", choices=benchmarks(), metavar="NAME", help="these; the others stay as they are"
    )
    told = parser.parse_args(arguments)
    if not told.data.is_dir():
        print(f"{told.data} is not a folder: name the folder that holds the sets, one folder each", file=sys.stderr)
        return 2
    found = {name: rows for name in told.only or benchmarks() if (rows := measured(name, told.data))}
    if not found:
        print(f"no set that a benchmark knows was found in {told.data}", file=sys.stderr)
        return 2
    write(found, PAGE)
    return 0


def benchmarks() -> list[str]:
    """The modules and packages of this folder that declare `run`; others build things."""
    paths = [*HERE.glob("[a-z]*.py"), *HERE.glob("[a-z]*/__init__.py")]
    return sorted(path.parent.name if path.stem == "__init__" else path.stem for path in paths if _declares_run(path))


def measured(name: str, data: Path) -> list[Row]:
    """What one benchmark says of its set, row by row as it comes; nothing where the set is not in `data`."""
    rows: list[Row] = []
    for row in import_module(f"bench.{name}").run(data):
        rows.append(row)
        print(f"{row.set:<16} {row.measure:<40} {row.value:>12}  {row.bar}", flush=True)
    return rows


def write(found: Mapping[str, list[Row]], page: Path) -> None:
    """Replace the tables of these benchmarks between the two marks of the page; the tables of others stay."""
    head, _, rest = page.read_text(encoding="utf-8").partition(START)
    between, _, tail = rest.partition(END)
    known = {name: kept.rstrip() for name, kept in TABLE.findall(between)} | {
        name: table(rows) for name, rows in found.items()
    }
    told = "\n\n".join(f"### {name}\n\n{known[name]}" for name in sorted(known))
    page.write_text(f"{head}{START}\n\n{told}\n\n{END}{tail}", encoding="utf-8")


def table(rows: list[Row]) -> str:
    """The rows as a Markdown table."""
    cells = [COLUMNS, ("---",) * len(COLUMNS), *(tuple(str(getattr(row, name)) for name in COLUMNS) for row in rows)]
    return "\n".join("| " + " | ".join(cell.replace("|", "\\|") for cell in row) + " |" for row in cells)


def _declares_run(path: Path) -> bool:
    body = ast.parse(path.read_text(encoding="utf-8")).body
    return any(isinstance(node, ast.FunctionDef) and node.name == "run" for node in body)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
