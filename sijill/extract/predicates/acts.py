"""Readers of acts that name no harm to a number of people: strikes, sieges, deprivation, aid, control of ground."""

from collections.abc import Iterator
from itertools import pairwise

from sijill.extract.predicates.actors import agents_of_noun, as_a_side, by_agents, doers, doers_or_people
from sijill.extract.predicates.context import act_by, from_act, the_other_side
from sijill.extract.predicates.counting import harmed
from sijill.extract.predicates.doer import Doer
from sijill.extract.predicates.draft import Deed, Draft, Heard, deed_of, one_each
from sijill.extract.predicates.targets import struck_people
from sijill.extract.syntax.classes import ADVERB, AUX, NEGATION, PREP
from sijill.extract.syntax.kinds import act_phrase, is_agent, is_people
from sijill.extract.syntax.parts import Cue, Phrase, VerbGroup
from sijill.extract.syntax.sentence import Sentence
from sijill.model.claim import Act, Harm
from sijill.model.party import Role

CARRIED_OUT = 2
"""Tokens between an act and the verb that says that it was done: "carried out"."""
NEAR = 6
"""Tokens from "cut off" to those who are."""
NEEDS_ATTACK = "needs attack"
"""Note of verbs by which an attack is met: "repelled"."""
TO_ITS_HOLDER = "to its holder"
"""Note of a predicate whose subject is the place: "fell to"."""


def read_acting(s: Sentence, cue: Cue, heard: Heard) -> Iterator[Draft]:
    """Verbs without an object: "clashed", "opened fire", "a car bomb exploded"."""
    group = s.grammar.verb_group(s, cue)
    if cue.row.note == NEEDS_ATTACK:
        yield from _repelled(s, cue, group, heard)
        return
    subject = s.grammar.subjects(s, group.start)
    if (draft := _set_off(s, cue, group, heard)) is not None:
        yield draft
        return
    acting = act_phrase(s, subject)
    deed = from_act(s, acting, cue, heard) if acting is not None else deed_of(cue, doers(s, subject, heard.doer))
    if deed.doers:
        deed = Deed(deed.act, deed.words, [*deed.doers, *doers(s, the_other_side(s, cue), None)])
    if acting is not None or (deed.doers and cue.row.note != "needs subject"):
        yield Draft(cue, deed.act, Harm.NONE, "acts", deed.doers, None, group, deed.words)


def _set_off(s: Sentence, cue: Cue, group: VerbGroup, heard: Heard) -> Draft | None:
    """ "X detonated a car bomb": whoever set it off; that it went off is told of the bomb alone."""
    bomb = next(iter(s.grammar.objects(s, cue.end)[:1]), None) if cue.row.note == "needs subject" else None
    if bomb is None or bomb.start != cue.end or bomb.cue is None or bomb.cue.row.act is not cue.row.act:
        return None
    who = doers_or_people(s, s.grammar.subjects(s, group.start), heard.doer)
    return Draft(cue, cue.row.act, Harm.NONE, "acts", who, None, group, (cue.start, cue.end)) if who else None


def _repelled(s: Sentence, cue: Cue, group: VerbGroup, heard: Heard) -> Iterator[Draft]:
    """ "The army repelled an attack by X on the town": a fight, and both its sides."""
    met = s.grammar.objects(s, cue.end)[:1]
    attack = met[0] if met and met[0].cue is not None and met[0].cue.row.frame == "act" else None
    who = doers(s, s.grammar.subjects(s, group.start), heard.doer) if not group.passive else []
    if attack is not None and who:
        sides = [as_a_side(doer) for doer in (*who, *agents_of_noun(s, attack, s.stop, None))]
        yield Draft(cue, cue.row.act, Harm.NONE, "acts", list(dict.fromkeys(sides)), None, group, (cue.start, cue.end))


