"""Readers of harm told as a state, a number or a loss: "85 dead", "the death toll rose to 45", bodies that were found,
"the column lost 12 of its fighters".
"""

from collections.abc import Iterator
from dataclasses import replace
from itertools import islice

from sijill.extract.predicates.actors import by_agents, doers
from sijill.extract.predicates.context import act_before, from_act, from_context, of_act_before
from sijill.extract.predicates.counting import COUNTS, harmed
from sijill.extract.predicates.draft import Deed, Draft, Heard, deed_of, of_people, one_each
from sijill.extract.predicates.joined import with_the_dead
from sijill.extract.syntax.classes import CONJ, DET, MODAL, NEGATION, PREP, PRONOUN, RELATIVE, SUBORDINATOR
from sijill.extract.syntax.kinds import act_phrase, is_agent, is_people
from sijill.extract.syntax.parts import Cue, Phrase
from sijill.extract.syntax.sentence import Sentence
from sijill.language.besides import counts_others
from sijill.model.claim import Act, Harm, Status
from sijill.model.toll import Hedge

COUNTED = "counted"
"""Note of a word that tells of a harm only right after a number: "four martyrs"."""
LONGEST = 40
"""Tokens from a toll to the verb that says that it rose: between them stands what it is the toll of."""
NEAR = 6
"""Tokens from those of whom nobody knows more to the words that say so."""
TOO_MANY = 10_000
"""People whom nobody loses sight of: those of a country."""
CLAUSE_ENDS = frozenset(";؛:")
TAKEN = frozenset({Harm.ABDUCTED, Harm.DETAINED, Harm.MISSING})
CLOSE = 4
"""Tokens from "not" to "found dead"."""
STILL_KILLED = frozenset({Harm.KILLED, Harm.NONE})
GRAVES = "graves"
"""Note of a word whose count is no number of bodies."""


def read_toll(s: Sentence, cue: Cue, heard: Heard) -> Iterator[Draft]:
    """ "the death toll rose to 45": the count that follows; of "from 30 to 45", the second."""
    counted, reached = _reached(s, cue)
    own = s.at(cue.end - 1)
    inner = s.grammar.complement(s, own, s.words.toll_of) if own is not None else None
    acting = act_phrase(s, [inner]) if inner is not None else None
    deed = from_act(s, acting, cue, heard) if acting is not None else from_context(s, cue, [], heard)
    if reached:
        harm = Harm.CASUALTIES if _or_otherwise_harmed(s, cue) else cue.row.harm
        yield Draft(cue, deed.act, harm, "toll", deed.doers, harmed(s, reached[-1], []), act_words=deed.words)
    elif acting is not None and deed.doers and not counted:
        yield Draft(cue, deed.act, cue.row.harm, "toll", deed.doers, act_words=deed.words)


def part_who_died_since(s: Sentence, found: list[Draft]) -> None:
    """ "The toll rose to 31 after six people died of their wounds": the six are among the 31."""
    for at, whole in enumerate(found):
        if whole.cue.row.frame != "toll" or not whole.counted:
            continue
        for draft in found[at + 1 :]:
            people = draft.harmed
            if people is None or people.toll is None or s.low(people.start - 1) not in s.words.raised_it:
                continue
            more = counts_others(people.toll.text, people.victims.text)
            fewer = draft.harm is whole.harm and _number(draft) < _number(whole)
            if fewer and (more or draft.cue.row.frame == "dies"):
                draft.rule, draft.whole, draft.finding = "part", whole, whole.anchor  # of its time and place


def _number(draft: Draft) -> int:
    toll = draft.harmed.toll if draft.harmed is not None else None
    return (toll.number or 0) if toll is not None else 0


