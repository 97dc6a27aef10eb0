"""Who may do what. Roles are decisions of the ledger: who gave one, changed it or closed an account stands there.

Without any account the desk is for one person at this machine. As soon as there is one, everybody signs in.
"""

import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from enum import StrEnum

from sijill.errors import SijillError
from sijill.review.journal import Journal

GRANT, RESTRICTION = "grant", "restriction"


class Role(StrEnum):
    """What somebody is here for. Each may do what stands in PERMITTED, and nothing else."""

    VIEWER = "viewer"
    ANALYST = "analyst"
    REVIEWER = "reviewer"
    PUBLISHER = "publisher"
    ADMIN = "admin"


class Permission(StrEnum):
    """One kind of action."""

    READ = "read"
    DECIDE = "decide"
    REVIEW = "review"
    EXPORT = "export"
    FINISH = "finish"
    ADMINISTER = "administer"


PERMITTED: Mapping[Role, frozenset[Permission]] = {
    Role.VIEWER: frozenset({Permission.READ}),
    Role.ANALYST: frozenset({Permission.READ, Permission.DECIDE}),
    Role.REVIEWER: frozenset({Permission.READ, Permission.DECIDE, Permission.REVIEW}),
    Role.PUBLISHER: frozenset(
        {Permission.READ, Permission.DECIDE, Permission.REVIEW, Permission.FINISH, Permission.EXPORT}
    ),
    Role.ADMIN: frozenset(Permission),
}


class NotPermitted(SijillError):
    """An action that the role of an account does not hold."""

    def __init__(self, *, role: Role, permission: Permission) -> None:
        super().__init__(
            f"the role {role} does not hold the permission to {permission}: ask somebody who administers this case"
        )
        self.role, self.permission = role, permission


@dataclass(frozen=True, slots=True, kw_only=True)
class Account:
    """Somebody who signs in. code: as the log knows them; alias: what others and exports see. What they type to sign in
    is a name that stands outside the log, and can be erased.

    open   False once it is closed: its decisions stay
    """

    code: str
    alias: str
    role: Role
    open: bool = True

    def may(self, permission: Permission) -> bool:
        return self.open and permission in PERMITTED[self.role]

    def must(self, permission: Permission) -> None:
        """Raises NotPermitted."""
        if not self.may(permission):
            raise NotPermitted(role=self.role, permission=permission)


def account_value(account: Account) -> str:
    """What the decision on an account says."""
    told = {name: value for name, value in asdict(account).items() if name != "code"}
    return json.dumps(told, ensure_ascii=False)


def accounts(journal: Journal) -> dict[str, Account]:
    """By code, closed ones too."""
    return {about[0]: _account(about[0], each.value) for about, each in journal.in_force(GRANT).items()}


def _account(code: str, value: str) -> Account:
    told = json.loads(value)
    return Account(**{**told, "code": code, "role": Role(told["role"])})


def closed_to(account: Account, journal: Journal) -> frozenset[str]:
    """Documents that are restricted to others. Who administers the case may open everything."""
    if account.role is Role.ADMIN:
        return frozenset()
    return frozenset(
        about[0]
        for about, each in journal.in_force(RESTRICTION).items()
        if account.code not in json.loads(each.value)["open_to"]
    )


def alone(code: str) -> Account:
    """The one person at a desk without accounts."""
    return Account(code=code, alias=code, role=Role.ADMIN)
