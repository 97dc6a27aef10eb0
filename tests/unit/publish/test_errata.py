"""A reader of the last release is told what this one says otherwise."""

from sijill.model.release.issued import Figure
from sijill.publish.errata import Erratum, errata


def said(title, **told):
    return Figure(title=title, told=told)


def test_a_figure_that_moved_is_told_with_both_ranges():
    before, now = {"evt_a": said("Shelling, Tarn", killed="85 to 300")}, {"evt_a": said("Shelling, Tarn", killed="77")}
    assert errata(before, now) == [
        Erratum(kind="changed", title="Shelling, Tarn", field="killed", before="85 to 300", after="77")
    ]


def test_events_that_came_and_went_are_told_by_name():
    told = errata({"evt_a": said("A")}, {"evt_b": said("B", killed="5")})
    assert [(each.kind, each.title) for each in told] == [("withdrawn", "A"), ("added", "B")]


def test_a_harm_that_is_no_longer_told_was_said_before():
    (one,) = errata({"e": said("A", injured="4")}, {"e": said("A")})
    assert (one.before, one.after) == ("4", "nothing")


def test_the_same_again_is_no_erratum():
    assert errata({"e": said("A", killed="4")}, {"e": said("A", killed="4")}) == []
