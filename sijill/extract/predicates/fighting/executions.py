"""Killings that the words tell of as executions: of people in the hands of who killed them, or for an offence."""

from sijill.extract.predicates.context import NO_MEANS
from sijill.extract.predicates.draft import Draft
from sijill.extract.syntax.classes import ADVERB, DET, PREP
from sijill.extract.syntax.kinds import is_agent
from sijill.extract.syntax.parts import Phrase
from sijill.extract.syntax.sentence import Sentence
from sijill.model.claim import SAYS_NOT_HOW, Act, Harm

REASON = 16
"""Tokens from those killed to what they were killed for."""
MEANT = frozenset({Act.KILLING, Act.SHOOTING})
CALM = SAYS_NOT_HOW | NO_MEANS | MEANT | {Act.EXECUTION, Act.ABDUCTION, Act.DETENTION}
"""Acts beside which those in somebody's hands may have been executed; where people fight they die otherwise."""


def set_executions(s: Sentence, found: list[Draft]) -> None:
    """ "X killed 20 captured soldiers", "shot three hostages", "killed two men for spying"."""
    for draft in found:
        harmed = draft.harmed
        if harmed is None or draft.harm is not Harm.KILLED or draft.act not in MEANT:
            continue
        told = s.at(harmed.start)
        by_somebody = bool(draft.doers) or draft.act is Act.SHOOTING
        held = told is not None and by_somebody and _are_held(s, told) and not _is_amid_force(s)
        if held or _is_for_an_offence(s, max(draft.cue.end, harmed.end)):
            draft.act = Act.EXECUTION


def _are_held(s: Sentence, people: Phrase) -> bool:
    """ "Captured soldiers", "15 of the hostages", "troops taken hostage", "men abducted in May"."""
    inner = s.grammar.complement(s, people, s.words.of)
    heads = [people] if inner is None else [people, inner]
    if any(s.low(k) in s.words.captives for phrase in heads for k in range(phrase.start, phrase.end)):
        return True
    k = heads[-1].end
    if s.low(k) in s.words.taken:
        return s.low(k + 1) in s.words.captives
    return s.low(k) in s.words.captives and bool(s.kind(k + 1) & PREP)


def _is_amid_force(s: Sentence) -> bool:
    """Where people fought, stormed, rioted, fled or erred nothing says that captives were killed in cold blood."""
    return s.has(s.words.amid_force) or any(cue.row.act not in CALM for cue in s.cues)


def _is_for_an_offence(s: Sentence, start: int) -> bool:
    """ "For spying", "on charges of treason", with nothing but who, where and when before it."""
    for k in range(start, min(start + REASON, s.stop)):
        charge = _charge(s, k)
        if charge is not None and _is_an_offence(s, charge):
            return True
        if not _is_bare(s, k):
            return False
    return False


def _charge(s: Sentence, k: int) -> int | None:
    """The token after "for", "accused of" or "on a charge of", if that stands at k."""
    if s.low(k) in s.words.punished_for:
        return k + 1
    if s.low(k) not in s.words.charges:
        return None
    return k + 2 if s.low(k + 1) in s.words.charged_with else k + 1


def _is_an_offence(s: Sentence, k: int) -> bool:
    """ "Spying"; not "spying laws"."""
    phrase = s.at(k)
    return s.low(k) in s.words.offences and (phrase is None or phrase.end == k + 1)


def _is_bare(s: Sentence, k: int) -> bool:
    phrase = s.at(k)
    named = phrase is not None and (is_agent(phrase) or phrase.place is not None)
    timed = any(start <= k < end for start, end, *_ in s.times)
    return named or timed or bool(s.kind(k) & (PREP | DET | ADVERB)) or s.grammar.is_name(s, k)
