"""The sides of a fight: those whom the words set against each other, and those whom it cost fighters."""

from dataclasses import replace

from sijill.extract.predicates.actors import agents_of_noun, as_a_side, doers, is_section
from sijill.extract.predicates.context import MEETS, the_other_side
from sijill.extract.predicates.doer import BOTH, Doer
from sijill.extract.predicates.draft import Draft
from sijill.extract.predicates.fighting.between import after_it_broke_out
from sijill.extract.predicates.fighting.fights import may_fight
from sijill.extract.predicates.fighting.ground import of_ground, who_came
from sijill.extract.syntax.classes import DET
from sijill.extract.syntax.kinds import is_agent
from sijill.extract.syntax.parts import Cue, Phrase
from sijill.extract.syntax.sentence import Sentence
from sijill.language.places.words import SITE_KEYS
from sijill.model.claim import SAYS_NOT_HOW, Act, Harm, Status
from sijill.model.party import Role

FALLEN = frozenset({Harm.KILLED, Harm.INJURED, Harm.CASUALTIES})


def set_sides(s: Sentence, found: list[Draft]) -> None:
    """Give the drafts of a fight its sides, as far as the sentence names them."""
    _of_two_that_fell(s, found)
    for draft in found:
        if draft.act is Act.ARMED_CLASH and draft.harm in FALLEN and draft.act_words is not None:
            _add(draft, of_ground(s, draft.act_words))
            came = who_came(s, draft.cue.end, s.words.came_when) if not draft.doers else []
            _add(draft, [as_a_side(doer) for doer in came])
        fight = _fight(s, draft) if draft.harm in FALLEN and draft.doers else None
        if fight is not None:
            _add(draft, _of_the_other_side(s, fight) if fight.verbal else [])
            met = fight.row.note == MEETS and len(draft.doers) > 1
            if sum(doer.role is Role.JOINT for doer in draft.doers) < BOTH and not met:
                _add(draft, of_those_who_fell(s, draft))
        elif draft.harm in FALLEN and draft.doers and (ambushed := _ambushed(s, draft)):
            _add(draft, ambushed)
        elif draft.harm in FALLEN and draft.doers and _is_made_a_fight(s, draft):
            _add(draft, _attacked(s, draft) or _known_others(s, draft))
        elif draft.doers and _is_by_assault(s, draft) and (attacked := _attacked(s, draft)):
            draft.act, draft.doers = Act.ARMED_CLASH, [as_a_side(doer) for doer in draft.doers]
            _add(draft, attacked)


def _is_by_assault(s: Sentence, draft: Draft) -> bool:
    """ "X launched an assault on Y's fighters", "the assault on Y's base killed ten guards"; not of who was murdered in
    it, nor of people in whose killing nobody says that Y had a part.
    """
    start, end = draft.act_words or (0, 0)
    cue = draft.cue
    told = draft.harm is Harm.NONE and not cue.verbal
    fell = draft.harm in FALLEN and draft.counted and may_fight(s, draft)
    told = told or (fell and cue.row.lemma not in s.words.one_sided)
    open_ = draft.act in SAYS_NOT_HOW and not draft.negated
    return open_ and told and not s.words.assaults.isdisjoint(s.tokens.lows[start:end])


def _fight(s: Sentence, draft: Draft) -> Cue | None:
    """The "clashes" or "clashed with" that a harm was laid to; an ambush or a raid is the work of one side."""
    if draft.act is not Act.ARMED_CLASH:
        return None
    told = (cue for cue in s.cues if (cue.start, cue.end) == draft.act_words)
    return next((cue for cue in told if cue.row.act is Act.ARMED_CLASH and _is_mutual(cue)), None)


def _of_the_other_side(s: Sentence, fight: Cue) -> list[Doer]:
    """Whom somebody "clashed with"; whose attack was repelled."""
    met = s.grammar.objects(s, fight.end)[:1] if fight.row.note == MEETS else []
    attack = met[0] if met and met[0].cue is not None and met[0].cue.row.frame == "act" else None
    told = agents_of_noun(s, attack, s.stop, None) if attack is not None else doers(s, the_other_side(s, fight), None)
    return [as_a_side(doer) for doer in told]


