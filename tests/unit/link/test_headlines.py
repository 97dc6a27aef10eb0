"""A headline is of what stands under it; a war is not the time of the first attack in it; two counts of one sentence
are added.
"""

from dataclasses import replace

from sijill.model.when import Period
from tests.unit.link.claims import groups, ids, link, said, victims


def test_a_headline_and_its_lead_are_one_however_much_is_told_beside_the_lead():
    headline = said("a", "bombing", at=0, on=None, place="Capital", by=(), number="4")
    lead = said("a", "bombing", at=60, place="Sumar quarter", by=(), number="4")
    beside = [
        said("a", act, harm, at=at, place="Sumar quarter", by=(), number=None)
        for act, harm, at in (("killing", "injured", 110), ("other", "injured", 130), ("shelling", "none", 150))
    ]
    assert ids(headline, lead) <= next(group for group in groups(link(headline, lead, *beside)) if lead.id in group)


def test_a_war_that_an_attack_was_the_first_of_does_not_date_it():
    blast = said("a", "bombing", on=None, number="4")
    first = replace(
        said("a", "bombing", "none", at=90, on=None, number=None),
        when=Period(start="2027-03-01", end="2031-05-04", text="since the war began"),
    )
    [event] = link(blast, first).events
    assert ids(blast, first) == frozenset(event.claims)
    assert event.when == Period()


def test_civilians_and_fighters_counted_in_one_sentence_are_of_one_event():
    six = said("a", "killing", at=100, place="upper", on=None, number="6")
    five = said("a", "killing", at=100, place="upper", on=None, number="5")
    assert groups(link(six, five)) == {ids(six, five)}


def test_the_dead_and_the_wounded_of_one_breath_are_of_one_event_whatever_is_told_on_of_either():
    """ "Two dead, three wounded": the later sentences give either a place and a day of its own."""
    dead = said("a", "killing", at=0, on=None, place=None, by=(), number="2")
    wounded = said("a", "shooting", "injured", at=30, on=None, place=None, by=(), number="3")
    later = [
        said("a", act, harm, at=at, on=None, place=place, by=(), number=number)
        for act, harm, at, place, number in (
            ("killing", "killed", 300, "Oak Street", "2"),
            ("shooting", "injured", 900, "Elm Street", "3"),
        )
    ]
    assert ids(dead, wounded) <= next(group for group in groups(link(dead, wounded, *later)) if dead.id in group)


def test_the_dead_of_one_town_and_the_wounded_of_another_are_two_events_though_told_in_one_breath():
    dead = said("a", "killing", at=0, on=None, place="Namar", by=(), number="2")
    wounded = said("a", "shooting", "injured", at=30, on=None, place="Sumar", by=(), number="3")
    assert groups(link(dead, wounded)) == {ids(dead), ids(wounded)}


def test_a_headline_over_a_running_total_is_that_total():
    """Not where it has a day of its own."""
    head = said("a", on=None, place="marrow", number="50", at=0)
    running = said("a", on="2031", place="marrow", number="about 50", at=200, number_is={"cumulative": True})
    assert link(head, running).aside == {head.id: "cumulative", running.id: "cumulative"}
    dated = said("a", place="marrow", number="50", at=0)
    assert groups(link(dated, running)) == {ids(dated)}


def test_a_headline_over_the_running_total_of_others_or_of_another_place_is_an_event():
    """Nor is a small number the total, nor that of soldiers one of civilians."""
    running = said("a", on="2031", place="lisse", number="50", at=200, number_is={"cumulative": True})
    head = said("a", on=None, place="varna", number="50", at=0)
    assert groups(link(head, running)) == {ids(head)}
    few = said("a", on=None, place="lisse", number="3", at=0)
    since = said("a", on="2031", place="lisse", number="3", at=200, number_is={"cumulative": True})
    assert groups(link(few, since)) == {ids(few)}
    civil = said("a", on=None, place="lisse", number="50", at=0, victims=victims("50 civilians", status="civilian"))
    soldiers = replace(running, victims=victims("50 soldiers", status="combatant"))
    assert groups(link(civil, soldiers)) == {ids(civil)}
