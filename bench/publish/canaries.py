"""Marks put into every place of a case where a name can stand that must not leave: how many are in what leaves.

Names in Arabic and Latin, telephones, mail, coordinates and accounts, plain and encoded, in every file of a release as
it is, unzipped and inflated, in what the command says, and in what it says when a release fails. No set is needed.
"""

import base64
import errno
import json
import random
import re
import sqlite3
import zlib
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import AbstractContextManager, redirect_stderr, redirect_stdout
from io import BytesIO, StringIO
from pathlib import Path
from tempfile import TemporaryDirectory
from unittest.mock import patch
from urllib.parse import quote

import pyarrow as pa
import pyarrow.parquet as pq
import pypdfium2 as pdfium
from jinja2 import UndefinedError
from PIL import Image
from PIL.ExifTags import Base as EXIF

from bench.measure.row import Row
from sijill.cli.main import call
from sijill.language.searching import search_text

SET, ALL, SEED = "publish (invented)", 500, 7
ARABIC = "ابتثجحخدرزسشصضطعفقكلمنهوي"
SYLLABLES = "vex lorn quil tars zeph mird oska yult brok dwem fosk gral".split()
PROFILES = ("public", "partner")
SHARES = {"sources": 160, "places": 30, "letters": 160, "papers": 120, "pictures": 10, "consents": 20}
"""Of 500 marks, how many are where."""
KINDS, LATIN_DIES = 6, 2
"""Kinds of marks, and at which the papers begin, so that every second one tells of the death of a Latin name."""
LONG = 7
"""Letters of a word that stands nowhere but in a mark."""
Say = Callable[..., tuple[int, str]]
"""Words of a command -> its exit code, and all that it says."""


def run(_data: Path) -> list[Row]:
    """All 500, in releases with every dossier, and in what is said when one fails."""
    with TemporaryDirectory() as place:
        case, marks = planted(Path(place), ALL, said)
        found, files, told = set[str](), 0, 0
        for profile in PROFILES:
            out = Path(place) / profile
            code, words = said("publish", case, "--profile", profile, "--dossiers", "--to", out)
            assert code == 0, words
            held = {str(each.relative_to(out)): each.read_bytes() for each in out.rglob("*") if each.is_file()}
            files += len(held)
            found |= {mark for _, mark in marks_in(unpacked({**held, "said": words.encode()}), marks)}
        for name, failing in FAILURES.items():
            with failing(marks):
                code, words = said("publish", case, "--to", Path(place) / "failed")
            assert code != 0, name
            told += len(list(marks_in([(name, words)], marks)))
    note = f"{files} files of {len(PROFILES)} profiles, as they are, unzipped and inflated, and what the command said"
    return [
        Row(set=SET, measure=f"of {ALL} marks in the house, in a release", value=str(len(found)), bar="0", note=note),
        Row(set=SET, measure="in what is said when it fails", value=str(told), bar="0", note=", ".join(FAILURES)),
    ]


def said(*words: object) -> tuple[int, str]:
    """A command in this process: its exit code, and all that it says."""
    out = StringIO()
    with redirect_stdout(out), redirect_stderr(out):
        code = call([str(word) for word in words])
    return code, out.getvalue()


def canaries(number: int, seed: int = SEED) -> list[str]:
    """Names, telephones, mail, coordinates, accounts that exist nowhere else. The same every time."""
    chance = random.Random(seed)

    def latin() -> str:
        return "".join(chance.choice(SYLLABLES) for _ in range(3)).capitalize()

    def arabic() -> str:
        return "".join(chance.choice(ARABIC) for _ in range(7))

    kinds = (
        lambda: f"{latin()} {latin()}",
        lambda: f"{arabic()} {arabic()}",
        lambda: "+999 " + "".join(chance.choice("123456789") for _ in range(9)),
        lambda: f"{latin().lower()}@{latin().lower()}.example",
        lambda: f"{chance.uniform(10, 80):.5f}, {chance.uniform(10, 80):.5f}",
        lambda: f"@{latin().lower()}",
    )
    return [kinds[each % len(kinds)]() for each in range(number)]


def forms(canary: str) -> set[str]:
    """A mark as it could hide in a file: plain, encoded (base64, hexadecimal, percent, JSON), its words in an index."""
    raw = canary.encode()
    encoded = base64.b64encode(raw).decode().rstrip("=")[:-1]
    searched = {word for word in search_text(canary).split() if len(word) >= LONG and word != "example"}
    return {canary, encoded, raw.hex(), quote(canary), json.dumps(canary)[1:-1], *searched}


def marks_in(texts: Iterable[tuple[str, str]], marks: Iterable[str]) -> Iterator[tuple[str, str]]:
    """(where, mark) of each mark that stands in a text in any form."""
    looked = {mark: forms(mark) for mark in marks}
    for name, text in texts:
        yield from ((name, mark) for mark, forms_ in looked.items() if any(form in text for form in forms_))