def read_number_of(s: Sentence, cue: Cue, heard: Heard) -> Iterator[Draft]:
    """ "The number of policemen killed in Tarn rose to 18": as a toll is read, and the words for them say who they
    were. Nothing where no number follows."""
    people = s.at(cue.start - 1)
    if cue.form != "past" or people is None or people.end != cue.start or people.count is not None:
        return
    counts = s.at(people.start - 2)
    if not is_people(people) or s.low(people.start - 1) not in s.words.of or counts is None:
        return
    if s.low(counts.end - 1) not in s.words.numbers or counts.count is not None:
        return
    _, reached = _reached(s, cue)
    if not reached:
        return
    deed = from_context(s, cue, doers(s, by_agents(s, cue.end, reached[-1].start), heard.doer), heard)
    told = replace(harmed(s, reached[-1], []), victims=harmed(s, people, []).victims, bare=False)
    harm = Harm.CASUALTIES if _or_otherwise_harmed(s, cue) else cue.row.harm
    yield Draft(cue, deed.act, harm, "toll", deed.doers, told, act_words=deed.words)


def _or_otherwise_harmed(s: Sentence, cue: Cue) -> bool:
    """ "The number of people killed, wounded or missing": one number for all of them."""
    k = cue.end + 1 if s.low(cue.end) == "," else cue.end
    k += s.low(k) in s.words.and_ | s.words.or_
    others = (c for c in s.cues if k > cue.end and c.start == k)
    return any(c.row.harm not in (Harm.NONE, cue.row.harm) and c.form != "noun" for c in others)


def _reached(s: Sentence, cue: Cue) -> tuple[list[Phrase], list[Phrase]]:
    """The numbers after a toll, and those of them that it came to."""
    following = [c.start for c in s.cues if c.start >= cue.end and c.row.frame == "toll"]
    another = (k for k in range(cue.end, s.stop) if s.low(k) in s.words.numbers and s.low(k + 1) in s.words.of)
    limit = min([*following, *islice(another, 1), max(cue.end + 16, _rose(s, cue) + 6)])
    counted = [p for p in s.phrases if cue.end <= p.start < limit and p.count is not None and not p.measure]
    raised = any(low in s.words.raised for low in s.tokens.lows[max(s.start, cue.start - 4) : cue.start])
    reached = [p for p in counted if s.low(p.start - 1) in s.words.reached]
    reached = [p for p in reached if s.low(p.start - 1) not in s.words.to or p.start - 1 > cue.end or raised]
    reached = [p for p in reached if not _is_besides(s, p) and not _does_something(s, p)]
    if not reached and s.low(cue.start - 1) in s.words.reached - s.words.to:
        reached = [p for p in counted[:1] if p.start == cue.end]
    reached = [p for p in counted if p.count is not None and p.count.hedge is Hedge.BETWEEN] or reached
    return counted, reached or _told_before_its_toll(s, cue)


def _does_something(s: Sentence, counted: Phrase) -> bool:
    """ "As two more people died in hospital": no number that a toll came to."""
    opens, end = s.kind(counted.start - 1) & SUBORDINATOR, s.grammar.after_complements(s, counted)
    return bool(opens) and any(cue.verbal and counted.end <= cue.start <= end + 2 for cue in s.cues)


def _rose(s: Sentence, cue: Cue) -> int:
    """Where its own clause says that it rose; the end of the toll, if it does not."""
    for k in range(cue.end, min(s.stop, cue.end + LONGEST)):
        if s.low(k) in s.words.grows:
            return k
        kind = s.kind(k)
        if s.low(k) in CLAUSE_ENDS or (
            kind & (CONJ | SUBORDINATOR) and not kind & PREP and s.low(k) not in s.words.and_
        ):
            return cue.end
    return cue.end


def _told_before_its_toll(s: Sentence, cue: Cue) -> list[Phrase]:
    """ "raised to 30 the number of dead", "put to 70 the toll": the count right before its toll."""
    own = s.at(cue.start)
    start = own.start if own is not None else cue.start
    start -= 1 if s.kind(start - 1) & DET and s.at(start - 1) is None else 0
    told = s.at(start - 1)
    if told is None or told.count is None or told.end != start or s.low(told.start - 1) not in s.words.to:
        return []
    changed = s.words.raised | s.words.grows
    return [told] if not changed.isdisjoint(s.tokens.lows[max(s.start, told.start - 3) : told.start]) else []


