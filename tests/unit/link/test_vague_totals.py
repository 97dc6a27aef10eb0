"""A headline without a number, above the counts of two incidents, is of neither."""

from tests.unit.link.claims import groups, ids, link, said


def head(words="dozens", **more):
    return said("a", "airstrike", number=words, **{"at": 0, "on": None, "place": "upper", "by": (), **more})


def told(number, at, place, **more):
    return said("a", "airstrike", at=at, place=place, number=number, **more)


def test_dozens_above_the_counts_of_two_towns_are_their_total():
    whole, one, other = head(), told("14", 100, "varna"), told("9", 300, "lisse")
    made = link(whole, one, other)
    assert made.aside == {whole.id: "sum"}
    assert groups(made) == {ids(one), ids(other)}


def test_and_above_those_of_two_days_in_one_town():
    whole = head(place="varna")
    monday, tuesday = told("14", 100, "varna"), told("9", 300, "varna", on="2031-05-04")
    assert link(whole, monday, tuesday).aside == {whole.id: "sum"}


def test_not_where_they_make_no_dozens_nor_where_only_one_is_told():
    assert not link(head(), told("5", 100, "varna"), told("6", 300, "lisse")).aside
    assert not link(head(), told("24", 100, "varna")).aside
    assert not link(head("scores"), told("14", 100, "varna"), told("9", 300, "lisse")).aside


def test_nor_of_towns_elsewhere_nor_where_the_headline_alone_says_who_or_when():
    assert not link(head(place="varna"), told("14", 100, "varna"), told("9", 300, "lisse")).aside
    nobody = [told("14", 100, "varna", by=()), told("9", 300, "lisse", by=())]
    assert not link(head(by=("nor",)), *nobody).aside
    undated = [told("14", 100, "varna", on=None), told("9", 300, "lisse", on=None)]
    assert not link(head(on="2031-05-03"), *undated).aside


def test_people_who_were_killed_there_nobody_says_how_are_none_of_its_items():
    whole = head(place="varna")
    monday, tuesday = told("14", 100, "varna"), told("9", 300, "varna", on="2031-05-04")
    shot = said("a", "killing", at=700, place="varna", number="3", on="2031-05-06")
    assert link(whole, monday, tuesday, shot).aside == {whole.id: "sum"}
    assert not link(whole, monday, shot).aside
