"""Rows of datasets become claims of the dataset, with its codes kept and every quote in its place."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sijill.model.dataset import DatasetRow, row_of
from tests.unit.publish.coding.rows import acled, airwars, claims_of, ucdp


@pytest.mark.parametrize("row", [ucdp(), acled(), airwars()], ids=["ucdp_ged", "acled", "airwars"])
def test_every_claim_reads_as_the_columns_that_it_quotes(row):
    claims = claims_of(row)
    assert claims
    for claim in claims:
        assert row.text()[slice(*claim.span)] == claim.quote
        assert claim.extractor == f"dataset:{row.dataset}@1"


def test_a_ucdp_row_is_its_deaths_and_their_sides_as_parts():
    total, civilians, unknown = claims_of(ucdp())
    assert (total.toll.low, total.toll.number, total.toll.high) == (5, 7, 9)
    assert [actor.name for actor in total.actors] == ["Government of Norland"]
    assert (total.when.start, total.when.precision, total.where.precision) == ("2031-05-03", "day", "settlement")
    assert (civilians.victims.status, civilians.toll.number, civilians.toll.subset_of) == ("civilian", 5, total.id)
    assert unknown.toll.number == 2


def test_in_a_clash_the_dead_of_each_side_are_laid_to_the_other():
    fight = ucdp(type_of_violence="1", side_b="Free Coast", deaths_a="3", deaths_b="4", deaths_civilians="0")
    total, of_a, of_b, _ = claims_of(fight)
    assert (total.act, [actor.name for actor in total.actors]) == (
        "armed_clash",
        ["Government of Norland", "Free Coast"],
    )
    assert [(each.victims.text, each.actors[0].name) for each in (of_a, of_b)] == [
        ("Government of Norland", "Free Coast"),
        ("Free Coast", "Government of Norland"),
    ]


def test_bounds_that_cross_leave_the_number_alone():
    total, *_ = claims_of(ucdp(low="9", best="7", high="8"))
    assert (total.toll.number, total.toll.low, total.toll.high) == (7, None, None)


def test_a_row_that_knows_one_source_is_that_sources_word():
    total, *_ = claims_of(ucdp(number_of_sources="1", source_original="Coast Observatory"))
    assert [speaker.name for speaker in total.speakers] == ["Coast Observatory"]


def test_blank_fatalities_are_not_zero():
    (blank,), (zero,) = claims_of(acled(fatalities="")), claims_of(acled(fatalities="0"))
    assert blank.toll is None
    assert zero.toll.number == 0


def test_an_airwars_row_has_its_range_and_its_groups():
    (killed,) = claims_of(airwars())
    assert (killed.toll.low, killed.toll.high, killed.victims.counts) == (2, 4, {"children": (1, 1)})


@given(
    st.dictionaries(
        st.text(st.characters(exclude_characters=":\n\r", exclude_categories=["Cs"]), min_size=1, max_size=8),
        st.text(st.characters(exclude_categories=["Cs"])),
        min_size=1,
    )
)
def test_a_row_written_as_text_reads_back_whole(cells):
    row = DatasetRow(dataset="ucdp_ged", cells=cells)
    assert row_of(row.text()) == row


def test_any_other_text_is_no_row():
    assert row_of("Five people were killed in Varna.") is None
