"""When, where, by what means, in answer to what, and what the speaker calls it: which words govern a cue."""

import re
from collections.abc import Container, Iterator, Sequence

from sijill.extract.syntax.classes import ADVERB, AUX, DET, POSSESSIVE, VERB
from sijill.extract.syntax.kinds import is_people
from sijill.extract.syntax.parts import Phrase, Spot
from sijill.extract.syntax.sentence import Sentence
from sijill.language.dates import Expression
from sijill.language.days import THEN, of_a_day
from sijill.language.places.words import DIRECTIONS, MIDDLE_WORDS, OF_TOWNS
from sijill.model.claim import Harm

COUNTRY_PENALTY = 4
FULL_DATE = re.compile(r"\d{4}-\d\d-\d\d\Z")
CONTACT = 6
"""Tokens from "they" to the day of "the quarters they entered"."""
LAUNCHED = 8
"""Tokens between an offensive and the day on which it was launched: "against X on the northern front"."""
OF_ANOTHER = 6
"""Points of a place that is said of another act."""
VAGUE = 2
"""Clauses that a plain time may lie further off than "in recent days"."""
OUTDONE, SINCE = 10, 16
"""Tokens from "the deadliest" to "since", and from that to the time since when it is."""
HELD = 4
"""Tokens from "for" to how long: "for just over three weeks"."""
SHOWN = 4
"""Tokens between "posted" and its day."""


def nearest_time(s: Sentence, times: list[Expression], anchor: tuple[int, int]) -> Expression | None:
    """The time that governs the cue: nearest by clause; one at the head of the sentence governs every clause."""
    best, best_rank = None, (99.0, 0)
    for time in times:
        if _in_a_relative_clause(s, time, anchor) or (anchor[1] <= time[0] and of_a_place(s, time)):
            continue
        if _of_another_clause(s, time, anchor) or _of_how_it_was(s, time, anchor):
            continue
        held = _held_for(s, time)
        if held is not None and not anchor[0] <= held < anchor[1]:
            continue
        if anchor[1] <= time[0] and (counts_back(s, time) or _opens_its_clause(s, time)):
            continue
        lo, hi = (anchor[1], time[0]) if time[0] >= anchor[1] else (time[1], anchor[0])
        verbs = sum(1 for c in s.cues if c.verbal and lo <= c.start < hi)
        if verbs and anchor[1] <= time[0] and began(s, time):
            continue
        crossed = sum(1 for low in s.tokens.lows[lo:hi] if low in s.words.parts_times) + verbs
        if time[0] <= s.start + 4 and time[0] < anchor[0]:
            crossed = min(crossed, 1)
        vague = VAGUE if time[2].endswith(":few") else 0
        rank = (crossed + vague + (0 if time[0] >= anchor[1] else 0.5), abs(time[0] - anchor[0]))
        if rank < best_rank:
            best, best_rank = time, rank
    return best


def counts_back(s: Sentence, time: Expression) -> bool:
    """ "The raid comes two days after a bomb killed ten": the time of what follows it alone."""
    opens = s.low(time[1] - 1) in s.words.time_clauses and s.low(time[0]) not in s.words.definite
    return opens and time[2].startswith(("by:-", "last:"))


def _opens_its_clause(s: Sentence, time: Expression) -> bool:
    """ "... and the year before 12 people died": the time of what follows it alone."""
    counted = s.at(time[1])
    opens = s.low(time[0] - 1) in s.words.and_ and counted is not None and counted.count is not None
    return opens and counted is not None and counted.start == time[1] and time[2].startswith("by:")


def of_a_place(s: Sentence, time: Expression) -> bool:
    """ "The quarters they entered on Monday": the day of what says which quarters. "The checkpoint they attacked on
    Monday", "the raid they launched on Monday": the day of the deed."""
    found = _what_they_did(s, time)
    plain = found is not None and found[0].cue is None and not is_people(found[0])
    return plain and found is not None and not any(cue.start == found[1] for cue in s.cues)


def of_whom(s: Sentence, time: Expression) -> bool:
    """ "The nine people they kidnapped on Monday": the day of what was done to them first."""
    found = _what_they_did(s, time)
    return found is not None and is_people(found[0])


