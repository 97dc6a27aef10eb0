"""Agreement that the name of somebody who died is published, by whoever may give it; and that it is taken back."""

from dataclasses import dataclass
from enum import StrEnum
from typing import Annotated

from sijill.model.release import Profile, Release


class Although(StrEnum):
    """What keeps a name back until somebody agreed although it is so: never by the machine alone."""

    CHILD = "child"
    SEXUAL_VIOLENCE = "sexual-violence"


@dataclass(frozen=True, slots=True, kw_only=True)
class Consent:
    """The last word on the name of one person. Who recorded it, when and why stands in its decision.

    given      False: taken back, or refused; then the name leaves nowhere, even where others print it
    given_by   who said so, in words: the family, the person before they died
    profile    how far it goes: public takes in partners
    although   what was told to whoever agreed, and agreed to all the same
    """

    given: Annotated[bool, Release.NEVER]
    given_by: Annotated[str, Release.NEVER]
    profile: Annotated[Profile, Release.NEVER] = Profile.PUBLIC
    although: Annotated[tuple[Although, ...], Release.NEVER] = ()

    def covers(self, profile: Profile) -> bool:
        """May the name leave in a release of this profile?"""
        return self.given and self.profile in (Profile.PUBLIC, profile)
