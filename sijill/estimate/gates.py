"""When a table may be estimated at all, what to be wary of when it may, and what its results must not be taken for."""

from itertools import combinations

from sijill.estimate.loglinear.design import design_of
from sijill.estimate.loglinear.existence import triangles
from sijill.estimate.overlap import documented, on_both, on_each
from sijill.model.decision import Reason
from sijill.model.estimate import Overlap

FEWEST_LISTS = 3
FEW_RECORDS = 5
WIDEST = 15
"""A 97.5 % limit beyond this many times those documented says that the table sets no upper limit."""


def refusal(overlap: Overlap) -> Reason | None:
    """Why no model may be fitted; None where one may. The first that holds, the gravest first."""
    size, n = on_each(overlap), documented(overlap)
    if empty := [name for name, number in size.items() if number == 0]:
        return Reason(code="empty_list", values={"list": empty[0], "documented": n})
    if len(size) < FEWEST_LISTS:
        return Reason(code="two_lists", values={"lists": ", ".join(size), "documented": n})
    if full := [name for name, number in size.items() if number == n]:
        return Reason(code="list_of_everybody", values={"list": full[0], "documented": n})
    if same := _pairs(overlap, lambda a, b, both: size[a] == both == size[b]):
        return Reason(code="same_list", values={"lists": ", ".join(same[0]), "documented": n})
    if not any(on_both(overlap).values()):
        return Reason(code="no_overlap", values={"lists": ", ".join(size), "documented": n})
    if triangles(design_of(overlap)) == 0:
        return Reason(code="no_triangle", values={"lists": ", ".join(size), "documented": n})
    return None


def cautions(overlap: Overlap) -> tuple[Reason, ...]:
    """What does not forbid an estimate and must stand beside it."""
    size = on_each(overlap)
    found = [
        Reason(code="nested_list", values={"inside": inside, "list": outer, "persons": size[inside]})
        for a, b in _pairs(overlap, lambda a, b, both: both == min(size[a], size[b]) > 0)
        for inside, outer in [(a, b) if size[a] <= size[b] else (b, a)]
    ]
    found += [
        Reason(code="copied_list", values={"lists": f"{a}, {b}", "shared": both, "of": min(size[a], size[b])})
        for (a, b), both in on_both(overlap).items()
        if COPIED <= both / max(min(size[a], size[b]), 1) < 1 and _alone(overlap, a, b)
    ]
    if few := [name for name, number in size.items() if number < FEW_RECORDS]:
        found.append(Reason(code="few_records", values={"lists": ", ".join(few), "fewer_than": FEW_RECORDS}))
    if apart := _pairs(overlap, lambda a, b, both: both == 0 and min(size[a], size[b]) > 0):
        found.append(Reason(code="lists_apart", values={"pairs": "; ".join(" and ".join(pair) for pair in apart)}))
    if overlap.outside:
        found.append(Reason(code="lists_outside", values={"lists": ", ".join(overlap.outside)}))
    return tuple(found)


COPIED = 0.75
"""A share of the smaller list from which it may be a copy, where the other lists share much less with it."""


def _alone(overlap: Overlap, a: str, b: str) -> bool:
    """Whether no other list shares even half as much with the smaller of the two: everybody is not on every list."""
    size, shared = on_each(overlap), on_both(overlap)
    smaller, larger = (a, b) if size[a] <= size[b] else (b, a)
    others = [both for pair, both in shared.items() if smaller in pair and larger not in pair]
    return max(others, default=0) < 0.5 * shared[a, b]


def _pairs(overlap: Overlap, holds) -> list[tuple[str, str]]:  # type: ignore[no-untyped-def]
    """The pairs of lists (a, b) for which holds(a, b, persons on both)."""
    shared = on_both(overlap)
    return [pair for pair in combinations(overlap.lists, 2) if holds(*pair, shared[pair])]
