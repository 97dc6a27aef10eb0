"""Titles of other reports, printed below a text, tell nothing of it."""

from sijill.extract.document import extract
from sijill.language.vocabulary import Vocabulary
from sijill.model.document import DocumentId

FILLING = "The mayor of Tarn spoke of the harvest, of the roads and of the price of bread. " * 12
TITLES = (
    "Related Blast In Market Of Kessa Leaves Nine Dead Harvest Minister Says Roads Will Be Mended Before Winter"
    " Red Column Kills Two In Namar Tags Kessa Namar"
)


def counts(text):
    return [
        claim.toll.number for claim in extract(DocumentId("doc_a"), text, Vocabulary()).claims if claim.toll is not None
    ]


def test_a_run_of_titles_far_down_tells_nothing():
    assert counts(f"Shells killed four people in Tarn. {FILLING}{TITLES}.") == [4]


def test_a_headline_and_a_list_of_names_do():
    assert counts("Blast In Market Of Kessa Leaves Nine Dead, Harvest Minister Of Ruritania Says On Friday Night") == [
        9
    ]
    names = "Adam Oskar, Karim Haddad, Lina Brem, Sami Tarn, Omar Sabha, Nour Haddad and Rima Oskar"
    assert 7 in counts(f"Shells hit Tarn. {FILLING}Seven people were killed: {names}.")


def test_the_capital_of_a_first_word_makes_no_title():
    names = "Adam Oskar, Karim Haddad, Lina Brem, Sami Tarn, Omar Sabha, Nour Haddad and Rima Oskar"
    assert counts(f"{FILLING}Shelling killed {names}.") == [7]
    assert counts(f"{FILLING}Shelling on Tarn Market killed {names}.") == [7]
    assert 9 in counts(
        f"{FILLING}NINE PEOPLE WERE KILLED BY GUNMEN NEAR TARN MARKET ON MONDAY NIGHT, MAYOR ADAM OSKAR SAID."
    )