def _what_they_did(s: Sentence, time: Expression) -> tuple[Phrase, int] | None:
    """ "The quarters they entered on Monday": the phrase before "they", and the token of what they did."""
    for k in range(time[0] - 1, max(s.start, time[0] - CONTACT), -1):
        if s.low(k) in s.words.pronouns:
            before, past = s.at(k - 1), s.low(k + 1).endswith(tuple(s.words.past_endings))
            if before is None or before.end != k or before.person or not past:
                return None
            return (before, k + 1) if s.low(before.start) in s.words.definite else None
        if s.low(k) in (",", ";", ":"):
            return None
    return None


def _of_how_it_was(s: Sentence, time: Expression, anchor: tuple[int, int]) -> bool:
    """ "Killed nine people in the town held since it was taken on Monday": the day since when the town is held."""
    since = next((k for k in range(time[0] - 2, max(anchor[1], s.start), -1) if s.low(k) in s.words.since), None)
    if since is None or any(s.low(k) in (",", ";", ":") for k in range(since, time[0])):
        return False
    k, told = since - 2, any(cue.verbal and cue.start >= anchor[1] and cue.end == since for cue in s.cues)
    while s.kind(k) & (AUX | ADVERB) or s.low(k) in s.words.which | s.words.that:
        k -= 1
    held, past = s.at(k), s.kind(since - 1) & VERB or s.low(since - 1).endswith(tuple(s.words.past_endings))
    return bool(told or past) and k >= anchor[1] and held is not None and held.end == k + 1 and not is_people(held)


def of_showing(s: Sentence, time: Expression) -> bool:
    """ "in a video posted online on Sunday", "a statement released Saturday": the day of publishing."""
    if not (s.has(s.words.shown) and s.has(s.words.footage)):
        return False
    near = range(max(s.start, time[0] - SHOWN), time[0])
    shown = next((k for k in reversed(near) if s.low(k) in s.words.shown), None)
    if shown is None or any(cue.start > shown and cue.end <= time[0] for cue in s.cues):
        return False
    return any(s.low(k) in s.words.footage for k in range(max(s.start, shown - SHOWN - 2), time[0]))


def of_a_picture(s: Sentence, time: Expression) -> bool:
    """ "... is seen on a road to Kessa June 6 2031 (Agency)": the day of a caption's picture."""
    closed = any(s.low(k) == ")" for k in range(time[1] + 2, min(time[1] + 5, s.stop)))
    return FULL_DATE.match(time[2]) is not None and s.low(time[1]) == "(" and closed


def began(s: Sentence, time: Expression) -> bool:
    """ "An offensive that began on Friday", "the assault launched early Thursday", "a revolt had erupted on Friday",
    "launched a wide offensive last week": whether the time is when something lasting began.
    """
    k = _of_beginning(s, time)
    if k is None:
        return was_launched(s, time)
    while s.kind(k) & (AUX | ADVERB) or s.low(k) in s.words.which | s.words.that:
        k -= 1
    return s.low(k) in s.words.lasting


def goes_on_since(s: Sentence, time: Expression) -> bool:
    """Is what is counted beside the time at which something began told of all that followed? "Fighting that began on
    Friday", "the army launched an offensive on Friday and has killed nine"; not "clashes broke out on Friday and
    killed nine", which is told of that day."""
    if not began(s, time):
        return False
    so_far = in_the_perfect(s) or (s.has(s.words.so) and s.has(s.words.far))
    return so_far or not of_a_day(time[2]) or _is_of_a_relative(s, _of_beginning(s, time))


def _is_of_a_relative(s: Sentence, k: int | None) -> bool:
    """ "Nine died in the offensive launched on Friday"; not "nine died as fighting began on Friday". k: the token
    before "launched", if that stands right before the time."""
    if k is None:
        return False
    if not (s.words.which | s.words.that).isdisjoint(s.tokens.lows[k - 1 : k + 1]):
        return True
    told = next((cue.end for cue in s.cues if cue.verbal and cue.end <= k), None)
    return told is not None and s.words.as_others.isdisjoint(s.tokens.lows[told:k])


def _of_beginning(s: Sentence, time: Expression) -> int | None:
    """The token before "began", "broke out", right before the time."""
    k = time[0] - 1
    k -= 1 if s.low(k) in s.words.before_day else 0
    k -= 1 if s.low(k) in s.words.out else 0
    return k - 1 if s.low(k) in s.words.began else None


