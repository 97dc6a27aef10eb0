"""Those whose fighters fell in a fight fought in it; of nobody else does a death say that."""

import pytest

from tests.unit.assess.told import parties_by_role


@pytest.mark.parametrize(
    ("text", "sides"),
    [
        ("At least 12 Column fighters were killed in clashes in Kessa on Monday.", {"column": "joint"}),
        ("At least 12 Varran soldiers were killed in clashes in Kessa on Monday.", {"varra": "joint"}),
        ("More than 35 Column terrorists were killed during the fighting in Kessa on Monday.", {"column": "joint"}),
        ("قُتل 12 مقاتلا من حرس الوادي في اشتباكات في تارن يوم الاثنين.", {"guard": "joint"}),
        # by no fight; no fighters; of others; not said to have happened
        ("At least 12 Column fighters were killed in an air strike in Kessa on Monday.", {}),
        ("At least 12 Column supporters were killed in clashes in Kessa on Monday.", {}),
        ("At least 12 civilians were killed in clashes in Kessa, a Column stronghold, on Monday.", {}),
        ("At least 12 former Column fighters were killed in clashes in Kessa on Monday.", {}),
        ("The mayor denied that 12 Column fighters were killed in clashes in Kessa on Monday.", {}),
    ],
)
def test_those_whose_fighters_fell_in_a_fight_are_a_side_of_it(text, sides):
    assert parties_by_role(text) == sides
