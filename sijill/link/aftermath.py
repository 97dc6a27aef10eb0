"""People found dead or brought to a hospital, of whom nobody says how or when they were harmed: no incident."""

from collections.abc import Collection, Sequence

from sijill.link.pairs.sketch import Sketch
from sijill.model.claim import Act, Harm
from sijill.model.document import DocumentId

AFTER = frozenset({Harm.FOUND_DEAD, Harm.INJURED})


def is_aftermath(members: Collection[Sketch]) -> bool:
    """Whether all that the claims tell is what was left: where people were found is not where they were harmed."""
    harmed = [each for each in members if each.claim.harm is not Harm.NONE]
    return bool(harmed) and all(
        each.act is Act.OTHER and each.claim.harm in AFTER and not _timed(each) for each in harmed
    )


def tell_how(told: Sequence[Sketch], founders: Sequence[int]) -> frozenset[DocumentId]:
    """The reports that count people of whom they tell how they were harmed: what they find is of that."""
    return frozenset(
        each.document
        for each, founder in zip(told, founders, strict=True)
        if founder and each.number is not None and not is_aftermath([each])
    )


def _timed(sketch: Sketch) -> bool:
    """Whether its own words say when."""
    words = sketch.claim.when.text
    return words is not None and words in sketch.claim.quote
