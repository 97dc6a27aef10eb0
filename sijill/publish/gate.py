"""The gate: nothing else writes to `published/`, and no figure passes whose words do not stand in a document.

A page of the house is written through a temporary file and renamed, so that a reader never meets half a page; only
pages whose bytes changed are written, and one that is no longer wanted is removed, if the gate's own list says that the
gate wrote it. A release is written beside its place and takes it whole: a reader never meets half a release.
"""

import filecmp
import re
import shutil
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Self

from sijill.errors import SijillError
from sijill.publish.sealed import Content, Sealed, sealed

LIST = "pages.txt"
Pages = Mapping[str, bytes] | Iterable[tuple[str, bytes]]
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


class NotMovable(SijillError):
    """A folder that cannot be put aside for a new release: the root of a disk, or one that others hold open."""

    def __init__(self, *, path: Path) -> None:
        super().__init__(f"{path} cannot be replaced as a whole; name a new folder inside it with --to")
        self.path = path


@dataclass(frozen=True, slots=True, kw_only=True)
class Passed:
    """What went through: names of pages written and removed, and how many were there already, byte for byte."""

    written: list[str]
    unchanged: int
    removed: list[str]


def let_out(out: Path, pages: Pages, *, kept: Collection[str] = ()) -> Passed:
    """Write the pages below `out`, each as it comes: none is kept in memory.

    pages   file name (`index.html`, `events/evt_x.html`) and its bytes
    kept    names of pages that are still wanted as they are
    """
    before, changed, wanted = _listed(out), [], set(kept)
    wanted &= before
    for name, content in pages.items() if isinstance(pages, Mapping) else pages:
        _must_be_ours(out, name, before)
        wanted.add(name)
        if not _same(out / name, content):
            if name not in before:
                _announce(out, name)
            _replace(out / name, content)
            changed.append(name)
    removed = sorted(name for name in before - wanted if (out / name).is_file())
    for name in removed:
        (out / name).unlink()
    listing = _listing(wanted)
    if not _same(out / LIST, listing):
        _replace(out / LIST, listing)
    return Passed(written=sorted(changed), unchanged=len(wanted) - len(changed), removed=removed)


class Staged:
    """A release that is written beside its place and takes it whole; until then whoever reads there reads the last one.

    `with Staged(out) as stage:` what fails inside leaves nothing of it. raises NotOurs, NotAPageName
    """

    def __init__(self, out: Path) -> None:
        self._out = out.resolve()
        self._before = _listed(self._out)
        self._folder, self._gone = (self._out.with_name(f".{self._out.name}.{end}") for end in ("part", "gone"))
        self.files: dict[str, Sealed] = {}

    def __enter__(self) -> Self:
        self.empty()
        return self

    def __exit__(self, *_: object) -> None:
        shutil.rmtree(self._folder, ignore_errors=True)

    def empty(self) -> None:
        """Begin anew. What a process that was killed left goes, and a release that it put aside is put back."""
        if self._gone.exists() and not self._out.exists():
            self._gone.rename(self._out)
            self._before = _listed(self._out)
        self._bring_back()
        if self._folder.exists():
            shutil.rmtree(self._folder)
        self._folder.mkdir(parents=True)
        self.files = {}

    def write(self, name: str, content: Content) -> Sealed:
        """One file, piece by piece."""
        _must_be_ours(self._out, name, self._before)
        path = self._folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        with path.open("wb") as stream:
            self.files[name] = sealed(content, stream.write)
        return self.files[name]

    def take_place(self) -> Passed:
        """The release stands where it is read. Files of others that are in no way of it stay there."""
        (self._folder / LIST).write_bytes(_listing(self.files))
        there = {name for name in self._before if (self._out / name).is_file()}
        changed = sorted(name for name in self.files if name not in there or not self._is_as_before(name))
        if self._out.exists():
            self._put_aside()
        self._folder.rename(self._out)
        self._bring_back()
        unchanged = len(self.files) - len(changed)
        return Passed(written=changed, unchanged=unchanged, removed=sorted(there - self.files.keys()))

    def _bring_back(self) -> None:
        """Files of others out of the release that was put aside, of which nothing is kept then."""
        ours = {*_listed(self._gone), LIST}
        for each in _files(self._gone):
            if each not in ours and not (self._out / each).exists():
                (self._out / each).parent.mkdir(parents=True, exist_ok=True)
                (self._gone / each).rename(self._out / each)
        shutil.rmtree(self._gone, ignore_errors=True)

    def _put_aside(self) -> None:
        try:
            self._out.rename(self._gone)
        except OSError as fault:
            raise NotMovable(path=self._out) from fault

    def _is_as_before(self, name: str) -> bool:
        return filecmp.cmp(self._out / name, self._folder / name, shallow=False)


def _files(folder: Path) -> list[str]:
    return [each.relative_to(folder).as_posix() for each in folder.rglob("*") if each.is_file()]


def _listing(names: Iterable[str]) -> bytes:
    return "".join(f"{name}\n" for name in sorted(names)).encode()


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


def _announce(out: Path, name: str) -> None:
    """A new page is listed before it is there: were the writing cut short, it would still be known as ours."""
    out.mkdir(parents=True, exist_ok=True)
    with (out / LIST).open("a", encoding="utf-8") as listing:
        listing.write(f"{name}\n")


def _replace(path: Path, content: bytes) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    waiting = path.with_name(path.name + ".part")
    waiting.write_bytes(content)
    waiting.replace(path)
