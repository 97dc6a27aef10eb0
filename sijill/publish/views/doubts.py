"""What the chain refused to guess, in words, with links to what each question is about."""

from dataclasses import dataclass

from sijill.model.claim import ClaimId
from sijill.model.decision import Doubt, Step
from sijill.model.document import DocumentId
from sijill.model.event import EventId
from sijill.publish.material import Material


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """One question. about: what it is about and its page (from the top folder), None where it has none."""

    question: str
    about: list[tuple[str, str | None]]
    about_more: int
    candidates: list[str]
    matters: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class DoubtsOfStep:
    """Questions of one step of the chain, those on which most hangs first."""

    step: str
    name: str
    asked: list[Asked]


MOST_ABOUT = 6
LONGEST_QUOTE = 160


def by_step(material: Material) -> list[DoubtsOfStep]:
    """In the order of the chain; a step without doubts is left out."""
    found: dict[Step, list[Doubt]] = {}
    for each in material.doubts:
        found.setdefault(each.step, []).append(each)
    return [
        DoubtsOfStep(
            step=step.value,
            name=material.say.step(step),
            asked=[_asked(each, material) for each in sorted(found[step], key=lambda each: (-each.matters, each.id))],
        )
        for step in Step
        if step in found
    ]


def _asked(doubt: Doubt, material: Material) -> Asked:
    about = list(dict.fromkeys(_page(each, material) for each in doubt.about))
    return Asked(
        question=material.say.sentence(doubt.question, material.name),
        about=about[:MOST_ABOUT],
        about_more=max(0, len(about) - MOST_ABOUT),
        candidates=[_candidate(each, material) for each in doubt.candidates],
        matters=f"{doubt.matters:,g}" if doubt.matters else None,
    )


def _page(about: str, material: Material) -> tuple[str, str | None]:
    """Name and page of what a doubt is about."""
    claim, document, event = ClaimId(about), DocumentId(about), EventId(about)
    if claim in material.claims:
        source = material.claims[claim].document
        return (f"words in “{material.name(source)}”", f"documents/{source}.html")
    if document in material.documents:
        return (material.name(document), f"documents/{document}.html")
    if event in material.titles:
        return (material.titles[event], f"events/{event}.html")
    return (about, None)


def _candidate(known: str, material: Material) -> str:
    """A claim by its words; else what the id stands for."""
    claim = material.claims.get(ClaimId(known))
    if claim is None:
        return material.name(known)
    return f"“{_short(claim.quote)}” in “{material.name(claim.document)}”"


def _short(quote: str) -> str:
    return quote if len(quote) <= LONGEST_QUOTE else quote[:LONGEST_QUOTE].rstrip() + " …"
