"""The parts of a sentence: cues, names, phrases, verb groups, places. Tokens are counted in the whole text."""

from dataclasses import dataclass

from sijill.extract.lexicon import Predicate, Speech, VictimNoun
from sijill.language.numbers import Count
from sijill.model.source import SpeakerKind

PARTY, SOURCE, PLACE = "party", "source", "place"


@dataclass(frozen=True, slots=True)
class Cue:
    """A predicate in tokens [start, end). form: base | s | past | ing (verbs), noun."""

    start: int
    end: int
    row: Predicate
    form: str

    @property
    def verbal(self) -> bool:
        return self.form != "noun"


@dataclass(frozen=True, slots=True)
class SpeechCue:
    """A verb of speech in tokens [start, end). form: base | s | past | participle | ing."""

    start: int
    end: int
    row: Speech
    form: str


@dataclass(frozen=True, slots=True)
class Named:
    """A known name in tokens [start, end). key: the party or source id, or the place name as listed. placed: a place
    has the name too. armed: a group that fights, by the kind of the party.
    """

    start: int
    end: int
    kind: str
    key: str
    voice: SpeakerKind = SpeakerKind.UNKNOWN
    placed: bool = False
    armed: bool = False


@dataclass(slots=True)
class Phrase:
    """Tokens [start, end). head: index of the noun that says what it is, -1 for a bare count. `names` are the known
    names inside. `capital`: the head is written as a name is.
    """

    start: int
    end: int
    head: int
    count: Count | None
    names: tuple[Named, ...]
    victim: VictimNoun | None
    force: bool
    cue: Cue | None
    pronoun: bool
    measure: bool
    folk: bool = False
    capital: bool = False

    @property
    def person(self) -> bool:
        """May it be the name of a person: capitals that are nothing else that is known?"""
        known = self.victim or self.count or self.names or self.cue
        return self.capital and not known and not (self.force or self.pronoun or self.measure)

    @property
    def party(self) -> Named | None:
        return self._first(PARTY)

    @property
    def place(self) -> Named | None:
        return self._first(PLACE)

    def _first(self, kind: str) -> Named | None:
        for name in self.names:
            if name.kind == kind:
                return name
        return None


@dataclass(frozen=True, slots=True)
class VerbGroup:
    """A verb with what voices, negates or moves it. `start`: the token where the group begins."""

    start: int
    passive: bool
    negated: bool
    progressive: bool
    modal: str | None
    infinitive: bool
    present: bool
    never: bool = False


@dataclass(frozen=True, slots=True)
class Spot:
    """A place as said, tokens [start, end). base: the listed name that a description hangs on, or the listed name
    itself; country: is that the name of a country? own: the token after its own words, where these go on
    to the known place that holds it; 0 where they do not.
    """

    start: int
    end: int
    text: str
    named: bool
    base: str | None = None
    country: bool = False
    own: int = 0
