"""What a cue of speech covers."""

from dataclasses import dataclass, replace

from sijill.extract.assembly.voices import Voice
from sijill.extract.predicates.doer import Doer
from sijill.model.claim import Stance

GOES_ON = "quotation goes on"
"""The verb of what is said in the voice of an earlier sentence."""
WITHHELD = "withheld"
"""The note of "neither confirmed nor denied", "did not blame": what it covers is said by nobody."""


@dataclass(frozen=True, slots=True)
class Scope:
    """Content in tokens [start, stop), said by `voices`, outermost first; cue: the words that say so.

    together   how many of the last voices say it side by side ("the mayor and the governor said")
    mutual     they accuse each other: each of them the others
    """

    start: int
    stop: int
    voices: tuple[Voice, ...]
    stance: Stance
    cue: tuple[int, int]
    verb: str
    note: str = ""
    accused: tuple[Doer, ...] = ()
    together: int = 1
    mutual: bool = False

    def told_by(self, voices: tuple[Voice, ...]) -> "Scope":
        """What one of those who accuse each other says: the others did it."""
        if not self.mutual or not voices:
            return self
        own = voices[-1]
        others = tuple(doer for doer in self.accused if not own.start <= doer.start < own.end)
        return replace(self, voices=voices, accused=others, together=1)

    @property
    def tellings(self) -> list[tuple[Voice, ...]]:
        """The chains of those who say it: one for each of those who speak together."""
        shared = max(0, len(self.voices) - self.together)
        return [(*self.voices[:shared], voice) for voice in self.voices[shared:]] or [()]

    @property
    def told_from(self) -> int:
        """The token from which what is said may begin: after the verb, and after who stands right behind it."""
        end = self.cue[1]
        for voice in sorted(self.voices, key=lambda voice: voice.start):
            end = voice.end if voice.start == end else end
        return end


@dataclass(frozen=True, slots=True)
class Quoted:
    """Tokens [start, end) of the text that one voice says, over several sentences."""

    start: int
    end: int
    voice: Voice


def around(said: list[Scope], at: int) -> list[Scope]:
    """The scopes that hold token `at`, outermost first."""
    return [scope for scope in said if scope.start <= at < scope.stop and not _is_about_speaking(scope, at)]


def _is_about_speaking(scope: Scope, at: int) -> bool:
    return scope.cue[0] <= at < scope.cue[1] or any(voice.start <= at < voice.end for voice in scope.voices)
