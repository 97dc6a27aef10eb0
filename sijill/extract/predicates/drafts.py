"""Every draft of a sentence, and what drafts of one sentence lend each other."""

from collections.abc import Callable, Iterator
from dataclasses import replace

from sijill.extract.predicates.actors import doers
from sijill.extract.predicates.acts import read_act, read_acting, read_delivering, read_depriving, read_holding
from sijill.extract.predicates.context import doers_of, from_context
from sijill.extract.predicates.counting import harmed
from sijill.extract.predicates.doer import Doer
from sijill.extract.predicates.draft import Deed, Draft, Heard, by_count, counted_together
from sijill.extract.predicates.fighting.executions import set_executions
from sijill.extract.predicates.fighting.fights import set_fights
from sijill.extract.predicates.fighting.ground import set_who_came
from sijill.extract.predicates.fighting.sides import set_sides
from sijill.extract.predicates.gaps import gapped, shared_out
from sijill.extract.predicates.harms import read_dying, read_noun, read_verb
from sijill.extract.predicates.joined import at_most
from sijill.extract.predicates.partners import set_partners
from sijill.extract.predicates.states import (
    is_of_another,
    part_who_died_since,
    read_bodies,
    read_fate,
    read_losing,
    read_state,
    read_toll,
)
from sijill.extract.predicates.targets import struck_things
from sijill.extract.predicates.weapons import set_weapons
from sijill.extract.syntax.classes import ADVERB, PREP, SUBORDINATOR
from sijill.extract.syntax.kinds import is_agent, is_people
from sijill.extract.syntax.parts import Cue, Phrase
from sijill.extract.syntax.sentence import Sentence
from sijill.model.claim import Act, Harm

NEAR = 6
"""Tokens after the number of a part within which the act stands that is told of it alone."""
SAYING = 6
"""Tokens from a verb of speech to what it says of the speaker."""
FAR = 12
"""Tokens from a massacre to the "where" of those killed in it."""
READERS: dict[str, Callable[[Sentence, Cue, Heard], Iterator[Draft]]] = {
    "verb": read_verb,
    "dies": read_dying,
    "loses": read_losing,
    "noun": read_noun,
    "toll": read_toll,
    "adj": read_state,
    "bodies": read_bodies,
    "fate": read_fate,
    "act": read_act,
    "acts": read_acting,
    "deprives": read_depriving,
    "delivers": read_delivering,
    "holds": read_holding,
}


def read_drafts(s: Sentence, heard: Heard) -> list[Draft]:
    """In the order of their cues; an act noun that a harm was laid to makes no draft of its own."""
    found: list[Draft] = []
    first = _first_subject(s, heard)
    for cue in s.cues:
        for draft in READERS[cue.row.frame](s, cue, _heard_here(s, cue, heard, first)):
            _borrow(s, draft, found)
            at_most(s, draft)
            draft.struck = struck_things(s, draft)
            found.extend(shared_out(s, draft) or [draft, *gapped(s, draft)])
    _acts_of_parts(s, found)
    set_executions(s, found)
    set_who_came(s, found)
    set_fights(s, found)
    set_weapons(s, found)
    set_sides(s, found)
    _clear_of_the_harmed(s, found)
    lent = {d.act_words for d in found if d.harm is not Harm.NONE and d.act_words != (d.cue.start, d.cue.end)}
    parts = _of_the_whole(s, found) or _among_the_dead(s) or _of_them(s) or ([] if found else _among_them(s))
    told = parts + [draft for draft in found if draft.rule == "part" and draft.whole is not None]
    found = [draft for draft in found if not _is_among(draft, told)] + parts
    set_partners(s, found)
    _part_what_adds_up(found)
    part_who_died_since(s, found)
    _set_apart(found)
    return [draft for draft in found if not (_is_said_already(s, draft, lent, found) or _were_spared(s, draft))]


def _were_spared(s: Sentence, draft: Draft) -> bool:
    """ "The monks who were not arrested fled": nobody denies anything, and these were not harmed."""
    k = draft.group.start - 1 if draft.group is not None and draft.negated else s.start
    return k > s.start and s.low(k) in s.words.which and s.at(k) is None and s.low(k - 1) != ","


