"""What a release shows of the field's standards is counted in its own data, and what it cannot show is said."""

from sijill.model.release.rules import ReleaseRules
from sijill.publish.views.conformance import SHOWN, conformance, items


def shown(case, **rules):
    return {each.item: each for each in conformance(case.material(), ReleaseRules(**rules))}


def test_the_six_properties_of_the_berkeley_protocol_each_have_a_line():
    properties = {item.partition(":")[0] for standard, item, _ in items() if standard.startswith("Berkeley")}
    assert properties == {
        "Authenticity",
        "Availability",
        "Identity",
        "Persistence",
        "Renderability",
        "Understandability",
    }


def test_every_line_is_shown_by_something_and_nothing_shows_for_no_line(case):
    assert len(shown(case)) == len([*items()])
    assert all(each.shown for each in shown(case).values())
    assert SHOWN.keys() >= {"nothing"}


def test_what_is_shown_moves_with_the_data(case):
    before = shown(case)["Every recorded casualty can be traced to its sources"].shown
    case.findings = case.findings[:1]
    assert shown(case)["Every recorded casualty can be traced to its sources"].shown != before


def test_what_no_file_can_show_is_left_to_a_person_whole(case):
    told = shown(case)
    for each in told.values():
        if each.shown.startswith("nothing"):
            assert each.attest == "all of it"
    assert sum(each.shown.startswith("nothing") for each in told.values()) == 2
