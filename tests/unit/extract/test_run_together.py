"""A sentence whose full stop a page lost ends where another begins, and an opening printed twice is read twice."""

from sijill.extract.document import extract
from sijill.model.document import DocumentId
from tests.spec.invented import WORDS


def told(text):
    return [
        (
            claim.toll.number if claim.toll else None,
            [actor.name for actor in claim.actors],
            claim.where.text,
            claim.quote,
        )
        for claim in extract(DocumentId("doc_a"), text, WORDS).claims
    ]


def test_a_headline_ends_before_an_opening_that_is_told_again():
    opening = "Gunmen of the Red Column fired four shells on a village near Tarn on Monday killing two"
    claims = told(f"Red Column Hits Kessa Wounds 20 {opening}. {opening} a monitor said.")
    assert [(number, actors, where) for number, actors, where, _ in claims if number == 2] == [
        (2, ["Gunmen of the Red Column"], "a village near Tarn")
    ] * 2
    assert all(opening not in quote for number, _, _, quote in claims if number == 20)
    once = "Column gunmen killed three men in Tarn"
    assert [quote for *_, quote in told(f"{once} {once} a monitor said.")] == [once, f"{once} a monitor"]


def test_a_name_told_again_is_no_opening():
    name = "Red Column of the old town of upper Tarn"
    [(number, actors, *_)] = told(f"Shells fired by {name} killed four people. {name} said nothing.")
    assert (number, actors) == (4, ["Red Column"])


def test_a_capital_article_behind_a_plain_word_begins_a_sentence():
    claims = told("The Varran army shelled a market in the north of the country The blast in Tarn killed four people.")
    assert [(number, actors) for number, actors, *_ in claims] == [(None, ["The Varran army"]), (4, [])]
    denied = told(
        "The Red Column denied killing two men in Tarn The statement came after a shell killed nine in Kessa."
    )
    assert [where for *_, where, _ in denied] == ["Tarn", "Kessa"]


def test_what_another_side_did_behind_a_claim_is_told_of_that_side():
    claims = told("The army says it killed 19 gunmen in Tarn The guards shelled a school in Kessa killing six pupils.")
    assert [(number, actors) for number, actors, *_ in claims if number == 6] == [(6, ["The guards"])]


def test_a_number_behind_a_headline_and_its_source_begins_a_sentence():
    claims = told("Varran army kills nine gunmen in Tarn Monitor Nine gunmen died in Kessa on Monday.")
    assert [where for *_, where, _ in claims] == ["Tarn", "Kessa"]
    assert told("Shells killed four people in Tarn according to NGO Two people were wounded.")[0][0] == 4


def test_what_goes_on_is_one_sentence():
    for text in (
        "Adam Oskar said The Varran army killed four people in Tarn.",
        "Fighters of the Red Column killed The commander of the guard in Tarn.",
        "Fighters of Group A brigade killed four people in Tarn.",
        "Four people, the daily The morning said, were killed by shells in Tarn.",
        "Varran Army Kills The leader of a gang in Tarn",
        "The militia denied to the radio late on Monday The killing of four people in Tarn.",
    ):
        assert len(told(text)) == 1, text


def test_a_headline_of_the_dead_ends_before_who_reports_the_next_sentence():
    report = "Reports said earlier on Monday that Varran warplanes struck posts across Tarn killing many fighters."
    claims = told(f"Red Column Flees Kessa 30 Gunmen Killed {report}")
    assert [(number, actors) for number, actors, *_ in claims] == [(30, []), (None, ["Varran warplanes"])]
    assert all("say" not in quote for *_, quote in told("Dozens Killed In Tarn Shelling Activists say"))
