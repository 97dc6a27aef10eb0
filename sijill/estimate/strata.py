"""Persons by place, period, sex, age or party: one overlap for each stratum, from the lists that could see it."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

import numpy as np

from sijill.errors import SijillError
from sijill.estimate.overlap import counted
from sijill.model.estimate import ListScope, Overlap

NEVER_IMPUTED = frozenset({"perpetrator", "party", "actor"})


class NotAStratum(SijillError):
    """A trait by which persons cannot be put into strata."""

    def __init__(self, *, seen: str, wanted: str) -> None:
        super().__init__(f"strata by {seen}: {wanted}")


@dataclass(frozen=True, slots=True, kw_only=True)
class Held:
    """A person as an estimate sees one: the lists that hold it, and its traits; None is "not said"."""

    lists: frozenset[str]
    traits: Mapping[str, str | None]


def by_stratum(
    persons: Iterable[Held],
    lists: Sequence[str],
    by: Sequence[str],
    *,
    scopes: Sequence[ListScope] = (),
    replicate: int | None = None,
) -> dict[str, Overlap]:
    """Stratum -> its overlap, in the order of the names. Whoever lacks a trait is in no stratum: impute first.

    A list that could not see a stratum is no list of it; a person whom only such lists hold is not counted in it. A
    stratum that fewer than three lists could see comes back too: it is refused later, with its count.
    raises   NotAStratum where `by` names the lists themselves: strata by what the lists say depend on being listed
    """
    if "list" in by or "lists" in by:
        raise NotAStratum(
            seen="lists", wanted="use what was so before anybody was listed: place, period, sex, age, party"
        )
    limits = {each.list: each for each in scopes}
    sorted_out: dict[str, tuple[dict[str, str], list[frozenset[str]]]] = {}
    for person in persons:
        stratum = {trait: value for trait in by if (value := person.traits.get(trait)) is not None}
        if len(stratum) == len(by):
            name = ", ".join(f"{trait}={value}" for trait, value in stratum.items())
            sorted_out.setdefault(name, (stratum, []))[1].append(person.lists)
    found = {}
    for name, (stratum, held) in sorted(sorted_out.items()):
        outside = tuple(each for each in lists if each in limits and not limits[each].reaches(stratum))
        seeing = [each for each in lists if each not in outside]
        counts = counted([on & set(seeing) for on in held], seeing)
        found[name] = Overlap(lists=tuple(seeing), counts=counts, stratum=name, replicate=replicate, outside=outside)
    return found


def imputed(persons: Sequence[Held], by: Sequence[str], *, seed: int) -> list[Held]:
    """One way in which missing traits may be: each taken from a person drawn among those on the same lists.

    Among those on exactly the same lists; where there are none, among all of whom it is said.
    Repeat with other seeds, one a replicate: multiple imputation. Never used for who did it.
    raises   NotAStratum for a perpetrator, and for a trait that is said of nobody
    source   Rubin (1987), chapter 5, hot deck; Johndrow, Lum and Ball (2015) for strata
    """
    for trait in set(by) & NEVER_IMPUTED:
        if any(person.traits.get(trait) is None for person in persons):
            raise NotAStratum(
                seen=trait, wanted="who did it is never imputed; leave those aside of whom it is not said"
            )
    random = np.random.default_rng(seed)
    filled = list(persons)
    for trait in by:
        donors: dict[frozenset[str], list[str]] = {}
        for person in persons:
            if (value := person.traits.get(trait)) is not None:
                donors.setdefault(person.lists, []).append(value)
        everybody = [value for values in donors.values() for value in values]
        if not everybody:
            raise NotAStratum(seen=trait, wanted="it is said of nobody")
        for i, person in enumerate(filled):
            if person.traits.get(trait) is None:
                pool = donors.get(person.lists) or everybody
                filled[i] = replace(person, traits={**person.traits, trait: pool[int(random.integers(len(pool)))]})
    return filled
