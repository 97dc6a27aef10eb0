"""Whether the next sentence of a report tells in detail what the sentence before sums up."""

from sijill.language.folding import fold
from sijill.link.pairs.families import SAYS_NOT_HOW
from sijill.link.pairs.sketch import Sketch

NEAR = 250
"""Code points from a summary to the sentence that tells it in detail."""


def is_in_detail(a: Sketch, b: Sketch) -> bool:
    """ "Three women were hurt by a shell. ... The mayor said that a shell hurt 3 women in Mill Lane": somebody tells of
    the same people by the same act, after the report's own words."""
    first, then = (a, b) if a.begin <= b.begin else (b, a)
    told_by = not first.voice and bool(then.voice) and 0 <= then.begin - first.finish <= NEAR
    how = a.act is b.act and a.act not in SAYS_NOT_HOW
    return told_by and how and (a.number or 0) > 1 and a.number == b.number and _whom(a) == _whom(b) is not None


def _whom(sketch: Sketch) -> str | None:
    """The words for those who were harmed, without their number."""
    victims, toll = sketch.claim.victims, sketch.claim.toll
    if victims is None or toll is None or not victims.text.startswith(toll.text):
        return None
    return fold(victims.text.removeprefix(toll.text)) or None
