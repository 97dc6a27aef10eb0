"""What an act was done to: people, places, property. An act verb counts only with what its row of the table asks
for.
"""

from sijill.extract.predicates.draft import Draft, is_a_machine
from sijill.extract.syntax.circumstances import means_in
from sijill.extract.syntax.kinds import is_people
from sijill.extract.syntax.parts import Cue, Phrase, VerbGroup
from sijill.extract.syntax.sentence import Sentence
from sijill.model.claim import Act, Harm

HITS = "hits people"
"""Note of a verb that, of people, says that they were hit: "shot three men"."""
LIMB = 4
"""Tokens after such a verb within which it says where: "shot in the left leg"."""
THEN = "then "
"""How the note of a verb begins that fires only with these words behind it: "launched rockets"."""
LISTED = 5
"""Tokens before the last of several weapons among which the others stand."""
NEEDS_CHEMICAL = "needs chemical"
"""Note of "use"; of other weapons, only what was used in an attack that was told of says how it was done."""
NEAR = 12
"""Tokens after an explosion within which the thing stands at which it happened."""


def needs_met(s: Sentence, cue: Cue, group: VerbGroup, targets: list[Phrase], *, acted: bool) -> bool:
    """Is there someone or something that did it, and what it was done to?"""
    note = cue.row.note
    if note == "needs weapon" or note.startswith(THEN):
        told = acted or group.negated or group.passive
        return told and any(means_in(s, p.start, s.grammar.after_complements(s, p)) for p in targets)
    if note == NEEDS_CHEMICAL:
        chemical = any(_names_chemical(s, p) for p in targets)
        return (acted and chemical) or (group.passive and _in_the_attack(s, cue) and _kind(s, targets) is not None)
    if note == "needs property":
        return (acted or group.passive) and any(is_property(s, p) or _is_set_off(cue, p) for p in targets)
    at = [p for p in targets if not (p.pronoun or (note == HITS and is_a_machine(s, p)))]
    hit = any(_hit(s, p) or (note == HITS and p.person) for p in at)
    if group.passive and note != "needs target":
        return hit
    return acted and (hit or cue.row.lemma in s.words.acts_by_themselves)


def _is_set_off(cue: Cue, phrase: Phrase) -> bool:
    """ "blew up a bomb"."""
    return phrase.cue is not None and phrase.cue.row.act is cue.row.act


def _hit(s: Sentence, phrase: Phrase) -> bool:
    """ "The villagers", "crowds of protesters", "the school"."""
    inner = s.grammar.complement(s, phrase, s.words.of) if phrase.victim is None else None
    return is_people(phrase) or is_property(s, phrase) or (inner is not None and is_people(inner))


def _in_the_attack(s: Sentence, cue: Cue) -> bool:
    """ "The attack, in which tanks were used": the one told of."""
    phrase = s.at(cue.end + 1) if s.low(cue.end) in s.words.in_of_from else None
    return phrase is not None and s.low(phrase.start) in s.words.definite and s.low(phrase.head) in s.words.told_again


def _kind(s: Sentence, targets: list[Phrase]) -> Act | None:
    """What an attack is in which such weapons are used."""
    first = min((phrase.start for phrase in targets), default=s.stop)
    said = set(s.tokens.lows[max(s.start, first - LISTED) : max((phrase.end for phrase in targets), default=0)])
    if not said.isdisjoint(s.words.guns):
        return Act.SHELLING
    return Act.AIRSTRIKE if not said.isdisjoint(s.words.aircraft) else None


def what_was_fired(s: Sentence, cue: Cue, targets: list[Phrase]) -> Act | None:
    """ "fired 12 rounds" is a shooting, "fired tear gas" neither that nor shelling, "dropped chlorine" an attack with
    it, "fired on Namar" shelling; None where the words leave it.
    """
    if cue.row.act is Act.SHOOTING and targets and _is_ground(s, targets[0]):
        return Act.SHELLING
    if cue.row.note == NEEDS_CHEMICAL and not any(_names_chemical(s, phrase) for phrase in targets):
        return _kind(s, targets)
    if cue.row.note != "needs weapon":
        return None
    if any(phrase.cue is not None and phrase.cue.row.act is Act.CHEMICAL_ATTACK for phrase in targets):
        return Act.CHEMICAL_ATTACK
    said = {low for phrase in targets for low in s.tokens.lows[phrase.start : phrase.end]}
    if not said.isdisjoint(s.words.crowd_control):
        return Act.OTHER
    return Act.SHOOTING if not said.isdisjoint(s.words.bullets) and said.isdisjoint(s.words.guns) else None


