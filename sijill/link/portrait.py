"""What a group of claims says together: its act, the finest time and place that most of them give."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from sijill.link.pairs.families import SAYS_NOT_HOW
from sijill.link.pairs.sketch import FAR_FUTURE, FAR_PAST, PROVINCE, Sketch, names_nothing
from sijill.link.places import fineness, where_of
from sijill.model.claim import Act, ClaimId, Harm, Stance, Status
from sijill.model.place import Where
from sijill.model.when import Period, Precision

SEASON = 100
"""Days."""
SAYS_HOW = frozenset(
    {Act.EXECUTION, Act.AIRSTRIKE, Act.SHELLING, Act.BOMBING, Act.CHEMICAL_ATTACK, Act.SHOOTING},
)
SAYS_HOW_MANY = SAYS_HOW | {Act.ARMED_CLASH}
"""Where people are counted in them."""
ONE_THING = (
    (Act.AIRSTRIKE, Act.BOMBING),
    (Act.SHELLING, Act.SHOOTING),
    (Act.EXECUTION, Act.SHOOTING),
)
"""Of one harm, the first says what the second was: fire was that of mortars, those shot were executed."""
AS_DONE = frozenset({Stance.ASSERTS, Stance.ACCEPTS_RESPONSIBILITY})
HURT = frozenset({Harm.KILLED, Harm.INJURED, Harm.CASUALTIES, Harm.FOUND_DEAD})


@dataclass(frozen=True, slots=True, kw_only=True)
class Portrait:
    """A group of claims in ledger order. places: those named; ring: these and all they lie in. Days as in Sketch."""

    claims: tuple[ClaimId, ...]
    act: Act
    when: Period
    where: Where
    start: int
    end: int
    places: tuple[str, ...]
    ring: tuple[str, ...]
    parties: frozenset[str]

    @property
    def dated(self) -> bool:
        """Whether both edges are known."""
        return self.start > FAR_PAST and self.end < FAR_FUTURE


def portrait(members: Sequence[Sketch], *, whole_span: bool = False) -> Portrait:
    """members in ledger order. whole_span: from the first day to the last, as a situation lasts, not the finest."""
    timed = [each for each in members if each.days is not None and not (_background(each) and not whole_span)]
    starts = Counter(each.start for each in timed)
    finest = min(timed, key=lambda each: (each.days, -starts[each.start], each.id), default=None)
    placed = [each for each in members if each.level > 0]
    places = Counter(each.place for each in placed)
    wide = _whole_of_a_wider_place(placed)
    named = max(
        wide or placed,
        key=lambda each: (fineness(each), places[each.place], not names_nothing(each.claim.where.text or ""), each.id),
        default=None,
    )
    when = _span(timed) if whole_span and timed else finest.claim.when if finest else _reported(members)
    return Portrait(
        claims=tuple(each.id for each in members),
        act=_act(members),
        when=when,
        where=named.claim.where if wide and named else where_of(members, named),
        start=min((each.start for each in timed), default=FAR_PAST) if whole_span or not finest else finest.start,
        end=max((each.end for each in timed), default=FAR_FUTURE) if whole_span or not finest else finest.end,
        places=tuple(sorted({each.place for each in members if each.place})),
        ring=tuple(sorted({place for each in members for place in each.ring})),
        parties=frozenset().union(
            *(each.parties for each in members if each.claim.stance is not Stance.DENIES), frozenset()
        ),
    )


def _background(sketch: Sketch) -> bool:
    """ "The first bombing since the war began": of an act without victims that took years, no event has its days."""
    return sketch.claim.harm is Harm.NONE and (sketch.days or 0) > SEASON


def _whole_of_a_wider_place(placed: Sequence[Sketch]) -> list[Sketch]:
    """Where one report counts more people in a province than all its counts in towns, those who count them there: the
    towns are parts of it. Not where the counts of one sentence in a town make up the number.
    """
    counted = [each for each in placed if each.number is not None and each.claim.harm is not Harm.NONE]
    most = max((each.number or 0 for each in counted), default=0)
    whole = [each for each in counted if each.number == most]
    reports = {each.document for each in whole}
    widest = max((each.level for each in whole), default=0)
    finer = [each for each in counted if each.number != most and each.document in reports and each.level > widest]
    return whole if 2 <= widest <= 3 and finer and not _adds_up(finer, most) else []


def _adds_up(counts: Sequence[Sketch], whole: int) -> bool:
    sums: Counter[tuple[object, ...]] = Counter()
    for each in counts:
        sums[each.document, each.begin, each.claim.harm, each.place] += each.number or 0
    return whole in sums.values()


def _act(members: Sequence[Sketch]) -> Act:
    """The act most often named; one that says how people were harmed before one that does not, and of those the one
    that the greatest number is laid to. A fight counts as such where people are counted in it; a bombing that others
    call an air strike is one, and so on.
    """
    asserted = [each for each in members if each.claim.stance in AS_DONE] or list(members)
    said = Counter(each.act for each in asserted)
    if Act.SIEGE in said:
        return Act.SIEGE
    hurt = [each for each in asserted if each.claim.harm in HURT and each.number]
    most = max((each.number or 0 for each in hurt if each.claim.harm is not Harm.INJURED), default=0)
    whole = [each for each in hurt if each.number == most and each.claim.harm is not Harm.INJURED]
    many = [each for each in hurt if 2 * (each.number or 0) >= most or each.claim.harm is Harm.INJURED]
    how = _named(whole, SAYS_HOW_MANY) or _named(many, SAYS_HOW_MANY) or _told_beside(asserted, hurt)
    for surer, vague in ONE_THING:
        if surer in how:
            how.pop(vague, None)
    killing = {act: times for act, times in said.items() if act is Act.KILLING}
    telling = {act: times for act, times in said.items() if act not in SAYS_NOT_HOW}
    chosen = how or killing or telling or said
    return min(chosen, key=lambda act: (-chosen[act], act.value))


def _told_beside(asserted: Sequence[Sketch], hurt: Sequence[Sketch]) -> Counter[Act]:
    """Acts told without those harmed: where those who count people do not say how they were harmed, only if there is
    one such act; or a fight, if they were fighters.
    """
    if not hurt:
        return _named(asserted, SAYS_HOW)
    acts = {each.act for each in asserted if each.act in SAYS_HOW_MANY and each not in hurt}
    fell = {each.claim.victims.status for each in hurt if each.claim.victims is not None}
    if Act.ARMED_CLASH in acts and fell == {Status.COMBATANT}:
        return Counter({Act.ARMED_CLASH})
    return Counter(acts) if len(acts) == 1 else Counter()


def _named(members: Sequence[Sketch], acts: frozenset[Act]) -> Counter[Act]:
    """How often each act is named where a place is told too; where none is, how often at all: a headline is brief."""
    found = [each for each in members if each.act in acts]
    return Counter(each.act for each in [each for each in found if each.level >= PROVINCE] or found)


def _reported(members: Sequence[Sketch]) -> Period:
    """What no words date, by the first report that tells it as news."""
    told = [each.claim.when for each in members if each.claim.when.only_reported]
    return min(told, key=lambda when: (when.start or "", when.end or ""), default=Period())


def _span(timed: Sequence[Sketch]) -> Period:
    """From the first day named to the last."""
    if len({(each.start, each.end) for each in timed}) == 1:
        return timed[0].claim.when
    first = min(timed, key=lambda each: (each.start, each.id)).claim.when
    last = max(timed, key=lambda each: (each.end, each.id)).claim.when
    return Period(start=first.start, end=last.end, precision=Precision.RANGE)
