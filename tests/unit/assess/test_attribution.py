"""Who is accused: parties, not weapons; of the harm, not of what is told beside it."""

from dataclasses import replace

import pytest

from sijill.assess.attribution import attribution
from sijill.assess.testimony import testimony as heard
from sijill.model.party import Actor, Role
from sijill.model.source import Source, SourceId, SpeakerKind
from tests.unit.link.claims import PARTIES, documents, said, victims


def accused(*claims, parties=PARTIES):
    told = [heard(each, origins={}, documents=documents(claims), outlets={}) for each in claims]
    return [row.party for row in attribution(told, (), parties) if row.accused_by]


def test_a_weapon_without_more_is_with_what_it_was_done_and_nobody_who_did_it():
    strike = said("a", "airstrike", by=("nor", "Warplanes"), number="4")
    blast = said("a", "bombing", by=("a suicide bomber",), at=60, number="4")
    assert accused(strike, blast) == ["nor"]


def test_men_with_weapons_are_somebody():
    assert accused(said("a", "shooting", by=("three gunmen",), number="4")) == ["three gunmen"]


def test_a_label_told_of_one_and_of_several_is_one_row():
    attack = said("a", "shelling", by=("A terrorist",), number="4")
    again = said("b", "shelling", by=("two terrorists",), number="4")
    assert accused(attack, again) == ["A terrorist"]


def test_another_act_told_beside_the_harm_accuses_nobody_of_it():
    """Eleven died in clashes; that the Free Coast was backed by strikes says nothing of who killed them."""
    clash = said("a", "armed_clash", by=("nor",), number="11")
    beside = said("a", "airstrike", "none", by=("fre",), at=60, number=None)
    assert accused(clash, beside) == ["nor"]


def test_shelling_told_of_an_air_strike_that_killed_accuses_who_shelled():
    strike = said("a", "airstrike", by=(), number="11")
    beside = said("a", "shelling", "none", by=("fre",), at=60, number=None)
    assert accused(strike, beside) == ["fre"]


def of_a_fight(*sides):
    actors = [Actor(name=side, party=side, role=Role.JOINT) for side in sides]
    return said("a", "armed_clash", by=actors, number="63", victims=victims(f"63 fighters of {sides[0]}"))


def test_two_that_lost_fighters_in_one_fight_are_its_sides():
    assert accused(of_a_fight("nor", "fre")) == ["fre", "nor"]


def test_two_allies_that_lost_fighters_in_one_fight_are_one_side_and_who_harmed_them_is_not_said():
    assert accused(of_a_fight("nor", "est")) == []


def test_who_acted_beside_the_harm_is_not_accused_of_it_where_the_report_names_who_harmed():
    harm = said("a", "shelling", by=("fre",), number="11")
    beside = said("a", "shelling", "none", by=("nor",), at=60, number=None)
    assert accused(harm, beside) == ["fre"]


def test_another_report_that_lays_the_same_act_to_somebody_accuses_him():
    harm = said("a", "shelling", by=("fre",), number="11")
    other = said("b", "shelling", "none", by=("nor",), number=None)
    assert accused(harm, other) == ["fre", "nor"]


def test_what_a_party_lays_to_its_enemy_is_an_accusation_whoever_else_is_named():
    harm = said("a", "chemical_attack", by=("nor",), number="11")
    answer = said("a", "chemical_attack", "none", by=("fre",), at=60, number=None, voice=("Norland/official/nor",))
    assert accused(harm, answer) == ["nor", "fre"]


GROUP = [
    "the extremist group",
    "Suspected Islamist militants",
    "gunmen",
    "two armed men",
    "rebels",
    "opposition fighters",
]
STATE = ["soldiers", "police", "government troops", "regime forces"]
ALONE = {**PARTIES, "sol": replace(PARTIES["nor"], id="sol", name="Solland", allies=())}


@pytest.mark.parametrize(("one", "words"), [*(("fre", each) for each in GROUP), *(("sol", each) for each in STATE)])
def test_a_description_beside_the_one_party_of_its_kind_that_the_report_names_is_no_other(one, words):
    named = said("a", "execution", by=(Actor(name=one, party=one),), number="3")
    described = said("a", "execution", by=(words,), at=60, number="3")
    assert accused(named, described, parties=ALONE) == [one]
    assert accused(described) == [words]
    elsewhere = replace(described, document="b")
    assert accused(named, elsewhere, parties=ALONE) == sorted([one, words])


