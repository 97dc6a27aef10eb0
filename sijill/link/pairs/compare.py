"""What two claims have in common, one question a function. Each answers with the name of a level, or None: not said.

The points of the levels are in score.py. No function looks at anything but the two claims.
"""

from sijill.language.places.calling import stands_in
from sijill.link.pairs.details import is_in_detail
from sijill.link.pairs.families import MAY_BE_ONE, RARE
from sijill.link.pairs.history import is_history
from sijill.link.pairs.levels import SAME_PLACE, WITHIN
from sijill.link.pairs.sketch import COUNTRY, FINE_DAYS, TOWN, Sketch, names_nothing
from sijill.link.pairs.villages import (
    TOWNS,
    are_bare_names,
    are_two_names,
    are_two_places,
    are_two_villages,
    is_elsewhere_in_town,
)
from sijill.model.claim import SAYS_NOT_HOW, Act, Harm, Stance, Status
from sijill.model.place import km_between
from sijill.model.toll import Extent, Hedge

NEAR_KM, SAME_KM = 5.0, 1.0
CLOUD_KM = 20.0
"""Towns so close are struck by one attack with gas, of which each report names others."""
HEADLINE, LEAD = 40, 900
"""Code points: a headline begins before the one, what it is the headline of after it and before the other."""
SCENE = 800
"""Code points from a count to the sentence that says where it was."""
TELLING_NUMBER = 20
TELLING_IN_ONE_REPORT = 10
VERY_TELLING_NUMBER = 100
AT_ONCE_DAYS = 2
SLACK_DAYS = 1  # reports of one night give either day
KNOWN = frozenset({Status.CIVILIAN, Status.COMBATANT})
HIT = frozenset({Harm.CASUALTIES, Harm.KILLED, Harm.INJURED, Harm.FOUND_DEAD})
DEAD = frozenset({Harm.KILLED, Harm.FOUND_DEAD, Harm.PRESUMED_DEAD})


def compare_places(a: Sketch, b: Sketch) -> str | None:
    """The same place, one inside the other, near, or apart. What is told of many places at once is at none of them."""
    if a.everywhere != b.everywhere:
        one = b if a.everywhere else a
        return "said_by_one_only" if one.place_words is None or one.level == COUNTRY else "apart"
    if a.place is None or b.place is None or a.level == 0 or b.level == 0:
        return "apart" if are_two_villages(a, b) else _by_coordinates(a, b) or _place_words(a, b)
    if a.place == b.place and min(a.level, b.level) < TOWN and a.unlisted and a.unlisted == b.unlisted:
        return "same_words"  # "the village of Sabha", in one province
    if is_elsewhere_in_town(a, b) or (a.place == b.place and are_two_places(a, b)) or are_two_villages(a, b):
        return "apart"
    if a.place == b.place:
        return "same_country_only" if a.level == 1 and a.document != b.document else SAME_PLACE[min(a.level, b.level)]
    if a.place in b.ring:
        return WITHIN[a.level]
    if b.place in a.ring:
        return WITHIN[b.level]
    if a.act is b.act and a.act in RARE and in_one_cloud(a, b):
        return "within_reach"
    if a.town is not None and a.town == b.town:
        return "other_part_of_town"
    if a.document == b.document and _said_within(a, b):
        return "said_within"
    apart = distance_km(a, b)
    if apart is not None and min(a.level, b.level) >= 4 and apart <= NEAR_KM:
        two = a.document == b.document and a.level == b.level and not _listed_twice(a, b, apart)
        return "apart" if two else "near"
    if apart is not None and apart <= a.radius_km + b.radius_km:
        return "apart" if a.document == b.document and are_two_places(a, b) else "within_reach"
    return "apart"


def _listed_twice(a: Sketch, b: Sketch, apart: float) -> bool:
    """One town in two lists, by one name or closer than their positions are sure."""
    return apart <= SAME_KM or (a.place_words is not None and a.place_words == b.place_words)