def planted(folder: Path, number: int, say: Say) -> tuple[Path, list[str]]:
    """A case with so many marks in every place where one can stand, and the marks."""
    case, marks = folder / "case", canaries(number + _shift(number))[_shift(number) :]
    take = iter(marks)

    def groups(where: str, of: int) -> list[tuple[str, ...]]:
        many = SHARES[where] * number // ALL // of
        return [tuple(next(take) for _ in range(of)) for _ in range(many)]

    _said(say, "init", case, "--pack", "demo", "--title", "Belqara")
    with (case / "hand" / "sources.csv").open("a", encoding="utf-8") as sources:
        for at, (name, alias, address, because) in enumerate(groups("sources", 4)):
            sources.write(f'private-{at},"{name}","{alias}",eyewitness,,"{address}","told by {because}"\n')
    with (case / "hand" / "places.csv").open("a", encoding="utf-8") as places:
        for at, (name, alias, because) in enumerate(groups("places", 3)):
            places.write(f'house-{at},House {at},,-45.72,-126.42,site,demo-belqara,"{because} {name} {alias}"\n')
    for at, (speaker, victim, phone, more) in enumerate(groups("letters", 4)):
        path = folder / f"{phone.replace('/', '')} {at}.txt"
        path.write_text(
            f"{more}\n\n{speaker}, a resident, said shells killed {at + 2} people in Belqara on 9 March 2021. "
            f"{victim}, 9, was killed in Belqara on 9 March 2021. "
            f"Shelling wounded two people at the house of {victim} in Belqara on 9 March 2021. "
            f"Reach me under {phone} or {more}.\n",
            encoding="utf-8",
        )
        _said(say, "add", case, path, "--published", "2021-03-10", *(("--source", more) if at % 2 else ()))
    papers = folder / "papers"
    papers.mkdir()
    for at, (speaker, victim, phone) in enumerate(groups("papers", 3)):
        (papers / f"public{at}.txt").write_text(
            f"Shells killed {at + 3} people in Belqara on 9 March 2021, said {speaker}, a resident. "
            f"{victim}, a 9-year-old boy, was killed in Belqara on 9 March 2021. Call {phone}.",
            encoding="utf-8",
        )
    for at, (artist, described) in enumerate(groups("pictures", 2)):
        _photographed(papers / f"{at}.jpg", artist, described)
    _said(say, "add", case, papers, "--source", "Ostal Herald", "--published", "2021-03-10")
    _said(say, "run", case)
    _consented(say, case, groups("consents", 2))
    return case, marks


def _shift(number: int) -> int:
    """Marks left out before the first, so that whoever dies in a paper bears a name whatever the number is."""
    before = sum(SHARES[each] * number // ALL for each in ("sources", "places", "letters"))
    return (LATIN_DIES - before) % KINDS


def _consented(say: Say, case: Path, words: list[tuple[str, ...]]) -> None:
    _, shown = say("show", case, "persons", "--format", "jsonl")
    for line, (who, because) in zip(shown.splitlines(), words, strict=False):
        told = ("--given-by", who, "--because", f"told by {because}", "--although", "child")
        _said(say, "consent", case, json.loads(line)["id"], *told, "--withdraw")


def _said(say: Say, *words: object) -> None:
    code, told = say(*words)
    if code:
        raise RuntimeError(told)


def _photographed(path: Path, artist: str, described: str) -> None:
    """A picture with words in its EXIF."""
    exif = Image.Exif()
    exif[EXIF.Artist], exif[EXIF.ImageDescription] = artist, described
    Image.new("RGB", (8, 8)).save(path, exif=exif)


def unpacked(files: Mapping[str, bytes]) -> Iterator[tuple[str, str]]:
    """Files as they are, and what is inside those that are compressed."""
    for name, content in files.items():
        yield name, content.decode("utf-8", "replace")
        if name.endswith(".parquet"):
            yield name, str(pq.read_table(BytesIO(content)).to_pylist())
        if name.endswith(".pdf"):
            pages = pdfium.PdfDocument(content)
            yield name, "\n".join(page.get_textpage().get_text_range() for page in pages)
            yield name, "\n".join(map(_inflated, re.findall(rb"stream\r?\n(.*?)endstream", content, re.DOTALL)))
        if name.endswith(".sqlite"):
            base = sqlite3.connect(":memory:")
            base.deserialize(content)
            yield name, "\n".join(base.iterdump())


def _inflated(stream: bytes) -> str:
    """What a stream of a PDF holds, whatever it is."""
    try:
        return zlib.decompress(stream).decode("utf-16-be" if stream[:2] == b"\xfe\xff" else "latin-1")
    except zlib.error:
        return stream.decode("latin-1")


def _failing(
    place: str, fault: Callable[[list[str]], Exception]
) -> Callable[[list[str]], AbstractContextManager[object]]:
    return lambda marks: patch(place, side_effect=fault(marks))


FAILURES: Mapping[str, Callable[[list[str]], AbstractContextManager[object]]] = {
    "a full disk": _failing("sijill.publish.sealed.pieces", lambda _: OSError(errno.ENOSPC, "No space left on device")),
    "a broken template": _failing("sijill.publish.pages.page", lambda marks: UndefinedError(" ".join(marks))),
    "a table that cannot hold a value": _failing(
        "sijill.publish.bundle.to_parquet", lambda marks: pa.ArrowInvalid(f"Could not convert {marks!r} to int64")
    ),
    "a picture that cannot be drawn": _failing(
        "sijill.publish.pictures.files.to_png", lambda marks: ValueError(f"<text>{' '.join(marks)}</text>")
    ),
    "a ledger that cannot be written": _failing(
        "sijill.chain.publishing.releasing.decision_on", lambda marks: KeyError(" ".join(marks))
    ),
}
"""What can go wrong with the marks in hand: each as the libraries raise it."""
