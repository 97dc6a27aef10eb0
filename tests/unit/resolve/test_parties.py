"""A name of an actor becomes a party only if the words name it. The rules are the same for every party."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sijill.model.claim import Act, Stance, Victims
from sijill.model.party import Party, PartyId, Role
from sijill.model.place import Place, PlaceId
from sijill.model.source import Speaker, SpeakerKind
from sijill.resolve.knowledge import index_parties, index_places
from sijill.resolve.parties import parties_named, resolve_parties
from tests.unit.resolve.island import KNOWN, claim


def parties(*names):
    claims = [claim(actors=(name,), start=20 * i) for i, name in enumerate(names)]
    found, doubts = resolve_parties(claims, KNOWN.parties, {})
    return [[actor.party for actor in found[each.id]] for each in claims], doubts


@pytest.mark.parametrize(
    ("name", "party"),
    [
        ("the Tolmen Front", "tolmen"),
        ("Tolmen Front fighters", "tolmen"),
        ("members of the Tolmen Front", "tolmen"),
        ("dozens of TF gunmen", "tolmen"),
        ("more than 130 members of Arvanian forces", "arvania"),
        ("three young TF members armed", "tolmen"),
        ("Arvania-based Tolmen Front terror cells", "tolmen"),
        ("the Arvanian army loyal", "arvania"),
        ("the extremist Tolmen Front", "tolmen"),
        ("the so-called TF", "tolmen"),
        ("Arvanian-backed Tolmen Front", "tolmen"),
        ("Arvanian-backed rebels", None),
        ("TF-backed Arvanian army", "arvania"),
        ("government-backed rebels", None),
        ("TF-backed government troops", None),
        ("Sarkish-backed Arvanian forces", "arvania"),
        ("Arvanian forces backed by Sarkland", "arvania"),
        ("fighters backed by Sarkland", None),
        ("القوات الأرفانية المدعومة من جبهة تولمن", "arvania"),
        ("مسلحون مدعومون من جبهة تولمن", None),
        ("TF loyalists", None),
        ("Arvanian loyalists", None),
        ("the foreign-trained opposition", "tolmen"),
        ("the opposition", "tolmen"),
        ("ten rebels", "tolmen"),
        ("جبهة تولمن", "tolmen"),
        ("مسلحو جبهة تولمن", "tolmen"),
        ("قوات أرفانية", "arvania"),
        ("الطيران الحربي الأرفاني", "arvania"),
        ("جنود القوات الأرفانية", "arvania"),
        ("the Arvanian army", "arvania"),
        ("Arvanian warplanes", "arvania"),
        ("Arvanian army helicopters", "arvania"),
        ("Relik’s forces", "arvania"),
        ("Reliks forces", "arvania"),
        ("Relik’s Sarkish allies", "sarkland"),
        ("another Arvanian army unit", "arvania"),
        ("Sarkish jets", "sarkland"),
        ("warplanes of the Sarkish air force", "sarkland"),
    ],
)
def test_words_for_forces_and_fighters_are_taken_off(name, party):
    assert parties(name) == ([[party]], [])


def test_another_unit_is_of_the_one_force_whose_units_are_named():
    assert parties("a unit of the Arvanian army", "Yet another unit") == ([["arvania"], ["arvania"]], [])
    assert parties("the Arvanian army", "another unit") == ([["arvania"], [None]], [])
    two = parties("a unit of the Arvanian army", "units of the Sarkish air force", "another unit")
    assert two == ([["arvania"], ["sarkland"], [None]], [])
    assert parties("a unit of the Arvanian army", "a unit") == ([["arvania"], [None]], [])


@pytest.mark.parametrize(
    "name",
    [
        "gunmen",
        "warplanes",
        "its allies",
        "Relik’s allies",
        "anti-Relik fighters",
        "Sarkish rebels",
        "Arvanian",
        "Tolmen Front-held villages",
        "fighters",
        "Ruritanian army",
        "the Ruritanian opposition",
        "Ruritanian rebels",
        "المعارضة الأرفانية",
        "مسلحون أرفانيون",
        "الأرفاني",
    ],
)
def test_nobody_is_given_a_party_that_the_words_do_not_name(name):
    assert parties(name) == ([[None]], [])


def test_a_name_that_two_parties_bear_is_a_doubt():
    (found,), (doubt,) = parties("the army")
    assert found == [None]
    assert doubt.candidates == ("arvania", "sarkland")


def test_the_party_that_the_document_names_without_doubt_tells_which():
    found, doubts = parties("Sarkish jets", "the army")
    assert (found, doubts) == ([["sarkland"], ["sarkland"]], [])


def test_actors_named_together_are_each_of_them():
    found, _ = parties("its Arvanian and Sarkish allies")
    assert found == [["arvania", "sarkland"]]


def test_in_a_group_of_allies_the_adjective_is_enough():
    said = claim(actors=("its Sarkish",))
    said = replace(said, actors=(replace(said.actors[0], role=Role.COLLECTIVE),))
    found, _ = resolve_parties([said], KNOWN.parties, {})
    assert [actor.party for actor in found[said.id]] == ["sarkland"]


def test_what_an_analyst_settled_wins():
    assert parties_named("the army", KNOWN.parties, {"army": "sarkland"}) == ("sarkland",)


SHAPES = (
    "{} forces",
    "the {}",
    "{} fighters",
    "members of the {}",
    "two {} gunmen",
    "{}’s warplanes",
    "anti-{} forces",
    "{}-backed men",
)


@given(st.sampled_from(SHAPES))
def test_swapping_two_parties_in_the_words_swaps_them_and_nothing_else(shape):
    """Neither a state nor an armed group is read differently."""
    one = parties_named(shape.format("Arvania"), KNOWN.parties, {})
    other = parties_named(shape.format("Tolmen Front"), KNOWN.parties, {})
    swap = {"arvania": "tolmen", "tolmen": "arvania"}
    assert tuple(swap[each] for each in one) == other


@pytest.mark.parametrize("name", ["the Arvanian defence ministry", "Arvania's defence ministry"])
def test_an_office_of_a_state_acts_for_it(name):
    assert parties(name) == ([["arvania"]], [])


def test_a_noun_said_of_two_goes_with_both():
    together = replace(claim(actors=("Sarkish", "Arvanian warplanes"), start=0))
    found, doubts = resolve_parties([together], KNOWN.parties, {})
    assert ([actor.party for actor in found[together.id]], doubts) == (["sarkland", "arvania"], [])


def test_the_air_force_is_that_of_the_one_state_that_the_document_names():
    found, doubts = parties("the Arvanian army", "the air force")
    assert (found, doubts) == ([["arvania"], ["arvania"]], [])


def test_between_two_states_the_air_force_is_a_doubt():
    found, (doubt,) = parties("the Arvanian army", "Sarkish jets", "the air force")
    assert found == [["arvania"], ["sarkland"], [None]]
    assert (doubt.question.code, doubt.candidates) == ("which_party", ("arvania", "sarkland"))


@pytest.mark.parametrize("name", ["the air force", "soldiers", "jets", "fighters"])
def test_forces_of_nobody_named_stay_nobodys(name):
    assert parties("the Tolmen Front", name) == ([["tolmen"], [None]], [])


def test_its_aircraft_are_those_of_the_party_that_says_so():
    admits = claim(actors=("its aircraft",), start=0)
    voice = {admits.id: (Speaker(name="Sarkland's defence ministry", party="sarkland"),)}
    found, _ = resolve_parties([admits], KNOWN.parties, {}, voice)
    assert [actor.party for actor in found[admits.id]] == ["sarkland"]
    assert parties("its aircraft") == ([[None]], [])


FLYING = ("Sarkish", "the Arvanian army")


def flown(*names, act=Act.AIRSTRIKE):
    claims = [replace(claim(actors=(name,), start=20 * i), act=act) for i, name in enumerate(names)]
    found, doubts = resolve_parties(claims, KNOWN.parties, {})
    return [[actor.party for actor in found[each.id]] for each in claims], doubts


def test_of_an_air_strike_the_adjective_of_a_state_is_enough():
    assert flown("Sarkish") == ([["sarkland"]], [])


@pytest.mark.parametrize("act", [Act.BOMBING, Act.SHELLING, Act.KILLING])
def test_of_no_other_act_it_is(act):
    """ "A Sarkish car bomb" went off in Sarkland; guns are fired by more than armies."""
    assert flown("Sarkish", act=act) == ([[None]], [])


def test_where_another_state_flies_too_it_may_say_where_and_not_whose():
    assert flown("Sarkish", "the Arvanian army") == ([[None], ["arvania"]], [])


def test_a_state_of_which_it_is_said_that_it_did_not_strike_does_not_fly():
    claims = [replace(claim(actors=(name,), start=20 * i), act=Act.AIRSTRIKE) for i, name in enumerate(FLYING)]
    claims[1] = replace(claims[1], stance=Stance.DENIES)
    found, _ = resolve_parties(claims, KNOWN.parties, {})
    assert found[claims[0].id][0].party == "sarkland"


def test_but_not_where_the_document_lays_air_strikes_to_it_by_its_name():
    told = flown("Sarkish", "the Arvanian army", "Sarkish jets")
    assert told == ([["sarkland"], ["arvania"], ["sarkland"]], [])


HILL = Party(
    id=PartyId("hill"), name="Hill League", aliases=("the League", "Hill forces", "قوات تلالية"), kind="armed_group"
)


@pytest.mark.parametrize("name", ["Hill militants", "three Hill rebels", "عناصر تلالية"])
def test_a_side_of_a_fight_with_the_adjective_of_the_group_that_the_document_names_is_that_group(name):
    def of(*names, role=Role.JOINT):
        told = [claim(actors=(each,), start=20 * i) for i, each in enumerate(names)]
        claims = [replace(each, actors=(replace(each.actors[0], role=role),)) for each in told]
        found, _ = resolve_parties(claims, index_parties([HILL]), {})
        return found[claims[-1].id][0].party

    assert of("the League", name) == "hill"
    assert of(name) is None
    assert of("the League", name, role=Role.DIRECT) is None


@pytest.mark.parametrize(
    ("names", "party"),
    [
        (("Dorne Army units", "Quell Army units"), "arvania"),
        (("Dorne Army units", "Quell Hills Army units"), "arvania"),
        (("Quell Army units", "Quell Hills Army units"), "arvania"),
        (("Dorne Army units",), None),
        (("Dorne Army Units", "Quell Army Units"), None),
        (("Dorne army units", "Quell army units"), None),
        (("Norland Army units", "Quell Army units"), None),
        (("Somewhere Army units", "Quell Army units"), None),
    ],
)
def test_towns_that_head_paragraphs_are_no_part_of_the_name(names, party):
    army = index_parties([Party(id=PartyId("arvania"), name="Arvania", aliases=("army units",), kind="state")])
    rows = [
        ("dorne", "Dorne", "settlement"),
        ("quell", "Quell", "settlement"),
        ("hills", "Quell Hills", "governorate"),
        ("nor", "Norland", "country"),
    ]
    towns = index_places([Place(id=PlaceId(id_), name=text, kind=kind) for id_, text, kind in rows])
    told = [claim(actors=(name,), start=20 * i) for i, name in enumerate(names)]
    found, _ = resolve_parties(told, army, {}, places=towns)
    assert [found[each.id][0].party for each in told] == [party] * len(told)


@pytest.mark.parametrize("name", ["helicopters", "fighter jets", "the warplanes"])
def test_aircraft_of_nobody_are_those_of_the_one_state_whose_air_strikes_are_told_of(name):
    assert flown("the Arvanian army", name) == ([["arvania"], ["arvania"]], [])
    assert flown("the Arvanian army", "Sarkish jets", name) == ([["arvania"], ["sarkland"], [None]], [])
    assert flown("the Tolmen Front", name) == ([["tolmen"], [None]], [])


@pytest.mark.parametrize("name", ["the militants", "the extremist group", "the group"])
def test_a_plain_word_for_an_armed_group_is_the_only_one_that_the_document_names(name):
    assert parties("the Tolmen Front", name) == ([["tolmen"], ["tolmen"]], [])
    assert parties("the Arvanian army", name) == ([["arvania"], [None]], [])


def test_not_where_it_tells_of_those_of_another_who_were_harmed():
    dead = replace(claim(actors=("the Tolmen Front",)), victims=Victims(text="ten fighters of the Hill League"))
    both = index_parties([*KNOWN.parties.by_id.values(), HILL])
    found, _ = resolve_parties([dead, said := claim(actors=("the militants",), start=40)], both, {})
    assert found[said.id][0].party is None


def test_of_whom_a_group_speaks_as_the_militants_it_is_not_itself():
    """ "The militants killed nine, a Tolmen Front spokesman said.": others, whoever they are."""
    told = claim(actors=("the militants",), speakers=("the Tolmen Front",))
    heard = {told.id: (Speaker(name="the Tolmen Front", kind=SpeakerKind.PARTY, party=PartyId("tolmen")),)}
    found, _ = resolve_parties([told], KNOWN.parties, {}, heard)
    assert found[told.id][0].party is None


def test_shelling_by_the_adjective_of_a_state_is_its_own_where_the_document_names_it():
    assert flown("the Sarkish army", "Sarkish", act=Act.SHELLING) == ([["sarkland"], ["sarkland"]], [])
    assert flown("the Arvanian army", "Sarkish", act=Act.SHELLING) == ([["arvania"], [None]], [])
    assert flown("the Sarkish army", "Sarkish", act=Act.BOMBING) == ([["sarkland"], [None]], [])


@pytest.mark.parametrize("name", ["militants", "the gunmen", "the Ruritanian militants", "the rival group"])
def test_others_than_the_one_known_group_stay_nobodys(name):
    assert parties("the Tolmen Front", name) == ([["tolmen"], [None]], [])


def test_a_coalition_that_is_named_by_who_leads_it_is_meant_by_that_alone():
    led = index_parties([Party(id=PartyId("league"), name="Sarkish-led coalition", kind="coalition")])
    assert parties_named("Sarkish-led", led, {}) == ("league",)
    assert parties_named("Arvanian-led", led, {}) == ()


@pytest.mark.parametrize(
    ("name", "party"),
    [
        ("the paramilitary Home Defence Forces", "home"),
        ("the Sarkish-born Home Defence Forces", None),
        ("the former Home Defence Forces", None),
        ("the paramilitary home defence forces", None),
    ],
)
def test_a_name_that_ends_in_a_word_for_forces_is_known_behind_a_description(name, party):
    home = Party(id=PartyId("home"), name="Home Defence Forces", kind="armed_group", because="invented")
    told = claim(actors=(name,), start=0)
    found, doubts = resolve_parties([told], index_parties([*KNOWN.parties.by_id.values(), home]), {})
    assert ([actor.party for actor in found[told.id]], doubts) == ([party], [])
