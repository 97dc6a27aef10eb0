"""What a claim bears: an event, a situation, a mention of one, or something that stands beside; and what is left of an
incident that its report tells.
"""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from enum import StrEnum

from sijill.language.folding import fold
from sijill.language.places.calling import stands_in
from sijill.link.pairs.compare import HEADLINE, TELLING_IN_ONE_REPORT, compare_places
from sijill.link.pairs.families import INCIDENT_BY_ITSELF, LASTING
from sijill.link.pairs.levels import ABOUT_THERE
from sijill.link.pairs.sketch import TOWN, Sketch
from sijill.model.claim import Act, ClaimId, Harm, Modality, Reach, Stance, Status
from sijill.model.document import DocumentId
from sijill.model.toll import Extent
from sijill.model.when import Precision

MONTH, SEASON, YEAR = 31, 100, 366
AT_MOST, LASTS = 3, {Act.ARMED_CLASH: 14}
"""Days that an incident lasts of which a report tells while it goes on, by its act."""
SINCE = ("since ", "منذ ")
GROWS = frozenset({Harm.KILLED, Harm.INJURED, Harm.CASUALTIES})
"""Numbers that grow while it goes on; "missing since Monday" is the day it happened."""
AFTER = frozenset({Harm.FOUND_DEAD, Harm.INJURED})
"""What is found after an incident, where nobody says how or when it happened."""
TAKEN_TO = frozenset(
    fold(each)
    for each in "hospital hospitals clinic medical morgue morgues mortuary مستشفى مستشفيات مشفى عيادة مشرحة".split()
)
"""Where people are brought from other places."""
WEEK = 7
"""Days between a killing and the finding of its dead, where one of several reports tells of both."""
GRAVES = frozenset(fold(each) for each in "grave graves مقبرة مقابر قبر قبور".split())

MOST_IN_ONE_INCIDENT = 500
"""Persons. More are known of single incidents, but those are told with a day or a town."""

MOST_IN_ONE_TOWN = 5000
"""Persons, without a month. The largest massacres are argued over for years: they need a person who decides."""

Told = tuple[DocumentId, Harm, int | None]


class Bearing(StrEnum):
    """event: can be an event by itself. mention: joins one, never makes one. situation: a siege, a campaign.

    beside: general words, shown beside events and never counted. cumulative (a total of a period), sum (of incidents
    that its report tells: totals/sums.py), unreal: in no event.
    """

    EVENT = "event"
    MENTION = "mention"
    SITUATION = "situation"
    BESIDE = "beside"
    CUMULATIVE = "cumulative"
    SUM = "sum"
    UNREAL = "unreal"


def bearing(sketch: Sketch) -> Bearing:
    """Read from the top: the first rule that holds decides. A row of a dataset of events is one."""
    claim = sketch.claim
    if sketch.listed is not None:
        return Bearing.EVENT
    if claim.modality in (Modality.THREATENED, Modality.PLANNED, Modality.HYPOTHETICAL):
        return Bearing.UNREAL
    if claim.reach is Reach.GENERAL:
        return Bearing.BESIDE
    if (claim.toll is not None and (claim.toll.cumulative or _of_a_period(sketch))) or _over_years(sketch):
        return Bearing.CUMULATIVE
    if claim.modality is Modality.HABITUAL or (claim.act in LASTING and not _counted(sketch)) or _for_weeks(sketch):
        return Bearing.SITUATION
    owned = claim.stance is Stance.ACCEPTS_RESPONSIBILITY and claim.toll is not None
    if claim.stance is not Stance.ASSERTS and not owned:
        return Bearing.MENTION
    return Bearing.EVENT if _stands_alone(sketch) else Bearing.MENTION


