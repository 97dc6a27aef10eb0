"""The languages that are read, and a text as sentences, each read by the grammar of its own language."""

from collections.abc import Iterator

from sijill.extract.ar.grammar import ARABIC
from sijill.extract.ar.names import known_of
from sijill.extract.en.casing import recased
from sijill.extract.en.grammar import ENGLISH
from sijill.extract.syntax.sentence import Grammar, Sentence
from sijill.language.scripts import language_of
from sijill.language.sentences import sentences
from sijill.language.tokens import tokenize
from sijill.language.vocabulary import Vocabulary

Points = tuple[int, int]
"""Code points [start, end) of a text."""
GRAMMARS: dict[str, Grammar] = {"en": ENGLISH, "ar": ARABIC}


def sentences_of(text: str, vocabulary: Vocabulary) -> Iterator[Sentence]:
    """The sentences of a text in their order, without those in a language that is not read."""
    return (sentence for _, sentence in pieces_of(text, vocabulary) if sentence is not None)


def pieces_of(text: str, vocabulary: Vocabulary) -> Iterator[tuple[Points, Sentence | None]]:
    """Every piece of a text in order, with its sentence; None where it is in a language that is not read."""
    tokens, cased = tokenize(text, known_of(vocabulary)), _is_cased(text)
    names = {language: grammar.names_of(vocabulary) for language, grammar in GRAMMARS.items()}
    tokens = tokens if cased else recased(tokens, ENGLISH.names_of(vocabulary))
    for whole in sentences(tokens):
        language = language_of(tokens, *whole) or ""
        grammar = GRAMMARS.get(language)
        if grammar is None:
            yield (tokens.starts[whole[0]], tokens.ends[whole[1] - 1]), None
            continue
        for span in grammar.cut(tokens, whole):
            points = tokens.starts[span[0]], tokens.ends[span[1] - 1]
            yield points, grammar.read_sentence(tokens, span, names[language], cased)


def _is_cased(text: str) -> bool:
    """False for wire text in capitals only, where a capital tells nothing."""
    head = text[:4000]
    letters = sum(map(str.isalpha, head))
    return not letters or sum(map(str.isupper, head)) < 0.7 * letters
