"""What sort of file this is: by its first bytes where they say so, else by its name or what a server called it.

The two can disagree: a picture that is called report.txt is a picture. Bytes are never run, and a name is never a path.
"""

from enum import StrEnum
from pathlib import PurePosixPath

HEAD = 4096
UNKNOWN = "application/octet-stream"


class Kind(StrEnum):
    """By which reader it is read."""

    TEXT = "text"
    TABLE = "table"
    JSON = "json"
    HTML = "html"
    PDF = "pdf"
    DOCX = "docx"
    EMAIL = "email"
    MHTML = "mhtml"
    SHEET = "sheet"
    IMAGE = "image"
    ZIP = "zip"
    WARC = "warc"
    WACZ = "wacz"
    GZIP = "gzip"
    SILENT = "silent"
    UNKNOWN = "unknown"


BY_SUFFIX = {
    ".txt": (Kind.TEXT, "text/plain"),
    ".text": (Kind.TEXT, "text/plain"),
    ".md": (Kind.TEXT, "text/markdown"),
    ".markdown": (Kind.TEXT, "text/markdown"),
    ".csv": (Kind.TABLE, "text/csv"),
    ".tsv": (Kind.TABLE, "text/tab-separated-values"),
    ".tab": (Kind.TABLE, "text/tab-separated-values"),
    ".jsonl": (Kind.JSON, "application/jsonl"),
    ".ndjson": (Kind.JSON, "application/jsonl"),
    ".json": (Kind.JSON, "application/json"),
    ".html": (Kind.HTML, "text/html"),
    ".htm": (Kind.HTML, "text/html"),
    ".xhtml": (Kind.HTML, "application/xhtml+xml"),
    ".pdf": (Kind.PDF, "application/pdf"),
    ".docx": (Kind.DOCX, "application/vnd.openxmlformats-officedocument.wordprocessingml.document"),
    ".docm": (Kind.DOCX, "application/vnd.ms-word.document.macroenabled.12"),
    ".eml": (Kind.EMAIL, "message/rfc822"),
    ".mht": (Kind.MHTML, "multipart/related"),
    ".mhtml": (Kind.MHTML, "multipart/related"),
    ".xlsx": (Kind.SHEET, "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
    ".xlsm": (Kind.SHEET, "application/vnd.ms-excel.sheet.macroenabled.12"),
    ".xlsb": (Kind.SHEET, "application/vnd.ms-excel.sheet.binary.macroenabled.12"),
    ".xls": (Kind.SHEET, "application/vnd.ms-excel"),
    ".ods": (Kind.SHEET, "application/vnd.oasis.opendocument.spreadsheet"),
    ".png": (Kind.IMAGE, "image/png"),
    ".jpg": (Kind.IMAGE, "image/jpeg"),
    ".jpeg": (Kind.IMAGE, "image/jpeg"),
    ".gif": (Kind.IMAGE, "image/gif"),
    ".webp": (Kind.IMAGE, "image/webp"),
    ".tif": (Kind.IMAGE, "image/tiff"),
    ".tiff": (Kind.IMAGE, "image/tiff"),
    ".bmp": (Kind.IMAGE, "image/bmp"),
    ".zip": (Kind.ZIP, "application/zip"),
    ".warc": (Kind.WARC, "application/warc"),
    ".arc": (Kind.WARC, "application/x-internet-archive"),
    ".wacz": (Kind.WACZ, "application/wacz"),
    ".gz": (Kind.GZIP, "application/gzip"),
    ".css": (Kind.SILENT, "text/css"),
    ".js": (Kind.SILENT, "text/javascript"),
    ".woff": (Kind.SILENT, "font/woff"),
    ".woff2": (Kind.SILENT, "font/woff2"),
}
BY_MEDIA_TYPE = {media: kind for kind, media in reversed(BY_SUFFIX.values())} | {
    "application/x-ndjson": Kind.JSON,
    "application/javascript": Kind.SILENT,
    "application/x-javascript": Kind.SILENT,
    "application/font-woff": Kind.SILENT,
    "application/x-gzip": Kind.GZIP,
    "message/http": Kind.UNKNOWN,
    "image/jpg": Kind.IMAGE,
}
SIGNATURES = (
    (b"%PDF-", Kind.PDF, "application/pdf"),
    (b"\x89PNG\r\n", Kind.IMAGE, "image/png"),
    (b"\xff\xd8\xff", Kind.IMAGE, "image/jpeg"),
    (b"GIF87a", Kind.IMAGE, "image/gif"),
    (b"GIF89a", Kind.IMAGE, "image/gif"),
    (b"II*\x00", Kind.IMAGE, "image/tiff"),
    (b"MM\x00*", Kind.IMAGE, "image/tiff"),
    (b"WARC/1.", Kind.WARC, "application/warc"),
    (b"filedesc://", Kind.WARC, "application/x-internet-archive"),
    (b"\x1f\x8b", Kind.GZIP, "application/gzip"),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", Kind.SHEET, "application/vnd.ms-excel"),
    (b"PK\x03\x04", Kind.ZIP, "application/zip"),
    (b"PK\x05\x06", Kind.ZIP, "application/zip"),
    (b"\x7fELF", Kind.UNKNOWN, UNKNOWN),
    (b"MZ\x90", Kind.UNKNOWN, UNKNOWN),
    (b"SQLite format 3", Kind.UNKNOWN, "application/vnd.sqlite3"),
    (b"7z\xbc\xaf", Kind.UNKNOWN, "application/x-7z-compressed"),
    (b"Rar!", Kind.UNKNOWN, "application/vnd.rar"),
)
"""The beginnings of files. Those of ZIP files say too little: what is in one says what it is (archives/packages.py)."""
ZIPPED = (Kind.DOCX, Kind.SHEET, Kind.WACZ)
"""Kinds that are ZIP files, or (a spreadsheet) can be one."""
SNIFF = 512


def named(name: str) -> tuple[Kind, str]:
    """What the end of a name says."""
    lower = PurePosixPath(name).name.lower()
    if lower.endswith((".warc.gz", ".arc.gz")):
        return Kind.WARC, "application/warc"
    return BY_SUFFIX.get("." + lower.rpartition(".")[2] if "." in lower else "", (Kind.UNKNOWN, UNKNOWN))


def kind_of(name: str, head: bytes, *, media_type: str | None = None) -> tuple[Kind, str]:
    """The kind and the media type. media_type: as a server or an archive called it, if one did."""
    said, media = named(name)
    if media_type is not None and media_type in BY_MEDIA_TYPE:
        said, media = BY_MEDIA_TYPE[media_type], media_type
    for signature, kind, is_media in SIGNATURES:
        if head.startswith(signature):
            return _signed(said, media, kind, is_media)
    if head[:4] == b"RIFF" and head[8:12] == b"WEBP":
        return Kind.IMAGE, "image/webp"
    if b"%PDF-" in head[:1024] and said not in (Kind.TEXT, Kind.TABLE, Kind.JSON, Kind.HTML, Kind.EMAIL, Kind.MHTML):
        return Kind.PDF, "application/pdf"
    if said is Kind.UNKNOWN and media_type is not None:
        return _sniffed(head, media_type)
    return said, media


def _signed(said: Kind, media: str, seen: Kind, is_media: str) -> tuple[Kind, str]:
    """The name is believed where it says more than the first bytes do."""
    if (seen is Kind.ZIP and said in ZIPPED) or (seen is Kind.GZIP and said is Kind.WARC) or seen is said:
        return said, media
    if seen is Kind.SHEET and said is not Kind.SHEET:
        return Kind.UNKNOWN, "application/x-ole-storage"
    return seen, is_media


def _sniffed(head: bytes, media_type: str) -> tuple[Kind, str]:
    """What a server called by an unknown name, or by none."""
    if b"<html" in head[:SNIFF].lower() or head[:SNIFF].lstrip().lower().startswith(b"<!doctype html"):
        return Kind.HTML, "text/html"
    if media_type.startswith(("audio/", "video/", "font/")):
        return Kind.SILENT, media_type
    return Kind.UNKNOWN, media_type or UNKNOWN
