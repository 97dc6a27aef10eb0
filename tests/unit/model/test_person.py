"""What says who somebody is says how far it may travel."""

from dataclasses import fields
from typing import get_args, get_type_hints

import pytest

from sijill.model.person import Kin, Name, Person, RecordReading, RowRef, VictimRecord
from sijill.model.release import Release

NOUNS = (Name, Kin, RowRef, VictimRecord, RecordReading, Person)


def travels(noun, field):
    """The release of a field; None where nothing is said."""
    hint = get_type_hints(noun, include_extras=True)[field]
    return next((each for each in get_args(hint) if isinstance(each, Release)), None)


@pytest.mark.parametrize("noun", NOUNS)
def test_every_field_of_a_person_says_how_far_it_may_travel(noun):
    assert not [each.name for each in fields(noun) if travels(noun, each.name) is None]


@pytest.mark.parametrize(
    ("noun", "field"), [(Name, "text"), (VictimRecord, "names"), (Person, "names"), (Kin, "of"), (VictimRecord, "span")]
)
def test_a_name_leaves_the_house_in_no_way(noun, field):
    assert travels(noun, field) is Release.NEVER
