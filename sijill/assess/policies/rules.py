"""A policy as a table: which figures count, what words are worth, how many sources a number needs, which bound it
takes.

Most published methods differ in these alone. A table can be read beside the method that it follows, and an
organisation writes its own in case.toml (docs/method/policies.md).
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from enum import StrEnum

from sijill.assess.corroboration import corroboration
from sijill.assess.figure import Figure
from sijill.assess.figures import figures
from sijill.assess.policies.policy import Evidence, Policy
from sijill.assess.policies.ranges import Bound, claims_of, range_of, ranges_of
from sijill.assess.policies.vague import Vague, least_most, vague_figures
from sijill.assess.testimony import Testimony
from sijill.model.claim import ClaimId, Harm, Status
from sijill.model.decision import Reason
from sijill.model.finding import CasualtyRange, Grade, accused


class Interested(StrEnum):
    """Whether the numbers of a belligerent count: beside others, only where nobody else counts, or never."""

    BESIDE = "beside"
    ALONE = "alone"
    NEVER = "never"


class Take(StrEnum):
    """What is made of several numbers: lowest to highest, the lowest alone, or the highest alone."""

    RANGE = "range"
    LEAST = "least"
    GREATEST = "greatest"


@dataclass(frozen=True, slots=True, kw_only=True)
class Rules:
    """The table.

    civilians   only civilians count; people whose status nobody says are taken for civilians, and that is said
    needs       independent origins that give a number before any counts
    closed      a bound that nobody gives is the other one: a single value stands for both
    doubtful    the low is 0 as far as somebody without interest says that the victims were combatants
    concluding  where a recorder's own assessment tells a number, that is its conclusion, and what it cites is shown
    """

    name: str
    version: int
    source: str
    interested: Interested = Interested.BESIDE
    civilians: bool = False
    vague: Vague = field(default_factory=Vague)
    needs: int = 1
    take: Take = Take.RANGE
    closed: bool = False
    doubtful: bool = False
    concluding: bool = False


def policy_of(rules: Rules) -> Policy:
    """The table as a policy. Its grade is that of corroboration.py, with what the table did to the numbers."""

    def grade(evidence: Evidence) -> Grade:
        plain = corroboration(evidence.testimonies, evidence.attribution, evidence.parties)
        return replace(plain, reasons=(*plain.reasons, *notes(rules, evidence)))

    return Policy(
        name=rules.name,
        version=rules.version,
        source=rules.source,
        ranges=lambda evidence: ranges_by(rules, evidence),
        grade=grade,
    )


def ranges_by(rules: Rules, evidence: Evidence) -> Mapping[Harm, CasualtyRange]:
    """The ranges that the table gives."""
    found = [figure for harm in Harm for figure in counted(rules, evidence, harm)[0]]
    made = ranges_of(rules.name, evidence, found, lambda some: bounds_by(rules, list(some)))
    doubted = _combatants(evidence) if rules.doubtful else {}
    return {
        harm: replace(each, low=0, low_rests_on=doubted[harm]) if harm in doubted and each.low else each
        for harm, each in made.items()
    }


def notes(rules: Rules, evidence: Evidence) -> tuple[Reason, ...]:
    """What the table did to the numbers, each once for a harm."""
    return tuple(reason for harm in Harm for reason in counted(rules, evidence, harm)[1])


def bounds_by(rules: Rules, found: Sequence[Figure]) -> tuple[Bound, Bound]:
    """Low and high of the figures that count."""
    low, high = range_of(found)
    if rules.take is not Take.RANGE:
        known = [each for each in (low, high) if each[0] is not None]
        chosen = (low if low[0] is not None else high) if rules.take is Take.LEAST else (known[-1] if known else low)
        return chosen, chosen
    if rules.closed:
        low, high = _closed(low, high, found)
    return low, high


def _closed(low: Bound, high: Bound, found: Sequence[Figure]) -> tuple[Bound, Bound]:
    """Where one bound is open, the greatest number that anybody gives, or the other bound."""
    if high[0] is None and low[0] is not None:
        most = max((n for each in found for n in (each.low, each.high) if n is not None), default=low[0])
        by = [each for each in found if most in (each.low, each.high)]
        return low, (most, claims_of(by)) if most > low[0] else low
    return (high if low[0] is None else low), high


def counted(rules: Rules, evidence: Evidence, harm: Harm) -> tuple[list[Figure], list[Reason]]:
    """The figures of a harm that count, and what was done for that."""
    said = [each for each in figures(evidence.testimonies) if each.harm is harm]
    values = {"harm": harm.value}
    done: list[Reason] = []
    if rules.civilians:
        said, assumed = _civilians(said, evidence)
        done += [Reason(code="assumed_civilians", values={**values, "figures": assumed})] if assumed else []
    kept = _disinterested(rules.interested, said)
    if len(kept) < len(said):
        done.append(Reason(code="interested_numbers_left_out", values={**values, "figures": len(said) - len(kept)}))
    if rules.concluding:
        concluded = conclusion(kept, {each.claim.id: each for each in evidence.testimonies})
        if concluded is not None:
            return [concluded], [*done, Reason(code="recorder_concluded", values=values)]
    if not kept:
        kept = _by_words(rules, evidence, harm)
        done += [Reason(code="words_for_numbers", values={**values, "figures": len(kept)})] if kept else []
    origins = {each.origin for each in kept if not each.interested}
    if kept and rules.needs > 1 and len(origins) < rules.needs:
        done.append(Reason(code="needs_origins", values={**values, "origins": len(origins), "needed": rules.needs}))
        return [], done
    return kept, done


def _by_words(rules: Rules, evidence: Evidence, harm: Harm) -> list[Figure]:
    """One figure for what all vague words of a harm are worth together."""
    told = _disinterested(rules.interested, vague_figures(evidence.testimonies, harm, rules.vague))
    worth = least_most(told)
    if worth is None:
        return []
    return [replace(told[0], claims=claims_of(told), low=worth[0], high=worth[1], part=False, subset=False)]


def _disinterested(rule: Interested, said: Sequence[Figure]) -> list[Figure]:
    if rule is Interested.BESIDE:
        return list(said)
    others = [each for each in said if not each.interested]
    return others if others or rule is Interested.NEVER else list(said)


def _civilians(said: Sequence[Figure], evidence: Evidence) -> tuple[list[Figure], int]:
    """Figures of civilians as wholes, and of people whose status nobody without interest says; how many were assumed.

    In "20 people, 13 of them civilians" the report's civilians are 13; "up to 30 civilians" leaves open how many of
    them are. Combatants are left out, unless only a party says of those whom it is accused of harming that they were.
    """
    civilians = [each for each in said if each.status is Status.CIVILIAN and not each.people and each.low is not None]
    own = {(each.document, each.origin) for each in civilians}
    kept, assumed = [], 0
    for each in said:
        status = Status.UNKNOWN if each.status is Status.COMBATANT and _self_serving(each, evidence) else each.status
        if status is Status.CIVILIAN:
            kept.append(each if each.people else replace(each, subset=False))
        elif status is Status.UNKNOWN and (each.people or (each.document, each.origin) not in own):
            kept.append(each)
            assumed += not each.people
    return kept, assumed


def _self_serving(figure: Figure, evidence: Evidence) -> bool:
    charged = set(accused(evidence.attribution))
    spoken = {each.claim.id: each.speaks_for for each in evidence.testimonies}
    return figure.interested and any(set(map(str, spoken.get(claim, ()))) & charged for claim in figure.claims)


def _combatants(evidence: Evidence) -> dict[Harm, tuple[ClaimId, ...]]:
    """By harm the claims that say, without interest, that the victims were combatants, where others leave it open."""
    found: dict[Harm, list[ClaimId]] = {}
    civilian = {
        each.harm for each in figures(evidence.testimonies) if each.status is Status.CIVILIAN and not each.interested
    }
    for each in figures(evidence.testimonies):
        if each.status is Status.COMBATANT and not each.interested and each.harm not in civilian:
            found.setdefault(each.harm, []).extend(each.claims)
    return {harm: tuple(dict.fromkeys(claims)) for harm, claims in found.items()}


def conclusion(found: Sequence[Figure], said_by: Mapping[ClaimId, Testimony]) -> Figure | None:
    """What a recorder's own assessment concludes: the first whole that it tells in its own voice; None without one.

    The number of those it begins by naming is the least. A bound that it leaves open is taken from what others say.
    """
    wholes = [each for each in found if not each.subset and (not each.part or _is_list(each))]
    own = [each for each in wholes if any(_own_assessment(said_by.get(claim)) for claim in each.claims)]
    if not own or all(each.part for each in own):
        return None
    lead = replace(own[0], high=None) if own[0].part else own[0]
    plain = [each for each in wholes if not each.part]
    at_once = [each for each in plain if each.span == lead.span and each.low is not None]
    best = max(at_once, key=lambda each: each.low or 0, default=lead)
    low, high, claims = best.low, best.high, (*lead.claims, *best.claims)
    if high is None:
        others = [each for each in plain if each.high is not None and each.high >= (low or 0)]
        most = max(others, key=lambda each: each.high or 0, default=None)
        high, claims = (most.high, (*claims, *most.claims)) if most else (low, claims)
    if low is None:
        others = [each for each in plain if each.low is not None and each.low <= (high or 0)]
        least = max(others, key=lambda each: each.low or 0, default=None)
        low, claims = (least.low, (*claims, *least.claims)) if least else (high, claims)
    return replace(lead, low=low, high=high, claims=tuple(dict.fromkeys(claims)), part=False, people=frozenset())


def _own_assessment(each: Testimony | None) -> bool:
    """A sentence in its own voice of an outlet that records casualties: it says how it knows, and cites nobody here."""
    return each is not None and not each.claim.speakers and each.says_how


def _is_list(figure: Figure) -> bool:
    return figure.part and (figure.low or 0) > 1
