"""A verb said once for several places or days: "killed 12 people in A on Monday and nine in B on Tuesday", "killed
three, one in A, a second in B and a third in C".
"""

from collections.abc import Iterator
from dataclasses import replace

from sijill.extract.predicates.actors import by_agents, doers
from sijill.extract.predicates.context import act_by, doers_of
from sijill.extract.predicates.counting import harmed
from sijill.extract.predicates.draft import Draft, Heard
from sijill.extract.syntax.classes import AUX, MODAL, PREP, RELATIVE, SUBORDINATOR, VERB
from sijill.extract.syntax.kinds import is_agent, is_people
from sijill.extract.syntax.parts import Phrase
from sijill.extract.syntax.sentence import Sentence
from sijill.language.days import of_a_day
from sijill.language.numbers import Count
from sijill.model.claim import Act
from sijill.model.toll import Hedge

FAR = 16
"""Tokens from those counted to the first of their shares."""
NEAR = 8
"""Tokens from the place of a share to the next share."""
ANEW = AUX | MODAL | RELATIVE | SUBORDINATOR | VERB
"""Of another clause."""


def gapped(s: Sentence, draft: Draft) -> Iterator[Draft]:
    """The drafts that share the verb of a counted one, each with a number and a place or day of its own."""
    if not draft.counted or draft.harmed is None or not draft.cue.verbal:
        return
    k = max(draft.harmed.end, draft.cue.end, *(part.end for part in draft.harmed.parts))
    first = k
    while (phrase := _after_gap(s, k)) is not None:
        victims = harmed(s, phrase, [])
        if k == first and _opens_with_a_place(s, draft):
            draft.shared = (phrase.start if s.low(phrase.start - 1) in s.words.and_ else k, s.stop)
        yield _done_otherwise(s, replace(draft, rule="gap", harmed=victims, whole=None), _after_parts(s, phrase))
        k = _after_parts(s, phrase)


def _done_otherwise(s: Sentence, draft: Draft, end: int) -> Draft:
    """ "... and nine in air strikes", "... and nine by the army": by these, and not by whoever did the first."""
    other = s.at(end + 1)
    if s.low(end) in s.words.by and other is not None:
        act, words = draft.cue.row.act, (draft.cue.start, draft.cue.end)
        return replace(draft, act=act, act_words=words, doers=doers(s, by_agents(s, end, end + 2), None))
    cue = other.cue if other is not None else None
    if cue is None or cue.row.frame != "act" or s.low(end) not in s.words.links:
        return draft
    found = doers_of(s, cue, Heard())
    act = act_by(s, cue, found)
    act = act if act is not Act.OTHER else draft.cue.row.act
    return replace(draft, act=act, act_words=(cue.start, cue.end), doers=found)


def _opens_with_a_place(s: Sentence, draft: Draft) -> bool:
    """ "In Aleppo 21 died": the place of the first number stands before it."""
    first = s.at(s.start + 1) if s.kind(s.start) & PREP else None
    return first is not None and first.place is not None and first.end <= draft.cue.start


def _behind_its_place(s: Sentence, k: int) -> Phrase | None:
    """ "(and) in Homs 16": a bare number behind a place of its own, and nothing more."""
    where = s.at(k + 1) if s.kind(k) & PREP else None
    counted = s.at(where.end) if where is not None and where.place is not None and where.start == k + 1 else None
    bare = (
        counted is not None and counted.count is not None and counted.count.end == counted.end and not counted.measure
    )
    return counted if counted is not None and bare and not s.kind(counted.end) & ANEW else None


def _after_gap(s: Sentence, k: int) -> Phrase | None:
    """The counted people after "and", if only places and times stand before it and a place or day comes after."""
    stop = k + 14
    moved = False
    while k < min(s.stop, stop):
        time = next((time for time in s.times if time[0] == k), None)
        phrase = s.at(k)
        if time is not None:
            k, moved = time[1], True
        elif phrase is not None and s.kind(phrase.start - 1) & PREP:
            k, moved = phrase.end, True
        elif s.low(k) in s.words.and_ and (there := _behind_its_place(s, k + 1)) is not None:
            return there
        elif s.low(k) in s.words.and_ or (s.low(k) == "," and moved and _is_counted(s, k + 1)):
            following = s.at(k + 1)
            return following if moved and following is not None and _stands_alone(s, following) else None
        elif s.kind(k) & PREP or s.low(k) == ",":
            k += 1
        else:
            return None
    return None


def _is_counted(s: Sentence, k: int) -> bool:
    """ "..., three in B and one in C": a bare number right after the comma."""
    phrase = s.at(k)
    return phrase is not None and phrase.start == k and phrase.count is not None and phrase.end == phrase.count.end


def _stands_alone(s: Sentence, phrase: Phrase) -> bool:
    if phrase.count is None or not is_people(phrase):
        return False
    end = _after_parts(s, phrase)
    place = s.at(end + 1) if s.low(end) in s.words.at | s.words.nearby else None
    verb = any(cue.verbal and end <= cue.start < end + 6 for cue in s.cues) or _is_a_subject(s, phrase)
    return (place is not None or _is_by_others(s, end) or _is_of_a_day(s, phrase, end)) and not verb


def _is_by_others(s: Sentence, k: int) -> bool:
    """ "Nine by gunmen", "by shelling"; not "by mistake", "by the river"."""
    other = s.at(k + 1) if s.low(k) in s.words.by else None
    return other is not None and (is_agent(other) or other.cue is not None)


