"""Times as said become days, by the date of the report; without one, a relative time is a doubt and never today."""

import pytest

from sijill.language.datelines import Order
from sijill.model.claim import Act, Claim, ClaimId, Harm, Part, Reading, identified
from sijill.model.document import Digest, Document, DocumentId
from sijill.model.toll import Toll
from sijill.model.when import Period, Precision
from sijill.resolve.dates import Reported, orders_of, reported, resolve_dates

ONE, OTHER = DocumentId("doc_one"), DocumentId("doc_other")
TWELVE = Toll(number=12, low=12, high=12, text="12")


def said(words, value, *, document=ONE, at=0, toll=TWELVE):
    """A claim of the given time, and how it was read."""
    claim = identified(
        Claim(
            id=ClaimId(""),
            document=document,
            span=(at, at + 1),
            quote="x",
            act=Act.KILLING,
            harm=Harm.KILLED,
            toll=toll,
            when=Period(text=words),
            extractor="by hand",
        )
    )
    parts = (Part(field="when", start=0, end=1, rule="time", value=value),) if value else ()
    return claim, Reading(claim=claim.id, rules=(), parts=parts)


def resolve(*pairs, published="2031-09-17"):
    claims = [claim for claim, _ in pairs]
    readings = {claim.id: reading for claim, reading in pairs}
    return resolve_dates(claims, readings, {ONE: published, OTHER: published})


def test_a_relative_time_is_dated_by_the_report_and_keeps_its_words():
    pair = said("last month", "month-1")
    found, doubts = resolve(pair)
    when, _ = found[pair[0].id]
    assert when == Period(start="2031-08-01", end="2031-08-31", precision=Precision.MONTH, text="last month")
    assert doubts == []


def test_a_relative_time_without_a_date_of_publication_is_a_doubt_that_names_the_words():
    pair = said("last month", "month-1")
    found, doubts = resolve(pair, published=None)
    assert found[pair[0].id] == (Period(text="last month"), None)
    [doubt] = doubts
    assert doubt.question.values["words"] == "last month"
    assert set(doubt.about) == {ONE, pair[0].id}


def test_a_full_date_needs_no_date_of_publication():
    pair = said("August 2014", "2014-08")
    found, doubts = resolve(pair, published=None)
    assert found[pair[0].id][0] == Period(
        start="2014-08-01", end="2014-08-31", precision=Precision.MONTH, text="August 2014"
    )
    assert doubts == []


def test_one_expression_of_one_document_is_one_doubt_however_many_claims_hang_on_it():
    pairs = [said("last month", "month-1", at=k) for k in range(5)]
    _, doubts = resolve(*pairs, published=None)
    assert [set(doubt.about) for doubt in doubts] == [{ONE, *(claim.id for claim, _ in pairs)}]


def test_the_same_words_in_two_documents_are_two_doubts():
    _, doubts = resolve(said("last month", "month-1"), said("last month", "month-1", document=OTHER), published=None)
    assert len({doubt.id for doubt in doubts}) == 2


def test_a_claim_without_a_time_gets_none_from_the_report():
    """The date of a report is not the date of what it tells."""
    pair = said(None, None)
    found, doubts = resolve(pair)
    assert found[pair[0].id][0] == Period()
    assert doubts == []


@pytest.mark.parametrize(
    ("published", "as_of"),
    [("2031-09-17", "2031-09-17"), ("2031-09", "2031-09-30"), ("2031", "2031-12-31"), (None, None)],
)
def test_a_toll_is_current_on_the_last_day_that_the_report_can_be_of(published, as_of):
    pair = said("August 2014", "2014-08")
    found, _ = resolve(pair, published=published)
    assert found[pair[0].id][1] == as_of


@pytest.mark.parametrize(
    ("told", "as_of"),
    [("before", "2031-09-16"), ("weekday-0", "2031-09-15"), ("weekday-2", "2031-09-16"), ("2031-09-17", "2031-09-16")],
)
def test_a_toll_said_to_have_been_given_before_was_current_earlier_than_its_report(told, as_of):
    claim, reading = said("August 2014", "2014-08")
    given = Part(field="as_of", start=0, end=1, rule="given before", value=told)
    found, _ = resolve((claim, Reading(claim=claim.id, rules=(), parts=(*reading.parts, given))))
    assert found[claim.id][1] == as_of


@pytest.mark.parametrize(("told", "as_of"), [("2031-09-15", "2031-09-15"), ("2031-09-17", "2031-09-17")])
def test_a_toll_told_on_an_earlier_day_was_current_then(told, as_of):
    claim, reading = said("August 2014", "2014-08")
    given = Part(field="as_of", start=0, end=1, rule="told on", value=told)
    found, _ = resolve((claim, Reading(claim=claim.id, rules=(), parts=(*reading.parts, given))))
    assert found[claim.id][1] == as_of


