"""Figures to ranges: what the policies share. A policy says which figures count and how bounds are taken from them."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace

from sijill.assess.figure import Figure, current, says_nobody
from sijill.assess.figures import NEVER_TWO_OF, figures
from sijill.assess.policies.fallen import fallen_of, of_party
from sijill.assess.policies.policy import Evidence
from sijill.assess.testimony import Testimony, later
from sijill.model.claim import Claim, ClaimId, Harm, Modality, Stance, Status
from sijill.model.finding import CasualtyRange, TollAt
from sijill.model.toll import Hedge

Bound = tuple[int | None, tuple[ClaimId, ...]]
Bounds = Callable[[Iterable[Figure]], tuple[Bound, Bound]]


def ranges_of(policy: str, evidence: Evidence, found: Iterable[Figure], bounds: Bounds) -> Mapping[Harm, CasualtyRange]:
    """A range for every harm that somebody asserts or admits: unknown where nobody gives a number.

    policy       its name         found    the figures that count under it
    evidence     whose groups are counted and whose harms are shown         bounds   low and high of some figures
    """
    of_harm: dict[Harm, list[Figure]] = defaultdict(list)
    for figure in found:
        of_harm[figure.harm].append(figure)
    groups, fallen = _by_group(evidence.testimonies), fallen_of(evidence.testimonies, evidence.parties)
    return {
        harm: replace(each, by_group={**each.by_group, **_by_party(policy, of_harm[harm], fallen, bounds)})
        for harm in _harms(evidence.testimonies)
        for each in [_with_details(policy, of_harm[harm], groups.get(harm, {}), bounds)]
    }


def range_of(found: Iterable[Figure]) -> tuple[Bound, Bound]:
    """Low and high [persons] with the claims they rest on. Parts raise the floor and never compete.

    A part bounds the whole of its own origin; everybody's only if its origin gives no whole, and no belligerent's part
    bounds what others count.
    """
    standing = current(list(found))
    wholes, parts = _same_people(standing)
    low, high, proven = _least(_raised(wholes, parts)), _greatest(wholes), _floor(parts)
    floor = proven if low[0] is None else _floor(_binding(wholes, parts))
    return (
        floor if _above(floor[0], low[0]) else low,
        proven if high[0] is not None and _above(proven[0], high[0]) else high,
    )


def _above(floor: int | None, bound: int | None) -> bool:
    """Does what parts prove reach beyond a bound, or stand where there is none?"""
    return floor is not None and (bound is None or floor > bound)


def _raised(wholes: Sequence[Figure], parts: Sequence[Figure]) -> list[Figure]:
    """Each whole with no lower bound below what parts of its own origin prove, or add up to in one report. No sum is a
    floor for another one, which may count the same people by other numbers."""
    by_origin: dict[str, list[Figure]] = defaultdict(list)
    for part in [*parts, *(each for each in wholes if each.proven)]:
        by_origin[part.origin].append(part)
    raised = []
    for whole in wholes:
        told = by_origin[whole.origin]
        low, claims = _floor([each for each in told if not each.proven] if len(whole.claims) > 1 else told)
        raised.append(_with_least(whole, low, claims) if _above(low, whole.low) else whole)
    return raised


def _with_least(whole: Figure, low: int | None, claims: tuple[ClaimId, ...]) -> Figure:
    """A number that its own voice proves to be too small, with the least that it can be."""
    high = whole.high if whole.high is None or low is None else max(whole.high, low)
    return replace(whole, low=low, high=high, claims=claims)


def _binding(wholes: Sequence[Figure], parts: Sequence[Figure]) -> list[Figure]:
    """The parts that bound everybody's number."""
    with_a_whole = {whole.origin for whole in wholes}
    others_count = any(not whole.interested for whole in wholes)
    return [part for part in parts if part.origin not in with_a_whole and not (part.interested and others_count)]


def _with_details(
    policy: str, found: Sequence[Figure], groups: Mapping[str, list[Figure]], bounds: Bounds
) -> CasualtyRange:
    closed, standing = _of_known_status(found), {each.claims for each in current(list(found))}
    stand = _as_hedged([each for each in found if each.claims in standing])
    statuses = sorted({figure.status for figure in stand} & {Status.CIVILIAN, Status.COMBATANT})
    as_whole = {status: _of_status([each for each in stand if each.status is status], closed) for status in statuses}
    plain = _range(policy, found, bounds)
    return replace(
        plain,
        by_status={status.value: _range(policy, members, bounds) for status, members in as_whole.items()},
        by_group={group: _range(policy, groups[group], bounds) for group in sorted(groups)},
        over_time=_over_time(found, bounds),
    )


