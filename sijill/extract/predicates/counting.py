"""Victims and tolls: what a phrase says of who was harmed and how many."""

from dataclasses import dataclass, replace

from sijill.extract.lexicon import VictimNoun
from sijill.extract.syntax.kinds import is_people, says_which
from sijill.extract.syntax.parts import PARTY, Phrase
from sijill.extract.syntax.sentence import Sentence
from sijill.language.numbers import UNITS, Count
from sijill.model.claim import Status, Victims
from sijill.model.toll import Hedge, Toll, Unit

COUNTS = "counts "
"""Note of a noun that says how many: "double murder"."""
Bounds = tuple[int | None, int | None]


@dataclass(frozen=True, slots=True)
class Harmed:
    """Those harmed, in tokens [start, end), with their toll; `parts` are counts named as a part ("including 13
    children").
    """

    start: int
    end: int
    victims: Victims
    toll: Toll | None
    bare: bool
    parts: tuple[Phrase, ...] = ()


def bounds(count: Count) -> tuple[int | None, int | None, int | None]:
    """(number, low, high) of a count as said. "about" and "nearly" have no bounds; "dozens" has nothing."""
    n = count.number
    if n is None:
        return None, None, None
    if count.hedge is Hedge.BETWEEN:
        return None, n, count.upper
    low = n if count.hedge in (Hedge.EXACT, Hedge.AT_LEAST, Hedge.MORE_THAN) else None
    high = n if count.hedge in (Hedge.EXACT, Hedge.UP_TO, Hedge.LESS_THAN) else None
    return n, low, high


def toll_of(s: Sentence, phrase: Phrase) -> Toll | None:
    """The toll that a phrase states, or None when it states none. "a man" and a name are one person."""
    count = phrase.count
    if count is not None:
        number, low, high = bounds(count)
        if number == 1 and s.low(phrase.start - 1) in s.words.not_:
            return Toll(number=0, low=0, high=0, text=s.text(phrase.start - 1, count.end))
        spared = _spared(s, phrase) if count.hedge is Hedge.EXACT else 0
        if number is not None and 0 < spared < number:
            left = number - spared
            return Toll(number=left, low=left, high=left, text=s.text(phrase.start - 4, count.end))
        return _or_more(
            s, phrase, Toll(number=number, low=low, high=high, text=s.text(count.start, count.end), hedge=count.hedge)
        )
    if (within := _in_the_word(s, phrase)) is not None:
        return within
    noun = phrase.victim
    if s.low(phrase.start) in s.words.none and (noun is not None or phrase.cue is not None or _of_some(s, phrase)):
        return Toll(number=0, low=0, high=0, text=s.text(phrase.start, phrase.start + 1))
    if noun is not None and noun.word in s.words.households:
        return _household(s, phrase)
    if noun is not None and not noun.plural and _tells_one(s, phrase):
        return Toll(number=1, low=1, high=1, text=s.text(phrase.start, phrase.end))
    if noun is None and _is_one_name(s, phrase):
        return Toll(number=1, low=1, high=1, text=s.text(phrase.start, phrase.end), unit=Unit.NAMED)
    return None


def _spared(s: Sentence, phrase: Phrase) -> int:
    """How many of "all but two of the 12 residents aboard were killed" were not; none of "all but two of the 12 killed
    were guards"."""
    if s.words.was.isdisjoint(s.tokens.lows[phrase.end : phrase.end + 2]):
        return 0
    all_but = s.low(phrase.start - 4) in s.words.all and s.low(phrase.start - 3) in s.words.contrast
    return UNITS.get(s.low(phrase.start - 2), 0) if all_but and s.low(phrase.start - 1) in s.words.of else 0


def _or_more(s: Sentence, phrase: Phrase, toll: Toll) -> Toll:
    """ "Six people, possibly more, were killed": six at least."""
    k = phrase.end + 1 if s.low(phrase.end) == "," else phrase.end
    following = s.at(k)
    more = toll.hedge is Hedge.EXACT and s.says(s.sayings.or_more, k, k + 1)
    more = more and (following is None or following.count is None)
    return replace(toll, high=None, hedge=Hedge.AT_LEAST) if more else toll


