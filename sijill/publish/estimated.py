"""Estimates in words and as a picture: what was documented and what is estimated never share a word or a colour."""

from collections.abc import Mapping, Sequence
from html import escape
from math import ceil, log10

from sijill.model.estimate import Estimate

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


IN_RANGE = ("log_linear", "decomposable_graphs", "latent_classes")
"""The models over whose intervals the headline reaches; the others stand beside, paler."""
WIDTH, ROW, LEFT, RIGHT, TOP = 720, 30, 180, 24, 78
DOCUMENTED, ESTIMATED, INK, FAINT = "#1f4e79", "#c8641b", "#222222", "#8a8a8a"


def picture(estimates: Sequence[Estimate], *, title: str) -> str:
    """An SVG: a blue line for those documented, an orange bar for the interval of each model, on a log scale."""
    headline, *models = estimates
    shown = [each for each in models if each.low95 is not None and each.high95 is not None and each.refused is None]
    n = max(headline.documented, 1)
    top = max([n * 2.0, *(each.high95 or 0 for each in shown)])
    height = TOP + ROW * (len(shown) + 1) + 64

    def x(number: float) -> float:
        share = (log10(max(number, n * 0.8)) - log10(n * 0.8)) / (log10(top * 1.1) - log10(n * 0.8))
        return LEFT + share * (WIDTH - LEFT - RIGHT)

    rows = [_row(each, TOP + ROW * (i + 1), x) for i, each in enumerate(shown)]
    found = headline.range_over_models
    band = (
        f'<rect x="{x(found[0]):.1f}" y="{TOP - 16}" width="{x(found[1]) - x(found[0]):.1f}"'
        f' height="{height - TOP - 32}" fill="{ESTIMATED}" opacity="0.12"/>'
        if found
        else ""
    )
    label = f"estimated: {interval(*found)} over models" if found else "no estimate: the table allows none"
    return "\n".join(
        [
            f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {height}" width="{WIDTH}" role="img"'
            f' font-family="sans-serif" font-size="13" fill="{INK}">',
            f"<title>{escape(title)}</title>",
            f'<rect width="{WIDTH}" height="{height}" fill="#ffffff"/>',
            f'<text x="16" y="24" font-size="15" font-weight="bold">{escape(title)}</text>',
            f'<text x="16" y="46" fill="{DOCUMENTED}">documented: {headline.documented:,}</text>',
            f'<text x="{LEFT}" y="46" fill="{ESTIMATED}">{escape(label)}</text>',
            band,
            f'<line x1="{x(n):.1f}" y1="{TOP - 16}" x2="{x(n):.1f}" y2="{height - 48}" stroke="{DOCUMENTED}"'
            ' stroke-width="3"/>',
            *rows,
            *_axis(n * 0.8, top * 1.1, height - 40, x),
            f'<text x="16" y="{height - 8}" font-size="11" fill="{FAINT}">95 % intervals, each under its own'
            " assumption; pale: not in the range. Persons, log scale. Who could not be listed is in none.</text>",
            "</svg>",
        ]
    )


def _row(estimate: Estimate, y: int, x) -> str:  # type: ignore[no-untyped-def]
    low, high = estimate.low95 or 0.0, estimate.high95 or 0.0
    paler = "" if estimate.model in IN_RANGE else ' opacity="0.4"'
    medians = [median for _, median, _, _ in humps(estimate)] or [estimate.median or low]
    marks = "".join(f'<circle cx="{x(each):.1f}" cy="{y}" r="5" fill="{ESTIMATED}"/>' for each in medians)
    return (
        f'<text x="16" y="{y + 4}">{escape(MODELS[estimate.model])}</text>'
        f'<line x1="{x(low):.1f}" y1="{y}" x2="{x(high):.1f}" y2="{y}" stroke="{ESTIMATED}" stroke-width="4"{paler}/>'
        f"<g{paler}>{marks}</g>"
    )


def _axis(low: float, high: float, y: int, x) -> list[str]:  # type: ignore[no-untyped-def]
    steps = [
        digit * 10**power for power in range(int(log10(low)), ceil(log10(high)) + 1) for digit in (1, 1.5, 2, 3, 5, 7)
    ]
    return [
        f'<line x1="{x(at):.1f}" y1="{y - 8}" x2="{x(at):.1f}" y2="{y - 3}" stroke="{FAINT}"/>'
        f'<text x="{x(at):.1f}" y="{y + 10}" text-anchor="middle" font-size="11" fill="{FAINT}">{at:,.0f}</text>'
        for at in steps
        if low <= at <= high
    ]
