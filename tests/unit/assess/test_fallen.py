"""Whose the fallen were, by the words for them: from the words of a report to the parts of the range."""

from dataclasses import replace

import pytest

from sijill.assess.policies.fallen import fallen_of
from sijill.assess.testimony import testimony as heard
from sijill.model.party import Actor, Role
from tests.unit.assess.told import killed_by_group
from tests.unit.link.claims import PARTIES, documents, said, victims


def fallen(text):
    """Party: low and high of its own fighters killed."""
    return {name: each for name, each in killed_by_group(text).items() if name != "children"}


@pytest.mark.parametrize(
    ("text", "theirs"),
    [
        ("The Varran army killed 36 Column fighters in an ambush near Tarn.", {"column": (36, 36)}),
        ("Column gunmen killed 14 Varran soldiers in Tarn.", {"varra": (14, 14)}),
        ("At least nine members of the Valley Guard were killed by the Red Column in Kessa.", {"guard": (9, None)}),
        (
            "At least 21 Column fighters were killed in Tarn along with six Valley Guard members.",
            {"column": (21, None), "guard": (6, 6)},
        ),
        ("11 Red Column commanders and members were killed in Kessa.", {"column": (11, 11)}),
        ("قُتل 12 مقاتلا من حرس الوادي في تارن.", {"guard": (12, 12)}),
        ("قتل الجيش الفاراني 30 مسلحا من الرتل الأحمر في كيسا.", {"column": (30, 30)}),
        # civilians, those who fight for somebody else, and of two parties nobody knows how many of each
        ("The Red Column killed 15 supporters of the Varran government in Tarn.", {}),
        ("18 Column-backed fighters were killed in Tarn.", {}),
        ("Seven fighters opposed to the Red Column were killed in Kessa.", {}),
        ("40 Column fighters and soldiers were killed in Kessa.", {}),
        ("25 people were killed in Tarn by Column gunmen.", {}),
        ("قُتل 16 مقاتلا مناهضا لحرس الوادي في تارن.", {}),
        # what stands beside the name may say that they were not, or not all, its fighters
        ("20 Column fighters or soldiers were killed in Tarn.", {}),
        ("20 Column fighters soldiers were killed in Tarn.", {}),
        ("20 Column fighters as well as soldiers were killed in Tarn.", {}),
        ("20 fighters of the Red Column and of an allied band were killed in Tarn.", {}),
        ("20 fighters of Red Column enemy bands were killed in Tarn.", {}),
        ("20 fighters of a Red Column offshoot were killed in Tarn.", {}),
        ("12 mutinous Varran soldiers were killed in Tarn.", {}),
        ("12 would-be Varran soldiers were killed in Tarn.", {}),
        ("12 senior Varran soldiers were killed in Tarn.", {"varra": (12, 12)}),
        ("12 militiamen from the Shiite paramilitary movement Valley Guard were killed in Tarn.", {"guard": (12, 12)}),
        ("قُتل 20 من خصوم حرس الوادي في تارن.", {}),
        ("قُتل 20 من أعداء حرس الوادي في تارن.", {}),
        ("قُتل 20 من عناصر حرس الوادي في تارن.", {"guard": (20, 20)}),
    ],
)
def test_the_words_for_the_fallen_name_their_party(text, theirs):
    assert fallen(text) == theirs


def test_a_part_of_them_is_no_rival_of_all():
    """Two of them who led are two of the twelve."""
    told = "Twelve Column fighters, including two Column commanders, were killed in Tarn on Monday."
    assert fallen(told) == {"column": (12, 12)}


def test_a_mere_description_of_those_who_acted_is_not_whose_the_fallen_were():
    """ "The jihadists", taken for the Column elsewhere in a report, may be others where they fell."""
    fight = said("a", "armed_clash", by=(Actor(name="the jihadists", party="fre", role=Role.JOINT),), number=None)
    dead = said("a", by=("nor",), at=60, number="50", victims=victims("50 jihadists", status="combatant"))
    assert (
        fallen_of(
            [heard(each, origins={}, documents=documents([fight, dead]), outlets={}) for each in (fight, dead)], {}
        )
        == {}
    )


def test_rebels_who_fell_where_groups_fought_each_other_may_be_of_any():
    """Of the tables' "rebels" only where nobody says who fought, or rebels fought beside them."""
    rebels = replace(PARTIES["fre"], id="reb", name="Hill opposition", aliases=("rebels",))
    known = {**PARTIES, "reb": rebels, "gul": replace(PARTIES["fre"], id="gul", name="Gull Guard")}
    two = [Actor(name=name, party=party, role=Role.JOINT) for name, party in (("Coast", "fre"), ("Gulls", "gul"))]
    third = Actor(name="rebels", party="reb", role=Role.JOINT)
    for sides, whose in ((two, []), (two[:1], ["reb"]), ([*two, third], ["reb"])):
        dead = said("a", "armed_clash", by=sides, number="30", victims=victims("30 rebels"))
        told = [heard(dead, origins={}, documents=documents([dead]), outlets={})]
        assert list(fallen_of(told, known).values()) == whose


@pytest.mark.parametrize(
    ("others", "allies", "whose"),
    [
        ("15 Gull fighters", (), ["gul", "reb"]),
        ("15 civilians", (), []),
        ("15 Gull fighters", ("gul",), ["gul"]),
    ],
)
def test_rebels_who_fell_beside_the_counted_of_the_one_side_are_of_the_other(others, allies, whose):
    """But not where the counted are allies of those whom "rebels" stands for: then they may be either's."""
    rebels = replace(PARTIES["fre"], id="reb", name="Hill opposition", aliases=("rebels",), allies=allies)
    known = {
        **PARTIES,
        "reb": rebels,
        "gul": replace(PARTIES["fre"], id="gul", name="Gull Guard", aliases=("Gull",)),
    }
    two = [Actor(name=name, party=party, role=Role.JOINT) for name, party in (("Coast", "fre"), ("Gulls", "gul"))]
    claims = [
        said("a", "armed_clash", at=at, by=two, number=words.split()[0], victims=victims(words))
        for at, words in ((0, "20 rebels"), (60, others))
    ]
    told = [heard(each, origins={}, documents=documents(claims), outlets={}) for each in claims]
    assert sorted(fallen_of(told, known).values()) == whose
