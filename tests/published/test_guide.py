"""The guide to estimation says what the command says of its table, and what is true of its population."""

import re
from pathlib import Path

import pytest

from sijill.estimate.overlap import documented
from sijill.estimate.panel import pairs, panel
from sijill.estimate.reading import read_overlap
from sijill.publish.estimated import about

PAGE = (Path(__file__).parents[2] / "docs" / "method" / "estimation.md").read_text(encoding="utf-8")
TRUTH = 3000


@pytest.fixture(scope="module")
def table(tmp_path_factory):
    path = tmp_path_factory.mktemp("guide") / "table.csv"
    path.write_text(re.search(r"```csv\n(.*?)```", PAGE, re.DOTALL)[1], encoding="utf-8")
    return read_overlap(path)


def test_the_guide_counts_what_its_table_counts(table):
    assert f"documented  {documented(table):,} persons" in PAGE
    figures = {each.lists: about(each.median) for each in pairs(table)}
    assert figures["hospital", "monitors"] == "2,020" and "alone would say 2,020" in PAGE


def test_the_range_is_as_printed_and_the_truth_lies_above_it_as_the_guide_says(table):
    """Processors round otherwise, and draws with them: a hundredth is let pass."""
    low, high = panel(table).headline.range_over_models
    printed = re.search(r"estimated   ([\d,]+) to ([\d,]+) in all", PAGE)
    assert [low, high] == pytest.approx([int(each.replace(",", "")) for each in printed.groups()], rel=0.01)
    assert high < TRUTH and "too low: the truth, 3,000, lies above it" in PAGE
