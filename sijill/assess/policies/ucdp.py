"""Policy `ucdp`: low, best and high of deaths, by side, civilians and unknown; clarity and precision as codes.

After the UCDP GED Codebook; not reviewed by it. best: of the figures by voices without interest the lower one, for
where no source is the more reliable the lower figure is taken; low: the lowest of these; high: the highest of all,
interested and unverified ones too. What only a belligerent says is in the high alone. best = deaths_a + deaths_b +
deaths_civilians + deaths_unknown.

sides    a is the state among those who are said to have acted or died (else the first by name), b the next
grade    event_clarity: 1 one event, 2 aggregated; with where_prec 1 to 7 and date_prec 1 to 5 as reasons
"""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date

from sijill.assess.figure import Figure, current
from sijill.assess.figures import figures
from sijill.assess.policies.policy import Evidence, Policy
from sijill.assess.policies.ranges import claims_of, range_of, ranges_of
from sijill.language.folding import fold
from sijill.model.claim import Harm, Status
from sijill.model.decision import Reason
from sijill.model.finding import CasualtyRange, Grade, accused
from sijill.model.place import PlacePrecision
from sijill.model.when import Period, Precision

NAME = "ucdp"
DEAD = frozenset({Harm.KILLED, Harm.FOUND_DEAD})
SIDES = ("deaths_a", "deaths_b", "deaths_civilians", "deaths_unknown")
WHERE = {
    PlacePrecision.EXACT: 1,
    PlacePrecision.SITE: 1,
    PlacePrecision.SETTLEMENT: 1,
    PlacePrecision.DISTRICT: 3,
    PlacePrecision.PROVINCE: 4,
    PlacePrecision.COUNTRY: 6,
}
DATE = {Precision.HOUR: 1, Precision.DAY: 1, Precision.WEEK: 3, Precision.MONTH: 4}


def ranges(evidence: Evidence) -> Mapping[Harm, CasualtyRange]:
    """Deaths with their sides in `by_status`; other harms as they are reported."""
    made = ranges_of(NAME, evidence, figures(evidence.testimonies), range_of)
    said = current(figures(evidence.testimonies))
    sides = _sides(evidence)
    return {
        harm: _deaths(each, [f for f in said if f.harm is harm], sides, evidence) if harm in DEAD else each
        for harm, each in made.items()
    }


def _deaths(plain: CasualtyRange, said: Sequence[Figure], sides: Sequence[str], evidence: Evidence) -> CasualtyRange:
    wholes = [each for each in said if not each.part and not each.subset and not each.people] or list(said)
    total = _three(plain, wholes)
    if total.unknown:
        return replace(total, by_status={})
    of_side: dict[str, list[Figure]] = {}
    for each in said:
        if each.status in (Status.CIVILIAN, Status.COMBATANT) and not each.people:
            of_side.setdefault(_side(each, sides, evidence), []).append(each)
    by_side = {side: _three(plain, members) for side, members in of_side.items() if side != "deaths_unknown"}
    return _with_unknown(total, by_side)


def _with_unknown(total: CasualtyRange, by_side: Mapping[str, CasualtyRange]) -> CasualtyRange:
    """The rest of the best figure is of unknown side; where the sides come to more, they are the best figure."""
    known = sum(each.best or 0 for each in by_side.values())
    best = max(total.best or 0, known)
    unknown = replace(total, best=best - known, low=None, high=None, by_status={}, by_group={}, over_time=())
    filled = {side: by_side.get(side, replace(unknown, best=0)) for side in SIDES[:3]}
    high = None if total.high is None else max(total.high, best)
    return replace(total, best=best, high=high, by_status={**filled, "deaths_unknown": unknown})


def _three(plain: CasualtyRange, said: Sequence[Figure]) -> CasualtyRange:
    """low, best and high [persons] of figures that count the same people."""
    lows = [each for each in said if each.low is not None]
    highs = [each for each in said if each.high is not None]
    open_ = [each for each in lows if each.high is None]
    trusted = [each for each in lows if not each.interested]
    if not lows and not highs:
        return replace(plain, low=None, high=None, best=None, unknown=True)
    low = min((each.low or 0 for each in trusted), default=0)
    reach = max([*(each.high or 0 for each in highs), *(each.low or 0 for each in lows)])
    beyond = [each for each in open_ if (each.low or 0) >= reach]
    return replace(
        plain,
        low=low,
        best=low,
        high=None if beyond and not highs else reach,
        unknown=False,
        low_rests_on=claims_of(each for each in trusted if each.low == low) or claims_of(said),
        high_rests_on=claims_of(each for each in said if reach in (each.low, each.high)),
        by_status={},
    )


def _sides(evidence: Evidence) -> list[str]:
    """Ids of the parties that acted, or that the dead are said to have belonged to: a state first, then by name."""
    named = {
        *accused(evidence.attribution),
        *(party for each in evidence.testimonies for party in _of(_victims(each.claim.victims), evidence)),
    }
    known = {str(each.id): each for each in evidence.parties.values()}
    return sorted((each for each in named if each in known), key=lambda each: (known[each].kind != "state", each))


def _victims(victims: object) -> str:
    return fold(getattr(victims, "text", "") or "")


def _of(words: str, evidence: Evidence) -> list[str]:
    """Parties whose name or a spelling of it stands in the words for the victims."""
    if not words:
        return []
    return [
        str(party.id)
        for party in evidence.parties.values()
        if any(f" {fold(name)} " in f" {words} " for name in (party.name, *party.aliases) if fold(name))
    ]


def _side(figure: Figure, sides: Sequence[str], evidence: Evidence) -> str:
    if figure.status is Status.CIVILIAN:
        return "deaths_civilians"
    words = " ".join(_victims(e.claim.victims) for e in evidence.testimonies if e.claim.id in figure.claims)
    belongs = [each for each in _of(words, evidence) if each in sides[:2]]
    return SIDES[sides.index(belongs[0])] if len(belongs) == 1 else "deaths_unknown"


def where_prec(evidence: Evidence) -> int | None:
    """1 exact, 2 within about 25 km, 3 second-order division, 4 first-order, 6 country; None: no place is known."""
    return 2 if evidence.around else WHERE.get(evidence.where.precision)


def date_prec(when: Period) -> int | None:
    """1 a day, 2 two to six days, 3 a week, 4 a month, 5 longer; None where no day is known."""
    if when.start is None or when.end is None:
        return None
    days = (date.fromisoformat(when.end[:10]) - date.fromisoformat(when.start[:10])).days + 1
    spanned = 1 if days == 1 else 2 if days < 7 else 3 if days == 7 else 4 if days <= 31 else 5
    return DATE.get(when.precision, spanned)


def grade(evidence: Evidence) -> Grade:
    """Clear if it is one event of a week at most and a district at most, else aggregated."""
    where, day = where_prec(evidence), date_prec(evidence.when)
    clear = where is not None and where <= 3 and day is not None and day <= 3
    codes = {"event_clarity": 1 if clear else 2, "where_prec": where, "date_prec": day}
    sides = _sides(evidence)
    reasons = (
        Reason(code="ucdp_codes", values=codes),
        Reason(code="ucdp_sides", values={"a": sides[0] if sides else None, "b": sides[1] if len(sides) > 1 else None}),
    )
    return Grade(value="clear" if clear else "aggregated", reasons=reasons)


UCDP = Policy(
    name=NAME,
    version=1,
    source="UCDP Georeferenced Event Dataset, Codebook (Sundberg and Melander 2013); not reviewed by it",
    ranges=ranges,
    grade=grade,
)