def heads_of_totals(drawn: Iterable[Sketch]) -> frozenset[ClaimId]:
    """Headlines that give, without a day of their own, the number that their report then tells as a running total of
    the same people, in the same place or a wider one: ten and more, because small numbers are told of many things."""
    running: dict[Told, list[Sketch]] = defaultdict(list)
    heads: list[tuple[Sketch, Told]] = []
    for each in drawn:
        told = (each.document, each.claim.harm, each.number)
        if (each.number or 0) < TELLING_IN_ONE_REPORT or each.listed is not None:
            continue
        if bearing(each) is Bearing.CUMULATIVE:
            running[told].append(each)
        elif each.begin <= HEADLINE and not each.timed:
            heads.append((each, told))
    return frozenset(head.id for head, told in heads if any(_heads(head, each) for each in running.get(told, ())))


def _heads(head: Sketch, total: Sketch) -> bool:
    there = _ground(head)
    within = there is None or there == _ground(total) or (total.place is not None and total.place in head.ring)
    return within and (head.level < TOWN or head.place == total.place) and _same_people(head, total)


def _ground(sketch: Sketch) -> str | None:
    return sketch.place or sketch.place_words


def _same_people(head: Sketch, total: Sketch) -> bool:
    """As far as their words tell: "people" may be anybody."""
    ours, theirs = head.claim.victims, total.claim.victims
    if ours is None or theirs is None or Status.UNKNOWN in (ours.status, theirs.status):
        return True
    return ours.status is theirs.status


def _of_a_period(sketch: Sketch) -> bool:
    """A number for longer than a season is a running total, whatever it is called; but a killing in a town may be
    known by its year alone ("in 1998"). So is one that has grown "since Saturday" for longer than its act lasts."""
    if not _counted(sketch) or sketch.days is None or _is_held(sketch):
        return False
    if sketch.days <= SEASON:
        return sketch.days > LASTS.get(sketch.act, AT_MOST) and _runs_on(sketch)
    by_year = sketch.claim.when.precision is Precision.YEAR and sketch.level >= 4
    return not by_year or beyond_one_incident(sketch)


def _over_years(sketch: Sketch) -> bool:
    """ "Infants have died there over the past four years"."""
    return sketch.claim.toll is None and sketch.claim.harm in GROWS and (sketch.days or 0) > YEAR


def _for_weeks(sketch: Sketch) -> bool:
    """ "Since 11 May", beside an act of which no harm is told, longer ago than a week; not "the first since the war
    began"."""
    started = fold(sketch.claim.when.text or "").startswith(SINCE)
    return started and sketch.claim.harm is Harm.NONE and WEEK < (sketch.days or 0) <= SEASON


def _is_held(sketch: Sketch) -> bool:
    """One who has been held for months is no total."""
    return sketch.number == 1 and sketch.claim.harm in (Harm.DETAINED, Harm.ABDUCTED)


def _runs_on(sketch: Sketch) -> bool:
    """ "Since Saturday", until the report; the Arabic word is that of "two weeks ago" too."""
    grows = sketch.claim.harm in GROWS and (sketch.number or 0) > 1
    until = sketch.told is not None and sketch.end + 1 >= sketch.told
    return grows and until and fold(sketch.claim.when.text or "").startswith(SINCE)


def beyond_one_incident(sketch: Sketch) -> bool:
    """So many people, known by a country or province and by no month, are hardly those of one incident."""
    wide = sketch.level in (1, 2) or (sketch.days or 0) > SEASON
    most = MOST_IN_ONE_INCIDENT if wide else MOST_IN_ONE_TOWN
    return (sketch.days is None or sketch.days > MONTH) and (sketch.number or 0) >= most


def _counted(sketch: Sketch) -> bool:
    return sketch.number is not None and sketch.claim.harm not in (Harm.NONE, Harm.DEPRIVED)


