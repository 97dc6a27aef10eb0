"""Passwords and one-time codes. Argon2id with the parameters of RFC 9106 for little memory; codes of RFC 6238."""

from functools import lru_cache

import pyotp
from argon2 import PasswordHasher
from argon2.exceptions import InvalidHashError, VerificationError

from sijill.errors import SijillError

LEAST = 12
ISSUER = "Sijill"


class WeakPassword(SijillError):
    """A password that is too short to protect anybody."""

    def __init__(self, *, length: int) -> None:
        super().__init__(
            f"a password of {length} characters; take {LEAST} or more, such as four words that do not belong"
        )


def hashed(password: str) -> str:
    """Argon2id, encoded with its salt. Raises WeakPassword."""
    if len(password) < LEAST:
        raise WeakPassword(length=len(password))
    return PasswordHasher().hash(password)


def matches(password: str, encoded: str | None) -> bool:
    """Is it this password? Takes as long for an account that is not there."""
    try:
        return PasswordHasher().verify(encoded or _nobody(), password) and encoded is not None
    except (VerificationError, InvalidHashError):
        return False


def new_secret() -> str:
    """A secret for one-time codes, base 32."""
    return pyotp.random_base32()


def address(secret: str, name: str) -> str:
    """What an authenticator takes in."""
    return pyotp.TOTP(secret).provisioning_uri(name=name, issuer_name=ISSUER)


def code_fits(secret: str, code: str) -> bool:
    """Now, or half a minute to either side."""
    return pyotp.TOTP(secret).verify(code.replace(" ", ""), valid_window=1)


@lru_cache(maxsize=1)
def _nobody() -> str:
    return PasswordHasher().hash("nobody signs in with this")
