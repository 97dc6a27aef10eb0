"""Two verbs that "and" joins: one harm said twice, one number for both, or each with a number of its own."""

from collections.abc import Iterator
from dataclasses import replace

from sijill.extract.predicates.draft import Draft
from sijill.extract.predicates.targets import HITS
from sijill.extract.syntax.classes import RELATIVE, SUBORDINATOR
from sijill.extract.syntax.kinds import is_agent, is_people
from sijill.extract.syntax.parts import Cue, Phrase
from sijill.extract.syntax.sentence import Sentence
from sijill.model.claim import Act, Harm
from sijill.model.toll import Hedge

OPEN_ABOVE = frozenset({Hedge.AT_LEAST, Hedge.MORE_THAN})
FINITE = frozenset({"past", "s", "base"})
"""Forms of a verb that has a subject."""


def doubled(s: Sentence, cue: Cue) -> bool:
    """ "killed and executed 270": one harm said twice; the second word carries it."""
    twin = _verb_joined(s, cue)
    if twin is not None and cue.row.note == HITS:
        return twin.row.harm in (Harm.KILLED, Harm.INJURED)
    if twin is None or cue.row.harm is Harm.NONE or _each_its_own(s, cue, twin):
        return False
    return twin.row.harm is cue.row.harm or (
        _with_the_one_before(s, twin) and cue.row.frame == twin.row.frame == "verb"
    )


def own_subject(s: Sentence, cue: Cue, subject: list[Phrase]) -> list[Phrase]:
    """The subject of an active verb, found before it; none where it only says what those behind it are."""
    if _before_a_noun(s, cue):
        return []
    if _is_besides(s, cue):
        return _who_did_the_first(s, cue)
    return _of_the_verb_it_follows(s, cue, subject) or subject or _who_claims_it(s, cue)


def _is_besides(s: Sentence, cue: Cue) -> bool:
    """ "In addition to killing ten in Tarn", behind what was done first."""
    first = next((words for words in s.sayings.and_also if s.reads(cue.start - len(words), words)), ())
    return cue.form == "ing" and bool(first) and cue.start - len(first) > s.start


def _who_did_the_first(s: Sentence, cue: Cue) -> list[Phrase]:
    """Nobody, where that is told of those to whom it was done."""
    found = s.grammar.clause_subject(s, cue.start)
    first = next((c for c in s.cues if c.verbal and found and found[-1].end <= c.start < cue.start), None)
    suffered = first is not None and (s.grammar.verb_group(s, first).passive or first.row.frame == "dies")
    return [phrase for phrase in found if is_agent(phrase) and not suffered]


def _who_claims_it(s: Sentence, cue: Cue) -> list[Phrase]:
    """ "X claimed to have killed ten": X, and nobody of "X never claimed to have", "no one claimed to have"."""
    start = s.grammar.verb_group(s, cue).start
    said = next((c for c in s.speech if c.end == start and c.form in FINITE), None)
    perfect = s.low(start) in s.words.to and s.low(start + 1) in s.words.have
    if said is None or not perfect:
        return []
    group = s.grammar.verb_group(s, Cue(said.start, said.end, cue.row, said.form))
    told_of = not s.words.passive.isdisjoint(s.tokens.lows[group.start : said.start])
    found = [] if told_of or group.negated else s.grammar.subjects(s, group.start)
    return [] if any(s.low(phrase.start) in s.words.nobody for phrase in found) else found


def _of_the_verb_it_follows(s: Sentence, cue: Cue, subject: list[Phrase]) -> list[Phrase]:
    """ "X killed two men in Tarn shot ten in Kessa", "X attack Tarn, kill ten": neither a town shot anybody, nor
    those killed.
    """
    near = subject[0] if len(subject) == 1 and not is_agent(subject[0]) else None
    before = next((c for c in reversed(s.cues) if c.verbal and near is not None and c.end <= near.start), None)
    if near is None or before is None or before.form != cue.form or before.form not in FINITE:
        return []
    if near.place is None and near not in s.grammar.objects(s, before.end):
        return []
    between = range(before.end, cue.start)
    if any(s.kind(k) & (RELATIVE | SUBORDINATOR) and s.at(k) is None for k in between):
        return []
    group = s.grammar.verb_group(s, before)
    found = [] if group.passive else s.grammar.subjects(s, group.start)
    return found if all(is_agent(p) or is_people(p) for p in found) else []