def _is_of_a_day(s: Sentence, phrase: Phrase, end: int) -> bool:
    """ "Two on Saturday": a bare number and its day."""
    day = next((time for time in s.times if time[0] in (end, end + 1) and of_a_day(time[2])), None)
    bare = phrase.count is not None and phrase.end == phrase.count.end
    return bare and day is not None and (day[0] == end or bool(s.kind(end) & PREP))


def _after_parts(s: Sentence, phrase: Phrase) -> int:
    """After the phrase and the parts told of it: "23 people, among them 10 children, in B"."""
    end = max(phrase.end, *(part.end for part in harmed(s, phrase, []).parts), phrase.end)
    return end + 1 if end > phrase.end and s.low(end) == "," else end


def shared_out(s: Sentence, draft: Draft) -> list[Draft]:
    """Those of each place, where their numbers come to just the number before them, which then counts nobody else; if
    it is open ("at least"), it stays beside them, of none of their places."""
    told = draft.harmed
    toll = told.toll if told is not None else None
    if told is None or toll is None or (toll.number or 0) < 2 or told.parts or draft.whole is not None:
        return []
    shares = _shares(s, max(told.end, draft.cue.end), toll.number or 0)
    if not shares or _has_a_town(s, told.end, shares[0].start):
        return []
    drafts = []
    for phrase in shares:
        theirs = harmed(s, phrase, [])
        who = replace(told.victims, text=theirs.victims.text, groups=(), counts={}) if theirs.bare else theirs.victims
        drafts.append(replace(draft, rule="gap", harmed=replace(theirs, victims=who), whole=None))
    draft.shared = (shares[0].start, s.stop)
    return drafts if toll.hedge is Hedge.EXACT else [draft, *drafts]


def _shares(s: Sentence, k: int, number: int) -> list[Phrase]:
    """Two and more that come to the number."""
    found: list[Phrase] = []
    limit = k + FAR
    while k < min(s.stop, limit) and number > 0:
        share = _share(s, k)
        if share is None:
            if _is_told_of_others(s, k):
                return []
            k += 1
            continue
        found.append(share)
        number -= share.count.number or 0 if share.count is not None else 0
        k = share.end + 2
        limit = k + NEAR
    return found if len(found) > 1 and number == 0 and not _is_a_subject(s, found[-1]) else []


def _is_told_of_others(s: Sentence, k: int) -> bool:
    """Another verb or subject: "..., while shells wounded 12 in A and eight in B", "and the Column killed 12"."""
    phrase = s.at(k)
    if s.low(k) == ";" or s.kind(k) & ANEW or _is_a_verb(s, k):
        return True
    if phrase is None:
        return False
    timed = any(time[0] <= k < time[1] for time in s.times)
    return phrase.start == k and not timed and s.low(k - 1) in s.words.and_


def _is_a_subject(s: Sentence, phrase: Phrase) -> bool:
    """ "Two on Saturday were freed", "12 in A and eight in B fled": whose verb comes after the place and day."""
    k = phrase.end
    for _ in range(3):
        first = k + 1 if s.kind(k) & PREP else k
        time, there = next((time for time in s.times if time[0] == first), None), s.at(first)
        k = time[1] if time is not None else there.end if there is not None and first > k else k
    also = s.at(k + 1) if s.low(k) in s.words.and_ else None
    if also is not None and also.count is not None and s.low(also.end) in s.words.at:
        return _is_a_subject(s, also)
    return k < s.stop and (bool(s.kind(k) & (AUX | MODAL | VERB)) or _is_a_verb(s, k))


def _is_a_verb(s: Sentence, k: int) -> bool:
    phrase = s.at(k)
    alone = phrase is None or (phrase.end == k + 1 == phrase.start + 1 and phrase.victim is None and not phrase.capital)
    past = alone and not s.kind(k) and s.low(k).endswith(tuple(s.words.past_endings))
    return past or any(cue.start == k and cue.verbal for cue in s.cues)


def _share(s: Sentence, k: int) -> Phrase | None:
    """ "One in A", "a second in B", "12 others in C"."""
    phrase = s.at(k)
    if phrase is None or phrase.start != k or s.kind(k - 1) & PREP:
        return None
    if phrase.count is None and s.low(k) in s.words.one and s.low(k + 1) in s.words.ordinals and phrase.end == k + 2:
        phrase = replace(phrase, count=Count(k, k + 2, 1, None, Hedge.EXACT))
    place = s.at(phrase.end + 1) if s.low(phrase.end) in s.words.at else None
    named = place is not None and place.start == phrase.end + 1 and _bears_a_name(s, place)
    counted = phrase.count is not None and phrase.count.hedge is Hedge.EXACT and not phrase.measure
    return phrase if counted and named and not any(time[0] <= phrase.end + 1 < time[1] for time in s.times) else None


def _has_a_town(s: Sentence, start: int, stop: int) -> bool:
    """ "In Kessa", before the shares, is a share too: but no country or province, nor "elsewhere in"."""
    for k in range(start, stop):
        place = s.at(k + 1) if s.low(k) in s.words.at and s.low(k - 1) not in s.words.meanwhile else None
        if place is None or place.start != k + 1 or not _bears_a_name(s, place):
            continue
        words = s.tokens.lows[place.start : place.end]
        timed = any(time[0] <= k + 1 < time[1] for time in s.times)
        if not timed and tuple(words) not in s.lexicon.countries and s.words.wide_places.isdisjoint(words):
            return True
    return False


def _bears_a_name(s: Sentence, place: Phrase) -> bool:
    return any(s.grammar.is_name(s, k) for k in range(place.start, place.end))
