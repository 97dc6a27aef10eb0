"""Which place told before "the town" is, and which places of a sentence are no place of what it tells."""

from dataclasses import replace

import pytest

from sijill.extract.document import extract
from sijill.language.vocabulary import Vocabulary
from sijill.model.claim import Claim, Harm
from sijill.model.document import DocumentId
from sijill.model.party import Party, PartyId

KNOWN = Vocabulary(
    places=("Kessa", "Kessa province", "Tarn"),
    parties=(Party(id=PartyId("varra"), name="Varra", aliases=("Varran army",), kind="state"),),
)


def last(text: str) -> Claim:
    return extract(DocumentId("doc_a"), text, KNOWN).claims[-1]


@pytest.mark.parametrize(
    ("words", "place"),
    [
        ("Raiders shot nine guards at the Oskar school in Kessa. In March a blast in the city hurt 14.", "Kessa"),
        (
            "Raiders shot nine guards at the Oskar school in Kessa. A blast in the central city hurt 14.",
            "Kessa",
        ),
        ("Shells fell on Kessa. A blast in the northern city hurt 14 clerks.", "Kessa"),
        ("Shells fell on Kessa. A blast in the northern city of Tarn hurt 14 clerks.", "the northern city of Tarn"),
        ("Shells fell on Kessa. A blast in the northern district hurt 14 clerks.", "the northern district"),
        (
            "Raiders seized Oskar village. They abducted nine people at a school in the village.",
            "a school, Oskar village",
        ),
        ("Raiders seized Oskar village. They abducted nine people at a school in a village.", "a school"),
        ("Shells fell west of Kessa. Six drivers died.", "west of Kessa"),
        ("Shells fell on Kessa. Six drivers died.", "Kessa"),
    ],
)
def test_the_town_is_the_one_told_of(words, place):
    assert last(words).where.text == place


@pytest.mark.parametrize(
    ("words", "place"),
    [
        ("The mayor said the incident occurred in Kessa province. Six raiders were also killed.", "Kessa province"),
        ("The raid was carried out as they slipped into Tarn. Six raiders were also killed.", "Tarn"),
        ("The mayor spoke of it in Tarn. Six raiders were also killed.", "Kessa"),
        ("Footage of the aftermath of the raid in Tarn showed a fire. Six raiders were also killed.", "Tarn"),
        ("Footage of the raid made by the men of Tarn showed a fire. Six raiders were also killed.", "Kessa"),
        ("Footage of a feast in Tarn showed dancers. Six raiders were also killed.", "Kessa"),
    ],
)
def test_where_the_act_that_was_told_is_said_to_have_been_goes_on(words, place):
    assert last(f"Raiders shot nine guards in Kessa. {words}").where.text == place


def test_pictures_of_an_attack_on_a_village_that_nothing_lists_are_of_where_it_was_told():
    told = "A raid killed nine people in the village of Oskar and four in Kessa. {} Photos showed the body of a child."
    assert last(told.format("A video of the aftermath of the raid in Oskar showed fires.")).where.text == "Oskar"
    assert last(told.format("A video of the aftermath of the raid in Brack showed fires.")).where.text != "Brack"


def test_where_one_who_spoke_is_from_is_not_where_it_was():
    told = 'Shells fell on Tarn. "Five people were shot in their beds" said {}'
    assert last(told.format("Ada Brandt, a teacher in Kessa.")).where.text == "Tarn"
    assert last(told.format("Ada Brandt.")).where.text == "Tarn"


def test_a_province_is_named_before_those_who_speak_of_it():
    """The comma between them is lost."""
    told = last("Raiders killed nine people in the province of Kessa residents said.")
    assert told.where.text == "the province of Kessa"
    assert last("Raiders in Tarn killed nine Kessa residents.").where.text == "Tarn"


def test_that_there_has_been_no_raid_is_told_of_no_place():
    told = last("Shells killed nine people in Tarn. There have been no Varra air strikes so far.")
    assert (told.harm, told.where.text) == (Harm.NONE, None)
    assert last("Shells killed nine people in Tarn. There was no Varra air strike.").where.text == "Tarn"


