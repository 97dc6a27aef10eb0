"""Running tolls and what recurs: each opens to its words and events, and is in no total."""

from dataclasses import replace

import pytest

from sijill.model.beside.pattern import Pattern, Recurs
from sijill.model.beside.series import Series
from sijill.model.claim import Act, Harm
from sijill.model.finding import TollAt
from sijill.model.place import Where


@pytest.fixture
def shown(sitting):
    """A desk whose register holds one of each."""
    view = sitting.desk._whole
    finding = view.findings[0]
    claim = view.claims[finding.claims[0]]
    told = TollAt(as_of="2021-03-11", low=1200, high=None, claims=(claim.id,))
    running = Series(
        id="ser_one", issuer="Tessavar Casualty Monitor", scope="Belqara since January", harm=Harm.KILLED,
        where=finding.where, when=finding.when, cumulative=True, as_of="2021-03-11", low=1200, bulletins=(told,),
        documents=(claim.document,), inside=(finding.id,), counted_low=21, counted_high=80, adds_low=1179,
    )  # fmt: skip
    pattern = Pattern(
        id="pat_one", kind=Recurs.REPEATED, party="Nameless Column", act=Act.SHELLING, events=(finding.id,),
        claims=(claim.id,), independent=1, killed_low=21, killed_high=None,
    )  # fmt: skip
    sitting.desk._whole = replace(view, series=[running], patterns=[pattern])
    return sitting, finding, claim


def test_a_running_toll_stands_with_its_words_and_what_the_total_holds_of_it(shown):
    sitting, finding, claim = shown
    page = sitting.client.get("/series").text
    assert "at least 1,200" in page and "21 to 80" in page and "at least 1,179" in page
    assert claim.quote.split(",")[0] in page and f"/events/{finding.id}" in page


def test_of_a_running_toll_of_no_place_nothing_is_said_to_be_held_or_beyond(shown):
    sitting, _, _ = shown
    view = sitting.desk._whole
    nowhere = replace(view.series[0], where=Where(), inside=(), counted_low=0, counted_high=0, adds_low=1200)
    sitting.desk._whole = replace(view, series=[nowhere])
    page = sitting.client.get("/series").text
    assert page.count("not known: it names no place") == 2
    assert page.count("at least 1,200") == 2  # as told, and in its bulletin


def test_what_recurs_is_counted_and_opens_to_its_events(shown):
    sitting, finding, _ = shown
    page = sitting.client.get("/patterns").text
    assert "Nameless Column" in page and "again and again" in page and f"/events/{finding.id}" in page
    assert "at least 21" in page


def test_where_there_is_none_it_is_said(sitting):
    sitting.desk._whole = replace(sitting.desk._whole, series=[], patterns=[])
    assert "No issuer gives one." in sitting.client.get("/series").text
    assert "Nothing recurs" in sitting.client.get("/patterns").text
