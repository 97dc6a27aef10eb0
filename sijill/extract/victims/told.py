"""What words tell of a person's fate, and what the harm of a predicate makes of it."""

from dataclasses import dataclass

from sijill.extract.syntax.classes import ADVERB
from sijill.extract.syntax.parts import Cue
from sijill.extract.syntax.sentence import Sentence
from sijill.model.claim import Harm
from sijill.model.person import Fate

FATE = {
    Harm.KILLED: Fate.DEAD,
    Harm.FOUND_DEAD: Fate.DEAD,
    Harm.INJURED: Fate.INJURED,
    Harm.ABDUCTED: Fate.MISSING,
    Harm.MISSING: Fate.MISSING,
    Harm.DETAINED: Fate.DETAINED,
}


@dataclass(frozen=True, slots=True)
class Told:
    """A fate, the tokens that say it, and the rule that read it with the row of its table: "object:kill"."""

    fate: Fate
    rule: str
    words: tuple[int, int]


def of_cue(cue: Cue, rule: str) -> Told:
    """What a predicate of harm says of those it befell."""
    return Told(FATE[cue.row.harm], f"{rule}:{cue.row.lemma}", (cue.start, cue.end))


def harms(s: Sentence) -> list[Cue]:
    """The predicates of the sentence that tell what became of people."""
    return [cue for cue in s.cues if cue.row.harm in FATE]


def is_passive(s: Sentence, cue: Cue) -> bool:
    """ "was killed", "were later killed"."""
    k = cue.start - 1
    while k > s.start and s.kind(k) & ADVERB:
        k -= 1
    return cue.form == "past" and s.low(k) in s.words.passive
