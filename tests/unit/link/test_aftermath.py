"""What makes no event by itself: people found dead where nobody says how, fighters driven out of a place."""

from tests.unit.link.claims import groups, ids, link, said, victims


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
