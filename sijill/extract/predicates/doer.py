"""An actor as a sentence names it."""

from dataclasses import dataclass

from sijill.model.party import Role

BOTH = 2
"""Sides of a fight."""


@dataclass(frozen=True, slots=True)
class Doer:
    """Tokens [start, end) that name an actor, and how it is said to have taken part. `carried`: a pronoun was
    followed.
    """

    start: int
    end: int
    name: str
    role: Role
    carried: bool = False
