"""What an act is said to answer: "in response to the abductions", "in retaliation for raids on Namar"."""

from sijill.extract.syntax.classes import ADVERB
from sijill.extract.syntax.parts import Phrase, Spot
from sijill.extract.syntax.sentence import Sentence

COMMAS = frozenset(",،")


def response(s: Sentence) -> tuple[int, Phrase] | None:
    """ "in response to the abductions": (where it begins, the phrase that names what is answered)."""
    if not s.has(s.words.response):
        return None
    for i in range(s.start, s.stop - 3):
        for opening in s.sayings.response:
            if s.reads(i, opening):
                k = i + len(opening)
                phrase = s.at(k) or (s.at(k + 1) if s.kind(k) in (0, ADVERB) else None)  # "to deadly raids"
                if phrase is not None:
                    return i, phrase
    return None


def without_answered(s: Sentence, spots: list[Spot], at: int) -> list[Spot]:
    """The places of a sentence but those of what it is said to answer ("in response to raids on Namar"), which are of
    nothing but that. at: token of what is placed."""
    answered = response(s)
    if answered is None:
        return spots
    relative = s.words.which | s.words.that  # "in response to raids on Kessa that killed ten"
    later = (cue.start for cue in s.cues if cue.verbal and cue.start > answered[0])
    verbs = (start for start in later if s.low(start - 1) not in relative)
    comma = (k for k in range(answered[0], s.stop) if s.low(k) in COMMAS)
    of_it = range(answered[0], min(next(verbs, s.stop), next(comma, s.stop)))
    return spots if at in of_it else [spot for spot in spots if spot.start not in of_it]
