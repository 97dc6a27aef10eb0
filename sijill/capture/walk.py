"""Files and folders, in an order that no locale, file system or working directory changes."""

import os
import stat
import unicodedata
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from sijill.errors import SijillError
from sijill.model.document import Provenance

JOINERS = "\N{ZERO WIDTH NON-JOINER}\N{ZERO WIDTH JOINER}"
"""Words in Arabic script are written with them."""
STEERING = ("Cc", "Cf", "Cs", "Zl", "Zp")
"""Characters that break a line, turn its direction or steer a terminal (general categories of Unicode)."""


class NothingThere(SijillError):
    """A path that leads nowhere."""

    def __init__(self, *, path: Path) -> None:
        super().__init__(f"no file or folder {printable(str(path))!r}: check the path")
        self.path = path


@dataclass(frozen=True, slots=True, kw_only=True)
class Spotted:
    """A file to be captured. name: its place in the folder that was named, or its bare name. Never used as a path.

    content      its bytes, where it is no file but what an address gave
    media_type   as it is known without a look at it
    custody      what others say was done to it before
    """

    path: Path
    name: str
    content: bytes | None = None
    media_type: str | None = None
    custody: tuple[Provenance, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class LeftOut:
    """What is no file of the folder: link | special | unreadable | closed."""

    name: str
    reason: str


def walk(root: Path, *, closed: Callable[[Path], bool] = lambda folder: False) -> Iterator[Spotted | LeftOut]:
    """Every file under `root` (or `root` itself), sorted by the bytes of its name. Links are not followed, but named.

    closed   folders below `root` that are named and not entered          raises   NothingThere
    """
    if not root.exists():
        raise NothingThere(path=root)
    if root.is_dir():
        yield from _folder(root, prefix="", closed=closed)
    else:
        yield _one(root, printable(root.name))


def printable(name: str) -> str:
    """The name as text: bytes that are not UTF-8 are shown as \\udcXX."""
    return name.encode("utf-8", "backslashreplace").decode()


def on_one_line(name: str) -> str:
    """The name as it is shown to people: what would steer a line or a terminal stands there as \\n, \\x1b, \\u202e."""
    return name if name.isprintable() else "".join(map(_shown, name))


def _shown(character: str) -> str:
    steers = unicodedata.category(character) in STEERING and character not in JOINERS
    return character.encode("unicode_escape").decode() if steers else character


def _folder(folder: Path, *, prefix: str, closed: Callable[[Path], bool]) -> Iterator[Spotted | LeftOut]:
    try:
        inside: Iterable[os.DirEntry[str]] = sorted(os.scandir(folder), key=lambda each: os.fsencode(each.name))
    except PermissionError:
        yield LeftOut(name=prefix or printable(folder.name), reason="unreadable")
        return
    for each in inside:
        name = prefix + printable(each.name)
        if each.is_symlink():
            yield LeftOut(name=name, reason="link")
        elif each.is_dir() and closed(Path(each.path)):
            yield LeftOut(name=name, reason="closed")
        elif each.is_dir():
            yield from _folder(Path(each.path), prefix=name + "/", closed=closed)
        else:
            yield _one(Path(each.path), name)


def _one(path: Path, name: str) -> Spotted | LeftOut:
    if not stat.S_ISREG(path.stat().st_mode):
        return LeftOut(name=name, reason="special")
    return Spotted(path=path, name=name) if os.access(path, os.R_OK) else LeftOut(name=name, reason="unreadable")
