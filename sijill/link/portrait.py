"""What a group of claims says together: its act, the finest time and place that most of them give."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from sijill.language.places.calling import described
from sijill.link.pairs.families import FAMILY, RARE
from sijill.link.pairs.sketch import DISTRICT, FAR_FUTURE, FAR_PAST, PROVINCE, TOWN, Sketch, names_nothing
from sijill.link.places import fineness, where_of
from sijill.model.claim import SAYS_NOT_HOW, Act, ClaimId, Harm, Stance, Status
from sijill.model.place import Where
from sijill.model.toll import Extent
from sijill.model.when import Period, Precision

SEASON = 100
"""Days."""
MONTH = 31
"""Days."""
WEEK = 7
"""Days."""
NEAR = 3
"""Days between a number and a part of it that are those of one incident."""
SEVERAL_TOWNS = 3
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
    timed = timed if whole_span else _of_the_news(timed, members)
    starts = Counter(each.start for each in timed)
    dating = _while_they_were_harmed(timed) or timed
    finest = min(dating, key=lambda each: (each.days, -starts[each.start], each.id), default=None)
    dated = _with_its_parts(_as_told_of_the_act(finest, timed), timed, members) if finest is not None else []
    placed = _of_what_was_done([each for each in members if each.level > 0], members)
    places = Counter(each.place for each in placed)
    wide = _whole_of_a_wider_place(placed) or _area_struck(placed)
    named = max(
        wide or _where_counted(placed),
        key=lambda each: (fineness(each), places[each.place], not names_nothing(each.claim.where.text or ""), each.id),
        default=None,
    )
    told = _span(dated) if len(dated) > 1 else _finer(dated[0], members) if dated else _bounded(members)
    when = _span(timed) if whole_span and timed else told
    return Portrait(
        claims=tuple(each.id for each in members),
        act=_act(members),
        when=when,
        where=named.claim.where if wide and named else where_of(members, named),
        start=min((each.start for each in (timed if whole_span else dated)), default=FAR_PAST),
        end=max((each.end for each in (timed if whole_span else dated)), default=FAR_FUTURE),
        places=tuple(sorted({each.place for each in members if each.place})),
        ring=tuple(sorted({place for each in members for place in each.ring})),
        parties=frozenset().union(
            *(each.parties for each in members if each.claim.stance is not Stance.DENIES), frozenset()
        ),
    )


def _while_they_were_harmed(timed: Sequence[Sketch]) -> list[Sketch]:
    """Those who count the people of the event, where all of them say that it took days ("18 in four days"): a
    day on which something of it was told is no day of them all. "68 since Saturday" beside "11 on Thursday" in one
    report is no count of the event.
    """
    counted = [each for each in timed if each.claim.stance in AS_DONE and each.claim.harm in HURT and _is_whole(each)]
    killed = [each for each in counted if each.claim.harm is not Harm.INJURED] or counted
    of_a_day = {each.document for each in killed if each.claim.when.precision is not Precision.RANGE}
    most = max((each.number or 0 for each in killed), default=0)
    whole = [each for each in killed if 2 * (each.number or 0) >= most]
    return whole if of_a_day.isdisjoint(each.document for each in whole) else []


def _as_told_of_the_act(finest: Sketch, timed: Sequence[Sketch]) -> Sketch:
    """ "45 in two days", beside "the fighting flared up on Sunday and went on into Monday" in one report: from Sunday
    to Monday; a number of days is counted back roughly.
    """
    if finest.days == 1 or not _is_whole(finest):
        return finest
    told = (each for each in timed if each.document == finest.document and each.act is finest.act)
    inner = [
        each
        for each in told
        if each.claim.harm is Harm.NONE
        and each.claim.when.precision is Precision.RANGE
        and finest.start <= each.start
        and each.end == finest.end
    ]
    return min([*inner, finest], key=lambda each: (each.days or 0, each.id))


def _with_its_parts(one: Sketch, timed: Sequence[Sketch], members: Sequence[Sketch]) -> list[Sketch]:
    """ "85 fell, 50 of them on Thursday", in news of Friday: on both; so of "two were stoned, one on Friday and one on
    Saturday".
    """
    most = max((each.number or 0 for each in members), default=0)
    counted = [each for each in timed if each.document == one.document and each.days == 1 and _is_whole(each)]
    by_day = {each.start: each for each in counted if each.claim.harm is Harm.KILLED}
    if len(by_day) > 1 and sum(each.number or 0 for each in by_day.values()) == most:
        return list(by_day.values())
    near = [each for each in timed if each.document == one.document and _is_near(each, one)]
    parts = [each for each in near if _is_part(each) and each.act in SAYS_HOW_MANY]
    whole = [each for each in near if _is_whole(each) and each.number == most]
    return [one, *parts, *whole] if parts and one.number is not None else [one]


def _is_near(sketch: Sketch, other: Sketch) -> bool:
    return sketch.days == 1 and other.days == 1 and abs(sketch.start - other.start) <= NEAR


def _of_the_news(timed: list[Sketch], members: Sequence[Sketch]) -> list[Sketch]:
    """Without months and years long before what is told as news: "in 2029 too many were killed"."""
    news = [each.claim.when.start for each in members if each.claim.when.only_reported]
    first = min((day for day in news if day is not None), default=None)
    if first is None:
        return timed
    return [each for each in timed if (each.days or 0) <= MONTH or (each.claim.when.end or first) >= first]


def _is_whole(sketch: Sketch) -> bool:
    toll = sketch.claim.toll
    return toll is not None and toll.number is not None and toll.extent is not Extent.PART


def _background(sketch: Sketch) -> bool:
    """ "The first bombing since the war began": of an act without victims that took years, no event has its days."""
    return sketch.claim.harm is Harm.NONE and (sketch.days or 0) > SEASON


def _of_what_was_done(placed: list[Sketch], members: Sequence[Sketch]) -> list[Sketch]:
    """Without the places of other acts that harmed nobody ("rockets also hit the harbour quarter", beside a gas attack
    on the suburbs), if a place as fine as a district is told without them. Not of what stands within the words for
    those who were harmed ("two were hurt and a house was damaged in an attack that hit the harbour quarter")."""
    kin = {FAMILY[act] for act in (*SAYS_NOT_HOW, _act(members))}
    harmed = [each for each in members if each.claim.harm is not Harm.NONE]
    done = [each for each in placed if each.claim.harm is not Harm.NONE or each.family in kin or _within(each, harmed)]
    return done if any(each.level >= DISTRICT for each in done) else placed


def _where_counted(placed: list[Sketch]) -> list[Sketch]:
    """Where those are counted whom the event harmed, in a town: without places of claims that count none of them and
    neither lie there nor hold it ("a shell also fell on Sabha"), and without those of a part ("two at the bridge").
    Where none is in a known town, without places of those who were only taken ("ten are held in a school"), and beside
    a village that no table has without known ones of claims that count nobody.
    """
    hurt = [each for each in placed if each.claim.stance in AS_DONE and each.claim.harm in HURT and _is_whole(each)]
    killed = [each for each in hurt if each.claim.harm is not Harm.INJURED] or hurt
    most = max((each.number or 0 for each in killed), default=0)
    sure = [each for each in killed if 2 * (each.number or 0) >= most and each.level >= TOWN]
    words = {each.claim.where.text for each in sure}
    near = (each for each in placed if any(each.place in one.ring or one.place in each.ring for one in sure))
    kept = {each.id for each in near if not _is_part(each) and each.claim.harm in HURT | {Harm.NONE}}
    kept |= {each.id for each in placed if each.claim.where.text in words}
    if not sure:
        left = [each for each in placed if each.claim.harm in HURT | {Harm.NONE} or not killed]
        whole = [each for each in left if not _is_part(each)]
        if any(each.unlisted is not None and each.level >= PROVINCE and each in killed for each in whole):
            whole = [each for each in whole if each.claim.harm is not Harm.NONE or each.unlisted is not None]
        return whole if any(each.level >= PROVINCE and each in killed for each in whole) else left
    return [each for each in placed if each.id in kept or each in hurt]


def _is_part(sketch: Sketch) -> bool:
    return sketch.claim.toll is not None and sketch.claim.toll.extent is Extent.PART


def _within(sketch: Sketch, others: Iterable[Sketch]) -> bool:
    return any(
        each.document == sketch.document and each.begin <= sketch.begin and sketch.finish <= each.finish
        for each in others
    )


def _whole_of_a_wider_place(placed: Sequence[Sketch]) -> list[Sketch]:
    """Where one report counts more people in a province than all its counts in towns, those who count them there: the
    towns are parts of it. Not where the counts of one sentence in a town make up the number; "nine of them in Varna" is
    no part beside "27 outside Varna".
    """
    counted = [each for each in placed if each.number is not None and each.claim.harm is not Harm.NONE]
    most = max((each.number or 0 for each in counted), default=0)
    whole = [each for each in counted if each.number == most]
    reports = {each.document for each in whole}
    widest = max((each.level for each in whole), default=0)
    others = [each for each in counted if each.number != most and each.document in reports and each.level > widest]
    finer = [each for each in others if not _is_part(each) or each.place not in {one.place for one in whole}]
    return whole if 2 <= widest <= 3 and finer and not _adds_up(finer, most) else []


def _area_struck(placed: Sequence[Sketch]) -> list[Sketch]:
    """Where three towns and more are named, or two in an attack with gas, those who name the area told most, if any."""
    towns = {each.town or each.place for each in placed if each.level >= TOWN}
    if len(towns) < (SEVERAL_TOWNS - 1 if any(each.act in RARE for each in placed) else SEVERAL_TOWNS):
        return []
    areas = [
        each
        for each in placed
        if each.level == DISTRICT and each.town is None and described(each.claim.where.text) is None
    ]
    times = Counter(each.place for each in areas)
    most = max(times, key=lambda place: (times[place], place or ""), default=None)
    return [each for each in areas if each.place == most]


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
    dead = [each for each in hurt if each.claim.harm is Harm.KILLED]
    fallen = dead or [each for each in hurt if each.claim.harm is not Harm.INJURED]
    most = max((each.number or 0 for each in fallen), default=0)
    whole = [each for each in fallen if each.number == most]
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


def _bounded(members: Sequence[Sketch]) -> Period:
    """What has no first day: up to the earliest last one that words tell ("in recent days", "before the town fell"),
    else by the first report that tells it as news, and on the day of other news where one tells it among them.
    """
    until = [each.claim.when for each in members if each.claim.when.start is None and each.claim.when.end is not None]
    told = until or [each.claim.when for each in members if each.claim.when.only_reported]
    first = min(told, key=_edges, default=Period())
    days = (
        each
        for each in told
        if each.start == each.end and (first.start or "") <= (each.start or "") <= (first.end or "")
    )
    return first if until else min(days, key=_edges, default=first)


def _edges(when: Period) -> tuple[str, str]:
    return when.start or "", when.end or ""


def _finer(finest: Sketch, members: Iterable[Sketch]) -> Period:
    """Of a month ("in May") the days up to the first report that tells it as news in that month; so of the weeks
    since an offensive began in which nobody is counted, beside a count that is told as news.
    """
    when = finest.claim.when
    weeks = finest.act is Act.OTHER and finest.claim.harm is Harm.NONE and (finest.days or 0) > WEEK
    counted = (each for each in members if not weeks or each.number is not None)
    news = (each.claim.when for each in counted if each.claim.when.only_reported)
    within = [
        each for each in news if (when.start or "") <= (each.start or "") and (each.end or "") <= (when.end or "")
    ]
    whole = when.precision is Precision.MONTH
    return min(within, key=_edges, default=when) if whole or weeks else when


def _span(timed: Sequence[Sketch]) -> Period:
    """From the first day named to the last."""
    if len({(each.start, each.end) for each in timed}) == 1:
        return timed[0].claim.when
    first = min(timed, key=lambda each: (each.start, each.id)).claim.when
    last = max(timed, key=lambda each: (each.end, each.id)).claim.when
    return Period(start=first.start, end=last.end, precision=Precision.RANGE)
