"""A small number of living people is not shown, and nobody who subtracts finds one: not in a release, nor between two.

The attacker of these tests knows no tricks of ours. It takes every set of people that there is, asks by fractions
whether the numbers that were shown determine how many are in it, and then takes one release from another.
"""

from fractions import Fraction
from functools import cache
from itertools import chain, combinations

from hypothesis import given, settings
from hypothesis import strategies as st

from sijill.publish.release.suppress import Earlier, suppressed

K = 5
PLACES = ("Kessa", "Tarn", "Lisse", "Vale", "Oste")
NORTH, SOUTH = frozenset({("Kessa",), ("Tarn",)}), frozenset({("Lisse",), ("Vale",), ("Oste",)})
TOWNS = [frozenset({(each,)}) for each in PLACES]
EVERYWHERE = frozenset().union(*TOWNS)
FINE, COARSE = [*TOWNS, EVERYWHERE], [NORTH, SOUTH, EVERYWHERE]
NUMBERS = st.fixed_dictionaries({each: st.integers(0, 14) for each in PLACES})
STEPS = st.fixed_dictionaries({each: st.sampled_from((-7, -2, -1, 0, 0, 0, 1, 2, 5, 8)) for each in PLACES})


def living(*numbers):
    return dict(zip(PLACES, numbers, strict=True))


def counted(people, groups):
    return {each: sum(people[place] for (place,) in each) for each in groups}


def show(people, groups, earlier=()):
    counts = counted(people, groups)
    hidden = suppressed(counts, K, [Earlier(name=str(n), shown=each) for n, each in enumerate(earlier)])
    return {each: number for each, number in counts.items() if each not in hidden}


def rank(rows):
    """Of a matrix, by fractions."""
    rows, found = [[Fraction(each) for each in row] for row in rows], 0
    for column in range(len(PLACES)):
        pivot = next((i for i in range(found, len(rows)) if rows[i][column]), None)
        if pivot is None:
            continue
        rows[found], rows[pivot] = rows[pivot], rows[found]
        for i in range(len(rows)):
            if i != found and rows[i][column]:
                factor = rows[i][column] / rows[found][column]
                rows[i] = [a - factor * b for a, b in zip(rows[i], rows[found], strict=True)]
        found += 1
    return found


def row(group):
    return [int((each,) in group) for each in PLACES]


EVERY_SET = [frozenset((each,) for each in some) for n in range(1, 6) for some in combinations(PLACES, n)]


def determined(*shown):
    """The sets of people whose number the shown groups determine, without those that are put together of others."""
    return computed(frozenset(chain(*shown)))


@cache
def computed(groups):
    rows = [row(group) for group in groups]
    found = [each for each in EVERY_SET if rank([*rows, row(each)]) == rank(rows)]
    return smallest(found)


def smallest(sets):
    found = set(sets)
    return [each for each in sets if not any(other < each and each - other in found for other in found)]


def both(one, other):
    """The sets that each of two releases determines, without those put together of others."""
    return together(frozenset(one), frozenset(other))


@cache
def together(one, other):
    found = [set(closed(computed(each))) for each in (one, other)]
    return smallest([each for each in EVERY_SET if each in found[0] & found[1]])


def closed(parts):
    """Every union of parts that lie apart."""
    for n in range(1, len(parts) + 1):
        for some in combinations(parts, n):
            if sum(map(len, some)) == len(frozenset(chain.from_iterable(some))):
                yield frozenset(chain.from_iterable(some))


def number(people, group):
    return sum(people[place] for (place,) in group)


@given(NUMBERS, st.sampled_from([FINE, COARSE, [*FINE, NORTH]]))
def test_no_number_below_five_is_shown_and_none_can_be_computed(people, groups):
    shown = show(people, groups)
    assert all(each == 0 or each >= K for each in shown.values())
    assert not [each for each in determined(shown) if 0 < number(people, each) < K]


@settings(max_examples=150)
@given(NUMBERS, STEPS, STEPS, st.sampled_from([FINE, COARSE]), st.sampled_from([FINE, COARSE]))
def test_no_two_of_three_releases_give_away_fewer_than_five_who_came_or_went(first, step, more, groups, others):
    second = {each: max(0, first[each] + step[each]) for each in PLACES}
    third = {each: max(0, second[each] + more[each]) for each in PLACES}
    shown = [show(first, groups)]
    shown.append(show(second, others, shown))
    shown.append(show(third, groups, shown))
    for (then, one), (now, other) in combinations(zip((first, second, third), shown, strict=True), 2):
        few = [each for each in both(one, other) if 0 < abs(number(now, each) - number(then, each)) < K]
        assert not few


@settings(max_examples=150)
@given(NUMBERS, st.permutations([FINE, COARSE, [*FINE, SOUTH]]))
def test_the_same_people_shown_coarse_then_fine_are_given_away_by_no_two_releases_together(people, forms):
    shown = []
    for groups in forms:
        shown.append(show(people, groups, shown))
        assert not [each for each in determined(*shown) if 0 < number(people, each) < K]


def test_a_cell_safe_in_each_release_is_hidden_where_two_would_tell_that_two_people_came():
    before = counted(living(12, 20, 9, 9, 9), FINE)
    now = counted(living(14, 20, 9, 9, 9), FINE)
    hidden = suppressed(now, K, [Earlier(name="release 1", shown=before)])
    assert not suppressed(now, K)
    assert hidden[TOWNS[0]].code == "told_by_two_releases"
    assert hidden[TOWNS[0]].values["release"] == "release 1"
    assert EVERYWHERE in hidden, "the total would tell the same two"
    assert TOWNS[1] not in hidden


def test_a_place_first_coarse_then_fine_does_not_leave_the_one_who_is_missing_from_the_parts():
    before = {NORTH: 13, SOUTH: 30, EVERYWHERE: 43}
    now = counted(living(7, 5, 10, 10, 10), TOWNS)
    shown = {
        each: number
        for each, number in now.items()
        if each not in suppressed(now, K, [Earlier(name="1", shown=before)])
    }
    assert not {TOWNS[0], TOWNS[1]} <= shown.keys(), "13 - 7 - 5 is somebody"
    assert set(TOWNS[2:]) <= shown.keys()


@given(NUMBERS)
def test_what_did_not_change_is_shown_again_and_nothing_more_is_hidden(people):
    shown = show(people, FINE)
    assert show(people, FINE, [shown]) == shown


def test_a_zero_is_shown_unless_it_must_protect_another():
    assert not suppressed(counted(living(5, 0, 40, 7, 0), FINE), K)
