"""Who came, took ground or was driven from it, where words beside that tell of a fight or of those executed there."""

from dataclasses import dataclass

from sijill.extract.predicates.actors import as_a_side, by_agents, doers
from sijill.extract.predicates.doer import Doer
from sijill.extract.predicates.draft import Draft
from sijill.extract.syntax.classes import PREP, RELATIVE
from sijill.extract.syntax.kinds import is_agent
from sijill.extract.syntax.parts import Cue, Phrase
from sijill.extract.syntax.sentence import Sentence
from sijill.language.places.words import SITE_KEYS
from sijill.model.claim import Act, Harm
from sijill.model.party import Actor

FAR = 10
"""Tokens from the taking of ground to the "from" of those who lost it."""


@dataclass(frozen=True, slots=True)
class Taken:
    """Who took ground, by the rules by which they were read, those of other parties of that sentence, its words to
    that place, and how many claims were made by then.
    """

    who: dict[str, Actor]
    others: frozenset[str]
    words: str
    sentence: int
    at: int


def set_who_came(s: Sentence, found: list[Draft]) -> None:
    """ "12 men were executed when X stormed the town": by X. Who was killed then may have died otherwise, and those
    executed where the words tell of others, of who did it or of an answer to it by others.
    """
    for draft in found:
        executed = draft.act is Act.EXECUTION and draft.harm is Harm.KILLED and draft.counted and not draft.negated
        if executed and not draft.doers and draft.group is not None and draft.group.passive:
            came = who_came(s, draft.cue.end, s.words.came_then)
            draft.doers = came if _are_alone(s, draft.cue.end, came) else []


def _are_alone(s: Sentence, start: int, came: list[Doer]) -> bool:
    told = {(doer.start, doer.end) for doer in came}
    others = (p for p in s.phrases if is_agent(p) and not p.pronoun and (p.party or p.force))
    answered = s.has(s.words.response) or any(s.low(k) in s.words.by for k in range(start, s.stop) if s.at(k) is None)
    return not answered and all(any(a <= p.start < b for a, b in told) for p in others)


def who_came(s: Sentence, start: int, opens: frozenset[str]) -> list[Doer]:
    """Whose coming opens a clause after token `start`: "when X stormed", "after X took"."""
    for k in range(start, s.stop):
        if s.low(k) not in opens or s.at(k) is not None:
            continue
        first = 1 + _takes_ground(s, k + 1)  # a verb may stand before who came
        who = s.at(k + first)
        came = who is not None and who.start == k + first and is_agent(who) and not who.pronoun
        if who is not None and came and (first > 1 or _takes_ground(s, s.grammar.skip_adverbs(s, who.end))):
            return doers(s, [who], None)
    return []


def of_ground(s: Sentence, fight: tuple[int, int]) -> list[Doer]:
    """ "X seized the hill in clashes", "X drove Y from the hill after days of fighting": X and Y fought, where such a
    fight stands in tokens [start, end).
    """
    found = _taken(s, fight[0])
    if found is None:
        return []
    verb, link = found
    winners = doers(s, _winners(s, verb), None)
    losers = doers(s, _losers(s, verb, link), None) if winners else []  # "medics drove the soldiers out": no side
    return [as_a_side(doer) for doer in winners + losers]


def ground_taken(s: Sentence, fight: int) -> Phrase | None:
    """ "X seized the hill in clashes", "drove Y out of a base in clashes": the hill or base, where such a fight stands
    at token `fight`.
    """
    found = _taken(s, fight)
    if found is None:
        return None
    verb, link = found
    whom = s.at(verb + 1)
    at = s.grammar.skip_adverbs(s, verb + 1)
    if whom is not None and _drives_out(s, verb):
        at = s.grammar.after_complements(s, whom) + 1
        at += s.low(at) in s.words.of_from
    ground = s.at(at)
    if ground is None or ground.start >= link:
        ground = _told_before(s, verb)
    return ground if ground is not None and _names_ground(s, ground) else None


def _told_before(s: Sentence, verb: int) -> Phrase | None:
    """ "A hill in Namar that X | seized": the hill."""
    that = next((k for k in range(verb - 1, s.start, -1) if s.kind(k) & RELATIVE and s.at(k) is None), None)
    found = s.at(that - 1) if that is not None else None
    outer = s.at(found.start - 2) if found is not None and s.kind(found.start - 1) & PREP else None
    return outer if outer is not None and _names_ground(s, outer) else found


def _taken(s: Sentence, fight: int) -> tuple[int, int] | None:
    """The token of the verb by which ground was taken in the fight at token `fight`, and that of "in" between."""
    noun = s.at(fight)
    if noun is None or noun.cue is None or noun.cue.row.act is not Act.ARMED_CLASH or noun.cue.verbal:
        return None
    link = next((k for k in range(noun.start - 1, s.start, -1) if s.low(k) in s.words.fought_in), None)
    if link is None or any(c.verbal and link < c.start < noun.start for c in s.cues):
        return None
    verbs = (k for k in range(link - 1, s.start, -1) if _is_of_ground(s, k, link) or _drives_out(s, k))
    verb = next(verbs, None)
    between = verb is not None and any(c.verbal and verb < c.start < link for c in s.cues)
    return None if verb is None or between else (verb, link)


def _takes_ground(s: Sentence, k: int) -> bool:
    taken = any(c.verbal and c.start == k and c.row.act is Act.TERRITORIAL_CONTROL for c in s.cues)
    return s.at(k) is None and (taken or s.low(k) in s.words.advances)


def _is_of_ground(s: Sentence, k: int, stop: int) -> bool:
    """ "Seized the hill", "the hill that X seized", "stormed a base, seizing it"; not "seized rifles"."""
    if not _takes_ground(s, k):
        return False
    after = s.at(s.grammar.skip_adverbs(s, k + 1))
    if after is None or after.pronoun or after.start >= stop:
        return any(_names_ground(s, p) for p in s.phrases if p.end <= k or (p is after and not p.pronoun))
    return _names_ground(s, after)


def _names_ground(s: Sentence, phrase: Phrase) -> bool:
    low = s.low(phrase.head) if phrase.head >= 0 else ""
    named = phrase.place is not None and not is_agent(phrase)
    return named or low in SITE_KEYS | s.words.ground


def _drives_out(s: Sentence, k: int) -> bool:
    """ "Drove Y out of the town"; not "drove Y to the hospital"."""
    whom = s.at(k + 1) if s.low(k) in s.words.drives_out and s.at(k) is None else None
    gone = whom is not None and s.low(s.grammar.after_complements(s, whom)) in s.words.driven_from
    return gone and whom is not None and whom.start == k + 1 and is_agent(whom) and not whom.pronoun


def _winners(s: Sentence, k: int) -> list[Phrase]:
    start = s.grammar.verb_group(s, Cue(k, k + 1, s.cues[0].row, "past")).start
    if not s.words.passive.isdisjoint(s.tokens.lows[start:k]):
        return by_agents(s, k + 1, k + FAR)
    found = s.grammar.clause_subject(s, k) if s.low(k).endswith(tuple(s.words.gerund_endings)) else []
    return [p for p in found or s.grammar.subjects(s, start) if is_agent(p) and not p.pronoun]


def _losers(s: Sentence, k: int, stop: int) -> list[Phrase]:
    whom = s.at(k + 1) if _drives_out(s, k) else s.grammar.governed_by(s, k + 1, s.words.from_, min(stop, k + FAR))
    if whom is None or not is_agent(whom) or whom.pronoun:
        return []
    return [p for p in s.grammar.coordinated_right(s, whom) if is_agent(p)]