def _ambushed(s: Sentence, draft: Draft) -> list[Doer]:
    """ "Ambushed a group of gunmen, killing 15": the gunmen, if nothing more is said of those who fell."""
    told = (cue for cue in s.cues if (cue.start, cue.end) == draft.act_words)
    verb = next((cue for cue in told if cue.verbal and cue.row.act is Act.ARMED_CLASH and cue.row.note != MEETS), None)
    fell = s.at(draft.harmed.start) if draft.harmed is not None and draft.counted else None
    if verb is None or fell is None or not verb.end < draft.cue.start < fell.start or draft.cue.form != "ing":
        return []
    of_them = s.grammar.complement(s, fell, s.words.of)
    bare = fell.count is not None and fell.count.end == fell.end and (of_them is None or of_them.pronoun)
    whom = (
        [p for p in s.grammar.objects(s, after_it_broke_out(s, verb.end)) if p.end <= draft.cue.start] if bare else []
    )
    return [as_a_side(doer) for doer in doers(s, whom[:1], None) if not whom[0].pronoun]


def _attacked(s: Sentence, draft: Draft) -> list[Doer]:
    """ "An assault on Y's forces", "on a base of Y": Y, if the words name a party."""
    end = draft.act_words[1] if draft.act_words is not None else s.stop
    end = next((time[1] for time in s.times if time[0] == end), end)
    whom = s.grammar.governed_by(s, end, s.words.on_against, end + BOTH)
    if whom is not None and whom.party is None and s.low(whom.head) in SITE_KEYS | s.words.not_people:
        whom = s.grammar.complement(s, whom, s.words.of)
    name = whom.party if whom is not None else None
    if whom is None or name is None or whom.pronoun or _left(s, whom):
        return []
    low = s.low(whom.head)
    if whom.force and low not in SITE_KEYS | s.words.not_people:
        return [as_a_side(doer) for doer in doers(s, [whom], None)]
    armed = whom.head < name.end or (low,) in s.lexicon.forces or low in SITE_KEYS | s.words.not_people
    return [Doer(name.start, name.end, s.name(name.start, name.end), Role.JOINT)] if armed else []


def _is_made_a_fight(s: Sentence, draft: Draft) -> bool:
    """ "X killed ten of Y's soldiers as it took the town": a fight by what stands around, and no ambush or raid."""
    told = (cue for cue in s.cues if (cue.start, cue.end) == draft.act_words)
    several = draft.harmed is not None and draft.harmed.toll is not None and draft.harmed.toll.number != 1
    return draft.act is Act.ARMED_CLASH and several and all(cue.row.act is not Act.ARMED_CLASH for cue in told)


def _known_others(s: Sentence, draft: Draft) -> list[Doer]:
    """Those who fell, if the words name their party and it is not the one that killed them."""
    own = {_key_at(s, doer) for doer in draft.doers}
    return [doer for doer in of_those_who_fell(s, draft) if _key_at(s, doer) not in own | {None}]


def _key_at(s: Sentence, doer: Doer) -> str | None:
    phrase = s.at(doer.start) if s.start <= doer.start < s.stop else None
    return phrase.party.key if phrase is not None and phrase.party is not None else None


def _is_mutual(cue: Cue) -> bool:
    return cue.row.frame in ("act", "acts") and cue.row.note in ("", MEETS)


def of_those_who_fell(s: Sentence, draft: Draft) -> list[Doer]:
    """ "Clashes with the army killed ten rebels": the rebels fought in them too. "The Column lost ten fighters": the
    Column did. "Ten gunmen who were defending the Guard": the Guard."""
    phrase = s.at(draft.harmed.start) if draft.harmed is not None and draft.rule != "part" else None
    if phrase is None or draft.harmed is None:
        return []
    joined = (p for p in s.phrases if phrase.end < p.start < draft.harmed.end and s.low(p.start - 1) in s.words.and_)
    each = [phrase, *joined]
    named = _losers(s, draft) or _whole(s, each) or _defended(s, each[-1])
    if named:
        return [as_a_side(doer) for doer in doers(s, named, None)]
    if phrase.pronoun or not is_agent(phrase) or _is_one_man(draft, phrase):
        return []
    if (phrase.victim is not None and phrase.victim.status is Status.CIVILIAN) or _left(s, phrase):
        return []
    beside = [p for p in each[1:] if _is_named(s, p) and not _left(s, p)]
    return [as_a_side(doer) for doer in doers(s, [phrase, *beside], None)]


def _losers(s: Sentence, draft: Draft) -> list[Phrase]:
    """ "The Column lost ten fighters": the Column."""
    if draft.rule != "loses" or draft.group is None or draft.group.passive:
        return []
    return [p for p in s.grammar.subjects(s, draft.group.start)[:1] if is_agent(p) and not p.pronoun]


