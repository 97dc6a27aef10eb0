"""Word documents: paragraphs and tables in their order, foot- and endnotes after them.

Words that were deleted while changes were tracked are not read, those inserted are; that there are any is a doubt.
"""

from collections.abc import Iterator
from typing import Any

from sijill.capture.content import Content, Unreadable
from sijill.capture.documents import question, with_text
from sijill.capture.formats.packages import named_member, package, xml
from sijill.capture.found import Found, Reading, Results
from sijill.model.document import Embedded, Particulars, State

READER = "sijill.docx/1"
W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
STRICT = "{http://purl.oclc.org/ooxml/wordprocessingml/main}"
NOTES = ("word/footnotes.xml", "word/endnotes.xml")
SPACES = {"tab": "\t", "br": "\n", "cr": "\n", "noBreakHyphen": "-"}
CORE = ("title", "subject", "creator", "lastModifiedBy", "created", "modified", "description", "keywords")


def docx_document(content: Content, reading: Reading) -> Results:
    """The document with its notes."""
    with package(content) as archive:
        if any(each.filename == "EncryptedPackage" for each in archive.infolist()):
            raise Unreadable(State.ENCRYPTED, "the package is encrypted")
        body = named_member(archive, "word/document.xml")
        if body is None:
            raise Unreadable(State.CORRUPT, "no word/document.xml")
        notes = [each for name in NOTES if (each := named_member(archive, name)) is not None]
        said = tuple(_core(named_member(archive, "docProps/core.xml")))
    trees = [xml(each) for each in (body, *notes)]
    text = "\n".join(line for tree in trees for line in _lines(tree))
    title = next((each.value for each in said if each.name == "title"), None)
    found = with_text(reading, text, reader=READER, title=title, particulars=Particulars(embedded=said))
    tracked = sum(1 for tree in trees for each in tree.iter() if _tag(each) in ("ins", "del"))
    doubts = (question(reading.original, "tracked_changes", changes=tracked),) if tracked and found.text else ()
    yield Found(document=found.document, text=found.text, doubts=doubts, particulars=found.particulars)


def _lines(tree: Any) -> Iterator[str]:
    """A line for each paragraph, and for each row of a table with tabs between its cells."""
    stack = [iter(tree)]
    while stack:
        element = next(stack[-1], None)
        if element is None:
            stack.pop()
        elif (tag := _tag(element)) == "p":
            yield _words(element)
        elif tag == "tr":
            yield "\t".join(" ".join(map(_words, _cells(cell))) for cell in element if _tag(cell) == "tc")
        elif tag != "del":
            stack.append(iter(element))


def _cells(cell: Any) -> Iterator[Any]:
    return (each for each in cell.iter() if _tag(each) == "p")


def _words(paragraph: Any) -> str:
    """The words of a paragraph, without those deleted in tracked changes and those of a text box in it (its own)."""
    found = []
    for each in paragraph.iter():
        tag = _tag(each)
        if tag == "t":
            found.append(each.text or "")
        elif tag in SPACES:
            found.append(SPACES[tag])
    return "".join(found)


def _core(data: bytes | None) -> Iterator[Embedded]:
    if data is not None:
        for each in xml(data).iter():
            name = _local(each)
            if name in CORE and each.text and each.text.strip():
                yield Embedded(name=name, value=each.text.strip()[:2000], source="docx:core")


def _tag(element: Any) -> str:
    """The local name of an element of WordprocessingML; "" of another one."""
    tag = element.tag
    if not isinstance(tag, str):
        return ""
    return tag.removeprefix(W) if tag.startswith(W) else tag.removeprefix(STRICT) if tag.startswith(STRICT) else ""


def _local(element: Any) -> str:
    return element.tag.rpartition("}")[2] if isinstance(element.tag, str) else ""