def _said_within(a: Sketch, b: Sketch) -> bool:
    """ "Tarn in the Green Hills", of the Green Hills: the words of one place say that it lies in the other."""
    if a.place_words is None or b.place_words is None:
        return False
    outer, inner = sorted((a.place_words, b.place_words), key=len)
    return len(inner) > len(outer) and inner.endswith(f" {outer}")


def _by_coordinates(a: Sketch, b: Sketch) -> str | None:
    """Of places that no table knows, but that were told with their coordinates and no coarser than a town."""
    apart = distance_km(a, b)
    if apart is None or min(a.level, b.level) < 4:
        return None
    return "same_town" if apart <= SAME_KM else "near" if apart <= NEAR_KM else "apart"


def _place_words(a: Sketch, b: Sketch) -> str | None:
    if a.place_words is None or b.place_words is None:
        return "said_by_one_only" if a.document != b.document else None
    if a.place_words == b.place_words:
        return "same_words"
    if a.described or b.described:
        return None if a.document == b.document else "said_by_one_only"
    if a.document == b.document and (a.level == 0) != (b.level == 0):
        unlisted, listed = (a, b) if a.level == 0 else (b, a)
        town = listed.level == 4 and not TOWNS.isdisjoint((unlisted.place_words or "").split())
        both = (_beside(a) and _beside(b)) or (listed.level >= 4 and _without_a_number(a, b))
        if (listed.level >= 3 or are_bare_names(a, b)) and are_two_names(a, b) and _without_a_number(a, b):
            return "apart"
        return "other_words" if town or both else "not_listed"
    shorter, longer = sorted((a.place_words.split(), b.place_words.split()), key=len)
    following = iter(longer)
    if all(word in following for word in shorter):
        return "words_within"
    return "apart" if a.document == b.document and _without_a_number(a, b) else "other_words"


def _without_a_number(a: Sketch, b: Sketch) -> bool:
    """ "Many were killed in Sabha", beside those of another place: no number says that they are the same people."""
    harmed = Harm.NONE not in (a.claim.harm, b.claim.harm)
    return harmed and any(each.number is None and (each.claim.toll or each.claim.victims) for each in (a, b))


def _beside(sketch: Sketch) -> bool:
    return stands_in(sketch.claim.where.text, sketch.claim.quote)


def distance_km(a: Sketch, b: Sketch) -> float | None:
    """Between the centres."""
    return km_between((a.lat, a.lon), (b.lat, b.lon))


def in_one_cloud(a: Sketch, b: Sketch) -> bool:
    """Whether an attack with gas can have struck both places. Numbers that cannot be one are those of two towns, and no
    rivals."""
    apart = distance_km(a, b)
    return apart is not None and apart <= CLOUD_KM and _may_be_one_number(a, b)


def _may_be_one_number(a: Sketch, b: Sketch) -> bool:
    if a.number is None or b.number is None:
        return True
    least = max(each.low or 0 for each in (a, b))
    return all(each.high is None or least <= each.high for each in (a, b))


def compare_times(a: Sketch, b: Sketch) -> str | None:
    """How far the periods overlap, seen through the coarser of the two."""
    if a.document == b.document and (a.days is None) != (b.days is None) and is_history(a, b):
        return "other_time"
    if (a.days is None) != (b.days is None) and a.document == b.document and (a.time_words or b.time_words):
        return "other_words_of_time"
    if a.days is None and b.days is None and a.document == b.document and a.time_words and b.time_words:
        return "same_words_of_time" if a.time_words == b.time_words else "other_words_of_time"
    if a.days is None or b.days is None:
        return "before_it_began" if max(a.start, b.start) - min(a.end, b.end) > SLACK_DAYS else _told(a, b)
    gap = max(a.start, b.start) - min(a.end, b.end)
    wider = max(a.days, b.days)
    if gap > 0:
        if wider > FINE_DAYS or gap > 3:
            return "next_day" if gap == 1 and a.document != b.document else "other_time"
        return "other_day_same_report" if a.document == b.document else "next_day" if gap == 1 else "days_apart"
    if wider == 1:
        return "same_day"
    return "same_days" if wider <= FINE_DAYS else "same_month" if wider <= 31 else _long(wider)