def _acts_of_parts(s: Sentence, found: list[Draft]) -> None:
    """ "668 people were killed, including 100 in police firing": the firing is told of the 100 alone."""
    for part in found:
        whole, people = part.whole, part.harmed
        if part.rule != "part" or whole is None or people is None or not people.bare or people.end >= s.stop:
            continue
        act = next((c for c in s.cues if people.end < c.start < people.end + NEAR and c.row.frame == "act"), None)
        if s.low(people.end) not in s.words.links or act is None:
            continue
        own = [doer for doer in whole.doers if doer.start < people.start]
        if whole.act_words == (act.start, act.end):
            whole.act, whole.act_words, whole.doers = whole.cue.row.act, (whole.cue.start, whole.cue.end), own
        part.act = act.row.act if act.row.act is not Act.OTHER else part.act
        part.act_words, part.doers = (act.start, act.end), doers_of(s, act, Heard()) or _carried(own)


def _clear_of_the_harmed(s: Sentence, found: list[Draft]) -> None:
    """ "20 fighters were killed in strikes ... targeting a base": those who were harmed did not target it."""
    passive = [d for d in found if d.counted and d.group is not None and d.group.passive and d.harmed is not None]
    for draft in found:
        if draft.cue.form != "ing" or draft.harm is not Harm.NONE or draft.group is None:
            continue
        hurt = [(d.harmed.start, d.harmed.end) for d in passive if d.harmed is not None and d.cue.end < draft.cue.start]
        draft.doers = [each for each in draft.doers if not any(at <= each.end - 1 < end for at, end in hurt)]


def _part_what_adds_up(found: list[Draft]) -> None:
    """ "14 men were executed, 11 shot dead and three beheaded": bare numbers that add up to a toll before them are
    its parts.
    """
    counted = [draft for draft in found if draft.counted and draft.harm is Harm.KILLED and draft.rule != "part"]
    for i, whole in enumerate(counted):
        rest = [draft for draft in counted[i + 1 :] if draft.harmed is not None and draft.harmed.bare]
        rest = [draft for draft in rest if draft.rule != "gap"]
        numbers = [_number(draft) for draft in rest]
        if len(rest) > 1 and None not in numbers and sum(n or 0 for n in numbers) == _number(whole):
            for draft in rest:
                draft.rule, draft.whole = "part", whole


def _set_apart(found: list[Draft]) -> None:
    """Of "four clerks and four guards were shot" each number is a claim: the second one quotes itself; so of "X shot
    two men in Tarn and shot two in Kessa".
    """
    counted = [draft for draft in found if draft.counted and draft.harmed is not None]
    for at, draft in enumerate(counted):
        draft.apart = any(_looks_the_same(draft, before) for before in counted[:at])


def _looks_the_same(one: Draft, other: Draft) -> bool:
    if one.harmed is None or other.harmed is None or one.harmed.toll is None or other.harmed.toll is None:
        return False
    by_the_same = one.act is other.act and bool(one.doers) and one.doers == other.doers
    told = (one.cue == other.cue or by_the_same) and one.harm is other.harm and one.rule == other.rule
    return told and one.harmed.toll == other.harmed.toll and one.harmed.start > other.harmed.start


def _number(draft: Draft) -> int | None:
    return draft.harmed.toll.number if draft.harmed is not None and draft.harmed.toll is not None else None


def _heard_here(s: Sentence, cue: Cue, heard: Heard, first: tuple[int, Doer] | None) -> Heard:
    """In this sentence a pronoun means whoever says what it did ("the army said that it had"), else the first actor
    that is a subject here, if there is one before it.
    """
    if (own := _who_says_it(s, cue)) is not None:
        return Heard(own)
    return Heard(first[1]) if first is not None and first[0] <= cue.start else heard


