"""Numbers of others than those of whom the report tells before without a number: "six others died too"."""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from sijill.assess.figure import Figure, scene_of
from sijill.assess.testimony import Testimony
from sijill.model.claim import Modality, Stance


def with_one_more(found: Sequence[Figure], heard: Iterable[Testimony]) -> list[Figure]:
    """ "The leader was killed in Kessa. Six others died too": seven at least, where nobody gives a number for those of
    whom the report tells before, at that place and on that day."""
    counted = {each.harm for each in found if not each.besides}
    if all(each.harm in counted for each in found):
        return [*found]
    first: dict[tuple[object, ...], int] = {}
    for each in heard:
        if each.claim.toll is None and each.claim.victims is not None and _is_told(each):
            key = (each.claim.document, each.claim.harm, *scene_of(each.claim))
            first[key] = min(each.claim.span[1], first.get(key, each.claim.span[1]))
    return [
        replace(each, low=each.low + 1, high=None, besides=False)
        if each.low is not None and each.harm not in counted and _is_before(each, first)
        else each
        for each in found
    ]


def _is_before(figure: Figure, first: dict[tuple[object, ...], int]) -> bool:
    end = first.get((figure.document, figure.harm, *figure.scene))
    return end is not None and figure.scene[0] is not None and end <= figure.span[0]


def _is_told(each: Testimony) -> bool:
    return each.claim.stance is Stance.ASSERTS and each.claim.modality is Modality.ACTUAL