def test_soldiers_beside_the_forces_of_one_state_are_its_own_where_no_ally_is_named():
    named = said("a", "execution", by=(Actor(name="Norland forces", party="nor"),), number="3")
    soldiers = said("a", "execution", by=("soldiers",), at=60, number="3")
    ally = said("a", "execution", by=("est",), at=90, number="3")
    assert accused(named, soldiers) == ["nor"]
    assert accused(named, soldiers, ally) == ["est", "nor", "soldiers"]


def test_the_army_stays_accused_where_nobody_but_the_army_names_another():
    state = (Actor(name="Solland forces", party="sol"),)
    army = said("a", "shooting", by=("the army",), number="9")
    blamed = said("a", "shooting", by=state, at=60, number="9", voice=("an army spokesman/party",))
    assert sorted(accused(army, blamed, parties=ALONE)) == ["sol", "the army"]
    monitor = said("a", "shooting", by=state, at=120, number="9", voice=("a monitor/ngo",))
    assert accused(army, blamed, monitor, parties=ALONE) == ["sol"]


def test_whom_one_voice_names_in_one_report_it_means_in_another():
    named = said("a", "execution", by=("fre",), number="3")
    described = said("b", "execution", by=("gunmen",), number="3")
    one_voice = {named.id: "a monitor", described.id: "a monitor"}
    told = [
        heard(each, origins=one_voice, documents=documents([named, described]), outlets={})
        for each in (named, described)
    ]
    assert [row.party for row in attribution(told, (), PARTIES)] == ["fre"]


@pytest.mark.parametrize("words", ["Free Coast-linked militants", "armed gunmen", "terrorist groups"])
def test_a_description_of_armed_men_who_own_to_it_beside_the_group_that_does_is_no_other(words):
    owns = said("a", "shooting", by=("fre",), number="7", stance="accepts_responsibility")
    described = said("a", "shooting", by=(words,), at=60, number="7")
    told = [heard(each, origins={}, documents=documents([owns, described]), outlets={}) for each in (owns, described)]
    assert [row.party for row in attribution(told, (), PARTIES)] == ["fre"]


def test_terrorists_and_a_terrorist_group_are_one_label():
    headline = said("a", "shelling", by=("Terrorists",), number="6")
    assert accused(headline, said("b", "shelling", by=("a terrorist group",), number="6")) == ["Terrorists"]


def test_two_descriptions_of_one_report_are_one_row_but_not_the_sides_of_a_fight():
    told = [said("a", "shooting", by=(words,), at=at, number="6") for at, words in ((0, "militants"), (60, "gunmen"))]
    assert accused(*told) == ["militants"]
    fight = [Actor(name=each, role=Role.JOINT) for each in ("militants", "gunmen")]
    assert accused(said("a", "armed_clash", by=fight, number="6")) == ["gunmen", "militants"]


def test_a_side_of_a_fight_that_is_said_to_have_killed_in_it_stands_once():
    fight = [Actor(name=each, party=each, role=Role.JOINT) for each in ("nor", "fre")]
    clash, killing = said("a", "armed_clash", by=fight, number="6"), said("a", by=("fre",), at=60, number="6")
    assert sorted(accused(clash, killing)) == ["fre", "nor"]


def test_that_it_was_a_side_stands_where_more_say_so_and_no_more_than_that():
    """The two who tell of the fight alone do not accuse it of the killing."""
    fight = [Actor(name=each, party=each, role=Role.JOINT) for each in ("nor", "fre")]
    clashes = [said(name, "armed_clash", by=fight, number="6", voice=(f"{name}/ngo/",)) for name in "abc"]
    killing = said("d", by=("fre",), number="6", voice=("d/ngo/",))
    told = [
        heard(each, origins={}, documents=documents([*clashes, killing]), outlets={}) for each in [*clashes, killing]
    ]
    rows = [row for row in attribution(told, (), PARTIES) if row.party == "fre"]
    assert [(row.role, row.independent_accusers) for row in rows] == [(Role.JOINT, 3), (Role.DIRECT, 1)]


