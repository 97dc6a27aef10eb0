"""Who is heard in the invented case: copies of one agency, papers that cite one monitor and headlines add no source."""

import pytest

from sijill.case import read_case
from sijill.chain.register import Register


@pytest.fixture(scope="module")
def register(belqara):
    return Register(read_case(belqara))


def at(register, place, day):
    (found,) = [each for each in register.findings if f" {place}, " in each.title and each.when.start == day]
    return found


@pytest.mark.parametrize(
    ("place", "day", "sources"),
    [
        ("Miraw", "2021-03-02", 2),  # the town's newspaper and the UN; officials of Lorvania are interested
        ("Ombrel", "2021-03-07", 1),  # the monitor, its own bulletin and two papers that cite it
        ("Tarvish", "2021-03-08", 0),  # the state radio alone
        ("Quennasar", "1998-08-01", 1),  # a magazine, years later
    ],
)
def test_the_independent_sources_of_an_event(register, place, day, sources):
    assert at(register, place, day).independent_sources == sources


def test_three_papers_that_print_one_agency_are_one_origin(register):
    printed = [
        each
        for each in register.documents
        if (each.title or "").startswith(("Shells hit bread queue", "31 dead", "Bread market"))
    ]
    assert len(printed) == 3
    assert len({each.origin for each in printed}) == 1


def market(register):
    return max((each for each in register.findings if each.act == "shelling"), key=lambda each: len(each.claims))


def test_the_shelling_of_the_market_is_one_event_of_all_who_tell_of_it(register):
    """The agency, the hospital, the monitor, the UN, residents in a magazine, local sources in an Arabic paper: six,
    of twelve documents. State radio and the voice of the Front are shown, marked as interested, and not among them."""
    found = market(register)
    assert (len(found.documents), found.independent_sources) == (12, 6)
    killed = found.tolls["killed"]
    assert (killed.low, killed.high) == (40, 80)


def test_the_shelling_has_each_side_accusing_and_denying(register):
    rows = {row.party: row for row in market(register).attribution}
    army, front = rows["tessavar-government"], rows["orrakan-front"]
    assert (army.independent_accusers, front.independent_accusers) == (2, 0)
    assert set(front.accused_by) == set(front.interested)
    reaches = {(each.about, each.reach) for each in army.denied_by}
    assert ("responsibility", "this_event") in reaches
    assert ("intent", "general") in reaches


def test_who_admits_the_depot_is_accused_and_admits(register):
    strike = at(register, "Tarvish", "2021-03-04")
    rows = {row.party: row for row in strike.attribution}
    assert rows["lorvania"].accepted_by
    assert [each.about for each in rows["tessavar-government"].denied_by]


def test_no_contradiction_says_one_value_twice(register):
    for finding in register.findings:
        for each in finding.contradictions:
            assert len({value.casefold() for value in each.values}) == len(each.values), finding.title


def test_no_total_of_a_period_is_an_event(register):
    numbers = {n for each in register.findings for toll in each.tolls.values() for n in (toll.low, toll.high)}
    assert numbers.isdisjoint({1200, 700, 40000})