def _first_subject(s: Sentence, heard: Heard) -> tuple[int, Doer] | None:
    """The first actor that is a subject before the last predicate, and the token after its phrase."""
    stop = s.cues[-1].start if s.cues else s.start
    for phrase in s.phrases:
        if phrase.end > stop:
            break
        kind = s.kind(phrase.start - 1)
        if is_agent(phrase) and not phrase.pronoun and (not kind & PREP or kind & SUBORDINATOR):
            named = doers(s, [phrase], heard.doer)
            if named:
                return phrase.end, named[0]
    return None


def _who_says_it(s: Sentence, cue: Cue) -> Doer | None:
    """ "The brigade said in May that it had killed": the brigade, if the verb of speech has a subject here."""
    start = s.grammar.clause_start(s, cue.start)
    own = s.at(start)
    if own is None or not own.pronoun or s.low(start - 1) not in s.words.that:
        return None
    said = next((c for c in reversed(s.speech) if start - SAYING <= c.start < start - 1), None)
    who = (
        s.grammar.subjects(s, s.grammar.verb_group(s, Cue(said.start, said.end, cue.row, "past")).start) if said else []
    )
    named = doers(s, who, None) if len(who) == 1 and not who[0].pronoun else []
    return named[0] if named else None


def _is_said_already(s: Sentence, draft: Draft, lent: set[tuple[int, int] | None], found: list[Draft]) -> bool:
    if draft.harm is Harm.NONE and (draft.cue.start, draft.cue.end) in lent:
        return True
    told = draft.cue.row.frame == "acts" or draft.cue.row.note in ("needs target", "needs weapon")
    told = told or draft.cue.row.act is Act.BOMBING
    near = any(span and draft.cue.start - 4 <= span[0] < draft.cue.end + 6 for span in lent)
    if draft.harm is Harm.NONE and told and (near or draft.act_words in lent):
        return True
    if is_of_another(s, draft, lent, found) or _drove_out(draft, found) or _died_of_it(draft, found):
        return True
    if draft.cue.row.frame != "act":
        return False
    others = [other for other in found if other is not draft]
    same = any(other.act is draft.act and other.cue.row.frame != "act" for other in others)
    return not draft.doers and (same or (draft.cue.row.note == "weak" and bool(others)))


def _drove_out(draft: Draft, found: list[Draft]) -> bool:
    """ "displaced by fighting in the town", "flee the shelling": the act that people fled, told with their flight."""
    fled = any(other.harm is Harm.DISPLACED and other.cue.end <= draft.cue.start for other in found)
    return fled and draft.cue.row.frame == "act" and draft.harm is Harm.NONE and not draft.doers


def _died_of_it(draft: Draft, found: list[Draft]) -> bool:
    """ "12 hostages were shot, beheaded or both": those who were shot, and were killed by the same words."""
    told = draft.harmed.start if draft.harm is Harm.CASUALTIES and draft.harmed is not None else None
    dead = (
        each for each in found if each.harm is Harm.KILLED and each.rule == "verb" and each.cue.form == draft.cue.form
    )
    return told is not None and any(each.harmed is not None and each.harmed.start == told for each in dead)


def _borrow(s: Sentence, draft: Draft, earlier: list[Draft]) -> None:
    """From the drafts before it in the sentence: the act of an injury beside a killing, the actor of a second
    figure.
    """
    if draft.harm is Harm.NONE:
        _borrow_subject(s, draft, earlier)
        return
    if draft.harmed is None or not earlier:
        return
    last = earlier[-1]
    _borrow_where(s, draft, last)
    if (
        draft.act is Act.OTHER
        and draft.harm in (Harm.INJURED, Harm.MISSING)
        and last.harm is not Harm.NONE
        and _joined(s, last, draft)
    ):
        draft.act, draft.act_words = last.act, last.act_words
        if not draft.doers and draft.group is not None and draft.group.passive:
            draft.doers = _carried(last.doers)
    if draft.doers or not draft.harmed.bare or (draft.group is not None and not draft.group.passive):
        return
    other = next((d for d in reversed(earlier) if d.doers and d.harm is draft.harm), None)
    if other is not None:
        draft.doers = _carried(other.doers)
        draft.act = other.act if draft.act is Act.KILLING else draft.act


