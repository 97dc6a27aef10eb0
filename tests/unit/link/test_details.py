"""The next sentence of a report tells in detail what the sentence before sums up."""

from tests.unit.link.claims import groups, ids, link, said, victims


def hurt(at, text, place, voice=(), act="shelling"):
    number = text.partition(" ")[0]
    return said("a", act, "injured", at=at, place=place, by=(), number=number, voice=voice, victims=victims(text))


def test_a_summary_and_what_somebody_tells_of_the_same_people_are_of_one_event():
    """Though only the second names the lane."""
    summary = hurt(100, "3 nurses", "varna")
    told = hurt(260, "3 nurses", "Mill Lane", voice=("the mayor/official",))
    assert groups(link(summary, told)) == {ids(summary, told)}


def test_not_what_the_report_tells_itself_nor_of_other_people():
    summary = hurt(100, "3 nurses", "varna")
    again = hurt(260, "3 nurses", "Mill Lane")
    others = hurt(260, "3 potters", "Mill Lane", voice=("the mayor/official",))
    assert ids(summary) in groups(link(summary, again))
    assert ids(summary) in groups(link(summary, others))