def _is_ground(s: Sentence, phrase: Phrase) -> bool:
    """A town or a part of one."""
    return not is_people(phrase) and (phrase.place is not None or s.low(phrase.head) in s.words.generic_places)


def hurt_how(s: Sentence, k: int) -> Harm:
    """Who was shot in the leg was injured; who was shot, was killed or injured."""
    near = s.tokens.lows[k : min(k + LIMB, s.stop)]
    return Harm.CASUALTIES if s.words.limbs.isdisjoint(near) else Harm.INJURED


def _names_chemical(s: Sentence, phrase: Phrase) -> bool:
    """ "sarin", "small amounts of sarin"."""
    said = s.tokens.lows[phrase.start : s.grammar.after_complements(s, phrase)]
    return not s.words.chemical.isdisjoint(said)


def is_property(s: Sentence, phrase: Phrase) -> bool:
    """A place, or a thing that people live by."""
    return phrase.place is not None or (
        s.low(phrase.head) in s.words.property or s.low(phrase.head) in s.words.place_words
    )


def struck_people(s: Sentence, phrase: Phrase) -> list[Phrase]:
    """ "attacks on civilians", "civilians are victims of a siege"."""
    inner = s.grammar.complement(s, phrase, s.words.on_against)
    if inner is not None and inner.victim is not None and not inner.force:
        return [inner]
    verb = s.grammar.verb_before(s, phrase)
    if s.low(verb) in s.words.undergoes:
        return [p for p in s.grammar.subjects(s, verb) if is_people(p)][:1]
    k = phrase.start - 1
    if s.low(k) in s.words.under:
        return [p for p in s.grammar.clause_subject(s, k) if is_people(p)][:1]
    while s.low(k) in s.words.before_siege:
        k -= 1
    if s.low(k) in s.words.of and s.low(k - 1) in s.words.victims:
        return [p for p in s.phrases if p.end < k - 1 and p.victim is not None and not p.force][-1:]
    return []


def struck_things(s: Sentence, draft: Draft) -> list[Phrase]:
    """The things that an act was done to: "blew up a bridge", "an attack on the embassy", "exploded at a bank"."""
    cue, noun = draft.cue, s.at((draft.act_words or (draft.cue.start, 0))[0])
    if cue.verbal and cue.row.frame == "verb" and cue.row.harm is Harm.NONE:
        group = s.grammar.verb_group(s, cue)
        found = s.grammar.subjects(s, group.start)[-1:] if group.passive else s.grammar.objects(s, cue.end)[:1]
        things = [thing for phrase in found for thing in _and_more(s, phrase)]
        if things:
            return things
    if noun is not None and noun.cue is not None and noun.cue.row.frame == "act":
        inner = s.grammar.complement(s, noun, s.words.struck_after)
        things = _and_more(s, inner) if inner is not None else []
        if things:
            return things
    if cue.row.note in ("needs subject", "needs weapon", "thing"):
        return _beside(s, cue)
    return []


def is_thing(s: Sentence, phrase: Phrase) -> bool:
    """A building, vehicle or installation; a town or an area is where, not what."""
    low = s.low(phrase.head)
    return (low in s.words.property or low in s.words.place_words) and low not in s.words.generic_places


def _and_more(s: Sentence, phrase: Phrase) -> list[Phrase]:
    """The phrase, and things joined to it on the right."""
    found = [phrase] if is_thing(s, phrase) else []
    while found and len(found) < 6:
        k = s.grammar.after_complements(s, found[-1])
        joined = s.low(k) == "," or s.low(k) in s.words.and_
        following = s.at(k + 1 if s.low(k + 1) not in s.words.and_ else k + 2) if joined else None
        if following is None or not is_thing(s, following) or following is found[-1]:
            break
        found.append(following)
    return found


def _beside(s: Sentence, cue: Cue) -> list[Phrase]:
    for k in range(cue.end, min(cue.end + NEAR, s.stop)):
        if any(other.verbal and other.start == k for other in s.cues):
            break
        phrase = s.at(k)
        if phrase is not None and phrase.start == k and s.low(k - 1) in s.words.struck_beside and is_thing(s, phrase):
            return _and_more(s, phrase)
    return []