def _is_besides(s: Sentence, phrase: Phrase) -> bool:
    """ "to 26, in addition to dozens of wounded": others than those of the toll."""
    return any(s.reads(phrase.start - len(words), words) for words in s.sayings.and_also)


def read_state(s: Sentence, cue: Cue, heard: Heard) -> Iterator[Draft]:
    """ "85 dead", "left 12 people wounded", "20 are missing"."""
    phrase = s.at(cue.start)
    if cue.row.note == COUNTED and (phrase is None or phrase.count is None or phrase.count.end != cue.start):
        return
    none = phrase is not None and s.low(phrase.start) in s.words.no
    people = _in_state(s, cue, phrase, none=none)
    if not people or (not none and all(p.count is None and p.victim is None and not p.person for p in people)):
        return
    part = s.low(cue.start) in s.words.of_the_dead and s.low(cue.start - 1) in s.words.of
    group = s.at(people[0].end) if part else None
    if group is not None and group.victim is not None and group.count is None:
        people = [replace(group, start=people[0].start, count=people[0].count)]
    drafts = one_each(s, cue, left_so(s, cue, people[0], heard), people, rule="part" if part else "state")
    told = _told_as(s, s.low(cue.start - 1)) if cue.row.harm is Harm.KILLED else None
    twin = _and_wounded(s, cue)
    told = Harm.CASUALTIES if twin is not None else told
    for draft in drafts:
        draft.extent = (cue.start, twin.end) if twin is not None else draft.extent
        if told is not None:
            draft.harm, draft.act = told, Act.OTHER if told is Harm.FOUND_DEAD else draft.act
        yield draft


def _in_state(s: Sentence, cue: Cue, phrase: Phrase | None, *, none: bool) -> list[Phrase]:
    """Those right before their state ("left 12 men of the column dead"), or those whom "were" joins to it."""
    whole = s.grammar.climb(s, phrase) if phrase is not None and phrase.count is None else phrase
    if whole is not None and whole is not phrase and whole.count and s.low(whole.start - 1) in s.words.holding:
        return [whole]
    own = phrase is not None and phrase.count is not None
    if phrase is not None and (own or (phrase.start < cue.start and (is_people(phrase) or none))):
        group = s.grammar.coordinated_left(s, phrase)
        together = s.low(group[0].start - 1) in s.words.holding and all(p.cue is None for p in group[:-1])
        return group if together else group[-1:]
    if phrase is not None and phrase.start < cue.start:
        return []
    last = s.at(s.before_aside(cue.start - 1)) if cue.start in s.aside_starts else None
    group = s.grammar.coordinated_left(s, last) if last is not None else []
    if group and s.low(group[0].start - 1) in s.words.holding and any(p.person for p in group):
        return group
    return [p for p in s.grammar.subjects(s, s.grammar.verb_group(s, cue).start) if is_people(p)]


def _and_wounded(s: Sentence, cue: Cue) -> Cue | None:
    """ "dozens of dead and wounded": one number for both."""
    return next((twin for twin in s.cues if twin.start == cue.end + 1 and with_the_dead(s, twin) is cue), None)


def _told_as(s: Sentence, low: str) -> Harm | None:
    """ "found dead", "feared dead"."""
    if low in s.words.found_dead_as:
        return Harm.FOUND_DEAD
    return Harm.PRESUMED_DEAD if low in s.words.presumed_as else None


def is_of_another(s: Sentence, draft: Draft, lent: set[tuple[int, int] | None], found: list[Draft]) -> bool:
    """ "executed nine prisoners": what they were is no harm of its own; "a massacre that killed 40": one harm."""
    if draft.rule == "noun" and not draft.counted and (draft.cue.start, draft.cue.end) in lent:
        return True
    if draft.rule != "state" or draft.harmed is None:
        return False
    verbs = (d for d in found if (d.cue.verbal or d.rule in ("toll", "noun")) and d.harm is not Harm.NONE)
    same = [d.harm for d in verbs if d.harmed is not None and d.harmed.start == draft.harmed.start]
    return bool(same) and not _taken_before(s, draft, same)