def was_launched(s: Sentence, time: Expression) -> bool:
    """ "Began an operation on the mills of X last week"."""
    if not (s.has(s.words.lasting) and s.has(s.words.began)):
        return False
    what = next((k for k in range(time[0] - 1, max(s.start, time[0] - LAUNCHED), -1) if s.low(k) in s.words.lasting), 0)
    if any(cue.verbal and cue.start > what for cue in s.cues if cue.end <= time[0]):
        return False
    opens = any(s.low(k) in s.words.began for k in range(what - 3, what))
    return what > s.start and opens and not any(s.low(k) in (",", ";", ":") for k in range(what, time[0]))


def in_the_perfect(s: Sentence) -> bool:
    """ "Has killed", "have died"; not "where the group has its base"."""
    if s.vocabulary.isdisjoint(s.words.have):
        return False
    return any(s.low(k) in s.words.have and not s.kind(k + 1) & (DET | POSSESSIVE) for k in range(s.start, s.stop - 1))


def _of_another_clause(s: Sentence, time: Expression, anchor: tuple[int, int]) -> bool:
    """ "After rebels took the town last month, shelling killed 12", "the deadliest raid since May": a longer time, of
    what was before.
    """
    if of_a_day(time[2]) or time[2].endswith(THEN):
        return False
    since = next((k for k in range(time[1] - 1, max(s.start, time[0] - SINCE), -1) if s.low(k) in s.words.since), None)
    if since is not None:
        outdone = any(s.low(k) in s.words.superlatives for k in range(max(s.start, since - OUTDONE), since))
        return outdone and not since < anchor[0] < time[0]
    opens = next((k for k in range(time[0] - 1, s.start - 1, -1) if s.low(k) in s.words.time_clauses), None)
    if opens is None or anchor[0] - time[1] in (0, 1) or opens <= anchor[0] < time[0]:
        return False
    endings = tuple(s.words.past_endings)
    inside = any(s.kind(k) & VERB or s.low(k).endswith(endings) for k in range(opens + 1, time[0]))
    return inside and not any(s.low(k) in (",", ";") for k in range(opens, time[0]))


def _held_for(s: Sentence, time: Expression) -> int | None:
    """ "The mayor has been held for three weeks and a bomb killed nine": what lasted so long, and nothing else."""
    before = next((k for k in range(time[0] - 1, max(s.start, time[0] - HELD), -1) if s.low(k) in s.words.for_), None)
    perfect = before is not None and s.low(before - 2) in s.words.been and s.low(before - 3) in s.words.have
    return before - 1 if before is not None and perfect and time[2].startswith("lasting:") else None


def is_of_its_clause(s: Sentence, time: Expression) -> bool:
    """Of nothing that other sentences tell."""
    return counts_back(s, time) or of_a_place(s, time) or _held_for(s, time) is not None


def _in_a_relative_clause(s: Sentence, time: Expression, anchor: tuple[int, int]) -> bool:
    """ "..., which has had no fuel since February": the time of the clause after the comma, not of what stands
    before.
    """
    between = range(anchor[1], time[0])
    return any(s.low(k) in s.words.which and s.low(k - 1) == "," for k in between)


def nearest_place(s: Sentence, spots: list[Spot], anchor: tuple[int, int], *, homes: bool) -> Spot | None:
    """The place that governs the cue: a town before a country, after "in" before "near", in the same stretch, behind
    the cue, near.

    homes   "villagers from X" tells the place too, as of those abducted or driven out
    """
    return min(spots, key=lambda spot: _rank(s, spot, anchor, homes=homes), default=None)


def inner_place(s: Sentence, spot: Spot | None, spots: list[Spot], act: tuple[int, int] | None) -> Spot | None:
    """The finer place of what was done in a place: what was struck ("in Namar 12 were killed by shelling on the Sabha
    camp"), or the part of it in which it was done ("killed in Namar when shells hit the Sabha market"), where nothing
    else is told between; and of "on the Sabha hills in Namar" the first.

    act   the words of the act by which people were harmed
    """
    if spot is None:
        return None
    two_towns = {each.start for each in spots if _is_a_town(s, each) and _is_a_town(s, spot)}
    may_lie_in = [each for each in spots if each.start not in two_towns]
    struck = (each for each in may_lie_in if act is not None and spot.end <= act[0] and _is_its_target(s, each, act))
    held = (each for each in spots if each.own and each.text.endswith(f", {spot.text}"))
    inner = next((each for each in (*struck, *held) if not _is_told_apart(s, spot, each)), None)
    return inner or next((each for each in spots if _lies_right_in(s, each, spot)), spot)