@pytest.mark.parametrize(
    ("words", "place"),
    [
        ("In Kessa nine people were killed in the village of Oskar.", "the village of Oskar, Kessa"),
        ("In Kessa the mayor said nine people were killed in the village of Oskar.", "the village of Oskar"),
        (
            "Shells fell on the Oskar quarter. Nine people died at Mill Lane in the quarter.",
            "Mill Lane, the Oskar quarter",
        ),
        ("Shells fell on the Oskar quarter. Nine people died at Mill Lane in the rain.", "Mill Lane"),
        (
            "Nine people were killed in the village of Oskar in the Sabha area.",
            "the village of Oskar in the Sabha area",
        ),
        ("Nine people were killed in the village of Oskar in Sabha week.", "the village of Oskar"),
        ("Nine people were killed in Tarn Farms west of Kessa on Monday.", "Tarn Farms west of Kessa"),
        ("Nine people were killed in Tarn on Monday, in the west a mill burned.", "Tarn"),
    ],
)
def test_a_place_that_no_table_lists_has_what_the_words_say_that_holds_it(words, place):
    assert last(words).where.text == place


@pytest.mark.parametrize(
    ("words", "place"),
    [
        ("Another nine raids targeted the gunmen in neighbouring Ruritania.", "Ruritania"),
        ("Witnesses in neighbouring Ruritania said nine people died.", "Kessa"),
        ("Troops have bombed the gunmen since they seized mills in neighbouring Ruritania.", "Kessa"),
        ("Shells from neighbouring Ruritania killed nine people.", "Kessa"),
    ],
)
def test_a_neighbouring_country_is_where_it_was_although_it_is_a_party_too(words, place):
    country = Party(id=PartyId("ruritania"), name="Ruritania", kind="state")
    known = replace(KNOWN, places=(*KNOWN.places, "Ruritania"), parties=(*KNOWN.parties, country))
    told = extract(DocumentId("doc_a"), f"Shells fell on Kessa. {words}", known).claims[-1]
    assert told.where.text == place


@pytest.mark.parametrize(
    ("words", "place"),
    [
        ("Raiders killed nine guards at the Tarn gas field east of Kessa.", "Tarn gas field"),
        ("Raiders killed nine guards at the Tarn oilfield.", "Tarn oilfield"),
        ("Raiders killed nine guards at the Tarn oil terminal.", "Tarn"),
        ("Raiders killed nine guards in Tarn. Gas field workers fled.", "Tarn"),
    ],
)
def test_a_field_that_a_table_lists_is_not_the_town_of_its_name(words, place):
    fields = replace(KNOWN, places=(*KNOWN.places, "Tarn gas field", "Tarn oilfield"))
    assert extract(DocumentId("doc_a"), words, fields).claims[0].where.text == place


@pytest.mark.parametrize(
    ("words", "place"),
    [
        ("Fighters overran six hamlets near Tarn. The gains came after clashes that killed 40 men.", "near Tarn"),
        ("Fighters overran six hamlets near Tarn. Clashes killed 40 men.", "Kessa"),
        ("Fighters overran six hamlets near Tarn. Meanwhile gains came after clashes that killed 40 men.", "Kessa"),
        ("Fighters overran six hamlets near Tarn. Shelling killed 40 men.", "Kessa"),
        ("Fighters had overran six hamlets near Tarn. The gains came after clashes that killed 40 men.", "Kessa"),
        (
            "Fighters overran six hamlets near Tarn last month. The gains came after clashes that killed 40 men.",
            "Kessa",
        ),
        (
            "Fighters overran six hamlets, a mayor said in Tarn. The gains came after clashes that killed 40 men.",
            "Kessa",
        ),
        (
            "Fighters overran six hamlets near Tarn. Rain fell. The gains came after clashes that killed 40 men.",
            "Kessa",
        ),
    ],
)
def test_a_fight_told_right_after_was_for_the_ground_that_was_taken(words, place):
    assert last(f"Raiders shot nine guards in Kessa. {words}").where.text == place
