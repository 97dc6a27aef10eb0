"""Runs of words that the rules ask for by name. Each is a row of sayings.csv; a coder extends it there."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Sayings:
    """Runs of words in lower case, in the order of their row."""

    according: tuple[tuple[str, ...], ...]
    and_also: tuple[tuple[str, ...], ...]
    both_sides: tuple[tuple[str, ...], ...]
    by: tuple[tuple[str, ...], ...]
    caused_by: tuple[tuple[str, ...], ...]
    citing: tuple[tuple[str, ...], ...]
    company: tuple[tuple[str, ...], ...]
    each_other: tuple[tuple[str, ...], ...]
    everywhere: tuple[tuple[str, ...], ...]
    disowned: tuple[tuple[str, ...], ...]
    disowns: tuple[tuple[str, ...], ...]
    many_times: tuple[tuple[str, ...], ...]
    meanwhile: tuple[tuple[str, ...], ...]
    no_truth_in: tuple[tuple[str, ...], ...]
    not_shown: tuple[tuple[str, ...], ...]
    not_true: tuple[tuple[str, ...], ...]
    on_one_side: tuple[tuple[str, ...], ...]
    or_more: tuple[tuple[str, ...], ...]
    on_the_whole: tuple[tuple[str, ...], ...]
    over_the_years: tuple[tuple[str, ...], ...]
    proved: tuple[tuple[str, ...], ...]
    response: tuple[tuple[str, ...], ...]
    series: tuple[tuple[str, ...], ...]
    subsets: tuple[tuple[str, ...], ...]
    through: tuple[tuple[str, ...], ...]
