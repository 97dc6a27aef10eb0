"""Signing in and out: a password, and where an account has them a one-time code or a key (WebAuthn)."""

import json
import secrets
from dataclasses import replace
from time import monotonic
from typing import Any

import webauthn
from starlette.responses import JSONResponse, Response
from webauthn.helpers import base64url_to_bytes, bytes_to_base64url, options_to_json
from webauthn.helpers.exceptions import InvalidAuthenticationResponse, InvalidJSONStructure, InvalidRegistrationResponse
from webauthn.helpers.structs import PublicKeyCredentialDescriptor

from sijill.errors import SijillError
from sijill.publish.wording import _
from sijill.review.accounts import Account, Permission, accounts
from sijill.review.credentials import Credentials, credentials_of, keep_credentials
from sijill.review.passwords import address, code_fits, hashed, matches, new_secret
from sijill.review.web.page import acts, reads
from sijill.review.web.visit import Visit, go

WAITS = 120.0
"""Seconds in which a challenge must be answered."""


class NotSignedIn(SijillError):
    """A name and password that do not fit. Which of the two is not said."""

    def __init__(self) -> None:
        super().__init__("name, password and code do not fit together; try again")


class TooOften(SijillError):
    """Too many attempts."""

    def __init__(self) -> None:
        super().__init__("too many attempts; wait a few minutes and try again")


class KeyRefused(SijillError):
    """A key whose answer does not fit."""

    def __init__(self) -> None:
        super().__init__("the key did not answer as it should; try again")


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
    account = _called(visit, name)
    known = _known(visit, account)
    fits = matches(password, known.password)
    if account is None or not fits or (known.totp and not code_fits(known.totp, visit.said("code"))):
        return visit.page("sign-in.html", status=403, refused=visit.wording(str(NotSignedIn())))
    how = "signed in with password and code" if known.totp else "signed in with password"
    return visit.sessions.begin(visit.request, account, go("/"), how=how)


def challenge(visit: Visit) -> Response:
    """What a key is to sign, to sign in with it."""
    keys = _known(visit, _called(visit, visit.said("name"))).keys
    known = [PublicKeyCredentialDescriptor(id=base64url_to_bytes(str(each["id"]))) for each in keys]
    options = webauthn.generate_authentication_options(rp_id=_host(visit), allow_credentials=known)
    visit.sessions.challenges[bytes_to_base64url(options.challenge)] = (visit.said("name"), monotonic())
    return JSONResponse(json.loads(options_to_json(options)))


def sign_in_with_key(visit: Visit) -> Response:
    """The answer of a key."""
    if not visit.sessions.may_try(visit.request, ""):
        raise TooOften()
    answer, asked = _answer(visit), visit.said("challenge")
    name, since = visit.sessions.challenges.pop(asked, ("", 0.0))
    account = _called(visit, name)
    known = _known(visit, account)
    key = next((each for each in known.keys if each["id"] == answer.get("id")), None)
    if account is None or key is None or monotonic() - since > WAITS:
        raise KeyRefused()
    try:
        verified = webauthn.verify_authentication_response(
            credential=answer,
            expected_challenge=base64url_to_bytes(asked),
            expected_rp_id=_host(visit),
            expected_origin=_origin(visit),
            credential_public_key=base64url_to_bytes(str(key["public_key"])),
            credential_current_sign_count=int(key["sign_count"]),
        )
    except (InvalidAuthenticationResponse, InvalidJSONStructure) as fault:
        raise KeyRefused() from fault
    counted = tuple({**each, "sign_count": verified.new_sign_count} if each is key else each for each in known.keys)
    keep_credentials(visit.desk.ledger, account.code, replace(known, keys=counted))
    return visit.sessions.begin(visit.request, account, go("/"), how="signed in with a key")


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
        known=_known(visit, visit.account),
        secret=fresh,
        uri=address(fresh, visit.account.alias),
    )


