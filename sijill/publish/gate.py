"""The gate: nothing else writes to `published/`, and no figure passes whose words do not stand in a document.

A page is written through a temporary file and renamed, so that a reader never meets half a page. Only pages whose bytes
changed are written; a page that is no longer wanted is removed, if the gate's own list says that the gate wrote it.
"""

import re
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from pathlib import Path

from sijill.errors import SijillError

LIST = "pages.txt"
NAME = re.compile(
    r"(?:[a-z]{1,20}/){0,2}[A-Za-z0-9_-]{1,100}(?:\.[a-z_]{1,20})?"
    r"\.(?:html|md|py|csv|json|jsonl|jsonld|geojson|parquet|sqlite|svg|png|pdf|js|css|txt|woff2)\Z"
)


class NotAPageName(SijillError):
    """An id that would not make a plain file name."""

    def __init__(self, *, name: str) -> None:
        super().__init__(f"a page named {name[:80]!r}; ids must be letters, digits, - and _ only")
        self.name = name


class NotOurs(SijillError):
    """A file in the way that the gate did not write."""

    def __init__(self, *, path: Path) -> None:
        super().__init__(f"{path} is there and was not written by `sijill publish`; name an empty folder")
        self.path = path


@dataclass(frozen=True, slots=True, kw_only=True)
class Passed:
    """What went through: names of pages written and removed, and how many were there already, byte for byte."""

    written: list[str]
    unchanged: int
    removed: list[str]


def let_out(out: Path, pages: Mapping[str, bytes], *, kept: Collection[str] = ()) -> Passed:
    """Write the pages below `out`.

    pages   file name (`index.html`, `events/evt_x.html`) -> its bytes
    kept    names of pages that are still wanted as they are
    """
    before = _listed(out)
    wanted = set(pages) | (set(kept) & before)
    for name in pages:
        _must_be_ours(out, name, before)
    changed = [name for name in sorted(pages) if not _same(out / name, pages[name])]
    for name in changed:
        _replace(out / name, pages[name])
    removed = sorted(name for name in before - wanted if (out / name).is_file())
    for name in removed:
        (out / name).unlink()
    listing = "".join(f"{name}\n" for name in sorted(wanted)).encode()
    if not _same(out / LIST, listing):
        _replace(out / LIST, listing)
    return Passed(written=changed, unchanged=len(pages) - len(changed) + len(wanted - set(pages)), removed=removed)


def _listed(out: Path) -> set[str]:
    path = out / LIST
    if not path.is_file():
        return set()
    return {name for name in path.read_text(encoding="utf-8").splitlines() if NAME.match(name)}


def _must_be_ours(out: Path, name: str, before: Collection[str]) -> None:
    if not NAME.match(name):
        raise NotAPageName(name=name)
    if name not in before and (out / name).exists():
        raise NotOurs(path=out / name)


def _same(path: Path, content: bytes) -> bool:
    return path.is_file() and path.read_bytes() == content


def _replace(path: Path, content: bytes) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    waiting = path.with_name(path.name + ".part")
    waiting.write_bytes(content)
    waiting.replace(path)