def _by_party(
    policy: str, found: Sequence[Figure], fallen: Mapping[ClaimId, str], bounds: Bounds
) -> Mapping[str, CasualtyRange]:
    """Of the fighters of each party that the words for them name."""
    closed, standing = _of_known_status(found), {each.claims for each in current(list(found))}
    theirs = of_party(_as_hedged([each for each in found if each.claims in standing]), fallen)
    return {party: _range(policy, _of_status(theirs[party], closed), bounds) for party in sorted(theirs)}


def _range(policy: str, found: Sequence[Figure], bounds: Bounds) -> CasualtyRange:
    (low, low_claims), (high, high_claims) = bounds(found)
    return CasualtyRange(
        low=low,
        high=high,
        unknown=not low_claims and not high_claims,
        policy=policy,
        low_rests_on=low_claims,
        high_rests_on=high_claims,
    )


def _same_people(standing: Sequence[Figure]) -> tuple[list[Figure], list[Figure]]:
    """Those that count the people of the whole event, and those that count a part of them.

    "3 children" beside "20 people" is a part; alone, or among reports on children only, it is the whole. So is
    "another five" where nobody gives another number.
    """
    plain = [each for each in standing if not each.part and not each.subset]
    plain = [each for each in plain if not each.besides] or plain
    at_large = any(not each.people for each in plain)
    mixed = len({each.people for each in plain}) > 1
    wholes = [each for each in plain if not each.people or not (at_large or mixed)]
    chosen = {each.claims for each in wholes}
    return wholes, [each for each in standing if each.claims not in chosen]


def _least(wholes: Sequence[Figure]) -> Bound:
    lows = [figure.low for figure in wholes if figure.low is not None]
    if not lows:
        return None, ()
    return min(lows), claims_of(figure for figure in wholes if figure.low == min(lows))


def _greatest(wholes: Sequence[Figure]) -> Bound:
    """Open above if some claim is, and none reaches beyond it; then it rests on the claims that leave it open."""
    highs = [figure.high for figure in wholes if figure.high is not None]
    beyond = [figure for figure in wholes if figure.open_above and not any(high > (figure.low or 0) for high in highs)]
    if beyond or not highs:
        return None, claims_of(beyond)
    return max(highs), claims_of(figure for figure in wholes if figure.high == max(highs))


def _floor(parts: Sequence[Figure]) -> Bound:
    """The most that parts alone prove: one part, or children, women and men of one report added."""
    best: Bound = (None, ())
    for chosen in [*([part] for part in parts), *_added(parts)]:
        low = sum(part.low for part in chosen if part.low is not None)
        if any(part.low is not None for part in chosen) and (best[0] is None or low > best[0]):
            best = (low, claims_of(chosen))
    return best


def _added(parts: Sequence[Figure]) -> list[list[Figure]]:
    by_report: dict[tuple[str, str], dict[str, Figure]] = defaultdict(dict)
    for part in parts:
        if len(part.people) == 1 and part.people <= NEVER_TWO_OF and part.low is not None and not part.part:
            by_report[(part.document, part.origin)].setdefault(min(part.people), part)
    return [list(groups.values()) for groups in by_report.values() if len(groups) > 1]


def claims_of(found: Iterable[Figure]) -> tuple[ClaimId, ...]:
    """The claims of some figures, each once, in their order."""
    return tuple(dict.fromkeys(claim for figure in found for claim in figure.claims))


def _as_hedged(found: Sequence[Figure]) -> list[Figure]:
    """ "30 dead", above "at least 30 members of the Column": the headline leaves out that there may be more."""
    least = {(each.document, each.harm, each.low) for each in found if each.open_above and (each.low or 0) > 1}
    return [
        replace(each, high=None) if each.low == each.high and (each.document, each.harm, each.low) in least else each
        for each in found
    ]


