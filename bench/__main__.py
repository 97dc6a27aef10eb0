"""Run every benchmark whose set is found, and rewrite the table of docs/benchmarks.md: `python -m bench --data DIR`."""

import argparse
import ast
import sys
from importlib import import_module
from pathlib import Path

from bench.row import Row

HERE = Path(__file__).parent
PAGE = HERE.parent / "docs" / "benchmarks.md"
START, END = "<!-- results -->", "<!-- end of results -->"
COLUMNS = ("set", "measure", "value", "bar", "note")


def main(arguments: list[str]) -> int:
    """Exit code 0 when something was measured, 2 when no set was found."""
    parser = argparse.ArgumentParser(prog="python -m bench", description=__doc__)
    parser.add_argument("--data", type=Path, required=True, help="the folder that holds the sets, one folder each")
    data = parser.parse_args(arguments).data
    if not data.is_dir():
        print(f"{data} is not a folder: name the folder that holds the sets, one folder each", file=sys.stderr)
        return 2
    rows = [row for name in benchmarks() for row in measured(name, data)]
    if not rows:
        print(f"no set that a benchmark knows was found in {data}", file=sys.stderr)
        return 2
    write(rows, PAGE)
    return 0


def benchmarks() -> list[str]:
    """The modules of this folder that declare `run`; others build things."""
    return [path.stem for path in sorted(HERE.glob("[a-z]*.py")) if _declares_run(path)]


def measured(name: str, data: Path) -> list[Row]:
    """What one benchmark says of its set; nothing where the set is not in `data`."""
    rows: list[Row] = import_module(f"bench.{name}").run(data)
    for row in rows:
        print(f"{row.set:<16} {row.measure:<40} {row.value:>12}  {row.bar}", flush=True)
    return rows


def write(rows: list[Row], page: Path) -> None:
    """Replace what stands between the two marks of the page."""
    head, _, rest = page.read_text(encoding="utf-8").partition(START)
    tail = rest.partition(END)[2]
    page.write_text(f"{head}{START}\n\n{table(rows)}\n\n{END}{tail}", encoding="utf-8")


def table(rows: list[Row]) -> str:
    """The rows as a Markdown table."""
    cells = [COLUMNS, ("---",) * len(COLUMNS), *(tuple(str(getattr(row, name)) for name in COLUMNS) for row in rows)]
    return "\n".join("| " + " | ".join(cell.replace("|", "\\|") for cell in row) + " |" for row in cells)


def _declares_run(path: Path) -> bool:
    body = ast.parse(path.read_text(encoding="utf-8")).body
    return any(isinstance(node, ast.FunctionDef) and node.name == "run" for node in body)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