def _stands_alone(sketch: Sketch) -> bool:
    """A number of people; or an act of violence with a place and a time, at least one of them in the claim's own words
    (the other may be carried over from the sentences before)."""
    claim = sketch.claim
    if claim.harm is Harm.NONE and sketch.act not in INCIDENT_BY_ITSELF:
        return False
    if claim.harm is Harm.DISPLACED and claim.victims is not None and claim.victims.status is Status.COMBATANT:
        return False  # fighters who are driven out of a place lose it
    if beyond_one_incident(sketch):
        return False
    if sketch.number is not None and claim.harm is not Harm.NONE:
        return True
    placed = stands_in(claim.where.text or None, claim.quote)
    carried = claim.when.text is None and sketch.days == 1
    if (claim.when.only_reported or carried) and _is_news_of_there(sketch):
        return True
    own = placed or stands_in(claim.when.text or None, claim.quote)
    return own and sketch.level >= 3 and sketch.days is not None and sketch.days <= YEAR


def _is_news_of_there(sketch: Sketch) -> bool:
    """ "Many people were killed in Kessa", told as news: an incident of which nobody gives a number. A headline without
    one says what its report counts, and "many of them" are some of those told of.
    """
    toll = sketch.claim.toll
    placed = sketch.level >= 3 or sketch.unlisted is not None
    whole = toll is None or toll.extent is Extent.WHOLE
    return placed and whole and sketch.claim.harm in GROWS and sketch.begin > HEADLINE


def is_aftermath(members: Collection[Sketch]) -> bool:
    """Whether all that the claims tell is what was left: where people were found is not where they were harmed."""
    harmed = [each for each in members if each.claim.harm is not Harm.NONE]
    return bool(harmed) and all(
        each.act is Act.OTHER and each.claim.harm in AFTER and not each.timed for each in harmed
    )


def tell_how(told: Sequence[Sketch], founders: Sequence[int]) -> Mapping[DocumentId, Sequence[Sketch]]:
    """Of each report the counts of people of whom it tells how they were harmed: what is found may be of those."""
    found: dict[DocumentId, list[Sketch]] = defaultdict(list)
    for each, founder in zip(told, founders, strict=True):
        if founder and each.number is not None and not is_aftermath([each]):
            found[each.document].append(each)
    return found


def is_left_of(members: Collection[Sketch], told: Mapping[DocumentId, Sequence[Sketch]]) -> bool:
    """Whether they may be some of those whom their report counts: no more than these, and about there, at a hospital or
    at no place that has a name. A grave of 200 in another town is an incident of its own. If several reports tell of
    them, it is enough that half of these tell of such a killing, in the same days.
    """
    alone = {each.document for each in members if not _may_be_some_of(each, told.get(each.document, ()))}
    if not alone:
        return True
    buried = any(_is_of_a_grave(each) for each in members)
    for each in members:
        near = [count for count in told.get(each.document, ()) if _in_the_same_days(each, count)]
        if not _may_be_some_of(each, [count for count in near if not (buried and count.family == "bombardment")]):
            alone.add(each.document)
    known = [each for each in members if each.document not in alone]
    enough = len({each.document for each in known}) >= len(alone)
    return enough and max(each.number or 0 for each in known) >= max(each.number or 0 for each in members)


def _in_the_same_days(found: Sketch, count: Sketch) -> bool:
    """Whether people were harmed within a week of the day on which others were found, else of their report."""
    if count.days is None:
        return True
    first, last = (found.start, found.end) if found.days is not None else (found.told, found.told)
    return first is None or last is None or (first - count.end <= WEEK and count.start - last <= WEEK)


def _is_of_a_grave(sketch: Sketch) -> bool:
    """Bombs and shells leave nobody in a mass grave."""
    return not GRAVES.isdisjoint(fold(sketch.claim.quote).split())


def _may_be_some_of(found: Sketch, told: Sequence[Sketch]) -> bool:
    enough = [each for each in told if (each.number or 0) >= (found.number or 0)]
    nowhere = found.place is None and (found.place_words is None or found.described)
    return bool(enough) and (
        nowhere or _was_taken(found) or any(compare_places(found, each) in ABOUT_THERE for each in enough)
    )


def _was_taken(sketch: Sketch) -> bool:
    return not TAKEN_TO.isdisjoint(fold(f"{sketch.claim.quote} {sketch.claim.where.text or ''}").split())