def _of_some(s: Sentence, phrase: Phrase) -> bool:
    """ "none of the residents"."""
    whole = s.grammar.complement(s, phrase, s.words.of)
    return whole is not None and is_people(whole)


def _tells_one(s: Sentence, phrase: Phrase) -> bool:
    """ "a man", "the man"; in the style of headlines "Man", which no sentence says of more than one."""
    low = s.low(phrase.start)
    headline = s.kind(phrase.start) == 0 and s.low(phrase.head) not in s.words.anyone
    return low in s.words.one | s.words.one_known or headline


def _in_the_word(s: Sentence, phrase: Phrase) -> Toll | None:
    """ "a double murder" is two people, "a body" one."""
    note, text = (phrase.cue.row.note if phrase.cue is not None else ""), s.text(phrase.start, phrase.end)
    known = s.low(phrase.start) in s.words.one | s.words.one_known
    bare = phrase.cue is not None and s.kind(phrase.start) == 0 and not s.low(phrase.cue.end - 1).endswith("s")
    if note.startswith(COUNTS) and (known or bare):
        n = UNITS[note.removeprefix(COUNTS)]
        return Toll(number=n, low=n, high=n, text=text)
    return None


def _household(s: Sentence, phrase: Phrase) -> Toll | None:
    """ "a family of six" is six people; "a couple" two; "a family" is nobody's number, nor is that of what is theirs
    ("the crew of three trucks") or whose they are ("the family of the three men")."""
    inner = s.grammar.complement(s, phrase, s.words.of)
    of_people = inner is not None and (inner.head < 0 or is_people(inner)) and s.low(inner.start) not in s.words.the
    if inner is not None and of_people and inner.count is not None and inner.count.number is not None:
        n = inner.count.number
        return Toll(number=n, low=n, high=n, text=s.text(phrase.start, inner.end))
    if phrase.victim is not None and phrase.victim.word in s.words.couple:
        return Toll(number=2, low=2, high=2, text=s.text(phrase.start, phrase.end))
    return None


def _is_one_name(s: Sentence, phrase: Phrase) -> bool:
    """Two capitalised words at least, no party, force or place: the name of one person."""
    if (
        phrase.head < 0
        or phrase.party is not None
        or phrase.force
        or phrase.place is not None
        or phrase.cue is not None
    ):
        return False
    words = [k for k in range(phrase.start, phrase.end) if s.low(k) != "."]
    return len(words) >= 2 and all(s.grammar.is_name(s, k) for k in words[-2:])


def harmed(s: Sentence, phrase: Phrase, joined: list[Phrase]) -> Harmed:
    """Victims and toll of one phrase; phrases joined to it without counts of their own only name more groups."""
    end = (
        max(s.grammar.after_complements(s, phrase), *(p.end for p in joined))
        if joined
        else s.grammar.after_complements(s, phrase)
    )
    reach = phrase.end if s.low(phrase.head) in s.words.relatives_of else end
    nouns = [noun for p in (phrase, *joined) for noun in nouns_in(s, p, reach if p is phrase else p.end)]
    busy = _verbs_beyond_own(s, end)
    parts, tail = _parts(s, end, busy)
    groups = tuple(dict.fromkeys(group for noun in nouns if (group := noun.group)))
    counts = {p.victim.group: counted for p in parts if p.victim and p.victim.group and (counted := _counted(p))}
    if (
        phrase.count is not None
        and len(groups) == 1
        and not joined
        and phrase.victim is not None
        and phrase.victim.group
        and not _counts_others_first(nouns)
    ):
        counts[phrase.victim.group] = _counted(phrase) or (None, None)
    status, inferred = _status(nouns, *_tail_status(s, end, tail, busy))
    if status is Status.UNKNOWN and _fight_for_somebody(s, phrase, reach):
        status, inferred = Status.COMBATANT, True
    label = _label(s, phrase.start, end) if any(noun.label for noun in nouns) else None
    if (called := _alleged(s, phrase)) is not None:
        label, status, inferred = called, Status.UNKNOWN, False
    all_groups = tuple(dict.fromkeys((*groups, *(p.victim.group for p in parts if p.victim and p.victim.group))))
    victims = Victims(
        text=s.text(phrase.start, end), label=label, status=status, inferred=inferred, groups=all_groups, counts=counts
    )
    unnamed = phrase.count is not None and phrase.head < phrase.count.end and phrase.victim is None
    bare = phrase.head < 0 or s.low(phrase.head) in s.words.others or unnamed
    return Harmed(phrase.start, end, victims, toll_of(s, phrase), bare, tuple(parts))