def read_act(s: Sentence, cue: Cue, heard: Heard) -> Iterator[Draft]:
    """ "Ostmark air strikes on Namar", "a row of attacks by X", "a double siege"."""
    phrase = s.at(cue.start)
    situation = cue.row.note == "situation"
    words_ = (cue.start, cue.end)
    if phrase is None or phrase.cue is not cue:
        besiegers = _besiegers(s, cue) if situation else []
        if besiegers:
            yield Draft(cue, cue.row.act, cue.row.harm, "act", besiegers, act_words=words_)
        return
    agents = agents_of_noun(s, phrase, s.stop, heard.doer)
    located = phrase.place is not None or any(n.kind == "place" and 0 <= n.start - phrase.end < 5 for n in s.names)
    people = struck_people(s, phrase)
    workers = s.grammar.governed_by(s, phrase.end, s.words.by_of, phrase.end + 2)
    if (
        cue.row.lemma in s.words.strike_of_work
        and workers is not None
        and workers.victim is not None
        and not is_agent(workers)
    ):
        return
    if s.low(s.grammar.verb_before(s, phrase)) in s.words.foils:
        return
    if cue.row.note == "thing" and not (agents and (located or people)):
        return
    agents = agents or (_besiegers(s, cue) if situation else [])
    if (cue.row.note == "weak" and all(_is_a_label(s, doer) for doer in agents)) or not (agents or located or people):
        return
    victims = harmed(s, people[0], []) if people else None
    absent = s.low(phrase.start) in s.words.no or _was_not_done(s, phrase)
    yield Draft(cue, act_by(s, cue, agents), cue.row.harm, "act", agents, victims, act_words=words_, absent=absent)


def _was_not_done(s: Sentence, act: Phrase) -> bool:
    """ "Had not carried out strikes", "never launched any raid", "the raid was not carried out": the verb that says
    that an act was done says that it was not. "Not only launched raids" tells that they were."""
    near = (*range(act.start - 1, act.start - 1 - CARRIED_OUT, -1), *range(act.end, act.end + CARRIED_OUT))
    alone = (k for k in near if (p := s.at(k)) is None or p.end - p.start == 1)  # "carry" may look like a noun
    verb = next((k for k in alone if s.low(k) in s.words.light), None)
    k = verb - 1 if verb is not None else s.start
    while k > s.start and s.at(k) is None and s.kind(k) & (AUX | ADVERB) and not s.kind(k) & NEGATION:
        k -= 1
    if verb is None or not (verb < act.start or k >= act.end):
        return False
    denied = s.kind(k) & NEGATION or s.low(k) in s.words.not_ | s.words.never
    return bool(denied) and s.words.partly.isdisjoint(s.tokens.lows[k:verb])


def _is_a_label(s: Sentence, doer: Doer) -> bool:
    """ "Terrorist attack": a word that names nobody."""
    named = any(name.start == doer.start for name in s.names)
    return not named and all(s.low(k) in s.words.bands for k in range(doer.start, doer.end))


def _besiegers(s: Sentence, cue: Cue) -> list[Doer]:
    """A siege in a sentence that says who holds the place is laid to those who hold it; else to the subject."""
    for other in s.cues:
        if other.row.frame == "holds" and other.end <= cue.start:
            return [doer for draft in read_holding(s, other, Heard()) for doer in draft.doers]
    for phrase in s.phrases:
        subject = not phrase.pronoun and not s.kind(phrase.start - 1) & PREP
        if is_agent(phrase) and subject and phrase.end <= cue.start:
            return doers(s, [phrase], None)
    return []


def read_depriving(s: Sentence, cue: Cue, heard: Heard) -> Iterator[Draft]:
    """ "has restricted the inhabitants from accessing food": only with the supplies named nearby."""
    group = s.grammar.verb_group(s, cue)
    window = s.tokens.lows[cue.end : min(s.stop, cue.end + 16)]
    if group.passive:
        window += s.tokens.lows[max(s.start, group.start - 8) : group.start]
    if not _supplies(s, window):
        return
    subject = s.grammar.subjects(s, group.start)
    agents = doers(s, by_agents(s, cue.end, s.stop) if group.passive else subject, heard.doer)
    people = [p for p in (subject if group.passive else s.grammar.objects(s, cue.end)) if p.victim is not None]
    cut_off = s.grammar.governed_by(s, cue.end, s.words.to, cue.end + NEAR) if not people else None
    people = [cut_off] if cut_off is not None and cut_off.victim is not None else people
    if agents or people:
        yield from one_each(s, cue, deed_of(cue, agents), people[:1], rule="deprives", group=group)


def read_delivering(s: Sentence, cue: Cue, heard: Heard) -> Iterator[Draft]:
    """ "food and medicine are airdropped by X"."""
    group = s.grammar.verb_group(s, cue)
    goods = s.grammar.subjects(s, group.start) if group.passive else s.grammar.objects(s, cue.end)
    if not any(_supplies(s, s.tokens.lows[p.start : p.end]) for p in goods):
        return
    agents = doers(
        s, by_agents(s, cue.end, s.stop) if group.passive else s.grammar.subjects(s, group.start), heard.doer
    )
    agents = agents or _named_bringer(s, cue, passive=group.passive, start=group.start)
    draft = Draft(cue, cue.row.act, Harm.NONE, "delivers", agents, None, group, (cue.start, cue.end))
    draft.extent = (goods[0].start, goods[-1].end)
    yield draft


