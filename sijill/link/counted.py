"""Whether one report counts two incidents: two numbers of one harm, one in each of two groups of its claims."""

from collections.abc import Collection, Iterable, Set

from sijill.language.besides import counts_others
from sijill.language.places.calling import described
from sijill.link.pairs.bonds import takes_it_up
from sijill.link.pairs.compare import TELLING_IN_ONE_REPORT, compare_acts, compare_places, compare_tolls
from sijill.link.pairs.details import whom
from sijill.link.pairs.sketch import COUNTRY, FINE_DAYS, SITE, TOWN, Sketch
from sijill.link.pairs.villages import is_of_a_village
from sijill.model.claim import SAYS_NOT_HOW, Harm
from sijill.model.toll import Extent

OTHER_NUMBER = frozenset({"other_number", "other_number_same_voice", "far_off", "far_off_coarse_date"})
NEIGHBOURS = frozenset({"near", "within_reach"})
UNKNOWN = frozenset({"not_listed", "other_words"})
ELSEWHERE = frozenset({"apart", "other_words", "not_listed", "words_within"})
ALSO = frozenset("also too أيضا أيضاً كذلك".split())
NEARLY = 0.9
"""Of the greater number: that of another version."""
ONE_TOWN = frozenset({"same_town", "same_district", "within_town", "within_district"})


def counted_apart(ours: Collection[Sketch], theirs: Collection[Sketch], *, near: bool) -> bool:
    """Whether one report counts two numbers of one harm, one in each group, of two acts, parties, days or places, of a
    whole and what lies in it, or by one voice if the groups are not near; not where one is the sum of what the other
    counts in one sentence ("17 men, a child").
    """
    if any(takes_it_up(one, other) for one in ours for other in theirs):
        return False
    one_place = not {each.place for each in ours if each.place}.isdisjoint(each.place for each in theirs)
    if any(_beside_two_names(one, other) or _elsewhere_too(one, other) for one in ours for other in theirs):
        return True
    two = [
        (one, other)
        for one in ours
        for other in theirs
        if _of_two_incidents(one, other, near=near) or (not one_place and _in_two_places(one, other))
    ]
    return bool(two) and _no_sums(two, ours, theirs)


def _no_sums(two: Iterable[tuple[Sketch, Sketch]], ours: Collection[Sketch], theirs: Collection[Sketch]) -> bool:
    """Whether some two numbers are neither what the other group counts in one sentence nor make a third together; those
    of two days only if one of the three is said to be of others ("two more died")."""
    sums = _sums(ours), _sums(theirs)
    counted = {(each.document, each.claim.harm, each.number) for each in (*ours, *theirs)}
    more = {(each.document, each.claim.harm, each.number) for each in (*ours, *theirs) if _counts_others(each)}
    return any(
        (one.claim.harm, one.number) not in sums[1]
        and (other.claim.harm, other.number) not in sums[0]
        and not _add_up(one, other, more if _adds_by_chance(one, other) else counted)
        for one, other in two
    )


def _adds_by_chance(one: Sketch, other: Sketch) -> bool:
    """Numbers of two days, neither of them of others than those told before."""
    return _on_two_days(one, other) and not _counts_others(one) and not _counts_others(other)


def _sums(sketches: Iterable[Sketch]) -> frozenset[tuple[Harm, int]]:
    """What the counts of each sentence add up to, by harm."""
    counts: dict[tuple[str, int, Harm], int] = {}
    for each in sketches:
        if each.number is not None and each.claim.toll is not None and each.claim.toll.extent is Extent.WHOLE:
            key = (each.document, each.begin, each.claim.harm)
            counts[key] = counts.get(key, 0) + each.number
    return frozenset((harm, number) for (_, _, harm), number in counts.items())


def _add_up(one: Sketch, other: Sketch, counted: Set[tuple[str, Harm, int | None]]) -> bool:
    """Whether the same report counts what the two make together, or what the greater leaves of the smaller: ten and
    more, because small numbers add up by chance."""
    if one.number is None or other.number is None:
        return False
    smaller, greater = sorted((one.number, other.number))
    sums = {smaller + greater} | ({greater - smaller} if greater >= TELLING_IN_ONE_REPORT else set())
    third = {number for number in sums if number not in (smaller, greater)}
    return smaller + greater >= TELLING_IN_ONE_REPORT and any(
        (one.document, one.claim.harm, number) in counted for number in third
    )