def _is_a_town(s: Sentence, spot: Spot) -> bool:
    """A known name and nothing beside it: two of these are two places."""
    return any((name.start, name.end) == (spot.start, spot.end) for name in s.names)


def _is_its_target(s: Sentence, spot: Spot, act: tuple[int, int]) -> bool:
    """ "Shelling on Namar", "a mortar hit Namar", "a drone struck their depot in Namar"."""
    verbs = [cue for cue in s.cues if cue.verbal and act[1] <= cue.start < spot.start]
    before = _outset(s, spot) - 1
    struck = s.at(act[1])
    held = struck is not None and (struck.start, struck.end) == (act[1], before) and s.low(before) in s.words.in_of_from
    told = spot.named and not spot.country and act[1] <= spot.start
    at = s.low(before) in s.words.on_against or held or _is_struck(s, spot)
    return told and at and all(cue.row.harm is Harm.NONE for cue in verbs)


def _lies_right_in(s: Sentence, spot: Spot, outer: Spot) -> bool:
    """ "On the Sabha hills in Namar": a phrase that goes on from the name, and then where that lies."""
    phrase, named = s.at(spot.start), spot.named and outer.named and not spot.country and not outer.country
    goes_on = phrase is not None and spot.end < phrase.end == outer.start - 1 and phrase.cue is None
    known = any(spot.start <= name.start < spot.end for name in s.names)
    right = known and s.low(spot.start) in s.words.nearby and _outset(s, outer) == spot.end + 1  # "near Sabha in Namar"
    return named and (goes_on or right) and s.low(_outset(s, outer) - 1) in s.words.in_of_from


def _is_told_apart(s: Sentence, one: Spot, other: Spot) -> bool:
    """ "In Namar, and a raid hit": a verb after a comma or "and" between the two, or others who are counted."""
    lo, hi = sorted((one.start, other.start))
    parted = next((k for k in range(lo, hi) if s.low(k) == "," or s.low(k) in s.words.parts_verbs), hi)
    others = s.at(hi - 2)  # "nine in Namar and three | in the Sabha quarter"
    if others is not None and others.count is not None and parted < others.start and others.end == hi - 1:
        return True
    return any(cue.verbal and parted < cue.start < hi for cue in s.cues)


def _rank(s: Sentence, spot: Spot, anchor: tuple[int, int], *, homes: bool) -> tuple[float, int]:
    cue_start, cue_end = anchor
    lo, hi = min(cue_end, spot.end), max(cue_start, spot.start)
    marks = sum(1 for low in s.tokens.lows[lo:hi] if low in (",", ";"))
    verbs = sum(1 for cue in s.cues if cue.verbal and lo <= cue.start < hi)
    prep = s.low(_outset(s, spot) - 1)
    located = (prep in s.words.place_after and (homes or prep not in s.words.from_)) or spot.start == s.start
    located = located or _is_struck(s, spot)
    around = s.low(spot.start) in s.words.nearby
    located = located or (around and (spot.start == cue_end or _follows_whom(s, spot)))  # "killed near Namar"
    points = (
        marks
        + 2 * verbs
        + (0 if located else 0.7 if around else 3)
        + (0 if spot.named else 2)
        + (0 if spot.start >= cue_end else 0.5)
    )
    points += (
        2 if spot.start > cue_end and s.low(_outset(s, spot) - 2) in s.words.and_ else 0
    )  # "and in Namar shops burnt"
    widely = spot.country and prep in s.words.all_over and _outset(s, spot) - 1 == cue_end  # "killed across Ruritania"
    points += COUNTRY_PENALTY if spot.country and not widely else 0
    return points + (OF_ANOTHER if _is_of_what_came_before(s, spot, cue_end) else 0), abs(spot.start - cue_start)


def _follows_whom(s: Sentence, spot: Spot) -> bool:
    """ "Killed ten people outside Namar and five in Tarn": right behind a count of people."""
    people = s.at(spot.start - 1)
    return people is not None and people.end == spot.start and people.count is not None and people.victim is not None


