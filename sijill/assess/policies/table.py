"""An organisation's own policy, written as a table under [policies.NAME] in case.toml. A misspelt key is refused.

[policies.ours]
after = "Our handbook (2031), p. 4"       whose method this is; shown with every figure
version = 1                               raise it when a figure could change
interested = "alone"                      beside | alone | never: whether a belligerent's numbers count
civilians = true                          civilians alone; unknown status is taken for civilian
needs = 2                                 independent origins that must give a number
take = "range"                            range | least | greatest
closed = true                             a bound that nobody gives is the other one
doubtful = false                          low 0 where somebody without interest says the victims were combatants
concluding = false                        a recorder's own assessment stands for what it cites
plural = [2, 2]                           people in the plural without a number
words = { dozens = [12, 24] }             tens, dozens, scores, hundreds, thousands, several
"""

from collections.abc import Mapping
from typing import Any

from sijill.assess.policies.policy import Policy
from sijill.assess.policies.rules import Interested, Rules, Take, policy_of
from sijill.assess.policies.vague import WORDS, Vague, Worth
from sijill.errors import SijillError

BOOLEANS = ("civilians", "closed", "doubtful", "concluding")
KEYS = ("after", "version", "interested", "needs", "take", "plural", "words", *BOOLEANS)


class NotAPolicy(SijillError):
    """A table that does not describe a policy."""

    def __init__(self, *, name: str, key: str, seen: object, wanted: str) -> None:
        super().__init__(f"case.toml: policies.{name}.{key} = {str(seen)[:80]!r}, but it takes {wanted}")
        self.name, self.key = name, key


def policy_from_table(name: str, table: Mapping[str, Any]) -> Policy:
    """Raises NotAPolicy, naming the key."""

    def must(right: bool, key: str, wanted: str) -> None:
        if not right:
            raise NotAPolicy(name=name, key=key, seen=table.get(key), wanted=wanted)

    for key in table:
        must(key in KEYS, key, "one of these keys: " + ", ".join(KEYS))
    after, version, needs = table.get("after"), table.get("version", 1), table.get("needs", 1)
    must(isinstance(after, str) and bool(after.strip()), "after", "whose method it is, as a text")
    must(type(version) is int and version > 0, "version", "a whole number from 1")
    must(type(needs) is int and needs > 0, "needs", "a whole number from 1")
    for key in BOOLEANS:
        must(type(table.get(key, False)) is bool, key, "true or false")
    interested, take = table.get("interested", Interested.BESIDE), table.get("take", Take.RANGE)
    must(interested in set(Interested), "interested", " | ".join(Interested))
    must(take in set(Take), "take", " | ".join(Take))
    words = table.get("words", {})
    must(isinstance(words, dict) and set(words) <= set(WORDS), "words", "a table of " + ", ".join(WORDS))
    for key in words:
        must(_is_worth(words[key]), "words", "[low, high] for each word")
    plural = table.get("plural")
    must(plural is None or _is_worth(plural), "plural", "[low, high]")
    return policy_of(
        Rules(
            name=name,
            version=version,
            source=f"{after}; a table of this case",
            interested=Interested(interested),
            needs=needs,
            take=Take(take),
            vague=Vague(words={key: _worth(words[key]) for key in words}, plural=_worth(plural) if plural else None),
            **{key: table.get(key, False) for key in BOOLEANS},
        )
    )


def _is_worth(value: object) -> bool:
    pair = isinstance(value, list) and len(value) == 2 and all(type(each) is int and each >= 0 for each in value)
    return pair and isinstance(value, list) and value[0] <= value[1]


def _worth(value: list[int]) -> Worth:
    return value[0], value[1]
