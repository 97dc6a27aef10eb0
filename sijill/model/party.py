"""The parties to a conflict, and what is said of them."""

from dataclasses import dataclass
from enum import StrEnum
from typing import Annotated, NewType

from sijill.model.release import Release

PartyId = NewType("PartyId", str)


class Role(StrEnum):
    """How an actor is said to have taken part. `collective`: named only as part of a group ("its allies")."""

    DIRECT = "direct"
    JOINT = "joint"
    SUPPORT = "support"
    COMMAND = "command"
    COLLECTIVE = "collective"


@dataclass(frozen=True, slots=True, kw_only=True)
class Actor:
    """Who is said to have done it, to hold the place, or to bring the aid. `name` as said; `party` once resolved."""

    name: Annotated[str, Release.COARSE]
    party: Annotated[PartyId | None, Release.OPEN] = None
    role: Annotated[Role, Release.OPEN] = Role.DIRECT


@dataclass(frozen=True, slots=True, kw_only=True)
class Party:
    """A belligerent or armed actor, from a pack or `hand/parties.csv`.

    kind     state | armed_group | coalition | police | unknown
    allies   ids of parties that fight beside it
    because  the reference for these facts
    """

    id: Annotated[PartyId, Release.OPEN]
    name: Annotated[str, Release.OPEN]
    aliases: Annotated[tuple[str, ...], Release.OPEN] = ()
    kind: Annotated[str, Release.OPEN] = "unknown"
    allies: Annotated[tuple[PartyId, ...], Release.OPEN] = ()
    because: Annotated[str | None, Release.NEVER] = None
