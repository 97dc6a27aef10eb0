"""What a release says otherwise than the one before it: events added, taken out, and figures that moved."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from sijill.model.finding import Finding
from sijill.model.release.issued import Figure
from sijill.publish.figures import figure


@dataclass(frozen=True, slots=True, kw_only=True)
class Erratum:
    """One difference. kind: added | withdrawn | changed; field: the harm, or "title"."""

    kind: str
    title: str
    field: str = ""
    before: str = ""
    after: str = ""


def figures_of(findings: Sequence[Finding], known_as: Mapping[str, str]) -> dict[str, Figure]:
    """What a release says of each event, by the id of the house.

    known_as   id in the release -> id of the house
    """
    return {
        known_as[each.id]: Figure(
            title=each.title,
            told={harm.value: figure(toll) for harm, toll in each.tolls.items() if harm.value != "none"},
        )
        for each in findings
    }


def errata(before: Mapping[str, Figure], now: Mapping[str, Figure]) -> list[Erratum]:
    """In the order of titles: what a reader of the earlier release must know."""
    found = [Erratum(kind="added", title=now[each].title) for each in now.keys() - before.keys()]
    found += [Erratum(kind="withdrawn", title=before[each].title) for each in before.keys() - now.keys()]
    for each in before.keys() & now.keys():
        found += _changed(before[each], now[each])
    return sorted(found, key=lambda each: (each.title, each.kind, each.field))


def _changed(before: Figure, now: Figure) -> list[Erratum]:
    harms = sorted(before.told.keys() | now.told.keys())
    moved = [
        Erratum(kind="changed", title=now.title, field=harm, before=_told(before, harm), after=_told(now, harm))
        for harm in harms
        if before.told.get(harm) != now.told.get(harm)
    ]
    if moved or before.title == now.title:
        return moved
    return [Erratum(kind="changed", title=now.title, field="title", before=before.title, after=now.title)]


def _told(said: Figure, harm: str) -> str:
    return said.told.get(harm, "nothing")
