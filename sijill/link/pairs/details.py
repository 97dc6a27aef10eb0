"""Whether the next sentence of a report tells in detail what the sentence before sums up."""

from sijill.language.folding import fold
from sijill.link.pairs.sketch import Sketch
from sijill.model.claim import SAYS_NOT_HOW

NEAR = 250
"""Code points from a summary to the sentence that tells it in detail."""


def is_in_detail(a: Sketch, b: Sketch) -> bool:
    """ "Three women were hurt by a shell. ... The mayor said that a shell hurt 3 women in Mill Lane": somebody tells of
    the same people by the same act, after the report's own words."""
    first, then = (a, b) if a.begin <= b.begin else (b, a)
    told_by = not first.voice and bool(then.voice) and 0 <= then.begin - first.finish <= NEAR
    how = a.act is b.act and a.act not in SAYS_NOT_HOW
    alike = bool(fold(whom(a))) and fold(whom(a)) == fold(whom(b))
    return told_by and how and (a.number or 0) > 1 and a.number == b.number and alike


def whom(sketch: Sketch) -> str:
    """The words for those who were harmed, without their number; none where it does not begin them."""
    victims, toll = sketch.claim.victims, sketch.claim.toll
    if victims is None or toll is None or not victims.text.startswith(toll.text):
        return ""
    return victims.text.removeprefix(toll.text)
