"""Templates to pages: Jinja2 that escapes everything and refuses names it does not know, one environment a language."""

from functools import lru_cache
from hashlib import sha256
from importlib.resources import files
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from sijill.publish.quotes import visible
from sijill.publish.wording import LANGUAGES, Wording, translations

FOLDER = files("sijill.review.web")


@lru_cache(maxsize=len(LANGUAGES))
def environment(language: str) -> Environment:
    """The templates in one language."""
    wording = Wording(language)
    made = Environment(
        loader=FileSystemLoader(str(FOLDER / "templates")),
        extensions=["jinja2.ext.i18n"],
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
