"""The key of an encrypted case: 32 random bytes, kept in keys.json locked by a passphrase and by a recovery key.

What is encrypted is encrypted under keys derived from it (HKDF-SHA256, one purpose each), so another passphrase changes
nothing but keys.json. The passphrase goes through Argon2id (RFC 9106, second recommended setting: 64 MiB, 3 passes, 4
lanes); the recovery key is an age identity (X25519) that is shown once, to be printed and put away.
"""

import json
from base64 import b64decode, b64encode
from collections.abc import Callable
from typing import Any

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.argon2 import Argon2id
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

from sijill.errors import SijillError

FORM = "sijill-keys/1"
KEY_BYTES, SALT_BYTES, NONCE_BYTES = 32, 16, 12
PASSES, LANES, MEMORY = 3, 4, 64 * 1024
LEDGER, ORIGINALS, NAMES, DERIVED = "ledger", "originals", "names", "derived"
SHORTEST = 12
Randomness = Callable[[int], bytes]


class NoEncryption(SijillError):
    """The part of Sijill that makes and opens recovery keys is not installed."""

    def __init__(self) -> None:
        super().__init__("recovery keys need the extra `encryption`: install sijill[encryption]")


class PassphraseTooShort(SijillError):
    """A passphrase that could be guessed."""

    def __init__(self, *, length: int) -> None:
        super().__init__(f"the passphrase has {length} characters: take at least {SHORTEST}, such as five random words")


class WrongPassphrase(SijillError):
    """A passphrase that does not open the case."""

    def __init__(self) -> None:
        super().__init__(
            "the passphrase does not open this case: try again, or set another with the printed recovery key:"
            " `sijill passphrase CASE --recovery-key FILE`"
        )


class WrongRecoveryKey(SijillError):
    """A recovery key that does not open the case."""

    def __init__(self) -> None:
        super().__init__(
            "the recovery key does not open this case: it begins with AGE-SECRET-KEY-1 and is of this case only"
        )


class NotKeys(SijillError):
    """A keys.json that was not written by Sijill, or is damaged."""

    def __init__(self, *, fault: str) -> None:
        super().__init__(
            f"keys.json cannot be read ({fault}): restore it from a backup; without it the case cannot be opened"
        )


def derived(key: bytes, purpose: str) -> bytes:
    """The key for one purpose: 32 bytes."""
    return HKDF(algorithm=SHA256(), length=KEY_BYTES, salt=None, info=b"sijill/" + purpose.encode()).derive(key)


def new_recovery_key() -> tuple[str, str]:
    """The recovery key, to be shown once and never kept, and the recipient that locks for it."""
    identity = age().x25519.Identity.generate()
    return str(identity), str(identity.to_public())


def check_passphrase(passphrase: str) -> None:
    """Raises PassphraseTooShort."""
    if len(passphrase) < SHORTEST:
        raise PassphraseTooShort(length=len(passphrase))


def locked(key: bytes, *, passphrase: str, recipient: str, random: Randomness) -> str:
    """The text of keys.json. Raises PassphraseTooShort, NoEncryption."""
    tool = age()
    sealed = tool.encrypt(key, [tool.x25519.Recipient.from_str(recipient)])
    kept = {
        "form": FORM,
        "case": random(8).hex(),
        "passphrase": _under_passphrase(key, passphrase, random),
        "recovery": {"recipient": recipient, "age": b64encode(sealed).decode()},
    }
    return json.dumps(kept, indent=1) + "\n"


def with_passphrase(text: str, key: bytes, *, passphrase: str, random: Randomness) -> str:
    """The same keys.json under another passphrase."""
    return json.dumps(_read(text) | {"passphrase": _under_passphrase(key, passphrase, random)}, indent=1) + "\n"


def case_of(text: str) -> str:
    """The name under which a keyring holds the key."""
    return str(_read(text)["case"])


def unlocked(text: str, passphrase: str) -> bytes:
    """The key of the case. Raises WrongPassphrase, NotKeys."""
    kept = _read(text)["passphrase"]
    try:
        salt, nonce, sealed = (b64decode(kept[name]) for name in ("salt", "nonce", "sealed"))
        stretched = _stretched(passphrase, salt, **{name: int(kept[name]) for name in ("passes", "lanes", "memory")})
        return AESGCM(stretched).decrypt(nonce, sealed, FORM.encode())
    except InvalidTag as fault:
        raise WrongPassphrase from fault
    except (KeyError, TypeError, ValueError) as fault:
        raise NotKeys(fault=type(fault).__name__) from fault


def recovered(text: str, recovery_key: str) -> bytes:
    """The key of the case. Raises WrongRecoveryKey, NotKeys, NoEncryption."""
    tool = age()
    sealed = b64decode(_read(text)["recovery"]["age"])
    try:
        return bytes(tool.decrypt(sealed, [tool.x25519.Identity.from_str(recovery_key.strip())]))
    except (tool.DecryptError, tool.IdentityError, ValueError) as fault:
        raise WrongRecoveryKey from fault


def _under_passphrase(key: bytes, passphrase: str, random: Randomness) -> dict[str, Any]:
    check_passphrase(passphrase)
    salt, nonce = random(SALT_BYTES), random(NONCE_BYTES)
    stretched = _stretched(passphrase, salt, passes=PASSES, lanes=LANES, memory=MEMORY)
    sealed = AESGCM(stretched).encrypt(nonce, key, FORM.encode())
    told = {"salt": salt, "nonce": nonce, "sealed": sealed}
    coded = {name: b64encode(value).decode() for name, value in told.items()}
    return {"by": "argon2id", "passes": PASSES, "lanes": LANES, "memory": MEMORY, **coded}


def _stretched(passphrase: str, salt: bytes, *, passes: int, lanes: int, memory: int) -> bytes:
    function = Argon2id(salt=salt, length=KEY_BYTES, iterations=passes, lanes=lanes, memory_cost=memory)
    return function.derive(passphrase.encode())


def _read(text: str) -> dict[str, Any]:
    try:
        kept = json.loads(text)
    except ValueError as fault:
        raise NotKeys(fault="it is not JSON") from fault
    if not isinstance(kept, dict) or kept.get("form") != FORM:
        raise NotKeys(fault=f"it is not of the form {FORM}")
    return kept


def age() -> Any:
    """The library for age. Raises NoEncryption."""
    try:
        import pyrage  # noqa: PLC0415  (an extra)
    except ImportError as absent:
        raise NoEncryption from absent
    return pyrage
