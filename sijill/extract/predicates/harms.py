"""Readers of harm: people killed, injured, taken, found dead; by verbs, nouns and states."""

from collections.abc import Iterator
from dataclasses import replace

from sijill.extract.predicates.actors import (
    agents_of_noun,
    at_the_hands,
    by_agents,
    doers,
    doers_or_people,
    responsible,
    responsible_after,
)
from sijill.extract.predicates.context import (
    act_before,
    act_by,
    doers_of,
    from_act,
    from_context,
    of_act_before,
    reach_of_by,
    takes_an_act,
)
from sijill.extract.predicates.counting import COUNTS, harmed
from sijill.extract.predicates.doer import Doer
from sijill.extract.predicates.draft import (
    BY_HIMSELF,
    Deed,
    Draft,
    Heard,
    counted_beings,
    deed_of,
    named_persons,
    of_people,
    of_things,
    one_each,
    people_among,
    without_whose,
)
from sijill.extract.predicates.fighting.fleeing import is_armed, of_a_fight, of_the_armed
from sijill.extract.predicates.joined import (
    doubled,
    noun_before,
    noun_joined,
    of_both,
    of_dead_and,
    own_subject,
    with_the_dead,
)
from sijill.extract.predicates.states import left_so, read_number_of
from sijill.extract.predicates.targets import HITS, hurt_how, needs_met, what_was_fired
from sijill.extract.syntax.classes import NEGATION, PREP
from sijill.extract.syntax.kinds import act_phrase, is_agent, is_people
from sijill.extract.syntax.parts import Cue, Phrase, VerbGroup
from sijill.extract.syntax.sentence import Sentence
from sijill.model.claim import Act, Harm

NEAR = 8
"""Tokens from the act to the "and" before what it did."""
NEAR_LINK = 4
"""Tokens from "in" or "when" to what killed by nobody's doing."""


def read_verb(s: Sentence, cue: Cue, heard: Heard) -> Iterator[Draft]:
    """ "X killed 12", "12 were killed by X", "killing 12", "bombed the town"; "the number of women killed is 12"."""
    yield from [*read_number_of(s, cue, heard)] or _read_verb(s, cue, heard)


def _read_verb(s: Sentence, cue: Cue, heard: Heard) -> Iterator[Draft]:
    if (
        doubled(s, cue)
        or with_the_dead(s, cue) is not None
        or of_dead_and(s, cue)
        or (cue.row.act is Act.KILLING and _of_nature(s, cue))
    ):
        return
    those = s.low(cue.start - 2) in s.words.of and s.low(cue.start - 1) in s.words.those
    counted = s.at(cue.start - 3) if those else None
    if counted is not None and counted.count is not None and cue.start - 3 >= s.start:
        yield Draft(cue, cue.row.act, cue.row.harm, "part", [], harmed(s, counted, []), act_words=(cue.start, cue.end))
        return
    group = s.grammar.verb_group(s, cue)
    participle = cue.form == "ing" and group.start == cue.start and s.low(cue.start - 1) not in s.words.before_gerund
    subject, agents, targets = _sides(s, cue, group, heard, participle=participle)
    if (
        targets
        and cue.row.harm is Harm.NONE
        and (s.low(targets[0].start) in s.words.not_ or s.low(targets[0].start - 1) in s.words.not_)
    ):
        group = replace(group, negated=True)
    acting = act_phrase(s, subject)
    left = group.passive and bool(targets) and s.low(targets[0].start - 1) in s.words.holding
    if left and takes_an_act(cue):
        deed = left_so(s, cue, targets[0], heard)
    else:
        deed = _deed(s, cue, agents, acting, heard, participle=participle)
    if group.passive and group.start == cue.start and targets and not agents:
        deed = _caused(s, cue, targets[0], heard) or deed
    people = people_among(s, cue, targets)
    if cue.row.harm is Harm.NONE:
        if needs_met(s, cue, group, targets, acted=bool(deed.doers) or acting is not None):
            deed = replace(deed, act=what_was_fired(s, cue, targets) or deed.act)
            hits = cue.row.note == HITS
            people = (people or named_persons(s, targets)) if hits else people
            for draft in one_each(s, cue, deed, people, rule="verb", group=group):
                draft.harm = hurt_how(s, cue.end) if hits and draft.harmed is not None else draft.harm
                yield draft
        return
    named = people or named_persons(s, targets) or counted_beings(s, cue, targets)
    if not deed.doers and (
        cue.row.note == "by a force" or (participle and cue.start == s.start and _by_itself(cue, deed))
    ):
        return
    meant = group.infinitive and not deed.doers and all(p.count is None for p in named)
    if (named or agents) and not meant and not of_things(s, cue, group, targets, named):
        for draft in of_both(s, cue, one_each(s, cue, deed, named, rule="verb", group=group)):
            draft.indirect = draft.indirect or (deed.act is Act.DEPRIVATION and acting is not None)
            of_a_fight(s, draft, named)
            yield draft
        yield from _and_himself(s, cue, deed, subject, named)


