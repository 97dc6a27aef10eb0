"""What a word may do in a sentence, as bits of one integer: one dictionary look-up of a grammar tells."""

DET, PREP, CONJ, PRONOUN, AUX, ADVERB, NEGATION, RELATIVE, VERB, POSSESSIVE, MODAL, SUBORDINATOR, MARK = (
    1 << n for n in range(13)
)
BREAK = PREP | CONJ | AUX | RELATIVE | VERB | MODAL | SUBORDINATOR | MARK | ADVERB | NEGATION
"""A word that cannot stand inside a noun phrase."""
