"""Which words of a sentence are the place of what it tells."""

import pytest

from sijill.extract.document import extract
from sijill.language.vocabulary import Vocabulary
from sijill.model.document import DocumentId
from sijill.model.party import Party, PartyId

KNOWN = Vocabulary(
    places=("Kessa", "Kessa province", "Halen", "Sabha", "Tarn", "Lisse", "Amman"),
    parties=(Party(id=PartyId("lisse"), name="Lisse", kind="state"),),
)


def where(text: str) -> str | None:
    """The place of the first claim that counts people."""
    read = extract(DocumentId("doc_a"), text, KNOWN)
    return next(claim.where.text for claim in read.claims if claim.toll is not None)


@pytest.mark.parametrize(
    ("words", "place"),
    [
        ("Shelling hit Oskar village, killing 12 people.", "Oskar village"),
        ("Shells killed 12 people in Kessa and three in the Oskar quarter.", "Kessa"),
        ("In Kessa, 12 people were killed in the Oskar quarter.", "the Oskar quarter, Kessa"),
        (
            "Troops attacked the Oskar village of the Tarn Hills, killing 12 people.",
            "the Oskar village of the Tarn Hills",
        ),
        ("Jets bombed the towns of Oskar and Brem, killing 12 people.", "the towns of Oskar and Brem"),
        ("Jets bombed areas east of Kessa, killing 12 people.", "areas east of Kessa"),
        ("Twelve people were killed in Tarn, Kessa and Halen.", "Tarn, Kessa and Halen"),
        ("Twelve people were killed in eastern Ruritania.", "eastern Ruritania"),
        (
            "Twelve people were killed in a district of the northern city of Kessa.",
            "a district of the northern city of Kessa",
        ),
        (
            "Troops killed 12 people in the village of al-Oskar northeast of Kessa.",
            "the village of al-Oskar northeast of Kessa",
        ),
        ("Shelling of the Ruritanian quarter of the town killed 12 people.", "the Ruritanian quarter"),
        ("Twelve people were killed in the Ruritanian quarter.", "the Ruritanian quarter"),
        ("Shelling killed 12 people in an Alawite village.", "an Alawite village"),
        ("Twelve people were shot near the Grain and Water Centre.", "near the Grain and Water Centre"),
        ("Troops killed 12 people in Um al- Oskar.", "Um al- Oskar"),
        (
            "Kessa province soldiers fired on sheds in the eastern part of the Oskar area, killing 12 people.",
            "the eastern part of the Oskar area",
        ),
        (
            "Troops killed 12 people in the farms of Oskar village in Kessa province.",
            "the farms of Oskar village in Kessa province",
        ),
        (
            "Troops entered Oskar village west of Halen in the countryside of the eastern province of Kessa, killing "
            "12 people.",
            "Oskar village west of Halen in the countryside of the eastern province of Kessa",
        ),
        (
            "Troops massed in Oskar village in the countryside of Kessa province killed 12 people in Tarn.",
            "Tarn",
        ),
        (
            "Troops killed 12 people in Oskar village. Nine died in the countryside of Kessa province.",
            "Oskar village",
        ),
        ("Troops killed 12 people in the hamlet of Brem al -Oskar.", "the hamlet of Brem al -Oskar"),
    ],
)
def test_a_name_beside_a_kind_of_place_is_a_place_whatever_stands_before_it(words, place):
    assert where(words) == place


@pytest.mark.parametrize(
    ("words", "place"),
    [
        ("In Kessa a shell hit the Tanners market, killing 12 people.", "the Tanners market, Kessa"),
        ("Twelve people were killed in Kessa when shells hit the Tanners district.", "the Tanners district, Kessa"),
        ("A raid hit the Tanners mosque and homes in Kessa, killing 12 people.", "the Tanners mosque, Kessa"),
        ("Nine men were shot dead on Tanners Street in al- Kessa.", "Tanners Street in al- Kessa"),
    ],
)
def test_a_quarter_or_building_keeps_the_town_that_its_sentence_names(words, place):
    assert where(words) == place


@pytest.mark.parametrize(
    ("words", "place"),
    [
        ("Officials in Kessa said shells hit the Oskar hospital, killing 12 people.", "the Oskar hospital"),
        ("She was speaking in Kessa after a raid hit Oskar hospital, killing 12 people.", "Oskar hospital"),
        ("Twelve people were killed in Kessa when rebels returned from attacks on Tarn.", "Kessa"),
        ("Twelve people were killed in Kessa after rebels fired on Tarn.", "Kessa"),
        ("Twelve people from Kessa were killed in Tarn as rebels struck Halen.", "Tarn"),
        ("Twelve people were killed on the road from Kessa on Tarn heights.", "Tarn"),
    ],
)
def test_two_towns_are_two_places_and_who_speaks_stands_elsewhere(words, place):
    assert where(words) == place


def test_where_something_was_struck_comes_before_where_people_came_from():
    text = "Families from Halen fled after rockets struck Kessa, killing 12 people."
    assert where(text) == "Kessa"