def _of_two_incidents(one: Sketch, other: Sketch, *, near: bool) -> bool:
    if one.document != other.document:
        return False
    if _taken_beside(one, other):
        return True
    told = compare_tolls(one, other)
    if told is None or one.number is None or other.number is None or one.number == other.number:
        return False
    if _on_two_days(one, other) or _whole_and_part(one, other) or _on_another_day(one, other):
        return True
    if told not in OTHER_NUMBER:
        return _of_unlike_acts(one, other)
    acts = one.act is not other.act and not SAYS_NOT_HOW & {one.act, other.act} and not _are_versions(one, other)
    parties = one.identified and other.identified and not one.parties & other.parties
    # what is counted in a country and, by a smaller number, in a town of it are a total and a part
    wider, finer = sorted((one, other), key=lambda each: each.level)
    larger = (wider.number or 0) > (finer.number or 0) or one.voice == other.voice
    total = wider.level == COUNTRY and finer.level >= TOWN and larger
    same_voice = told == "other_number_same_voice" and not near
    return acts or parties or total or same_voice


def _taken_beside(one: Sketch, other: Sketch) -> bool:
    """ "11 soldiers fell in the fighting ... the brigade arrested two singers": people taken, by an act that is none of
    what the others died of."""
    counted = one.number is not None and other.number is not None and not _by_one_raid(one, other)
    return counted and "captivity" in (one.family, other.family) and compare_acts(one, other) == "other_act"


def _by_one_raid(one: Sketch, other: Sketch) -> bool:
    """ "Police raided a village, killing two men and arresting 12 people": in the same words, by those who killed."""
    together = max(one.begin, other.begin) < min(one.finish, other.finish)
    return together and not one.parties.isdisjoint(other.parties)


def _are_versions(one: Sketch, other: Sketch) -> bool:
    """Two voices that tell of one day by nearly the same number, the one of rockets and the other of what they set off:
    ten and more, because small numbers are near by chance."""
    smaller, greater = sorted((one.number or 0, other.number or 0))
    nearly = smaller >= TELLING_IN_ONE_REPORT and smaller >= NEARLY * greater
    of_one_day = one.days == 1 and one.start == other.start and one.family == other.family
    return nearly and of_one_day and one.voice != other.voice


def _elsewhere_too(one: Sketch, other: Sketch) -> bool:
    """ "Earlier they shot two more men in Oskar village", "they also killed 60 in the Sabha quarter": others, or what
    was done too, beside the name of another place than that of those told of first."""
    first, then = (one, other) if one.begin < other.begin else (other, one)
    if first.document != then.document or first.claim.toll is None or then.claim.toll is None:
        return False
    if first.claim.harm is not then.claim.harm and Harm.CASUALTIES not in (first.claim.harm, then.claim.harm):
        return False  # the wounded are others than the dead
    if then.number == 1 or not _own(then.claim.where.text, then):
        return False
    ours, theirs = _names_in(first), _names_in(then)
    if not ours or not theirs or not ours.isdisjoint(theirs) or compare_places(first, then) not in ONE_TOWN | ELSEWHERE:
        return False
    also = not ALSO.isdisjoint(then.claim.quote.casefold().split()) and _own(first.claim.where.text, first)
    return (also and _is_fine(then)) or (_counts_others(then) and is_of_a_village(then))


def _counts_others(sketch: Sketch) -> bool:
    toll, victims = sketch.claim.toll, sketch.claim.victims
    return toll is not None and counts_others(toll.text, victims.text if victims is not None else "")


def _on_another_day(one: Sketch, other: Sketch) -> bool:
    """Two exact numbers of one voice, each beside its place, one of them beside a day and one of no time."""
    first, then = (one, other) if one.days is None else (other, one)
    if compare_tolls(one, other) != "other_number_same_voice" or first.days is not None or first.time_words:
        return False
    day = then.days == 1 and _own(then.claim.when.text, then)
    return day and all(_own(each.claim.where.text, each) for each in (one, other))


