"""The words a figure rests on, in their document: who says them, where they stand, what stands around them."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from markupsafe import Markup, escape

from sijill.model.claim import Claim, ClaimId, Harm, Stance
from sijill.publish.material import Material, interested_parties
from sijill.publish.release.unnamed import said as unnamed
from sijill.publish.release.unnamed import voice
from sijill.publish.wording import ENGLISH, Wording, _

KEPT = 4096
"""Quotes that are kept ready, for the next pages that show them too."""
AROUND = 200
"""Characters of the document shown on each side of a quote."""
TONE = {Stance.ASSERTS: "", Stance.DENIES: "denies", Stance.DOUBTS: "denies", Stance.ACCEPTS_RESPONSIBILITY: "accepts"}
UNSHOWABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ud800-\udfff]")


@dataclass(frozen=True, slots=True, kw_only=True)
class Voice:
    """One link of a speaker chain, with the party it belongs to. kind: "" where the name is no more than that."""

    name: str
    kind: str
    party: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Quote:
    """A claim as a page shows it.

    tone            how the words are set: "" | denies | accepts
    before, after   what stands around the words in the document; cut_before, cut_after: the document goes on there
    interested      parties to the conflict that a voice belongs to
    admits          against the interest of that party
    marks           what else a reader must know: general, a part only, cumulative, said to be ...
    """

    id: ClaimId
    document: str
    title: str
    source: str
    published: str
    voices: tuple[Voice, ...]
    tone: str
    stance: str
    says: str
    before: str
    quote: str
    after: str
    cut_before: bool
    cut_after: bool
    interested: tuple[str, ...]
    admits: bool
    marks: tuple[str, ...]


class Quotes:
    """Quotes of a material, the last kept ready. A claim whose span does not hold is not quoted: it was refused."""

    def __init__(self, material: Material) -> None:
        self._material = material
        self._made: dict[ClaimId, Quote] = {}

    def __call__(self, claim_ids: Iterable[ClaimId]) -> tuple[Quote, ...]:
        return tuple(self._one(each) for each in dict.fromkeys(claim_ids))

    def proven(self, claim_ids: Iterable[ClaimId]) -> tuple[Quote, ...]:
        """Only those whose words stand in their document: for claims that no finding answers for."""
        known = (self._material.claims.get(each) for each in claim_ids)
        return self(claim.id for claim in known if claim and self._material.sound(claim))

    def _one(self, claim_id: ClaimId) -> Quote:
        made = self._made.get(claim_id)
        if made is None:
            if len(self._made) >= KEPT:
                self._made.clear()
            made = self._made[claim_id] = _quote(self._material.claims[claim_id], self._material)
        return made


def _quote(claim: Claim, material: Material) -> Quote:
    document, say = material.documents[claim.document], material.say
    text = material.texts(claim.document) or ""
    start, end = claim.span
    first, last = _from_word(text, start), _to_word(text, end)
    parties = [material.party_name(each) for each in interested_parties(claim.speakers)]
    return Quote(
        id=claim.id,
        document=claim.document,
        title=material.title_of(document),
        source=document.source or say(_("source not named")),
        published=say.day(document.published) if document.published else say(_("no date of publication")),
        voices=tuple(
            Voice(
                name=each.name,
                kind="" if each.name == unnamed(voice(each.kind), say) else say.kind(each.kind),
                party=material.party_name(each.party) if each.party else None,
            )
            for each in claim.speakers
        ),
        tone=TONE[claim.stance],
        stance=say.stance(claim),
        says=says(claim, say),
        before=text[first:start],
        quote=claim.quote,
        after=text[end:last],
        cut_before=first > 0,
        cut_after=last < len(text),
        interested=tuple(parties),
        admits=claim.stance is Stance.ACCEPTS_RESPONSIBILITY,
        marks=tuple(say.marks(claim)),
    )


def says(claim: Claim, say: Wording) -> str:
    """What is claimed in a few words, the number as it was said: "killed: at least 77"."""
    harm = say.harm(claim.harm) if claim.harm is not Harm.NONE else capital(say.plain(claim.act))
    return harm if claim.toll is None else f"{harm}: {claim.toll.text}"


def capital(said: str) -> str:
    """With its first letter as at the start of a sentence."""
    return said[:1].upper() + said[1:]


def _from_word(text: str, start: int) -> int:
    """About AROUND characters before, at the beginning of a word."""
    first = max(0, start - AROUND)
    if first == 0:
        return 0
    space = text.find(" ", first, min(start, first + 40))
    return first if space < 0 else space + 1


def _to_word(text: str, end: int) -> int:
    last = min(len(text), end + AROUND)
    if last == len(text):
        return last
    space = text.rfind(" ", max(end, last - 40), last)
    return last if space < 0 else space


@dataclass(frozen=True, slots=True, kw_only=True)
class Lit:
    """A claim lit in a text: its number beside the text and the page it leads to."""

    number: int
    claim: ClaimId
    span: tuple[int, int]
    href: str | None


def lit(text: str, claims: Sequence[Lit], say: Wording = ENGLISH) -> Markup:
    """The whole text, every claim's words marked. Spans may overlap and nest: the more claims, the stronger the mark.

    Where a claim begins stands an anchor with its id; where it ends, its number, linked to its event.
    """
    begins: dict[int, list[Lit]] = {}
    ends: dict[int, list[Lit]] = {}
    for each in claims:
        begins.setdefault(each.span[0], []).append(each)
        ends.setdefault(each.span[1], []).append(each)
    edges = sorted({0, len(text), *begins, *ends})
    parts: list[str] = []
    open_claims = 0
    for edge, following in zip(edges, [*edges[1:], len(text)], strict=True):
        parts += [_end(each, say) for each in ends.get(edge, ())]
        open_claims += len(begins.get(edge, ())) - len(ends.get(edge, ()))
        parts += [f'<span id="{escape(each.claim)}"></span>' for each in begins.get(edge, ())]
        piece = escape(visible(text[edge:following]))
        if piece:
            parts.append(f'<mark class="m{min(open_claims, 3)}">{piece}</mark>' if open_claims else str(piece))
    return Markup("".join(parts))  # noqa: S704


def _end(each: Lit, say: Wording) -> str:
    if each.href is None:
        label = say.fill(_("claim {number}, in no event"), number=each.number)
        return f'<sup title="{escape(label)}">{each.number}</sup>'
    label = say.fill(_("claim {number}: to its event"), number=each.number)
    return f'<sup><a href="{escape(each.href)}" aria-label="{escape(label)}">{each.number}</a></sup>'


def visible(text: str) -> str:
    """Text as a page can hold it: control characters by their pictures, halves of characters by a sign."""
    return text if text.isprintable() else UNSHOWABLE.sub(_picture, text)


def _picture(found: re.Match[str]) -> str:
    code = ord(found.group())
    return (
        "\N{REPLACEMENT CHARACTER}" if code > 0x7F else chr(0x2400 + code) if code < 0x20 else "\N{SYMBOL FOR DELETE}"
    )
