"""Web pages: what a reader reads of them, what they say of themselves, and how a browser says it saved them.

The article is what trafilatura takes for it; where it finds none, all words of the page are read. Scripts and styles
are no words. Nothing is fetched: not an image, not a style sheet, not an external entity.
"""

import codecs
import re
from collections.abc import Iterator
from functools import cache
from importlib.metadata import version
from typing import Any

from lxml import etree, html

from sijill.capture.content import Content, Unreadable, held
from sijill.capture.dates import Published, published
from sijill.capture.documents import lined, question, undecodable, with_text
from sijill.capture.found import Found, Reading, Results
from sijill.model.decision import Doubt
from sijill.model.document import Embedded, Particulars, Provenance, State

ALL_WORDS = "sijill.html/1"
LIMIT = 50_000_000
DECLARED = re.compile(
    rb"<(?:meta|\?xml)[^<>]{0,300}?(?:charset|encoding)\s{0,9}=\s{0,9}[\"']?\s{0,9}([-\w]{2,40})", re.I
)
DECLARED_WITHIN = 4096
INLINE_DATA = re.compile(r"data:[-\w/+.]{1,80};(?:charset=[-\w]{1,30};)?base64,[A-Za-z0-9+/=%]*+")
SAVED_BY, SAVED_FROM, SAVED_AT = "Page saved with SingleFile", "url:", "saved date:"
SAVED_WITHIN = 5000
SKIPPED = frozenset({"script", "style", "noscript", "template", "head", "svg", "iframe", "object"})
BLOCKS = frozenset(
    "address article aside blockquote body br caption center dd details div dl dt fieldset figcaption figure footer"
    " form h1 h2 h3 h4 h5 h6 header hr html legend li main nav ol option p pre section summary table tbody td tfoot th"
    " thead title tr ul".split()
)
FIELDS = {
    "og:title": "title",
    "og:site_name": "site",
    "og:url": "address",
    "article:published_time": "published",
    "article:modified_time": "modified",
    "datepublished": "published",
    "date": "published",
    "dc.date": "published",
    "dcterms.created": "published",
    "pubdate": "published",
    "author": "author",
    "article:author": "author",
    "description": "description",
}
"""Names of <meta> elements that are kept, and what they say."""


def html_documents(content: Content, reading: Reading) -> Results:
    """The page as one document."""
    yield page(held(content, LIMIT), reading)


def page(data: bytes, reading: Reading, *, provenance: tuple[Provenance, ...] = ()) -> Found:
    """The document of a page. Raises Unreadable."""
    source, asked = decode(data, reading)
    if isinstance(source, Found):
        return source
    saved = _saved(source[:SAVED_WITHIN])
    tree = _tree(INLINE_DATA.sub("", source))
    if tree is None:
        return with_text(reading, "", reader=ALL_WORDS)
    said = tuple(_said(tree))
    text, reader = _article(tree)
    found = with_text(
        reading,
        text,
        reader=reader,
        title=_first(said, "title") or _title(tree),
        published=_published(said, reading),
        particulars=Particulars(embedded=said, provenance=(*provenance, *saved)),
    )
    return Found(
        document=found.document,
        text=found.text,
        doubts=asked if found.text else (),
        particulars=found.particulars,
    )


def decode(data: bytes, reading: Reading) -> tuple[str | Found, tuple[Doubt, ...]]:
    """The characters of a page, and a doubt if some bytes of it are none; or the document that says so.

    A byte order mark, then UTF-8 where it fits, then what was told, then what the page declares. Nothing is guessed.
    """
    for mark, name in (
        (codecs.BOM_UTF8, "utf-8-sig"),
        (codecs.BOM_UTF16_LE, "utf-16"),
        (codecs.BOM_UTF16_BE, "utf-16"),
    ):
        if data.startswith(mark):
            return lined(data.decode(name, "replace")), ()
    try:
        return lined(data.decode()), ()
    except UnicodeDecodeError as fault:
        at = fault.start
    declared = DECLARED.search(data[:DECLARED_WITHIN])
    names = [reading.told.encoding, declared[1].decode("ascii", "replace") if declared else None]
    known = [name for name in names if name is not None and _is_text_encoding(name)]
    if not known:
        seen = "not UTF-8, and no encoding is declared"
        return undecodable(reading, at=at, seen=seen, encoding="utf-8"), ()
    for name in known:
        try:
            return lined(data.decode(name)), ()
        except UnicodeDecodeError as fault:
            at = fault.start
    asked = question(reading.original, "stray_bytes", at=at, encoding=known[0])
    return lined(data.decode(known[0], "replace")), (asked,)


