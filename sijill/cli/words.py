"""Figures, dates and names as a reader sees them. The records themselves are never worded here."""

from sijill.model.claim import Claim
from sijill.model.finding import CasualtyRange
from sijill.model.toll import Hedge, Toll
from sijill.model.when import Period, Precision
from sijill.publish.figures import NO_NUMBER, bounds
from sijill.publish.figures import figure as reported

HEDGES = {
    Hedge.EXACT: "",
    Hedge.AT_LEAST: "at least ",
    Hedge.UP_TO: "up to ",
    Hedge.ABOUT: "about ",
    Hedge.NEARLY: "nearly ",
    Hedge.MORE_THAN: "more than ",
    Hedge.LESS_THAN: "less than ",
    Hedge.VAGUE: "",
}


def figure(range_: CasualtyRange | None) -> str:
    """A range of reports; "" where no claim speaks of this harm at all."""
    return "" if range_ is None else reported(range_)


def short_figure(range_: CasualtyRange) -> str:
    """A range for a narrow column: "85–300", "77+", "up to 300", "12"; "?" where nobody gives a number."""
    if range_.unknown or (range_.low is None and range_.high is None):
        return "?"
    if range_.low is None:
        return f"up to {range_.high:,}"
    if range_.high is None:
        return f"{range_.low:,}+"
    return f"{range_.low:,}" if range_.low == range_.high else f"{range_.low:,}–{range_.high:,}"


def toll(said: Toll | None) -> str:
    """A number as it was said."""
    if said is None:
        return NO_NUMBER
    if said.hedge is Hedge.BETWEEN:
        return bounds(said.low, said.high)
    if said.number is None:
        return f"“{said.text}”"
    return f"{HEDGES[said.hedge]}{said.number:,}"


def period(when: Period) -> str:
    """A date no finer than it is known."""
    if when.start is None and when.end is None:
        return when.text or "no date"
    if when.start is None:
        return f"until {when.end}"
    if when.end is None:
        return f"since {when.start}"
    if when.precision is Precision.YEAR:
        return when.start[:4]
    if when.precision is Precision.MONTH:
        return when.start[:7]
    return when.start if when.start == when.end else f"{when.start} to {when.end}"


def period_lines(when: Period) -> str:
    """A date for a narrow column: a range on two lines, its end without the year that both share."""
    start, to, end = period(when).partition(" to ")
    return f"{start}–\n{end[5:] if end[:4] == start[:4] else end}" if to else start


def plain(text: str) -> str:
    """On one line, without control characters: what others wrote must not steer a terminal."""
    return "".join(each if each.isprintable() else " " for each in text)


def speakers(claim: Claim) -> str:
    """The chain of voices, outermost first; "" where only the report itself speaks."""
    return " › ".join(each.name for each in claim.speakers)
