"""The languages that are read, and a text as sentences, each read by the grammar of its own language."""

from collections.abc import Iterator

from sijill.extract.en.casing import recased
from sijill.extract.en.grammar import ENGLISH
from sijill.extract.syntax.sentence import Grammar, Sentence
from sijill.language.scripts import language_of
from sijill.language.sentences import sentences
from sijill.language.tokens import tokenize
from sijill.language.vocabulary import Vocabulary

GRAMMARS: dict[str, Grammar] = {"en": ENGLISH}


def sentences_of(text: str, vocabulary: Vocabulary) -> Iterator[Sentence]:
    """The sentences of a text in their order, without those in a language that is not read."""
    tokens, cased = tokenize(text), _is_cased(text)
    names = {language: grammar.names_of(vocabulary) for language, grammar in GRAMMARS.items()}
    tokens = tokens if cased else recased(tokens, ENGLISH.names_of(vocabulary))
    for whole in sentences(tokens):
        language = language_of(tokens, *whole) or ""
        grammar = GRAMMARS.get(language)
        if grammar is not None:
            for span in grammar.cut(tokens, whole):
                yield grammar.read_sentence(tokens, span, names[language], cased)


def _is_cased(text: str) -> bool:
    """False for wire text in capitals only, where a capital tells nothing."""
    head = text[:4000]
    letters = sum(map(str.isalpha, head))
    return not letters or sum(map(str.isupper, head)) < 0.7 * letters
