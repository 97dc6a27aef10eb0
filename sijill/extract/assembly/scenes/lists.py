"""Places told of together, "the towns of Kessa and Tarn", "in Kessa, Tarn and Namar", are one: that which holds them
all."""

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from sijill.extract.syntax.parts import PLACE, Phrase, Spot
from sijill.extract.syntax.sentence import Sentence
from sijill.language.places.words import CALLED_QUARTERS

GAP = 6
"""Words between two places of a list: "and in the neighbouring town of"."""
JOINS = frozenset("and & or well و أو".split())
""" "As well as" too."""
LINKS = frozenset("as in on at of the both nearby neighbouring neighboring في كما من ,".split())


def with_lists(s: Sentence, spots: list[Spot]) -> list[Spot]:
    """The places of a sentence, each list of them as one."""
    if JOINS.isdisjoint(s.vocabulary) or not any(spot.named for spot in spots):
        return spots
    found: list[Spot] = []
    k = 0
    while k < len(spots):
        members = _chain(s, spots, k)
        found.append(_listed(s, spots, k, members))
        several = found[-1] is not spots[k]
        k += members
        while several and k < len(spots) and spots[k].start < found[-1].end:
            k += 1
    return found


def _chain(s: Sentence, spots: Sequence[Spot], first: int) -> int:
    """How many of the places from the first on are one list, up to the last that "and" joins or stands behind."""
    joined = 1
    for k in range(first, len(spots)):
        link = _link(s, spots[k], spots[k + 1]) if k + 1 < len(spots) else None
        if link is None:
            return k + 1 - first if s.low(spots[k].end) in JOINS and _one_more(s, spots[first], spots[k]) else joined
        joined = k + 2 - first if link else joined
    return joined


def _link(s: Sentence, one: Spot, other: Spot) -> bool | None:
    """Whether "and" joins the two; None where they are no list. A lost comma leaves nothing between."""
    if not (one.named and other.named) or one.country or other.country or one.text == other.text:
        return None
    between = s.tokens.lows[one.end : other.start]
    if s.low(one.end) in s.words.of and _is_a_quarter(s, one, one.end):
        return False  # "the Oskar district of the Old Town and the Sabha quarter"
    if s.low(one.start - 1) in s.words.between or _begins_anew(s, one.start, other.end):
        return None
    if between in ([], [","]):
        return False
    if _counts_acts_at_each(s, one, other):
        return True
    kinds = s.words.place_words | s.words.many_places | LINKS | JOINS
    return True if len(between) <= GAP and not JOINS.isdisjoint(between) and kinds.issuperset(between) else None


def _counts_acts_at_each(s: Sentence, one: Spot, other: Spot) -> bool:
    """ "13 raids on Kessa and 11 on Tarn": acts counted at each of two, not people: "and 11 on Tarn hurt by a"."""
    at, number = one.start - 1, s.at(one.end + 1)
    acts = s.at(at - 1)
    counted = acts is not None and acts.cue is not None and acts.count is not None and acts.victim is None
    if not counted or s.low(one.end) not in JOINS or number is None or number.count is None:
        return False
    alone = number.head < 0 and number.victim is None and s.low(other.end + 1) not in s.words.by
    return alone and number.end == other.start - 1 and s.low(at) == s.low(number.end)


def _is_a_quarter(s: Sentence, spot: Spot, end: int) -> bool:
    return s.low(end - 1) in CALLED_QUARTERS and spot.start < end - 1


def _begins_anew(s: Sentence, start: int, k: int) -> bool:
    """ "Ten were killed in Kessa and in Tarn four died", "... in Kessa and Tarn was shelled": something was told before
    the list, and behind token k, where it would end, a count or a verb follows at once."""
    before = [cue for cue in s.cues if cue.end <= start]
    if not before or s.low(k) == ",":
        return False
    phrase = s.at(k)
    counts = phrase is not None and phrase.start == k and (phrase.count is not None or phrase.victim is not None)
    goes_on = s.low(k).endswith("ing")  # "hit Kessa and Tarn killing ten"
    verb = (
        any(cue.verbal and k + goes_on <= cue.start <= k + 2 for cue in s.cues)
        or s.low(k) in s.words.passive | s.words.have
    )
    told = verb and any(cue.verbal for cue in before) if s.cased else any(cue.start == k for cue in s.cues)
    return counts or told


def _listed(s: Sentence, spots: Sequence[Spot], first: int, members: int) -> Spot:
    """The list as one place, with the kind of its places, one more that no table has, and what it is said to lie in."""
    spot, last = spots[first], spots[first + members - 1]
    if not spot.named or spot.country:
        return spot
    start, more = _kind_before(s, spot.start), _one_more(s, spot, last)
    if members == 1 and more is None:
        return spot
    end = more.end if more is not None else last.end
    end += s.low(end) in s.words.many_places
    outer = next((each for each in spots[first + members :] if end < each.start <= end + 2), None)
    if outer is not None and outer.named and not outer.country and s.low(end) in s.words.at | {","}:
        end = outer.end
    text = _with_commas(s, start, end, spots[first : first + members])
    if spot.own == spot.end != 0 and last.end <= end:  # the sentence opens with what holds them
        text = f"{text}, {spot.text.rpartition(', ')[2]}"
    return replace(spot, start=start, end=end, text=text, base=text, own=0)


def _with_commas(s: Sentence, start: int, end: int, members: Sequence[Spot]) -> str:
    """The words of tokens [start, end), with commas between names that lost them and without numbers of acts."""
    said, lo = "", start
    for one, other in pairwise(members):
        if other.start == one.end or _counts_acts_at_each(s, one, other):
            said += s.text(lo, one.end) + (", " if other.start == one.end else f" {s.text(one.end, one.end + 1)} ")
            lo = other.start
    return said + s.text(lo, end)


def _kind_before(s: Sentence, start: int) -> int:
    """ "The towns of": the token from which that is said."""
    k = start - 2 if s.low(start - 1) == "of" else start - 1
    if s.low(k) not in s.words.many_places:
        return start
    phrase = s.at(k)
    return phrase.start if phrase is not None else k


def _one_more(s: Sentence, first: Spot, last: Spot) -> Phrase | None:
    """ "... and Oskar village", "the towns of Kessa and Oskar": a name that no table has, behind the last."""
    phrase = s.at(last.end + 1) if s.low(last.end) in JOINS and last.named and not last.country else None
    if phrase is None or phrase.start != last.end + 1 or any(name.kind != PLACE for name in phrase.names):
        return None
    if phrase.count is not None or phrase.cue is not None or phrase.victim is not None:
        return None
    if phrase.pronoun or phrase.force or phrase.measure or _begins_anew(s, first.start, phrase.end):
        return None
    together = _kind_before(s, first.start) < first.start or not s.words.many_places.isdisjoint(
        s.tokens.lows[first.start : first.end]
    )
    kind = s.low(phrase.end - 1) in s.words.after_place | s.words.many_places
    raised = (s.tokens.words[k] for k in range(phrase.start, phrase.end) if s.low(k) not in s.words.place_words)
    named = not s.cased or any(word != word.lower() for word in raised)
    return phrase if named and (kind or together) else None
