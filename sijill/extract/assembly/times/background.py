"""Acts told as background: done again and again, in the past, or over months and years. No incident of its own."""

from sijill.extract.assembly.times.totals import is_long
from sijill.extract.predicates.draft import Draft
from sijill.extract.syntax.classes import RELATIVE, SUBORDINATOR
from sijill.extract.syntax.kinds import is_party_alone, is_people
from sijill.extract.syntax.parts import PLACE, Phrase
from sijill.extract.syntax.sentence import Sentence
from sijill.language.dates import Expression
from sijill.language.days import of_a_day
from sijill.model.claim import Act, Harm

LAST = frozenset(
    {Act.SIEGE, Act.DEPRIVATION, Act.AID_OBSTRUCTION, Act.AID_DELIVERY, Act.TERRITORIAL_CONTROL, Act.DISPLACEMENT}
)
"""Acts that go on for months by what they are."""
GOVERNED = 8
"""Tokens from "has" to the act that it governs: "has so far flown many raids"."""
NEAR = 3
"""Tokens from "carried out" to what was."""
MANY_ACTS, MANY_DEEDS = 100, 3
"""Raids that are a tally of months; kinds of violence told in one breath of somebody who is known for them."""


def is_background(s: Sentence, draft: Draft) -> bool:
    """ "Both have used gas in the past", "attacked the town several times", "has carried out frequent raids",
    "has been bombing the town since 2029", "amid heavy clashes"; on any day "raids across the country", "has flown 900
    raids"; "fears the massacres of the Column". Not where the sentence tells of people who were harmed (but
    "casualties have been high") or, but for the last two, of a day or week, nor of what is the first or worst since
    then.
    """
    if draft.act in LAST:
        return False
    if _is_on_the_whole(s, draft) or _is_a_series(s, draft) or _is_a_record(s, draft):
        return True
    if _harms(s, draft):
        return False
    if _is_setting(s, draft) or _is_a_tally(s, draft) or _is_a_practice(s, draft):
        return True
    start, stop = s.grammar.clause_start(s, draft.cue.start), _clause_stop(s, draft.cue.end)
    if s.says(s.sayings.everywhere, start, stop):
        return not any(is_people(each) and each.count is not None and each.count.number for each in s.phrases)
    times = [time for time in s.times if start <= time[0] < stop]
    if times and all(_is_of_weeks(time[2]) for time in times):
        return True
    if not all(is_long(time[2]) or _is_since(s, draft, time) for time in times):
        return False
    if s.says(s.sayings.over_the_years, start, stop) or s.says(s.sayings.many_times, start, stop):
        return True
    if draft.harm is not Harm.NONE and not draft.cue.verbal:
        return False  # "has been talking of the deaths in the riots"
    perfect = _is_perfect(s, draft, start)
    if not perfect and s.words.have:
        return False
    if times:
        return not any(s.low(k) in s.words.superlatives for k in range(start, stop))
    often = draft.cue.row.act is not Act.DESTRUCTION and any(s.low(k) in s.words.often for k in range(start, stop))
    often = often or s.says(s.sayings.series, start, stop)
    return perfect and (often or _goes_on(s, start, stop) or _is_able_to(s, draft) or _stands_beside_a_state(s, draft))


def _is_on_the_whole(s: Sentence, draft: Draft) -> bool:
    """ "In X civilian casualties are frequent", "deaths in raids are not rare": nobody is counted, and nothing is said
    to have happened."""
    phrase = s.at(draft.cue.start)
    counted = draft.harmed is not None and draft.harmed.toll is not None
    noun = phrase is not None and not draft.cue.verbal and not counted
    if not noun or phrase is None:
        return False
    verbs = [cue.start for cue in s.cues if cue.verbal and cue.start >= phrase.end]
    return s.says(s.sayings.on_the_whole, phrase.end, min([*verbs, phrase.end + GOVERNED]))


def _is_a_series(s: Sentence, draft: Draft) -> bool:
    """ "A series of raids have struck the towns since March, killing dozens": of no single day."""
    start = s.grammar.clause_start(s, draft.cue.start)
    long = bool(s.times) and all(is_long(time[2]) for time in s.times)
    series = s.says(s.sayings.series, start, draft.cue.end) and _is_perfect(s, draft, start)
    return long and series and draft.harm is Harm.NONE


def _is_a_record(s: Sentence, draft: Draft) -> bool:
    """ "Has killed scores of herders, raided farms and tortured prisoners", "has imposed harsh laws, with several
    executions": what somebody is known for, where neither a place nor a time is told, and nobody is counted one by one.
    """
    has = next((k for k in range(s.start, draft.cue.start) if s.low(k) in s.words.have), None)
    if has is None or s.times:
        return False
    deed = s.at(draft.cue.start) if not draft.cue.verbal and draft.harm is not Harm.NONE else None
    several = deed is not None and deed.count is not None and deed.count.number is None
    if not several and sum(cue.start > has for cue in s.cues) < MANY_DEEDS:
        return False
    known = any(is_people(each) and _is_counted(each) for each in s.phrases if each.start > has)
    return not known and not s.grammar.places(s)


