"""The act that a harm is laid to: "killed in an air strike", "when X shelled the town", "carried out 13 raids,
killing 12".
"""

from sijill.extract.predicates.actors import agents_of_noun, as_a_side, by_agents, doers, who_fired
from sijill.extract.predicates.doer import Doer
from sijill.extract.predicates.draft import Deed, Heard
from sijill.extract.predicates.targets import what_was_fired
from sijill.extract.syntax.classes import AUX, MODAL, VERB
from sijill.extract.syntax.kinds import is_agent
from sijill.extract.syntax.parts import Cue, Phrase
from sijill.extract.syntax.sentence import Sentence
from sijill.model.claim import SAYS_NOT_HOW, Act, Harm
from sijill.model.party import Role

HURT = frozenset({Harm.KILLED, Harm.INJURED, Harm.CASUALTIES})
REFINED = frozenset({Act.BOMBING, Act.SHELLING, Act.OTHER, Act.ARMED_CLASH})
NO_MEANS = frozenset({Act.TERRITORIAL_CONTROL, Act.DESTRUCTION, Act.LOOTING, Act.AID_DELIVERY})
FAR = 30
FEW = 6
"""Tokens from "repelled" to the attack."""
BOMBER = 4
"""Words of "a lone suicide bomber"; in more, a headline ran on into them."""
MEETS = "needs attack"
"""Note of verbs by which an attack is met."""
BY_HAND = "by hand"
"""Note of a harm whose own words say how it was done: "stabbed to death"."""


def takes_an_act(cue: Cue) -> bool:
    """A harm whose own words leave open how it was done."""
    return cue.row.act in SAYS_NOT_HOW and cue.row.harm is not Harm.NONE


def from_act(s: Sentence, phrase: Phrase, cue: Cue, heard: Heard) -> Deed:
    """The deed that the subject names: "air strikes by X killed"."""
    noun = phrase.cue
    if noun is None:
        return Deed(cue.row.act, (cue.start, cue.end), [])
    named = _who_did(s, phrase, cue.start, heard) or _bomber(s, phrase, noun)
    act = Act.AIRSTRIKE if _was_dropped(s, noun, cue) else act_by(s, noun, named)
    return Deed(act if act is not Act.OTHER else cue.row.act, (noun.start, noun.end), named)


def _was_dropped(s: Sentence, noun: Cue, cue: Cue) -> bool:
    """ "Two bombs were dropped on the camp, killing ten": from the air."""
    between = (other for other in s.cues if other.verbal and noun.end <= other.start < cue.start)
    return noun.row.note == "thing" and any(other.row.act is Act.AIRSTRIKE for other in between)


def _bomber(s: Sentence, phrase: Phrase, noun: Cue) -> list[Doer]:
    """ "A suicide bomber killed seven", "a suicide bomber of X": a weapon, and who did it; of one who blew himself
    up, whose he was.
    """
    if s.low(noun.end - 1) not in s.words.bombers:
        return []
    sent_by = s.grammar.complement(s, phrase, s.words.of_from)
    end = sent_by.end if sent_by is not None and sent_by.party is not None else phrase.end
    start = phrase.start if phrase.end - phrase.start <= BOMBER else noun.start
    if end == phrase.end and any(cue.row.frame == "acts" and cue.start == end for cue in s.cues):
        return []
    return [Doer(start, end, s.name(start, end), Role.DIRECT)]


def from_context(s: Sentence, cue: Cue, agents: list[Doer], heard: Heard) -> Deed:
    """The deed that words after the harm name, or that it happened in; the harm's own act and agents where none do."""
    held = _in_which(s, cue)
    vague: Deed | None = None
    for other in s.cues:
        if other.start < cue.end:
            continue
        if other.start - cue.end > FAR:
            break
        if other.row.harm is not Harm.NONE and other.row.frame != "act":
            if other.row.note == "massacre" and _linked(s, cue, other):
                return Deed(cue.row.act, (other.start, other.end), agents or doers_of(s, other, heard))
            if other.row.frame in ("noun", "toll") and _linked(s, cue, other):
                break
            continue
        if cue.row.note == BY_HAND and other.row.act is not Act.OTHER:
            continue
        if other.row.act in NO_MEANS or s.low(other.end) in s.words.toll or not _linked(s, cue, other):
            continue
        if _fell_itself(s, other) or _was_at_another_time(s, cue, other):
            continue
        found = doers_of(s, other, heard)
        fired = what_was_fired(s, other, s.grammar.objects(s, other.end)) if other.verbal else None
        act = fired or act_by(s, other, found)
        deed = Deed(act if act is not Act.OTHER else cue.row.act, (other.start, other.end), agents or found)
        if act is not Act.OTHER:
            return deed if vague is None else Deed(act, deed.words, vague.doers or deed.doers)
        vague = vague or deed
    held = held or _opening(s, cue)
    if vague is None and held is not None:
        found = agents or doers_of(s, held, heard)
        return Deed(act_by(s, held, found), (held.start, held.end), found)
    return vague if vague is not None else Deed(act_by(s, cue, agents), (cue.start, cue.end), agents)


