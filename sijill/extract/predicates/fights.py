"""Fighters killed where the sentence tells of a fight: an attack by others who are armed, or ground that they took."""

from sijill.extract.predicates.context import NO_MEANS, OPEN_ACTS
from sijill.extract.predicates.draft import Draft
from sijill.extract.syntax.parts import Cue
from sijill.extract.syntax.sentence import Sentence
from sijill.model.claim import Act, Harm, Status

HELD, REASON = 3, 16
"""Tokens from those killed to "captured" or "taken hostage", and from the verb to what they were killed for."""
HURT = frozenset({Harm.KILLED, Harm.INJURED, Harm.CASUALTIES})


def set_fights(s: Sentence, found: list[Draft]) -> None:
    """ "X killed 12 soldiers in an attack on their base", "12 fighters were killed as X advanced": armed sides fought.
    Not where the sentence tells of another act that may have killed them.
    """
    open_ = [draft for draft in found if draft.act in OPEN_ACTS and draft.harm in HURT and are_fighters(s, draft)]
    if not open_ or any(draft.act not in OPEN_ACTS | NO_MEANS | {Act.ARMED_CLASH} for draft in found):
        return
    for draft in open_:
        fight = _fight(s, draft)
        if fight is not None:
            draft.act, draft.act_words = Act.ARMED_CLASH, fight


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
    if draft.cue.row.lemma in s.words.one_sided:
        return None
    cues = (
        cue for cue in s.cues if _is_of_a_fight(cue, by_somebody=bool(draft.doers)) and not _came_before(s, draft, cue)
    )
    told = next(((cue.start, cue.end) for cue in cues), None)
    return told or next(((k, k + 1) for k in range(s.start, s.stop) if s.low(k) in s.words.advances), None)


def _is_of_a_fight(cue: Cue, *, by_somebody: bool) -> bool:
    fought = cue.row.act is Act.ARMED_CLASH
    attack = by_somebody and cue.row.act is Act.OTHER and cue.row.harm is Harm.NONE and cue.row.frame in ("act", "verb")
    return fought or attack or (cue.row.act is Act.TERRITORIAL_CONTROL and cue.verbal)


def _came_before(s: Sentence, draft: Draft, cue: Cue) -> bool:
    """ "Killed in the days after the town fell": later than the fight."""
    between = range(draft.cue.end, cue.start)
    return cue.row.act is Act.TERRITORIAL_CONTROL and any(s.low(k) in s.words.time_clauses for k in between)


def set_executions(s: Sentence, found: list[Draft]) -> None:
    """ "X killed 20 captured soldiers", "shot three hostages", "killed two men for spying": people in the power of
    those who killed them.
    """
    for draft in found:
        harmed = draft.harmed
        if harmed is None or draft.harm is not Harm.KILLED or draft.act not in {Act.KILLING, Act.SHOOTING}:
            continue
        by_somebody = bool(draft.doers) or draft.act is Act.SHOOTING
        if (by_somebody and _in_their_hands(s, harmed.start, harmed.end)) or _for_an_offence(s, draft):
            draft.act = Act.EXECUTION


def _in_their_hands(s: Sentence, start: int, end: int) -> bool:
    """ "Captured soldiers", "15 of the hostages", "troops taken hostage"."""
    held = next((k for k in range(start, min(end + HELD, s.stop)) if s.low(k) in s.words.captives), None)
    return held is not None and not any(s.low(k) in (",", ";") or s.low(k) in s.words.and_ for k in range(end, held))


def _for_an_offence(s: Sentence, draft: Draft) -> bool:
    return any(s.low(k) in s.words.offences for k in range(draft.cue.end, min(draft.cue.end + REASON, s.stop)))
