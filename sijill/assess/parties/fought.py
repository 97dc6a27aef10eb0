"""Who fought, by those of its fighters who fell: "ten Column fighters were killed in clashes" lays nothing to anybody,
and says that the Column was in them.
"""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping

from sijill.assess.figure import side_of
from sijill.assess.numbers.sides import SIDES
from sijill.assess.policies.fallen import fallen_of
from sijill.assess.testimony import Testimony
from sijill.model.claim import SAYS_NOT_HOW, Act, Claim, Harm, Modality, Stance, Status
from sijill.model.party import Party, PartyId, Role

HARMED = frozenset({Harm.KILLED, Harm.INJURED, Harm.CASUALTIES})


def fought(
    testimonies: Iterable[Testimony], parties: Mapping[PartyId, Party], told: Collection[str]
) -> dict[str, list[Testimony]]:
    """By party who tells that its fighters fell in a fight; none of those in `told`: it is said what these did. Nobody
    where somebody is told of who is no known party ("rival rebel groups"): it may be they.
    """
    if any(each not in parties for each in told):
        return {}
    heard = list(testimonies)
    acts = {each.claim.act for each in heard if each.claim.harm is not Harm.NONE} - SAYS_NOT_HOW
    fell = [each for each in heard if _fell_in_a_fight(each.claim)] if acts == {Act.ARMED_CLASH} else []
    whose = fallen_of(fell, parties) if fell else {}
    found: dict[str, list[Testimony]] = defaultdict(list)
    for each in fell:
        own = whose.get(each.claim.id)
        if own is not None and own in parties and own not in told:
            found[own].append(each)
    return found


def _fell_in_a_fight(claim: Claim) -> bool:
    """Fighters, counted as harmed in clashes; not in an ambush or assault that is laid to one who did it."""
    said = claim.victims
    combatants = said is not None and said.status is Status.COMBATANT and not said.inferred
    labelled = said is not None and said.status is Status.UNKNOWN and side_of(said.text.casefold()) in SIDES
    real = claim.stance is Stance.ASSERTS and claim.modality is Modality.ACTUAL
    fight = claim.act is Act.ARMED_CLASH and all(actor.role is Role.JOINT for actor in claim.actors)
    return (combatants or labelled) and real and fight and claim.harm in HARMED