def _taken_before(s: Sentence, draft: Draft, harms: list[Harm]) -> bool:
    """ "Nine clerks seized on Monday were found dead": both are told. Not "feared found dead", "found dead or alive",
    nor in what a rumour says of them.

    harms   what the verbs of the sentence tell of the same people
    """
    if draft.harm is not Harm.FOUND_DEAD or not TAKEN.issuperset(harms):
        return False
    if draft.harmed is None or s.low(draft.harmed.start - 1) in s.words.that or s.low(draft.cue.end) in s.words.or_:
        return False
    near = range(max(s.start, draft.cue.start - CLOSE), draft.cue.start)
    passed = s.words.told_how | s.words.found
    were = next((s.low(k) for k in reversed(near) if s.low(k) not in passed), "") in s.words.passive
    return were and not any(s.kind(k) & (NEGATION | MODAL) for k in near)


def left_so(s: Sentence, cue: Cue, first: Phrase, heard: Heard) -> Deed:
    """ "an air strike left 12 dead": laid to the subject of "left"."""
    left = s.grammar.verb_before(s, first)
    if s.low(left) not in s.words.holding | s.words.caused:
        deed = from_context(s, cue, [], heard)
        before = act_before(s, cue) if s.low(first.start - 1) == "," and deed == deed_of(cue, []) else None
        struck = before is not None and before.verbal and before.row.frame == "verb" and cue.start <= first.end
        struck = struck and before is not None and not s.grammar.verb_group(s, before).passive
        return of_act_before(s, before, cue, heard) if before is not None and struck else deed
    goes_on = s.low(left) in s.words.leaving | s.words.causing or s.low(left - 1) in s.words.causing
    subject = s.grammar.clause_subject(s, left) if goes_on else s.grammar.subjects(s, left)
    acting = act_phrase(s, subject)
    if acting is not None:
        return from_act(s, acting, cue, heard)
    before = act_before(s, Cue(left, left + 1, cue.row, "ing")) if goes_on else None
    found = doers(s, subject, heard.doer)
    if before is None:
        return deed_of(cue, found)
    deed = of_act_before(s, before, cue, heard)
    return replace(deed, doers=found or deed.doers)


def read_bodies(s: Sentence, cue: Cue, heard: Heard) -> Iterator[Draft]:
    """ "the bodies of 15 men were found": with the date and place of finding."""
    phrase = s.at(cue.start)
    if phrase is None or not (s.has(s.words.found) or _taken_in(s, phrase)) or _says_which(s, cue, phrase):
        return
    told = phrase.count is not None or (cue.row.note.startswith(COUNTS) and s.low(phrase.end) not in s.words.of)
    people = [phrase] if told else of_people(s, phrase)
    if cue.row.note == GRAVES:
        people = [] if told else people
        if people or not any(other.row.frame == "bodies" for other in s.cues if other is not cue):
            yield from one_each(s, cue, from_context(s, cue, [], heard), people[:1], rule="bodies")
        return
    if people:
        finding = _found_later(s, cue, phrase)
        for draft in one_each(s, cue, from_context(s, cue, [], heard), people[:1], rule="bodies"):
            draft.finding = finding
            yield draft


def _found_later(s: Sentence, cue: Cue, bodies: Phrase) -> tuple[int, int] | None:
    """Of "the bodies of nine clerks seized on Monday were found on Friday" the verb: they were found on Friday. Not of
    those killed on Monday, who are dead since then."""
    found = (k for k in range(cue.end + 1, s.stop) if s.low(k) in s.words.found and s.low(k - 1) in s.words.passive)
    k = next(found, s.stop)
    between = [other.row.harm for other in s.cues if cue.end <= other.start < k]
    if k == s.stop or not between or not TAKEN.issuperset(between):
        return None
    group = s.grammar.verb_group(s, Cue(k, k + 1, cue.row, "past"))
    of_them = any(bodies.start <= p.start < k for p in s.grammar.subjects(s, group.start))
    return (k, k + 1) if of_them and not group.negated else None


