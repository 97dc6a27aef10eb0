"""The page to search on, and the files that its script reads when it needs them: parts of the index, rows of results.

A file of words or rows is a classic script with one call, because a page opened from a file may load nothing else. Each
is named by its number, which the page knows, and is put in by the one script that the policy of the page names.
"""

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from sijill.model.finding import Finding
from sijill.publish.material import Material
from sijill.publish.quotes import visible
from sijill.publish.render import inlined, page, to_script
from sijill.publish.search.folding import folding
from sijill.publish.search.index import indexed
from sijill.publish.views.lists import all_events
from sijill.publish.views.overview import event_row, in_time
from sijill.publish.wording import _

SCRIPT = Path(__file__).parents[1] / "templates" / "search.js"
ROWS = 250
"""Results in one file."""
WORDS = {
    "found": _("Events found: {number}"),
    "shown": _("Events found: {number}, the first {shown} of them below"),
    "nothing": _("No event holds all these words. Fewer or shorter ones find more; the beginning of a word is enough."),
    "failed": _("A file of the search cannot be read. The whole folder of the release is needed."),
    "quoted": _("in the words it rests on"),
    "more": _("Show more"),
}


def search_files(material: Material, told: Mapping[str, Any]) -> Iterator[tuple[str, bytes]]:
    """The page of the search and its files, by name. told: what every page is told."""
    findings = in_time(material.findings)
    firsts = []
    for number, part in enumerate(indexed(findings, material)):
        firsts.append(part.first)
        yield f"search/words_{number}.js", _call("words", number, part.lines)
    for number, at in enumerate(range(0, len(findings), ROWS)):
        rows = [_row(each, material) for each in findings[at : at + ROWS]]
        yield f"search/rows_{number}.js", _call("rows", number, rows)
    said = {name: material.say(message) for name, message in WORDS.items()}
    shown = {"words": said, "firsts": firsts, "rows": ROWS, "events": len(findings), "fold": folding()}
    script, digest = inlined(shown, "S", SCRIPT)
    put: dict[str, Any] = {"script": script, "script_digest": digest, "script_loads": True}
    yield "search.html", page("search.html", here="search.html", events=all_events(material), **put, **told)


def _row(finding: Finding, material: Material) -> Sequence[str]:
    """id, title, when and where, tolls, who is accused."""
    row = event_row(finding, material)
    tolls = material.say(_("; ")).join(f"{harm}: {told}" for harm, told, _anchor in row.tolls)
    accused = material.say.listed(*row.accused)
    return [str(row.id), *map(visible, (row.title, f"{row.when} · {row.where}", tolls, accused))]


def _call(name: str, number: int, told: object) -> bytes:
    return f"{name}({number},{to_script(told)});\n".encode()
