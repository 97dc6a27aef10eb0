"""One number of people as a claim gives it: bounds, extent, moment, whom it counts, and whether it still stands."""

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from types import MappingProxyType

from sijill.assess.testimony import Testimony, later
from sijill.language.ar.numbers import read_count as read_arabic
from sijill.language.besides import counts_others
from sijill.language.numbers import read_count
from sijill.language.tokens import tokenize
from sijill.model.claim import Claim, ClaimId, Harm, Status, Victims
from sijill.model.party import Actor, Role
from sijill.model.toll import Extent, Hedge, Toll, Unit

WORD = re.compile(r"[^\W\d_]+")
WORD_OR_AGE = re.compile(r"[^\W_]+")
HOW_MANY = frozenset("at least most up to about some nearly more than another other a an the of and".split())
OPEN_ABOVE = frozenset({Hedge.AT_LEAST, Hedge.MORE_THAN})
OPEN_BELOW = frozenset({Hedge.UP_TO, Hedge.LESS_THAN})
OF_ALL = frozenset("people persons civilians residents villagers".split())
"""All of those who are counted: a group named later is a part."""
GROUP_WORDS = {
    "children": "child boy girl kid infant bab toddler minor teen newborn schoolchild son daughter".split(),
    "women": "woman women mother daughter sister wife wives girl".split(),
    "men": "man men boy".split(),
    "displaced": "refugee displaced idp".split(),
    "medics": "doctor medic nurse paramedic patient health surgeon rescue responder".split(),
    "journalists": "journalist reporter camera photograph media".split(),
    "aid_workers": "aid humanitarian relief".split(),
}
"""Beginnings of the words by which a group is counted; any other group by its own name."""

STATE = re.compile(
    r"\b(?:soldiers?|troops?|army|police(?:man|men)?|conscripts?|loyalists?|regime|government"
    r"|جندي|جنديا|جنديان|جنود|شرطي|شرطيا|شرطيين|عسكري|عسكريا|عسكريين)\b"
)
GROUP = re.compile(
    r"\b(rebel|insurgent|militant|jihad|gunm[ae]n|guerrilla|terrorist|extremist|مسلح|متمرد|إرهابي|ارهابي)\w*"
)
"""Words for those who fight for a state, and for those who fight for none: nobody is counted as both."""
TWO_KINDS = re.compile(r" and | و")
LOST = re.compile(r"\b(?:lost|خسر\w*)\b")