def _sides(
    s: Sentence, cue: Cue, group: VerbGroup, heard: Heard, *, participle: bool
) -> tuple[list[Phrase], list[Doer], list[Phrase]]:
    """The subject that acts, who did it, and those or that to which it was done."""
    if group.passive:
        own = (p for p in s.grammar.subjects(s, group.start) if not p.pronoun and not _is_an_age(s, p, group))
        targets = _counted_within(s, group) or list(own)
        targets += s.grammar.company(s, cue.end) if targets else []
        return [], doers_or_people(s, by_agents(s, cue.end, reach_of_by(s, cue)), heard.doer), targets
    subject = s.grammar.clause_subject(s, cue.start) if participle else s.grammar.subjects(s, group.start)
    subject = own_subject(s, cue, subject)
    agents = doers(s, subject, heard.doer)
    targets = s.grammar.objects(s, cue.end) or _relative_object(s, subject)
    return subject, agents or (doers_or_people(s, subject, None) if targets and not participle else []), targets


def _is_an_age(s: Sentence, phrase: Phrase, group: VerbGroup) -> bool:
    """ "Ada Brandt, 22 was shot": no verb of 22 people says "was"."""
    bare = phrase.count is not None and phrase.head < 0 and s.low(phrase.start).isdecimal()
    return bare and s.low(phrase.start) != "1" and s.low(group.start) in s.words.singular


def _counted_within(s: Sentence, group: VerbGroup) -> list[Phrase]:
    """ "700 people, including 47 wounded, crossed the border": the 47, and nobody else."""
    told = s.at(group.start - 1)
    if told is None or told.count is None or told.end != group.start or told.count.end != told.end:
        return []
    return [told] if any(s.reads(told.start - len(words), words) for words in s.sayings.subsets) else []


def _and_himself(s: Sentence, cue: Cue, deed: Deed, subject: list[Phrase], named: list[Phrase]) -> Iterator[Draft]:
    """ "killed two guards and himself", "killing two, then himself": who did it is one of the dead."""
    k = s.after_aside(s.grammar.after_complements(s, named[-1])) if named else s.stop
    while s.low(k) in s.words.before_himself:
        k += 1
    people = [phrase for phrase in subject if is_people(phrase) or phrase.person]
    if s.low(k) in s.words.themselves and people and cue.row.harm is Harm.KILLED:
        yield from one_each(s, cue, Deed(deed.act, deed.words, []), people, rule=BY_HIMSELF)


def _by_itself(cue: Cue, deed: Deed) -> bool:
    """Do no other words say how it was done?"""
    return deed.words == (cue.start, cue.end)


def _deed(s: Sentence, cue: Cue, agents: list[Doer], acting: Phrase | None, heard: Heard, *, participle: bool) -> Deed:
    if acting is not None:
        return from_act(s, acting, cue, heard)
    before = act_before(s, cue) if participle else None
    if before is not None:
        found = agents or doers_of(s, before, heard)
        act = act_by(s, before, found)
        return Deed(act if act is not Act.OTHER else cue.row.act, (before.start, before.end), found)
    if takes_an_act(cue):
        deed = from_context(s, cue, agents, heard)
        if deed.words != (cue.start, cue.end) or not _goes_on(s, cue):
            return _told_and(s, cue, s.grammar.verb_group(s, cue).start, deed, heard)
        before = act_before(s, cue)
        act = act_by(s, before, agents) if before is not None else Act.OTHER
        return Deed(act, (before.start, before.end), agents) if before and act is not Act.OTHER else deed
    return Deed(act_by(s, cue, agents), (cue.start, cue.end), agents)


def _told_and(s: Sentence, cue: Cue, start: int, deed: Deed, heard: Heard) -> Deed:
    """ "The market was shelled and seven people were killed": by the shelling, where nothing else is said."""
    if deed.words != (cue.start, cue.end) or deed.doers or cue.form == "ing":
        return deed
    own = s.grammar.subjects(s, start) if s.at(start - 1) is not None else []
    joint = own[0].start - 1 if own else s.start
    before = next((c for c in reversed(s.cues) if c.end <= joint), None)
    if (
        s.low(joint) not in s.words.and_
        or before is None
        or before.row.harm is not Harm.NONE
        or joint - before.end > NEAR
    ):
        return deed
    if not before.verbal or before.row.frame != "verb" or act_before(s, cue) is not before:
        return deed
    found = doers_of(s, before, heard)
    act = act_by(s, before, found)
    return Deed(act if act is not Act.OTHER else deed.act, (before.start, before.end), found)