def _told(a: Sketch, b: Sketch) -> str | None:
    """Without a day of the act, that of the report: news is told at once; after weeks it is another event."""
    if a.document == b.document or a.told is None or b.told is None:
        return None
    (first, last), (other_first, other_last) = _around(a), _around(b)
    gap = max(first, other_first) - min(last, other_last)
    if gap <= 0:
        return "told_that_day"
    return "told_at_once" if gap <= AT_ONCE_DAYS else "told_weeks_apart" if gap <= 31 else "told_long_after"


def _around(sketch: Sketch) -> tuple[int, int]:
    """The days of the act where they are known, else that of the report."""
    told = sketch.told or sketch.end
    return (told, told) if sketch.days is None else (sketch.start, sketch.end)


def _long(days: int) -> str:
    return "same_season" if days <= 100 else "same_year" if days <= 366 else "same_years"


def compare_acts(a: Sketch, b: Sketch) -> str:
    """The same act, the same family, or acts that no report would use of one incident. told_on: "34 were wounded",
    after the sentence that says by what and when."""
    if a.act is b.act and a.act is not Act.OTHER:
        return "same_rare_act" if a.act in RARE else "same_act"
    if a.family == b.family and a.act is not Act.OTHER:
        return "same_family"
    if a.act in SAYS_NOT_HOW or b.act in SAYS_NOT_HOW:
        undated = a.days is None or b.days is None
        return "told_on" if undated and a.document == b.document else "may_be_one"
    rare = a.document != b.document and not RARE.isdisjoint((a.act, b.act))
    if rare or frozenset((a.family, b.family)) not in MAY_BE_ONE:
        return "other_act"
    return "may_be_one" if a.document == b.document else "told_otherwise"


def compare_actors(a: Sketch, b: Sketch) -> str | None:
    """Who is accused. Reports disagree on that; one voice in one report does not disagree with itself.

    A name that is not resolved ("the militants") may be anybody: it is the same as itself and differs from nobody.
    """
    if a.parties & b.parties:
        return "same_party"
    if not a.identified or not b.identified:
        return None
    return "other_party_same_voice" if a.document == b.document and a.voice == b.voice else "other_party"


def compare_tolls(a: Sketch, b: Sketch) -> str | None:
    """Equal, compatible or incompatible numbers for one harm. Parts and unlike harms are not compared."""
    left, right = a.claim.toll, b.claim.toll
    if left is None or right is None or not _same_harm(a, b):
        return None
    if left.extent is Extent.PART or right.extent is Extent.PART or left.subset_of or right.subset_of:
        return None
    if a.number is not None and a.number == b.number:
        same_hedge = left.hedge is right.hedge
        level = "equal" if same_hedge else "equal_other_hedge"
        here = a.number >= TELLING_IN_ONE_REPORT or _at_one_named_place(a, b) or is_in_detail(a, b)
        if a.document == b.document and here:
            return "told_again"
        telling = a.number >= (TELLING_NUMBER if same_hedge else VERY_TELLING_NUMBER)
        return level + "_and_telling" if telling else level
    if _overlap(a, b):
        return None if (a.low is None and a.high is None) or (b.low is None and b.high is None) else "compatible"
    if a.document == b.document and (a.begin, a.finish) == (b.begin, b.finish):
        return None  # "six civilians and five militiamen": two counts of one sentence are added
    if a.document == b.document and (_told_within(a, b) or _told_within(b, a)):
        return "compatible"
    if a.document == b.document and a.claim.as_of != b.claim.as_of and not _of_unlike_kinds(a, b):
        return None  # "a nurse had counted six on Monday": it gives way to the number told now
    if a.document == b.document and a.voice == b.voice and left.hedge is right.hedge is Hedge.EXACT:
        return "other_number_same_voice"
    if a.document == b.document and a.voice != b.voice:
        return "other_number"
    coarse = a.days is None or b.days is None or max(a.days, b.days) > FINE_DAYS
    return ("far_off_coarse_date" if coarse else "far_off") if _far_off(a, b) else "other_number"