def _is_of_what_came_before(s: Sentence, spot: Spot, cue_end: int) -> bool:
    """ "Killed 12 after rebel fire on Namar": the place of the other act."""
    act = next((cue for cue in s.cues if cue.end == spot.start - 1 and not cue.verbal and cue.start > cue_end), None)
    return act is not None and any(s.low(k) in s.words.time_clauses for k in range(cue_end, act.start))


def _outset(s: Sentence, spot: Spot) -> int:
    """Where the phrase begins that the place stands in, if it is the end of it: "the Ruritanian Namar camp"."""
    phrase = s.at(spot.start)
    ends = phrase is not None and phrase.start < spot.start and phrase.end == spot.end and phrase.cue is None
    return phrase.start if phrase is not None and ends else spot.start


def _is_struck(s: Sentence, spot: Spot) -> bool:
    """ "Hit the Sabha quarter", "entered Namar": right after what was done to it."""
    start = _outset(s, spot)
    return any(cue.verbal and cue.end == start and cue.row.harm is Harm.NONE for cue in s.cues)


def before_an_act(s: Sentence, named: Sequence[Spot]) -> Spot | None:
    """ "They will visit Kessa, near Tarn, where an attack was reported": where that was."""
    acts = [cue.start for cue in s.cues if not cue.verbal and cue.row.frame == "act"]
    if not acts or not s.has(s.words.where):
        return None
    where = next((k for k in range(s.start, s.stop) if s.low(k) in s.words.where), None)
    if where is None or not any(where < start for start in acts):
        return None
    verbs = [cue.start for cue in s.cues if cue.verbal and cue.start < where]
    before = (spot for spot in named if spot.end <= where and not spot.country)
    return next((spot for spot in before if not any(spot.end <= verb for verb in verbs)), None)


def where_it_raged(s: Sentence, spot: Spot) -> bool:
    """ "While battles raged in Kessa", which no table need list: right behind the act and its verb."""
    verb, where = spot.start - 2, s.at(spot.start)
    if s.low(verb) not in s.words.breaks_out or s.low(verb + 1) not in s.words.at or spot.country:
        return False
    act = s.at(verb - 1)
    if act is None or act.cue is None or act.cue.row.frame != "act" or s.low(act.start) in s.words.none:
        return False
    return where is not None and where.end == spot.end


def just_generic(s: Sentence, spot: Spot) -> bool:
    """ "the city" alone is the place already named, and so is "the central city"; "parts of the city" is not."""
    return s.low(spot.end - 1) in s.words.the_same_place and just_generic_words(s, spot.start, spot.end)


def just_generic_words(s: Sentence, start: int, end: int) -> bool:
    """An article and one word; "the northern town", not "the northern district", which is one of several."""
    sided = s.low(start) in s.words.definite and s.low(end - 1) in OF_TOWNS
    return end - start <= 2 or (sided and end - start == 3 and s.low(start + 1) in DIRECTIONS | MIDDLE_WORDS)


def means_in(s: Sentence, start: int, stop: int, but_for: Sequence[tuple[int, int]] = ()) -> tuple[int, int] | None:
    """Tokens that name a weapon or method, outside those that name an actor ("helicopters dropped barrel bombs")."""
    taken = {i for lo, hi in but_for for i in range(lo, hi)}
    found = _listed(s, (start, stop), s.lexicon.means, s.lexicon.means_begin)
    return next(((i, end) for i, end in found if i not in taken), None)


def _listed(
    s: Sentence, span: tuple[int, int], table: Container[tuple[str, ...]], begin: frozenset[str]
) -> Iterator[tuple[int, int]]:
    """Tokens [start, end) of the entries of a table in a span, the longest at each place. begin: their first words."""
    for i in range(*span):
        if s.tokens.lows[i] in begin:
            ends = (i + length for length in (3, 2, 1) if i + length <= span[1])
            end = next((end for end in ends if tuple(s.tokens.lows[i:end]) in table), None)
            if end is not None:
                yield i, end


def called(s: Sentence, start: int, stop: int) -> list[tuple[int, int, str]]:
    """What is said of the act in tokens [start, stop): (start, end, characterisation)."""
    table = s.lexicon.characterisations
    found = _listed(s, (start, stop), table, s.lexicon.characterisations_begin)
    return [(i, end, table[tuple(s.tokens.lows[i:end])]) for i, end in found]
