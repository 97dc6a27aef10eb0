"""What a claim bears: an event, a situation, a mention of one, or something that stands beside."""

from enum import StrEnum

from sijill.link.families import INCIDENT_BY_ITSELF, LASTING
from sijill.link.sketch import Sketch
from sijill.model.claim import Harm, Modality, Reach, Stance
from sijill.model.place import PlacePrecision

YEAR = 366


class Bearing(StrEnum):
    """event: can be an event by itself. mention: joins one, never makes one. situation: a siege, a campaign.

    beside: general words, shown beside events and never counted. cumulative, unreal: in no event.
    """

    EVENT = "event"
    MENTION = "mention"
    SITUATION = "situation"
    BESIDE = "beside"
    CUMULATIVE = "cumulative"
    UNREAL = "unreal"


def bearing(sketch: Sketch) -> Bearing:
    """Read from the top: the first rule that holds decides."""
    claim = sketch.claim
    if claim.modality in (Modality.THREATENED, Modality.PLANNED, Modality.HYPOTHETICAL):
        return Bearing.UNREAL
    if claim.reach is Reach.GENERAL:
        return Bearing.BESIDE
    if claim.toll is not None and (claim.toll.cumulative or _whole_war(sketch)):
        return Bearing.CUMULATIVE
    if claim.modality is Modality.HABITUAL or (claim.act in LASTING and not _counted(sketch)):
        return Bearing.SITUATION
    if claim.stance is not Stance.ASSERTS:
        return Bearing.MENTION
    return Bearing.EVENT if _stands_alone(sketch) else Bearing.MENTION


def _whole_war(sketch: Sketch) -> bool:
    """A number for a whole country or province over more than a year is a running total, whatever it is called."""
    wide = sketch.claim.where.precision in (PlacePrecision.COUNTRY, PlacePrecision.PROVINCE)
    return wide and sketch.days is not None and sketch.days > YEAR


def _counted(sketch: Sketch) -> bool:
    return sketch.number is not None and sketch.claim.harm not in (Harm.NONE, Harm.DEPRIVED)


def _stands_alone(sketch: Sketch) -> bool:
    """A number of people; or an act of violence with a place and a time, at least one of them in the claim's own words
    (the other may be carried over from the sentences before)."""
    claim = sketch.claim
    if claim.harm is Harm.NONE and sketch.act not in INCIDENT_BY_ITSELF:
        return False
    if sketch.number is not None and claim.harm is not Harm.NONE:
        return True
    own = any(words and words in claim.quote for words in (claim.where.text, claim.when.text))
    return own and sketch.level >= 3 and sketch.days is not None and sketch.days <= YEAR
