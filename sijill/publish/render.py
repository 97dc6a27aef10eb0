"""Views to bytes: Jinja2 that escapes everything and refuses names it does not know. The same view, the same bytes."""

import json
from base64 import b64encode
from collections.abc import Callable
from functools import lru_cache
from hashlib import sha256
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from jinja2.bccache import Bucket, BytecodeCache
from markupsafe import Markup, escape

from sijill.publish.quotes import visible
from sijill.publish.wording import ENGLISH, LANGUAGES, Wording, _

TEMPLATES = Path(__file__).with_name("templates")
STYLE = "style.css"
SENTENCES = 4096
"""Sentences of ours that are kept ready."""
SITE = (
    (_("Overview"), "index.html"),
    (_("Map"), "map.html"),
    (_("People"), "people.html"),
    (_("Parties"), "parties.html"),
    (_("Beside the events"), "beside.html"),
    (_("Pictures"), "pictures.html"),
    (_("Method"), "method.html"),
    (_("Data"), "data.html"),
    (_("Search"), "search.html"),
)
"""The pages that every page of a release leads to."""


def page(template: str, *, say: Wording = ENGLISH, **shown: Any) -> bytes:
    """A page in UTF-8, in the language of `say`."""
    return _environment(say.language).get_template(template).render(say=say, **shown).encode("utf-8")


@lru_cache(maxsize=1)
def design() -> str:
    """A fingerprint of templates and style: pages of an earlier design are drawn again."""
    files = sorted(TEMPLATES.iterdir())
    return sha256(b"".join(each.read_bytes() for each in files if each.is_file())).hexdigest()[:16]


def inlined(value: object, name: str, script: Path) -> tuple[Markup, str]:
    """A classic script with what it knows above it, to stand in a page, and its SHA-256 for the policy of the page."""
    code = f"const {name} = {to_script(value)};\n{script.read_text(encoding='utf-8')}"
    return Markup(code), b64encode(sha256(code.encode()).digest()).decode()  # noqa: S704


def to_script(value: object) -> str:
    """A value as JSON that no page takes for the end of its script."""
    return json.dumps(value, ensure_ascii=False, separators=(",", ":")).replace("<", "\\u003c")


def style() -> bytes:
    """The one stylesheet of all pages."""
    return (TEMPLATES / STYLE).read_bytes()


class _Compiled(BytecodeCache):
    """Templates compiled once for all languages, in memory."""

    def __init__(self) -> None:
        self._code: dict[str, bytes] = {}

    def load_bytecode(self, bucket: Bucket) -> None:
        if bucket.key in self._code:
            bucket.bytecode_from_string(self._code[bucket.key])

    def dump_bytecode(self, bucket: Bucket) -> None:
        self._code[bucket.key] = bucket.bytecode_to_string()


COMPILED = _Compiled()


@lru_cache(maxsize=len(LANGUAGES))
def _environment(language: str) -> Environment:
    environment = Environment(
        loader=FileSystemLoader(TEMPLATES),
        autoescape=True,
        undefined=StrictUndefined,
        finalize=_shown,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
        auto_reload=False,
        bytecode_cache=COMPILED,
    )
    said = Wording(language)
    environment.globals.update(design=design(), site=SITE, _=_translator(said))
    environment.filters["many"] = said.count
    return environment


def _translator(said: Wording) -> Callable[[str], Markup]:
    """Sentences of the catalogue, escaped once for all pages."""
    return lru_cache(maxsize=SENTENCES)(lambda message: escape(said(message)))


def _shown(value: Any) -> Any:
    """Control characters and broken characters made visible, in whatever is printed."""
    return visible(value) if type(value) is str else value