NOBODY: Mapping[str, str] = MappingProxyType({})
DEATHS = frozenset({Harm.KILLED, Harm.FOUND_DEAD})
"""Of which "others" are others of the same; the others who were hurt are others than the dead."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Figure:
    """One number of one origin. low, high [persons]: None is open, or not said.

    part     of one hospital, one village, one day, a list of names, or named as a part of a larger number
    people   the groups it counts alone ("children"); empty: people at large      kind   the words for whom it counts
    besides  it counts others than those told before it ("another five")      listed   persons told one by one, by no
             number: a name, "a man", "the mayor and his son"
    name     told by a name ("Ada Brandt", "Ada Brandt and Jon Orr"), and no part of a number
    own_hand of those who killed themselves: who did it is whom it was done to
    side     of a fight, by the words for them: "state", "group", "both" of them; "lost" by somebody who is only named
    proven   of a sum: one voice counts them all, so that it says no less anywhere else
    whose    party of whom they are by the words for them ("35 Column fighters")      by   those who did it
    fought   those who are named as the sides of a fight in which they fell
    span     where it stands in its document          scene    place and day of what it tells
    """

    claims: tuple[ClaimId, ...]
    harm: Harm
    low: int | None
    high: int | None
    hedge: Hedge
    text: str
    part: bool
    subset: bool
    people: frozenset[str]
    kind: frozenset[str]
    span: tuple[int, int]
    status: Status
    document: str
    origin: str
    moment: str | None
    interested: bool
    besides: bool = False
    listed: bool = False
    name: bool = False
    own_hand: bool = False
    side: str = ""
    proven: bool = False
    whose: str | None = None
    fought: frozenset[str] = frozenset()
    by: frozenset[str] = frozenset()
    scene: tuple[str | None, str | None] = (None, None)

    @property
    def open_above(self) -> bool:
        """A least number without a greatest one."""
        return self.low is not None and self.high is None


def bounds(toll: Toll) -> tuple[int | None, int | None]:
    """Bounds as said; "about N" and "nearly N" as the point N; "dozens" gives none. design.md, section 5."""
    if toll.low is not None or toll.high is not None or toll.number is None:
        return toll.low, toll.high
    return (None if toll.hedge in OPEN_BELOW else toll.number), (None if toll.hedge in OPEN_ABOVE else toll.number)


def says_nobody(toll: Toll | None) -> bool:
    """Zero, which a belligerent says as a denial."""
    return toll is not None and bounds(toll)[1] == 0


def figure_of(
    testimony: Testimony, toll: Toll, low: int | None, high: int | None, named: Mapping[str, str] = NOBODY
) -> Figure:
    """The number of one claim. named: names of those who are said to have done something, with their parties."""
    victims = testimony.claim.victims
    return Figure(
        claims=(testimony.claim.id,),
        harm=testimony.claim.harm,
        low=low,
        high=high,
        hedge=toll.hedge,
        text=toll.text,
        part=toll.extent is Extent.PART or toll.unit is Unit.NAMED,
        subset=toll.subset_of is not None,
        people=counted_alone(victims) if victims else frozenset(),
        kind=_kind(victims, toll),
        besides=testimony.claim.harm in DEATHS and counts_others(toll.text, victims.text if victims else ""),
        listed=_tells_no_number(toll),
        name=_is_named(toll),
        own_hand=victims is not None and any(actor.name == victims.text for actor in testimony.claim.actors),
        span=testimony.claim.span,
        side=side_of(victims.text.casefold()) if victims else "",
        scene=scene_of(testimony.claim),
        whose=_whose(victims.text.casefold(), named) if victims else None,
        fought=frozenset(map(_party, (a for a in testimony.claim.actors if a.role is Role.JOINT))),
        by=frozenset(map(_party, (a for a in testimony.claim.actors if a.role is Role.DIRECT))),
        status=victims.status if victims else Status.UNKNOWN,
        document=testimony.claim.document,
        origin=testimony.origin,
        moment=testimony.moment,
        interested=testimony.interested,
    )


def side_of(said: str) -> str:
    """ "pro-government gunmen" are the state's, "rebels and soldiers" both, "rebel soldiers" nobody knows whose."""
    state, groups = bool(STATE.search(said)), set(GROUP.findall(said))
    if state and "pro-" in said:
        return "state"
    if state and "anti-" in said:
        return "group"
    if len(groups) + state > 1 and TWO_KINDS.search(said):
        return "both"
    if state and groups:
        return ""
    return "state" if state else "group" if groups else "lost" if LOST.search(said) else ""


def names_of(claims: Iterable[Claim]) -> dict[str, str]:
    """Those who are said to have done something, by name: the party, or the name where nobody knows it."""
    return {_name(actor): _party(actor) for claim in claims for actor in claim.actors}


def _party(actor: Actor) -> str:
    return actor.party or _name(actor)


def _name(actor: Actor) -> str:
    return actor.name.casefold().removeprefix("the ")


def _whose(said: str, named: Mapping[str, str]) -> str | None:
    """The one party whose name stands in the words for those who were harmed."""
    found = {party for name, party in named.items() if f" {name} " in f" {said} "}
    return found.pop() if len(found) == 1 else None


def scene_of(claim: Claim) -> tuple[str | None, str | None]:
    """Place and day of what a claim tells."""
    return claim.where.place or claim.where.text, claim.when.start


def _is_named(toll: Toll) -> bool:
    apart = toll.extent is Extent.WHOLE and toll.subset_of is None
    return toll.unit is Unit.NAMED and apart and _tells_no_number(toll)