def _of_unlike_acts(one: Sketch, other: Sketch) -> bool:
    """ "Shelling killed at least two sailors ... Fighting killed 26 troops": bounds that could meet; whoever says so,
    if the words for them have other names ("50 Varran conscripts", "35 Column fighters")."""
    said = not SAYS_NOT_HOW & {one.act, other.act} and one.family != other.family
    return said and (one.voice == other.voice or _of_other_names(one, other))


def _of_other_names(one: Sketch, other: Sketch) -> bool:
    ours, theirs = ({word for word in whom(each).split() if word[0].isupper()} for each in (one, other))
    return bool(ours) and bool(theirs) and ours.isdisjoint(theirs)


def _in_two_places(one: Sketch, other: Sketch) -> bool:
    """Two numbers of two places, neither of which is a part of the other as far as anybody knows; if one of them is
    listed nowhere, each beside its name.
    """
    if one.document != other.document or compare_tolls(one, other) not in OTHER_NUMBER:
        return False
    between = compare_places(one, other)
    named = _own(one.claim.where.text, one) and _own(other.claim.where.text, other)
    return between in NEIGHBOURS or (named and between in UNKNOWN)


def _beside_two_names(one: Sketch, other: Sketch) -> bool:
    """Two counts of one harm in two sentences, each beside the name of a town, or of a place in one town, of which no
    table has one or both ("the opera house", "the Abbey quarter"): not of a town and what may lie in it, nor a number
    of ten and more told twice, nor of one person, who may be told of again.
    """
    if one.document != other.document or min(one.number or 0, other.number or 0) <= 1:
        return False
    if max(one.begin, other.begin) < min(one.finish, other.finish) or (one.unlisted is None and other.unlisted is None):
        return False
    if not (_own(one.claim.where.text, one) and _own(other.claim.where.text, other)):
        return False
    between, told = compare_places(one, other), compare_tolls(one, other)
    towns = between == "other_words" and told is not None and told != "told_again"
    inside = between in ONE_TOWN and told in OTHER_NUMBER and _is_fine(one) and _is_fine(other)
    return (towns or inside) and _names_in(one).isdisjoint(_names_in(other))


def _is_fine(sketch: Sketch) -> bool:
    return sketch.unlisted is not None or sketch.level == SITE


def _names_in(sketch: Sketch) -> frozenset[str]:
    """The words for what no table has, else for the place, that are written as names; Arabic has no capitals."""
    words = sketch.unlisted or (sketch.claim.where.text or "").partition(",")[0]
    return frozenset(each for each in words.split() if not each.islower() or not each.isascii())


def _on_two_days(one: Sketch, other: Sketch) -> bool:
    """Two numbers, each beside a day of its own."""
    days = one.days == other.days == 1 and one.start != other.start
    own = _own(one.claim.when.text, one) or _own(other.claim.when.text, other)
    return days and own and one.claim.when.text is not None and other.claim.when.text is not None


def _whole_and_part(one: Sketch, other: Sketch) -> bool:
    """The greater number is that of several days ("since Saturday"), of which the smaller names one; or of more than a
    week, and the smaller says no time."""
    greater, smaller = (one, other) if (one.number or 0) > (other.number or 0) else (other, one)
    if not _own(greater.claim.when.text, greater):
        return False
    if greater.days is None:
        return greater.claim.when.end is not None and smaller.days == 1  # "in recent days"
    if smaller.days is None:
        return greater.days > FINE_DAYS and not smaller.time_words
    return smaller.days == 1 < greater.days and greater.start <= smaller.start and smaller.end <= greater.end


def _own(words: str | None, sketch: Sketch) -> bool:
    """Whether the words stand beside the number itself, as they were said ("the opera house" of that in Namar)."""
    named = (part for part in (words or "").split(",") if described(part) is None)
    return words is not None and next(named, words) in sketch.claim.quote