def _is_counted(people: Phrase) -> bool:
    """By a number, or as one person."""
    if people.count is not None:
        return people.count.number is not None
    return people.victim is not None and not people.victim.plural


def _is_a_tally(s: Sentence, draft: Draft) -> bool:
    """ "Has flown 900 raids on the north, three of them on Monday"; not "has flown 120 raids on Tarn on Monday"."""
    phrase = s.at(draft.cue.start)
    count = phrase.count if phrase is not None and not draft.cue.verbal else None
    if phrase is None or count is None or (count.number or 0) < MANY_ACTS:
        return False
    day = next((time for time in s.times if time[0] >= phrase.end and of_a_day(time[2])), None)
    if day is not None and not any(phrase.end <= each.start < day[0] and each.count is not None for each in s.phrases):
        return False
    return _is_perfect(s, draft, s.grammar.clause_start(s, draft.cue.start))


def _is_a_practice(s: Sentence, draft: Draft) -> bool:
    """ "Gains from the Ostmark raids against the Column", "safe from the massacres of the Column": whose they are and
    on whom, where nobody says that they were carried out, and no place or time is told."""
    phrase = s.at(draft.cue.start)
    if phrase is None or draft.cue.verbal or s.low(phrase.head) not in s.words.attacks or phrase.count is not None:
        return False
    other = s.at(phrase.end + 1) if s.low(phrase.end) in s.words.on_against | s.words.of else None
    named = other is not None and is_party_alone(other) and bool(draft.doers)
    before = s.tokens.lows[max(s.start, phrase.start - NEAR) : phrase.start]
    told = s.times or not s.words.light.isdisjoint(before)
    return named and not told and not any(name.kind == PLACE for name in s.names)


def _is_since(s: Sentence, draft: Draft, time: Expression) -> bool:
    """ "Has raged since the rebels took the bridge earlier this month": no day of it is told."""
    return not of_a_day(time[2]) and not s.words.since.isdisjoint(s.tokens.lows[draft.cue.end : time[0]])


def _is_of_weeks(value: str) -> bool:
    """ "In recent weeks", "over the last two weeks": of an act that harmed nobody who is told of."""
    return value.startswith("last:week:") and not value.endswith(":1")


def _is_able_to(s: Sentence, draft: Draft) -> bool:
    """ "Have been able to raid the town from there"."""
    near = range(max(s.start + 1, draft.cue.start - GOVERNED), draft.cue.start)
    return any(s.low(k) in s.words.able and s.low(k - 1) in s.words.been and s.low(k + 1) in s.words.to for k in near)


def _stands_beside_a_state(s: Sentence, draft: Draft) -> bool:
    """ "Is strong in the north too and has fought the Guard"."""
    near = range(max(s.start + 1, draft.cue.start - GOVERNED), draft.cue.start)
    has = next((k for k in near if s.low(k) in s.words.have and s.low(k - 1) in s.words.and_), None)
    is_so = s.words.is_ - s.words.been
    return has is not None and any(s.low(k) in is_so for k in range(s.start, has - 1))


def _harms(s: Sentence, draft: Draft) -> bool:
    """Somebody is counted, or told dead, wounded or taken by a word other than the act ("numerous executions")."""
    counted = draft.harmed is not None and draft.harmed.toll is not None and draft.harmed.toll.number is not None
    others = (cue for cue in s.cues if cue.verbal or cue is not draft.cue)
    return counted or any(cue.row.harm is not Harm.NONE for cue in others)


def _is_setting(s: Sentence, draft: Draft) -> bool:
    """ "The raid came amid heavy clashes": what went on around it."""
    phrase = s.at(draft.cue.start)
    noun = not draft.cue.verbal and not draft.counted
    return noun and phrase is not None and s.low(phrase.start - 1) in s.words.amid


def _clause_stop(s: Sentence, k: int) -> int:
    """The token before which what is said of an act ends: "which", "when", "as"; not "since", which says how long."""
    ends = (j for j in range(k, s.stop) if s.kind(j) & (RELATIVE | SUBORDINATOR) and s.low(j) not in s.words.since)
    return next(ends, s.stop)


def _is_perfect(s: Sentence, draft: Draft, start: int) -> bool:
    """ "Has shelled", "has carried out raids", "clashes have raged"."""
    cue, phrase = draft.cue, s.at(draft.cue.start)
    if phrase is not None and s.low(s.grammar.after_complements(s, phrase)) in s.words.have:
        return True
    before = range(cue.start - 1, max(start, cue.start - GOVERNED) - 1, -1)
    return any(s.low(k) in s.words.have for k in before if s.low(k) != ",")


def _goes_on(s: Sentence, start: int, stop: int) -> bool:
    """ "Has been bombing", "have been carrying out raids"; not "since dawn"."""
    been = (k for k in range(start, stop) if s.low(k) in s.words.been and s.low(k - 1) in s.words.have)
    endings = tuple(s.words.gerund_endings)
    goes_on = any(s.low(s.grammar.skip_adverbs(s, k + 1)).endswith(endings) for k in been)
    return goes_on and s.words.since.isdisjoint(s.tokens.lows[start:stop])