@pytest.mark.parametrize(
    ("words", "place"),
    [
        ("In Kessa a man was killed by shelling on the Tarnish Sabha camp.", "Sabha camp"),
        ("Twelve people were killed in Kessa when mortars hit Sabha camp.", "Sabha camp"),
        ("The army ambushed rebels on Sabha hills in Tarn, killing 12 people.", "Sabha"),
        (
            "Twelve people were killed around the town of Sabha in eastern Tarn.",
            "around the town of Sabha in eastern Tarn",
        ),
        ("Air strikes killed 12 people in Halen after rebel fire on Kessa.", "Halen"),
        ("Rocket attacks on Lisse killed 12 people.", "Lisse"),
        ("A raid hit the Lisse Grain House, killing 12 people.", "the Lisse Grain House, Lisse"),
        ("Shells killed 12 people in the suburbs of Lisse.", "the suburbs of Lisse"),
        ("Jets killed 12 people in farms south-east of Lisse on Monday.", "south-east of Lisse"),
        ("Twelve people were killed in Halen in a bid to infiltrate Lisse.", "Halen"),
        ("Twelve rebels were killed in a bid to infiltrate the heart of Lisse.", "Lisse"),
        ("Twelve rebels were killed as they stormed Lisse.", "Lisse"),
        ("Rockets hit Lisse on Monday, killing 12 people.", "Lisse"),
        ("The Tarnish army shelled Lisse, killing 12 people.", "Lisse"),
        ("The Tarnish army shelled Lisse in retaliation for a raid on Halen, killing 12 people.", "Lisse"),
        ("Shelling killed 12 people in Tarn, in response to a raid on Halen.", "Tarn"),
        ("Shells hit Tarn in response to two raids on Halen that killed 12 people.", "Halen"),
        ("Shells hit Tarn in response to bloody raids on Halen, killing 12 people.", "Tarn"),
        ("Some 16 people were killed in Tarn, which rebels shelled Lisse said.", "Tarn"),
        ("In Tarn, Lisse killed 12 people.", "Tarn"),
        ("A bomb killed 16 people in down town Lisse.", "town Lisse"),
        ("Shells on the city Lisse killed 16 people.", "city Lisse"),
        ("Since they left the city Lisse has killed 16 people in Tarn.", "Tarn"),
        ("Guards shot dead 16 raiders in Tarn and Lisse countryside.", "Tarn and Lisse countryside"),
        ("Some 16 people were killed in Tarn, Halen and Lisse.", "Tarn, Halen and Lisse"),
        ("Some 16 people were killed in Tarn and Lisse on Friday blamed the army.", "Tarn"),
        ("Some 16 people were killed in Tarn and Lisse blamed the army.", "Tarn"),
        ("Some 16 people were killed in Tarn before talks between Halen and Lisse on Friday.", "Tarn"),
        ("In the capital the Harbour Agency said 12 people were killed.", "the capital"),
    ],
)
def test_the_target_of_an_attack_is_its_place(words, place):
    assert where(words) == place


def carried(first: str) -> str | None:
    """The place of a count in the sentence after this one."""
    read = extract(DocumentId("doc_a"), f"{first} Twelve people were killed.", KNOWN)
    return read.claims[-1].where.text


@pytest.mark.parametrize(
    ("first", "place"),
    [
        ("A blast hit Sabha mosque.", "Sabha mosque"),
        ("A blast hit Sabha.", "Sabha"),
        ("Rebels shelled Halen in retaliation for a raid on Sabha.", "Halen"),
        ("In retaliation for a raid on Sabha, rebels shelled Halen.", "Halen"),
        ("A blast hit the village of Oskar in Kessa.", "the village of Oskar in Kessa"),
    ],
)
def test_what_bears_the_name_of_a_town_is_carried_with_its_words(first, place):
    assert carried(first) == place


def test_the_capital_is_the_one_named_last():
    read = extract(DocumentId("doc_a"), "Officials met in Amman. In the capital 12 people were killed.", KNOWN)
    [part] = [part for part in read.readings[-1].parts if part.field == "ground"]
    assert (part.rule, part.value, part.carried) == ("the capital", "Amman", True)


@pytest.mark.parametrize(
    ("words", "place"),
    [
        ("Guns in Amman fell silent. Rebels fired on the capital, killing nine people.", "Amman"),
        ("Guns in Amman fell silent. Rebels fired on a district of the capital, killing nine people.", "Amman"),
        ("Guns in Amman fell silent. A minister said in the capital that the army had fired them.", "Tarn"),
        ("Guns in Amman fell silent. The army denied that it shelled the capital.", "Tarn"),
        ("Rebels fired on the capital, killing nine people.", "Tarn"),
        ("They would fire on Halen in response to deadly raids on Kessa.", "Tarn"),
    ],
)
def test_what_follows_a_deed_in_the_capital_was_there(words, place):
    text = f"Shells killed 12 people in Tarn. {words} Another 14 people were wounded."
    assert extract(DocumentId("doc_a"), text, KNOWN).claims[-1].where.text == place


