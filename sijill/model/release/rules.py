"""How far a profile goes: what an organisation has decided may leave the house, for whom."""

from dataclasses import dataclass
from enum import StrEnum
from typing import Annotated

from sijill.model.place import PlacePrecision
from sijill.model.release import Profile, Release
from sijill.model.when import Precision


class Names(StrEnum):
    """Which names of the dead leave: none; where somebody agreed; also where a public document gives them; all."""

    NEVER = "never"
    CONSENTED = "consented"
    PUBLISHED_ELSEWHERE = "published-elsewhere"
    ALL = "all"


class QuotedWords(StrEnum):
    """Whose words leave: nobody's, those of public documents, or everybody's."""

    NEVER = "never"
    PUBLIC = "public"
    ALL = "all"


@dataclass(frozen=True, slots=True, kw_only=True)
class ReleaseRules:
    """What a profile lets out.

    place, date  the finest place and date: what is known more finely is published as the coarser
    k            least number of living people in a cell of a table [persons]
    blocks       codes of doubts under which an event stays in the house
    reviewed     only events that people have reviewed
    """

    place: Annotated[PlacePrecision, Release.OPEN] = PlacePrecision.DISTRICT
    date: Annotated[Precision, Release.OPEN] = Precision.DAY
    names: Annotated[Names, Release.OPEN] = Names.NEVER
    quotes: Annotated[QuotedWords, Release.OPEN] = QuotedWords.PUBLIC
    k: Annotated[int, Release.OPEN] = 5
    blocks: Annotated[tuple[str, ...], Release.OPEN] = ()
    reviewed: Annotated[bool, Release.OPEN] = False


RULES = {
    Profile.INTERNAL: ReleaseRules(
        place=PlacePrecision.EXACT, date=Precision.HOUR, names=Names.ALL, quotes=QuotedWords.ALL, k=1
    ),
    Profile.PARTNER: ReleaseRules(place=PlacePrecision.SETTLEMENT, names=Names.PUBLISHED_ELSEWHERE),
    Profile.PUBLIC: ReleaseRules(),
}
"""Where case.toml says nothing."""
