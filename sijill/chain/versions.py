"""The version of a step is what it is made of: a change of its code or of its word lists makes its results anew."""

from functools import lru_cache
from hashlib import sha256
from importlib.resources import files
from importlib.resources.abc import Traversable

READ = (".py", ".tsv", ".csv", ".json", ".html", ".css", ".js", ".jinja")


@lru_cache(maxsize=32)
def version_of(*parts: str) -> str:
    """SHA-256 over the sources and tables of some parts of Sijill ("extract", "language"), in a fixed order; hex."""
    hashed = sha256()
    for part in parts:
        _add(hashed, files("sijill") / part, part)
    return hashed.hexdigest()


def digest(*values: str | None) -> str:
    """One key for several values; a missing one differs from an empty one."""
    hashed = sha256()
    for each in values:
        written = b"-" if each is None else b"+" + each.encode()
        hashed.update(str(len(written)).encode() + b":" + written)
    return hashed.hexdigest()


def _add(hashed: "sha256", at: Traversable, path: str) -> None:  # type: ignore[valid-type]
    if at.is_dir():
        for each in sorted(at.iterdir(), key=lambda inner: inner.name):
            if each.name != "__pycache__":
                _add(hashed, each, f"{path}/{each.name}")
    elif at.name.endswith(READ):
        content = at.read_bytes()
        hashed.update(f"{path}\n{len(content)}\n".encode() + content)  # type: ignore[attr-defined]
