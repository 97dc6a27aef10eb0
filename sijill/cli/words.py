"""Figures, dates and names as a reader sees them. The records themselves are never worded here."""

from sijill.model.claim import Claim
from sijill.model.finding import CasualtyRange
from sijill.model.toll import Hedge, Toll
from sijill.model.when import Period, Precision

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
NO_NUMBER = "no number"


def bounds(low: int | None, high: int | None) -> str:
    """ "85 to 300", "at least 77", "up to 300", "12"; without either bound "no number", which is not zero."""
    if low is None and high is None:
        return NO_NUMBER
    if high is None:
        return f"at least {low:,}"
    if low is None:
        return f"up to {high:,}"
    return f"{low:,}" if low == high else f"{low:,} to {high:,}"


def figure(range_: CasualtyRange | None) -> str:
    """A range of reports; "" where no claim speaks of this harm at all."""
    if range_ is None:
        return ""
    return NO_NUMBER if range_.unknown else bounds(range_.low, range_.high)


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
    """A date for a narrow column: a range on two lines, its end without what both share."""
    told = period(when)
    start, to, end = told.partition(" to ")
    if not to:
        return told
    return f"{start}\nto {end[5:] if end[:4] == start[:4] else end}"


def plain(text: str) -> str:
    """On one line, without control characters: what others wrote must not steer a terminal."""
    return "".join(each if each.isprintable() else " " for each in text)


def code(name: str) -> str:
    """A code as words: no_publication_date -> no publication date."""
    return name.replace("_", " ")


def speakers(claim: Claim) -> str:
    """The chain of voices, outermost first; "" where only the report itself speaks."""
    return " › ".join(each.name for each in claim.speakers)
