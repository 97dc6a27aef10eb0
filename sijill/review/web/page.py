"""A page of the desk: an address, what answers it, and the permission it asks for."""

from collections.abc import Callable
from dataclasses import dataclass

from starlette.responses import Response

from sijill.review.accounts import Permission
from sijill.review.web.visit import Visit


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """permission: None for what may be seen before anybody signed in."""

    method: str
    path: str
    act: Callable[[Visit], Response]
    permission: Permission | None


def reads(path: str, act: Callable[[Visit], Response], permission: Permission | None = Permission.READ) -> Page:
    """A page that shows."""
    return Page(method="GET", path=path, act=act, permission=permission)


def acts(path: str, act: Callable[[Visit], Response], permission: Permission | None = Permission.DECIDE) -> Page:
    """A form that decides."""
    return Page(method="POST", path=path, act=act, permission=permission)