def _borrow_where(s: Sentence, draft: Draft, last: Draft) -> None:
    """ "X committed a massacre in the village, where 18 people were killed": killed in it, and so by X."""
    opening = s.grammar.clause_start(s, draft.cue.start) - 1
    counted = draft.counted and draft.harm is Harm.KILLED and draft.group is not None and draft.group.passive
    told = last.harm is Harm.KILLED and not last.counted and last.cue.row.frame == "noun"
    near = 0 < opening - last.cue.end < FAR and s.low(opening) in s.words.where
    if counted and told and near and not draft.doers and last.act in (draft.act, Act.KILLING):
        draft.doers = _carried(last.doers)


def _borrow_subject(s: Sentence, draft: Draft, earlier: list[Draft]) -> None:
    """ "A has never killed civilians and that only terrorists are targeted": by A, who is the subject of both."""
    start = s.grammar.clause_start(s, draft.cue.start)
    coordinated = s.low(start - 1) in s.words.that and s.low(start - 2) in s.words.and_
    if not draft.doers and draft.group is not None and draft.group.passive and earlier and coordinated:
        draft.doers = _carried(earlier[-1].doers)


def _carried(named: list[Doer]) -> list[Doer]:
    return [replace(doer, carried=True) for doer in named]


def _joined(s: Sentence, left: Draft, right: Draft) -> bool:
    """Are the two joined by "and" with no other verb between?"""
    between = range(left.cue.end, right.cue.start)
    return any(s.low(k) in s.words.joins_drafts for k in between) and not any(
        c.verbal and c.start in between for c in s.cues
    )


def _is_among(draft: Draft, parts: list[Draft]) -> bool:
    """ "Two officers were among those killed", "20 were hurt, including three badly wounded": a part, and told once."""
    if draft.harmed is None or draft.rule == "part":
        return False
    starts = [part.harmed.start for part in parts if part.harmed is not None and part.harm is draft.harm]
    return draft.harmed.start in starts


def _the_dead_included(s: Sentence) -> list[Draft]:
    """ "The dead in the town included seven women", "the dead were named as Ada Brandt and Mira Quill"."""
    if not s.has(s.words.included) and not s.has(s.words.identified):
        return []
    at = next((i for i in range(s.start, s.stop) if s.low(i) in s.words.included or _named_as(s, i)), None)
    if at is None or not any(low in s.words.the_dead for low in s.tokens.lows[s.start : at]):
        return []
    cue = Cue(at, at + 1, s.lexicon.bodies, "noun")
    people = [p for p in s.grammar.objects(s, at + 1) if is_people(p) or p.person]
    parts = [counted_together(s, first, joined) for first, joined in by_count(s, people)]
    them = any(low in s.words.victims for low in s.tokens.lows[s.start : at])
    return [
        Draft(cue, Act.KILLING, Harm.KILLED, "part", [], part, of_those_told=them)
        for part in parts
        if part.toll is not None
    ]


def _named_as(s: Sentence, i: int) -> bool:
    return s.low(i) in s.words.as_ and s.low(i - 1) in s.words.identified and s.low(i - 2) in s.words.was


def _of_the_whole(s: Sentence, found: list[Draft]) -> list[Draft]:
    """ "Of the 40 people killed in the town, 25 were civilians": the 25 are a part of the 40."""
    whole = next((draft for draft in found if draft.counted and draft.harmed is not None), None)
    if s.low(s.start) not in s.words.of or whole is None or whole.harmed is None or whole.harmed.start > s.start + 2:
        return []
    k = next((i for i in range(whole.cue.end, s.stop) if s.low(i) == ","), s.stop)
    told, group = s.at(k + 1), None
    if told is not None and told.count is not None:
        group = s.at(told.end + 1) if s.low(told.end) in s.words.was else None
    if told is None or group is None or group.victim is None:
        return []
    part = harmed(s, replace(group, start=told.start, count=told.count), [])
    return [replace(whole, rule="part", harmed=part, whole=whole)]


