"""The grammar of Arabic: what every grammar offers, from the modules that read it."""

from sijill.extract.ar import clauses, datelines, governing, names, phrases, places, verbs, words
from sijill.extract.persons import arabic
from sijill.extract.syntax.sentence import Grammar, Names, Sentence
from sijill.language.tokens import Tokens


class Arabic:
    """Verb, subject, object, or the subject first; what a noun belongs to right after it; adjectives after the noun."""

    cut = staticmethod(datelines.cut)
    befalls = staticmethod(clauses.befalls)
    bits = staticmethod(words.bits)
    names_of = staticmethod(names.names_of)
    persons = staticmethod(arabic.persons)
    places = staticmethod(places.places)
    after_complements = staticmethod(clauses.after_complements)
    before_parenthesis = staticmethod(clauses.before_parenthesis)
    clause_start = staticmethod(clauses.clause_start)
    clause_subject = staticmethod(clauses.clause_subject)
    climb = staticmethod(clauses.climb)
    company = staticmethod(clauses.company)
    complement = staticmethod(clauses.complement)
    coordinated_left = staticmethod(clauses.coordinated_left)
    coordinated_right = staticmethod(clauses.coordinated_right)
    governed_by = staticmethod(governing.governed_by)
    inside = staticmethod(clauses.inside)
    intends = staticmethod(governing.intends)
    is_name = staticmethod(clauses.is_name)
    objects = staticmethod(clauses.objects)
    skip_adverbs = staticmethod(clauses.skip_adverbs)
    speakers = staticmethod(clauses.speakers)
    subjects = staticmethod(clauses.subjects)
    verb_before = staticmethod(governing.verb_before)
    verb_group = staticmethod(verbs.verb_group)

    def read_sentence(self, tokens: Tokens, span: tuple[int, int], names: Names, cased: bool, /) -> Sentence:
        """Cues, names, times and phrases of an Arabic sentence, which carries this grammar."""
        return phrases.read_with(self, tokens, span, names)


ARABIC: Grammar = Arabic()
