"""A table that is a known dataset needs no map; what a row says against its codebook is asked, and nothing is lost."""

import pytest

from sijill.capture.tables.coded_rows import dataset_of, violations
from tests.unit.publish.coding.rows import OLD, acled, airwars, ucdp


@pytest.mark.parametrize(
    ("row", "name"), [(ucdp(), "ucdp_ged"), (ucdp(columns=OLD), "ucdp_ged"), (acled(), "acled"), (airwars(), "airwars")]
)
def test_a_dataset_is_known_by_its_columns(row, name):
    assert dataset_of(list(row.cells)) == name


def test_a_table_of_articles_is_none():
    assert dataset_of(["title", "content", "date"]) is None
    assert dataset_of([*acled().cells, "fatalities"]) is None


@pytest.mark.parametrize(
    ("row", "said"),
    [
        (ucdp(), []),
        (ucdp(low="8"), ["low > best or best > high"]),
        (ucdp(best="8"), ["best is not the sum of the four kinds of deaths"]),
        (ucdp(date_end="2031-05-01"), ["date_start after date_end"]),
        (ucdp(latitude="100"), ["coordinates outside of the earth"]),
        (ucdp(where_prec="9", date_prec="0"), ["where_prec is not 1 to 7", "date_prec is not 1 to 5"]),
        (acled(geo_precision="4"), ["geo_precision is not 1 to 3"]),
        (acled(), []),
        (airwars(killed_min="5"), ["killed_min > killed_max"]),
    ],
)
def test_a_row_that_contradicts_its_codebook_is_named(row, said):
    assert violations(row.dataset, row.cells) == said
