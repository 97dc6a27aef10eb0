"""The index of a release's events: each folded word with the events it stands in, cut in parts that are read on demand.

It is made of what the gate let through and of nothing else: what a page of the release prints is found, what no page
prints is not in it. The words of an event itself (place, date, parties, id) are told from the words that it rests on.
"""

from array import array
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from sijill.language.searching import search_text
from sijill.model.finding import Finding
from sijill.publish.material import Material
from sijill.publish.release.unnamed import WITHHELD

PART = 120_000
"""Characters of a part of the index, so that a search reads little of it."""
SIX = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_"
MORE, BITS = 32, 5
"""A number is written in groups of five bits, the lowest first; all but its last with this added."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """A stretch of the index. first: its first word; lines: one a word, with the events of both kinds."""

    first: str
    lines: str


def indexed(findings: Sequence[Finding], material: Material) -> Iterator[Part]:
    """The words of the events, by their numbers in this order, cut where a part is full."""
    found = postings(findings, material)
    begun, size = "", 0
    lines: list[str] = []
    for word in sorted(found, key=_as_a_browser_sorts):
        line = "\t".join((word, *map(packed, found.pop(word))))
        if not lines:
            begun = word
        lines.append(line)
        size += len(line) + 1
        if size >= PART:
            yield Part(first=begun, lines="\n".join(lines))
            lines, size = [], 0
    if lines:
        yield Part(first=begun, lines="\n".join(lines))


Postings = dict[str, tuple["array[int]", "array[int]"]]


def postings(findings: Sequence[Finding], material: Material) -> Postings:
    """Each word, with the numbers of the events whose own it is, and of those where it is only in what they rest on."""
    found: Postings = {}
    around = _Names(material)
    for number, finding in enumerate(findings):
        own = _folded(around.own(finding))
        for kind, words in enumerate((own, _folded(quoted(finding, material)) - own)):
            for word in words:
                if word not in found:
                    found[word] = (array("I"), array("I"))
                found[word][kind].append(number)
    return found


def quoted(finding: Finding, material: Material) -> Iterator[str]:
    """The words that a page of the event prints of its claims: quotes, voices, and the documents they stand in."""
    for each in finding.documents:
        document = material.documents.get(each)
        if document is not None:
            yield document.source or ""
            yield material.title_of(document)
    for claim in map(material.claims.__getitem__, finding.claims):
        if claim.quote != material.say(WITHHELD):
            yield claim.quote
        for speaker in claim.speakers:
            yield speaker.name


def packed(numbers: Iterable[int]) -> str:
    """Rising numbers as the steps between them: [0, 2, 40] -> A, C, "mB" without the commas."""
    written, before = [], 0
    for number in numbers:
        step, before = number - before, number
        while step >= MORE:
            written.append(SIX[MORE + step % MORE])
            step >>= BITS
        written.append(SIX[step])
    return "".join(written)


class _Names:
    """What an event is found by in itself; what several events share is put together once."""

    def __init__(self, material: Material) -> None:
        self._material = material
        self._places: dict[str, str] = {}
        self._parties: dict[str, str] = {}

    def own(self, finding: Finding) -> Iterator[str]:
        say = self._material.say
        yield finding.title
        yield str(finding.id)
        yield say.plain(finding.act)
        yield from (say.harm(harm) for harm in finding.tolls)
        yield say.period(finding.when)
        yield from ((edge or "")[:10] for edge in (finding.when.start, finding.when.end))
        yield finding.where.text or ""
        yield self._place(finding.where.place)
        for each in finding.attribution:
            yield self._party(str(each.party))

    def _place(self, known: str | None) -> str:
        """All its names, and those of the places around it."""
        if known is None or known not in self._material.places:
            return ""
        if known not in self._places:
            places = self._material.places
            around = [places[each] for each in (known, *places[known].within) if each in places]
            self._places[known] = " ".join(name for each in around for name in (each.name, *each.aliases))
        return self._places[known]

    def _party(self, known: str) -> str:
        if known not in self._parties:
            party = self._material.parties.get(known)
            names = (known,) if party is None else (party.name, *party.aliases)
            self._parties[known] = " ".join(names)
        return self._parties[known]


def _folded(texts: Iterable[str]) -> set[str]:
    return set(search_text(" ".join(texts)).split())


def _as_a_browser_sorts(word: str) -> bytes:
    """By halves of UTF-16, as a script compares words."""
    return word.encode("utf-16-be", "surrogatepass")
