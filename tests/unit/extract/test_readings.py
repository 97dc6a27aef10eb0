"""How a claim was read: every field with the words it came from, and what was carried over from elsewhere."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sijill.extract.document import extract
from sijill.model.claim import Harm, identified
from sijill.model.document import DocumentId
from sijill.model.toll import Extent
from tests.spec.invented import WORDS

REPORTS = [
    "Column gunmen abducted six teachers in Tarn on Monday, the Harbour Monitor said.",
    "Shelling by the Varran army killed at least 20 people, including five children, in Kessa last month.",
    "Forty others were wounded.",
    "The Varran army denied killing 12 people in Kessa.",
    "He said nine people were killed.",
    "Ostmark jets bombed Old Harbour.",
    "Kessa has been under siege by the Red Column since March.",
]


def read(text):
    return extract(DocumentId("doc_readings"), text, WORDS)


def part(text, field, number=0):
    """The first part of this field in the reading of one claim."""
    return next(part for part in read(text).readings[number].parts if part.field == field)


@given(st.lists(st.sampled_from(REPORTS), min_size=1, max_size=5))
def test_every_claim_has_one_reading_whose_words_stand_in_the_text(reports):
    text = " ".join(reports)
    found = read(text)
    assert [reading.claim for reading in found.readings] == [claim.id for claim in found.claims]
    for reading in found.readings:
        assert reading.rules
        assert all(0 <= each.start < each.end <= len(text) and each.rule for each in reading.parts)


@given(st.lists(st.sampled_from(REPORTS), min_size=1, max_size=5))
def test_a_claim_has_the_id_of_what_it_says_and_no_other_claim_has_it(reports):
    claims = read(" ".join(reports)).claims
    assert all(identified(claim) == claim for claim in claims)
    assert len({claim.id for claim in claims}) == len(claims)


@given(st.lists(st.sampled_from(REPORTS), min_size=1, max_size=5))
def test_a_part_of_a_toll_names_a_claim_of_the_same_document(reports):
    claims = {claim.id: claim for claim in read(" ".join(reports)).claims}
    for claim in claims.values():
        if claim.toll is not None and claim.toll.subset_of is not None:
            assert claims[claim.toll.subset_of].toll.number >= claim.toll.number


@given(st.lists(st.sampled_from(REPORTS), min_size=1, max_size=5))
def test_confidence_is_a_share_and_every_claim_says_who_read_it(reports):
    for claim in read(" ".join(reports)).claims:
        assert 0 < claim.confidence <= 1
        assert claim.extractor.count("@") == 1


@pytest.mark.parametrize(
    ("words", "value"),
    [
        ("on 14 August 2031", "2031-08-14"),
        ("in August 2031", "2031-08"),
        ("last month", "month-1"),
        ("yesterday", "day-1"),
        ("on Monday", "weekday-0"),
        ("three weeks ago", "ago:week:3"),
        ("in early March", "early:--03"),
    ],
)
def test_a_time_is_read_with_the_value_that_resolve_dates(words, value):
    assert part(f"Shelling killed 12 people in Kessa {words}.", "when").value == value


def test_what_resolve_adds_is_left_open():
    for claim in read(" ".join(REPORTS)).claims:
        assert (claim.when.start, claim.when.end, claim.where.place, claim.where.lat, claim.as_of) == (None,) * 5
        assert all(actor.party is None for actor in claim.actors)
        assert all(speaker.source is None and speaker.party is None for speaker in claim.speakers)


@pytest.mark.parametrize("field", ["where", "when"])
def test_a_place_and_a_time_from_the_sentence_before_are_marked_as_carried(field):
    text = "Shelling killed 12 people in Kessa on Monday. Forty people were wounded."
    assert not part(text, field, 0).carried
    carried = part(text, field, 1)
    assert carried.carried
    assert text[carried.start : carried.end] in ("Kessa", "Monday")


def test_what_is_carried_lowers_the_confidence():
    said, carried = read("Forty people were wounded in Kessa on Monday. Forty people were wounded.").claims
    assert carried.confidence < said.confidence


def test_an_act_in_answer_to_another_names_the_claim_it_follows():
    text = (
        "The Red Column abducted six teachers in Tarn on Monday. "
        "In response to the abduction, Ostmark jets bombed Tarn, killing 12 people."
    )
    found = read(text)
    taken = next(claim for claim in found.claims if claim.harm == "abducted")
    follows = {reading.claim: reading.follows for reading in found.readings}
    assert {follows[claim.id] for claim in found.claims if claim.harm == "killed"} == {taken.id}
    assert follows[taken.id] is None


@pytest.mark.parametrize(
    ("report", "value"),
    [
        ("The Harbour Monitor had initially given a death toll of 22.", "before"),
        (
            "The toll has risen to 42, said the Harbour Monitor, which on Thursday had given a death toll of 22.",
            "weekday-3",
        ),
        ("An earlier toll put the dead at 22.", "before"),
        ("The ministry had earlier said 22 people were killed in Kessa.", "before"),
        ("وأفادت حصيلة سابقة بمقتل 22 شخصا.", "before"),
    ],
)
def test_a_number_that_was_given_before_says_so_and_its_time_is_not_that_of_the_act(report, value):
    found = next(each for each in read(report).claims if each.toll is not None and each.toll.number == 22)
    reading = next(each for each in read(report).readings if each.claim == found.id)
    assert [each.value for each in reading.parts if each.field == "as_of"] == [value]
    assert found.when.text is None


@pytest.mark.parametrize(
    "report",
    [
        "On Wednesday the Harbour Monitor reported that 22 people had been killed.",
        "The Harbour Monitor reported on Wednesday that 22 people had been killed.",
    ],
)
def test_a_number_keeps_the_day_on_which_it_was_told(report):
    [reading] = read(report).readings
    assert [(each.rule, each.value) for each in reading.parts if each.field == "as_of"] == [("told on", "weekday-2")]


@pytest.mark.parametrize(
    "report",
    [
        "The army said it had killed 22 people in Kessa.",
        "It had been quiet, the mayor said, when 22 people were killed.",
    ],
)
def test_a_number_that_is_told_now_is_not_one_given_before(report):
    assert all(each.field != "as_of" for reading in read(report).readings for each in reading.parts)


@pytest.mark.parametrize(
    "report", ["Ten of the 48 people killed in Kessa were children.", "10 of 48 people killed in Kessa were women."]
)
def test_some_of_a_larger_number_are_a_part(report):
    assert [(claim.toll.number, claim.toll.extent) for claim in read(report).claims] == [
        (48, Extent.WHOLE),
        (10, Extent.PART),
    ]


@pytest.mark.parametrize(
    ("report", "counts"),
    [
        ("Shells killed 17 villagers whichof women in Kessa.", {}),
        ("Shells killed 17 civilian women in Kessa.", {"women": (17, 17)}),
        ("Shells killed 17 displaced women in Kessa.", {"women": (17, 17)}),
    ],
)
def test_a_number_before_people_at_large_does_not_count_a_group_named_behind_them(report, counts):
    assert [claim.victims.counts for claim in read(report).claims] == [counts]


def test_another_quarter_is_not_the_one_told_before():
    text = "A bomb killed ten people in the Tarn quarter. A second bomb wounded three people in another quarter."
    found = read(text)
    last = next(each for each in found.claims if each.harm is Harm.INJURED)
    reading = next(each for each in found.readings if each.claim == last.id)
    assert [(each.rule, each.value) for each in reading.parts if each.field == "where"] == [("described place", None)]
