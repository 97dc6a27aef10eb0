"""Times of a clause told from that of another: "in the days after X fell on Friday", "since X fell in June"."""

from sijill.extract.syntax.circumstances import goes_on_since, of_whom
from sijill.extract.syntax.classes import DET
from sijill.extract.syntax.sentence import Sentence
from sijill.language.dates import Expression
from sijill.language.days import LONG, of_a_day

REACH = 14
"""Tokens from "since", "in the days after", to the time."""


def told_from(s: Sentence, time: Expression, anchor: tuple[int, int]) -> str:
    """What the value of a time has before it where the time is that of another clause than the one of the anchor:
    nothing where it is its own.
    """
    if goes_on_since(s, time) or (anchor[1] <= time[0] and of_whom(s, time)):
        return "since:"
    for k in range(time[0] - 1, max(anchor[1], time[0] - REACH) - 1, -1):
        if s.low(k) in s.words.upon and of_a_day(time[2]):
            return days_on(s, k)
        if s.low(k) in s.words.since and k + 1 < time[0] - 1:
            outdone = not s.words.superlatives.isdisjoint(s.tokens.lows[anchor[1] : k])
            return "" if outdone or "/" in time[2] or time[2].startswith(LONG) else "since:"
        if s.low(k) in (",", ";", ":"):
            break
    return ""


def days_on(s: Sentence, k: int) -> str:
    """ "In the days after", "over the weeks which followed"; "days after" is at some time later; not "two days
    after"."""
    unit = k - 2 if s.low(k - 1) in s.words.which | s.words.that else k - 1
    number = s.at(unit - 1)
    counted = number is not None and number.count is not None and number.count.end == unit
    if counted or s.low(unit) not in s.words.days_on | s.words.weeks_on:
        return ""
    before = unit - 2 if s.kind(unit - 1) & DET else unit - 1
    if s.low(before) not in s.words.spans:
        return "after:"
    return "from:7:day:" if s.low(unit) in s.words.days_on else "from:4:week:"
