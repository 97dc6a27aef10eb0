"""One event under every policy that was run: ranges and grades side by side, and in words why they differ."""

from collections.abc import Sequence
from dataclasses import dataclass

from sijill.model.claim import Harm
from sijill.model.finding import Finding
from sijill.publish.material import Material
from sijill.publish.views.ranges import harms
from sijill.publish.wording import _

SHOWN_ELSEWHERE = frozenset({"policies_differ", "other_claims"})


@dataclass(frozen=True, slots=True, kw_only=True)
class PolicyRow:
    """One policy: what it gives for each harm of the table, its grade, what it did otherwise than the headline."""

    name: str
    version: int | None
    source: str
    told: list[str]
    best: list[str]
    grade: str
    differs: list[str]


@dataclass(frozen=True, slots=True, kw_only=True)
class SideBySide:
    """The table. Empty where one policy alone was run."""

    harms: list[str]
    rows: list[PolicyRow]


def side_by_side(finding: Finding, material: Material) -> SideBySide:
    """The policies in the order of case.toml, the headline's harms as columns."""
    columns = [harm for harm, _ in harms(finding)]
    if len(finding.policies) < 2 or not columns:
        return SideBySide(harms=[], rows=[])
    return SideBySide(
        harms=[material.say.harm(harm) for harm in columns],
        rows=[_row(name, finding, columns, material) for name in finding.policies],
    )


def _row(name: str, finding: Finding, columns: Sequence[Harm], material: Material) -> PolicyRow:
    run = next((each for each in material.policies if each.name == name), None)
    found, say = finding.policies[name], material.say
    ranges = [found.tolls.get(harm) for harm in columns]
    return PolicyRow(
        name=name,
        version=run.version if run is not None else None,
        source=run.source if run is not None else "",
        told=[say(_("no figure")) if each is None else say.figure(each) for each in ranges],
        best=["" if each is None or each.best is None else f"{each.best:,}" for each in ranges],
        grade=say.plain(found.grade.value) if found.grade.value else say(_("not graded")),
        differs=_differs(finding, name, material),
    )


def _differs(finding: Finding, name: str, material: Material) -> list[str]:
    """What a policy did otherwise, each once; that the figures differ is in the table, on which claims in the data."""
    told = (each for each in material.differences(finding, name) if each.code not in SHOWN_ELSEWHERE)
    return list(dict.fromkeys(material.say.sentence(each, lambda known: _short(known, material)) for each in told))


def _short(known: str, material: Material) -> str:
    """A harm or a policy as a reader says it; anything else by its name."""
    return material.say.harm(known) if known in set(Harm) else material.name(known)
