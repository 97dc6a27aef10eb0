"""Writing WACZ: web archives in one ZIP file, with their pages and a list of their hashes, for whoever replays them."""

import json
from collections.abc import Iterator, Mapping, Sequence
from hashlib import sha256
from io import BytesIO
from urllib.parse import urlsplit
from zipfile import ZIP_DEFLATED, ZIP_STORED, ZipFile, ZipInfo

from warcio.archiveiterator import ArchiveIterator

from sijill.capture.web.fetch import Step

VERSION = "1.1.1"
DATE = (1980, 1, 1, 0, 0, 0)
PAGES = {"format": "json-pages-1.0", "id": "pages", "title": "All pages"}


def wacz(archives: Mapping[str, bytes], pages: Sequence[Step], *, software: str, created: str) -> bytes:
    """The package. archives: by file name ("0001.warc.gz"). The same archives give the same bytes."""
    files = {f"archive/{name}": data for name, data in archives.items()}
    files["indexes/index.cdxj"] = b"".join(
        sorted(line for name, data in archives.items() for line in _index(name, data))
    )
    files["pages/pages.jsonl"] = b"\n".join(map(_json, [PAGES, *map(_page, pages)])) + b"\n"
    resources = [
        {"name": path.rpartition("/")[2], "path": path, "hash": _hash(data), "bytes": len(data)}
        for path, data in files.items()
    ]
    listed = {"profile": "data-package", "wacz_version": VERSION, "software": software, "created": created}
    files["datapackage.json"] = _json({**listed, "resources": resources})
    files["datapackage-digest.json"] = _json({"path": "datapackage.json", "hash": _hash(files["datapackage.json"])})
    stream = BytesIO()
    with ZipFile(stream, "w") as package:
        for path, data in files.items():
            stored = ZIP_STORED if path.endswith(".gz") else ZIP_DEFLATED
            package.writestr(ZipInfo(path, DATE), data, compress_type=stored)
    return stream.getvalue()


def _page(step: Step) -> dict[str, str]:
    return {"id": _hash(step.target.url.encode())[7:27], "url": step.target.url, "ts": step.at.isoformat()}


def _index(name: str, data: bytes) -> Iterator[bytes]:
    """Where each response lies in its archive (CDXJ): the address turned around, the time, and a JSON object."""
    records = ArchiveIterator(BytesIO(data))
    for record in records:
        if record.rec_type != "response" or record.http_headers is None:
            continue
        url, at = record.rec_headers.get_header("WARC-Target-URI"), record.rec_headers.get_header("WARC-Date")
        record.raw_stream.read()
        said = {
            "url": url,
            "mime": (record.http_headers.get_header("Content-Type") or "").partition(";")[0],
            "status": record.http_headers.get_statuscode(),
            "digest": record.rec_headers.get_header("WARC-Payload-Digest"),
            "length": str(records.get_record_length()),
            "offset": str(records.get_record_offset()),
            "filename": name,
        }
        yield f"{_turned(url)} {''.join(each for each in at if each.isdigit())[:14]} ".encode() + _json(said) + b"\n"


def _turned(url: str) -> str:
    """The address with its name from the largest part to the smallest: org,example)/page."""
    parts = urlsplit(url)
    query = f"?{parts.query}" if parts.query else ""
    return f"{','.join(reversed((parts.hostname or '').split('.')))}){parts.path or '/'}{query}".lower()


def _hash(data: bytes) -> str:
    return "sha256:" + sha256(data).hexdigest()


def _json(value: object) -> bytes:
    return json.dumps(value, ensure_ascii=False).encode()
