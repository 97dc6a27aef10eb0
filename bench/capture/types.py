"""How fast documents of each type are captured, and whether memory stays flat.

Everything is invented on the spot: pages with menus and scripts, PDFs and letters with pictures. Captured, hashed, read
and recorded as `sijill add --no-pictures` does, by two reading processes. A mixed folder holds the types by number as
a documenter's does: most files are pages and posts, most bytes are pictures.
"""

import io
import os
import random
import resource
import subprocess
import sys
import tempfile
import time
import zipfile
from collections.abc import Callable
from email.message import EmailMessage
from pathlib import Path

from PIL import Image
from warcio.statusandheaders import StatusAndHeaders
from warcio.warcwriter import WARCWriter

from bench.measure.row import Row
from sijill.capture.found import Told
from sijill.capture.tables.table_map import TableMap
from sijill.chain.intake import take_in
from sijill.cli.init import begin
from sijill.store.ledger import Ledger
from sijill.store.vault import Vault

TOLD = Told(captured="2031-05-04T12:00:00Z", mapping=TableMap(text="body"))
SMALL = 100_000
MIXED = {"html": 300, "txt": 200, "jpg": 60, "pdf": 20, "docx": 20, "eml": 15, "xlsx": 3, "csv": 3, "warc.gz": 4}
ALONE = {"html": 300, "txt": 2000, "jpg": 40, "pdf": 40, "docx": 200, "eml": 30, "xlsx": 8, "csv": 4, "warc.gz": 15}
WORDS = "residents of the town said that shells fell on the market before noon and nine people were killed".split()


def run(data: Path) -> list[Row]:
    """Megabytes a second by type and mixed; memory over many small documents. `data` is not looked at."""
    alone = [_speed(kind, {kind: count}) for kind, count in ALONE.items()]
    return [*alone, _speed("mixed", MIXED, bar="20 MB/s"), _memory(SMALL)]


def _speed(name: str, counts: dict[str, int], *, bar: str = "") -> Row:
    chance = random.Random(7)
    with tempfile.TemporaryDirectory() as folder:
        size, files = 0, Path(folder, "in")
        files.mkdir()
        for kind, count in counts.items():
            for number in range(count):
                content = MADE[kind](chance)
                (files / f"{chance.random():.12f}-{number}.{kind}").write_bytes(content)
                size += len(content)
        used = _processor()
        spent, documents = _taken(Path(folder), files)
        used = _processor() - used
    return Row(
        set="invented",
        measure=f"capture, {name}",
        value=f"{size / spent / 1e6:.1f} MB/s",
        bar=bar,
        note=f"{sum(counts.values()):,} files, {size / 1e6:.0f} MB, {documents / spent:,.0f} documents/s;"
        f" {size / used / 1e6:.1f} MB in a second of one core ({100 * used / spent:.0f} % of one core was to be had);"
        " no words looked for in pictures",
    )


def _processor() -> float:
    """Seconds that this process and those it started have had of a core."""
    usages = [resource.getrusage(each) for each in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)]
    return sum(each.ru_utime + each.ru_stime for each in usages)


def _taken(case: Path, files: Path) -> tuple[float, int]:
    with Ledger.create(case / "ledger.db") as ledger:
        begun = time.perf_counter()
        vault = Vault(case / "vault")
        outcomes = take_in(
            [files], ledger, vault, TOLD, by="sys:bench", progress=lambda name: None, jobs=2, pictures=False
        )
        documents = sum(each.accepted + sum(each.states.values()) for each in outcomes)
        return time.perf_counter() - begun, documents