def _named_bringer(s: Sentence, cue: Cue, *, passive: bool, start: int) -> list[Doer]:
    """Aid is brought by bodies that are no party: any name will do."""
    by = s.grammar.governed_by(s, cue.end, s.words.by, s.stop) if passive else None
    found = ([by] if by is not None else []) if passive else s.grammar.subjects(s, start)[:1]
    named = [p for p in found if p.head >= 0 and s.grammar.is_name(s, p.head) and p.place is None]
    return [Doer(p.start, p.end, s.name(p.start, p.end), Role.DIRECT) for p in named]


def _supplies(s: Sentence, lows: list[str]) -> bool:
    table = s.lexicon.supplies
    return any((low,) in table for low in lows) or not table.isdisjoint(pairwise(lows))


def read_holding(s: Sentence, cue: Cue, heard: Heard) -> Iterator[Draft]:
    """ "controlled by A to the east and B to the west": one draft for each that holds a part."""
    group = s.grammar.verb_group(s, cue)
    if cue.row.note == TO_ITS_HOLDER:
        yield from _fallen(s, cue, group, heard)
        return
    held = s.grammar.subjects(s, group.start) if group.passive else s.grammar.objects(s, cue.end)
    near = s.at(cue.start - 1) if group.passive and group.start == cue.start else None
    kind = s.at(near.start - 2) if near is not None and s.low(near.start - 1) in s.words.of else None
    near = kind if kind is not None and s.low(kind.head) in s.words.generic_places else near
    governed = near is not None and s.low(near.start - 1) in s.words.at
    held = [near] if near is not None and (near.place is not None or governed or near is kind) else held
    place = next((p for p in held if p.place is not None or s.low(p.head) in s.words.generic_places), None)
    place = place or _ground_within(s, held[:1])
    if place is None:
        yield from _people_taken(s, cue, held[:1], heard)
        return
    for doer in doers(s, _holders(s, cue) if group.passive else s.grammar.subjects(s, group.start), heard.doer):
        draft = Draft(cue, cue.row.act, Harm.NONE, "holds", [doer], None, group, (cue.start, cue.end))
        end = doer.end + (3 if s.low(doer.end) in s.words.to else 0)
        draft.extent = (min(place.start, doer.start), max(place.end, end))
        yield draft


def _ground_within(s: Sentence, held: list[Phrase]) -> Phrase | None:
    """ "Captured more territory inside Kessa": Kessa."""
    ground = next((p for p in held if s.low(p.head) in s.words.ground and s.low(p.end) in s.words.at_sites), None)
    place = s.at(ground.end + 1) if ground is not None else None
    return place if place is not None and place.place is not None else None


def _fallen(s: Sentence, cue: Cue, group: VerbGroup, heard: Heard) -> Iterator[Draft]:
    """ "the town fell to X", "is under the control of X"."""
    place = next((p for p in s.grammar.subjects(s, group.start) if p.place is not None), None)
    holders = [
        p for p in s.grammar.objects(s, cue.end) if is_agent(p) and p.start == s.grammar.skip_adverbs(s, cue.end)
    ]
    for doer in doers(s, holders, heard.doer) if place is not None else ():
        yield Draft(cue, cue.row.act, Harm.NONE, "holds", [doer], None, group, (cue.start, cue.end))


def _people_taken(s: Sentence, cue: Cue, first: list[Phrase], heard: Heard) -> Iterator[Draft]:
    """ "captured 12 soldiers": people taken, not ground."""
    people = [p for p in first if is_people(p) and (p.count is not None or p.victim is not None)]
    if not people or cue.row.lemma not in s.words.takes_people or s.low(people[0].end) in s.words.held_to_account:
        return
    group = s.grammar.verb_group(s, cue)
    agents = doers(
        s, by_agents(s, cue.end, s.stop) if group.passive else s.grammar.subjects(s, group.start), heard.doer
    )
    if agents or (group.passive and people[0].count is not None):
        victims = harmed(s, people[0], [])
        yield Draft(cue, Act.DETENTION, Harm.DETAINED, "captured", agents, victims, group, (cue.start, cue.end))


def _holders(s: Sentence, cue: Cue) -> list[Phrase]:
    found = by_agents(s, cue.end, s.stop)[:1]
    while found:
        k = found[-1].end
        if s.low(k) in s.words.holds_where:
            aside = s.at(k + 1)
            k = aside.end if aside is not None else k
        k += 1 if s.low(k) in s.words.listing else 0
        following = s.at(k)
        if following is None or following.start != k or not is_agent(following) or k == found[-1].end:
            break
        found.append(following)
    return found