def _was_at_another_time(s: Sentence, cue: Cue, other: Cue) -> bool:
    """ "Nine were killed, a week after a bombing": by nothing of that; "after a bombing" may be how."""
    between = (k for k in range(cue.end + 1, other.start) if s.low(k) in s.words.time_clauses)
    return any({s.low(k - 1), s.low(k + 1)} & s.words.apart_in_time for k in between)


def _fell_itself(s: Sentence, other: Cue) -> bool:
    """ "After the town fell": nothing that fell on it."""
    falls = other.verbal and other.row.act is Act.SHELLING and other.row.note == "needs subject"
    subject = s.grammar.subjects(s, s.grammar.verb_group(s, other).start)[:1] if falls else []
    return any(p.cue is None and (p.place is not None or s.low(p.head) in s.words.place_words) for p in subject)


def _in_which(s: Sentence, cue: Cue) -> Cue | None:
    """ "fighting in which 17 people were killed", "a battle in Kessa where ten of them were killed": the fighting."""
    k = s.grammar.clause_start(s, cue.start)
    if s.low(k - 1) in s.words.where:
        return _fought_there(s, k - 1)
    opens = next((j for j in range(cue.start - 1, max(k, cue.start - FAR), -1) if s.low(j) in s.words.which), None)
    if (
        opens is None
        or s.low(opens - 1) not in s.words.in_of_from
        or any(c.verbal and opens < c.start < cue.start for c in s.cues)
    ):
        return None
    acts = [c for c in s.cues if c.end < opens and c.row.frame == "act" and c.row.act is not Act.OTHER]
    if not acts or (acts[-1].end != opens - 1 and not _goes_on_to(s, acts[-1], opens - 1)):
        return None
    return acts[-1]


def _fought_there(s: Sentence, where: int) -> Cue | None:
    """The fight right before "where", with nothing told between but its sides and its place."""
    told = [cue for cue in s.cues if cue.end <= where]
    fight = told[-1] if told and told[-1].row.frame == "act" and told[-1].row.act is Act.ARMED_CLASH else None
    place = s.at(where - 1)
    return fight if fight is not None and where - fight.end <= FAR and place is not None and place.place else None


def _goes_on_to(s: Sentence, fight: Cue, k: int) -> bool:
    """ "A battle between X and Y, in which": the fight, for only its sides stand between."""
    between = range(fight.end, k)
    fought = fight.row.act is Act.ARMED_CLASH and any(s.low(j) in s.words.between for j in between)
    return fought and not any(c.verbal and c.start in between for c in s.cues)


def _opening(s: Sentence, cue: Cue) -> Cue | None:
    """ "In an air strike on Kessa 12 people were killed": the act that opens the sentence, before its first verb."""
    phrase = s.at(s.start + 1) if s.low(s.start) in s.words.opens_with else None
    act = phrase.cue if phrase is not None and phrase.start == s.start + 1 else None
    if act is None or act.row.frame != "act" or act.row.act is Act.OTHER or act.row.note in ("situation", "thing"):
        return None
    return None if any(c.verbal and act.end <= c.start < cue.start for c in s.cues) or cue.start < act.end else act


def _linked(s: Sentence, cue: Cue, other: Cue) -> bool:
    """Does "in", "by", "when" ... stand before the act and after the harm, and no new main clause between?"""
    near = range(max(cue.end, other.start - 12), other.start)
    linked = [k for k in near if s.low(k) in s.words.links and s.at(k) is None]
    return bool(linked) and not _begins_anew(s, cue, other) and not _is_of_a_relative(s, cue.end, linked[-1])


def _is_of_a_relative(s: Sentence, start: int, link: int) -> bool:
    """ "killed in the revolt that became a war after a crackdown": the link belongs to what is told of the revolt."""
    opens = next((k for k in range(start, link) if s.low(k) in s.words.which | s.words.that and s.at(k) is None), None)
    told = range(0) if opens is None else range(opens, link)
    return sum(s.kind(k) & VERB > 0 or s.low(k).endswith(tuple(s.words.past_endings)) for k in told) > 1