def _of_unlike_kinds(a: Sketch, b: Sketch) -> bool:
    """Shells and a fight, of two voices; people who were "executed" may be counted in either."""
    return a.voice != b.voice and a.family != b.family and {a.family, b.family}.isdisjoint(("killing", "other"))


def _at_one_named_place(a: Sketch, b: Sketch) -> bool:
    """Two and more by one act in one building or quarter, which both sentences name."""
    here = a.place == b.place and a.unlisted == b.unlisted and (a.unlisted is not None or a.level > TOWN)
    return here and (a.number or 0) > 1 and a.act is b.act and _beside(a) and _beside(b)


def _same_harm(a: Sketch, b: Sketch) -> bool:
    return a.claim.harm is b.claim.harm or (a.claim.harm in DEAD and b.claim.harm in DEAD)


def _overlap(a: Sketch, b: Sketch) -> bool:
    return not (
        (a.high is not None and b.low is not None and a.high < b.low)
        or (b.high is not None and a.low is not None and b.high < a.low)
    )


def _told_within(one: Sketch, more: Sketch) -> bool:
    """ "Commander killed", of "a rebel commander and five others": he is one of those whom the same words count."""
    alone, counted = one.claim.victims, more.claim.victims
    if alone is None or counted is None or one.number != 1 or (more.number or 0) < one.number:
        return False
    words = alone.text.casefold().removeprefix("a ").removeprefix("an ").removeprefix("the ")
    return f" {words} " in f" {counted.text.casefold()} "


def _far_off(a: Sketch, b: Sketch) -> bool:
    smaller, larger = sorted((a.number or a.high or a.low or 0, b.number or b.high or b.low or 0))
    return larger > 2 * smaller


def compare_victims(a: Sketch, b: Sketch) -> str | None:
    """The same kind of people, or civilians against combatants."""
    left, right = a.claim.victims, b.claim.victims
    if left is None or right is None:
        return None
    if left.status is not right.status and {left.status, right.status} <= KNOWN:
        return "other_status"
    return "same_groups" if left.groups and right.groups and not set(left.groups).isdisjoint(right.groups) else None


def compare_names(a: Sketch, b: Sketch) -> str | None:
    """Named things in both quotes: a market, a hospital, a family."""
    shared = len(a.names & b.names)
    return None if shared == 0 else "one_name" if shared == 1 else "several_names"


def compare_people(a: Sketch, b: Sketch) -> str | None:
    """Full names that both passages tell: victims, witnesses, those accused, a street, a school."""
    if a.document == b.document or not a.people or not b.people:
        return None
    shared = len(a.people & b.people)
    return None if shared == 0 else "one_person" if shared == 1 else "two_people" if shared == 2 else "several_people"


def compare_positions(a: Sketch, b: Sketch) -> str | None:
    """How close the two stand in one document."""
    if a.document != b.document:
        return None
    gap = max(a.begin, b.begin) - min(a.finish, b.finish)
    return "side_by_side" if gap <= 60 else "next_sentence" if gap <= 250 else "same_passage" if gap <= 800 else None