def _goes_on(s: Sentence, cue: Cue) -> bool:
    """ "... and killed", or a verb that carries its subject: with what the words before tell of."""
    if s.low(cue.start - 1) in s.words.and_:
        return True
    subject = s.grammar.subjects(s, s.grammar.verb_group(s, cue).start)
    return any(p.pronoun and s.at(p.start) is not p for p in subject)


def _relative_object(s: Sentence, subject: list[Phrase]) -> list[Phrase]:
    """ "the people it is killing": those named right before the subject."""
    before = s.at(subject[0].start - 1) if subject else None
    return [before] if before is not None and before.end == subject[0].start and is_people(before) else []


def read_dying(s: Sentence, cue: Cue, heard: Heard) -> Iterator[Draft]:
    """ "12 died", "lost their lives", "went missing"."""
    group = s.grammar.verb_group(s, cue)
    own = cue.row.note == BY_HIMSELF
    found = s.grammar.clause_subject(s, cue.start) if own and cue.form == "ing" else s.grammar.subjects(s, group.start)
    people = [p for p in found if is_people(p)]
    people = [p for p in found if p in people or p.person] if people else named_persons(s, found)
    people = people or counted_beings(s, cue, found)
    people += s.grammar.company(s, cue.end) if people else []
    if cue.row.harm is Harm.DISPLACED:
        people = [p for p in people if not (is_armed(s, p) or of_the_armed(s, p))]
    if not people or (cue.form == "ing" and not group.progressive and not own):
        return
    if s.low(cue.end) in s.words.to or _of_nature(s, cue):
        return
    wanting = _of_want(s, cue)
    if cue.row.note == "of the act before" and (told := _told_before(s, cue)) is not None:
        deed = replace(deed_of(told, doers_of(s, told, heard)), act=told.row.act)
        yield from one_each(s, cue, deed, people, rule="dies", group=group)
        return
    if wanting:
        deed = Deed(Act.DEPRIVATION, (cue.start, cue.end), [])
    else:
        deed = _told_and(
            s, cue, group.start, from_context(s, cue, doers(s, at_the_hands(s, cue.end), None), heard), heard
        )
    if s.low(cue.end) in s.words.in_of_from and s.low(cue.end + 1) in s.words.custody:
        deed = replace(deed, act=Act.DETENTION)
    for draft in one_each(s, cue, deed, people, rule=BY_HIMSELF if own else "dies", group=group):
        draft.indirect = draft.indirect or wanting
        yield draft


def _told_before(s: Sentence, cue: Cue) -> Cue | None:
    """ "a massacre to which 40 fell victim": the noun before."""
    nouns = (c for c in reversed(s.cues) if c.end <= cue.start and c.row.frame in ("noun", "act"))
    return next(nouns, None)


def _of_want(s: Sentence, cue: Cue) -> bool:
    """ "died of hunger", "for lack of medicine": by no blow."""
    if s.low(cue.end) in s.words.of_from and not s.words.hunger.isdisjoint(s.tokens.lows[cue.end : cue.end + 4]):
        return True
    if not s.has(s.words.starving | s.words.wanting):
        return False
    near = range(cue.end, min(s.stop, cue.end + 8))
    return any(
        s.low(k) in s.words.starving or (s.low(k) in s.words.wanting and s.low(k + 1) in s.words.hunger) for k in near
    )


def _of_nature(s: Sentence, cue: Cue) -> bool:
    """ "died of cancer": nobody's doing."""
    said = s.tokens.lows[cue.end + 1 : cue.end + 4]
    if s.low(cue.end) in s.words.of_from and not s.words.illness.isdisjoint(said):
        return True
    after = next((c.start for c in s.cues if c.start >= cue.end), s.stop)
    near = range(cue.end, min(after, cue.end + 12))
    if not s.has(s.words.accidents):
        return False
    if cue.verbal and cue.row.frame == "verb" and not (group := s.grammar.verb_group(s, cue)).passive:
        subject = s.grammar.subjects(s, group.start)
        return any(s.low(phrase.head) in s.words.accidents for phrase in subject)
    return any(s.low(k) in s.words.links and _is_accident(s, k) for k in near)


def _is_accident(s: Sentence, link: int) -> bool:
    """ "in an accident", "when a bus overturned"; where a noun has no article, right after the link."""
    for k in range(link + 1, min(s.stop, link + 1 + (NEAR_LINK if s.words.passive else 1))):
        if s.low(k) in s.words.accidents:
            return s.low(k - 1) not in s.words.to  # "as they tried to storm the town"
        if any(cue.start == k for cue in s.cues):
            return False
    return False