def test_what_has_no_toll_has_no_day_on_which_it_was_current():
    pair = said("August 2014", "2014-08", toll=None)
    found, _ = resolve(pair)
    assert found[pair[0].id][1] is None


def test_a_date_with_two_readings_is_a_doubt_with_both_as_candidates():
    pair = said("3/4/2031", "either:2031-04-03|2031-03-04")
    found, doubts = resolve(pair)
    assert found[pair[0].id][0] == Period(text="3/4/2031")
    [doubt] = doubts
    assert (doubt.question.code, doubt.candidates) == ("which_day", ("2031-04-03", "2031-03-04"))


def test_a_time_that_leans_on_one_never_told_asks_which_day_it_was():
    _, doubts = resolve(said("that night", "night:then"))
    assert [doubt.question.code for doubt in doubts] == ["which_day"]


@pytest.mark.parametrize("value", ["--06-03", "night:--06-03"])
def test_a_day_soon_after_the_report_is_not_taken_for_one_of_the_year_before(value):
    pair = said("June 3", value)
    found, doubts = resolve(pair, published="2031-05-23")
    assert found[pair[0].id][0] == Period(text="June 3")
    [doubt] = doubts
    assert (doubt.question.code, doubt.candidates) == ("which_day", ("2030-06-03", "2031-06-03"))


@pytest.mark.parametrize(
    ("value", "start"), [("--05-20", "2031-05-20"), ("--11-03", "2030-11-03"), ("--06", "2030-06-01")]
)
def test_any_other_day_without_a_year_is_the_latest_before_the_report(value, start):
    pair = said("then", value)
    found, doubts = resolve(pair, published="2031-05-23")
    assert (found[pair[0].id][0].start, doubts) == (start, [])


def test_earlier_this_week_said_on_its_first_day_is_the_week_before():
    pair = said("earlier this week", "earlier:week-0")
    found, _ = resolve(pair, published="2031-05-19")
    assert (found[pair[0].id][0].start, found[pair[0].id][0].end) == ("2031-05-12", "2031-05-18")


PRINTED = "Shelling kills 12 in Kessa VPA Wednesday 14 May 2031 At least 12 people were killed on Monday."


def report(published):
    return Document(id=ONE, name="one", digest=Digest("0" * 64), published=published, captured="2031-06-01T00:00:00Z")


def test_times_count_from_the_day_that_the_page_prints_and_the_recorded_one_is_asked_about():
    found = reported(report("2031-03-14"), PRINTED, decided=False)
    assert found.day == "2031-05-14"
    [doubt] = found.doubts
    assert doubt.question.code == "other_day_printed"
    assert doubt.candidates == ("2031-05-14", "2031-03-14")


@pytest.mark.parametrize("published", ["2031-05-14", "2031-05-14T09:00:00Z", "2031-05", "2031", None])
def test_a_recorded_day_that_agrees_or_is_no_day_stands(published):
    assert reported(report(published), PRINTED, decided=False) == Reported(day=published)


def test_a_decided_day_stands_against_what_is_printed():
    assert reported(report("2031-03-14"), PRINTED, decided=True) == Reported(day="2031-03-14")


EXCHANGED = "03-04-2031 Shelling kills 12 in Kessa. At least 12 people were killed on Monday."


def test_figures_are_read_in_the_order_of_their_source():
    found = reported(report("2031-03-14"), EXCHANGED, decided=False, order=Order.DAY_FIRST)
    assert (found.day, [doubt.candidates for doubt in found.doubts]) == ("2031-04-03", [("2031-04-03", "2031-03-14")])


def test_figures_of_a_source_whose_order_nothing_shows_are_asked_about_and_the_recorded_day_stands():
    found = reported(report("2031-03-14"), EXCHANGED, decided=False)
    assert found.day == "2031-03-14"
    [doubt] = found.doubts
    assert (doubt.question.code, doubt.candidates) == ("either_day_printed", ("2031-04-03", "2031-03-04", "2031-03-14"))


@pytest.mark.parametrize("published", ["2031-04-03", "2031-03-04"])
def test_nothing_is_asked_where_the_recorded_day_is_one_of_the_readings(published):
    assert reported(report(published), EXCHANGED, decided=False) == Reported(day=published)


def test_a_source_has_the_order_that_all_its_pages_show():
    day, month = Order.DAY_FIRST, Order.MONTH_FIRST
    pages = [("lantern", day), ("lantern", None), ("herald", month), ("mast", day), ("mast", month), (None, day)]
    assert orders_of(pages) == {"lantern": day, "herald": month}
