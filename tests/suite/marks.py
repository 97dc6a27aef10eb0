"""Lines the tables up, takes the mark off what is read by now, and prints what is not.

python -m tests.suite.marks          `not yet read` is taken off where it no longer holds
python -m tests.suite.marks --new    and put under new sentences that are not read
"""

import sys
from pathlib import Path

from tests.suite.sentences import HERE, OPEN, Sentence, files, is_read, sentences_of

FOLDERS = ("en", "ar")


def main(arguments: list[str]) -> int:
    """Rewrites every file and prints one line for each area: read, not read."""
    for folder in FOLDERS:
        for file in files(folder):
            found = list(sentences_of(file))
            unread = {each.line for each in found if not is_read(each)}
            marked = unread if "--new" in arguments else unread & {each.line for each in found if each.open}
            file.write_text(written(file, found, marked), encoding="utf-8")
            broken = [each.line for each in found if each.line in unread - marked]
            worse = f"   no longer read: lines {broken}" if broken else ""
            name = file.relative_to(HERE).with_suffix("")
            print(f"{name!s:<28}{len(found):>4} sentences {len(unread):>4} not yet read{worse}")
    return 0


def written(file: Path, found: list[Sentence], marked: set[int]) -> str:
    """The file with its tables in line and its marks as they should be."""
    starts = {each.line: each for each in found}
    lines = file.read_text(encoding="utf-8").splitlines()
    out: list[str] = []
    number = 1
    while number <= len(lines):
        sentence = starts.get(number)
        if sentence is None:
            out.append(lines[number - 1].strip())
            number += 1
            continue
        block = []
        while number <= len(lines) and lines[number - 1].strip():
            block.append(lines[number - 1].strip())
            number += 1
        out += [
            *(each for each in block if each[0] in ">#"),
            *in_line(block),
            *([OPEN] if sentence.line in marked else []),
        ]
    return "\n".join(out).strip() + "\n"


def in_line(block: list[str]) -> list[str]:
    """The rows of a table, every column as wide as its widest cell."""
    rows = [
        [part.strip() for part in each.split("|")]
        for each in block
        if each[0] not in ">#" and each != OPEN and not set(each) <= set("-+| ")
    ]
    widths = [max(len(row[i]) if i < len(row) else 0 for row in rows) for i in range(max(map(len, rows)))]
    return [" | ".join(part.ljust(width) for part, width in zip(row, widths, strict=False)).rstrip() for row in rows]


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
