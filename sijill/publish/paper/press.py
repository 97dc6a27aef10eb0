"""HTML to PDF by WeasyPrint, which may fetch nothing but the fonts that we ship. The same HTML, the same bytes."""

from collections.abc import Mapping
from hashlib import sha256
from io import BytesIO
from pathlib import Path
from typing import Any

from sijill.errors import SijillError

FONTS = Path(__file__).parents[1] / "fonts"
SCHEME = "font:"


class NoPress(SijillError):
    """WeasyPrint, or a library that it needs, is not installed."""

    def __init__(self, *, fault: str) -> None:
        super().__init__(
            f"a PDF needs WeasyPrint and Pango, but {fault}; install them with `pip install sijill[report]` and, on"
            " Debian, `apt-get install libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0`"
        )


def to_pdf(html: str, *, made_on: str) -> bytes:
    """A tagged PDF.

    html      a whole page; its only addresses are font:NAME.ttf      made_on   ISO day, printed as its date
    raises    NoPress
    """
    try:
        from weasyprint import HTML  # noqa: PLC0415
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

    out = BytesIO()
    HTML(string=html, url_fetcher=OnlyOurFonts()).write_pdf(
        out, pdf_identifier=sha256(f"{made_on}\n{html}".encode()).digest()[:16], pdf_tags=True
    )
    return out.getvalue()
