"""The grammar of English: what every grammar offers, from the modules that read it."""

from sijill.extract.en import asides, clauses, datelines, names, order, phrases, places, verbs, words
from sijill.extract.persons import english
from sijill.extract.syntax.sentence import Grammar, Names, Sentence
from sijill.language.tokens import Tokens


class English:
    """Subject, verb, object; "of" and "by"; numbers, adjectives and titles before the noun."""

    befalls = staticmethod(order.befalls)
    bits = staticmethod(words.bits)
    names_of = staticmethod(names.names_of)
    cut = staticmethod(datelines.cut)
    persons = staticmethod(english.persons)
    places = staticmethod(places.places)
    after_complements = staticmethod(phrases.after_complements)
    before_parenthesis = staticmethod(asides.before_parenthesis)
    clause_start = staticmethod(order.clause_start)
    clause_subject = staticmethod(clauses.clause_subject)
    climb = staticmethod(order.climb)
    company = staticmethod(clauses.company)
    complement = staticmethod(phrases.complement)
    coordinated_left = staticmethod(clauses.coordinated_left)
    coordinated_right = staticmethod(clauses.coordinated_right)
    governed_by = staticmethod(phrases.governed_by)
    inside = staticmethod(order.inside)
    intends = staticmethod(order.intends)
    is_name = staticmethod(order.is_name)
    objects = staticmethod(clauses.objects)
    skip_adverbs = staticmethod(verbs.skip_adverbs)
    speakers = staticmethod(order.speakers)
    subjects = staticmethod(clauses.subjects)
    verb_before = staticmethod(order.verb_before)
    verb_group = staticmethod(verbs.verb_group)

    def read_sentence(self, tokens: Tokens, span: tuple[int, int], names: Names, cased: bool, /) -> Sentence:
        """Cues, names, times and phrases of an English sentence, which carries this grammar."""
        return phrases.read_with(self, tokens, span, names, cased=cased)


ENGLISH: Grammar = English()
