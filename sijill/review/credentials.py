"""By what somebody is known: kept beside the record, where it may be forgotten. Never a decision, never logged."""

import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass

from sijill.store.ledger import Ledger

KIND = "credential"


@dataclass(frozen=True, slots=True, kw_only=True)
class Credentials:
    """password   Argon2id, encoded       totp   secret of one-time codes in base 32; None: not used
    keys       public keys of WebAuthn: {"id", "public_key", "sign_count", "name"}
    """

    password: str | None = None
    totp: str | None = None
    keys: tuple[Mapping[str, str | int], ...] = ()


def credentials_of(ledger: Ledger, account: str) -> Credentials:
    """Of the account under this code; nothing by which anybody could sign in where there are none."""
    told = ledger.desk.get(KIND, account)
    if told is None:
        return Credentials()
    said = json.loads(told)
    return Credentials(password=said["password"], totp=said["totp"], keys=tuple(said["keys"]))


def keep_credentials(ledger: Ledger, account: str, credentials: Credentials) -> None:
    """From here on, and nothing of the ones before."""
    ledger.desk.keep(KIND, account, json.dumps(asdict(credentials)))
