"""Totals of a narrower scope than the case: of a place, a time, an act, a party, a situation."""

from collections.abc import Sequence
from dataclasses import replace

from sijill.chain.findings.assessing import totals_of
from sijill.chain.register import Register
from sijill.cli.records.filters import Wanted, admits
from sijill.model.finding import Total


def scoped_totals(register: Register, wanted: Wanted) -> Sequence[Total]:
    """Those of the case; with filters, totals over the events that these admit, with the same rules.

    Raises NoSuchFilter, NotADate, NotKnownHere, NoSuchAct.
    """
    asked = replace(wanted, least=None)
    if asked == Wanted():
        return register.totals
    admitted = admits(asked, "events", register)
    return totals_of(
        [each for each in register.findings if admitted(each)],
        register.case,
        scope=_named(asked),
        places=register.known.places,
        backlog=max((each.backlog for each in register.totals), default=0),
        processed_through=max((each.processed_through or "" for each in register.totals), default="") or None,
    )


def _named(wanted: Wanted) -> str:
    """The scope in words: "Belqara, from 2021-03, airstrike"."""
    told = (
        wanted.place,
        wanted.since and f"from {wanted.since}",
        wanted.until and f"to {wanted.until}",
        wanted.act,
        wanted.party and f"laid to {wanted.party}",
        wanted.within and f"within {wanted.within}",
    )
    return ", ".join(each for each in told if each)