def _whole(s: Sentence, told: list[Phrase]) -> list[Phrase]:
    """ "Ten members of the Front and the Guard", "jihadists from the Front and the Guard", "clerks and members of the
    Guard": the groups."""
    for phrase in told:
        whole = s.grammar.complement(s, phrase, s.words.of_from)
        groups = s.grammar.coordinated_right(s, whole) if whole is not None and is_agent(whole) else []
        named = [p for p in groups if _is_named(s, p)]
        several = len(named) > 1 and phrase.victim is not None and phrase.victim.status is Status.COMBATANT
        if named and not _left(s, phrase) and (is_section(s, phrase) or several):
            return named
    return []


def _is_named(s: Sentence, phrase: Phrase) -> bool:
    """A party, or "the Varra Hawks", "Varra Hawks groups", by a name that no table has; not "of the Front and Coast
    organisation", which may be one."""
    called = any(s.grammar.is_name(s, k) for k in range(phrase.start, phrase.end - 1))
    own = bool(s.kind(phrase.start) & DET) or s.low(phrase.head).endswith("s")
    return is_agent(phrase) and not phrase.pronoun and (phrase.party is not None or (called and own))


def _defended(s: Sentence, fallen: Phrase) -> list[Phrase]:
    """ "Gunmen who were defending the Guard": the Guard; not boys, nor "the Guard trucks"."""
    if fallen.victim is None or fallen.victim.status is not Status.COMBATANT:
        return []
    k = s.grammar.after_complements(s, fallen)
    if s.low(k) not in s.words.which | s.words.that:
        return []
    k = next((j for j in range(k + 1, k + BOTH + 2) if s.low(j) in s.words.defends), s.stop)
    whom = s.at(k + 1)
    if whom is None or whom.start < k or not is_agent(whom) or whom.pronoun or s.at(whom.end) is not None:
        return []
    return [replace(whom, start=k + 1)]


def _left(s: Sentence, phrase: Phrase) -> bool:
    """ "Army deserters", "former soldiers": no longer of those whose name stands with them."""
    return any(s.low(k) in s.words.deserted for k in range(phrase.start, phrase.end))


def _is_one_man(draft: Draft, phrase: Phrase) -> bool:
    """ "An officer was killed in clashes with rebels": of whom he was is not said."""
    toll = draft.harmed.toll if draft.harmed is not None else None
    return phrase.party is None and toll is not None and toll.number == 1


def _add(draft: Draft, sides: list[Doer]) -> None:
    """Unless the words stand among those who fought already."""
    told = [(doer.start, doer.end) for doer in draft.doers]
    fresh = [side for side in sides if all(side.end <= start or end <= side.start for start, end in told)]
    draft.doers = [*draft.doers, *fresh]


def _of_two_that_fell(s: Sentence, found: list[Draft]) -> None:
    """ "The clashes killed 7 rebels and 19 soldiers": both are sides of it, and who of them harmed whom
    is not said. Whether the two are allies is for assess to ask.
    """
    dead = [d for d in found if d.act is Act.ARMED_CLASH and d.harm is Harm.KILLED and d.counted and d.rule != "part"]
    phrases = [s.at(draft.harmed.start) for draft in dead if draft.harmed is not None and not draft.doers]
    armed = [phrase for phrase in phrases if phrase is not None and _party_of(s, phrase) is not None]
    if len(armed) == len(dead) == BOTH and dead[0].act_words == dead[1].act_words and _are_two(s, *armed):
        sides = (
            _defended(s, phrase) or [phrase if is_agent(phrase) else _owner(s, phrase) or phrase] for phrase in armed
        )
        fought = [as_a_side(doer) for phrases in sides for doer in doers(s, phrases, None)]
        for draft in dead:
            draft.doers = fought


def _are_two(s: Sentence, one: Phrase, other: Phrase) -> bool:
    return _party_of(s, one) != _party_of(s, other)


def _party_of(s: Sentence, phrase: Phrase) -> str | None:
    """The party of "rebels", "fighters from rebel groups"."""
    if _left(s, phrase):
        return None
    owner = _owner(s, phrase) if phrase.party is None else None
    party = phrase.party or (owner.party if owner is not None else None)
    defended = _defended(s, phrase)
    return s.text(defended[0].start, defended[0].end) if defended else party.key if party is not None else None


def _owner(s: Sentence, phrase: Phrase) -> Phrase | None:
    """ "Five of the Column": the Column."""
    return s.grammar.complement(s, phrase, s.words.of_from)