def _before_a_noun(s: Sentence, cue: Cue) -> bool:
    """ "Crews retrieved killed and injured victims": what the victims are, and nothing that the crews did."""
    first = _verb_before(s, cue)
    k = first.start - 1 if first is not None and cue.form == "past" else s.start - 1
    acted = s.low(k).endswith(tuple(s.words.past_endings)) and s.at(k) is None and not s.kind(k)
    return k >= s.start and (acted or s.low(k) in s.words.found_dead_as)


def with_the_dead(s: Sentence, cue: Cue) -> Cue | None:
    """Of "left dozens dead and wounded" the state before "and", where no number is said of the wounded alone."""
    first = next((c for c in s.cues if c.end == cue.start - 1 and c.row.frame == "adj"), None)
    if first is None or s.low(cue.start - 1) not in s.words.and_:
        return None
    if {first.row.harm, cue.row.harm} != {Harm.KILLED, Harm.INJURED} or cue.row.frame not in ("adj", "verb"):
        return None
    dead, own = s.at(first.start), s.at(cue.start)
    counted = dead is not None and dead.count is not None
    alone = own is None or own.count is None
    return first if counted and alone and (cue.row.frame == "adj" or not s.grammar.objects(s, cue.end)) else None


def of_dead_and(s: Sentence, cue: Cue) -> bool:
    """ "with dozens of dead and injured": the injured are not the subject of the sentence."""
    said = s.low(cue.start - 1) in s.words.and_ and s.low(cue.start - 2) in s.words.of_the_dead
    return said and s.low(cue.start - 3) in s.words.of and not s.grammar.objects(s, cue.end)


def noun_joined(s: Sentence, cue: Cue) -> Cue | None:
    """Of "the killing and wounding of 30", "led to the killing or wounding of 26" the second noun: one number for
    both, and nobody's alone; of "the killing or wounding of civilians", "a law on the killing or wounding of two"
    nothing is said."""
    phrase = s.at(cue.start)
    k = phrase.end if phrase is not None else cue.end
    twin = next((c for c in s.cues if c.start == k + 1 and c.row.frame == "noun"), None)
    both = twin is not None and {twin.row.harm, cue.row.harm} == {Harm.KILLED, Harm.INJURED}
    if twin is None or not both or s.low(k) in s.words.and_:
        return twin if both else None
    came = phrase is not None and s.low(phrase.start - 1) in s.words.resulted_in and s.at(phrase.start - 2) is None
    own = s.at(twin.start) if came and s.low(k) in s.words.or_ else None
    people = s.grammar.complement(s, own, s.words.of) if own is not None else None
    return twin if people is not None and people.count is not None else None


def noun_before(s: Sentence, cue: Cue) -> Cue | None:
    """The noun that "and" joins this one to, where one number is said of both."""
    before = next((each for each in reversed(s.cues) if each.start < cue.start), None)
    return before if before is not None and noun_joined(s, before) is cue else None


def _verb_before(s: Sentence, cue: Cue) -> Cue | None:
    """The verb that "and" joins this one to."""
    before = next((each for each in reversed(s.cues) if each.verbal and each.end <= cue.start), None)
    return before if before is not None and _verb_joined(s, before) is cue else None


def _verb_joined(s: Sentence, cue: Cue) -> Cue | None:
    """The verb that "and" joins right after this one, or after its subject where that stands between; in a headline
    the next word ("25 fighters killed, injured").
    """
    k = cue.end
    beside = next((c for c in s.cues if c.form == cue.form == "past" and c.start == k + (s.low(k) == ",")), None)
    if beside is not None and {beside.row.harm, cue.row.harm} == {Harm.KILLED, Harm.INJURED}:
        return None if s.grammar.objects(s, beside.end) else beside
    between = s.at(k)
    if between is not None and between.start == k and is_agent(between) and not s.grammar.objects(s, k):
        k = k if s.grammar.verb_group(s, cue).passive else s.grammar.after_complements(s, between)
    twin = next((c for c in s.cues if c.verbal and c.start == k + 1), None)
    return twin if twin is not None and _joins(s, k, cue) else None


