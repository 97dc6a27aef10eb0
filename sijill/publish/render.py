"""Views to bytes: Jinja2 that escapes everything and refuses names it does not know. The same view, the same bytes."""

from base64 import b64encode
from functools import lru_cache
from hashlib import sha256
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from sijill.publish.quotes import visible
from sijill.publish.wording import ENGLISH, LANGUAGES, Wording, _, translations

TEMPLATES = Path(__file__).with_name("templates")
SITE = (
    (_("Overview"), "index.html"),
    (_("People"), "people.html"),
    (_("Parties"), "parties.html"),
    (_("Method"), "method.html"),
    (_("Data"), "data.html"),
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


@lru_cache(maxsize=len(LANGUAGES))
def _environment(language: str) -> Environment:
    style = (TEMPLATES / "style.css").read_text(encoding="utf-8")
    environment = Environment(
        loader=FileSystemLoader(TEMPLATES),
        extensions=["jinja2.ext.i18n"],
        autoescape=True,
        undefined=StrictUndefined,
        finalize=_shown,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    digest = b64encode(sha256(style.encode()).digest()).decode()
    paper = Markup((TEMPLATES / "paper.css").read_text(encoding="utf-8"))  # noqa: S704
    environment.globals.update(style=Markup(style), style_digest=digest, design=design(), site=SITE, paper=paper)  # noqa: S704
    environment.filters["many"] = Wording(language).count
    environment.install_gettext_translations(translations(language), newstyle=True)  # type: ignore[attr-defined]
    return environment


def _shown(value: Any) -> Any:
    """Control characters and broken characters made visible, in whatever is printed."""
    return visible(value) if type(value) is str else value
