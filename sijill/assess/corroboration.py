"""How well an event is corroborated: a grade with the groups it was counted from.

contested   competing, specific claims of responsibility. A denial contests nothing: only another accused does.
fair        two or more independent origins
weak        one, or none that is not interested
source      after Airwars' methodology and the grading texts on its incident pages; not reviewed by it
"""

from collections import defaultdict
from collections.abc import Mapping, Sequence

from sijill.assess.testimony import Testimony, independent
from sijill.model.claim import Stance
from sijill.model.decision import Reason
from sijill.model.finding import Attribution, Grade
from sijill.model.party import Party, PartyId, Role


def corroboration(
    testimonies: Sequence[Testimony], attribution: Sequence[Attribution], parties: Mapping[PartyId, Party]
) -> Grade:
    """The grade, and as reasons: the number of independent origins, each origin, and who competes."""
    asserting = [each for each in testimonies if each.claim.stance in (Stance.ASSERTS, Stance.ACCEPTS_RESPONSIBILITY)]
    count = independent(asserting)
    reasons = [Reason(code="independent_origins", values={"count": count}), *_origins(asserting)]
    rivals = competing(attribution, parties)
    if rivals:
        reasons.append(Reason(code="competing_responsibility", values={"parties": ", ".join(rivals)}))
    general = {denial.claim for row in attribution for denial in row.denied_by if denial.reach == "general"}
    if general:
        reasons.append(Reason(code="general_denials_contest_nothing", values={"count": len(general)}))
    return Grade(value="contested" if rivals else "fair" if count >= 2 else "weak", reasons=tuple(reasons))


def competing(attribution: Sequence[Attribution], parties: Mapping[PartyId, Party]) -> tuple[str, ...]:
    """Accused that are no allies, each by voices of equal standing. A name that no table has may be anybody's: it
    competes with nobody.

    One accused by independent voices is not contested by the word of a belligerent alone; between accusations that
    are all interested there is nothing to choose. Named together in one claim ("both sides") they do not compete.
    """
    named = [
        row
        for row in attribution
        if row.accused_by and row.role is not Role.COLLECTIVE and PartyId(str(row.party)) in parties
    ]
    standing = [row for row in named if row.independent_accusers] or named
    found = {
        str(row.party)
        for row in standing
        for other in standing
        if row.party != other.party
        and not allied(row.party, other.party, parties)
        and not set(row.accused_by) & set(other.accused_by)
    }
    return tuple(sorted(found))


def allied(one: str, other: str, parties: Mapping[PartyId, Party]) -> bool:
    """Whether either names the other as its ally."""
    a, b = parties.get(PartyId(one)), parties.get(PartyId(other))
    return (a is not None and other in a.allies) or (b is not None and one in b.allies)


def _origins(asserting: Sequence[Testimony]) -> list[Reason]:
    """One row for each origin that says how it knows, one for all the others together."""
    groups: dict[str, list[Testimony]] = defaultdict(list)
    for each in asserting:
        groups[each.origin].append(each)
    sourced = {origin for origin, members in groups.items() if any(each.says_how for each in members)}
    rows = [
        Reason(
            code="interested_origin" if all(each.interested for each in groups[origin]) else "origin",
            values={"origin": origin, "claims": len(groups[origin])},
        )
        for origin in sorted(sourced)
    ]
    unsourced = sorted(set(groups) - sourced)
    if unsourced:
        values = {"origins": len(unsourced), "claims": sum(len(groups[origin]) for origin in unsourced)}
        rows.append(Reason(code="unsourced_together", values=values))
    return rows
