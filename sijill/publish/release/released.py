"""The material of a release: the nouns of the house with what the profile may see, under ids that say nothing."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import replace
from typing import Any

from sijill.language.places.calling import called
from sijill.language.titles import title
from sijill.model.beside.series import Series
from sijill.model.claim import Claim, ClaimId
from sijill.model.decision import Reason
from sijill.model.document import DocumentId
from sijill.model.finding import EventStatus, Finding
from sijill.model.person import PersonId
from sijill.model.release.issued import Issued
from sijill.model.release.rules import ReleaseRules
from sijill.publish.material import Material
from sijill.publish.release import rules as field_rules
from sijill.publish.release.beside import beside_held_back
from sijill.publish.release.citing import Cited
from sijill.publish.release.desk import Desk
from sijill.publish.release.fates import fates
from sijill.publish.release.hide import reaches
from sijill.publish.release.naming import is_dead
from sijill.publish.release.walk import let_through
from sijill.publish.soundness import Refused, fault_of, refused, said_in, sound

REVIEWED = frozenset({EventStatus.REVIEWED, EventStatus.FINAL, EventStatus.UNFOUNDED})


def released(
    material: Material, rules: ReleaseRules, key: bytes, earlier: Sequence[Issued] = ()
) -> tuple[Material, list[Refused]]:
    """What a profile may see, and what stays in the house, each with the reason.

    key      of this release: ids that leave are keyed with it      raises  NoRule, Unmarked
    earlier  releases that somebody who reads this one may hold
    """
    stays = [*held_back(material, rules)]
    withheld = {each.id for each in stays}
    kept = replace(
        material,
        findings=[each for each in material.findings if each.id not in withheld],
        lasting={known: each for known, each in material.lasting.items() if each.id not in withheld},
        series=[each for each in material.series if each.id not in withheld],
        patterns=[each for each in material.patterns if each.id not in withheld],
    )
    desk = Desk(material=kept, rules=rules, key=key)
    shown = fates(material.persons, material.places, rules, earlier)
    return replace(_made(desk), fates=shown), stays


def held_back(material: Material, rules: ReleaseRules) -> Iterable[Refused]:
    """The findings that stay in the house, then running tolls and what recurs, each with the reason."""
    withheld: set[str] = set()
    for finding in (*material.findings, *material.lasting.values()):
        reason = fault_of(finding, material.claims, material.texts) or _blocked(finding, material, rules)
        if reason is not None:
            withheld.add(finding.id)
            yield refused(finding, reason)
    yield from beside_held_back(material, rules, withheld)


def _blocked(finding: Finding, material: Material, rules: ReleaseRules) -> Reason | None:
    """A doubt that the profile does not publish over, a review that did not happen, a number that is a telephone."""
    if any(_is_way_to_reach(material.claims[each]) for each in finding.claims if each in material.claims):
        return Reason(code="number_reaches", values={})
    if rules.reviewed and finding.status not in REVIEWED:
        return Reason(code="not_reviewed", values={"status": finding.status.value})
    for about in (finding.id, *finding.claims):
        for each in material.doubts_about.get(about, ()):
            if each.question.code in rules.blocks:
                return Reason(code="under_doubt", values={"doubt": each.question.code})
    return None


def _is_way_to_reach(claim: Claim) -> bool:
    """Were digits by which somebody can be reached read as a toll?"""
    return claim.toll is not None and reaches(claim.toll.text, claim.quote)


def _without_way_to_reach(claim: Claim) -> Claim:
    """Of a claim in no finding, told beside one or in a situation, such a number stays in the house."""
    return replace(claim, toll=None) if _is_way_to_reach(claim) else claim


def _made(desk: Desk) -> Material:
    house, rules = desk.material, field_rules.table(desk)

    def through(each: Any) -> Any:
        return let_through(each, rules)

    used = _in_use(house)
    claims = {claim: each for claim, each in house.claims.items() if claim in used}
    cited = {each: desk.cited[each] for each in sorted(desk.named)}
    documents = dict.fromkeys(each.document for each in claims.values())
    documents |= dict.fromkeys(document for each in cited.values() for document in each.documents)
    out_claims = [through(_without_way_to_reach(each)) for each in claims.values()]
    places = house.places
    findings = [_titled(through(each), places) for each in house.findings]
    situations = [through(each) for each in house.situations]
    lasting = [_titled(through(each), places) for each in house.lasting.values()]
    return replace(
        house,
        consents={},
        written={},
        cited={PersonId(desk.key_of(known)): _keyed(each, desk) for known, each in cited.items()},
        findings=findings,
        events={each.id: each for each in map(through, house.events.values())},
        claims={each.id: each for each in out_claims},
        documents={each.id: each for each in (through(house.documents[known]) for known in documents)},
        texts=_no_text,
        proven=frozenset(desk.key_of(each.id) for each in claims.values() if sound(each, house.texts(each.document))),
        origins={desk.key_of(claim): desk.origin(each) for claim, each in house.origins.items() if claim in used},
        doubts=(),
        quarantined=(),
        links=(),
        unread=frozenset(),
        parties={known: through(each) for known, each in house.parties.items()},
        places={known: through(each) for known, each in places.items()},
        sources={each.id: each for each in map(through, house.sources.values())},
        situations=situations,
        lasting={each.id: each for each in lasting},
        totals=[through(each) for each in house.totals],
        series=[through(_without_private_words(each, desk)) for each in house.series],
        patterns=[through(each) for each in house.patterns],
        persons=[through(each) for each in house.persons if is_dead(each)],
        estimates=[through(each) for each in house.estimates if each.stratum == ""],
        overlaps=[through(each) for each in house.overlaps if each.stratum == ""],
    )


def _without_private_words(series: Series, desk: Desk) -> Series:
    """Where and when only as they were resolved, if words of the claims do not leave."""
    if all(desk.quoted(desk.material.claims[each]) for each in said_in(series)):
        return series
    return replace(series, where=replace(series.where, text=None), when=replace(series.when, text=None))


def _keyed(cited: Cited, desk: Desk) -> Cited:
    return replace(cited, documents=tuple(map(desk.key_of, cited.documents)))


def _in_use(house: Material) -> Collection[ClaimId]:
    """Claims of what leaves: a claim in no event stays in the house."""
    used = {claim for each in (*house.findings, *house.lasting.values()) for claim in each.claims}
    used.update(claim for each in house.events.values() for claim in each.beside if each.id in house.titles)
    used.update(claim for each in house.situations for claim in each.claims)
    used.update(claim for each in house.beside for claim in said_in(each))
    return used


def _titled(finding: Finding, places: Mapping[str, Any]) -> Finding:
    """A title of nothing but values that leave."""
    where = called(finding.where.text, places.get(finding.where.place or ""))
    return replace(finding, title=title(finding.act, finding.tolls, where, finding.when))


def _no_text(_: DocumentId) -> None:
    return None
