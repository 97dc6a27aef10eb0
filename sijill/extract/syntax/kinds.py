"""What a phrase can stand for: those harmed, those who did it, an act."""

from sijill.extract.syntax.parts import Phrase
from sijill.extract.syntax.sentence import Sentence


def alike(left: Phrase, right: Phrase) -> bool:
    """Can the two be joined by "and": people with people, forces with forces?"""
    if left.measure or right.measure or (left.cue is not None and left.cue.row.frame in ("adj", "bodies")):
        return False
    if right.force and left.folk and left.end - left.start == 1:
        return True
    people = (is_people(left) or left.person) and (is_people(right) or right.person)
    return people or (is_agent(left) and is_agent(right))


def nobody_is_both(s: Sentence, one: Phrase, other: Phrase) -> bool:
    """ "A man, woman and child": two of a kind that nobody shares."""
    heads = {s.low(one.head), s.low(other.head)}
    return len(heads) == 2 and heads <= s.words.never_both and one.count is None and other.count is None


def is_people(phrase: Phrase) -> bool:
    """Can this phrase be said to have been harmed?"""
    if phrase.measure or (phrase.cue is not None and phrase.cue.row.note == "thing"):
        return False
    if phrase.victim is not None or phrase.force or phrase.party is not None:
        return True
    if phrase.count is None:
        return False
    return phrase.head < phrase.count.end or (phrase.folk and phrase.place is None) or _is_state(phrase)


def _is_state(phrase: Phrase) -> bool:
    """ "85 dead"."""
    return phrase.cue is not None and phrase.cue.row.frame in ("adj", "bodies", "noun")


def is_agent(phrase: Phrase) -> bool:
    """Can this phrase be said to have done it?"""
    return phrase.force or phrase.party is not None or phrase.pronoun


def act_phrase(s: Sentence, phrases: list[Phrase]) -> Phrase | None:
    """The phrase that names an act: "air strikes", or the one inside "a series of air strikes"."""
    for phrase in phrases:
        if phrase.cue is not None and phrase.cue.row.frame == "act":
            return phrase
        inner = s.grammar.complement(s, phrase, s.words.of)
        if inner is not None and inner.cue is not None and inner.cue.row.frame == "act" and not is_people(phrase):
            return inner
    return None


def is_party_alone(phrase: Phrase) -> bool:
    """ "The Red Column", and none of its fighters."""
    party = phrase.party
    return party is not None and phrase.count is None and party.start <= phrase.head < party.end


def says_which(s: Sentence, k: int, end: int) -> bool:
    """The general of "the general commission"."""
    noun = k + 1 < end and s.kind(k + 1) == 0 and s.tokens.words[k + 1].islower()
    return noun and s.low(k) in s.words.ranks_or_not and (s.low(k + 1),) not in s.lexicon.victims
