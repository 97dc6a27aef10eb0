"""Why two policies give different numbers for one event: what each did to the figures, as reasons with values."""

from collections.abc import Mapping

from sijill.model.claim import Harm
from sijill.model.decision import Reason, Value
from sijill.model.finding import CasualtyRange, PolicyFinding

DID = frozenset(
    {
        "assumed_civilians",
        "interested_numbers_left_out",
        "recorder_concluded",
        "words_for_numbers",
        "needs_origins",
        "unnamed_need_an_image",
        "reached_by_two_origins",
        "lists_of_names",
    }
)
"""Reasons of a grade that say what a policy did to the numbers."""


def difference(one: str, first: PolicyFinding, other: str, second: PolicyFinding, harm: Harm) -> tuple[Reason, ...]:
    """Nothing where both give the same; else both ranges, which of their claims differ, and what each policy did."""
    a, b = first.tolls.get(harm), second.tolls.get(harm)
    if _same(a, b):
        return ()
    values: dict[str, Value] = {"harm": harm.value, "one": one, "other": other, **_said("one", a), **_said("other", b)}
    rests = (
        [Reason(code="other_claims", values=_claims(one, a, other, b))] if a and b and _rests(a) != _rests(b) else []
    )
    return (Reason(code="policies_differ", values=values), *rests, *_did(one, first, harm), *_did(other, second, harm))


def _same(a: CasualtyRange | None, b: CasualtyRange | None) -> bool:
    if a is None or b is None:
        return a is b
    return (a.low, a.high, a.unknown) == (b.low, b.high, b.unknown)


def _said(end: str, found: CasualtyRange | None) -> Mapping[str, Value]:
    return {f"{end}_low": found.low if found else None, f"{end}_high": found.high if found else None}


def _rests(found: CasualtyRange) -> frozenset[str]:
    return frozenset((*found.low_rests_on, *found.high_rests_on))


def _claims(one: str, a: CasualtyRange, other: str, b: CasualtyRange) -> Mapping[str, Value]:
    only_a, only_b = sorted(_rests(a) - _rests(b)), sorted(_rests(b) - _rests(a))
    return {"one": one, "only_one": ", ".join(only_a), "other": other, "only_other": ", ".join(only_b)}


def _did(policy: str, found: PolicyFinding, harm: Harm) -> list[Reason]:
    return [
        Reason(code=each.code, values={"policy": policy, **each.values})
        for each in found.grade.reasons
        if each.code in DID and each.values.get("harm", harm.value) == harm.value
    ]
