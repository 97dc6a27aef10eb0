"""Invented PDFs, written glyph by glyph: a PDF says where each glyph stands, and these tests decide where."""

WIDTH = 10
"""Of every glyph, in points, at the size it is set in."""


def pdf(*pages, info=""):
    """Pages of glyphs: each page a list of (x, y, text), the glyphs of a text set from left to right in that order."""
    letters = sorted({letter for page in pages for _, _, text in page for letter in text})
    number = {letter: at for at, letter in enumerate(letters, start=1)}
    kids = " ".join(f"{10 + 2 * at} 0 R" for at in range(len(pages)))
    objects = {
        1: "<< /Type /Catalog /Pages 2 0 R >>",
        2: f"<< /Type /Pages /Kids [{kids}] /Count {len(pages)} >>",
        3: "<< /Type /Font /Subtype /Type0 /BaseFont /Lake /Encoding /Identity-H /DescendantFonts [4 0 R]"
        " /ToUnicode 6 0 R >>",
        4: "<< /Type /Font /Subtype /CIDFontType2 /BaseFont /Lake /CIDSystemInfo << /Registry (Adobe)"
        " /Ordering (Identity) /Supplement 0 >> /FontDescriptor 5 0 R /DW 1000 >>",
        5: "<< /Type /FontDescriptor /FontName /Lake /Flags 4 /FontBBox [0 0 1000 1000] /ItalicAngle 0 /Ascent 800"
        " /Descent -200 /CapHeight 700 /StemV 80 >>",
        6: stream(to_unicode(number)),
        7: f"<< {info} >>",
    }
    for at, page in enumerate(pages):
        objects[10 + 2 * at] = (
            f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 600 800] /Contents {11 + 2 * at} 0 R"
            " /Resources << /Font << /F 3 0 R >> >> >>"
        )
        drawn = [f"1 0 0 1 {x} {y} Tm <{''.join(f'{number[each]:04x}' for each in text)}> Tj" for x, y, text in page]
        objects[11 + 2 * at] = stream(f"BT /F {WIDTH} Tf " + " ".join(drawn) + " ET")
    return written(objects)


def stream(content):
    return f"<< /Length {len(content.encode('latin-1'))} >>\nstream\n{content}\nendstream"


def to_unicode(number):
    lines = "\n".join(f"<{at:04x}> <{letter.encode('utf-16-be').hex()}>" for letter, at in number.items())
    return (
        "/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapName /Lake def /CMapType 2 def\n"
        "1 begincodespacerange <0000> <ffff> endcodespacerange\n"
        f"{len(number)} beginbfchar\n{lines}\nendbfchar endcmap end end"
    )


def written(objects):
    """The objects with the table that says where each of them begins."""
    data, places = "%PDF-1.7\n", {}
    for name, content in objects.items():
        places[name] = len(data.encode("latin-1"))
        data += f"{name} 0 obj\n{content}\nendobj\n"
    at = len(data.encode("latin-1"))
    table = "".join(
        f"{places[name]:010} 00000 n \n" if name in places else "0000000000 65535 f \n"
        for name in range(max(objects) + 1)
    )
    data += f"xref\n0 {max(objects) + 1}\n{table}trailer\n<< /Size {max(objects) + 1} /Root 1 0 R /Info 7 0 R >>\n"
    return (data + f"startxref\n{at}\n%%EOF\n").encode("latin-1")
