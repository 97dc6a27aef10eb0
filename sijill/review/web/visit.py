"""One request: who asks, what they may see, in which language, and how they answer is made."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from functools import cached_property
from typing import Any, TypeVar
from urllib.parse import quote, urlsplit

from starlette.requests import Request
from starlette.responses import HTMLResponse, RedirectResponse, Response

from sijill.errors import SijillError
from sijill.model.decision import Decision
from sijill.model.finding import Finding
from sijill.publish.wording import LANGUAGES, Wording
from sijill.review.accounts import Account, Permission
from sijill.review.decisions import Author
from sijill.review.desk import Desk
from sijill.review.view import View
from sijill.review.web.render import rendered
from sijill.review.web.sessions import Sessions
from sijill.review.web.showing import Showing

Chosen = TypeVar("Chosen", bound=StrEnum)
LANGUAGE, CARE = "sijill-language", "sijill-care"
CARES = ("care", "open", "plain")
"""How what is hard to look at is shown: behind a click, openly, or in a page of plain words without pictures."""


class NotFound(SijillError):
    """Something that is not there, or that this person may not see: which of the two is not said."""

    def __init__(self, *, seen: str) -> None:
        super().__init__(f"there is nothing here under {seen[:60]!r}")


class NotAChoice(SijillError):
    """A value that is none of those there are."""

    def __init__(self, *, seen: str, choices: Sequence[str]) -> None:
        super().__init__(f"{seen[:40]!r} is none of {', '.join(choices)}")
        self.seen = seen


@dataclass(kw_only=True)
class Visit:
    """What the function of a page is given."""

    request: Request
    desk: Desk
    sessions: Sessions
    account: Account
    form: Mapping[str, Any] = field(default_factory=dict)

    @cached_property
    def view(self) -> View:
        return self.desk.view(self.account)

    @cached_property
    def language(self) -> str:
        return language_of(self.request, self.desk.case.languages)

    @cached_property
    def wording(self) -> Wording:
        return Wording(self.language)

    @cached_property
    def showing(self) -> Showing:
        return Showing(self.view, self.wording, self.desk.journal)

    @property
    def author(self) -> Author:
        return self.desk.author(self.account)

    @property
    def part(self) -> bool:
        """Does htmx ask, who wants only a part of the page?"""
        return self.request.headers.get("hx-request") == "true"

    def id(self, name: str = "id") -> str:
        return str(self.request.path_params[name])

    def asked(self, name: str) -> str:
        """A value of the address, without spaces around it; "" where there is none."""
        return self.request.query_params.get(name, "").strip()

    def said(self, name: str) -> str:
        """A value of the form; "" where there is none."""
        value = self.form.get(name, "")
        return value.strip() if isinstance(value, str) else ""

    def choice(self, kind: type[Chosen], name: str, otherwise: str = "") -> Chosen:
        """A value of the form that is one of a closed table. Raises NotAChoice."""
        said = self.said(name) or otherwise
        if said not in set(kind):
            raise NotAChoice(seen=said, choices=[str(each.value) for each in kind])
        return kind(said)

    def title(self, finding: Finding) -> str:
        """What an event is called, in the language of whoever reads."""
        return self.wording.title(finding, self.view.where(finding.where))

    def name(self, known: str) -> str:
        """What an id stands for."""
        found = self.view.finding_of.get(known)
        return self.view.name(known) if found is None else self.title(found)

    def must(self, permission: Permission) -> None:
        self.account.must(permission)

    def alias(self, code: str) -> str:
        """How an account is called on pages."""
        if code == self.account.code:
            return self.wording("you")
        return self.desk.aliases().get(code, code)

    def page(self, template: str, *, status: int = 200, **values: Any) -> Response:
        """A page in the language of whoever asks."""
        done = self.desk.done[self.account.code]
        return HTMLResponse(
            rendered(
                template,
                self.language,
                v=self,
                view=self.view,
                account=self.account,
                can={each.value for each in Permission if self.account.may(each)},
                care=care_of(self.request),
                path=self.request.url.path,
                last=done[-1] if done else None,
                runs=self.desk.runs,
                **values,
            ),
            status_code=status,
        )

    def decided(self, made: list[Decision], to: str) -> Response:
        """After an action: to the next page."""
        self.desk.decided(self.account, made)
        return go(to)


def go(to: str) -> Response:
    """To another page of this desk, never to another site."""
    parts = urlsplit(to)
    inside = not parts.scheme and not parts.netloc and to.startswith("/") and not to.startswith(("//", "/\\"))
    return RedirectResponse(quote(to, safe="/?&=#%:,+-_.~") if inside else "/", status_code=303)


def language_of(request: Request, of_case: tuple[str, ...] = ()) -> str:
    """As chosen; else as the browser asks; else English."""
    chosen = request.cookies.get(LANGUAGE, "")
    if chosen in LANGUAGES:
        return chosen
    for part in request.headers.get("accept-language", "").split(","):
        tongue = part.split(";")[0].split("-")[0].strip().lower()
        if tongue in LANGUAGES:
            return tongue
    return next((each for each in of_case if each in LANGUAGES), "en")


def care_of(request: Request) -> str:
    """As chosen; else behind a click."""
    chosen = request.cookies.get(CARE, "")
    return chosen if chosen in CARES else CARES[0]
