"""Policy `ibc`: civilians killed, minimum and maximum, once two reports give a number that are not one agency's copy.

After Iraq Body Count's methods and the notes on its incidents; not reviewed by it. The minimum is 0 where somebody
without interest says that the victims were combatants. What is told of a period and is partly in the register already
is counted without that part: see `beyond_recorded`.
"""

from collections.abc import Iterable

from sijill.assess.policies.rules import Interested, Rules, policy_of
from sijill.model.finding import CasualtyRange

IBC = policy_of(
    Rules(
        name="ibc",
        version=1,
        source="Iraq Body Count, Methods, and the notes on its incidents; not reviewed by it",
        interested=Interested.ALONE,
        civilians=True,
        needs=2,
        closed=True,
        doubtful=True,
    )
)


def beyond_recorded(
    told: tuple[int | None, int | None], recorded: Iterable[CasualtyRange]
) -> tuple[int | None, int | None]:
    """What a total of a period adds to the events of that place and period that are recorded one by one [persons].

    low  = max(0, low told - sum of the highs recorded)      0 if one of these is open
    high = max(0, high told - sum of the lows recorded)      open if the total is
    """
    events = [each for each in recorded if not each.unknown]
    lows = sum(each.low or 0 for each in events)
    highs = [each.high for each in events]
    low, high = told
    known = [each for each in highs if each is not None]
    least = None if low is None else max(0, low - sum(known)) if len(known) == len(highs) else 0
    return least, None if high is None else max(0, high - lows)
