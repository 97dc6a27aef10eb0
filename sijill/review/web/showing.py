"""Claims as a page shows them: who says what, in which words, and what stands around the words in their document."""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from markupsafe import Markup, escape

from sijill.model.claim import Claim
from sijill.publish import words
from sijill.publish.quotes import TONE, visible
from sijill.publish.wording import Wording
from sijill.resolve.answered import CLAIM
from sijill.review.journal import Journal
from sijill.review.view import View

AROUND = 180
"""Characters of the document shown on each side of a quote."""
_SPACE = re.compile(r"\s+")


@dataclass(frozen=True, slots=True, kw_only=True)
class Said:
    """One claim. sound: its words stand in its document. corrected: fields that somebody decided on."""

    claim: Claim
    title: str
    source: str
    published: str
    voices: list[tuple[str, str, str | None]]
    tone: str
    stance: str
    says: str
    before: str
    after: str
    marks: list[str]
    interested: list[str]
    corrected: list[str]
    sound: bool
    sensitive: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Numbers:
    """The claims of an event, counted in the order in which they stand: on paper, where nothing opens, a figure names
    the claims it rests on by these numbers."""

    by_claim: dict[str, int]

    def of(self, said: Sequence[Said]) -> list[int]:
        """Those that have one, lowest first."""
        return sorted(self.by_claim[each.claim.id] for each in said if each.claim.id in self.by_claim)


@dataclass(frozen=True, slots=True, kw_only=True)
class Lit:
    """A claim lit in a text."""

    number: int
    claim: str
    span: tuple[int, int]


class Showing:
    """Shows claims of one view in one language; the texts it needs are read together."""

    def __init__(self, view: View, wording: Wording, journal: Journal) -> None:
        self._view, self._wording, self._journal = view, wording, journal
        self._texts: dict[str, str] = {}
        self._sensitive = {about[0] for about in journal.in_force("sensitive")}

    def all(self, ids: Iterable[str]) -> list[Said]:
        """Those that may be seen, in the order asked for."""
        claims = [self._view.claims[each] for each in dict.fromkeys(ids) if each in self._view.claims]
        missing = {each.document for each in claims} - self._texts.keys()
        self._texts |= self._view.texts(missing)
        return [self._one(each) for each in claims]

    def by_id(self, ids: Iterable[str]) -> Mapping[str, Said]:
        return {each.claim.id: each for each in self.all(ids)}

    def _one(self, claim: Claim) -> Said:
        document = self._view.documents[claim.document]
        text = self._texts.get(claim.document, "")
        start, end = claim.span
        parties = [each.party for each in claim.speakers if each.party is not None]
        corrected = [
            each.about[1]
            for each in self._journal.on(claim.id)
            if each.kind == CLAIM and self._journal.settled(CLAIM, each.about) is not None
        ]
        return Said(
            claim=claim,
            title=document.title or document.name,
            source=document.source or "",
            published=self._wording.day(document.published),
            voices=[
                (
                    each.name,
                    self._wording(words.FORM_OF_SPEAKER[each.kind]),
                    self._view.name(each.party) if each.party else None,
                )
                for each in claim.speakers
            ],
            tone=TONE[claim.stance],
            stance=self._wording.stance(claim),
            says=self._wording.says(claim),
            before=_from_word(text, start),
            after=_to_word(text, end),
            marks=self._wording.marks(claim),
            interested=[self._view.name(each) for each in dict.fromkeys(parties)],
            corrected=list(dict.fromkeys(corrected)),
            sound=text[start:end] == claim.quote,
            sensitive=bool({claim.document, claim.id} & self._sensitive),
        )


def lit(text: str, claims: Sequence[Lit]) -> Markup:
    """The whole text with every claim's words marked; spans may overlap and nest. Each piece says at which code point
    of the text it begins, so that words that somebody marks are found again."""
    begins: dict[int, list[Lit]] = {}
    ends: dict[int, list[Lit]] = {}
    for each in claims:
        begins.setdefault(each.span[0], []).append(each)
        ends.setdefault(each.span[1], []).append(each)
    edges = sorted({0, len(text), *begins, *ends})
    parts: list[str] = []
    opened: list[Lit] = []
    for edge, following in zip(edges, [*edges[1:], len(text)], strict=True):
        closing = ends.get(edge, ())
        parts += [f'<sup><a href="#n{each.number}">{each.number}</a></sup>' for each in closing]
        opened = [each for each in [*opened, *begins.get(edge, ())] if each not in closing]
        parts += [f'<span id="{escape(each.claim)}"></span>' for each in begins.get(edge, ())]
        piece = escape(visible(text[edge:following]))
        if not piece:
            continue
        if opened:
            of = " ".join(each.claim for each in opened)
            parts.append(f'<mark class="m{min(len(opened), 3)}" data-at="{edge}" data-of="{escape(of)}">{piece}</mark>')
        else:
            parts.append(f'<span data-at="{edge}">{piece}</span>')
    return Markup("".join(parts))  # noqa: S704


def _from_word(text: str, start: int) -> str:
    first = max(0, start - AROUND)
    if first:
        space = text.find(" ", first, min(start, first + 40))
        first = first if space < 0 else space + 1
    return ("… " if first else "") + _SPACE.sub(" ", text[first:start])


def _to_word(text: str, end: int) -> str:
    last = min(len(text), end + AROUND)
    if last < len(text):
        space = text.rfind(" ", max(end, last - 40), last)
        last = last if space < 0 else space
    return _SPACE.sub(" ", text[end:last]) + (" …" if last < len(text) else "")
