"""A line of key words, run into the text below it, names nobody who did or suffered what the text tells."""

from sijill.extract.document import extract
from sijill.model.document import DocumentId
from tests.spec.invented import WORDS


def told(text):
    return [
        (claim.act.value, claim.toll.number if claim.toll else None, [actor.name for actor in claim.actors])
        for claim in extract(DocumentId("doc_a"), text, WORDS).claims
    ]


def test_the_sentence_begins_behind_the_key_words():
    text = "Tags Ostmark Red Column airstrikes Halvet market bombing Mirash A shell killed three people in Tarn."
    assert told(text) == [("shelling", 3, [])]
    assert told(f"A shell hit a market in Tarn. {text}")[-1] == ("shelling", 3, [])
    assert told(text.replace("A shell killed three", "At least four shells killed three")) == [("shelling", 3, [])]


def test_what_is_no_list_of_key_words_is_read():
    assert told("Police said they found Tags of the Red Column on a shell that killed three people in Tarn.")
    assert told("Dog Tags Found In Halvet As A Shell Killed Three People")
