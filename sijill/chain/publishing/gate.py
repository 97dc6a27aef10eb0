"""What the gate would keep in the house if a release were made now: findings, names, numbers, and the reasons."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from sijill.chain.keeping.opening import open_ledger
from sijill.chain.publishing.house import house_of
from sijill.chain.publishing.issuing import held_by_readers, past_of
from sijill.chain.publishing.working import UNKEYED
from sijill.chain.register import Register
from sijill.model.decision import Reason
from sijill.model.release import Profile
from sijill.model.release.rules import Names
from sijill.publish.material import Edition, Material
from sijill.publish.release.desk import Desk
from sijill.publish.release.fates import fates
from sijill.publish.release.released import held_back

FINDING, NAME, NUMBER = "finding", "name", "number"
BESIDE = {"ser": "running toll", "pat": "pattern"}
"""By the beginning of an id, what is no finding."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Kept:
    """Something that does not leave in a profile. sort: finding, running toll, pattern, name or number (of no id)."""

    profile: Profile
    sort: str
    id: str
    what: str
    reason: Reason


def kept_in_the_house(register: Register) -> list[Kept]:
    """Of each profile but the internal one. Nothing is written, and no release is made."""
    with open_ledger(register.case) as ledger:
        house, past = house_of(register, ledger), past_of(ledger)
        return [
            each
            for profile in (Profile.PUBLIC, Profile.PARTNER)
            for each in (
                *_findings(house, register, profile),
                *_names(house, register, profile),
                *(
                    Kept(profile=profile, sort=NUMBER, id="", what=f"{cell.fate}: {cell.place}", reason=cell.hidden)
                    for cell in fates(
                        house.persons, house.places, register.case.rules(profile), held_by_readers(past, profile)
                    )
                    if cell.hidden is not None
                ),
            )
        ]


def _findings(house: Material, register: Register, profile: Profile) -> Iterator[Kept]:
    for each in held_back(house, register.case.rules(profile)):
        sort = BESIDE.get(each.id[:3], FINDING)
        yield Kept(profile=profile, sort=sort, id=each.id, what=each.what, reason=each.reason)


def _names(house: Material, register: Register, profile: Profile) -> Iterator[Kept]:
    """Where the profile names anybody: each person who is not, by id alone."""
    rules = register.case.rules(profile)
    if rules.names is not Names.NEVER:
        desk = Desk(material=replace(house, edition=Edition(profile=profile)), rules=rules, key=UNKEYED)
        for known, reason in desk.names_kept_back.items():
            if reason is not None:
                yield Kept(profile=profile, sort=NAME, id=known, what=known, reason=reason)
