"""The rules of the counting policies in words, as `why` tells them. docs/method/assess.md has them in full."""

from collections.abc import Mapping

RANGE = {
    "low": "the least of the lower bounds and of the numbers said without a bound (“about 400” counts as 400)",
    "high": "the greatest of the upper bounds and of the numbers said without a bound",
    "best": "the number that the independent sources agree on",
}
RULES: Mapping[str, Mapping[str, str]] = {"range": RANGE}
OPEN = "open: a claim such as “at least” sets no upper bound, and no other claim on the same people reaches beyond it"
UNKNOWN = "nobody gives a number, and no number is not zero"
NOT_SAID = "nobody sets this bound"


def rules_of(policy: str, bound: str, *, open_: bool, unknown: bool) -> str:
    """The sentence of a policy that a bound follows from."""
    if unknown:
        return UNKNOWN
    if open_:
        return OPEN if bound == "high" else NOT_SAID
    return RULES.get(policy, {}).get(bound, f"by the rule of policy {policy}")
