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
        ("The mayor of Kessa", "said", "the market was open.")
    ]


def test_a_text_in_which_nobody_speaks_has_none():
    assert told("It rained in Kessa on Monday.") == []
