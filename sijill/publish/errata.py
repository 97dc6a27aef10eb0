"""What a release says otherwise than the one before it: events added, taken out, and figures that moved."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from sijill.model.finding import Finding
from sijill.model.place import coarseness
from sijill.model.release.issued import Figure, Issued
from sijill.model.release.rules import ReleaseRules
from sijill.publish.figures import figure
from sijill.publish.release.coarsen import LENGTH_OF

NAMES = "names of the dead"
UNTITLED = "an event"


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


def errata(before: Issued, now: Issued) -> list[Erratum]:
    """What a reader of the earlier release must know: how many names were taken out, then events by their titles.

    Nothing is said again that the rules do not let out any more: neither a name nor, where places or dates leave more
    coarsely than they did, what an event was called.
    """
    gone = len(set(before.named) - set(now.named))
    out = [Erratum(kind="withdrawn", title=NAMES, before=f"{gone} more named", after="not named")] if gone else []
    as_before = before.figures if _as_fine(now.rules, before.rules) else _unplaced(before.figures, now.figures)
    return out + _of_events(as_before, now.figures)


def _as_fine(now: ReleaseRules, before: ReleaseRules) -> bool:
    """Do places and dates leave at least as finely as they did?"""
    places = coarseness(now.place) <= coarseness(before.place)
    return places and list(LENGTH_OF).index(now.date) <= list(LENGTH_OF).index(before.date)


def _unplaced(before: Mapping[str, Figure], now: Mapping[str, Figure]) -> dict[str, Figure]:
    """Events under the titles that they have now; one that is not told any more has none."""
    return {
        known: Figure(title=now[known].title if known in now else UNTITLED, told=said.told)
        for known, said in before.items()
    }


def _of_events(before: Mapping[str, Figure], now: Mapping[str, Figure]) -> list[Erratum]:
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
