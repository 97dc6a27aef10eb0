"""A release that was made: for whom, from what, and what stood in it, so that the next one can say what changed."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Annotated

from sijill.model.person import PersonId
from sijill.model.release import Profile, Release
from sijill.model.release.rules import ReleaseRules


@dataclass(frozen=True, slots=True, kw_only=True)
class Figure:
    """What a release said of one event: its title, and the range of reports of each harm in words."""

    title: Annotated[str, Release.OPEN]
    told: Annotated[Mapping[str, str], Release.OPEN]


@dataclass(frozen=True, slots=True, kw_only=True)
class Issued:
    """One release of one profile, as the ledger keeps it.

    number     1, 2, ... within the profile              at         UTC, ISO 8601
    key        under which its ids are keyed, hex: it never leaves, and no other release has it
    made_from  digest of everything in it before ids were keyed: the same again is the same release
    root       hex of the root of the log before it was made
    manifest   SHA-256 of its manifest.json, hex         figures    event (id of the house) -> what was said
    named      ids of the persons whose names stood in it, to say that one was taken out
    small      cells of tables of living people: "table|row|column" -> persons, None where it was not shown, to see
               what two releases give away
    """

    profile: Annotated[Profile, Release.OPEN]
    number: Annotated[int, Release.OPEN]
    at: Annotated[str, Release.OPEN]
    key: Annotated[str, Release.NEVER]
    made_from: Annotated[str, Release.NEVER]
    rules: Annotated[ReleaseRules, Release.OPEN]
    root: Annotated[str, Release.OPEN]
    manifest: Annotated[str, Release.OPEN]
    figures: Annotated[Mapping[str, Figure], Release.NEVER]
    named: Annotated[tuple[PersonId, ...], Release.NEVER]
    small: Annotated[Mapping[str, int | None], Release.NEVER]
