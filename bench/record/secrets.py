"""An encrypted case, seeded secrets in every field that holds words, and every file of it searched for them."""

import json
import os
import random
import subprocess
import sys
import tempfile
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

SEED = 20310504
PASSPHRASE = "correct horse battery staple"
SYLLABLES = ("vel", "ka", "dor", "mi", "tar", "run", "os", "bel", "qua", "ner", "ish", "zu")


def secrets(count: int) -> list[str]:
    """Names that nobody bears: long enough not to come about by chance."""
    chance = random.Random(SEED)
    return ["".join(chance.choice(SYLLABLES) for _ in range(6)).title() + f"{number:03}" for number in range(count)]


def fill(case: Path, hidden: Sequence[str], folder: Path) -> None:
    """A new encrypted case with the secrets in texts, titles, sources, file names, a decision and a saved map; run."""
    (folder / "passphrase").write_text(PASSPHRASE)
    quarters = [hidden[start::4] for start in range(4)]
    rows = [
        {"title": f"Attack on {title}", "source": source, "text": f"{name} was killed by shelling in {place}. 12 died."}
        for title, source, name, place in zip(*quarters, strict=True)
    ]
    table = folder / "reports.jsonl"
    table.write_text("".join(json.dumps(each) + "\n" for each in rows))
    for number, each in enumerate(hidden):
        (folder / f"{each}.txt").write_text(f"{number} people were killed in {each} on Monday, said {each}.")
    command(folder, "init", case, "--encrypt", "--title", "a case")
    command(folder, "add", case, table, "--map", "text=text,title=title,source=source", "--save-map", hidden[0])
    command(folder, "add", case, *sorted(folder.glob("*.txt")))
    command(folder, "run", case, "--jobs", "1")
    command(folder, "show", case, "documents")
    command(folder, "verify", case)


def command(folder: Path, *arguments: str | Path) -> str:
    """One command as its user runs it; what it said on stderr, which could be a log."""
    (folder / "tmp").mkdir(exist_ok=True)
    own = {"SIJILL_PASSPHRASE_FILE": str(folder / "passphrase"), "TMPDIR": str(folder / "tmp")}
    done = subprocess.run(
        [sys.executable, "-m", "sijill.cli.main", *map(str, arguments)],
        env={**os.environ, **own}, check=True, capture_output=True, text=True,
    )  # fmt: skip
    with (folder / "stderr.log").open("a") as log:
        log.write(done.stderr)
    return done.stdout


def shown(hidden: Iterable[str], files: Iterable[Path]) -> Mapping[str, list[str]]:
    """The secrets that stand in a file or in its name, in UTF-8 or UTF-16, by file."""
    wanted = [(each, (each.encode(), each.lower().encode(), each.encode("utf-16-le"))) for each in hidden]
    found: dict[str, list[str]] = {}
    for path in files:
        held = path.read_bytes() + str(path.name).encode()
        here = [each for each, forms in wanted if any(form in held for form in forms)]
        if here:
            found[path.name] = here
    return found


def measured(count: int) -> tuple[int, Mapping[str, list[str]]]:
    """Files of the case, of the temporary folder and of what was said that were searched; what was found in them."""
    hidden = secrets(count)
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        case = folder / "case"
        fill(case, hidden, folder)
        searched = [each for root in (case, folder / "tmp") for each in root.rglob("*") if each.is_file()]
        return len(searched) + 1, shown(hidden, [*searched, folder / "stderr.log"])