def _counts_others_first(nouns: list[VictimNoun]) -> bool:
    """ "17 villagers, whichof women", where a word between them is misspelt: the number counts the villagers."""
    return len(nouns) > 1 and nouns[0].plural and not nouns[0].group


def _fight_for_somebody(s: Sentence, phrase: Phrase, end: int) -> bool:
    """ "20 members of the Column", "an army leader": of those who are known to fight, and nothing else is said.
    Not of a council, a party or a people."""
    if s.low(phrase.head) not in s.words.of_a_group:
        return False
    of_whom = [name for name in s.names if name.kind == PARTY and phrase.start <= name.start < end]
    named = {phrase.head, *(k for name in of_whom for k in range(name.start, name.end))}
    if any((s.low(k),) in s.lexicon.victims for k in range(phrase.start, end) if k not in named):
        return False
    if not s.words.councils.isdisjoint(s.tokens.lows[phrase.start : end]):
        return False
    return any(each.armed or not s.words.armies.isdisjoint(s.tokens.lows[each.start : each.end]) for each in of_whom)


def _label(s: Sentence, start: int, end: int) -> str | None:
    """What they are called, as said."""
    table, lows = s.lexicon.victims, s.tokens.lows
    for i in range(start, end):
        for stop in (i + 2, i + 1):
            noun = table.get(tuple(lows[i:stop])) if stop <= end else None
            if noun is not None and noun.label:
                return s.text(i, stop).lower()
    return None


def _alleged(s: Sentence, phrase: Phrase) -> str | None:
    """ "48 alleged rebels": what they are called, which says nothing of what they were."""
    at = next((k for k in range(phrase.start, phrase.head) if s.low(k) in s.words.alleged), None)
    return None if at is None else s.text(at, phrase.end)


def nouns_in(s: Sentence, phrase: Phrase, end: int) -> list[VictimNoun]:
    """Every noun for people in the phrase and its complements: "civilian men", "members of the security forces"."""
    table, lows = s.lexicon.victims, s.tokens.lows
    found, i = [], phrase.start
    while i < end:
        noun = table.get((lows[i], lows[i + 1])) if i + 1 < end else None
        step = 2 if noun is not None else 1
        noun = noun or table.get((lows[i],))
        if noun is not None and not (step == 1 and says_which(s, i, end)):
            found.append(noun)
        i += step
    return found or ([phrase.victim] if phrase.victim is not None else [])


def _status(nouns: list[VictimNoun], said: Status, mostly: bool) -> tuple[Status, bool]:
    if said is not Status.UNKNOWN:
        return (Status.MIXED if mostly and said is Status.CIVILIAN else said), False
    known = {noun.status for noun in nouns if noun.status is not Status.UNKNOWN}
    if not known or any(noun.label for noun in nouns):
        return Status.UNKNOWN, False
    if len(known) > 1:
        return Status.MIXED, False
    return known.pop(), all(noun.inferred for noun in nouns if noun.status is not Status.UNKNOWN)


def _tail_status(s: Sentence, end: int, tail: int, busy: set[int]) -> tuple[Status, bool]:
    """ "..., most of them civilians", "all civilians", "mostly women and children"."""
    near = range(end, min(end + 10, s.stop))
    stop = next((k for k in near if k in busy or s.low(k) in s.words.ends_tail), near.stop)
    k = next((k for k in range(end, stop) if s.low(k) in s.words.most | s.words.all), None)
    if k is None:
        return Status.UNKNOWN, False
    for i in range(k + 1, min(k + 5, s.stop)):
        noun = s.lexicon.victims.get((s.low(i),))
        if noun is not None and noun.status is not Status.UNKNOWN:
            return noun.status, s.low(k) in s.words.most
    return Status.UNKNOWN, False


