"""Who is signed in. A session stands in the ledger under the digest of its token, which is kept nowhere."""

import json
import secrets
from datetime import datetime, timedelta
from hashlib import sha256
from time import monotonic

from starlette.requests import Request
from starlette.responses import Response

from sijill.review.accounts import Account, Role
from sijill.review.desk import Desk
from sijill.review.web.guard import Pace
from sijill.store.change import instant
from sijill.store.ledger import utc_now
from sijill.store.log import Act

SESSION = "session"
LASTS = timedelta(hours=12)
PROVED = 300.0
"""Seconds for which a password that was just given counts for export and erasure."""
ATTEMPTS, ATTEMPTS_OF_ADDRESS = (1 / 20, 8.0), (1 / 4, 40.0)
"""Attempts to sign in [1/s] and how many at once: under one name, and from one address."""
WAITS, MOST_CHALLENGES = 120.0, 1000
"""Seconds in which a challenge must be answered, and how many may be open."""
COOKIE, SECURE_COOKIE = "sijill-session", "__Host-sijill-session"


class Sessions:
    """The sessions of one desk."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self._proved: dict[str, float] = {}
        self._by_name, self._by_address = Pace(*ATTEMPTS), Pace(*ATTEMPTS_OF_ADDRESS)
        self._challenges: dict[tuple[str, str], tuple[str, float]] = {}
        self.nobody = Account(code="", alias="", role=Role.VIEWER, open=False)

    def who(self, request: Request) -> Account | None:
        """The account that asks; at a desk without accounts the one person who sits at it. None: sign in."""
        alone = self._desk.alone
        if alone is not None:
            return alone
        told = self._desk.ledger.desk.get(SESSION, _session(request))
        if told is None:
            return None
        said = json.loads(told)
        if datetime.fromisoformat(said["until"]) < utc_now():
            return None
        return self._desk.account(said["account"])

    def begin(self, request: Request, account: Account, answer: Response, *, how: str) -> Response:
        """Sign in: a new token, and its digest in the ledger."""
        token = secrets.token_urlsafe(32)
        until = instant(utc_now() + LASTS)
        self._desk.ledger.desk.keep(SESSION, _digest(token), json.dumps({"account": account.code, "until": until}))
        self.log(account, how)
        self._proved[_digest(token)] = monotonic()
        answer.set_cookie(
            _name(request),
            token,
            max_age=int(LASTS.total_seconds()),
            path="/",
            secure=request.url.scheme == "https",
            httponly=True,
            samesite="strict",
        )
        return answer

    def end(self, request: Request, account: Account, answer: Response) -> Response:
        """Sign out: the session is over wherever its token is."""
        self._desk.ledger.desk.drop(SESSION, _session(request))
        self.log(account, "signed out")
        answer.delete_cookie(_name(request), path="/", secure=request.url.scheme == "https", httponly=True)
        return answer

    def may_try(self, request: Request, name: str) -> bool:
        """One more attempt to sign in, under this name and from where the request comes."""
        client = request.client.host if request.client else ""
        return self._by_address.allows(client) and (not name or self._by_name.allows(name))

    def prove(self, request: Request) -> None:
        """The password was just given, or a key has just signed, in this session."""
        self._proved[_session(request)] = monotonic()

    def proved(self, request: Request) -> bool:
        """Was it a moment ago? One person alone at their own machine has no password."""
        if self._desk.alone is not None:
            return True
        return monotonic() - self._proved.get(_session(request), -PROVED) < PROVED

    def end_all(self, code: str, *, but: Request | None = None) -> None:
        """End the sessions of an account, wherever they are, but the one that asks."""
        kept = _session(but) if but is not None else ""
        for each, told in self._desk.ledger.desk.all(SESSION).items():
            if each != kept and json.loads(told)["account"] == code:
                self._desk.ledger.desk.drop(SESSION, each)

    def ask(self, purpose: str, challenge: str, about: str) -> None:
        """Remember for a while what a key is to sign: for which purpose, and for whom."""
        moment = monotonic()
        for each, (_, since) in list(self._challenges.items()):
            if moment - since > WAITS or len(self._challenges) > MOST_CHALLENGES:
                self._challenges.pop(each, None)
        self._challenges[purpose, challenge] = (about, moment)

    def answered(self, purpose: str, challenge: str) -> str | None:
        """For whom a challenge was given, once; None where none is open."""
        about, since = self._challenges.pop((purpose, challenge), (None, 0.0))
        return about if about is not None and monotonic() - since <= WAITS else None

    def log(self, account: Account, how: str) -> None:
        """What was done with an account, in the log of the case."""
        self._desk.ledger.note(Act.ACCESS_GRANT, {"session/1": {"account": account.code, "how": how}}, by=account.code)


def _name(request: Request) -> str:
    return SECURE_COOKIE if request.url.scheme == "https" else COOKIE


def _session(request: Request) -> str:
    """Under what the session of a request stands; the digest of nothing where it has none."""
    return _digest(request.cookies.get(_name(request), ""))


def _digest(token: str) -> str:
    return sha256(token.encode()).hexdigest()[:40]
