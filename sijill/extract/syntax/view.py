"""Who thinks, wants, praises or promises something, as a sentence tells it."""

from dataclasses import dataclass

from sijill.model.claim import Stance


@dataclass(frozen=True, slots=True, kw_only=True)
class View:
    """Tokens [start, end): of those who think, want or praise, of the words that tell so, and of what it is."""

    source: tuple[tuple[int, int], ...]
    cue: tuple[int, int]
    content: tuple[int, int]
    stance: Stance