@pytest.mark.parametrize(
    "words", ["unknown gunmen", "unidentified gunmen", "the other armed group", "the other", "others"]
)
def test_that_it_was_nobody_named_is_a_word_on_who_it_was(words):
    named = said("a", "shooting", by=("fre",), number="3")
    assert sorted(accused(named, said("a", "shooting", by=(words,), at=60, number="3"))) == sorted(["fre", words])


def test_soldiers_beside_one_of_two_allies_may_be_the_others():
    named = said("a", "airstrike", by=("est",), number="3")
    assert accused(named, said("a", "airstrike", by=("soldiers",), at=60, number="3")) == ["est", "soldiers"]


def test_rebels_who_fought_the_one_group_that_is_named_are_the_other_side():
    fight = [Actor(name="fre", party="fre", role=Role.JOINT), Actor(name="rebels", role=Role.JOINT)]
    assert accused(said("a", "armed_clash", by=fight, number="9")) == ["fre", "rebels"]


def test_what_one_report_names_takes_no_accusation_from_another():
    harm = said("a", "shelling", by=("nor",), number="11")
    other = said("b", "bombing", "none", by=("fre",), number=None)
    assert accused(harm, other) == ["fre", "nor"]


def test_another_voice_that_lays_the_same_act_to_another_accuses_him():
    harm = said("a", "shelling", by=("nor",), number="11", voice=("residents/local/",))
    other = said("a", "shelling", "none", by=("fre",), at=60, number=None, voice=("a monitor/ngo/",))
    assert accused(harm, other) == ["fre", "nor"]


def test_fighters_beside_the_sides_of_a_fight_that_are_named_are_no_third_side():
    fight = [
        Actor(name=each, party=each if len(each) == 3 else None, role=Role.JOINT) for each in ("fre", "gul", "gunmen")
    ]
    groups = {**PARTIES, "gul": replace(PARTIES["fre"], id="gul", name="Gull Guard")}
    assert accused(said("a", "armed_clash", by=fight, number="9"), parties=groups) == ["fre", "gul"]


def test_a_description_of_fighters_is_not_the_army_that_is_named():
    army = said("a", "shelling", by=("nor",), number="3")
    assert accused(army, said("b", "shelling", by=("militants",), number="3")) == ["militants", "nor"]


@pytest.mark.parametrize(
    ("one", "words"),
    [
        ("fre", "Guard-linked gunmen"),
        ("fre", "government-backed militants"),
        ("fre", "Norland-backed militants"),
        ("sol", "Coast-backed forces"),
        ("sol", "the National Army"),
        ("sol", "الجيش الوطني"),
    ],
)
def test_those_of_somebody_else_or_with_a_name_are_not_the_one_that_is_named(one, words):
    named = said("a", "shooting", by=(Actor(name=one, party=one),), number="5")
    described = said("a", "shooting", by=(words,), at=60, number="5")
    assert sorted(accused(named, described, parties=ALONE)) == sorted([one, words])


def test_those_of_two_others_are_two():
    told = [
        said("a", "shooting", by=(words,), at=at, number="5")
        for at, words in ((0, "Guard-linked gunmen"), (60, "Column-linked gunmen"))
    ]
    assert accused(*told) == ["Column-linked gunmen", "Guard-linked gunmen"]


def test_who_owns_to_it_is_not_dropped_beside_one_that_is_only_accused():
    named = said("a", "bombing", by=("fre",), number="5", voice=("a minister/official/",))
    owns = said("a", "bombing", by=("a militant group",), at=60, number="5", stance="accepts_responsibility")
    told = [heard(each, origins={}, documents=documents([named, owns]), outlets={}) for each in (named, owns)]
    rows = {row.party: len(row.accepted_by) for row in attribution(told, (), PARTIES)}
    assert rows == {"fre": 0, "a militant group": 1}


@pytest.mark.parametrize(("one", "other"), [("rebels", "gunmen"), ("the army", "soldiers"), ("الجيش", "جنود")])
def test_two_descriptions_by_two_voices_are_two(one, other):
    told = [
        said("a", "shooting", by=(words,), at=at, number="5", voice=(f"{words}/official/",))
        for at, words in ((0, one), (60, other))
    ]
    assert sorted(accused(*told)) == sorted([one, other])