def _parts(s: Sentence, end: int, busy: set[int]) -> tuple[list[Phrase], int]:
    subsets = s.likely(s.sayings.subsets)
    for k in range(end, min(end + 20, s.stop)):
        if k in busy or s.low(k) in s.words.ends_parts:
            break
        counted = s.at(k)
        if (
            counted is not None
            and counted.start == k
            and counted.count is not None
            and s.low(counted.end) in s.words.of
        ):
            after = counted.end + 3 if s.low(counted.end + 2) in s.words.was else counted.end + 2
            told, group = s.low(counted.end + 1) in s.words.them_whom, s.at(after)
            if told and group is not None and group.victim is not None:
                return [replace(group, start=counted.start, count=counted.count)], group.end
            if told and s.low(after) in s.words.severely and not any(c.verbal and end <= c.start < k for c in s.cues):
                return [replace(counted, end=counted.end + 2)], after + 1
        if (
            counted is not None
            and counted.start == k
            and counted.count is not None
            and s.low(counted.end) in s.words.of_them
        ):
            group = s.at(counted.end + 1)
            named = group is not None and group.victim is not None and group.start == counted.end + 1
            part = replace(group, start=counted.start, count=counted.count) if group is not None and named else counted
            return [part], part.end
        if _begins_another(s, k, end):
            break
        for words in subsets:
            if s.reads(k, words):
                first = s.at(k + len(words))
                found = s.grammar.coordinated_right(s, first) if first is not None and is_people(first) else []
                found += _last_of_list(s, found[-1], end) if found else []
                return found, found[-1].end if found else end
    return [], end


def _last_of_list(s: Sentence, before: Phrase, end: int) -> list[Phrase]:
    """ "17 people including six women and a boy were killed": the verb is that of the 17, whom no other tells."""
    k = s.after_aside(s.grammar.after_complements(s, before))
    last = s.at(k + 1) if s.low(k) in s.words.and_ else None
    if last is None or last.start != k + 1 or last.victim is None or s.low(last.end) not in s.words.was | s.words.have:
        return []
    return [] if any(c.verbal and end <= c.start < k for c in s.cues) else [last]


def _begins_another(s: Sentence, k: int, end: int) -> bool:
    """ "a boy was killed and six people, including three women, were hurt": the three are of the six."""
    told = s.at(k)
    if told is None or told.start != k or told.count is None or s.low(k - 1) not in s.words.and_:
        return False
    return is_people(told) and any(cue.verbal and end <= cue.start < k for cue in s.cues)


def _verbs_beyond_own(s: Sentence, end: int) -> set[int]:
    """Where verbs begin after the phrase, but for the one that it is the subject of ("nine people were killed,
    four ...").
    """
    verbs = sorted(
        {c.start for c in s.cues if c.verbal and c.start >= end} | {c.start for c in s.speech if c.start >= end}
    )
    own = verbs[:1] if verbs and verbs[0] - end < 4 and any(c.start == verbs[0] for c in s.cues) else []
    return set(verbs) - set(own)


def _counted(phrase: Phrase) -> Bounds | None:
    if phrase.count is not None:
        number, low, high = bounds(phrase.count)
        return (low, high) if number is None or low is not None or high is not None else (number, number)
    return (1, 1) if phrase.victim is not None and not phrase.victim.plural else None


def part_toll(s: Sentence, phrase: Phrase) -> Toll | None:
    """The toll of a part; None when it names a group without a number."""
    toll = toll_of(s, phrase)
    if toll is None and phrase.victim is not None and not phrase.victim.plural:
        return Toll(number=1, low=1, high=1, text=s.text(phrase.start, phrase.end))
    return toll


def unit_for(harm: str, named: bool) -> Unit:
    """What a toll of this harm counts."""
    if named:
        return Unit.NAMED
    return {"killed": Unit.DEAD, "presumed_dead": Unit.DEAD, "found_dead": Unit.BODIES}.get(harm, Unit.CASUALTIES)
