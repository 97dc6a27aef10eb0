"""What makes no event by itself: people found dead where nobody says how, fighters driven out of a place."""

from sijill.link.events import link_events
from tests.unit.link.claims import PLACES, groups, ids, link, said, victims


def left(harm="found_dead", **more):
    """People found, of whom nobody says how they were harmed or when."""
    return said("a", "other", harm, at=900, on=None, by=(), **more)


def test_bodies_at_a_hospital_are_of_the_incident_that_is_told_and_none_by_themselves():
    """Where the dead were taken is not where they died."""
    strike = said("a", "airstrike", number="40")
    bodies = left(place="lisse", number="12", quote="12 bodies were brought to the hospital of Lisse")
    linked = link(strike, bodies)
    assert (groups(linked), linked.aside) == ({ids(strike)}, {bodies.id: "aftermath"})
    assert groups(link(bodies)) == {ids(bodies)}
    assert link(strike, left(place="lisse", number="12", quote="في مستشفى ليسة 12 جثة")).aside
    assert link(strike, left(place="harbour", number="12")).aside
    assert link(strike, left(place=None, number="12")).aside
    found = said("a", "other", "found_dead", at=900, place="lisse", by=(), number="12")
    assert groups(link(strike, found)) == {ids(strike), ids(found)}


def test_what_two_reports_find_is_left_of_an_incident_if_one_of_them_tells_it():
    strike = said("a", "airstrike", number="40")
    bodies = left(place="harbour", number="12")
    again = said("b", "other", "found_dead", at=900, on=None, by=(), place="harbour", number="12")
    linked = link_events(
        (strike, bodies, again), published=dict.fromkeys("ab", "2031-05-05"), order={"a": 0, "b": 1}, places=PLACES
    )
    assert linked.aside == {bodies.id: "aftermath", again.id: "aftermath"}


def test_one_report_of_another_killing_does_not_set_aside_what_many_found():
    """A grave is not left of shells, nor people found this week of a killing of last year."""
    found = [left(place="lisse", number="60", quote="60 bodies in a grave of Lisse")]
    found += [
        said(name, "other", "found_dead", at=900, on=None, by=(), place="lisse", number="60", quote=found[0].quote)
        for name in "bc"
    ]
    order = {"a": 0, "b": 1, "c": 2}

    def aside(how, on="2031-05-04"):
        told = said("a", how, number="70", place="lisse", on=on)
        linked = link_events(
            (told, *found[: len(order)]), published=dict.fromkeys(order, "2031-05-05"), order=order, places=PLACES
        )
        return set(linked.aside.values())

    assert aside("killing") == set()
    del order["c"]
    assert aside("killing") == {"aftermath"}
    assert aside("killing", on="2030-04-04") == aside("shelling") == set()


def test_more_people_than_were_harmed_or_in_another_town_are_an_incident_of_their_own():
    strike = said("a", "airstrike", number="40")
    for found in (
        left(place="lisse", number="200"),
        left(place="lisse", number="12"),
        left("injured", place="lisse", number="60"),
        left(place="varna", number="200"),
        left(place="lisse", number="200", quote="200 bodies in a clinic of Lisse"),
    ):
        assert link(strike, found).aside == {}
        assert ids(found) in groups(link(strike, found))


def test_fighters_who_are_driven_out_of_a_town_are_no_people_displaced():
    fighters = said("a", "displacement", "displaced", victims=victims("rebels", status="combatant"))
    assert link(fighters).aside == {fighters.id: "mention_alone"}
    families = said("a", "displacement", "displaced", victims=victims("families", status="civilian"))
    assert groups(link(families)) == {ids(families)}
