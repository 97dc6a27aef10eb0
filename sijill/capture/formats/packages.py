"""Formats that are ZIP files inside: what one holds says what it is, and no member grows beyond what it may."""

import zipfile
import zlib
from collections.abc import Iterator
from contextlib import contextmanager

from lxml import etree

from sijill.capture.content import Content, Unreadable, opened
from sijill.capture.kinds import BY_SUFFIX, Kind
from sijill.model.document import State

MEMBER = 256_000_000
ENCRYPTED = 0x1
MEMBERS = 100_000
CHUNK = 1 << 20
BROKEN = (zipfile.BadZipFile, zlib.error, EOFError, OSError, ValueError, IndexError, KeyError)


@contextmanager
def package(content: Content) -> Iterator[zipfile.ZipFile]:
    """The ZIP file, open. Raises Unreadable where it is none."""
    with opened(content) as stream:
        try:
            archive = zipfile.ZipFile(stream)
        except (*BROKEN, NotImplementedError, OverflowError) as fault:
            raise Unreadable(State.CORRUPT, str(fault)) from fault
        if len(archive.infolist()) > MEMBERS:
            raise Unreadable(State.TOO_LARGE, f"{len(archive.infolist())} members")
        with archive:
            yield archive


def member(archive: zipfile.ZipFile, info: zipfile.ZipInfo, *, limit: int = MEMBER) -> bytes:
    """The bytes of a member, of its own size or not: never more than `limit`. Raises Unreadable."""
    if info.flag_bits & ENCRYPTED:
        raise Unreadable(State.ENCRYPTED, "the member has a password")
    if info.file_size > limit:
        raise Unreadable(State.TOO_LARGE, f"{info.file_size} bytes, at most {limit} are read at once")
    try:
        with archive.open(info) as stream:
            data = stream.read(limit + 1)
    except (NotImplementedError, RuntimeError) as fault:
        raise Unreadable(State.UNSUPPORTED, str(fault)) from fault
    except BROKEN as fault:
        raise Unreadable(State.CORRUPT, str(fault)) from fault
    if len(data) > limit:
        raise Unreadable(State.TOO_LARGE, f"more than {limit} bytes")
    return data


def named_member(archive: zipfile.ZipFile, name: str) -> bytes | None:
    """The bytes of the member of that name; None if there is none."""
    info = next((each for each in archive.infolist() if each.filename.lstrip("/").replace("\\", "/") == name), None)
    return None if info is None else member(archive, info)


def kind_inside(content: Content) -> tuple[Kind, str]:
    """What a file that begins like a ZIP file is."""
    with package(content) as archive:
        names = {each.filename.lstrip("/").replace("\\", "/") for each in archive.infolist()}
        mime = _mimetype(archive) if "mimetype" in names else ""
    if any(name.startswith("word/") for name in names) and "[Content_Types].xml" in names:
        return BY_SUFFIX[".docx"][0], BY_SUFFIX[".docx"][1]
    if any(name.lower().startswith("xl/") for name in names):
        return BY_SUFFIX[".xlsx"]
    if mime.startswith("application/vnd.oasis.opendocument.spreadsheet"):
        return BY_SUFFIX[".ods"]
    if mime:
        return Kind.UNKNOWN, mime
    if "datapackage.json" in names and any(name.startswith("archive/") for name in names):
        return BY_SUFFIX[".wacz"]
    return BY_SUFFIX[".zip"]


def xml(data: bytes) -> etree._Element:
    """A tree of XML: no entity is resolved, nothing is fetched, nothing grows beyond what stands there."""
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False, recover=False)
    try:
        return etree.fromstring(data, parser)
    except (etree.LxmlError, ValueError) as fault:
        raise Unreadable(State.CORRUPT, str(fault)) from fault


def _mimetype(archive: zipfile.ZipFile) -> str:
    info = archive.getinfo("mimetype")
    return member(archive, info, limit=1000).decode("ascii", "replace").strip()
