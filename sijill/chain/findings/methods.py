"""The policies that a case asks for: the published ones, those it writes as tables, and those of installed packages.

A package offers its policies as entry points of the group `sijill.policies`, each an object of `Policy`. Only one that
case.toml names is loaded, so that a case received from somebody else cannot run anything that was not installed.
"""

from collections.abc import Mapping
from importlib.metadata import entry_points

from sijill.assess.policies import POLICIES, Policy
from sijill.assess.policies.table import policy_from_table
from sijill.case import Case
from sijill.errors import SijillError

GROUP = "sijill.policies"


class NoSuchPolicy(SijillError):
    """A policy that case.toml names and nobody wrote."""

    def __init__(self, *, name: str, known: list[str]) -> None:
        super().__init__(f"case.toml: no policy is called {name!r}; there is {', '.join(known)}")


class PolicyTaken(SijillError):
    """A table of a case under the name of a published policy."""

    def __init__(self, *, name: str) -> None:
        super().__init__(f"case.toml: [policies.{name}] would change a published policy: give yours a name of its own")


class NoPolicyThere(SijillError):
    """An installed package whose entry point is no policy."""

    def __init__(self, *, name: str, seen: object) -> None:
        super().__init__(f"the installed policy {name!r} is a {type(seen).__name__}, wanted a Policy")


def policies_of(case: Case) -> Mapping[str, Policy]:
    """By name, in the order of case.toml. Raises NoSuchPolicy, PolicyTaken, NotAPolicy, NoPolicyThere."""
    own = {}
    for name, table in case.policies.own.items():
        if name in POLICIES:
            raise PolicyTaken(name=name)
        own[name] = policy_from_table(name, table)
    return {name: _named(name, own) for name in case.policies.show}


def _named(name: str, own: Mapping[str, Policy]) -> Policy:
    if name in POLICIES or name in own:
        return POLICIES.get(name) or own[name]
    offered = {each.name: each for each in entry_points(group=GROUP)}
    if name not in offered:
        raise NoSuchPolicy(name=name, known=sorted({*POLICIES, *own, *offered}))
    found = offered[name].load()
    if not isinstance(found, Policy):
        raise NoPolicyThere(name=name, seen=found)
    return found
