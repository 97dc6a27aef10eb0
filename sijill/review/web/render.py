"""Templates to pages: Jinja2 that escapes everything and refuses names it does not know, one environment a language."""

import re
from functools import lru_cache
from hashlib import sha256
from importlib.resources import files
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from jinja2.ext import Extension

from sijill.publish.quotes import visible
from sijill.publish.wording import LANGUAGES, Wording, translations

FOLDER = files("sijill.review.web")
_MESSAGE = re.compile(r"""\b_\('([^'\\%]+)'\)""")
"""A message as templates write it, without a value and without a sign that has a meaning in one."""


class Translated(Extension):
    """Messages without values are put into the templates of a language when these are compiled, and cost nothing when
    a page is made."""

    def preprocess(self, source: str, name: str | None, filename: str | None = None) -> str:
        said = self.environment.globals["w"]
        return _MESSAGE.sub(lambda found: repr(said(found[1])), source)  # type: ignore[operator]


@lru_cache(maxsize=len(LANGUAGES))
def environment(language: str) -> Environment:
    """The templates in one language."""
    wording = Wording(language)
    made = Environment(
        loader=FileSystemLoader(str(FOLDER / "templates")),
        extensions=["jinja2.ext.i18n", Translated],
        autoescape=True,
        undefined=StrictUndefined,
        finalize=_shown,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    made.install_gettext_translations(translations(language), newstyle=True)  # type: ignore[attr-defined]
    made.globals.update(w=wording, languages=LANGUAGES, asset=asset)
    return made


@lru_cache(maxsize=32)
def asset(name: str) -> str:
    """The address of a file we serve, with the beginning of its digest: a new file is never an old one from a cache."""
    path = FOLDER / "static" / name
    digest = sha256(path.read_bytes()).hexdigest()[:12] if path.is_file() else "missing"
    return f"/static/{name}?{digest}"


def rendered(template: str, language: str, **values: Any) -> str:
    """One page."""
    return environment(language).get_template(template).render(**values)


def _shown(value: Any) -> Any:
    """Control characters and halves of characters made visible, in whatever is printed."""
    return visible(value) if type(value) is str else value
