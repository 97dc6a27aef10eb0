"""Of which number that the report has told a later one is a part."""

from collections.abc import Sequence
from dataclasses import replace

from sijill.extract.assembly.memory import Telling
from sijill.extract.predicates.draft import BY_HIMSELF, Draft
from sijill.extract.syntax.parts import Spot
from sijill.extract.syntax.sentence import Sentence
from sijill.language.besides import counts_others
from sijill.model.claim import SAYS_NOT_HOW, Claim, Harm, Stance
from sijill.model.party import Role
from sijill.model.toll import Extent, Toll, Unit

NO_WHOLES = frozenset({"part", "gap"})
"""Rules of numbers that are parts already, or of others."""
NEXT = 3
"""Claims from a person by full name to the last name alone."""
FEWEST = 10
"""Of the whole: smaller numbers add up by chance."""


def last_whole(t: Telling, draft: Draft) -> Claim | None:
    """The toll of which a later sentence names a part ("Four of them were children"), or one person by name."""
    toll = draft.harmed.toll if draft.harmed is not None else None
    if draft.rule == "part" and t.whole is not None:
        return t.whole
    known = toll is not None and (toll.unit is Unit.NAMED or is_definite(t, draft))
    if draft.rule != "part" and not known:
        return None
    here = list(t.made.values()) if draft.rule == BY_HIMSELF else []  # he is none of those whom he killed
    for claim in reversed([*t.memory.claims, *t.made.values()]):
        if claim in here:
            continue
        if claim.toll is not None and claim.harm is draft.harm and claim.toll.extent is Extent.WHOLE:
            larger = (claim.toll.number or claim.toll.low or 0) > (toll.number or 0 if toll is not None else 0)
            if draft.rule == "part" or (larger and not claim.toll.cumulative and _may_hold(t, draft, claim)):
                return claim
    return None


def named_before(t: Telling, draft: Draft) -> Toll | None:
    """ "Berel was abducted", after "gunmen abducted the priest Anton Berel": the same one."""
    name = draft.harmed.victims.text if draft.harmed is not None and draft.harmed.toll is None else ""
    told = (claim for claim in reversed(t.memory.claims[-NEXT:]) if is_last_name(name, claim, draft.harm))
    one = next(told, None)
    return replace(one.toll, text=name) if one is not None and one.toll is not None else None


def is_last_name(name: str, claim: Claim, harm: Harm) -> bool:
    """Is it one word, with which the name of the one who was harmed so goes on?"""
    if not name[:1].isupper() or claim.harm is not harm or claim.toll is None or claim.toll.number != 1:
        return False
    words = claim.victims.text.split() if claim.victims is not None else []
    return name in words[1:] and words[words.index(name) - 1][:1].isupper()


def _may_hold(t: Telling, draft: Draft, whole: Claim) -> bool:
    """Not where the sentence names another place than that of the whole, or another way of being harmed; but "17 of the
    gunmen" are of the gunmen told of, wherever they fell."""
    if _is_of_those(t.s, draft, whole):
        return True
    otherwise = draft.act is not whole.act and not SAYS_NOT_HOW & {draft.act, whole.act}
    return not otherwise and not _is_elsewhere(t.spots, whole)


def _is_elsewhere(spots: Sequence[Spot], whole: Claim) -> bool:
    here = [spot.text.lower() for spot in spots if spot.named and not spot.country]
    there = (whole.where.text or "").lower()
    return bool(here and there) and not any(each in there or there in each for each in here)


def is_definite(t: Telling, draft: Draft) -> bool:
    """ "the three children", "four of their children", "the boy": some of those already told of."""
    if draft.harmed is None:
        return False
    start = draft.harmed.start
    counted = t.s.at(start)
    if counted is None:
        return False
    if counted.count is None:
        return t.s.low(start) in t.s.words.one_known and draft.harmed.toll is not None
    bare = counted.head < counted.count.end and t.s.low(counted.end) in t.s.words.of
    return (bare and t.s.low(counted.end + 1) in t.s.words.owned) or t.s.low(start) in t.s.words.definite


def _is_of_those(s: Sentence, draft: Draft, whole: Claim) -> bool:
    """ "17 of the gunmen", of those who are called so."""
    counted = s.at(draft.harmed.start) if draft.harmed is not None else None
    group = s.grammar.complement(s, counted, s.words.of) if counted is not None and counted.count is not None else None
    if group is None or group.victim is None or group.count is not None or whole.victims is None:
        return False
    return s.low(group.start) in s.words.definite and s.low(group.head) in whole.victims.text.lower().split()


def made_up(s: Sentence, claims: Sequence[Claim], drafts: Sequence[Draft]) -> Claim | None:
    """ "85 soldiers died. ... Some 50 were shot, 19 more fell in a blast and 16 others in the assault": the numbers of
    one sentence, the later ones of others, that make up a number told before become its parts. Not those of a number
    of which is said who did it, nor beside another place; nor two beside a time, or beside who did the one: numbers
    add up by chance.
    """
    told = [draft for draft in drafts if draft.counted and draft.harm is Harm.KILLED and draft.rule not in NO_WHOLES]
    if len(told) < 2 or not all(map(_is_of_others, told[1:])) or any(draft.negated for draft in told):
        return None
    if len(told) == 2 and (s.times or any(draft.doers for draft in told)):
        return None
    made, here = sum(map(_number, told)), s.grammar.places(s)
    whole = next((each for each in reversed(claims) if _is_a_whole(each, made) and not _is_elsewhere(here, each)), None)
    for draft in told if whole is not None else ():
        draft.rule = "part"
    return whole


def _is_a_whole(claim: Claim, number: int) -> bool:
    toll = claim.toll
    many = toll is not None and toll.extent is Extent.WHOLE and toll.number == number >= FEWEST
    return (
        many
        and claim.harm is Harm.KILLED
        and claim.stance is Stance.ASSERTS
        and all(actor.role is Role.JOINT for actor in claim.actors)
    )


def _number(draft: Draft) -> int:
    return (draft.harmed.toll.number or 0) if draft.harmed is not None and draft.harmed.toll is not None else 0


def _is_of_others(draft: Draft) -> bool:
    harmed = draft.harmed
    return harmed is not None and harmed.toll is not None and counts_others(harmed.toll.text, harmed.victims.text)