def _says_which(s: Sentence, cue: Cue, phrase: Phrase) -> bool:
    """ "Body parts", "body bags": no number of bodies."""
    return cue.row.note.startswith(COUNTS) and cue.end <= phrase.head and s.tokens.words[phrase.head].islower()


def read_fate(s: Sentence, cue: Cue, heard: Heard) -> Iterator[Draft]:
    """ "The fate of 40 others was unknown", "remains unclear"; not that of an army, or of the people of a country."""
    phrase = s.at(cue.start)
    people = [each for each in of_people(s, phrase) if is_people(each)] if phrase is not None else []
    people = people if all(map(_may_be_missing, people)) else []
    near = s.tokens.lows[people[-1].end : min(s.stop, people[-1].end + NEAR)] if people else []
    if not s.words.not_known.isdisjoint(near):
        yield from one_each(s, cue, deed_of(cue, []), people, rule="fate")


def _may_be_missing(people: Phrase) -> bool:
    """Counted, and no more than can be lost sight of, or one."""
    if people.count is not None:
        return (people.count.number or 0) < TOO_MANY
    return people.victim is not None and not people.victim.plural


def _taken_in(s: Sentence, phrase: Phrase) -> bool:
    """ "The morgue took in 19 bodies": of bodies that went to a morgue nothing is said of finding."""
    return not s.words.morgues.isdisjoint(s.tokens.lows[s.start : phrase.start])


def read_losing(s: Sentence, cue: Cue, heard: Heard) -> Iterator[Draft]:
    """ "X lost 12 fighters": a number of people, and nothing else that can be lost; of families it is told in many
    ways. The words for them say whose they were. "Thirty lives were lost" is told of whomever."""
    if s.has(s.words.accidents | s.words.departures):
        return
    group = s.grammar.verb_group(s, cue)
    lives = s.grammar.subjects(s, group.start) if group.passive else []
    if lives and lives[0].count is not None and s.low(lives[0].head) in s.words.lives:
        yield from one_each(s, cue, from_context(s, cue, [], heard), lives[:1], rule="loses", group=group)
    lost = [] if group.passive else s.grammar.objects(s, cue.end)
    people = [p for p in lost if p.count is not None and _are_men(s, p)]
    if not people or people != lost or not _were_killed(s, people[-1]):
        return
    losers = s.grammar.subjects(s, group.start)
    if not any(map(is_agent, losers)) and not any(map(_fought, people)):
        return
    for draft in one_each(s, cue, from_context(s, cue, [], heard), people, rule="loses", group=group):
        harmed = draft.harmed
        if harmed is not None and losers and not losers[0].pronoun and losers[0].start < harmed.start:
            text = s.text(min(losers[0].start, cue.start), harmed.end)
            draft.harmed = replace(harmed, victims=replace(harmed.victims, text=text))
        yield draft


def _were_killed(s: Sentence, lost: Phrase) -> bool:
    """Not "to budget cuts", "captured by the army", "who fled", "they were chasing", "but found them"."""
    k = s.grammar.after_complements(s, lost)
    if s.low(k) in s.words.to:
        to = s.at(k + 1)
        return to is not None and act_phrase(s, [to]) is not None
    k += s.low(k) == ","
    said = any(cue.start == k + 1 for cue in s.speech)  # "lost 12 fighters, it said"
    told_on = s.kind(k) & (RELATIVE | PRONOUN) and not said
    if told_on or any(c.start == k and c.row.harm not in STILL_KILLED for c in s.cues):
        return False
    return (s.words.found | s.words.captives).isdisjoint(s.tokens.lows[k : s.stop])


def _are_men(s: Sentence, lost: Phrase) -> bool:
    """ "12 soldiers", "12 men", "six of its members"; no deputies."""
    whole = s.grammar.complement(s, lost, s.words.of)
    told = [lost, whole] if whole is not None and lost.victim is None else [lost]
    return any(p.force or _fought(p) or not s.words.men.isdisjoint(s.tokens.lows[p.start : p.end]) for p in told)


def _fought(phrase: Phrase) -> bool:
    return phrase.victim is not None and (phrase.victim.status is Status.COMBATANT or bool(phrase.victim.label))