def change_password(visit: Visit) -> Response:
    """The old one, and a new one."""
    known = _proved(visit)
    changed = replace(known, password=hashed(str(visit.form.get("new", ""))))
    keep_credentials(visit.desk.ledger, visit.account.code, changed)
    return go("/account")


def set_code(visit: Visit) -> Response:
    """One-time codes from here on, or none."""
    known = _proved(visit)
    secret = visit.said("secret")
    if secret and not code_fits(secret, visit.said("code")):
        raise NotSignedIn()
    keep_credentials(visit.desk.ledger, visit.account.code, replace(known, totp=secret or None))
    return go("/account")


def key_challenge(visit: Visit) -> Response:
    """What a new key is to sign."""
    options = webauthn.generate_registration_options(
        rp_id=_host(visit),
        rp_name="Sijill",
        user_id=visit.account.code.encode(),
        user_name=visit.account.alias,
        exclude_credentials=[
            PublicKeyCredentialDescriptor(id=base64url_to_bytes(str(each["id"])))
            for each in _known(visit, visit.account).keys
        ],
    )
    visit.sessions.challenges[bytes_to_base64url(options.challenge)] = (visit.account.code, monotonic())
    return JSONResponse(json.loads(options_to_json(options)))


def add_key(visit: Visit) -> Response:
    """A new key for one's own account."""
    code, since = visit.sessions.challenges.pop(visit.said("challenge"), ("", 0.0))
    if code != visit.account.code or monotonic() - since > WAITS:
        raise KeyRefused()
    try:
        verified = webauthn.verify_registration_response(
            credential=_answer(visit),
            expected_challenge=base64url_to_bytes(visit.said("challenge")),
            expected_rp_id=_host(visit),
            expected_origin=_origin(visit),
        )
    except (InvalidRegistrationResponse, InvalidJSONStructure) as fault:
        raise KeyRefused() from fault
    key: dict[str, str | int] = {
        "id": bytes_to_base64url(verified.credential_id),
        "public_key": bytes_to_base64url(verified.credential_public_key),
        "sign_count": verified.sign_count,
        "name": visit.said("name") or secrets.token_hex(3),
    }
    known = _known(visit, visit.account)
    keep_credentials(visit.desk.ledger, visit.account.code, replace(known, keys=(*known.keys, key)))
    return go("/account")


MESSAGES = (_("name, password and code do not fit together; try again"),)


def _called(visit: Visit, name: str) -> Account | None:
    """The open account that signs in under this name."""
    code = next((code for code, known in visit.desk.ledger.names().items() if known == name), None)
    found = accounts(visit.desk.journal).get(code or "")
    return found if found is not None and found.open else None


def _known(visit: Visit, account: Account | None) -> Credentials:
    return credentials_of(visit.desk.ledger, account.code) if account is not None else Credentials()


def _proved(visit: Visit) -> Credentials:
    """The credentials of whoever asks, who has just given the password. Raises NotSignedIn."""
    known = _known(visit, visit.account)
    if not matches(str(visit.form.get("password", "")), known.password):
        raise NotSignedIn()
    return known


def _answer(visit: Visit) -> dict[str, Any]:
    """What a key answered. Raises KeyRefused."""
    try:
        said = json.loads(visit.said("answer") or "{}")
    except json.JSONDecodeError as fault:
        raise KeyRefused() from fault
    return said if isinstance(said, dict) else {}


def _host(visit: Visit) -> str:
    return visit.request.url.hostname or "localhost"


def _origin(visit: Visit) -> str:
    return f"{visit.request.url.scheme}://{visit.request.headers.get('host', '')}"


PAGES = (
    reads("/sign-in", form, None),
    acts("/sign-in", sign_in, None),
    acts("/sign-in/challenge", challenge, None),
    acts("/sign-in/key", sign_in_with_key, None),
    acts("/sign-out", sign_out, Permission.READ),
    reads("/account", own),
    acts("/account/password", change_password, Permission.READ),
    acts("/account/code", set_code, Permission.READ),
    acts("/account/key/challenge", key_challenge, Permission.READ),
    acts("/account/key", add_key, Permission.READ),
)
