"""The few shapes that pictures are made of, as SVG: attributes only, so that the policy of a page lets them stand."""

from collections.abc import Iterable, Sequence
from math import floor, log10
from textwrap import wrap
from xml.sax.saxutils import escape, quoteattr

from sijill.publish.quotes import visible

WIDTH, LEFT, RIGHT = 760, 230, 30
INK, SOFT, LINE = "#1c2024", "#565d64", "#dcd8cf"
REPORTED, DEEP, ESTIMATED, DOCUMENTED = "#8f3324", "#1f4a5c", "#c8641b", "#1f4e79"
FONTS, ARABIC = "Noto Sans, Noto Naskh Arabic, sans-serif", "Noto Naskh Arabic, Noto Sans, sans-serif"
RIGHT_TO_LEFT = "\u200f"
CAPTION = 118
"""Characters of a caption on one line."""


def line_in(language: str, words: str) -> str:
    """A line of a language whatever word it begins with."""
    return f"{RIGHT_TO_LEFT}{words}" if language == "ar" else words


def line_as(whole: str, part: str) -> str:
    """A part of a wrapped line, in the direction of the whole."""
    turned = whole.startswith(RIGHT_TO_LEFT) and not part.startswith(RIGHT_TO_LEFT)
    return RIGHT_TO_LEFT + part if turned else part


def directed(words: str) -> str:
    """Words with their own direction: an Arabic line runs from the right wherever it is drawn. See `line_in`."""
    if words.startswith(RIGHT_TO_LEFT):
        return f"\u2067{visible(words[1:])}\u2069"
    strong = next((each for each in words if each.isalpha()), "")
    return f"\u2067{visible(words)}\u2069" if "\u0590" <= strong <= "\u08ff" else visible(words)


def text(
    x: float, y: float, words: str, *, anchor: str = "start", size: float = 13, fill: str = INK, bold: bool = False
) -> str:
    """One line. anchor: start | middle | end, of the drawing, not of the words."""
    told = directed(words)
    weight = ' font-weight="700"' if bold else ""
    family = f' font-family="{ARABIC}"' if told.startswith("\u2067") else ""
    where = f'x="{x:g}" y="{y:g}" text-anchor="{anchor}" font-size="{size:g}"'
    return f'<text {where} fill="{fill}"{weight}{family}>{escape(told)}</text>'


def heading(y: float, words: str) -> str:
    """A title, from the side on which its language begins."""
    if directed(words).startswith("\u2067"):
        return text(WIDTH - 16, y, words, size=16, bold=True, anchor="end")
    return text(16, y, words, size=16, bold=True)


def shortened(words: str, most: int) -> str:
    """At most so many characters, with a sign where some are left out."""
    return words if len(words) <= most else words[: most - 1].rstrip() + "…"


def rect(x: float, y: float, width: float, height: float, fill: str, *, opacity: float = 1, edge: str = "") -> str:
    """A bar. fill: a colour or url(#pattern)."""
    clear = f' fill-opacity="{opacity:g}"' if opacity < 1 else ""
    line = f' stroke="{edge}"' if edge else ""
    size = f'width="{max(width, 0):.1f}" height="{max(height, 0):.1f}"'
    return f'<rect x="{x:.1f}" y="{y:.1f}" {size} fill="{fill}"{clear}{line}/>'


def line(x1: float, y1: float, x2: float, y2: float, *, stroke: str = LINE, width: float = 1, dash: str = "") -> str:
    """From one point to another."""
    dashed = f' stroke-dasharray="{dash}"' if dash else ""
    path = f"M{x1:.1f},{y1:.1f}L{x2:.1f},{y2:.1f}"
    return f'<path d="{path}" stroke="{stroke}" stroke-width="{width:g}" fill="none"{dashed}/>'


def dot(x: float, y: float, r: float, *, fill: str, edge: str = "") -> str:
    """A disc, or with an edge and no fill a ring."""
    line_ = f' stroke="{edge}" stroke-width="1.6"' if edge else ""
    return f'<circle cx="{x:.1f}" cy="{y:.1f}" r="{r:g}" fill="{fill}"{line_}/>'


def arrow(x: float, y: float, *, up: bool, stroke: str = REPORTED) -> str:
    """Open: nobody gives a limit on this side."""
    shape = f"M{x:.1f},{y:.1f}v-13m-4,5l4,-5l4,5" if up else f"M{x:.1f},{y:.1f}h15m-5,-4l5,4l-5,4"
    return f'<path d="{shape}" stroke="{stroke}" stroke-width="1.8" fill="none"/>'


def linked(address: str, inside: str, told: str) -> str:
    """A part of a drawing that leads to a page."""
    return f"<a href={quoteattr(address)}><title>{escape(visible(told))}</title>{inside}</a>"


def hatch(name: str, colour: str) -> str:
    """A pattern for what is known only roughly, as `url(#name)`."""
    return (
        f'<defs><pattern id="{name}" width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">'
        f'<rect width="6" height="6" fill="{colour}" fill-opacity="0.12"/><path d="M0,0V6" stroke="{colour}"/>'
        "</pattern></defs>"
    )


def drawing(parts: Iterable[str], *, height: float, title: str, caption: Sequence[str] = ()) -> str:
    """A whole SVG, titled: a group that may hold links; with a caption under it a picture that speaks for itself."""
    lines = [line_as(told, each) for told in caption for each in wrap(told, CAPTION)]
    tall = height + (18 * len(lines) + 16 if lines else 0)
    x, anchor = (WIDTH - 16, "end") if lines and directed(lines[0]).startswith("\u2067") else (16, "start")
    under = [
        line(16, height, WIDTH - 16, height),
        *(text(x, height + 20 + 18 * at, each, size=12, fill=SOFT, anchor=anchor) for at, each in enumerate(lines)),
    ]
    return "\n".join(
        (
            f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {tall:g}" width="{WIDTH}" height="{tall:g}"'
            f' role="{"img" if lines else "group"}" aria-label={quoteattr(visible(title))} font-family="{FONTS}">',
            f'<rect width="{WIDTH}" height="{tall:g}" fill="#ffffff"/>',
            *parts,
            *(under if lines else ()),
            "</svg>\n",
        )
    )


def round_step(greatest: float, ticks: int = 4) -> int:
    """1, 2 or 5 times a power of ten, for about so many ticks."""
    rough = max(1.0, greatest / ticks)
    power = 10 ** floor(log10(rough))
    return int(next(each for each in (power, 2 * power, 5 * power, 10 * power) if each >= rough))
