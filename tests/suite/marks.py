"""Lines the tables up, takes the mark off what is read by now, and prints what is not.

python -m tests.suite.marks          `not yet read` is taken off where it no longer holds
python -m tests.suite.marks --new    and put under new sentences that are not read
"""

import sys
from collections.abc import Callable
from pathlib import Path

from tests.suite.reports import ALIKE, ARABIC, ENGLISH, MARK, Report, check_alike, check_version, reports_of, tally
from tests.suite.sentences import HERE, OPEN, Sentence, check, files, sentences_of


def main(arguments: list[str]) -> int:
    """Rewrites every file and prints one line for each: how much of it is read."""
    marking = "--new" in arguments
    for folder in ("en", "ar"):
        for file in files(folder):
            mend(file, [(each.line, {OPEN} & of_sentence(each), open_of(each)) for each in sentences_of(file)], marking)
    for file in files("reports"):
        found = list(reports_of(file))
        mend(file, [(each.line, of_report(each), set(each.open)) for each in found], marking)
        for language, version in (("en", "english"), ("ar", "arabic")):
            told = [tally(each, getattr(each, version)) for each in found]
            rows, right, wrong = (sum(column) for column in zip(*told, strict=True))
            print(f"  claims of {language}: {right} of {rows} read, {wrong} others")
    return 0


def of_sentence(sentence: Sentence) -> set[str]:
    """The marks that a sentence needs."""
    return set() if passes(lambda: check(sentence)) else {OPEN}


def open_of(sentence: Sentence) -> set[str]:
    """The marks that a sentence has."""
    return {OPEN} if sentence.open else set()


def of_report(report: Report) -> set[str]:
    """The marks that a report needs."""
    checks = {
        ENGLISH: lambda: check_version(report, report.english),
        ARABIC: lambda: check_version(report, report.arabic),
        ALIKE: lambda: check_alike(report),
    }
    return {name for name, checked in checks.items() if not passes(checked)}


def passes(checked: Callable[[], None]) -> bool:
    """Does a check not fail?"""
    try:
        checked()
    except AssertionError:
        return False
    return True


def mend(file: Path, found: list[tuple[int, set[str], set[str]]], marking: bool) -> None:
    """Rewrites one file. `found`: the first line of each block, the marks it needs, the marks it has."""
    marks = {line: needed if marking else needed & had for line, needed, had in found}
    broken = {line: needed - had for line, needed, had in found if needed - had and not marking}
    file.write_text(written(file, marks), encoding="utf-8")
    unread = sum(bool(needed) for _, needed, _ in found)
    worse = f"   no longer read: {broken}" if broken else ""
    print(f"{file.relative_to(HERE).with_suffix('')!s:<28}{len(found):>4} in all {unread:>4} not yet read{worse}")


def written(file: Path, marks: dict[int, set[str]]) -> str:
    """The file with its tables in line and its marks as they should be."""
    out: list[str] = []
    block: list[str] = []
    first = 0
    for number, line in enumerate([*file.read_text(encoding="utf-8").splitlines(), ""], 1):
        text = line.strip()
        if text and not text.startswith("#"):
            first = first if block else number
            block.append(text)
            continue
        if block:
            out += [*in_line(block), *mark(marks[first])]
            block = []
        out.append(text)
    return "\n".join(out).strip() + "\n"


def mark(names: set[str]) -> list[str]:
    """The line below a table that is not read."""
    if not names or names == {OPEN}:
        return sorted(names)
    return [MARK + ", ".join(name for name in (ENGLISH, ARABIC, ALIKE) if name in names)]


def in_line(block: list[str]) -> list[str]:
    """The lines of a block, its marks left out, every column as wide as its widest cell."""
    told = [each for each in block if each[0] in "><"]
    lines = [each for each in block if each[0] not in "><" and not each.startswith(OPEN)]
    rows = [[part.strip() for part in each.split("|")] for each in lines if not set(each) <= set("-+| ")]
    widths = [max(len(row[i]) if i < len(row) else 0 for row in rows) for i in range(max(map(len, rows)))]
    padded = [" | ".join(part.ljust(width) for part, width in zip(row, widths, strict=False)).rstrip() for row in rows]
    return [*told, *padded]


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