def _of_known_status(found: Sequence[Figure]) -> set[ClaimId]:
    """The claims of sums that are all the dead, each number of fighters or of civilians: "17 fighters and a child"."""
    known = {each.claims[0] for each in found if each.status in (Status.CIVILIAN, Status.COMBATANT)}
    told = {each.low for each in found if len(each.claims) == 1}
    wholes = [each for each in found if len(each.claims) > 1 and (not each.subset or each.low in told)]
    return {claim for each in wholes if known.issuperset(each.claims) for claim in each.claims}


def _of_status(found: Sequence[Figure], closed: set[ClaimId]) -> list[Figure]:
    """Fighters, or civilians: a part of all the dead is the whole of these, unless its report counts more of them, or
    it is of children alone, beside whom other civilians may be dead. closed: as _of_known_status."""
    more = {each.document for each in found if not each.part and not each.subset}
    summed = [set(each.claims) for each in found if len(each.claims) > 1]
    told = [each for each in found if not any(set(each.claims) < claims for claims in summed)]
    return [
        replace(each, part=True)
        if each.subset and each.people and closed.isdisjoint(each.claims)
        else each
        if each.document in more
        else _as_whole(each)
        for each in told
    ]


def _as_whole(figure: Figure) -> Figure:
    """Named as a part of all the dead, a number is the whole of its own group."""
    return replace(figure, subset=False)


def _by_group(testimonies: Iterable[Testimony]) -> dict[Harm, dict[str, list[Figure]]]:
    """What is said of children, women ...: counted inside a claim, or by a claim of their own. The two of "Adem and his
    wife" are told of by who they are: not two women."""
    found: dict[Harm, dict[str, list[Figure]]] = defaultdict(lambda: defaultdict(list))
    heard = list(testimonies)
    by_who = {each.claim.id for each in heard if _is_by_who(each.claim)}
    for figure in figures(heard):
        if len(figure.people) == 1 and by_who.isdisjoint(figure.claims):
            found[figure.harm][min(figure.people)].append(_as_whole(figure))
    for each in heard:
        claim = each.claim
        counted = claim.stance is Stance.ASSERTS and claim.modality is Modality.ACTUAL
        cumulative = claim.toll is not None and claim.toll.cumulative
        if claim.victims is None or not claim.victims.counts or not counted or cumulative:
            continue
        for group, (low, high) in claim.victims.counts.items():
            if low is not None or high is not None:
                found[claim.harm][group].append(_counted(each, group, low, high))
    return found


def _is_by_who(claim: Claim) -> bool:
    """Several, where the words for them are their number: nobody counted them."""
    toll, victims = claim.toll, claim.victims
    return toll is not None and victims is not None and (toll.low or 0) > 1 and toll.text == victims.text


def _counted(each: Testimony, group: str, low: int | None, high: int | None) -> Figure:
    claim = each.claim
    return Figure(
        claims=(claim.id,),
        harm=claim.harm,
        low=low,
        high=high,
        hedge=Hedge.EXACT if low == high else Hedge.BETWEEN,
        text=f"{group}: {low} to {high}",
        part=False,
        subset=False,
        people=frozenset({group}),
        kind=frozenset({group}),
        span=claim.span,
        status=claim.victims.status if claim.victims else Status.UNKNOWN,
        document=claim.document,
        origin=each.origin,
        moment=each.moment,
        interested=each.interested,
    )


def _harms(testimonies: Iterable[Testimony]) -> list[Harm]:
    said = {
        each.claim.harm
        for each in testimonies
        if each.claim.stance in (Stance.ASSERTS, Stance.ACCEPTS_RESPONSIBILITY)
        and each.claim.modality is Modality.ACTUAL
        and not (each.interested and says_nobody(each.claim.toll))
    }
    return [harm for harm in Harm if harm in said and harm is not Harm.NONE]


def _over_time(found: Sequence[Figure], bounds: Bounds) -> tuple[TollAt, ...]:
    """The toll as it stood on each day on which a number was given, then with those of unknown day."""
    out = []
    for moment in [*sorted({figure.moment for figure in found if figure.moment}), None]:
        known = [each for each in found if moment is None or (each.moment and not later(each.moment, moment))]
        fresh = [each for each in found if each.moment == moment]
        if fresh:
            (low, _), (high, _) = bounds(known)
            out.append(TollAt(as_of=moment, low=low, high=high, claims=claims_of(fresh)))
    return tuple(out)
