"""A reader of the last release is told what this one says otherwise."""

from sijill.model.place import PlacePrecision
from sijill.model.release import Profile
from sijill.model.release.issued import Figure, Issued
from sijill.model.release.rules import ReleaseRules
from sijill.publish.errata import Erratum, errata


def said(title, **told):
    return Figure(title=title, told=told)


def release(figures, named=(), **rules):
    return Issued(
        profile=Profile.PUBLIC,
        number=1,
        at="2031-05-01T00:00:00Z",
        key="00",
        made_from="",
        rules=ReleaseRules(**rules),
        root="",
        manifest="",
        figures=figures,
        named=named,
        small={},
    )


def changes(before, now):
    return errata(release(before), release(now))


def test_a_figure_that_moved_is_told_with_both_ranges():
    before, now = {"evt_a": said("Shelling, Tarn", killed="85 to 300")}, {"evt_a": said("Shelling, Tarn", killed="77")}
    assert changes(before, now) == [
        Erratum(kind="changed", title="Shelling, Tarn", field="killed", before="85 to 300", after="77")
    ]


def test_events_that_came_and_went_are_told_by_name():
    told = changes({"evt_a": said("A")}, {"evt_b": said("B", killed="5")})
    assert [(each.kind, each.title) for each in told] == [("withdrawn", "A"), ("added", "B")]


def test_a_harm_that_is_no_longer_told_was_said_before():
    (one,) = changes({"e": said("A", injured="4")}, {"e": said("A")})
    assert (one.before, one.after) == ("4", "nothing")


def test_the_same_again_is_no_erratum():
    assert changes({"e": said("A", killed="4")}, {"e": said("A", killed="4")}) == []


def test_a_name_taken_out_is_told_as_a_number_and_never_by_name():
    told = errata(release({}, named=("psn_a", "psn_b", "psn_c")), release({}, named=("psn_b",)))
    assert told == [Erratum(kind="withdrawn", title="names of the dead", before="2 more named", after="not named")]
    assert not errata(release({}, named=("psn_b",)), release({}, named=("psn_a", "psn_b")))


def test_a_place_that_leaves_more_coarsely_now_is_not_printed_again_among_the_errata():
    fine = release(
        {"a": said("Shelling, Tarn clinic", killed="4"), "b": said("Bombing, the mill")}, place=PlacePrecision.SITE
    )
    coarse = release({"a": said("Shelling, Tarn district", killed="5")}, place=PlacePrecision.DISTRICT)
    told = errata(fine, coarse)
    assert {(each.kind, each.title) for each in told} == {
        ("changed", "Shelling, Tarn district"),
        ("withdrawn", "an event"),
    }
    assert "clinic" not in str(told)
    assert "mill" not in str(told)
