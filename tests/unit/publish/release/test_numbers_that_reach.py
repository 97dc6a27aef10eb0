"""Digits by which somebody can be reached and that were read as a toll leave in no finding, claim or table."""

from dataclasses import replace

import pytest

from sijill.model.release import Profile
from sijill.model.release.rules import ReleaseRules
from sijill.model.toll import Toll
from sijill.publish.material import Edition
from sijill.publish.release.hide import reaches
from sijill.publish.release.released import released
from tests.unit.publish.belqara import belqara

NUMBER = 551234567


@pytest.mark.parametrize(
    ("number", "quote", "hidden"),
    [
        ("999 55 123 4567", "call +999 55 123 4567 now", True),
        ("4567", "call +999 55 123 4567 now", True),
        ("551234567", "dead: 551234567", True),
        ("12", "killed 12 people, call +999 55 123 4599", False),
        ("1,200", "at least 1,200 were killed", False),
        ("a dozen", "a dozen were killed", False),
    ],
)
def test_a_number_is_a_way_to_reach_somebody_where_its_digits_are_taken_out(number, quote, hidden):
    assert reaches(number, quote) is hidden


def house(*, in_a_finding):
    """The invented case with a telephone read as a toll, in a claim of a finding or of an event beside one."""
    case = belqara()
    report = case.report("call.txt", "The dead: 551 234 567, for news")
    said = case.says(
        report, "The dead: 551 234 567", toll=Toll(number=NUMBER, low=NUMBER, high=NUMBER, text="551 234 567")
    )
    first = case.findings[0]
    if in_a_finding:
        case.findings[0] = replace(first, claims=(*first.claims, said.id))
    else:
        case.events = [replace(each, beside=(*each.beside, said.id)) for each in case.events]
    return case.material(edition=Edition(profile=Profile.PUBLIC, number=1, as_of="2031-05-21")), first.id


def test_a_finding_that_rests_on_such_a_number_stays_in_the_house_and_says_why():
    material, finding = house(in_a_finding=True)
    out, stays = released(material, ReleaseRules(), b"k" * 32)
    (held,) = [each for each in stays if each.id == finding]
    assert held.reason.code == "number_reaches"
    assert str(NUMBER) not in str(out.findings) + str(out.claims)


def test_beside_a_finding_the_claim_leaves_without_it():
    material, _ = house(in_a_finding=False)
    out, _ = released(material, ReleaseRules(), b"k" * 32)
    before, _ = released(belqara().material(edition=material.edition), ReleaseRules(), b"k" * 32)
    (added,) = out.claims.keys() - before.claims.keys()
    assert out.claims[added].toll is None
    assert str(NUMBER) not in str(out.claims)