def _begins_anew(s: Sentence, cue: Cue, other: Cue) -> bool:
    """ "12 were killed, and they are considering strikes": what follows is told of its own subject."""
    for k in range(cue.end, other.start - 1):
        subject = s.at(k + 1) if s.low(k) in s.words.and_ and s.at(k) is None else None
        if subject is None or subject.start != k + 1 or not s.kind(subject.end) & (AUX | MODAL):
            continue
        if not any(c.verbal and c.form == "past" and subject.end <= c.start < subject.end + 4 for c in s.cues):
            return True
    return False


def act_before(s: Sentence, cue: Cue) -> Cue | None:
    """The act that a participle is a result of: "carried out 13 raids on the town, killing 12"."""
    if not takes_an_act(cue) or cue.start == s.start:
        return None
    for other in reversed(s.cues):
        if cue.start - other.end > FAR:
            return None
        if other.end <= cue.start and other.row.harm is Harm.NONE and other.row.act not in NO_MEANS:
            return _met(s, other) or other
    return None


def _met(s: Sentence, attack: Cue) -> Cue | None:
    """The verb by which an attack was met: "repelled an attack on the town, killing ten"."""
    verbs = (cue for cue in s.cues if cue.row.note == MEETS and 0 <= attack.start - cue.end < FEW)
    return next(verbs, None) if attack.row.note == "weak" else None


def act_by(s: Sentence, cue: Cue, named: list[Doer]) -> Act:
    """What aircraft bomb or strike is an air strike; what guns strike is shelling; a raid or strike of nobody but
    "the army" or "gunmen" may be either, or neither.
    """
    said = {low for doer in named if s.start <= doer.start < s.stop for low in s.tokens.lows[doer.start : doer.end]}
    if cue.row.note == "weak" and cue.row.act is Act.AIRSTRIKE and not cue.verbal:
        on_foot = bool(said) and said <= s.words.on_foot | s.words.definite
        return Act.OTHER if on_foot else cue.row.act
    by_guns_or_planes = cue.row.act is Act.SHELLING and cue.row.note != "thing"
    if cue.row.act not in REFINED | {Act.KILLING} or not (cue.verbal or by_guns_or_planes):
        return cue.row.act
    if not said.isdisjoint(s.words.snipers):
        return Act.SHOOTING
    if not said.isdisjoint(s.words.guns):
        return Act.SHELLING
    if not said.isdisjoint(s.words.fire):
        return Act.SHOOTING
    flown = not said.isdisjoint(s.words.aircraft) and not any(_blew_himself_up(s, doer) for doer in named)
    return Act.AIRSTRIKE if flown else cue.row.act


def _blew_himself_up(s: Sentence, doer: Doer) -> bool:
    """ "Suicide bombers": no aircraft."""
    own = (cue for cue in s.cues if doer.start <= cue.start < doer.end)
    return any(cue.row.act is Act.BOMBING and s.low(cue.end - 1) in s.words.bombers for cue in own)


def doers_of(s: Sentence, cue: Cue, heard: Heard) -> list[Doer]:
    """Who did what the cue names, verb or noun."""
    if not cue.verbal:
        phrase = s.at(cue.start)
        return _who_did(s, phrase, s.stop, heard) if phrase is not None else []
    group = s.grammar.verb_group(s, cue)
    named = by_agents(s, cue.end, s.stop) if group.passive else s.grammar.subjects(s, group.start)
    found = [*doers(s, named, heard.doer), *doers(s, the_other_side(s, cue), None)]
    if not found and named and named[0].cue is not None and named[0].cue.row.note == "thing":
        found = _who_did(s, named[0], cue.start, heard)
    fought = cue.row.act is Act.ARMED_CLASH and cue.row.frame == "acts"
    return [as_a_side(doer) for doer in found] if fought else found


def _who_did(s: Sentence, phrase: Phrase, stop: int, heard: Heard) -> list[Doer]:
    return agents_of_noun(s, phrase, stop, heard.doer) or who_fired(s, phrase, heard.doer)


def the_other_side(s: Sentence, cue: Cue) -> list[Phrase]:
    """Whom somebody "clashed with"."""
    fought = cue.row.act is Act.ARMED_CLASH
    other = s.grammar.governed_by(s, cue.end, s.words.with_, cue.end + 8) if fought else None
    return [other] if other is not None and is_agent(other) else []


def reach_of_by(s: Sentence, cue: Cue) -> int:
    """How far a passive verb looks for its "by": to the next verb of harm."""
    following = [c.start for c in s.cues if c.start >= cue.end and c.verbal and c.row.harm is not Harm.NONE]
    return min([*following, cue.end + 16, s.stop])


def of_act_before(s: Sentence, before: Cue, cue: Cue, heard: Heard) -> Deed:
    """The deed of the act that stands before what it led to."""
    found = doers_of(s, before, heard)
    act = act_by(s, before, found)
    return Deed(act if act is not Act.OTHER else cue.row.act, (before.start, before.end), found)