@pytest.mark.parametrize(("one", "other"), [("the army", "the police"), ("الجيش", "الشرطة")])
def test_the_army_and_the_police_are_two(one, other):
    told = [said("a", "shooting", by=(words,), at=at, number="5") for at, words in ((0, one), (60, other))]
    assert sorted(accused(*told)) == sorted([one, other])


def test_what_one_party_denies_in_the_paper_of_another_is_no_denial_of_the_other():
    """The paper of the Free Coast reports that Norra denies it: the Free Coast is no row of its own."""
    paper = Source(id=SourceId("paper"), name="Paper", kind=SpeakerKind.MEDIA, party="fre", because="invented")
    denied = said("a", "killing", by=(), number="4", stance="denies", voice=("Norra/party/nor",))
    told = [heard(denied, origins={}, documents=documents((denied,)), outlets={denied.document: paper})]
    assert [row.party for row in attribution(told, (), PARTIES)] == ["nor"]


REBELS = {
    **PARTIES,
    "reb": replace(PARTIES["fre"], id="reb", name="Hill opposition", aliases=("rebels",), allies=("fre",)),
    "nor": replace(PARTIES["nor"], aliases=("Norlandic army",)),
    "fre": replace(PARTIES["fre"], aliases=("the Guild's affiliate on the coast",)),
}


def by_a_party(words, party="reb", *, at=60, act="shelling", **more):
    return said("a", act, by=(Actor(name=words, party=party),), at=at, number="11", **more)


@pytest.mark.parametrize("words", ["rebels", "the rebel fighters", "Norlandic insurgents"])
def test_rebels_beside_the_one_group_that_the_report_names_are_it(words):
    named = said("a", "shelling", by=("fre",), number="11")
    assert accused(named, by_a_party(words), parties=REBELS) == ["fre"]
    assert accused(by_a_party(words), parties=REBELS) == ["reb"]
    assert accused(named, by_a_party("Hill rebels"), parties=REBELS) == ["fre", "reb"]
    assert accused(named, replace(by_a_party(words), document="b"), parties=REBELS) == ["fre", "reb"]


def test_rebels_are_another_party_where_one_claim_names_both_or_another_voice_another():
    named = said("a", "shelling", by=("fre",), number="11", voice=("a monitor/ngo/",))
    other = by_a_party("rebels", voice=("a minister/official/",))
    both = said(
        "a", "shelling", by=(Actor(name="fre", party="fre"), Actor(name="rebels", party="reb")), at=90, number="11"
    )
    assert accused(named, other, parties=REBELS) == ["fre", "reb"]
    assert accused(both, parties=REBELS) == ["fre", "reb"]


@pytest.mark.parametrize(("words", "left"), [("insurgents from the Fre Host", 1), ("the Fre Host", 2)])
def test_two_voices_agree_on_rebels_where_the_one_names_which(words, left):
    named = said("a", "shelling", by=(Actor(name=words, party="fre"),), number="11", voice=("a monitor/ngo/",))
    other = by_a_party("rebels", voice=("residents/local/",))
    assert len(accused(named, other, parties=REBELS)) == left


def test_rebels_beside_two_that_fought_each_other_are_no_third():
    groups = {**REBELS, "gul": replace(PARTIES["fre"], id="gul", name="Gull Guard")}
    fight = said(
        "a", "armed_clash", by=[Actor(name=each, party=each, role=Role.JOINT) for each in ("fre", "gul")], number="9"
    )
    told = said("a", "armed_clash", by=[Actor(name="rebels", party="reb", role=Role.JOINT)], at=60, number="9")
    with_one = replace(fight, actors=fight.actors[:1])
    assert accused(fight, told, parties=groups) == ["fre", "gul"]
    assert accused(with_one, told, parties=groups) == ["fre", "reb"]


@pytest.mark.parametrize("words", ["a monitor/ngo/", "residents/local/", "a rebel spokesman/party/", "a paper/media/"])
def test_rebels_are_another_party_where_the_report_itself_accuses_them_or_the_group(words):
    """The own voice of a report is none of those that it hears."""
    for mine, theirs in (((words,), ()), ((), (words,))):
        named = said("a", "shelling", by=("fre",), number="11", voice=mine)
        assert sorted(accused(named, by_a_party("rebels", voice=theirs), parties=REBELS)) == ["fre", "reb"]


