"""What says who somebody is says how far it may travel."""

import pytest

from sijill.model.person import Kin, Name, Person, VictimRecord
from sijill.model.release import Release, marks


@pytest.mark.parametrize(
    ("noun", "field"), [(VictimRecord, "names"), (VictimRecord, "row"), (Kin, "of"), (VictimRecord, "span")]
)
def test_a_record_of_a_victim_leaves_the_house_in_no_way(noun, field):
    assert marks(noun)[field] is Release.NEVER


@pytest.mark.parametrize(("noun", "field"), [(Name, "text"), (Person, "names")])
def test_a_name_leaves_only_as_a_rule_lets_it(noun, field):
    assert marks(noun)[field] is Release.COARSE
