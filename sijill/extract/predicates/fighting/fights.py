"""Fighters killed where the sentence tells of a fight: an attack by others who are armed, or ground that they took."""

from sijill.extract.predicates.context import HURT, NO_MEANS
from sijill.extract.predicates.draft import Draft
from sijill.extract.syntax.classes import DET, PREP, SUBORDINATOR
from sijill.extract.syntax.kinds import is_agent
from sijill.extract.syntax.parts import Cue, Phrase
from sijill.extract.syntax.sentence import Sentence
from sijill.model.claim import SAYS_NOT_HOW, Act, Harm, Status

NEAR = 5
"""Tokens from who advanced to the verb."""


def set_fights(s: Sentence, found: list[Draft]) -> None:
    """ "X killed 12 soldiers in an attack on their base", "12 fighters were killed as X advanced": armed sides fought.
    Not where the sentence tells of another act that may have killed them.
    """
    for draft in found:
        hurt = draft.act in SAYS_NOT_HOW and draft.harm in HURT and draft.counted
        if hurt and draft.doers and _in_an_assault(s, draft) and (may_fight(s, draft) or _are_more(s, draft, found)):
            draft.act = Act.ARMED_CLASH
    open_ = [draft for draft in found if draft.act in SAYS_NOT_HOW and draft.harm in HURT and are_fighters(s, draft)]
    if not open_ or any(draft.act not in SAYS_NOT_HOW | NO_MEANS | {Act.ARMED_CLASH} for draft in found):
        return
    for draft in open_:
        fight = _fight(s, draft)
        if fight is not None:
            draft.act, draft.act_words = Act.ARMED_CLASH, fight


def _in_an_assault(s: Sentence, draft: Draft) -> bool:
    """ "Killed 12 of the guards during an offensive": if nobody was murdered."""
    start, end = draft.act_words or (0, 0)
    assault = not s.words.assaults.isdisjoint(s.tokens.lows[start:end])
    return assault and draft.cue.row.lemma not in s.words.one_sided


def may_fight(s: Sentence, draft: Draft) -> bool:
    """Fighters, or guards; of "people", villagers or worshippers whom an attack killed nobody says that they fought."""
    first = s.at(draft.harmed.start) if draft.harmed is not None else None
    each = s.grammar.coordinated_right(s, first) if first is not None else []
    told = any(s.low(k) in s.words.guards for phrase in each for k in range(phrase.start, phrase.end))
    return are_fighters(s, draft) or (told and draft.whole is None and not _are_civilians(draft))


def _are_civilians(draft: Draft) -> bool:
    victims = draft.harmed.victims if draft.harmed is not None else None
    return victims is not None and (victims.status is Status.CIVILIAN or bool(victims.groups))


def _are_more(s: Sentence, draft: Draft, found: list[Draft]) -> bool:
    """ "20 soldiers were executed and 12 others died in the assault": more of the fighters told beside them."""
    phrase = s.at(draft.harmed.start) if draft.harmed is not None else None
    alone = phrase is not None and (phrase.head < 0 or s.low(phrase.head) in s.words.counts_on)
    beside = [each for each in found if each is not draft and each.counted and each.harm in HURT]
    return alone and not any(map(_are_civilians, beside)) and any(are_fighters(s, each) for each in beside)


def are_fighters(s: Sentence, draft: Draft) -> bool:
    """Combatants, or members of a party, not in anybody's hands."""
    harmed = draft.harmed
    if harmed is None or harmed.toll is None:
        return False
    phrase = s.at(harmed.start)
    member = phrase is not None and phrase.party is not None and harmed.victims.status is Status.UNKNOWN
    return member or harmed.victims.status is Status.COMBATANT


def _fight(s: Sentence, draft: Draft) -> tuple[int, int] | None:
    """The words of it."""
    if (
        draft.cue.row.lemma in s.words.one_sided
        or s.has(s.words.accidents - s.words.advances)
        or s.has(s.words.mishaps)
    ):
        return None
    told = next(((cue.start, cue.end) for cue in s.cues if _is_of_the_fight(s, draft, cue)), None)
    return told or next(((k, k + 1) for k in range(s.start, s.stop) if _is_advance(s, k) or _led_to(s, k, draft)), None)


def _is_of_the_fight(s: Sentence, draft: Draft, cue: Cue) -> bool:
    if cue.row.act is Act.ARMED_CLASH:
        return True
    if cue.row.act is Act.TERRITORIAL_CONTROL:
        return cue.verbal and not _is_adjective(s, cue) and not _came_before(s, draft, cue)
    attack = cue.row.act is Act.OTHER and cue.row.harm is Harm.NONE and cue.row.frame in ("act", "verb")
    return attack and bool(draft.doers) and _is_its_attack(s, draft, cue)


def _is_adjective(s: Sentence, cue: Cue) -> bool:
    """ "In captured Tarn"."""
    before = s.kind(cue.start - 1)
    return cue.form == "past" and bool(before & (PREP | DET)) and not before & SUBORDINATOR


def _is_its_attack(s: Sentence, draft: Draft, cue: Cue) -> bool:
    """ "Killed 12 soldiers in an attack"; not "who had given up in an attack", nor "and an attack hurt ten"."""
    phrase = s.at(cue.start)
    if cue.verbal or phrase is None or cue.end <= draft.cue.start:
        return draft.act_words == (cue.start, cue.end)
    between = range(draft.cue.end, phrase.start)
    own = not any(s.low(k) in s.words.which | s.words.and_ and s.at(k) is None for k in between)
    return own and s.low(phrase.start - 1) in s.words.in_of_from


def _came_before(s: Sentence, draft: Draft, cue: Cue) -> bool:
    """ "Killed once the town had fallen": later than the fight."""
    between = range(draft.cue.end, cue.start)
    return any(s.low(k) in s.words.time_clauses for k in between)


def _is_advance(s: Sentence, k: int) -> bool:
    """ "As X advanced": a verb whose subject is armed, in a clause told of the killing."""
    if s.low(k) not in s.words.advances or s.at(k) is not None:
        return False
    j = next((j for j in range(k - 1, max(s.start, k - NEAR), -1) if s.at(j) is not None or s.low(j) == ","), s.start)
    last = s.at(j)
    before = s.grammar.climb(s, last) if last is not None else None
    subject = s.at(k + 1) if s.low(k - 1) in s.words.as_others else before
    if subject is None or s.low(min(subject.start, k) - 1) not in s.words.as_others:
        return False
    return is_agent(subject) or _is_combatant(subject)


def _led_to(s: Sentence, k: int, draft: Draft) -> bool:
    """ "X advanced on the town, killing ten soldiers": the verb whose subject did that."""
    if s.low(k) not in s.words.advances or s.at(k) is not None or draft.cue.form != "ing" or k > draft.cue.start:
        return False
    return any(doer.end in (k, k - 1) for doer in draft.doers)


def _is_combatant(phrase: Phrase) -> bool:
    return phrase.victim is not None and phrase.victim.status is Status.COMBATANT
