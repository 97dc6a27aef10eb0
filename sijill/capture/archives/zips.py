"""ZIP and gzip files: each member is a document, or many. Names of members are shown to people and are never paths."""

import gzip
import stat
import zlib
from zipfile import ZipInfo

from sijill.capture.archives.auto_archiver import custody_of
from sijill.capture.archives.carrying import carrying
from sijill.capture.content import Content, Unreadable, opened
from sijill.capture.documents import without_text
from sijill.capture.formats.packages import MEMBER, member, package
from sijill.capture.found import Reading, Results, refused
from sijill.capture.kinds import named
from sijill.capture.walk import printable
from sijill.model.document import State


def zip_documents(content: Content, reading: Reading) -> Results:
    """The members in their order. One that cannot be read ends in its state and costs no other."""
    with package(content) as archive:
        infos = [each for each in archive.infolist() if not each.is_dir()]
        custody = custody_of(archive, infos)
        if not infos:
            yield without_text(reading, State.NO_TEXT)
        for number, info in enumerate(infos, start=1):
            name = printable(info.filename)
            inner = reading.part(f"member:{number}", name, "")
            if _is_link(info):
                yield refused(inner.original, inner.original.locator, "link", name)
                continue
            try:
                reading.budget.take(info.file_size)
                data = member(archive, info)
            except Unreadable as end:
                yield without_text(inner.of(named(name)[1]), end.state)
                continue
            yield from carrying(reading.door(data, inner), custody.get(info.filename, ()))


def gzip_document(content: Content, reading: Reading) -> Results:
    """What is inside, under the name without its end."""
    try:
        with opened(content) as stream, gzip.GzipFile(fileobj=stream) as unpacked:
            data = unpacked.read(MEMBER + 1)
    except (OSError, EOFError, zlib.error) as fault:
        raise Unreadable(State.CORRUPT, str(fault)) from fault
    if len(data) > MEMBER:
        raise Unreadable(State.TOO_LARGE, f"more than {MEMBER} bytes")
    reading.budget.take(len(data))
    outer = reading.original.name.rpartition(" > ")[2]
    yield from reading.door(data, reading.part("member:1", outer.removesuffix(".gz"), ""))


def _is_link(info: ZipInfo) -> bool:
    return stat.S_ISLNK(info.external_attr >> 16)
