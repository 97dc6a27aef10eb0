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
    assert ("the mayor", "claim", "that the road is safe") in told(
        "It rained on the mayor's claim that the road is safe."
    )


def test_a_quotation_that_goes_on_has_its_content_without_a_second_source():
    first, second = told("“The road is closed. The bridge is closed too,” the mayor said.")[:2]
    assert {first[0], second[0]} == {"", "the mayor"}


def test_whoever_speaks_is_named_in_full():
    assert (
        told("Mr. Orr, a surgeon at the clinic, said the ward was full.")[0][0] == "Mr. Orr, a surgeon at the clinic,"
    )
    assert told("“The ward is full,” said Ada Orr, who runs the clinic.")[0][0] == "Ada Orr, who runs the clinic"


def test_a_relative_pronoun_is_who_wants():
    assert told("It was built for the farmers who wanted a bridge.") == [("who", "wanted", "a bridge")]


def test_a_present_verb_that_looks_like_a_noun_ends_its_subject():
    assert told("Voters want roads.") == [("Voters", "want", "roads")]
    assert told("The orchard union demands lower rents.") == [("The orchard union", "demands", "lower rents")]


def test_an_adverb_stands_between_who_praises_and_the_verb():
    assert told("The union has sharply criticized long queues.") == [
        ("The union", "has sharply criticized", "long queues")
    ]
    assert told("It was an internationally accepted rule.") == []


def test_how_it_came_to_be_said_belongs_to_the_cue():
    assert told("He continued to call for lower rents.") == [("He", "continued to call for", "lower rents")]
    assert told("The ferryman appeared to blame the fog.") == [("The ferryman", "appeared to blame", "the fog")]


def test_what_nobody_in_particular_expects_or_fears_has_no_source():
    assert told("The bridge is expected to open in spring.")[0] == ("", "is expected", "The bridge")
    assert told("Prices rose amid deep concerns about a drought.") == [("", "deep concerns about", "a drought")]


def test_a_verb_that_and_joins_has_the_thinker_of_the_first():
    assert ("Jon Orr", "praised", "the bakers") in told("Jon Orr thanked the farmers and praised the bakers.")
