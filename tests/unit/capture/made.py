"""Invented files of every format, made by hand so that nothing binary is kept and every byte has a reason."""

import gzip
import io
import json
import zipfile
from email.message import EmailMessage
from hashlib import sha256

from PIL import Image
from warcio.statusandheaders import StatusAndHeaders
from warcio.warcwriter import WARCWriter

REPORT = "Nine people were killed in the village of Orrin on 3 May 2030, the mayor said."
PAGE = f"""<!doctype html><html><head><meta charset="utf-8"><title>A night in Orrin</title>
<meta property="og:site_name" content="The Lake Post">
<meta property="article:published_time" content="2030-05-04T08:00:00Z"></head>
<body><nav><a href="/">Home</a> <a href="/war">War</a></nav><article><h1>A night in Orrin</h1>
<p>{REPORT}</p><p>The commander of the river guard denied that his men had fired on the village.</p>
</article><script>document.write("ninety dead")</script></body></html>"""
OFFICE = "application/vnd.openxmlformats-officedocument"


def zipped(files, compression=zipfile.ZIP_DEFLATED):
    """A ZIP file of these members, in order."""
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", compression) as archive:
        for name, content in files.items():
            archive.writestr(name, content)
    return stream.getvalue()


def docx(*paragraphs, footnote=None):
    """A Word document. A paragraph may be raw XML."""
    w = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
    body = "".join(
        each if each.startswith("<w:") else f"<w:p><w:r><w:t>{each}</w:t></w:r></w:p>" for each in paragraphs
    )
    files = {
        "[Content_Types].xml": '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>',
        "word/document.xml": f"<w:document {w}><w:body>{body}</w:body></w:document>",
        "docProps/core.xml": "<c xmlns:dc='http://purl.org/dc/elements/1.1/'><dc:creator>A. Clerk</dc:creator></c>",
    }
    if footnote:
        note = f"<w:footnote><w:p><w:r><w:t>{footnote}</w:t></w:r></w:p></w:footnote>"
        files["word/footnotes.xml"] = f"<w:footnotes {w}>{note}</w:footnotes>"
    return zipped(files)


def xlsx(sheets):
    """A workbook; sheets: name -> rows of text or numbers, None for a row that is left out."""
    main = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'
    rel = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    listed = "".join(f'<sheet name="{name}" sheetId="{at}" r:id="r{at}"/>' for at, name in enumerate(sheets, start=1))
    files = {
        "[Content_Types].xml": '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>',
        "_rels/.rels": relations({"r1": (f"{rel}/officeDocument", "xl/workbook.xml")}),
        "xl/workbook.xml": f'<workbook {main} xmlns:r="{rel}"><sheets>{listed}</sheets></workbook>',
        "xl/_rels/workbook.xml.rels": relations(
            {f"r{at}": (f"{rel}/worksheet", f"worksheets/s{at}.xml") for at in range(1, len(sheets) + 1)}
        ),
    }
    for at, rows in enumerate(sheets.values(), start=1):
        drawn = "".join(row_xml(number, row) for number, row in enumerate(rows, start=1) if row is not None)
        files[f"xl/worksheets/s{at}.xml"] = f"<worksheet {main}><sheetData>{drawn}</sheetData></worksheet>"
    return zipped(files)


def row_xml(number, row):
    cells = "".join(
        f'<c r="{"ABCDEFGHIJ"[at]}{number}" t="inlineStr"><is><t>{cell}</t></is></c>'
        if isinstance(cell, str)
        else f'<c r="{"ABCDEFGHIJ"[at]}{number}"><v>{cell}</v></c>'
        for at, cell in enumerate(row)
    )
    return f'<row r="{number}">{cells}</row>'


def relations(targets):
    inner = "".join(f'<Relationship Id="{each}" Type="{kind}" Target="{to}"/>' for each, (kind, to) in targets.items())
    return (
        f'<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">{inner}</Relationships>'
    )


def ods(rows, repeated=1):
    """An OpenDocument spreadsheet; the last row can say that it is repeated."""
    names = 'xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" ' + (
        'xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" '
        'xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"'
    )
    drawn = [
        "".join(
            f'<table:table-cell office:value-type="string"><text:p>{cell}</text:p></table:table-cell>' for cell in row
        )
        for row in rows
    ]
    lines = [f"<table:table-row>{row}</table:table-row>" for row in drawn[:-1]]
    lines.append(f'<table:table-row table:number-rows-repeated="{repeated}">{drawn[-1]}</table:table-row>')
    table = f'<table:table table:name="Days">{"".join(lines)}</table:table>'
    return zipped({
        "mimetype": "application/vnd.oasis.opendocument.spreadsheet",
        "content.xml": f"<office:document-content {names}><office:body><office:spreadsheet>{table}"
        "</office:spreadsheet></office:body></office:document-content>",
        "META-INF/manifest.xml": "<manifest/>",
    })  # fmt: skip