def _of_them(s: Sentence) -> list[Draft]:
    """ "Four of them were children": a part of the toll of the sentence before."""
    counted = next((p for p in s.phrases if p.count is not None), None)
    if counted is None:
        return []
    if s.low(counted.end) in s.words.of_them:
        return _told_of_them(s, counted)
    if s.low(counted.end) not in s.words.of:
        return []
    be = next((k for k in range(counted.end + 2, counted.end + 5) if s.low(k) in s.words.was), None)
    told = s.low(counted.end + 1) in s.words.them or s.low(counted.end + 2) in s.words.of_the_dead
    group = s.at(be + 1) if be is not None and told else None
    if group is None or group.victim is None:
        return []
    part = harmed(s, replace(group, start=counted.start, count=counted.count), [])
    cue = Cue(counted.end, counted.end + 2, s.lexicon.bodies, "noun")
    them = s.low(counted.end + 1) in s.words.them or s.low(counted.end + 2) in s.words.victims
    return [Draft(cue, Act.KILLING, Harm.KILLED, "part", [], part, of_those_told=them)]


def _told_of_them(s: Sentence, counted: Phrase) -> list[Draft]:
    """The same where "of them" is one word and nothing stands for "were"."""
    group = s.at(counted.end + 1)
    if group is None or group.victim is None or group.start != counted.end + 1:
        return []
    part = harmed(s, replace(group, start=counted.start, count=counted.count), [])
    cue = Cue(counted.end, counted.end + 1, s.lexicon.bodies, "noun")
    return [Draft(cue, Act.KILLING, Harm.KILLED, "part", [], part, of_those_told=True)]


def _among_them(s: Sentence) -> list[Draft]:
    """ "Among them are three journalists": a part of the toll of the sentence before."""
    first = s.start + 1 if s.low(s.start) in s.words.and_ else s.start
    said = next((words for words in s.sayings.subsets if s.reads(first, words)), ())
    at = first + len(said)
    at += 1 if s.low(at) in s.words.was else 0
    counted = s.at(at) if said else None
    if counted is None or counted.start != at or counted.count is None or not is_people(counted):
        return []
    cue = Cue(first, first + len(said), s.lexicon.bodies, "noun")
    return [Draft(cue, Act.KILLING, Harm.KILLED, "part", [], harmed(s, counted, []), of_those_told=True)]


def _among_the_dead(s: Sentence) -> list[Draft]:
    """ "Among the dead were a woman and a child", "six civilians were among 22 people killed": parts of a toll."""
    if not s.has(s.words.among):
        return _the_dead_included(s)
    at = next(i for i in range(s.start, s.stop) if s.low(i) in s.words.among)
    was = at - 2 if s.kind(at - 1) & ADVERB else at - 1
    if s.low(was) in s.words.was:
        people = [p for p in s.grammar.subjects(s, was) if is_people(p)]
        told = any(c.row.harm is Harm.KILLED and at < c.start for c in s.cues)
        told = told or any(low in s.words.the_killed for low in s.tokens.lows[at + 1 : at + 4])
    else:
        told = any(low in s.words.the_killed for low in s.tokens.lows[at + 1 : at + 5])
        be = next((k for k in range(at + 2, min(at + 18, s.stop)) if s.low(k) in s.words.was), None)
        people = [p for p in s.grammar.objects(s, be + 1) if is_people(p) or p.person] if be is not None else []
        before = s.at(at - 1)
        headed = be is None and before is not None and before.start == s.start and before.count is not None
        people = [before] if headed and before is not None and is_people(before) else people
    cue = Cue(at, at + 1, s.lexicon.bodies, "noun")
    them = s.low(at + 1) in s.words.the and s.low(at + 2) in s.words.victims
    parts = [counted_together(s, first, joined) for first, joined in by_count(s, people)] if told else []
    killed = next((c for c in s.cues if c.row.harm is Harm.KILLED and c.start > at), None)
    deed = from_context(s, killed, [], Heard()) if killed is not None else Deed(Act.KILLING, (at, at + 1), [])
    made = (
        Draft(cue, deed.act, Harm.KILLED, "part", deed.doers, part, act_words=deed.words, of_those_told=them)
        for part in parts
    )
    return [draft for draft in made if draft.counted]
