"""The building or camp at which something was done, told of without a name beside its town."""

import pytest

from sijill.extract.document import extract
from sijill.language.vocabulary import Vocabulary
from sijill.model.document import DocumentId
from sijill.model.party import Party, PartyId

KNOWN = Vocabulary(
    places=("Kessa", "Kessa province", "Tarn", "كيسا", "تارن"),
    parties=(Party(id=PartyId("varra"), name="Varra", aliases=("Varran army",), kind="state"),),
)


def site(text: str) -> str | None:
    """The site of the last claim that counts people."""
    read = extract(DocumentId("doc_a"), text, KNOWN)
    counted = [claim.id for claim in read.claims if claim.toll is not None]
    reading = next(each for each in read.readings if each.claim == counted[-1])
    return next((part.value for part in reading.parts if part.field == "site"), None)


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ("Shelling of a flower market in the walled town of Kessa killed 14 vendors.", "a flower market"),
        ("Eleven tailors died as shells struck a factory in an outer area of Kessa.", "a factory"),
        ("Rockets set fire to a brick house in Kessa, killing three tenants.", "a brick house"),
        ("Gunmen attacked at noon the barracks in Kessa, killing 14 recruits.", "the barracks"),
        ("Three people were killed when a clinic was shelled in Kessa.", "a clinic"),
        ("In Kessa 17 recruits were killed by a car bomb at a Varran army checkpoint.", "checkpoint"),
        ("Six teachers were shot dead at a farm in Kessa by masked guards.", "a farm"),
        ("In Kessa a grain depot exploded and 13 porters were killed.", "a grain depot"),
        ("On Friday a bomb ripped through a train in Kessa, killing four and wounding nine.", "a train"),
        ("Jets targeting a bakery in Kessa killed 13 bakers.", "a bakery"),
        ("Five raiders died when the guards fended off a raid on one of their camps in Kessa.", "one of their camps"),
        ("Nine pilgrims were killed by a mine near an old church in Kessa.", "near an old church"),
        ("Nine pilgrims were killed by a mine in front of a church in Kessa.", "in front of a church"),
        ("Four clerks were stabbed to death inside of a court in Kessa.", "a court"),
        ("Three guards at a checkpoint in Kessa were killed.", "a checkpoint"),
        ("Some 20 recruits died in three days of battles for an airbase in Kessa.", "an airbase"),
        (
            "Kessa lies below a camp that guards retook in fighting in which six raiders died.",
            "a camp",
        ),
        ("The Varran army drove rebels out of a dam in Kessa in fierce fighting that left 14 dead.", "a dam"),
        (
            "The Varran army drove rebels out of a dam in Kessa in fierce fighting that left 14 dead at a mill.",
            "a mill",
        ),
        ("A cargo plane crashed into a crowded bakery in Kessa, killing 16 bakers.", "a crowded bakery"),
        ("The mayor said 16 bakers died as a cargo plane crashed in a market in Kessa.", "a market"),
        ("On Friday, in a school in Kessa, three clerks were shot dead.", "a school"),
        ("قتل 12 شخصا في غارة جوية على سوق شعبي في مدينة كيسا.", "سوق شعبي"),
        ("استهدف القصف مدرسة في كيسا وقتل 5 أطفال.", "مدرسة"),
        ("قتل 12 شخصا بانفجار سيارة قرب حاجز في كيسا.", "قرب حاجز"),
    ],
)
def test_what_was_hit_or_where_it_was_done_is_the_site(words, said):
    assert site(words) == said


@pytest.mark.parametrize(
    "words",
    [
        "Shells struck a mill in Kessa before guards advanced in fighting that left 14 dead.",
        "The Varran army drove rebels out of their homes in Kessa in fierce fighting that left 14 dead.",
        "Doctors at a hospital in Kessa said 12 people were killed by shelling.",
        "Speaking at a mosque in Kessa, the mayor said 12 people had been killed.",
        "Eleven tailors were killed in Kessa, and ambulances brought the wounded to a hospital in Tarn.",
        "Two people died at a hospital in Kessa after the shelling.",
        "Rockets fired from a base in Tarn killed 12 people in Kessa.",
        "Shelling killed 12 people in Kessa, hours after jets hit a school.",
        "A plane crashed into a mill in Kessa, and gunmen shelled the town, killing 12 people.",
        "In Kessa 14 tailors were killed by shells, including two near a hospital.",
        "Strikes killed 12 people in Kessa and gunmen at a checkpoint in Tarn were unhurt.",
        "Shelling killed 12 people in Kessa, destroying 500 homes.",
        "The bodies of 12 people were found at a school in Kessa.",
        "Robbers shot dead two grocers in Kessa before fleeing into a mosque.",
        "The army killed six gunmen in Kessa in response to an attack on a checkpoint.",
        "No clinic was shelled in Kessa, and six gunmen were killed.",
        "قال أطباء في مستشفى في كيسا إن 12 شخصا قتلوا في القصف.",
        "قتل 12 شخصا في كيسا ونقل الجرحى إلى مستشفى في تارن.",
    ],
)
def test_no_place_of_who_speaks_of_the_wounded_of_the_launch_or_of_another_act_is(words):
    assert site(words) is None


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ("Twelve people were killed in Kessa, and a raid hit a school, killing four.", "a school"),
        ("A raid hit a school in Kessa, killing four, and 12 people were killed in Tarn.", None),
        ("A raid on a market in Kessa killed 12 people, hours after shells hit a school in Tarn.", "a market"),
        ("Jets targeting a mill killed two men while three died in raids targeting a bakery in Kessa.", "a bakery"),
        ("Jets targeting a mill in Kessa killed two men and wounded three.", "a mill"),
    ],
)
def test_of_two_acts_each_has_its_own(words, said):
    assert site(words) == said


@pytest.mark.parametrize(
    ("report", "said"),
    [
        ("Fourteen people were killed in a market bombing in Kessa.", "market"),
        ("A blast at noon, then a weapons depot explosion in Kessa killed nine people.", "weapons depot"),
        ("Monday's school shooting in Kessa killed nine people.", "school"),
        ("A truck bomb killed nine people in Kessa.", None),
        ("A tunnel bombing killed nine people in Kessa.", None),
        ("Nine people were killed in street fighting in Kessa.", None),
        ("Gunmen killed nine people in Kessa's main square.", "main square"),
        ("Nine people were killed in Kessa on Monday, a week after a market bombing in Tarn.", None),
    ],
)
def test_what_was_struck_may_stand_right_before_the_act_or_behind_its_town(report, said):
    assert site(report) == said