def compare_answers(a: Sketch, b: Sketch) -> str | None:
    """A denial, doubt or acceptance beside what the same document tells of the same harm at the same place."""
    if a.document != b.document or (a.claim.stance is Stance.ASSERTS) == (b.claim.stance is Stance.ASSERTS):
        return None
    here = a.place is None or b.place is None or a.place == b.place
    harm = _same_harm(a, b) or Harm.NONE in (a.claim.harm, b.claim.harm)
    return "answers_what_is_told" if here and harm else None


def compare_headlines(a: Sketch, b: Sketch) -> str | None:
    """A headline and the number that its report begins with: one harm, one number, and the headline is vaguer."""
    first, then = (a, b) if a.begin <= b.begin else (b, a)
    if a.document != b.document or first.begin >= HEADLINE or not first.finish <= then.begin < LEAD:
        return None
    vaguer = first.days is None or then.days is None or first.start == then.start
    same = a.number is not None and a.number == b.number and _same_harm(a, b)
    return "headline_of_it" if same and vaguer and first.claim.stance is then.claim.stance else None


def compare_ellipsis(a: Sketch, b: Sketch) -> str | None:
    """A later sentence that says neither where nor when, and no other number: it goes on about what was told."""
    first, then = (a, b) if a.begin <= b.begin else (b, a)
    if a.document != b.document or then.begin < HEADLINE or not _kindred_harm(a, b):
        return None
    silent = (
        then.days is None
        and then.time_words is None
        and (then.place_words is None or then.place_words == first.place_words)
    )
    more = _says_no_more(then, first) and not _of_somebody_else(then, first) and not _of_a_fight(then, first)
    return "goes_on" if silent and more and first.claim.stance is then.claim.stance else None


def _of_somebody_else(then: Sketch, first: Sketch) -> bool:
    """ "The killing of the singer Karim Haddad", after "12 farmers were killed": named, and not told of before."""
    told, before = then.claim.victims, first.claim.victims
    names = {word for word in told.text.split() if word[0].isupper()} if told is not None else set()
    return bool(names) and before is not None and names.isdisjoint(f"{first.claim.quote} {before.text}".split())


def _of_a_fight(then: Sketch, first: Sketch) -> bool:
    """ "Fighting left dozens dead", after "an air strike killed 20": "dozens" of another act."""
    how = SAYS_NOT_HOW.isdisjoint((then.act, first.act)) and then.family != first.family
    return how and then.claim.toll is not None


def _kindred_harm(a: Sketch, b: Sketch) -> bool:
    """One harm; or one that says only that people were hit ("shot"), which does not tell the dead from the wounded."""
    harms = {a.claim.harm, b.claim.harm}
    return _same_harm(a, b) or (Harm.CASUALTIES in harms and harms <= HIT)


def _says_no_more(sketch: Sketch, other: Sketch) -> bool:
    """Without a number of its own: "their deaths"; or one person, of whom the other speaks too."""
    toll = sketch.claim.toll
    return (
        toll is None
        or (sketch.number is None and toll.low is None and toll.high is None)
        or (sketch.number == 1 and other.number in (None, 1))
    )


def compare_scenes(a: Sketch, b: Sketch) -> str | None:
    """A count that says where only by its country, or not at all, and a sentence soon after that names the place of
    such an act: a report tells what happened first and where then."""
    first, then = (a, b) if a.begin <= b.begin else (b, a)
    if a.document != b.document or a.begin == b.begin or first.claim.harm is Harm.NONE:
        return None
    if first.level > 1 or then.level < 2 or first.unlisted is not None:
        return None
    named = _beside(then) and not names_nothing(then.claim.where.text or "")
    here = first.place is None or first.place in then.ring
    near = then.begin - first.finish <= SCENE
    return "says_where" if named and here and near and _same_doing(a, b) else None


def _same_doing(a: Sketch, b: Sketch) -> bool:
    """One family of acts, or one says only that people died and nobody else is accused."""
    how = a.act in SAYS_NOT_HOW or b.act in SAYS_NOT_HOW
    return a.family == b.family or (how and bool(a.parties & b.parties))