def _memory(count: int) -> Row:
    """Peak of `sijill add`, the command as it is, over a tenth of so many documents and over all of them."""
    peaks, spent = list[float](), 0.0
    for number in (count // 10, count):
        with tempfile.TemporaryDirectory() as folder:
            files, case = Path(folder, "in"), Path(folder, "case")
            files.mkdir()
            for each in range(number):
                (files / f"{each:06}.txt").write_text(f"Report {each} of the town. {' '.join(WORDS)}.")
            begin(case, title="small", packs=())
            begun = time.perf_counter()
            command = (sys.executable, "-m", "sijill.cli.main", "add", str(case), str(files))
            running = subprocess.Popen(command, stdout=subprocess.DEVNULL)
            _, code, used = os.wait4(running.pid, 0)
            spent = time.perf_counter() - begun
            assert code == 0, f"sijill add ended with {code}"
            peaks.append(used.ru_maxrss / 1024)
    grown = peaks[1] - peaks[0]
    return Row(
        set="invented",
        measure=f"memory over {count:,} small documents",
        value=f"{peaks[1]:.0f} MB",
        bar="flat",
        note=f"`sijill add`; {peaks[0]:.0f} MB over a tenth of them: {grown * 1e6 / (0.9 * count):.0f} bytes a document"
        f" more; {count / spent:,.0f} documents/s",
    )


def _words(chance: random.Random, count: int) -> str:
    return " ".join(chance.choices(WORDS, k=count))


def _txt(chance: random.Random) -> bytes:
    return (_words(chance, 800) + ".").encode()


def _html(chance: random.Random) -> bytes:
    links = (f'<a href="/s/{at}" title="Section {at}">Section {at}</a>' for at in range(150))
    menu = "".join(f'<li class="item">{each}</li>' for each in links)
    article = "".join(f"<p>{_words(chance, 60)}.</p>" for _ in range(15))
    script = f"<script>{'var x = 1; ' * 4000}</script><style>{'.a { color: red } ' * 1200}</style>"
    head = f'<meta charset="utf-8"><title>{_words(chance, 8)}</title>'
    body = f"{menu}<article>{article}</article>{menu}"
    return f"<!doctype html><html><head>{head}{script}</head><body>{body}</body></html>".encode()


def _jpg(chance: random.Random) -> bytes:
    stream = io.BytesIO()
    noise = Image.frombytes("RGB", (1000, 700), chance.randbytes(1000 * 700 * 3))
    noise.save(stream, "JPEG", quality=92)
    return stream.getvalue()


def _pdf(chance: random.Random) -> bytes:
    """Six pages of text, each with a picture on it."""
    objects = {1: b"<< /Type /Catalog /Pages 2 0 R >>", 3: b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>"}
    kids = list[str]()
    for page in range(6):
        at = 10 + 3 * page
        kids.append(f"{at} 0 R")
        picture, lines = (
            chance.randbytes(120_000),
            "".join(f"1 0 0 1 50 {760 - 12 * line} Tm ({_words(chance, 14)}) Tj " for line in range(40)),
        )
        drawn = f"BT /F 10 Tf {lines} ET q 200 0 0 100 50 60 cm /I Do Q".encode()
        objects[at] = (
            f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 600 800] /Contents {at + 1} 0 R"
            f" /Resources << /Font << /F 3 0 R >> /XObject << /I {at + 2} 0 R >> >> >>"
        ).encode()
        objects[at + 1] = b"<< /Length %d >>\nstream\n%s\nendstream" % (len(drawn), drawn)
        image = b"/Type /XObject /Subtype /Image /Width 400 /Height 300 /ColorSpace /DeviceGray /BitsPerComponent 8"
        objects[at + 2] = b"<< %s /Length %d >>\nstream\n%s\nendstream" % (image, len(picture), picture)
    objects[2] = f"<< /Type /Pages /Kids [{' '.join(kids)}] /Count {len(kids)} >>".encode()
    body = b"".join(b"%d 0 obj\n%s\nendobj\n" % each for each in sorted(objects.items()))
    return b"%PDF-1.7\n" + body + b"trailer\n<< /Root 1 0 R >>\n%%EOF\n"


def _docx(chance: random.Random) -> bytes:
    w = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
    body = "".join(f"<w:p><w:r><w:t>{_words(chance, 60)}.</w:t></w:r></w:p>" for _ in range(60))
    picture = chance.randbytes(60_000)
    return _zipped({
        "[Content_Types].xml": b"<Types/>", "word/media/image1.jpeg": picture,
        "word/document.xml": f"<w:document {w}><w:body>{body}</w:body></w:document>".encode(),
    })  # fmt: skip


def _eml(chance: random.Random) -> bytes:
    message = EmailMessage()
    message["Subject"], message["From"] = "A night", "desk@post.example"
    message["Date"] = "Sat, 04 May 2030 09:30:00 +0300"
    message.set_content(_words(chance, 400))
    message.add_attachment(_jpg(chance), maintype="image", subtype="jpeg", filename="photo.jpg")
    return message.as_bytes()


def _xlsx(chance: random.Random) -> bytes:
    main = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'
    rel = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    kinds = "http://schemas.openxmlformats.org/package/2006/relationships"
    rows = ["body", *(_words(chance, 40) for _ in range(1000))]
    cells = "".join(
        f'<row r="{at}"><c r="A{at}" t="inlineStr"><is><t>{row}</t></is></c></row>' for at, row in enumerate(rows, 1)
    )
    one = f'<Relationships xmlns="{kinds}"><Relationship Id="r1" Type="{rel}/%s" Target="%s"/></Relationships>'
    listed = '<sheets><sheet name="a" sheetId="1" r:id="r1"/></sheets>'
    return _zipped({
        "[Content_Types].xml": b"<Types/>",
        "_rels/.rels": (one % ("officeDocument", "xl/workbook.xml")).encode(),
        "xl/workbook.xml": f'<workbook {main} xmlns:r="{rel}">{listed}</workbook>'.encode(),
        "xl/_rels/workbook.xml.rels": (one % ("worksheet", "worksheets/s1.xml")).encode(),
        "xl/worksheets/s1.xml": f"<worksheet {main}><sheetData>{cells}</sheetData></worksheet>".encode(),
    })  # fmt: skip


def _csv(chance: random.Random) -> bytes:
    return ("body,day\n" + "".join(f'"{_words(chance, 300)}.",2030-05-04\n' for _ in range(1000))).encode()


def _warc(chance: random.Random) -> bytes:
    stream = io.BytesIO()
    writer = WARCWriter(stream, gzip=True)
    for number in range(8):
        page = number < 4
        told = [("Content-Type", "text/html" if page else "image/jpeg")]
        headers = StatusAndHeaders("200 OK", told, protocol="HTTP/1.1")
        payload = io.BytesIO(_html(chance) if page else _jpg(chance))
        address = f"https://post.example/{number}"
        writer.write_record(writer.create_warc_record(address, "response", payload=payload, http_headers=headers))
    return stream.getvalue()


def _zipped(files: dict[str, bytes]) -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in files.items():
            archive.writestr(name, content)
    return stream.getvalue()


MADE: dict[str, Callable[[random.Random], bytes]] = {
    "txt": _txt, "html": _html, "jpg": _jpg, "pdf": _pdf, "docx": _docx, "eml": _eml, "xlsx": _xlsx, "csv": _csv,
    "warc.gz": _warc,
}  # fmt: skip
