"""What a run moved: the figures that differ between two views, and the decisions that stand between them."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from sijill.model.decision import Decision
from sijill.model.finding import CasualtyRange, Finding
from sijill.review.view import View

Bounds = tuple[int | None, int | None]


@dataclass(frozen=True, slots=True, kw_only=True)
class Moved:
    """One figure that is no longer what it was. before, after: lowest and highest; None: there is no figure."""

    about: str
    title: str
    harm: str
    before: Bounds | None
    after: Bounds | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Movement:
    """One run: what it moved, why, and how many doubts it settled (less than none: new ones came)."""

    at: str
    figures: tuple[Moved, ...]
    decisions: tuple[Decision, ...]
    events: tuple[int, int]
    doubts: tuple[int, int]


def movement(before: View, after: View, decisions: Sequence[Decision], *, at: str) -> Movement:
    """Compare the figures of all events and the totals."""
    figures = [*_events(before, after), *_totals(before, after)]
    return Movement(
        at=at,
        figures=tuple(figures),
        decisions=tuple(decisions),
        events=(len(before.findings), len(after.findings)),
        doubts=(len(before.doubts), len(after.doubts)),
    )


def seen_by(movement: Movement, view: View) -> Movement:
    """The same without the events that a view does not hold, and without totals that it does not show."""
    if view.whole:
        return movement
    figures = tuple(each for each in movement.figures if each.about in view.finding_of)
    return Movement(at=movement.at, figures=figures, decisions=(), events=(0, 0), doubts=(0, 0))


def _events(before: View, after: View) -> Iterable[Moved]:
    old = {each.id: each for each in before.findings}
    new = {each.id: each for each in after.findings}
    for id_ in dict.fromkeys((*new, *old)):
        was, is_ = old.get(id_), new.get(id_)
        if was is is_ or (was is not None and is_ is not None and was.tolls == is_.tolls):
            continue
        title = is_.title if is_ is not None else was.title if was is not None else id_
        for harm in dict.fromkeys((*_harms(is_), *_harms(was))):
            left, right = _harms(was).get(harm), _harms(is_).get(harm)
            if left != right:
                yield Moved(about=id_, title=title, harm=harm, before=left, after=right)


def _totals(before: View, after: View) -> Iterable[Moved]:
    old = {each.harm.value: (each.low, each.high) for each in before.totals}
    new = {each.harm.value: (each.low, each.high) for each in after.totals}
    for harm in dict.fromkeys((*new, *old)):
        if old.get(harm) != new.get(harm):
            yield Moved(about="total", title="", harm=harm, before=old.get(harm), after=new.get(harm))


def _harms(finding: Finding | None) -> Mapping[str, Bounds]:
    if finding is None:
        return {}
    return {harm.value: _bounds(each) for harm, each in finding.tolls.items() if harm.value != "none"}


def _bounds(told: CasualtyRange) -> Bounds:
    return told.low, told.high
