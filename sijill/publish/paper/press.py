"""HTML to PDF by WeasyPrint, which may fetch nothing but the fonts that we ship. The same HTML, the same bytes."""

import atexit
from collections import deque
from collections.abc import Iterable, Iterator, Mapping
from concurrent.futures import Future, ProcessPoolExecutor
from dataclasses import dataclass
from functools import lru_cache, partial
from hashlib import sha256
from io import BytesIO
from itertools import chain, islice
from multiprocessing import get_context
from pathlib import Path
from typing import Any

from sijill.errors import SijillError

FONTS = Path(__file__).parents[1] / "fonts"
STYLE = Path(__file__).parents[1] / "templates" / "paper.css"
SCHEME = "font:"
FEW = 8
"""Pages below which another process would start later than they are done."""
AHEAD = 4
"""Pages that wait for each process."""


class NoPress(SijillError):
    """WeasyPrint, or a library that it needs, is not installed."""

    def __init__(self, *, fault: str) -> None:
        super().__init__(
            f"a PDF needs WeasyPrint and Pango, but {fault}; install them with `pip install sijill[report]` and, on"
            " Debian, `apt-get install libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0`"
        )


def to_pdfs(pages: Iterable[tuple[str, str]], *, made_on: str, jobs: int) -> Iterator[tuple[str, bytes]]:
    """Several, by name and in their order: few of them here, more in processes of their own, no more pages waiting for
    one than it can set next. The same bytes whatever `jobs` is.

    raises    NoPress
    """
    set_one, coming = partial(to_pdf, made_on=made_on), iter(pages)
    first = list(islice(coming, FEW))
    if jobs <= 1 or len(first) < FEW:
        yield from ((name, set_one(html)) for name, html in chain(first, coming))
        return
    with ProcessPoolExecutor(jobs, mp_context=get_context("spawn")) as pool:
        waiting: deque[tuple[str, Future[bytes]]] = deque()
        for name, html in chain(first, coming):
            waiting.append((name, pool.submit(set_one, html)))
            if len(waiting) > AHEAD * jobs:
                yield _done(*waiting.popleft())
        while waiting:
            yield _done(*waiting.popleft())


def _done(name: str, made: Future[bytes]) -> tuple[str, bytes]:
    return name, made.result()


def to_pdf(html: str, *, made_on: str) -> bytes:
    """A tagged PDF.

    html      a whole page; its only addresses are font:NAME.ttf      made_on   ISO day, printed as its date
    raises    NoPress
    """
    press = _press()
    out = BytesIO()
    press.html(string=html, url_fetcher=press.fetcher).write_pdf(
        out,
        stylesheets=[press.style],
        font_config=press.fonts,
        pdf_identifier=sha256(f"{made_on}\n{html}".encode()).digest()[:16],
        pdf_tags=True,
    )
    return out.getvalue()


@dataclass(frozen=True)
class _Press:
    """WeasyPrint with our fonts and style read once."""

    html: Any
    fetcher: Any
    fonts: Any
    style: Any


@lru_cache(maxsize=1)
def _press() -> _Press:
    try:
        from weasyprint import CSS, HTML  # noqa: PLC0415
        from weasyprint.text.fonts import FontConfiguration  # noqa: PLC0415
        from weasyprint.urls import URLFetcher, URLFetcherResponse  # noqa: PLC0415
    except (ImportError, OSError) as fault:
        raise NoPress(fault=str(fault).splitlines()[0]) from fault

    class OnlyOurFonts(URLFetcher):  # type: ignore[misc]
        """Refuses every address but those of our own fonts."""

        def fetch(self, url: str, headers: Mapping[str, str] | None = None) -> Any:
            name = url.removeprefix(SCHEME)
            if not url.startswith(SCHEME) or name not in {each.name for each in FONTS.iterdir()}:
                raise ValueError(f"no page of ours fetches {url[:60]!r}")
            return URLFetcherResponse(url, body=(FONTS / name).read_bytes())

    fonts, fetcher = FontConfiguration(), OnlyOurFonts()
    style = CSS(string=STYLE.read_text(encoding="utf-8"), font_config=fonts, url_fetcher=fetcher)
    atexit.register(_press.cache_clear)  # fonts must go before the library that frees them does
    return _Press(html=HTML, fetcher=fetcher, fonts=fonts, style=style)