@pytest.mark.parametrize(
    ("words", "left"),
    [
        ("the Coast Monitor/ngo/", ["fre"]),
        ("a monitor/ngo/", ["fre", "reb"]),
        ("a witness/eyewitness/", ["fre", "reb"]),
        ("Kessa residents/local/", ["fre", "reb"]),
        ("the Norland army/party/nor", ["fre", "reb"]),
        ("an army spokesman/official/", ["fre", "reb"]),
    ],
)
def test_one_voice_means_one_by_rebels_where_it_has_a_name_and_is_of_no_party(words, left):
    named = said("a", "shelling", by=("fre",), number="11", voice=(words,))
    assert sorted(accused(named, by_a_party("rebels", voice=(words,)), parties=REBELS)) == left


def test_rebels_who_own_to_it_and_name_a_group_beside_stay():
    told = [
        heard(each, origins={}, documents=documents([each]), outlets={})
        for each in (
            said("a", "shelling", by=("fre",), number="11", voice=("the Hill opposition/party/reb",)),
            by_a_party("rebels", voice=("the Hill opposition/party/reb",)),
        )
    ]
    assert sorted(row.party for row in attribution(told, (), REBELS)) == ["fre", "reb"]


@pytest.mark.parametrize(
    ("name", "left"), [("gul", ["gul", "reb"]), ("anti-rebel Gulls", ["gul", "reb"]), ("Gull insurgents", ["gul"])]
)
def test_a_group_is_the_rebels_where_it_is_their_ally_or_called_so(name, left):
    groups = {**REBELS, "gul": replace(PARTIES["fre"], id="gul", name="Gull Guard")}
    named = said("a", "shelling", by=(Actor(name=name, party="gul"),), number="11")
    assert accused(named, by_a_party("rebels"), parties=groups) == left


@pytest.mark.parametrize(
    "words", ["the Norland army/party/nor", "an army spokesman/official/", "state television/media/"]
)
def test_which_rebels_it_was_is_nothing_for_their_enemy_to_say(words):
    named = said("a", "shelling", by=(Actor(name="Fre Host rebels", party="fre"),), number="11", voice=(words,))
    assert sorted(accused(named, by_a_party("rebels"), parties=REBELS)) == ["fre", "reb"]


def test_two_groups_are_both_the_rebels_where_rebels_fought_each_other():
    groups = {each: replace(PARTIES["fre"], id=each, name=each) for each in ("fre", "gul", "reb")}
    fight, infighting, one_side = (
        said("a", "armed_clash", at=at, by=[Actor(name=n, party=p, role=Role.JOINT) for n, p in sides], number="9")
        for at, sides in (
            (0, [("fre", "fre"), ("gul", "gul")]),
            (60, [("rebels", "reb"), ("opposition fighters", "reb")]),
            (90, [("rebels", "reb")]),
        )
    )
    assert accused(fight, infighting, parties=groups) == ["fre", "gul"]
    assert accused(fight, one_side, parties=groups) == ["fre", "gul", "reb"]


@pytest.mark.parametrize("words", ["Norlandic terrorists", "hardline brigades", "Guild-linked extremists"])
def test_a_description_with_a_country_or_whose_affiliate_is_named_is_no_other(words):
    named = said("a", "shelling", by=("fre",), number="11")
    assert accused(named, said("a", "shelling", by=(words,), at=60, number="11"), parties=REBELS) == ["fre"]


def test_a_description_is_of_whom_its_own_report_names_whoever_others_name():
    named, other = said("a", "shelling", by=("fre",), number="11"), said("b", "shelling", by=("gul",), number="11")
    groups = {**PARTIES, "gul": replace(PARTIES["fre"], id="gul", name="Gull Guard")}
    described = said("a", "shelling", by=("militants",), at=60, number="11")
    assert accused(named, other, described, parties=groups) == ["fre", "gul"]
    assert "militants" in accused(named, replace(other, document="a"), described, parties=groups)