@pytest.mark.parametrize("whose", ["the Ruritanian capital", "the provincial capital", "the state capital"])
def test_a_capital_that_is_said_to_be_of_somebody_is_not_the_one_named_last(whose):
    text = f"Envoys met in Amman. In {whose} 12 people were killed."
    read = extract(DocumentId("doc_a"), text, KNOWN)
    assert not [part for part in read.readings[-1].parts if part.field == "ground"]


def test_the_district_is_the_quarter_named_last_also_where_nothing_was_done_there():
    text = "Shelling hit Halen. Sabha district is home to many. The district was bombed and 12 people died."
    assert extract(DocumentId("doc_a"), text, KNOWN).claims[-1].where.text == "Sabha district"


@pytest.mark.parametrize(
    ("words", "place"),
    [
        ("Twelve people were killed in the town of Oskar one of the largest of the plain.", "the town of Oskar"),
        ("Twelve people were killed as they moved towards Oskar in Kessa province.", "Oskar in Kessa province"),
        (
            "Twelve people were killed by a grenade at Ada bint Orr school in Brem quarter in southern Kessa.",
            "Ada bint Orr school in Brem quarter in southern Kessa",
        ),
        ("Blasts targeted al-Oskar checkpoint on the Kessa road, killing 12 people.", "al-Oskar checkpoint"),
        ("Twelve fighters were killed in Halen countryside on Sabha heights.", "Halen countryside, Sabha"),
        (
            "Twelve people were killed around the town of Tarn in northern Kessa and five outside Halen.",
            "around the town of Tarn in northern Kessa",
        ),
        ("Twelve fighters were killed in the vicinity of Kessa military airport.", "Kessa military airport"),
    ],
)
def test_the_finer_place_comes_first_with_what_it_is_said_to_lie_in(words, place):
    assert where(words) == place


def test_what_was_struck_in_a_place_is_there_though_the_dead_came_from_elsewhere():
    text = "Nine rebels from Halen died as a shell hit their barn in Oskar village."
    assert where(text) == "Oskar village"


@pytest.mark.parametrize(
    ("words", "place"),
    [
        (
            "The blast was in Oskar square in Kessa. A bomb in the same square killed 12 people.",
            "Oskar square in Kessa",
        ),
        ("Troops besiege Oskar camp near Kessa. Tarn is quiet. Twelve people died in the besieged camp.", "Oskar camp"),
        ("The blast was in Oskar square in Kessa. A bomb in a square of Tarn killed 12 people.", "Tarn"),
    ],
)
def test_the_square_is_the_one_that_was_named_last(words, place):
    assert place in (where(words) or "")


@pytest.mark.parametrize(
    ("words", "place"),
    [
        ("on the coast road between Kessa and Tarn", "the coast road between Kessa and Tarn"),
        ("on the highway between al-Brem and Tarn", "the highway between al-Brem and Tarn"),
        ("in villages between the town of Tarn and Oskar", "villages between the town of Tarn and Oskar"),
        ("in an area between Kessa and the border", "an area between Kessa and the border"),
        ("in an area between Kessa and rebel lines", "Kessa"),
        ("on the road between a mill and a school in Halen", "Halen"),
        ("between Monday and Friday in Halen", "Halen"),
    ],
)
def test_what_lies_between_two_places_is_one(words, place):
    assert where(f"Nine people were killed {words}.") == place


def test_two_places_between_which_nothing_is_said_to_lie_stay_two():
    assert where("Talks between Halen and Tarn failed, and in Sabha nine people were killed.") == "Sabha"


@pytest.mark.parametrize(
    ("words", "place"),
    [
        ("Jets flew 15 raids on the city of Halen and seven on Tarn, killing 26 men.", "the city of Halen and Tarn"),
        ("Three blasts in Halen and four in Tarn killed 26 men.", "Halen and Tarn"),
        ("Jets killed 15 men in Halen and seven in Tarn.", "Halen"),
        ("Twelve raids on Halen and seven guards in Tarn killed 26 men.", "Tarn"),
        ("Clerks told of six raids in Halen and nine in Tarn hurt by raiders.", "Tarn"),
    ],
)
def test_acts_counted_at_each_of_two_places_are_of_both(words, place):
    assert where(words) == place


@pytest.mark.parametrize(
    ("words", "place"),
    [
        (
            "The army killed 12 men who made for the hills from Um Oskar village towards Brem and Orsk villages"
            " in addition to killing two in Tarn.",
            "Brem and Orsk villages",
        ),
        (
            "In Kessa province the army killed 12 men and burnt a mill in Oskar village.",
            "Oskar village, Kessa province",
        ),
        ("In Kessa province the army killed 12 men, and burnt a mill in Oskar village.", "Kessa province"),
        ("In Kessa province the army killed 12 men and burnt a mill in Tarn province.", "Kessa province"),
        (
            "In Kessa province the army killed 12 men on Sunday and burnt a mill in Oskar village on Monday.",
            "Kessa province",
        ),
        ("In Kessa province the army killed 12 men and another unit burnt a mill in Oskar village.", "Kessa province"),
        ("In Kessa the army killed 12 men and burnt a mill in Oskar village.", "Kessa"),
    ],
)
def test_what_follows_the_second_of_two_deeds_in_a_province_tells_where_both_were_done(words, place):
    assert where(words) == place