def all_words(tree: Any) -> str:
    """Every word of the page in its order, a line for each block."""
    lines, line = list[str](), list[str]()

    def end_line() -> None:
        if words := " ".join("".join(line).split()):
            lines.append(words)
        line.clear()

    for event, element in etree.iterwalk(tree, events=("start", "end", "comment", "pi")):
        if event in ("comment", "pi"):
            line.append(element.tail or "")
            continue
        block = element.tag in BLOCKS
        if block:
            end_line()
        if event == "start" and not _hidden(element):
            line.append(element.text or "")
        elif event == "end" and not _hidden(element.getparent()):
            line.append(element.tail or "")
    end_line()
    return "\n".join(lines)


def _hidden(element: Any) -> bool:
    while element is not None:
        if element.tag in SKIPPED:
            return True
        element = element.getparent()
    return False


def _tree(source: str) -> Any:
    parser = html.HTMLParser(encoding="utf-8", huge_tree=False, remove_pis=False, no_network=True)
    try:
        return html.document_fromstring(source.encode("utf-8", "replace"), parser=parser)
    except etree.ParserError:  # an empty document
        return None
    except (etree.LxmlError, ValueError, RecursionError) as fault:
        raise Unreadable(State.CORRUPT, str(fault)) from fault


def _article(tree: Any) -> tuple[str, str]:
    import trafilatura  # noqa: PLC0415  (takes longer to load than a small file to read)

    try:
        found = trafilatura.extract(
            tree, include_comments=False, include_tables=True, favor_recall=True, deduplicate=False, fast=True
        )
    except (etree.LxmlError, ValueError, RecursionError, AttributeError, TypeError, AssertionError):
        found = None
    if found:
        return found, _article_reader()
    return all_words(tree), ALL_WORDS


@cache
def _article_reader() -> str:
    return f"trafilatura/{version('trafilatura')}"


def _said(tree: Any) -> Iterator[Embedded]:
    """What the page says of itself, each value once."""
    told = set()
    for element in tree.iter("meta", "link"):
        key = (element.get("property") or element.get("name") or element.get("itemprop") or "").strip().lower()
        name, value = FIELDS.get(key), element.get("content")
        if element.tag == "link" and (element.get("rel") or "").lower() == "canonical":
            key, name, value = "canonical", "address", element.get("href")
        if name and value and (name, value) not in told:
            told.add((name, value))
            yield Embedded(name=name, value=_clean(value), source=f"html:{key}")


def _saved(head: str) -> Iterator[Provenance]:
    """What SingleFile notes in front of a page: from where, and when."""
    _, found, note = head.partition(SAVED_BY)
    lines = [line.strip() for line in note.splitlines()[:10]]
    address = next((line for line in lines if line.startswith(SAVED_FROM)), None)
    at = next((line for line in lines if line.startswith(SAVED_AT)), "")
    if found and address is not None:
        address, at = address.removeprefix(SAVED_FROM), at.removeprefix(SAVED_AT)
        yield Provenance(action="saved", at=_clean(at, 60), by="SingleFile", note=f"address {_clean(address)}")


def _published(said: tuple[Embedded, ...], reading: Reading) -> Published | None:
    words = _first(said, "published")
    if words is None:
        return None
    read = published(words, captured=reading.told.captured)
    return None if read.date is None else read


def _first(said: tuple[Embedded, ...], name: str) -> str | None:
    return next((each.value for each in said if each.name == name), None)


def _title(tree: Any) -> str | None:
    found = tree.find(".//title")
    return None if found is None else found.text_content()


def _clean(value: str, limit: int = 2000) -> str:
    return " ".join(value.split())[:limit].encode("utf-8", "replace").decode()


def _is_text_encoding(name: str) -> bool:
    try:
        return bool(codecs.lookup(name)._is_text_encoding)
    except (LookupError, ValueError):
        return False
