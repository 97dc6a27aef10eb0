"""Who says what, of every sentence: source, cue and content, with the stance and how deep it is nested."""

from sijill.extract.utterances import utterances
from tests.spec.invented import WORDS


def told(text):
    """(source, cue, content) of every utterance, the parts of each joined by `...`."""

    def words(spans):
        return " ... ".join(text[start:end] for start, end in spans)

    return [(words(u.source), words(u.cue), words(u.content)) for u in utterances(text, WORDS)]


def test_a_sentence_without_a_harm_has_its_voice():
    assert told("The mayor of Kessa said that the market was open.") == [
        ("The mayor of Kessa", "said", "that the market was open")
    ]


def test_a_text_in_which_nobody_speaks_has_none():
    assert told("It rained in Kessa on Monday.") == []


def test_the_words_that_tell_so_hold_auxiliaries_and_the_occasion():
    assert told("The council has repeatedly said in a statement on Monday that the road was closed.") == [
        ("The council", "has repeatedly said in a statement on Monday", "that the road was closed")
    ]


def test_what_is_said_stands_on_both_sides_of_who_says_it():
    assert told("“The road is closed,” the mayor said, “and the bridge too.”") == [
        ("the mayor", "said", "“The road is closed,” ... “and the bridge too.”")
    ]


def test_anybody_speaks_whom_the_grammar_makes_a_speaker():
    assert told("A locksmith from Tarn said that the market was open.")[0][0].startswith("A locksmith")


def test_praise_wishes_and_refusals_have_a_source_and_a_content():
    assert told("The mayor of Kessa praised the doctors of Tarn.") == [
        ("The mayor of Kessa", "praised", "the doctors of Tarn")
    ]
    assert told("Jon Orr refused to leave the town.") == [("Jon Orr", "refused", "to leave the town")]
    assert told("The council was criticized by the farmers.") == [("the farmers", "was criticized by", "The council")]


def test_a_noun_with_its_owner_tells_who_claims():
    assert ("the mayor", "claim that", "the road is safe") in told(
        "It rained on the mayor's claim that the road is safe."
    )


def test_a_quotation_that_goes_on_has_its_content_without_a_second_source():
    first, second = told("“The road is closed. The bridge is closed too,” the mayor said.")[:2]
    assert {first[0], second[0]} == {"", "the mayor"}
