"""Who is driven out of a fight and who from home: an army that flees or is expelled is not displaced."""

from sijill.extract.predicates.draft import Draft
from sijill.extract.syntax.kinds import is_agent
from sijill.extract.syntax.parts import Cue, Phrase
from sijill.extract.syntax.sentence import Sentence
from sijill.model.claim import Act, Harm, Status

HURT = frozenset({Harm.KILLED, Harm.INJURED, Harm.CASUALTIES})


def is_armed(s: Sentence, phrase: Phrase) -> bool:
    """ "The gunmen fled": they got away, and nobody was driven from home. Settlers and tribesmen may be at home."""
    noun = phrase.victim
    if s.low(phrase.head) in s.words.at_home:
        return False
    return is_agent(phrase) or (noun is not None and (noun.status is Status.COMBATANT or bool(noun.label)))


def of_a_fight(s: Sentence, draft: Draft, people: list[Phrase]) -> None:
    """ "The Column was expelled from Kessa": it lost ground, and nobody home."""
    if draft.harm is Harm.DISPLACED and all(is_armed(s, each) for each in people):
        draft.act, draft.harm = Act.OTHER, Harm.NONE


def of_the_armed(s: Sentence, phrase: Phrase) -> bool:
    """ "Ten gunmen were killed and others fled": other gunmen."""
    if s.low(phrase.head) not in s.words.others:
        return False
    before = next((c for c in reversed(s.cues) if c.end <= phrase.start and c.verbal and c.row.harm in HURT), None)
    hurt = _hurt(s, before) if before is not None else []
    return bool(hurt) and all(is_armed(s, each) for each in hurt)


def _hurt(s: Sentence, cue: Cue) -> list[Phrase]:
    """Those to whom a verb was done."""
    group = s.grammar.verb_group(s, cue)
    return s.grammar.subjects(s, group.start) if group.passive else s.grammar.objects(s, cue.end)
