"""Time in bins: what is known by the month is in no day, and everything is somewhere."""

from dataclasses import replace
from datetime import date

from sijill.model.when import Period, Precision
from sijill.publish.pictures.bins import LANES, binned


def events(case, *periods):
    return [
        replace(case.findings[0], id=f"evt_{at}", when=Period(start=start, end=end, precision=Precision.RANGE))
        for at, (start, end) in enumerate(periods)
    ]


def everywhere(found):
    inside = [each for column in found.inside for each in column]
    wide = [each for *_, findings in found.wider for each in findings]
    return [*inside, *wide, *found.left, *found.earlier, *found.later, *found.undated]


def test_an_event_known_by_its_month_is_in_no_day(case):
    found = binned(
        events(case, ("2021-03-03", "2021-03-03"), ("2021-03-09", "2021-03-09"), ("2021-03-01", "2021-03-31"))
    )
    assert found.unit == "day"
    assert sorted(len(each) for each in found.inside)[-2:] == [1, 1]
    ((lane, start, end, (month,)),) = found.wider
    assert (lane, start, end, month.id) == (0, date(2021, 3, 1), date(2021, 3, 31), "evt_2")


def test_a_night_that_two_months_share_is_in_neither(case):
    days = [(f"2021-0{month}-10", f"2021-0{month}-10") for month in range(1, 6)]
    found = binned(events(case, *days, ("2021-03-31", "2021-04-01")))
    assert found.unit == "month"
    assert [len(each) for each in found.inside] == [1, 1, 1, 1, 1]
    assert [each[3][0].id for each in found.wider] == ["evt_5"]


def test_every_event_is_in_exactly_one_place(case):
    days = [(f"2021-03-{day:02}", f"2021-03-{day:02}") for day in range(1, 29)]
    wide = [(f"2021-03-{day:02}", "2021-03-30") for day in range(1, LANES + 4)]
    given = events(case, *days, *wide, ("1998-08-01", "1998-08-31"), ("2040-01-01", "2040-01-01"))
    undated = replace(given[0], id="evt_undated", when=Period())
    found = binned([*given, undated])
    assert sorted(each.id for each in everywhere(found)) == sorted(each.id for each in [*given, undated])
    assert [each.id for each in found.undated] == ["evt_undated"]
    assert [len(found.earlier), len(found.later), len(found.left)] == [1, 1, 3]


def test_periods_of_one_lane_do_not_overlap(case):
    given = events(case, *((f"2021-03-{day:02}", f"2021-03-{day + 3:02}") for day in range(1, 25)))
    lanes: dict[int, date] = {}
    for lane, start, end, _ in binned(given).wider:
        assert lane not in lanes or lanes[lane] < start
        lanes[lane] = end


def test_without_a_date_there_is_no_axis(case):
    assert binned([replace(case.findings[0], when=Period())]) is None
