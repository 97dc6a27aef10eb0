"""The pictures of the README: the map, the page of an event and a page of its dossier, of the demonstration. Run this
to make them again; it needs Node and Chromium, as the tests do.
"""

import subprocess
import sys
from pathlib import Path
from tempfile import TemporaryDirectory

import pypdfium2
from PIL import Image

FOLDER = Path(__file__).resolve().parent / "screenshots"
SHOT = Path(__file__).resolve().with_suffix(".mjs")
COLOURS = 128
WIDE = 1100


def main() -> None:
    """Make them below docs/screenshots."""
    with TemporaryDirectory() as folder:
        case = Path(folder) / "belqara"
        _sijill("demo", "--no-open", "--to", str(case))
        release = case / "published" / "public"
        _sijill("publish", str(case), "--dossiers")
        event = max((release / "events").iterdir(), key=lambda each: each.stat().st_size)
        _page(release / "map.html", "map", 1130)
        _page(event, "event", 1000)
        paper = pypdfium2.PdfDocument(release / "dossiers" / f"{event.stem}.pdf")
        _save(paper[0].render(scale=2.4).to_pil(), "dossier")


def _sijill(*words: str) -> None:
    subprocess.run([sys.executable, "-m", "sijill.cli.main", *words], check=True, stdout=subprocess.DEVNULL)  # noqa: S603


def _page(page: Path, name: str, tall: int) -> None:
    raw = FOLDER / f"{name}.png"
    FOLDER.mkdir(exist_ok=True)
    subprocess.run(["node", str(SHOT), str(page), str(raw), str(WIDE), str(tall)], check=True)  # noqa: S603, S607
    _save(Image.open(raw), name)


def _save(image: Image.Image, name: str) -> None:
    """In few colours: a page has few."""
    image.convert("RGB").quantize(COLOURS).save(FOLDER / f"{name}.png", optimize=True)


if __name__ == "__main__":
    main()
