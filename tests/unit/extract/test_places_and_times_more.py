"""Places and times wherever they stand in a sentence."""

import pytest

from tests.unit.extract.rows import one_claim


@pytest.mark.parametrize(
    ("report", "number", "where"),
    [
        ("Twelve people were killed in the town of Kessa.", "12", "the town of Kessa"),
        ("Twelve people were killed near Kessa.", "12", "Kessa"),
        ("Twelve people were killed in North Tarn, near Old Harbour.", "12", "North Tarn"),
        ("Kessa shelling kills 12 people", "12", "Kessa"),
        ("Twelve people were killed outside a school in Kessa on the road to Tarn.", "12", "Kessa"),
        ("A convoy from Tarn was bombed in Kessa, killing 12 people.", "12", "Kessa"),
        ("Twelve residents of Tarn were killed in Kessa.", "12", "Kessa"),
        ("Twelve people were killed in Kessa, 30 kilometres from Tarn.", "12", "Kessa"),
        ("Twelve people were killed in Kessa and Tarn.", "12", "Kessa"),
    ],
)
def test_places_in_every_position(reads_as, report, number, where):
    reads_as(report, one_claim(number=number, where=where))


@pytest.mark.parametrize(
    ("report", "number", "when"),
    [
        ("On Monday, 12 people were killed in Kessa.", "12", "Monday"),
        ("Twelve people were killed on Monday night in Kessa.", "12", "Monday night"),
        ("Twelve people were killed in Kessa on Monday, a day after shelling hit Tarn.", "12", "Monday"),
        ("Since Monday, 12 people have been killed in Kessa.", "12", "Since Monday"),
        ("Twelve people have been killed in Kessa over the past three days.", "12", "over the past three days"),
        ("Earlier this month, 12 people were killed in Kessa.", "12", "Earlier this month"),
    ],
)
def test_times_in_every_position(reads_as, report, number, when):
    reads_as(report, one_claim(number=number, when=when))