def _tells_no_number(toll: Toll) -> bool:
    return bool(toll.low) and toll.low == toll.high and bool(toll.text) and _has_no_number(toll.text)


@lru_cache(maxsize=65536)
def _has_no_number(text: str) -> bool:
    tokens = tokenize(f"{text} .")
    readers = (read_count, read_arabic)
    return not any(read(tokens, at, len(tokens)) for at in range(len(tokens) - 1) for read in readers)


def counted_alone(victims: Victims) -> frozenset[str]:
    """The groups that the number counts and nobody else: "13 children". In "48 people", or "52", with children said
    beside it ("among them children") or after it ("civilians including children"), it counts people at large."""
    said = WORD.findall(victims.text.casefold())
    said = said[: next((at for at, word in enumerate(said) if word in OF_ALL), len(said)) + 2]
    return frozenset(
        group
        for group in victims.groups
        if any(word.startswith(start) for word in said for start in GROUP_WORDS.get(group, [group.rstrip("s")]))
    )


def _kind(victims: Victims | None, toll: Toll) -> frozenset[str]:
    """The words for whom it counts, without those that say how many; of one person all that is said of him."""
    if victims is not None and toll.low == 1 and _tells_no_number(toll):
        return frozenset(WORD_OR_AGE.findall(victims.text.casefold())) - HOW_MANY
    counting = HOW_MANY.union(WORD.findall(toll.text.casefold()))
    return frozenset(WORD.findall(victims.text.casefold())) - counting if victims else frozenset()


def current(found: Sequence[Figure]) -> list[Figure]:
    """Without those that their own origin has since revised. A repetition of an old number stays an old number, and one
    that its origin tells as a part of a larger one elsewhere is that part again."""
    parts = {(each.origin, each.harm, _said(each)) for each in found if each.part or each.subset}
    most: dict[tuple[str, Harm], int] = defaultdict(int)
    for each in found:
        most[each.origin, each.harm] = max(most[each.origin, each.harm], _said(each) or 0)
    by_origin: dict[tuple[str, Harm, frozenset[str]], list[Figure]] = defaultdict(list)
    kept = []
    for each in found:
        again = (each.origin, each.harm, _said(each)) in parts and (_said(each) or 0) < most[each.origin, each.harm]
        if each.part or each.subset or each.besides or again:
            kept.append(replace(each, subset=True) if again else each)
        else:
            by_origin[(each.origin, each.harm, each.people)].append(each)
    for members in by_origin.values():
        moments = _first_said(members)
        said = {(_number(each), moments[each.claims], each.status, each.document) for each in members}
        kept += [each for each in members if not any(_revises(new, each, moments[each.claims]) for new in said)]
    return kept


Number = tuple[int | None, int | None]


def _number(figure: Figure) -> Number:
    return (figure.low, figure.high)


def _first_said(members: Sequence[Figure]) -> dict[tuple[ClaimId, ...], str | None]:
    """The moment of each: the first day on which its origin gave that number, however hedged."""
    first: dict[int | None, str | None] = {}
    for each in members:
        known = first.setdefault(_said(each), each.moment)
        if each.moment is not None and (known is None or later(known, each.moment)):
            first[_said(each)] = each.moment
    return {each.claims: first[_said(each)] for each in members}


def _said(figure: Figure) -> int | None:
    return figure.high if figure.low is None else figure.low


def _revises(new: tuple[Number, str | None, Status, str], old: Figure, moment: str | None) -> bool:
    """Later, more than a looser way of saying the same, and of the same people: "60 civilians" after "31 people" is a
    larger number of dead, "12 civilians" after it is a part. In one report "at least 21" replaces the 22 that it says
    were given before."""
    (low, high), day, status, document = new
    if (low, high) == _number(old) or not later(day, moment):
        return False
    if status is not old.status and (low is None or low < (old.high or old.low or 0)):
        return False
    if document == old.document and status is old.status:
        return True
    looser_below = low is None or (old.low is not None and low <= old.low)
    looser_above = high is None or (old.high is not None and high >= old.high)
    return not (looser_below and looser_above)