def mail(text=REPORT, attachments=None, page=None):
    """A message, with attachments by name."""
    message = EmailMessage()
    message["From"], message["To"] = "Desk <desk@post.example>", "records@lake.example"
    message["Subject"], message["Date"] = "A night in Orrin", "Sat, 04 May 2030 09:30:00 +0300"
    message.set_content(text)
    if page:
        message.add_alternative(page, subtype="html")
    for name, content in (attachments or {}).items():
        message.add_attachment(content, maintype="application", subtype="octet-stream", filename=name)
    return message.as_bytes()


def mhtml(page=PAGE):
    """A page as a browser saves it."""
    return (
        "From: <Saved by Blink>\r\nSnapshot-Content-Location: https://post.example/orrin\r\n"
        "Subject: A night\r\nDate: Sun, 5 May 2030 10:00:00 -0000\r\nMIME-Version: 1.0\r\n"
        'Content-Type: multipart/related; type="text/html"; boundary="----b"\r\n\r\n'
        "------b\r\nContent-Type: text/html\r\nContent-Transfer-Encoding: 8bit\r\n"
        f"Content-Location: https://post.example/orrin\r\n\r\n{page}\r\n"
        "------b\r\nContent-Type: image/png\r\nContent-Transfer-Encoding: base64\r\n\r\niVBORw0KGgo=\r\n------b--\r\n"
    ).encode()


def warc(*pages, software="lake-crawler 1.0"):
    """A web archive of (address, body) or (address, body, status, content type)."""
    stream = io.BytesIO()
    writer = WARCWriter(stream, gzip=True)
    writer.write_record(writer.create_warcinfo_record("made.warc.gz", {"software": software}))
    for address, body, *rest in pages:
        status, media_type = (*rest, *("200 OK", "text/html; charset=utf-8")[len(rest) :])
        headers = StatusAndHeaders(status, [("Content-Type", media_type)], protocol="HTTP/1.1")
        data = body if isinstance(body, bytes) else body.encode()
        record = writer.create_warc_record(address, "response", payload=io.BytesIO(data), http_headers=headers)
        writer.write_record(record)
    return stream.getvalue()


def wacz(archive, *, recorded=None):
    """A WACZ of one archive, whose list says its hash, or another one."""
    hashed = recorded or "sha256:" + sha256(archive).hexdigest()
    resources = [{"name": "a.warc.gz", "path": "archive/a.warc.gz", "hash": hashed, "bytes": len(archive)}]
    listed = json.dumps({"profile": "data-package", "created": "2030-05-05", "resources": resources})
    return zipped({
        "datapackage.json": listed,
        "archive/a.warc.gz": archive,
        "datapackage-digest.json": json.dumps({"hash": "sha256:" + sha256(listed.encode()).hexdigest()}),
    })  # fmt: skip


def photo(form="JPEG"):
    """A picture with a camera, a time and a place in it."""
    picture = Image.new("RGB", (8, 6), (200, 30, 30))
    exif = Image.Exif()
    exif[0x010F], exif[0x0132] = "Lake Optics", "2030:05:03 21:04:00"
    exif.get_ifd(0x8825).update({1: "N", 2: (34.0, 30.0, 0.0)})
    stream = io.BytesIO()
    picture.save(stream, form, exif=exif)
    return stream.getvalue()


def telegram(*texts, name="Lake Monitor"):
    """An exported channel."""
    messages = [
        {"id": at, "type": "message", "date": f"2030-05-0{at}T10:00:00", "from": name, "text": text}
        for at, text in enumerate(texts, start=1)
    ]
    return json.dumps({"name": name, "type": "public_channel", "id": 7, "messages": messages}).encode()


def archived_post(files):
    """What the auto-archiver leaves of a post: its record, the files, their hashes, and a token over them."""
    hashes = "\n".join(sha256(data).hexdigest() for data in files.values()).encode()
    media = [
        {"filename": f"/tmp/{name}", "_key": f"x/{name}", "properties": {"hash": f"SHA-256:{sha256(data).hexdigest()}"}}
        for name, data in files.items()
    ]
    token = {"filename": "token_lake", "properties": {"tsa": "http://tsa.lake.example"}}
    media.append({"filename": "hashes.txt", "properties": {"timestamp_authority_files": [token]}})
    said = {"url": "https://social.example/p/1", "_processed_at": "2030-05-04 10:00:00+00:00", "content": REPORT}
    record = {"status": "wacz: success", "metadata": said | {"timestamp": "2030-05-03T20:00:00"}, "media": media}
    token_ = b"0\x82" + sha256(hashes).digest()
    return zipped({"metadata.json": json.dumps(record), "hashes.txt": hashes, "token_lake": token_} | files)


def unpacked(archive):
    """A web archive that is not compressed."""
    return gzip.decompress(archive)


def rezipped(archive, changed):
    """The ZIP file with other bytes under some of its names."""
    with zipfile.ZipFile(io.BytesIO(archive)) as before:
        return zipped({each: changed.get(each, before.read(each)) for each in before.namelist()})
