"""Which capitals are a known place, and which only begin like one."""

import pytest

from sijill.extract.en.names import names_of
from sijill.language.tokens import tokenize
from sijill.language.vocabulary import Vocabulary

KNOWN = Vocabulary(places=("Kessa", "Tal"))


def places(text: str) -> list[str]:
    """The words of a text that name a known place."""
    tokens = tokenize(text)
    return [tokens.quote(name.start, name.end) for name in names_of(KNOWN).find(tokens, 0, len(tokens))]


@pytest.mark.parametrize("words", ["Kessa", "al-Kessa", "Al-Kessa", "El Kessa"])
def test_a_place_is_known_with_and_without_its_article(words):
    assert places(f"Twelve people were killed in {words} on Monday.") == [words]


def test_a_small_word_that_is_written_like_a_place_is_none():
    assert places("They said that kessa is a word.") == []


def test_no_name_ends_in_the_article_of_its_next_word():
    """ "Tal Al Hawa" is not Tal."""
    assert places("Twelve people were killed in Tal Al Hawa on Monday.") == []
