"""What a report tells again with its day: the same number, or the same person by the last name."""

from collections import defaultdict
from collections.abc import Set as AbstractSet
from dataclasses import replace

from sijill.extract.assembly.memory import Memory
from sijill.extract.assembly.scenes.wholes import NEXT, is_last_name
from sijill.model.claim import Claim, Harm, Modality, Part, Reading, Stance
from sijill.model.toll import Extent


def date_what_is_told_again(memory: Memory, before_now: AbstractSet[str]) -> None:
    """A number that is told once with its time and once without is one number, where no other time is told with it."""
    told: dict[tuple[Harm, int], dict[str | None, Part]] = defaultdict(dict)
    for claim, reading in zip(memory.claims, memory.readings, strict=True):
        when = next((part for part in reading.parts if part.field == "when" and not part.carried), None)
        if when is not None and when.value and (number := _number_of_now(claim, reading, before_now, dated=True)):
            told[claim.harm, number][when.value] = when
    for at, (claim, reading) in enumerate(zip(memory.claims, memory.readings, strict=True)):
        times = told.get((claim.harm, _number_of_now(claim, reading, before_now)), {})
        if len(times) != 1 or any(part.field == "when" for part in reading.parts):
            continue
        memory.tell(at, _as_scene(next(iter(times.values()))))
    _date_who_is_named_again(memory)


def _as_scene(part: Part) -> Part:
    return replace(part, field="scene", rule="same number", carried=True)


def _date_who_is_named_again(memory: Memory) -> None:
    """ "Gunmen abducted the priest Anton Berel. ... Berel was abducted on Saturday": on Saturday."""
    for at, (claim, reading) in enumerate(zip(memory.claims, memory.readings, strict=True)):
        if claim.toll is None or claim.toll.number != 1 or any(part.field == "when" for part in reading.parts):
            continue
        later = zip(memory.claims[at + 1 : at + 1 + NEXT], memory.readings[at + 1 : at + 1 + NEXT], strict=True)
        when = next((part for each, its in later if _is_of_the_same(each, claim) for part in _own_time(its)), None)
        if when is not None:
            memory.tell(at, _as_scene(when))


def _own_time(reading: Reading) -> list[Part]:
    return [part for part in reading.parts if part.field == "when" and not part.carried and part.value]


def _is_of_the_same(again: Claim, claim: Claim) -> bool:
    told = again.stance is claim.stance is Stance.ASSERTS and again.modality is claim.modality is Modality.ACTUAL
    return told and again.victims is not None and is_last_name(again.victims.text, claim, again.harm)


def _number_of_now(claim: Claim, reading: Reading, before_now: AbstractSet[str], *, dated: bool = False) -> int:
    """How many a claim says were harmed now; 0 for what is told of before, of a part or of a war.

    dated   told with its time, so that a number "since Saturday" counts too
    """
    toll = claim.toll
    if toll is None or (toll.cumulative and not dated) or toll.extent is not Extent.WHOLE or claim.harm is Harm.NONE:
        return 0
    act = next(part for part in reading.parts if part.field == "act")
    before = claim.quote[: max(0, act.end - claim.span[0])]
    words = before.replace(claim.when.text or "", "").lower().split()  # "in the past two days" tells of now
    return toll.number or 0 if claim.modality is Modality.ACTUAL and before_now.isdisjoint(words) else 0
