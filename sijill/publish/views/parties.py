"""The parties, each under the same heads: what it is accused of, denies and accepts, and where it speaks itself."""

from collections.abc import Iterable
from dataclasses import dataclass

from sijill.model.finding import Attribution, Finding
from sijill.model.party import Role
from sijill.publish.material import Material
from sijill.publish.wording import Wording


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One event under one party.

    independent   origins that accuse and are not interested    numbers   that it gives itself, and whether it concedes
    """

    id: str
    title: str
    when: str
    role: str
    direct: bool
    independent: int
    accused: int
    interested: int
    denied: int
    accepted: int
    numbers: list[tuple[str, bool]]


@dataclass(frozen=True, slots=True, kw_only=True)
class PartyView:
    """A party, or a name that is no known party. voices: claims in which it, or somebody of it, speaks."""

    id: str
    name: str
    kind: str
    allies: list[str]
    voices: int
    lines: list[Line]


def parties(material: Material) -> list[PartyView]:
    """Those named in events or speaking in claims, in the order of their names; then names that are no known party."""
    rows: dict[str, list[Line]] = {}
    for finding in material.findings:
        for row in finding.attribution:
            rows.setdefault(row.party, []).append(_line(finding, row, material.say))
    voices: dict[str, int] = {}
    for claim in material.claims.values():
        for party in {each.party for each in claim.speakers if each.party is not None}:
            voices[party] = voices.get(party, 0) + 1
    known = [each for each in material.parties if each in rows or each in voices]
    others = [each for each in rows if each not in material.parties]
    return [_party(each, material, rows, voices) for each in (*_by_name(known, material), *sorted(others))]


def _by_name(ids: Iterable[str], material: Material) -> list[str]:
    return sorted(ids, key=lambda each: (material.party_name(each), each))


def _party(known: str, material: Material, rows: dict[str, list[Line]], voices: dict[str, int]) -> PartyView:
    party = material.parties.get(known)
    return PartyView(
        id=known,
        name=material.party_name(known),
        kind="" if party is None else material.say.plain(party.kind),
        allies=[] if party is None else [material.party_name(each) for each in _by_name(party.allies, material)],
        voices=voices.get(known, 0),
        lines=rows.get(known, []),
    )


def _line(finding: Finding, row: Attribution, say: Wording) -> Line:
    return Line(
        id=finding.id,
        title=finding.title,
        when=say.period(finding.when),
        role=say.plain(row.role),
        direct=row.role is Role.DIRECT,
        independent=row.independent_accusers,
        accused=len(row.accused_by),
        interested=len(row.interested),
        denied=len(row.denied_by),
        accepted=len(row.accepted_by),
        numbers=_numbers(finding, row.party, say),
    )


def _numbers(finding: Finding, party: str, say: Wording) -> list[tuple[str, bool]]:
    """What it says itself of how many, each number once."""
    said = (each for own in finding.positions if own.party == party for each in own.stated)
    told = (
        (f"{say.harm(each.harm)}: {say.bounds(each.low, each.high)}", each.concedes)
        for each in said
        if each.low is not None or each.high is not None
    )
    return list(dict.fromkeys(told))