def _joins(s: Sentence, k: int, first: Cue) -> bool:
    """ "killed and wounded 14", "14 were killed or wounded": of "the number killed or wounded" nothing is said."""
    if s.low(k) not in s.words.or_:
        return s.low(k) in s.words.and_
    about = [*s.grammar.subjects(s, s.grammar.verb_group(s, first).start), *s.grammar.objects(s, first.end)]
    return any(phrase.count is not None for phrase in about)


def _each_its_own(s: Sentence, first: Cue, second: Cue) -> bool:
    """ "60 people were killed and wounded were 200", as Arabic has it: a number before the one, another after the
    other.
    """
    before, after = s.grammar.verb_group(s, first).start, s.grammar.verb_group(s, second).start
    counted = {phrase.start for phrase in s.grammar.subjects(s, before) if phrase.count is not None}
    beyond = (*s.grammar.subjects(s, after), *s.grammar.objects(s, second.end))
    return bool(counted) and any(
        p.count is not None and p.start > second.start and p.start not in counted for p in beyond
    )


def of_both(s: Sentence, cue: Cue, drafts: Iterator[Draft]) -> Iterator[Draft]:
    """The drafts, with the harm of both verbs where one number is said of both; where none is, each harm by itself:
    "several people were killed and wounded" tells of the killed and of the wounded, and how many of either nobody says.
    """
    both = _with_the_one_before(s, cue)
    for draft in drafts:
        if both and _tells_no_number(s, draft):
            yield replace(draft, harm=Harm.KILLED, act=Act.KILLING if draft.act is Act.OTHER else draft.act)
            yield replace(draft, harm=Harm.INJURED)
            continue
        draft.harm = Harm.CASUALTIES if both else draft.harm
        yield draft


def _tells_no_number(s: Sentence, draft: Draft) -> bool:
    toll = draft.harmed.toll if draft.harmed is not None else None
    if draft.harmed is None or draft.whole is not None or draft.rule == "part" or draft.harmed.parts:
        return False
    given = toll is not None and (toll.number is not None or toll.low is not None or toll.high is not None)
    return not given and (toll is None or s.words.of_a_size.isdisjoint(toll.text.lower().split()))


def _with_the_one_before(s: Sentence, cue: Cue) -> bool:
    """ "killed and wounded 14 people": one number for both, and which of them was which is not said."""
    twin = _verb_before(s, cue)
    if twin is None or twin.form != cue.form or twin.row.frame != cue.row.frame or _each_its_own(s, twin, cue):
        return False
    return {twin.row.harm, cue.row.harm} == {Harm.KILLED, Harm.INJURED}


def at_most(s: Sentence, draft: Draft) -> None:
    """ "20 were killed or captured": 20 at most were killed, and nobody says how many; nor of "at least 20"."""
    toll = draft.harmed.toll if draft.harmed is not None and s.has(s.words.or_) else None
    if draft.harmed is None or toll is None or draft.rule in ("part", "toll") or draft.harm is Harm.CASUALTIES:
        return
    harms = {each.row.harm for each in _joined_by_or(s, draft.cue)} - {draft.harm}
    if harms and not {draft.harm, *harms} <= {Harm.KILLED, Harm.INJURED}:
        most = toll.high if toll.high is not None or toll.hedge in OPEN_ABOVE else toll.number
        hedge = Hedge.VAGUE if most is None else Hedge.UP_TO
        draft.harmed = replace(draft.harmed, toll=replace(toll, number=most, low=None, high=most, hedge=hedge))


def _joined_by_or(s: Sentence, cue: Cue) -> list[Cue]:
    """Other harms on both sides of it, if "or" stands between any of them."""
    found, joined = [], False
    for side in (1, -1):
        at = cue
        while True:
            k = at.end if side > 0 else at.start - 1
            other = next((each for each in s.cues if (each.start, each.end)[side < 0] == k + (side > 0)), None)
            if other is None or not (s.low(k) == "," or s.low(k) in s.words.or_) or not _harms(s, other):
                break
            joined |= s.low(k) in s.words.or_
            found.append(other)
            at = other
    return found if joined else []


def _harms(s: Sentence, cue: Cue) -> bool:
    return cue.row.harm is not Harm.NONE or cue.row.lemma in s.words.takes_people
