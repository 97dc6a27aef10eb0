"""Pictures as files of a release: SVG and PNG of each, and what each is, in words."""

from collections.abc import Sequence

from sijill.publish.material import Material
from sijill.publish.pictures.gallery import Picture
from sijill.publish.pictures.raster import to_png
from sijill.publish.wording import _

FOLDER = "pictures/"


def picture_files(material: Material, made: Sequence[Picture]) -> dict[str, bytes]:
    """By name, below the folder of the pages in this language. made: the pictures of the material."""
    files = {f"{FOLDER}{each.name}.svg": each.alone.encode() for each in made}
    files |= {f"{FOLDER}{each.name}.png": to_png(each.alone) for each in made}
    return files | {f"{FOLDER}README.md": _captions(material, made)} if made else {}


def _captions(material: Material, made: Sequence[Picture]) -> bytes:
    """What must stand beside a picture wherever it is shown."""
    told = material.say(
        _("Show a picture with its caption: its word says whether it is counted, a range or an estimate.")
    )
    parts = [f"# {material.title}\n\n{told}\n"]
    parts += [f"## {each.name}\n\n{each.title}. {' '.join(each.caption)}\n" for each in made]
    return "\n".join(parts).encode()
