"""A sentence with all that was read in it, and the grammar that reads one: what two languages really do differently."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from typing import Protocol

from sijill.extract.lexicon import Lexicon
from sijill.extract.lexicon.sayings import Sayings
from sijill.extract.lexicon.sets import Words
from sijill.extract.syntax.mention import Mention
from sijill.extract.syntax.parts import Cue, Named, Phrase, SpeechCue, Spot, VerbGroup
from sijill.language.ar.clitics import ARTICLE
from sijill.language.dates import Expression
from sijill.language.tokens import OPENING, Tokens
from sijill.language.vocabulary import Vocabulary


@dataclass(slots=True)
class Sentence:
    """One sentence with everything that was read in it before any claim is made of it.

    cased   a capital tells something: False in wire text that has nothing else
    clauses        tokens at which a clause begins, in order; None until somebody asked
    asides         first token of an aside ("Ada Tarn, 34,") -> the token after it; aside_starts is the way back
    """

    tokens: Tokens
    start: int
    stop: int
    grammar: "Grammar"
    lexicon: Lexicon
    words: Words
    cues: list[Cue]
    speech: list[SpeechCue]
    names: list[Named]
    times: list[Expression]
    phrases: list[Phrase]
    phrase_of: dict[int, int]
    vocabulary: frozenset[str]
    cased: bool = True
    clauses: list[int] | None = None
    asides: dict[int, int] = field(default_factory=dict)
    aside_starts: dict[int, int] = field(default_factory=dict)

    def at(self, i: int) -> Phrase | None:
        """The phrase that token i lies in."""
        index = self.phrase_of.get(i)
        return None if index is None else self.phrases[index]

    @property
    def sayings(self) -> Sayings:
        return self.lexicon.sayings

    @property
    def speaks(self) -> bool:
        """Can it hold a claim: a predicate, a verb of speech, or "four of them"?"""
        return bool(self.cues or self.speech) or self.has(self.words.speaks)

    def has(self, lows: frozenset[str]) -> bool:
        """Does any of these words stand in the sentence?"""
        return not self.vocabulary.isdisjoint(lows)

    def low(self, i: int) -> str:
        return self.tokens.lows[i] if self.start <= i < self.stop else ""

    def kind(self, i: int) -> int:
        """What the word at i may do (syntax/classes); 0 for a word of an open class."""
        return self.grammar.bits(self.tokens.lows[i]) if self.start <= i < self.stop else 0

    def after_aside(self, i: int) -> int:
        """Token i, or the one after the asides that begin there."""
        while i in self.asides:
            i = self.asides[i]
        return i

    def before_aside(self, i: int) -> int:
        """Token i, or the one before the asides that end with it."""
        while i + 1 in self.aside_starts:
            i = self.aside_starts[i + 1] - 1
        return i

    def text(self, start: int, end: int) -> str:
        return self.tokens.quote(start, end)

    def name(self, start: int, end: int) -> str:
        """The words as a name; an article that a preposition swallowed is written out ("lil-Marsad": "al-Marsad")."""
        said = self.text(start, end)
        swallowed = self.low(start).startswith(ARTICLE) and said[:1] == ARTICLE[1]
        return ARTICLE[0] + said if swallowed else said

    def reads(self, i: int, words: tuple[str, ...]) -> bool:
        """Do these words stand at token i?"""
        lows = self.tokens.lows
        return i < self.stop and lows[i] == words[0] and tuple(lows[i : i + len(words)]) == words

    def likely(self, phrases: Iterable[tuple[str, ...]]) -> list[tuple[str, ...]]:
        """Those of these that the sentence may say: their first word stands in it."""
        return [words for words in phrases if words[0] in self.vocabulary]

    def says(self, phrases: Iterable[tuple[str, ...]], start: int, stop: int) -> bool:
        """Does one of these begin in tokens [start, stop)?"""
        return self.after_saying(phrases, start, stop) is not None

    def after_saying(self, phrases: Iterable[tuple[str, ...]], start: int, stop: int) -> int | None:
        """The token after the first of these that begins in tokens [start, stop)."""
        likely, lows = self.likely(phrases), self.tokens.lows
        for k in range(start, min(stop, self.stop)) if likely else ():
            for words in likely:
                if lows[k] == words[0] and self.reads(k, words):
                    return k + len(words)
        return None

    def after_any(self, start: int, words: frozenset[str], stop: int) -> Phrase | None:
        """The first phrase right after one of these words in tokens [start, stop); a quotation mark may open it."""
        for k in range(start, min(stop, self.stop) - 1):
            if self.tokens.lows[k] in words and self.at(k) is None:
                first = k + 2 if self.tokens.words[k + 1] in OPENING else k + 1
                phrase = self.at(first)
                if phrase is not None and phrase.start == first:
                    return phrase
        return None

    def time_ending_at(self, i: int) -> Expression | None:
        return next((time for time in self.times if time[1] == i), None)


class Names(Protocol):
    """The names of a case in a form in which a language finds them."""

    def find(self, tokens: Tokens, start: int, stop: int, cased: bool = True) -> list[Named]: ...


class Grammar(Protocol):
    """How a language puts a sentence together. A grammar is a module with these functions."""

    def bits(self, low: str, /) -> int:
        """What a word may do (syntax/classes)."""

    def names_of(self, vocabulary: Vocabulary, /) -> Names:
        """The names of a vocabulary as this language finds them; built once in each process."""

    def cut(self, tokens: Tokens, span: tuple[int, int], /) -> list[tuple[int, int]]:
        """A range of tokens cut around datelines: the sentences that it holds."""

    def read_sentence(self, tokens: Tokens, span: tuple[int, int], names: Names, cased: bool, /) -> Sentence:
        """Cues, names, times and phrases of the tokens in a span."""

    def verb_group(self, s: Sentence, cue: Cue, /) -> VerbGroup:
        """A verb with its negation, mood and voice."""

    def skip_adverbs(self, s: Sentence, k: int, /) -> int:
        """The first token from k on that is no adverb."""

    def subjects(self, s: Sentence, group_start: int, /) -> list[Phrase]:
        """The phrases, coordinated ones included, that are the subject of the verb group that starts there."""

    def clause_start(self, s: Sentence, i: int, /) -> int:
        """The token after the last word before i that opens a clause."""

    def clause_subject(self, s: Sentence, i: int, /) -> list[Phrase]:
        """The subject of the clause that token i lies in, for a verb that has none of its own."""

    def objects(self, s: Sentence, end: int, /) -> list[Phrase]:
        """The phrases that are the object of the verb that ends there, coordinated ones included."""

    def complement(self, s: Sentence, phrase: Phrase, by: frozenset[str], /) -> Phrase | None:
        """What hangs on a noun by one of these words: the phrase after "of"; the second half of an idafa."""

    def after_complements(self, s: Sentence, phrase: Phrase, /) -> int:
        """The token after the phrase and its complements."""

    def company(self, s: Sentence, k: int, /) -> list[Phrase]:
        """Those said after a verb to have been harmed along with its subject."""

    def governed_by(self, s: Sentence, start: int, prepositions: frozenset[str], stop: int, /) -> Phrase | None:
        """The first phrase after one of these prepositions in tokens [start, stop)."""

    def climb(self, s: Sentence, phrase: Phrase, /) -> Phrase:
        """From a complement to the head of the whole."""

    def coordinated_left(self, s: Sentence, phrase: Phrase, likes: "Likes | None" = None, /) -> list[Phrase]:
        """The phrase and those joined to it on the left, in order of the text."""

    def coordinated_right(self, s: Sentence, phrase: Phrase, /) -> list[Phrase]:
        """The phrase and those joined to it on the right."""

    def before_parenthesis(self, s: Sentence, comma: int, accepts: Callable[[Phrase], bool], /) -> Phrase | None:
        """The phrase before the aside that ends at this comma."""

    def inside(self, s: Sentence, phrase: Phrase, /) -> tuple[int, int]:
        """The tokens of a noun phrase that say whose or of what sort it is: before its noun, or after it."""

    def verb_before(self, s: Sentence, phrase: Phrase, /) -> int:
        """The token of the verb that the phrase is the object of, also by a preposition ("led to")."""

    def intends(self, s: Sentence, cue: Cue, start: int, /) -> str:
        """The word of threat or plan that governs a predicate whose verb group starts there; "" where none does."""

    def speakers(self, s: Sentence, cue: SpeechCue, /) -> list[Phrase] | None:
        """Who speaks, in a language whose verb comes first; None where a speaker is a subject like any other."""

    def befalls(self, s: Sentence, cue: Cue, span: tuple[int, int], /) -> bool:
        """Is a person named in these tokens harmed by the verb, as its object or as who suffered it?"""

    def is_name(self, s: Sentence, k: int, /) -> bool:
        """Is the word at k written as a name, or known as one?"""

    def places(self, s: Sentence, /) -> list[Spot]:
        """Every place of the sentence, left to right, none inside another."""

    def persons(self, s: Sentence, /) -> list[Mention]:
        """Everybody whom the sentence names, left to right, with what stands beside the name."""


Likes = Callable[[Phrase, Phrase], bool]
