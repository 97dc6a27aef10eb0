"""Keys of hardware (WebAuthn): to add one, to sign in with one, to prove again who sits there, and when one is lost.

A key signs in without a password, so it must ask for its PIN or finger itself: user verification is required.
"""

import json
import secrets
from dataclasses import replace
from hashlib import sha256
from typing import Any

import webauthn
from starlette.responses import JSONResponse, Response
from webauthn.helpers import base64url_to_bytes, bytes_to_base64url, options_to_json
from webauthn.helpers.exceptions import InvalidAuthenticationResponse, InvalidJSONStructure, InvalidRegistrationResponse
from webauthn.helpers.structs import (
    AuthenticatorSelectionCriteria,
    PublicKeyCredentialDescriptor,
    UserVerificationRequirement,
)

from sijill.errors import SijillError
from sijill.publish.wording import _
from sijill.review.accounts import Account, Permission
from sijill.review.credentials import Credentials, credentials_of, keep_credentials
from sijill.review.web.page import acts
from sijill.review.web.pages.accounts import ProveIt
from sijill.review.web.pages.signing import TooOften, called, proven
from sijill.review.web.visit import Visit, go

REQUIRED = UserVerificationRequirement.REQUIRED
SIGN_IN, PROVE, ADD = "sign in", "prove", "add"
_unknown = secrets.token_bytes(32)


class KeyRefused(SijillError):
    """A key whose answer does not fit."""

    def __init__(self) -> None:
        super().__init__(REFUSED)


REFUSED = _("the key did not answer as it should; try again, or use the password")


def challenge(visit: Visit) -> Response:
    """What a key is to sign, to sign in with it: the same for a name that nobody has as for one without a key."""
    name = visit.said("name")
    if not visit.sessions.may_try(visit.request, ""):
        raise TooOften()
    return _to_sign(visit, SIGN_IN, name, called(visit, name), name)


def sign_in(visit: Visit) -> Response:
    """The answer of a key."""
    if not visit.sessions.may_try(visit.request, ""):
        raise TooOften()
    name = visit.sessions.answered(SIGN_IN, visit.said("challenge"))
    account = called(visit, name) if name is not None else None
    _signed(visit, account)
    assert account is not None  # _signed refuses nobody
    return visit.sessions.begin(visit.request, account, go("/"), how="signed in with a key")


def prove_challenge(visit: Visit) -> Response:
    """What a key is to sign for what asks again who sits there."""
    return _to_sign(visit, PROVE, visit.account.code, visit.account, visit.account.code)


def prove(visit: Visit) -> Response:
    """The answer: good for as long as a password that was just given."""
    if visit.sessions.answered(PROVE, visit.said("challenge")) != visit.account.code:
        raise KeyRefused()
    _signed(visit, visit.account)
    visit.sessions.prove(visit.request)
    return go("/export")


def add_challenge(visit: Visit) -> Response:
    """What a new key is to sign. Raises ProveIt: a session that somebody left open is not enough to add one."""
    _just_proved(visit)
    options = webauthn.generate_registration_options(
        rp_id=_host(visit),
        rp_name="Sijill",
        user_id=visit.account.code.encode(),
        user_name=visit.account.alias,
        authenticator_selection=AuthenticatorSelectionCriteria(user_verification=REQUIRED),
        exclude_credentials=_descriptors(credentials_of(visit.desk.ledger, visit.account.code)),
    )
    visit.sessions.ask(ADD, bytes_to_base64url(options.challenge), visit.account.code)
    return JSONResponse(json.loads(options_to_json(options)))


def add(visit: Visit) -> Response:
    """A new key for one's own account."""
    asked = visit.said("challenge")
    if visit.sessions.answered(ADD, asked) != visit.account.code:
        raise KeyRefused()
    try:
        verified = webauthn.verify_registration_response(
            credential=_answer(visit),
            expected_challenge=base64url_to_bytes(asked),
            expected_rp_id=_host(visit),
            expected_origin=_origin(visit),
            require_user_verification=True,
        )
    except (InvalidRegistrationResponse, InvalidJSONStructure) as fault:
        raise KeyRefused() from fault
    key: dict[str, str | int] = {
        "id": bytes_to_base64url(verified.credential_id),
        "public_key": bytes_to_base64url(verified.credential_public_key),
        "sign_count": verified.sign_count,
        "name": visit.said("name")[:80] or secrets.token_hex(3),
    }
    known = credentials_of(visit.desk.ledger, visit.account.code)
    keep_credentials(visit.desk.ledger, visit.account.code, replace(known, keys=(*known.keys, key)))
    visit.sessions.log(visit.account, "added a key")
    return go("/account")


def forget(visit: Visit) -> Response:
    """A key that was lost opens nothing any more. The password is asked for."""
    known = proven(visit)
    left = tuple(each for each in known.keys if each["id"] != visit.said("key"))
    keep_credentials(visit.desk.ledger, visit.account.code, replace(known, keys=left))
    visit.sessions.log(visit.account, "took a key away")
    return go("/account")


def _to_sign(visit: Visit, purpose: str, about: str, account: Account | None, name: str) -> Response:
    known = credentials_of(visit.desk.ledger, account.code) if account is not None else Credentials()
    nobody = PublicKeyCredentialDescriptor(id=sha256(_unknown + name.encode()).digest())
    options = webauthn.generate_authentication_options(
        rp_id=_host(visit), allow_credentials=_descriptors(known) or [nobody], user_verification=REQUIRED
    )
    visit.sessions.ask(purpose, bytes_to_base64url(options.challenge), about)
    return JSONResponse(json.loads(options_to_json(options)))


def _signed(visit: Visit, account: Account | None) -> None:
    """Raises KeyRefused unless a key of this account signed the challenge. Counts its signature."""
    answer = _answer(visit)
    known = credentials_of(visit.desk.ledger, account.code) if account is not None else Credentials()
    key = next((each for each in known.keys if each["id"] == answer.get("id")), None)
    if account is None or key is None:
        raise KeyRefused()
    try:
        verified = webauthn.verify_authentication_response(
            credential=answer,
            expected_challenge=base64url_to_bytes(visit.said("challenge")),
            expected_rp_id=_host(visit),
            expected_origin=_origin(visit),
            credential_public_key=base64url_to_bytes(str(key["public_key"])),
            credential_current_sign_count=int(key["sign_count"]),
            require_user_verification=True,
        )
    except (InvalidAuthenticationResponse, InvalidJSONStructure) as fault:
        raise KeyRefused() from fault
    counted = tuple({**each, "sign_count": verified.new_sign_count} if each is key else each for each in known.keys)
    keep_credentials(visit.desk.ledger, account.code, replace(known, keys=counted))


def _just_proved(visit: Visit) -> None:
    if not visit.sessions.proved(visit.request):
        if not visit.said("password"):
            raise ProveIt()
        proven(visit)


def _descriptors(known: Credentials) -> list[PublicKeyCredentialDescriptor]:
    return [PublicKeyCredentialDescriptor(id=base64url_to_bytes(str(each["id"]))) for each in known.keys]


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
    acts("/sign-in/challenge", challenge, None),
    acts("/sign-in/key", sign_in, None),
    acts("/account/key/challenge", add_challenge, Permission.READ),
    acts("/account/key", add, Permission.READ),
    acts("/account/key/forget", forget, Permission.READ),
    acts("/account/prove/challenge", prove_challenge, Permission.READ),
    acts("/account/prove", prove, Permission.READ),
)
