"""Signing in and out: a password, and where an account has them a one-time code. Keys of hardware: keys.py."""

from dataclasses import replace

from starlette.responses import Response

from sijill.errors import SijillError
from sijill.publish.wording import _
from sijill.review.accounts import Account, Permission, accounts
from sijill.review.credentials import Credentials, credentials_of, keep_credentials
from sijill.review.passwords import address, code_fits, hashed, matches, new_secret
from sijill.review.web.page import acts, reads
from sijill.review.web.visit import Visit, go


class NotSignedIn(SijillError):
    """A name and password that do not fit. Which of the two is not said."""

    def __init__(self) -> None:
        super().__init__("name, password and code do not fit together; try again")


class TooOften(SijillError):
    """Too many attempts."""

    def __init__(self) -> None:
        super().__init__("too many attempts; wait a few minutes and try again")


def form(visit: Visit) -> Response:
    """Name, password, code."""
    if visit.desk.alone is not None or visit.account.code:
        return go("/")
    return visit.page("sign-in.html", refused=None)


def sign_in(visit: Visit) -> Response:
    """With a password, and a code where the account has one."""
    name, password = visit.said("name"), str(visit.form.get("password", ""))
    if not visit.sessions.may_try(visit.request, name):
        return visit.page("sign-in.html", status=429, refused=str(TooOften()))
    account = called(visit, name)
    known = _known(visit, account)
    fits = matches(password, known.password)
    if account is None or not fits or (known.totp and not code_fits(known.totp, visit.said("code"))):
        return visit.page("sign-in.html", status=403, refused=visit.wording(str(NotSignedIn())))
    how = "signed in with password and code" if known.totp else "signed in with password"
    return visit.sessions.begin(visit.request, account, go("/"), how=how)


def sign_out(visit: Visit) -> Response:
    """The session is over."""
    return visit.sessions.end(visit.request, visit.account, go("/sign-in"))


def own(visit: Visit) -> Response:
    """One's own account."""
    fresh = new_secret()
    registered = visit.desk.alone is None
    return visit.page(
        "own.html",
        registered=registered,
        proved=visit.sessions.proved(visit.request),
        known=_known(visit, visit.account),
        secret=fresh,
        uri=address(fresh, visit.account.alias),
    )


def change_password(visit: Visit) -> Response:
    """The old one, and a new one."""
    known = proven(visit)
    changed = replace(known, password=hashed(str(visit.form.get("new", ""))))
    keep_credentials(visit.desk.ledger, visit.account.code, changed)
    visit.sessions.end_all(visit.account.code, but=visit.request)
    return go("/account")


def set_code(visit: Visit) -> Response:
    """One-time codes from here on, or none."""
    known = proven(visit)
    secret = visit.said("secret")
    if secret and not code_fits(secret, visit.said("code")):
        raise NotSignedIn()
    keep_credentials(visit.desk.ledger, visit.account.code, replace(known, totp=secret or None))
    return go("/account")


MESSAGES = (_("name, password and code do not fit together; try again"),)


def called(visit: Visit, name: str) -> Account | None:
    """The open account that signs in under this name."""
    code = next((code for code, known in visit.desk.ledger.names().items() if known == name), None)
    found = accounts(visit.desk.journal).get(code or "")
    return found if found is not None and found.open else None


def _known(visit: Visit, account: Account | None) -> Credentials:
    return credentials_of(visit.desk.ledger, account.code) if account is not None else Credentials()


def proven(visit: Visit) -> Credentials:
    """The credentials of whoever asks, who has just given the password. Raises NotSignedIn."""
    known = _known(visit, visit.account)
    if not matches(str(visit.form.get("password", "")), known.password):
        raise NotSignedIn()
    return known


PAGES = (
    reads("/sign-in", form, None),
    acts("/sign-in", sign_in, None),
    acts("/sign-out", sign_out, Permission.READ),
    reads("/account", own),
    acts("/account/password", change_password, Permission.READ),
    acts("/account/code", set_code, Permission.READ),
)
