"""Totals of more than one event: "since the war began", "in the days after the town fell"."""

from sijill.extract.predicates.draft import Draft
from sijill.extract.syntax.sentence import Sentence
from sijill.extract.syntax.told_from import days_on
from sijill.model.claim import Act, Harm
from sijill.model.toll import Toll

MANY, SEVERAL = 1000, 50
NEAR = 6
"""Tokens from "since" to what began; further off in its own clause."""
BREAKS = frozenset(",;:،؛")
SPREAD = "from:"
"""Before the value of a time from which the days run that are told of (syntax/told_from.py)."""
SO_FAR = frozenset({"year-0", "month-0", "week-0"})
"""With the present perfect a count of more than one event: "45 people have been killed this year"."""


def at_least(s: Sentence, toll: Toll, harm: Harm) -> int | None:
    """The number; of those killed, the least that "thousands" or "hundreds of thousands" can be."""
    words = frozenset(toll.text.lower().split())
    if toll.number is not None or harm is not Harm.KILLED or words.isdisjoint(s.words.thousands):
        return toll.number
    return 100 * MANY if not words.isdisjoint(s.words.hundreds) else MANY


def is_cumulative(
    s: Sentence, number: int | None, time: str | None, *, one_act: bool = False, vague: bool = False
) -> bool:
    """ "since January", "since the conflict began", "170,000 have been killed", "the air campaign has killed 45",
    "raids kill thousands" on no day: the toll of more than one event.

    time     the value of the time that governs the count, None where no time does
    one_act  the count is of a siege or of people held: one act, however long it lasted, where a war is many
    vague    the number is the least that its words can be
    """
    if time is not None and (
        (is_long(time) and not (one_act and time.startswith("lasting:"))) or (time in SO_FAR and s.has(s.words.have))
    ):
        return True
    lows = s.vocabulary
    if s.has(s.words.since) and _since_it_began(s) and not _is_outdone(s, time):
        return True
    if (time is None or time.startswith(SPREAD)) and s.has(s.words.upon) and _is_spread_out(s):
        return True
    if s.has(s.words.so) and s.has(s.words.far) and s.has(s.words.long_times):
        return True
    perfect = not lows.isdisjoint(s.words.have)
    if perfect and s.has(s.words.campaigns) and not s.times:
        return True
    if vague and (number or 0) >= MANY and not s.times:
        return True
    if number is None or number < MANY:
        return False
    return not s.words.wars.isdisjoint(lows) or (perfect and not s.times) or number >= 100 * MANY


def have_died_of_want(s: Sentence, draft: Draft, number: int | None, time: str | None) -> bool:
    """ "Some 60 are said to have died for lack of food in the camp": one after the other, where no time is told."""
    want = draft.act is Act.DEPRIVATION and draft.harm is Harm.KILLED and time is None
    near = s.tokens.lows[max(s.start, draft.cue.start - NEAR) : draft.cue.start]
    return want and (number or 0) >= SEVERAL and not s.words.have.isdisjoint(near)


def _is_spread_out(s: Sentence) -> bool:
    """ "Were killed in the days after the town fell"."""
    return any(days_on(s, k).startswith(SPREAD) for k in range(s.start + 1, s.stop) if s.low(k) in s.words.upon)


def _since_it_began(s: Sentence) -> bool:
    """ "Since the war began", not "since Monday, said a group that watches the war"."""
    opens = (k + 1 for k in range(s.start, s.stop) if s.low(k) in s.words.since)
    return any(not s.words.beginnings.isdisjoint(s.tokens.lows[k : _closes(s, k)]) for k in opens)


def _closes(s: Sentence, start: int) -> int:
    """Where a clause after "since" ends: at a comma, or where somebody speaks; after a day, at once."""
    near = min(start + NEAR, s.stop)
    if any(time[0] <= start < time[1] for time in s.times):
        return near
    spoken = [cue.start for cue in s.speech if cue.start >= near]
    marks = [k for k in range(near, s.stop) if s.low(k) in BREAKS]
    return min([s.stop, *spoken, *marks])


def _is_outdone(s: Sentence, time: str | None) -> bool:
    """ "12 since Tuesday, in the worst fighting since the war began": the count runs from Tuesday."""
    opens = [k for k in range(s.start, s.stop) if s.low(k) in s.words.since]
    superlative = any(s.low(k) in s.words.superlatives for k in range(s.start, opens[-1])) if opens else False
    return superlative and time is not None and time.startswith("since:")


def is_long(value: str) -> bool:
    """Since a month or a year, "since early March"; a month or more: longer than an event."""
    head, _, rest = value.partition(":")
    if head == "since":
        rest = rest.rpartition(":")[2]
        return ("weekday" not in rest and rest.count("-") < 2 + rest.startswith("--")) or rest.startswith(
            ("month", "year")
        )
    return head in ("last", "lasting") and rest.startswith(("month", "year"))
