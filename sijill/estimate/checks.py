"""What a case says about its own models: each list held out as a population of known size, each list left out."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from sijill.estimate.gates import FEWEST_LISTS, refusal
from sijill.estimate.overlap import held_out, without
from sijill.estimate.panel import Effort, Panel, panel
from sijill.model.decision import Value
from sijill.model.estimate import KIND, Estimate, EstimateKind, Overlap

SHORT_CHAINS, SHORT_DRAWS, SHORT_RESAMPLES = 4, 500, 200


@dataclass(frozen=True, slots=True, kw_only=True)
class Coverage:
    """How often the range over models held the known number, and on which side it missed."""

    held: int
    too_low: int
    too_high: int
    refused: int

    @property
    def tried(self) -> int:
        """Lists whose persons could be estimated from the others."""
        return self.held + self.too_low + self.too_high


def short(effort: Effort) -> Effort:
    """The same with fewer draws, for checks of which there are many."""
    latent = replace(
        effort.latent, chains=SHORT_CHAINS, block=SHORT_DRAWS, longest=2 * SHORT_DRAWS, warm_up=SHORT_DRAWS
    )
    return replace(effort, latent=latent, resamples=min(effort.resamples, SHORT_RESAMPLES), tempering=False)


def hold_each_out(overlap: Overlap, effort: Effort) -> Iterator[tuple[str, int, Panel]]:
    """(list, persons on it, panel of the other lists among them). Needs four lists: three are left each time.

    source   internal consistency: Hook and Regal (1995), Epidemiol. Rev. 17
    """
    if len(overlap.lists) <= FEWEST_LISTS:
        return
    for name in overlap.lists:
        known, among = held_out(overlap, name)
        yield name, known, panel(replace(among, stratum=_named(overlap, f"on {name}")), short(effort))


def coverage(tests: list[tuple[str, int, Panel]]) -> Coverage:
    """Over the lists held out."""
    ranges = [(known, each.headline.range_over_models) for _, known, each in tests]
    told = [(known, found) for known, found in ranges if found is not None]
    return Coverage(
        held=sum(low <= known <= high for known, (low, high) in told),
        too_low=sum(high < known for known, (_, high) in told),
        too_high=sum(low > known for known, (low, _) in told),
        refused=len(ranges) - len(told),
    )


def leave_each_out(overlap: Overlap, effort: Effort) -> Iterator[tuple[str, Panel]]:
    """(list, panel of the others): what the estimate would be if this list had never been kept."""
    for name in overlap.lists:
        fewer = without(overlap, name)
        if refusal(fewer) is None:
            yield name, panel(replace(fewer, stratum=overlap.stratum), short(effort))


def with_coverage(found: Panel, tested: Coverage) -> Panel:
    """The panel with its own coverage beside the headline."""
    told: dict[str, Value] = {
        "held_out_lists": tested.tried,
        "held_out_covered": tested.held,
        "held_out_too_low": tested.too_low,
        "held_out_too_high": tested.too_high,
    }
    headline = replace(found.headline, diagnostics={**found.headline.diagnostics, **told})
    return replace(found, estimates=(headline, *found.estimates[1:]))


def of_held_out(tests: list[tuple[str, int, Panel]]) -> tuple[Estimate, ...]:
    """The headline of each list held out, with the known number beside it."""
    return tuple(_told(each.headline, {KIND: EstimateKind.HELD_OUT, "known": known}) for _, known, each in tests)


def of_left_out(panels: list[tuple[str, Panel]]) -> tuple[Estimate, ...]:
    """The headline without each list."""
    return tuple(_told(each.headline, {KIND: EstimateKind.WITHOUT, "without": name}) for name, each in panels)


def _told(estimate: Estimate, more: Mapping[str, Value]) -> Estimate:
    return replace(estimate, diagnostics={**estimate.diagnostics, **more})


def _named(overlap: Overlap, part: str) -> str:
    return f"{overlap.stratum}, {part}" if overlap.stratum else part