def read_noun(s: Sentence, cue: Cue, heard: Heard) -> Iterator[Draft]:
    """ "the killing of 12 people by X", "85 deaths", "blames X for the civilian deaths"."""
    phrase = s.at(cue.start)
    if phrase is None or s.low(phrase.start) in s.words.own_death or _partly(s, phrase) or _unreported(s, phrase):
        return
    if noun_joined(s, cue) is not None:
        return
    people = of_people(s, phrase) or _reached(s, phrase)
    agents = agents_of_noun(s, phrase, s.stop, heard.doer)
    people = without_whose(cue, agents, people)
    own = [] if agents else responsible_after(s, phrase, heard.doer)
    first = noun_before(s, cue)
    deed = _caused(s, cue, (s.at(first.start) if first is not None else None) or phrase, heard)
    if deed is None:
        deed = from_context(s, cue, agents or responsible(s, phrase, heard.doer) or _blamed(s, phrase), heard)
    says = phrase.count is not None or _names_victims(s, phrase) or cue.row.note.startswith(COUNTS)
    says = says or _said_to_be_none(s, phrase)
    described = [phrase] if not people and says else []
    if s.low(phrase.end) in s.words.of and not people and not deed.doers:
        return
    if people or described or (deed.doers and cue.row.note != "needs people") or cue.row.note == "habitual":
        for draft in one_each(s, cue, deed, people or described, rule="noun"):
            draft.harm = Harm.CASUALTIES if first is not None else draft.harm
            yield draft
    if own:
        for draft in one_each(s, cue, deed_of(cue, own), people or described, rule="responsible"):
            draft.own_voice, draft.habitual = True, not draft.counted
            yield draft


def _reached(s: Sentence, phrase: Phrase) -> list[Phrase]:
    """ "A wave of arrests reaches 60 young men", "a massacre against 60 men": right after the noun, as a language has
    it; but not "sentenced to death".
    """
    judged = s.kind(phrase.start - 1) & PREP and phrase.start > s.start
    people = s.at(phrase.end + 1) if s.low(phrase.end) in s.words.reaches and not judged else None
    known = people is not None and (people.count is not None or people.victim is not None)
    return [people] if people is not None and known and is_people(people) else []


def _caused(s: Sentence, cue: Cue, phrase: Phrase, heard: Heard) -> Deed | None:
    """ "An air strike resulted in the deaths of ...", "the shelling caused 25 casualties"."""
    verb = s.grammar.verb_before(s, phrase)
    if s.low(verb) not in s.words.caused:
        return None
    goes_on = s.low(verb) in s.words.causing or s.low(verb - 1) in s.words.causing
    goes_on = goes_on or (s.low(verb - 1) == "," and not s.grammar.subjects(s, verb))
    acting = act_phrase(s, s.grammar.clause_subject(s, verb) if goes_on else s.grammar.subjects(s, verb))
    if acting is not None:
        return from_act(s, acting, cue, heard)
    before = act_before(s, Cue(verb, verb + 1, cue.row, "ing")) if goes_on else None
    return of_act_before(s, before, cue, heard) if before is not None else None


def _unreported(s: Sentence, phrase: Phrase) -> bool:
    """ "no reports of casualties": nothing was said of anybody."""
    k = phrase.start - 2
    if s.low(k) not in s.words.reports or not s.kind(k + 1) & PREP:
        return False
    return any(s.low(j) in s.words.no | s.words.not_ or s.kind(j) & NEGATION for j in range(max(s.start, k - 4), k))


def _said_to_be_none(s: Sentence, phrase: Phrase) -> bool:
    """ "caused no deaths", "there were no casualties in the raid": nobody, not nobody known of."""
    if s.low(phrase.start) not in s.words.no:
        return False
    there = s.low(phrase.start - 1) in s.words.was and s.low(phrase.start - 2) in s.words.there
    return there or s.low(s.grammar.verb_before(s, phrase)) in s.words.caused


def _partly(s: Sentence, phrase: Phrase) -> bool:
    """ "is not fully to blame for the massacres" says nothing of who did what."""
    said = s.tokens.lows[max(s.start, phrase.start - 6) : phrase.start]
    return any(low in s.words.partly for low in said) and any(low in s.words.negates_blame for low in said)


def _names_victims(s: Sentence, phrase: Phrase) -> bool:
    return any(low in s.words.deaths_of for low in s.tokens.lows[phrase.start : phrase.end])


def _blamed(s: Sentence, phrase: Phrase) -> list[Doer]:
    """ "blames X for the deaths", "accused X of the killing": X, in the voice of who blames."""
    target = s.at(phrase.start - 2) if s.low(phrase.start - 1) in s.words.blamed_for else None
    if target is None or not is_agent(target) or target.pronoun:
        return []
    group = s.grammar.coordinated_left(s, target)
    before = s.tokens.lows[max(s.start, group[0].start - 3) : group[0].start]
    return doers(s, group, None) if any(low in s.words.blames for low in before) else []
