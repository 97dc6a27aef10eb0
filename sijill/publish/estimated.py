"""Estimates in words and as a picture: what was documented and what is estimated never share a word or a colour."""

from collections.abc import Callable, Mapping, Sequence
from math import ceil, log10

from sijill.model.estimate import Estimate, EstimateKind
from sijill.publish.pictures.shapes import DOCUMENTED, ESTIMATED, WIDTH, dot, drawing, line, rect, shortened, text

Scale = Callable[[float], float]
"""Persons -> pixels from the left."""
MODELS: Mapping[str, str] = {
    "range_over_models": "range over models",
    "independence": "independent lists",
    "chao": "Chao's figure",
    "sample_coverage": "sample coverage",
    "log_linear": "log-linear",
    "decomposable_graphs": "decomposable graphs",
    "latent_classes": "latent classes",
    "chapman": "two lists alone",
}
ASSUMPTIONS: Mapping[str, str] = {
    "one_of_the_models": "one of the models that let lists depend on each other is right",
    "lists_independent_people_alike": "no list depends on another, and everybody is as likely as anybody to be on it",
    "people_differ_lists_do_not_compete": (
        "people differ in how likely they are to be listed, and no list competes with another; then it is a lower bound"
    ),
    "dependence_of_pairs_only": "lists depend on each other in pairs, weakly",
    "no_dependence_of_all_lists_together": "some lists depend on each other in pairs, the same for everybody;"
    " all of them together do not",
    "dependence_without_cycles": "lists depend on each other without cycles, the same for everybody",
    "lists_independent_within_classes": "people fall into classes, lists do not depend on each other within one",
    "two_lists_independent_people_alike": "these two lists do not depend on each other, and people are alike",
}
CAVEATS = (
    "People who had no chance of being on any list are in none of these figures.",
    "Nothing in the table can show which assumption holds: models that fit it equally well give other numbers.",
    "Where people differ by degrees in how likely they are to be listed, the intervals lie too low.",
    "Unnamed victims and remains are on no list here: they stand beside these figures.",
)
DOCUMENTED_AS = "documented: {number}"
ESTIMATED_AS = "estimated: {low} to {high} over models"
NONE_ALLOWED = "no estimate: the table allows none"
READ_AS = (
    "95 % intervals, each under its own assumption; pale: not in the range. Persons, log scale."
    " Who could not be listed is in none."
)
SMALL = 1000


def significant(number: float) -> float:
    """Two figures below a thousand, three from there on: 412 becomes 410, 12,594 becomes 12,600."""
    if number == 0:
        return 0.0
    figures = 3 if abs(number) >= SMALL else 2
    return round(number, figures - 1 - int(log10(abs(number)) // 1))


def about(number: float | None) -> str:
    """An estimated number as it is printed; a dash where there is none."""
    return "-" if number is None else f"{significant(number):,.0f}"


def interval(low: float | None, high: float | None) -> str:
    """ "9,070 to 16,700"."""
    return "-" if low is None or high is None else f"{about(low)} to {about(high)}"


def humps(estimate: Estimate) -> list[tuple[float, float, float, float]]:
    """(share, median, low95, high95) of each mode; empty where there is one, which is the estimate itself."""
    told = estimate.diagnostics
    count = int(told.get("modes") or 1)
    return [
        tuple(float(told[f"mode_{i}_{name}"] or 0) for name in ("share", "median", "low95", "high95"))  # type: ignore[misc]
        for i in range(1, count + 1)
        if count > 1
    ]


HEADLINE = "range_over_models"
IN_RANGE = ("log_linear", "decomposable_graphs", "latent_classes")
"""The models over whose intervals the headline reaches; the others stand beside, paler."""
ROW, LEFT, RIGHT, TOP = 28, 290, 24, 78
FAINT, PALE = "#6f6f6f", 0.4


def models_of(estimates: Sequence[Estimate]) -> list[Estimate]:
    """The models that stand under the headline, each once: not those over sampled linkages, which only widen it."""
    _, *models = estimates
    return [each for each in models if each.model != HEADLINE and each.kind in SHOWN]


SHOWN = (EstimateKind.TOTAL, EstimateKind.PAIR)


def named(estimate: Estimate, headline: Estimate, say: Callable[[str], str] = str) -> str:
    """What a model is called; two lists alone by their names."""
    name = say(MODELS.get(estimate.model, estimate.model))
    return name if set(estimate.lists) == set(headline.lists) else f"{name}: {', '.join(estimate.lists)}"


def picture(estimates: Sequence[Estimate], *, title: str, say: Callable[[str], str] = str) -> str:
    """An SVG: a blue line for those documented, an orange bar for the interval of each model, on a log scale."""
    headline = estimates[0]
    shown = [
        each
        for each in models_of(estimates)
        if each.low95 is not None and each.high95 is not None and each.refused is None
    ]
    n = max(headline.documented, 1)
    top = max([n * 2.0, *(each.high95 or 0 for each in shown)])
    height = TOP + ROW * (len(shown) + 1) + 64

    def x(number: float) -> float:
        share = (log10(max(number, n * 0.8)) - log10(n * 0.8)) / (log10(top * 1.1) - log10(n * 0.8))
        return LEFT + share * (WIDTH - LEFT - RIGHT)

    rows = [_row(each, TOP + ROW * (i + 1), x, named(each, headline, say)) for i, each in enumerate(shown)]
    counted = say(DOCUMENTED_AS).format(number=f"{headline.documented:,}")
    low, high = (about(each) for each in found) if (found := headline.range_over_models) else ("", "")
    told = say(ESTIMATED_AS if found else NONE_ALLOWED).format(low=low, high=high)
    deep = height - TOP - 32
    parts = [
        text(16, 24, title, size=15, bold=True),
        text(16, 46, counted, fill=DOCUMENTED),
        text(LEFT, 46, told, fill=ESTIMATED),
        rect(x(found[0]), TOP - 16, x(found[1]) - x(found[0]), deep, ESTIMATED, opacity=0.12) if found else "",
        line(x(n), TOP - 16, x(n), height - 48, stroke=DOCUMENTED, width=3),
        *rows,
        *_axis(n * 0.8, top * 1.1, height - 40, x),
        text(16, height - 8, say(READ_AS), size=11, fill=FAINT),
    ]
    return drawing(parts, height=height, title=title)


def _row(estimate: Estimate, y: int, x: Scale, name: str) -> str:
    low, high = estimate.low95 or 0.0, estimate.high95 or 0.0
    medians = [median for _, median, _, _ in humps(estimate)] or [estimate.median or low]
    marks = [
        line(x(low), y, x(high), y, stroke=ESTIMATED, width=4),
        *(dot(x(each), y, 5, fill=ESTIMATED) for each in medians),
    ]
    drawn = "".join(marks) if estimate.model in IN_RANGE else f'<g opacity="{PALE}">{"".join(marks)}</g>'
    return text(LEFT - 12, y + 4, shortened(name, 42), anchor="end", size=12) + drawn


def _axis(low: float, high: float, y: int, x: Scale) -> list[str]:
    steps = [
        digit * 10**power for power in range(int(log10(low)), ceil(log10(high)) + 1) for digit in (1, 1.5, 2, 3, 5, 7)
    ]
    return [
        line(x(at), y - 8, x(at), y - 3, stroke=FAINT)
        + text(x(at), y + 10, f"{at:,.0f}", anchor="middle", size=11, fill=FAINT)
        for at in steps
        if low <= at <= high
    ]
