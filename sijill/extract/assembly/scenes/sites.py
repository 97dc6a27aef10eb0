"""The building or camp in which something was done, told of without a name: "shells hit a mosque in Kessa"."""

from collections.abc import Iterator

from sijill.extract.assembly.memory import Telling
from sijill.extract.predicates.draft import Draft
from sijill.extract.syntax.parts import Phrase, Spot
from sijill.extract.syntax.sentence import Sentence
from sijill.model.claim import Harm

SHORT = 5
"""Words of "a school"."""


def with_site(t: Telling, draft: Draft, spot: Spot | None, text: str) -> str:
    """The words of a place, before them the building in it that was struck or that they stand beside."""
    s = t.s
    if not s.words.sites.isdisjoint(text.lower().replace(",", " ").split()):
        return text
    site = next(_sites(s, draft, spot), None)
    if site is None:
        return text
    said = s.text(site.start, site.end)
    near = spot is not None and site.end == spot.start
    return f"{said} {text}" if near else f"{said}, {text}"


def _sites(s: Sentence, draft: Draft, spot: Spot | None) -> Iterator[Phrase]:
    """What was struck; what "at" or "on" comes after the act or the harm; what the place itself comes after."""
    yield from (each for each in _struck(s, draft) if _is_site(s, each) and not _tells_of_others(s, draft, each, spot))
    if spot is not None:
        before = s.at(spot.start - 1) or (s.at(spot.start - 2) if s.low(spot.start - 1) in s.words.in_of_from else None)
        if before is not None and _is_site(s, before) and before.end <= spot.start:
            yield before


def _struck(s: Sentence, draft: Draft) -> Iterator[Phrase]:
    """The things that were hit, and those at, in or on which it happened."""
    yield from draft.struck
    ends = [draft.anchor[1], *(_act_ends(s, draft.act_words[1]) if draft.act_words is not None else ())]
    for end in ends:
        hit = any(cue.verbal and (cue.start, cue.end) == (end, end + 1) and cue.row.harm is Harm.NONE for cue in s.cues)
        phrase = s.at(end + 1) if hit or s.low(end) in s.words.struck_beside else None
        if phrase is not None and phrase.start == end + 1:
            yield phrase


def _tells_of_others(s: Sentence, draft: Draft, site: Phrase, spot: Spot | None) -> bool:
    """Are other people harmed between what was struck and the place? Then that is in another."""
    lo, hi = sorted((site.start, spot.start if spot is not None else draft.anchor[0]))
    harms = (cue for cue in s.cues if cue.verbal and cue.row.harm is not Harm.NONE and cue.start != draft.cue.start)
    return any(lo <= cue.start < hi for cue in harms)


def _act_ends(s: Sentence, end: int) -> Iterator[int]:
    """Where the words of the act end, with what was dropped or fired."""
    yield end
    thing = s.at(end)
    if thing is not None and thing.start == end:
        yield thing.end


def _is_site(s: Sentence, phrase: Phrase) -> bool:
    """One of them, and nothing else that is known."""
    known = phrase.names or phrase.victim or phrase.cue or phrase.count or phrase.pronoun or phrase.force
    plain = not known and phrase.end - phrase.start <= SHORT and s.low(phrase.head) in s.words.sites
    return plain and not any(s.tokens.words[k][0].isupper() for k in range(phrase.start + 1, phrase.end))
